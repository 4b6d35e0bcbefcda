/** Whether answers are accepted, and why: an exercise brings its accepted answers, its traps and their reasons. No page here. */

/** @import { Answer, Marked, Question, Shown } from "./taught.js" */
/** @typedef {{paragraph: string, start: number, end: number}} Mark  in code points of the paragraph's text */
/** @typedef {string|Mark} Value  what a learner gave: an option's id, a paragraph's name, a number typed, words marked */
/** @typedef {{value: Value, state: "right"|"near"|"trap"|"other"|"again", why: string, sure: string}} Verdict */
/** @typedef {{verdicts: Verdict[], found: number, right: boolean}} Judged  how many different accepted answers are among them */

import { findLabel, spellLabel } from "./labels.js";

// How many characters longer than the accepted words a mark may be: who marks a whole sentence has not found them.
export const LONGER = 60;
// So many words of a longer answer are enough, where nothing besides them is marked.
export const ENOUGH = 4;
// A mark takes whole words: with the last one its comma, or a bracket and a dot.
const SIGNS = 2;
const MORE = "The right place: mark more of its words.", FEWER = "The right place: mark fewer of its words.";

/** By what a paragraph is picked: its number; where it has none, its place. @param {Shown} paragraph */
export const nameShown = ({ label, position }) => label || `¶${position}`;

/**
 * @param {Question} question
 * @param {Value[]} values
 * @returns {Judged}
 */
export function judge(question, values) {
  /** @type {Set<Answer>} */
  const found = new Set();
  const verdicts = values.map((value) => {
    const accepted = findAnswer(question, question.accepted, value, found);
    const again = accepted !== undefined && found.has(accepted);
    if (accepted) found.add(accepted);
    return accepted ? decide(value, again ? "again" : "right", accepted.why, accepted.sure) : refuse(question, value);
  });
  const wrong = verdicts.some(({ state }) => state === "trap" || state === "other");
  return { verdicts, found: found.size, right: !wrong && found.size >= Math.max(1, question.wanted) };
}

/** @param {Value} value @param {Verdict["state"]} state @param {string} why @param {string} [sure] @returns {Verdict} */
const decide = (value, state, why, sure = "") => ({ value, state, why, sure });

/** @param {Question} question @param {Value} value */
function refuse(question, value) {
  const trap = findAnswer(question, question.traps, value);
  if (trap) return decide(value, "trap", trap.why);
  const near = question.accepted.find(({ answer }) => typeof answer !== "string" && typeof value !== "string" && isNear(answer, value))?.answer;
  if (near) return decide(value, "near", isTooLong(/** @type {Marked} */ (near), /** @type {Mark} */ (value)) ? FEWER : MORE);
  return decide(value, "other", question.otherwise);
}

/**
 * The answer that this value is; of several that words marked cover, one that was not found yet.
 * @param {Question} question
 * @param {Answer[]} answers
 * @param {Value} value
 * @param {Set<Answer>} [taken]
 */
function findAnswer({ kind }, answers, value, taken) {
  const same = answers.filter(({ answer }) => isSame(kind, answer, value));
  return same.find((answer) => !taken?.has(answer)) ?? same[0];
}

/** @param {string} kind @param {string|Marked} answer @param {Value} value */
function isSame(kind, answer, value) {
  if (typeof answer === "string" || typeof value === "string") {
    if (typeof answer !== "string" || typeof value !== "string") return false;
    return kind === "choose" ? answer === value : spellLabel(answer) === ((kind === "label" && findLabel(value)) || spellLabel(value));
  }
  return spellLabel(answer.paragraph) === spellLabel(value.paragraph) && covers(answer, value);
}

/**
 * Whether a mark covers at least half of these words, and not too much besides; or some of them, and nothing else.
 * @param {Marked} answer
 * @param {Mark} mark
 */
function covers({ words, start, end }, mark) {
  if (typeof start !== "number" || typeof end !== "number") return false;
  const all = findWords(words).map(([from, to]) => [start + from, start + to]);
  const covered = all.filter(([from, to]) => mark.start <= from && to <= mark.end).length;
  const inside = mark.start >= start - SIGNS && mark.end <= end + SIGNS;
  return (covered * 2 >= all.length && covered > 0 && !isTooLong({ start, end }, mark)) || (inside && covered >= ENOUGH);
}

/** @param {{start?: number, end?: number}} answer @param {Mark} mark */
const isTooLong = ({ start = 0, end = 0 }, mark) => mark.end - mark.start > end - start + LONGER;

/** Whether a mark lies in these words, or has some of them. @param {Marked} answer @param {Mark} mark */
const isNear = ({ paragraph, start, end }, mark) => typeof start === "number" && typeof end === "number" &&
  spellLabel(paragraph) === spellLabel(mark.paragraph) && mark.start < end && mark.end > start;

/**
 * Where the words of a text begin and end, in code points.
 * @param {string} text
 * @returns {[number, number][]}
 */
export function findWords(text) {
  let at = 0;
  return (text.match(/\s+|\S+/gu) ?? []).flatMap((part) => {
    const from = at;
    at += [...part].length;
    return part.trim() ? [/** @type {[number, number]} */ ([from, at])] : [];
  });
}

/** The words of a text between two places, counted in code points. @param {string} text @param {number} start @param {number} end */
export const cutText = (text, start, end) => [...text].slice(start, end).join("");
