/** The difference of a paragraph to any other draft, as a redline. */

/** @import { Bundle, Host, Row, Span } from "../types.js" */
/** @import { Told } from "../chapters.js" */
/** @import { Chapter, Compared, Spans, Stop } from "./types.js" */

import { freshId, make } from "../dom.js";
import { leadToPair } from "../lead.js";
import { drawText } from "../redline.js";
import { listMarks } from "../whose.js";

/**
 * @param {Host} host
 * @param {(drafts: string[]) => Told} ask  for two drafts that the chapter does not compare
 */
export function makeAgainst(host, ask) {
  const id = freshId("against"), select = make("select", { id, change: choose }), place = make("div.redlined");
  const node = make("section.against", {}, make("h5", {}, "What changed"), make("p.pick", {}, make("label", { htmlFor: id }, "Against"), select), place);
  /** @type {{chapter: Chapter, stop: Stop}|null} */
  let shown = null;
  let waits = false, wanted = "";

  /** What a person chose stays chosen for the next paragraph. */
  function choose() {
    wanted = select.value;
    draw();
  }

  function draw() {
    if (!shown) return;
    const { chapter, stop } = shown, other = Number(select.value), older = other < stop.at;
    if (!select.value) return void place.replaceChildren(make("p", {}, "Only one draft is followed here. Choose more of them above."));
    const at = older ? [other, stop.at] : [stop.at, other], ids = at.map((each) => chapter.drafts[each].draft);
    const found = findPair(chapter, at, ids, ask);
    waits = typeof found === "string";
    if (typeof found === "string") return void place.replaceChildren(make("p.waiting", { role: "status" }, found), ...drawWay(host, ids, null));
    const rows = found.rows.filter((row) => row[older ? 1 : 0] === stop.box.position);
    place.replaceChildren(...drawRows(host, found, rows, at.map((each) => chapter.drafts[each]), older));
  }
  return {
    node,
    /** @param {Chapter} chapter @param {Stop} stop */
    paint(chapter, stop) {
      if (shown?.chapter !== chapter) wanted = "";
      shown = { chapter, stop };
      const others = chapter.drafts.map(({ title }, at) => ({ title, at })).filter(({ at }) => at !== stop.at);
      select.replaceChildren(...others.map(({ title, at }) => make("option", { value: String(at) }, title)));
      // The draft before; where nothing changed since, the one behind.
      const near = stop.at && (stop.box.share || stop.at === chapter.drafts.length - 1) ? stop.at - 1 : stop.at + 1;
      select.value = wanted && wanted !== String(stop.at) ? wanted : String(others.some(({ at }) => at === near) ? near : others[0]?.at ?? "");
      draw();
    },
    /** What was asked for may be there now. */
    renew: () => waits && draw(),
  };
}

/** @typedef {{chapter: Chapter, rows: Compared[], drafts: number[]}} Comparing */

/**
 * The comparison of two drafts: out of the chapter, else asked for; words where it is not there.
 * @param {Chapter} chapter
 * @param {number[]} at
 * @param {string[]} ids
 * @param {(drafts: string[]) => Told} ask
 * @returns {Comparing|string}
 */
function findPair(chapter, at, ids, ask) {
  const own = chapter.pairs.find((pair) => pair.at[0] === at[0] && pair.at[1] === at[1]);
  if (own) return { chapter, rows: own.rows, drafts: at };
  const { busy, error, chapter: other } = ask(ids);
  if (!other) return busy ? "Comparing these two drafts …" : error;
  return { chapter: other, rows: other.pairs[0].rows, drafts: other.pairs[0].at }; // drafts have one order everywhere
}

/**
 * @param {Host} host
 * @param {Comparing} found
 * @param {Compared[]} rows
 * @param {import("./types.js").Followed[]} drafts  the older one, the newer one
 * @param {boolean} older  whether the other draft is the older one
 */
function drawRows(host, { chapter, drafts: places }, rows, drafts, older) {
  const ids = drafts.map(({ draft }) => draft), bundle = /** @type {Bundle} */ (/** @type {unknown} */ ({ told: chapter.told, hands: chapter.hands, struck: null }));
  const alone = rows.find(([old, neu]) => old === null || neu === null);
  if (alone || !rows.length) {
    const words = `No paragraph of ${drafts[older ? 0 : 1].title} is like it: compared word for word, the two drafts share no paragraph here.`;
    return [make("p", {}, words), ...drawWay(host, ids, alone ?? null)];
  }
  const told = rows.flatMap((row) => {
    const [old, neu, fate, why, , spans] = row, boxes = [old, neu].map((position, side) => chapter.drafts[places[side]].boxes.find((box) => box.position === position));
    const texts = boxes.map((box) => (box ? chapter.texts[box.text] : ""));
    const line = make("p.fate", {}, make("span.relation", {}, `${boxes[0]?.label || "¶"} → ${boxes[1]?.label || "¶"}: ${chapter.said[fate]}`), make("span.amount", {}, chapter.said[why]));
    if (!spans.length) return [line];
    const shown = /** @type {Row} */ (/** @type {unknown} */ ({ relation: "edited", spans: spell(spans, texts[0], texts[1]), struck: [] }));
    const marks = listMarks(shown, bundle).flatMap(([words, mark]) => [make("dt", {}, words), make("dd", {}, mark)]);
    return [line, drawText(shown, bundle, { ...host.state(), reading: "inline", struck: false }),
      marks.length > 0 && make("details.evidence", {}, make("summary", {}, "whose words"), make("dl", {}, ...marks))];
  });
  const steps = places[1] - places[0] > 1 && chapter.told.length > 0 && " Whose words these are is told step by step: choose a neighbouring draft.";
  return [make("p.facts", {}, `From ${drafts[0].title} to ${drafts[1].title}.`, steps), ...told.filter(Boolean), ...drawWay(host, ids, rows.find(([, , , , , spans]) => spans.length) ?? rows[0])];
}

/**
 * Spans that are told as lengths, as a bundle has them.
 * @param {Spans} spans
 * @param {string} old
 * @param {string} neu
 * @returns {Span[]}
 */
function spell(spans, old, neu) {
  const before = [...old], after = [...neu];
  let [from, to] = [0, 0];
  /** @param {string[]} signs @param {number} start @param {number} length */
  const cut = (signs, start, length) => signs.slice(start, start + length).join("");
  return /** @type {Span[]} */ (spans.map((span) => {
    if (typeof span === "string" || (typeof span === "object" && typeof span[0] === "string")) return span;
    const [struck, put, ...rest] = typeof span === "number" ? [span, span] : span;
    const words = [cut(before, from, struck), cut(after, to, put)];
    [from, to] = [from + struck, to + put];
    return typeof span === "number" ? words[1] : [...words, ...rest];
  }));
}

/**
 * The way to the card of these two drafts, where this page can show it.
 * @param {Host} host
 * @param {string[]} ids
 * @param {Compared|null} row
 */
function drawWay(host, [old, neu], row) {
  const state = host.state(), here = state.old === old && state.new === neu;
  if (!here && !host.canCompare) return [];
  const paragraph = row ? `${row[0] ?? ""}-${row[1] ?? ""}` : "";
  return [make("p", {}, make("button", { type: "button", click: () => leadToPair(host, old, neu, paragraph) }, here ? "Show its card in Compare" : "Show these two drafts in Compare"))];
}
