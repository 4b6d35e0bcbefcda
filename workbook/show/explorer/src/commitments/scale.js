/** The scale of commitment: its phrases by rung, to be moved, added and taken out where there is a kernel. */

/** @import { Host } from "../types.js" */
/** @typedef {import("./rungs.js").Chapter} Chapter */
/** @typedef {import("./rungs.js").Phrase} Phrase */
/** @typedef {import("./rungs.js").Scale} Scale */

import { make, tell } from "../dom.js";
import { addPhrase, countChanges, hasSwitch, movePhrase, turnSwitch } from "./changes.js";
import { drawOrders, drawRungs, makeForm, makeMover } from "./phrases.js";
import { makeTable } from "./table.js";

const ALONE = "In a page without the workbook the scale can be read, and not be changed: by another scale every clause must be read anew, and that is done in the workbook's dashboard, or in a notebook with edit_ladder.";
const KEPT = {
  address: "Your scale stands in this page's address: it is there after a reload, and whoever opens the address has it too. Nobody else's page changes.",
  view: "Your scale stays with this view as long as its kernel runs; explorer.scale has it. Download it to keep it for longer.",
};

/** @param {Host} host */
export function makeScale(host) {
  const title = make("h4", { tabIndex: -1 }, "The scale"), where = make("p.facts"), said = make("p.said", { role: "status", tabIndex: -1 }), failed = make("p.error", { role: "alert" });
  const rungs = make("div.groups"), orders = make("details.orders"), mover = makeMover(apply), form = makeForm((words, rung) => apply(addPhrase(changes(), words, rung), `“${words}” stands on rung ${rung}.`));
  const merge = makeSwitch("Make 5 and 6 one rung: an effort and a result are the same", "merge", "Efforts and results are one rung.", "Efforts and results are two rungs.");
  const apart = makeSwitch("Tell “will” and “commit to” apart: “commit to” is then the stronger tone", "apart", "“Will” and “commit to” are told apart.", "“Will” and “commit to” are one.");
  const reset = make("button", { type: "button", click: () => apply("", "The scale is as it was.") }, "Back to the scale as it is");
  const table = makeTable(host, apply, fail), edit = make("div.edit", {}, merge.node, apart.node, form.node);
  const node = make("section.scale", {}, title,
    make("p", {}, "Each phrase stands on a rung. That it stands on this one and not on another is a convention, and people disagree on it. The rungs are an order, not a measure; a paragraph gets no average."),
    where, make("div.acts", {}, reset, table.node), said, failed, edit, rungs, orders);
  failed.hidden = true;
  /** @type {Scale|null} */
  let shown = null;
  /** @type {string|null} */
  let asked = null; // what the workbook is being asked whether it can be
  const changes = () => asked ?? host.state().scale;

  /** @param {string} words */
  function fail(words) {
    tell(failed, words);
    failed.hidden = !words;
  }
  /**
   * Has everything told by the scale with these changes, if it can be.
   * @param {string} next
   * @param {string} done
   */
  async function apply(next, done) {
    fail("");
    tell(said, "Reading every clause anew …");
    said.focus({ preventScroll: true });
    asked = next;
    const { error } = next ? await host.chapter("scale", { scale: next }) : { error: "" };
    if (asked !== next) return; // another change was made meanwhile, on top of this one
    asked = null;
    paintSwitches();
    tell(said, error ? "" : `${done} Everything is told by ${next ? "your" : "the"} scale.`);
    if (error) return fail(error);
    form.clear();
    host.choose({ scale: next });
  }
  /**
   * @param {string} words
   * @param {"merge"|"apart"} name
   * @param {string} on
   * @param {string} off
   */
  function makeSwitch(words, name, on, off) {
    const box = make("input", { type: "checkbox", change: () => apply(turnSwitch(changes(), name, box.checked), box.checked ? on : off) });
    return { node: make("label.switch", {}, box, " ", words), paint: () => (box.checked = hasSwitch(changes(), name)) };
  }
  function paintSwitches() {
    merge.paint();
    apart.paint();
  }
  return {
    node,
    title,
    /** @param {Chapter} told */
    paint({ scale }) {
      const free = Boolean(host.keeps()), count = countChanges(changes());
      edit.hidden = !free;
      reset.hidden = !free;
      reset.disabled = !changes();
      paintSwitches();
      tell(where, free ? (count ? `Your scale: ${count === 1 ? "one change" : `${count} changes`}. ${host.ours ? KEPT.address : KEPT.view}` : "Choose a phrase to move it or to take it out.") : ALONE);
      if (scale === shown) return;
      shown = scale;
      form.paint(scale);
      const move = (/** @type {Phrase} */ phrase, /** @type {number} */ rung) => mover.open(phrase, rung, scale, (/** @type {number|null} */ to) => movePhrase(changes(), phrase, to));
      rungs.replaceChildren(...drawRungs(scale, free ? move : null));
      orders.replaceChildren(...drawOrders(scale));
    },
  };
}
