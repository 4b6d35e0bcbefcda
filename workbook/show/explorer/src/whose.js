/** Whose words a change is, as far as marks tell. */

/** @import { Bundle, Row, Stretch } from "./types.js" */

import { make } from "./dom.js";

// The hand of words that are nobody's: `whose.py` has the same sign.
export const NOBODY = "?";

/**
 * How many words each hand put in and took out; those of no known hand are in nobody's number.
 * @param {Bundle} bundle
 */
export function tellHands(bundle) {
  /** @param {number[]} words */
  const amount = ([put, out]) => `${put} words in, ${out} out`;
  const known = bundle.hands.filter((each) => each.hand !== NOBODY), unknown = bundle.hands.find((each) => each.hand === NOBODY);
  const told = known.map(({ name, words }) => `${name}: ${amount(words)}.`);
  if (bundle.backwards) told.unshift("Compared backwards: what a hand put in is struck here.");
  if (unknown) told.push(`Of no known hand (dotted lines), counted for nobody: ${amount(unknown.words)}.`);
  return told.join(" ");
}

/**
 * What a mark says, in one line.
 * @param {Bundle} bundle
 * @param {number} told  a place in the bundle's `told`
 */
export function tellMark(bundle, told) {
  const [hand, grade, reason] = bundle.told[told], name = bundle.hands.find((each) => each.hand === hand)?.name ?? hand;
  return hand === NOBODY ? `Whose change this is, is not known: ${reason}` : `${name} · ${grade}: ${reason}`;
}

/**
 * The words of one side of a change, cut where another hand begins; those of no known hand bear a mark of their own.
 * @param {string} text
 * @param {Stretch[]} stretches
 * @param {Bundle} bundle
 * @returns {(Node|string)[]}
 */
export function drawStretches(text, stretches, bundle) {
  if (!stretches.length) return [text];
  const signs = [...text];
  let at = 0;
  return stretches.map(([length, told]) => {
    const words = signs.slice(at, (at += length)).join(""), title = tellMark(bundle, told);
    if (bundle.told[told][0] !== NOBODY) return make("span.whose", { title }, words);
    return make("span.nobody", { title }, words, make("span.unseen", {}, " (whose is not known)"));
  });
}

/**
 * All that the marks say of a row's changes: the words, and whose they are and why; each reason once.
 * @param {Row} row
 * @param {Bundle} bundle
 * @returns {[string, string][]}
 */
export function listMarks(row, bundle) {
  /** @type {Map<number, string[]>} */
  const found = new Map();
  for (const span of row.spans) {
    if (typeof span === "string" || span[2] === 1) continue;
    for (const [way, text, stretches] of /** @type {[string, string, Stretch[]][]} */ ([["out", span[0], span[3] ?? []], ["in", span[1], span[4] ?? []]])) {
      const signs = [...text];
      let at = 0;
      for (const [length, told] of stretches) {
        found.set(told, [...(found.get(told) ?? []), `${way} “${signs.slice(at, (at += length)).join("").trim()}”`]);
      }
    }
  }
  return [...found].map(([told, words]) => [words.join(", "), tellMark(bundle, told)]);
}
