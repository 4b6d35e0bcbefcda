/** One exercise: what is to be done, the texts, the questions, and what to talk about afterwards. */

/** @import { Host } from "../types.js" */
/** @import { Mark, Value } from "./checking.js" */
/** @import { Keeping } from "./keeping.js" */
/** @import { Given } from "./progress.js" */
/** @import { Exercise, Question } from "./taught.js" */
/** @typedef {ReturnType<typeof bindAnswers>} Answers */

import { make, tell } from "../dom.js";
import { drawJump } from "../leaf.js";
import { LONG_OPTION } from "./choosing.js";
import { spellLabel } from "./labels.js";
import { makeMaterial } from "./material.js";
import { NOTHING } from "./progress.js";
import { makeQuestion } from "./question.js";
import { partText, tellProgress } from "./telling.js";

// So few paragraphs are read above their questions; beside more of them the questions stay in sight.
const FEW = 3, SOME = 12;

/**
 * @param {Host} host
 * @param {Exercise} exercise
 * @param {Keeping} keeping
 * @param {boolean} wide
 */
export function makeExercise(host, exercise, keeping, wide) {
  const answers = bindAnswers(exercise, keeping), title = make("h4", { tabIndex: -1 }, exercise.title), state = make("span.progress");
  const material = makeMaterial(exercise, answers, wide), questions = exercise.questions.map((question) => makeQuestion(host, exercise, question, answers));
  const heading = make("h5", { tabIndex: -1 }, questions.length === 1 ? "The question" : "The questions");
  // On a narrow page the questions stand below the texts: the way there stays in sight as long as one reads.
  material.node.append(make("div.to-questions", {}, drawJump("To the questions", heading)));
  const back = make("button.to-texts", { type: "button", click: () => material.node.scrollIntoView() }, "Back to the texts");
  const anew = make("button", { type: "button", click: () => { keeping.clear(exercise.id); title.focus(); } }, "Begin this exercise anew");
  const node = make("article.exercise", { "data-exercise": exercise.id },
    make("header", {}, title, make("p.quiet", {}, [`${exercise.minutes} minutes`, exercise.about.replace(/\.$/, "")].filter(Boolean).join(" · "), " · ", state)),
    make("div.task", {}, ...partText(exercise.task).map((words) => make("p", {}, words))),
    exercise.cautions.length > 0 && make("div.caution", {}, ...exercise.cautions.map((words) => make("p", {}, words))),
    make(`div.desk.${isAside(exercise) ? "aside" : "below"}`, {}, exercise.material.length > 0 && material.node, make("section.questions", { "aria-label": "Questions" }, make("div.bar", {}, heading, exercise.material.length > 0 && back), ...questions.map((question) => question.node))),
    exercise.debrief.length > 0 && make("section.debrief", {}, make("h5", {}, "To talk about afterwards"), make("ul", {}, ...exercise.debrief.map((words) => make("li", {}, words)))),
    make("div.acts", {}, anew));
  return {
    node,
    title,
    paint() {
      const [sign, words] = tellProgress(exercise, (question) => keeping.read(exercise.id, question));
      tell(state, `${sign} ${words}`);
      anew.hidden = sign === "○";
      material.paint();
      for (const question of questions) question.paint();
    },
  };
}

/** Whether the questions stand beside the texts: where much is read, and no option is a text itself. @param {Exercise} exercise */
function isAside({ material, questions }) {
  const count = material.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  const long = questions.some(({ kind, options }) => kind === "edit" || kind === "write" || options.some(({ text }) => text.length > LONG_OPTION));
  return count > (long ? SOME : FEW);
}

/**
 * The answers to one exercise, and what is done to them. What is changed after it was checked is unchecked.
 * @param {Exercise} exercise
 * @param {Keeping} keeping
 */
function bindAnswers({ id }, keeping) {
  /** @param {string} question @returns {Given} */
  const read = (question) => keeping.read(id, question);
  /** @param {Question} question @param {Partial<Given>} changes @param {() => void} [after] */
  function change({ id: name }, changes, after) {
    const anew = changes.given || changes.text !== undefined ? { checked: false, right: false } : {};
    if (Object.keys(changes).length) keeping.change(id, name, { ...anew, ...changes });
    after?.();
  }
  const isMark = (/** @type {Mark} */ mark) => (/** @type {Value} */ value) => typeof value !== "string" && value.paragraph === mark.paragraph && value.start === mark.start && value.end === mark.end;
  return {
    read,
    change,
    /** In, or out again. @param {Question} question @param {string} value @param {boolean} [wanted] */
    toggle(question, value, wanted) {
      const { given } = read(question.id), same = question.kind === "pick" ? spellLabel : String;
      const others = given.filter((each) => same(/** @type {string} */ (each)) !== same(value));
      change(question, { given: wanted ?? others.length === given.length ? [...others, value] : others });
    },
    /** @param {Question} question @param {Mark} mark @param {(words: string) => void} say */
    mark(question, mark, say) {
      const { given } = read(question.id);
      if (given.some(isMark(mark))) return say("These words are marked already.");
      // What lies in the new mark, or around it, gives way to it.
      const apart = given.filter((value) => typeof value === "string" || value.paragraph !== mark.paragraph || value.end <= mark.start || value.start >= mark.end);
      change(question, { given: [...apart, mark] });
      say(`Marked. ${apart.length + 1} in all.`);
    },
    /** @param {Question} question @param {Mark} mark */
    take: (question, mark) => change(question, { given: read(question.id).given.filter((value) => !isMark(mark)(value)) }),
    /** @param {Question} question */
    reset: (question) => change(question, { ...NOTHING }),
  };
}
