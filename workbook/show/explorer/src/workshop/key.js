/** The key of a sheet: the answers that are accepted with the reason of each, traps with the reason why not, the debrief. */

/** @import { Answer, Exercise, Question } from "./taught.js" */

import { capitalize, make } from "../dom.js";

/** @param {Exercise[]} exercises */
export function drawKey(exercises) {
  return make("article.key", { "aria-label": "The key" },
    make("h5", {}, "Key, for the teacher"),
    make("p.facts", {}, "“Most likely” stands where an answer rests on words that were probably struck out, “if argued” where it is right with a good reason."),
    ...exercises.map((exercise, at) => make("section.exercise-key", {},
      make("h6", {}, `${at + 1}. ${exercise.title}`), exercise.about && make("p.facts", {}, exercise.about),
      ...exercise.questions.map((question, place) => drawQuestion(question, exercise.questions.length > 1 ? `${String.fromCharCode(97 + place)}) ` : "")),
      exercise.debrief.length > 0 && make("div.debrief", {}, make("p", {}, make("b", {}, "To talk about")), make("ul", {}, ...exercise.debrief.map((words) => make("li", {}, words)))))));
}

/** @param {Question} question @param {string} letter */
function drawQuestion(question, letter) {
  const { ask, kind, wanted, accepted, traps, otherwise, hints, actual, goal } = question;
  const rows = (/** @type {string} */ name, /** @type {Answer[]} */ answers) => answers.map((answer) =>
    make("li", {}, make("b", {}, `${name}: ${writeAnswer(question, answer)}`), answer.sure ? ` (${answer.sure})` : "", answer.why ? ` ${capitalize(answer.why)}` : ""));
  const enough = wanted < accepted.length && kind !== "label" ? ` Any ${wanted} of these ${accepted.length} will do.` : "";
  return make("div.question", {}, make("p.ask", {}, make("b", {}, letter), ask, make("span.facts", {}, enough)),
    make("ul", {}, ...rows("Right", accepted), ...rows("Not", traps),
      otherwise && make("li", {}, make("b", {}, "Any other answer: "), otherwise),
      goal && make("li", {}, make("b", {}, "Goal: "), writeGoal(goal)),
      actual && make("li", {}, make("b", {}, `What came${actual.label ? `, ${actual.label}` : ""}: `), actual.text),
      ...hints.map((words, at) => make("li.facts", {}, `Hint ${at + 1}: ${words}`))));
}

/**
 * An answer in words: an option's text, marked words with their paragraph, a number.
 * @param {Question} question
 * @param {Answer} answer
 */
export function writeAnswer({ kind, options }, { answer }) {
  if (typeof answer !== "string") return `${answer.paragraph ? `${answer.paragraph} ` : ""}“${answer.words}”`;
  if (kind === "choose") return options.find(({ id }) => id === answer)?.text ?? answer;
  return answer;
}

const GOALS = /** @type {Record<string, string>} */ ({
  highest_rung: "highest rung", hedges_gained: "hedges gained", hedges_lost: "hedges lost", boosters_gained: "boosters gained",
  boosters_lost: "boosters lost", themes_gained: "themes gained", themes_lost: "themes lost", themes_kept: "themes kept",
});

/** @param {Record<string, number|string[]>} goal */
const writeGoal = (goal) => Object.entries(goal).map(([name, aim]) => `${GOALS[name] ?? name} ${Array.isArray(aim) ? aim.join(", ") || "none" : aim}`).join("; ");
