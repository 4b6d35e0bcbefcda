/** What is said of answers: plain words beside a sign, so that no colour has to say it. No page here. */

/** @import { Judged, Value, Verdict } from "./checking.js" */
/** @import { Exercise, Marked, Question } from "./taught.js" */

import { cutText, nameShown } from "./checking.js";
import { isLabel, spellLabel } from "./labels.js";
import { isBegun } from "./progress.js";

const SURE = /** @type {Record<string, string>} */ ({ "most likely": "Most likely right", "if argued": "Right, if you can argue it" });
const STATES = { right: ["✓", "Right"], again: ["✓", "Right, and found already"], near: ["≈", "Near"], trap: ["✗", "A trap"], other: ["✗", "Not accepted"] };
const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** @param {number} count */
export const nameCount = (count) => SMALL[count] ?? String(count);

/** Its paragraphs: a blank line begins a new one. @param {string} text */
export const partText = (text) => text.split(/\n\s*\n/u).map((words) => words.trim()).filter(Boolean);

/** A sign and what it means. @param {{state: Verdict["state"], sure: string}} verdict @returns {[string, string]} */
export function tellState({ state, sure }) {
  const [sign, words] = STATES[state];
  return state === "right" && sure ? ["✓", SURE[sure] ?? `Right, ${sure}`] : [sign, words];
}

/**
 * Where a question stands, once it was checked.
 * @param {Question} question
 * @param {Judged} judged
 */
export function tellJudged({ kind, wanted }, { verdicts, found, right }) {
  const single = wanted <= 1, refused = verdicts.filter(({ state }) => state === "trap" || state === "other").length, near = verdicts.filter(({ state }) => state === "near").length;
  if (!verdicts.length) return kind === "mark" ? "Mark words in the text first." : kind === "pick" ? "Pick a paragraph first." : kind === "label" ? "Type a number first." : "Choose an answer first.";
  if (right) return single ? "That is it." : `All ${nameCount(wanted)} found.`;
  const missing = wanted - found;
  const told = [
    !single && `${found} of ${wanted} found`,
    missing > 0 && !single && `${nameCount(missing)} more ${missing === 1 ? "is" : "are"} wanted`,
    near > 0 && !single && `${nameCount(near)} of your answers ${near === 1 ? "is" : "are"} near`,
    refused > 0 && (single ? "Not yet" : `${nameCount(refused)} of your answers ${refused === 1 ? "is" : "are"} not accepted: take ${refused === 1 ? "it" : "them"} out`),
  ].filter(Boolean).join("; ");
  return `${told[0].toUpperCase()}${told.slice(1)}.`;
}

/**
 * An answer in words.
 * @param {Exercise} exercise
 * @param {Question} question
 * @param {Value|Marked} value
 */
export function nameValue(exercise, question, value) {
  if (typeof value !== "string") return `“${quoteMark(exercise, question, value)}” in ${value.paragraph}`;
  if (question.kind === "choose") return question.options.find(({ id }) => id === value)?.text ?? `“${value}”`;
  return question.kind === "edit" || !isLabel(value) ? `“${value}”` : `Paragraph ${spellLabel(value)}`;
}

/**
 * The words of a mark; those that an accepted answer brings itself.
 * @param {Exercise} exercise
 * @param {Question} question
 * @param {{paragraph: string, start?: number, end?: number, words?: string}} mark
 */
export function quoteMark(exercise, question, { paragraph, start = 0, end = 0, words }) {
  return words ?? cutText(findPassage(exercise, question.draft, paragraph)?.text ?? "", start, end);
}

/** The paragraph of this name among those that are read. @param {Exercise} exercise @param {string} draft @param {string} name */
export const findPassage = (exercise, draft, name) => exercise.material.filter((each) => each.draft === draft)
  .flatMap(({ paragraphs }) => paragraphs).find((shown) => spellLabel(nameShown(shown)) === spellLabel(name));

/** @typedef {(question: string) => import("./progress.js").Given} Read */

/** How many of an exercise's questions are done: right, or their answers shown. @param {Exercise} exercise @param {Read} read */
export const countDone = ({ questions }, read) => questions.filter(({ id }) => read(id).right || read(id).revealed).length;

/** How far a learner is with an exercise: a sign and words. @param {Exercise} exercise @param {Read} read @returns {[string, string]} */
export function tellProgress(exercise, read) {
  const given = exercise.questions.map(({ id }) => read(id)), done = countDone(exercise, read), whole = given.length;
  if (done === whole) {
    // Of a line of one's own nothing says whether it is right.
    const asked = given.filter((_each, at) => exercise.questions[at].kind !== "write"), alone = asked.filter(({ right, revealed }) => right && !revealed).length;
    return ["✓", alone === asked.length ? "done" : `done, ${alone} of ${asked.length} found by yourself`];
  }
  return given.some(isBegun) ? ["◐", `begun: ${done} of ${whole} ${whole === 1 ? "question" : "questions"} done`] : ["○", "not begun"];
}
