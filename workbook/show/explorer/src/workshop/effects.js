/** What an edit of a paragraph moves, seen while it is typed: words, rungs, caveats, themes, sources, agreed language. */

/** @import { Host } from "../types.js" */
/** @typedef {{phrase: string, rung: number, other_rung: number|null, listed: boolean, text: string}} Clause */
/** @typedef {{direction: string, rule: string, old_phrase: string, new_phrase: string, old_rung: number|null, new_rung: number|null,
 *   hedges_gained: string, hedges_lost: string, boosters_gained: string, boosters_lost: string}} Step */
/** @typedef {{scheme: string, tag: string, title: string, words: string[]}} Theme */
/** @typedef {{words: string, where: string}} Agreed */
/**
 * @template T
 * @typedef {{gained: T[], lost: T[], kept?: T[]}} Balance
 */
/** @typedef {{met: boolean, told: string}} Met */
/** @typedef {{draft: string, position: number, label: string, old_text: string, new_text: string, spans: [string, string, string, string][],
 *   clauses: {old: Clause[], new: Clause[]}, trail: Step[], highest: [number, number], hedges: Balance<string>, boosters: Balance<string>,
 *   themes: Balance<Theme>, sources: Balance<string>, agreed: {known: boolean, reference: string, broken: Agreed[], gained: Agreed[], kept: number},
 *   sentence: string, goal: Met[]}} Effects  as `learn/effects.py` tells them */
/** @typedef {{draft: string, position: number, text: string, apart?: boolean, goal?: Record<string, any>|null, reference?: string}} Edit
 *   `apart`: the text is the running text alone, and the paragraph's sources stay; else it holds them in their brackets */

import { make, tell } from "../dom.js";
import { drawEffects } from "./moved.js";

const ALONE = "What an edit moves is worked out by the workbook's dashboard. This page stands alone: you can write here, and what you write is kept.";
// After so long without a key, in milliseconds, whoever reads by ear is told what the edit does, once.
const STILL = 1_200;

/**
 * The effects of an edit below a text area: `ask` for each change of its text, and they are on the page within about
 * a tenth of a second. One question is on its way at most; of those that wait, the newest alone is asked. `heard` is
 * called with the effects whenever they are new on the page: `goal` says of each part of a goal whether it is met.
 * @param {Host} host
 * @param {(effects: Effects) => void} [heard]
 * @returns {{node: HTMLElement, ask: (edit: Edit) => void, clear: () => void, told: (text?: string) => Effects|null}}
 *   `told`: what is on the page; with a text, only where it is of just this text
 */
export function makeEffects(host, heard = () => undefined) {
  const error = make("p.error", { role: "alert", hidden: true }), alone = make("p.note", { hidden: true }, ALONE), drawn = make("div.moved");
  const aloud = make("p.unseen", { role: "status" }), node = make("section.effects", { "aria-label": "What the edit moves" }, alone, error, drawn, aloud);
  /** @type {Edit|null} */
  let wanted = null;
  /** @type {Effects|null} */
  let shown = null;
  let busy = false, timer = 0, asked = "", shownOf = "";

  /** @param {Edit} edit */
  const name = (edit) => JSON.stringify([edit, host.state().scale, host.state().reference]);
  /** Asks for what is wanted now, until that has been answered. */
  async function go() {
    if (busy || !wanted || name(wanted) === asked) return;
    const edit = wanted;
    busy = true;
    asked = name(edit);
    const { error: trouble, chapter } = await host.chapter("bench", { ...edit, reference: edit.reference ?? host.state().reference });
    busy = false;
    // Words that were typed since are asked about next; of another paragraph nothing is shown.
    if (wanted && isSame(wanted, edit)) show(trouble, chapter ?? null, edit.text);
    go();
  }
  /** @param {string} trouble @param {Effects|null} effects @param {string} text */
  function show(trouble, effects, text) {
    tell(error, trouble);
    error.hidden = !trouble;
    node.removeAttribute("aria-busy");
    if (trouble) asked = "";
    if (trouble || !effects) return;
    [shown, shownOf] = [effects, text];
    drawn.replaceChildren(...drawEffects(effects, host));
    heard(effects);
    clearTimeout(timer);
    timer = window.setTimeout(() => tell(aloud, tellAloud(effects)), STILL);
  }
  return {
    node,
    ask(edit) {
      const other = !wanted || !isSame(wanted, edit);
      alone.hidden = Boolean(host.take);
      if (!host.take) return;
      if (other) clear();
      wanted = edit;
      if (!shown) node.setAttribute("aria-busy", "true");
      go();
    },
    clear,
    told: (text) => (text === undefined || text === shownOf ? shown : null),
  };

  function clear() {
    wanted = shown = null;
    asked = "";
    clearTimeout(timer);
    tell(aloud, "");
    tell(error, "");
    error.hidden = true;
    drawn.replaceChildren();
  }
}

/** Whether two edits are of one paragraph. @param {Edit} one @param {Edit} other */
const isSame = (one, other) => one.draft === other.draft && one.position === other.position;

/** @param {Effects} effects */
function tellAloud({ sentence, goal }) {
  const met = goal.filter((part) => part.met).length;
  return goal.length ? `${sentence} Of what is wanted, ${met} of ${goal.length} ${met === 1 ? "is" : "are"} there.` : sentence;
}
