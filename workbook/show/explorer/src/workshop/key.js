/** The key of a sheet: the answers that are accepted with the reason of each, traps with the reason why not, the debrief. */

/** @import { Answer, Exercise, Question } from "./taught.js" */

import { capitalize, make } from "../dom.js";
import { nameValue } from "./telling.js";

/** @param {Exercise[]} exercises */
export function drawKey(exercises) {
  return make("article.key", { "aria-label": "The key" },
    make("h5", {}, "Key, for the teacher"),
    make("p.facts", {}, "“Most likely” stands where an answer rests on words that were probably struck out, “if argued” where it is right with a good reason."),
    ...exercises.map((exercise, at) => make("section.exercise-key", {},
      make("h6", {}, `${at + 1}. ${exercise.title}`), exercise.about && make("p.facts", {}, exercise.about),
      ...exercise.questions.map((question, place) => drawQuestion(exercise, question, exercise.questions.length > 1 ? `${String.fromCharCode(97 + place)}) ` : "")),
      exercise.debrief.length > 0 && make("div.debrief", {}, make("p", {}, make("b", {}, "To talk about")), make("ul", {}, ...exercise.debrief.map((words) => make("li", {}, words)))))));
}

/** @param {Exercise} exercise @param {Question} question @param {string} letter */
function drawQuestion(exercise, question, letter) {
  const { ask, kind, wanted, accepted, traps, otherwise, hints, actual } = question;
  const rows = (/** @type {string} */ name, /** @type {Answer[]} */ answers) => answers.map((answer) =>
    make("li", {}, make("b", {}, `${name}: ${nameValue(exercise, question, answer.answer)}`), `${answer.sure ? ` (${answer.sure})` : ""}${answer.why ? `. ${capitalize(answer.why)}` : ""}`));
  const enough = wanted < accepted.length && kind !== "label" ? ` ${wanted} of these ${accepted.length} ${wanted === 1 ? "is" : "are"} enough.` : "";
  return make("div.paper-question", {}, make("p.paper-ask", {}, make("b", {}, letter), ask, make("span.facts", {}, enough)),
    make("ul", {}, ...rows(kind === "edit" ? "This would do" : "Right", accepted), ...rows("Not right", traps),
      otherwise && make("li", {}, make("b", {}, "Any other answer: "), otherwise),
      actual && make("li", {}, make("b", {}, `What came${actual.label ? `, ${actual.label}` : ""}: `), actual.text),
      ...hints.map((words, at) => make("li.facts", {}, `Hint ${at + 1}: ${words}`))));
}
