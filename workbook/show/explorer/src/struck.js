/** Words of a flattened text that were probably struck: dotted where they stand, each with its reason. */

/** @import { Bundle, Ghost, Host, Remark, Row } from "./types.js" */
/** @typedef {import("./editing.js").Editing} Editing */

import { freshId, hide, make, tell } from "./dom.js";
import { NOT_KNOWN } from "./states.js";

/** The toggle; it is there where the older draft is flattened. @param {Host} host */
export function makeStruckToggle(host) {
  const id = freshId("struck"), count = make("span.count");
  const box = make("input", { id, type: "checkbox", change: () => host.choose({ struck: box.checked }) });
  const node = make("span.only.struck", {}, box, make("label", { htmlFor: id, title: "Words of the older text that its authors had probably struck already: an inference, never a fact" }, "Probably struck"), count);
  return {
    node,
    /** @param {Bundle} bundle */
    paint(bundle) {
      hide(node, !bundle.struck);
      box.checked = host.state().struck;
      tell(count, bundle.struck ? `(${bundle.struck.length})` : "");
    },
  };
}

/**
 * The old words of a span, those that were probably struck in a dotted mark; `draw` makes words into nodes.
 * @param {string} text
 * @param {number[][]} found  start, length, place in the bundle's `struck`
 * @param {Bundle} bundle
 * @param {(words: string, from: number) => (Node|string)[]} draw
 * @returns {(Node|string)[]}
 */
export function drawGhosts(text, found, bundle, draw) {
  const signs = [...text], nodes = /** @type {(Node|string)[]} */ ([]);
  let done = 0;
  /** @param {number} from @param {number} to */
  const words = (from, to) => (to > from ? draw(signs.slice(from, to).join(""), from) : []);
  for (const [start, length, at] of found) {
    const begin = Math.max(start, done), end = Math.min(start + length, signs.length);
    if (end <= begin) continue;
    const title = `Probably struck already (inferred): ${bundle.struck?.[at].reason}`;
    nodes.push(...words(done, begin), make("span.ghost", { title }, ...words(begin, end)));
    done = end;
  }
  return [...nodes, ...words(done, signs.length)];
}

/**
 * What is probably struck in a row, why, and a button that takes it over into the reading.
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 * @param {Editing} editing
 */
export function listGhosts(row, bundle, host, editing) {
  const places = [...new Set(row.struck.map(([, , , at]) => at))];
  if (!host.state().struck || !bundle.struck || !places.length) return null;
  const title = bundle.drafts.find((draft) => draft.draft === bundle.old)?.title ?? bundle.old;
  const items = places.map((at) => drawGhost(/** @type {Ghost[]} */ (bundle.struck)[at], row, bundle, host, editing));
  return make("div.ghosts", {},
    make("p", {}, make("strong", {}, "Probably struck already"), ` in ${title}. This is inferred from the texts and may be wrong.`), make("ul", {}, ...items));
}

/**
 * @param {Ghost} ghost
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 * @param {Editing} editing
 */
function drawGhost({ words, reason, surety, places }, row, bundle, host, editing) {
  const marks = bundle.marks.old, button = make("button.take", { type: "button", "aria-label": `Take over: ${words}` }, "take over into your reading");
  // In a text whose marks name hands, a person says whose the mark is.
  button.hidden = !host.keeps() || !marks?.file || marks.hands.length > 0;
  const error = make("p.error", { role: "alert" });
  error.hidden = true;
  button.addEventListener("click", async () => {
    const remarks = places.map(([line, start, printed]) => /** @type {Remark} */ ({
      file: marks?.file ?? "", line, start, words: printed, inserted_by: "", deleted_by: NOT_KNOWN, grade: "inferred", reason: `probably struck: ${reason}`,
    }));
    button.disabled = true;
    const trouble = await editing.save(remarks, { side: "old", row, line: places[0][0], start: places[0][1] }, false);
    button.disabled = false;
    tell(error, trouble);
    error.hidden = !trouble;
    if (trouble) button.focus();
  });
  const told = `: ${reason}; probably struck: ${surety} of 1, by our estimate.`;
  return make("li", {}, make("span", {}, make("span.ghost", {}, words), told), button, error);
}
