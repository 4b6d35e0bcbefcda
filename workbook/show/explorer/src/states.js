/** The state of printed words: who put them in, who struck them; how it looks, and how it is told. */

/** @import { Marks } from "./types.js" */

import { make } from "./dom.js";

// What remarks.py writes before the reason of a reader's own mark, and the hand that nobody knows.
const YOURS = "your reading: ";
export const NOT_KNOWN = "not known";

/** @param {string} hand @param {Marks} marks */
export const nameHand = (hand, marks) => (hand === NOT_KNOWN ? "a hand that is not known" : marks.hands.find(([id]) => id === hand)?.[1] ?? hand);

/** Whether the mark is a reader's own. @param {string[]} state */
const isYours = (state) => state[4].startsWith(YOURS) || state[6].startsWith(YOURS);

/**
 * Words in the marks of their state: struck, put in, or both.
 * @param {string[]} state
 * @param {Marks} marks
 * @param {(Node|string)[]} children
 * @returns {HTMLElement}
 */
export function wrapState(state, marks, children) {
  const [put, struck, back] = state, own = isYours(state) ? ".yours" : "";
  /** @param {string} hand */
  const number = (hand) => String(Math.max(0, marks.hands.findIndex(([id]) => id === hand)) % 3);
  const inner = put ? [make(`ins.mark${own}`, { "data-hand": number(put) }, ...children)] : children;
  if (!put && !struck) return make(`span.mark${own}`, {}, ...children);
  return struck ? make(`del.mark${own}${back ? ".back" : ""}`, { "data-hand": number(struck) }, ...inner) : /** @type {HTMLElement} */ (inner[0]);
}

/**
 * What is marked on words, in one sentence a hand.
 * @param {string[]|null} state
 * @param {Marks} marks
 */
export function tellState(state, marks) {
  if (!state) return "";
  const [put, struck, back, putGrade, putNote, struckGrade, struckNote] = state;
  /** @param {string} grade @param {string} note */
  const why = (grade, note) => [grade, note].filter(Boolean).join(": ");
  const returned = back ? `, put back by ${nameHand(back, marks)}` : "";
  return [
    !put && !struck && `stood there and stay · ${putNote}`,
    put && `put in by ${nameHand(put, marks)} · ${why(putGrade, putNote)}`,
    struck && `struck by ${nameHand(struck, marks)}${returned} · ${why(struckGrade, struckNote)}`,
  ].filter(Boolean).join("\n");
}

/**
 * How each hand's marks look, where some stand in these lines.
 * @param {string[][]} states
 * @param {Marks} marks
 */
export function drawLegend(states, marks) {
  const hands = [...marks.hands.map(([id]) => id), NOT_KNOWN].filter((hand) => states.some((state) => state.slice(0, 2).includes(hand)));
  if (!hands.length) return null;
  const samples = hands.map((hand) => {
    const put = states.some((state) => state[0] === hand), struck = states.some((state) => state[1] === hand);
    return make("li", {},
      put && wrapState([hand, "", "", "", "", "", ""], marks, ["put in"]), put && struck && " ",
      struck && wrapState(["", hand, "", "", "", "", ""], marks, ["struck"]), ` ${nameHand(hand, marks)}`);
  });
  const own = states.some(isYours) && make("li", {}, make("span.mark.yours", {}, "your reading"));
  return make("ul.legend", { "aria-label": "Marks" }, ...samples, own);
}
