/** One paragraph to read: picked with a button, words of it marked with the pointer, with the keys, by two taps. */

/** @import { Exercise, Question, Shown } from "./taught.js" */
/** @import { Answers } from "./exercise.js" */
/** @import { Mark } from "./checking.js" */

import { make, tell, unseen } from "../dom.js";
import { judge, nameShown } from "./checking.js";
import { makeCursor } from "./cursor.js";
import { spellLabel } from "./labels.js";

/**
 * @param {{exercise: Exercise, answers: Answers, text: {draft: string, title: string}, shown: Shown, asked: Question[],
 *   titled?: boolean, say: (words: string) => void}} given  `asked`: the questions for which something is picked or marked here
 */
export function makePassage({ exercise, answers, text, shown, asked, titled, say }) {
  const name = nameShown(shown), lettered = exercise.questions.length > 1;
  const for_ = (/** @type {Question} */ { id }) => (lettered ? ` for ${id}` : "");
  const words = make("p.text", { "data-draft": text.draft, "data-name": name });
  const picks = asked.filter(({ kind }) => kind === "pick").map((question) => ({
    question, words: make("span"), button: make("button.pick", { type: "button", click: () => answers.toggle(question, name) }),
  }));
  for (const { button, words: said } of picks) button.append(said, unseen(` paragraph ${name}`));
  const marks = asked.filter(({ kind }) => kind === "mark").map((question) => ({
    question, button: make("button.mark-words", { type: "button", click: () => begin(question) }, `mark words${for_(question)}`, unseen(` in paragraph ${name}`)),
  }));
  const node = make("div.passage", { "data-name": name },
    make("div.who", {}, make("span.label", {}, shown.label || "¶"), titled && make("span.of", {}, text.title || text.draft),
      ...picks.map(({ button }) => button), ...marks.map(({ button }) => button)), words);
  let drawn = "";

  /** @param {Question} question */
  function begin(question) {
    const cursor = makeCursor(shown.text, name, say, (chosen) => {
      cursor.node.replaceWith(words);
      if (chosen) answers.mark(question, { paragraph: name, start: chosen[0], end: chosen[1] }, say);
      marks.find((each) => each.question === question)?.button.focus();
    });
    words.replaceWith(cursor.node);
    cursor.focus();
  }
  return {
    node,
    text: shown.text,
    paint() {
      for (const { question, button, words: said } of picks) {
        const picked = answers.read(question.id).given.some((value) => typeof value === "string" && spellLabel(value) === spellLabel(name));
        button.setAttribute("aria-pressed", String(picked));
        tell(said, `${picked ? "✓ picked" : "pick"}${for_(question)}`);
      }
      const found = findMarks(marks.map(({ question }) => question), answers, name), now = JSON.stringify(found);
      if (drawn !== now || !words.childNodes.length) words.replaceChildren(...drawMarks(shown.text, found));
      drawn = now;
    },
  };
}

/** @typedef {{start: number, end: number, state: string}} Found */

/**
 * The marks in a paragraph, and what was said of them.
 * @param {Question[]} asked
 * @param {Answers} answers
 * @param {string} name
 * @returns {Found[]}
 */
function findMarks(asked, answers, name) {
  return asked.flatMap((question) => {
    const { given, checked } = answers.read(question.id), verdicts = checked ? judge(question, given).verdicts : [];
    return given.flatMap((value, at) => (typeof value === "string" || spellLabel(value.paragraph) !== spellLabel(name) ? []
      : [{ start: value.start, end: value.end, state: verdicts[at]?.state ?? "" }]));
  });
}

/**
 * A text with its marks. Nothing but the text stands in it as text, so that places in it can be counted.
 * @param {string} text
 * @param {Found[]} found
 */
function drawMarks(text, found) {
  const signs = [...text], cuts = [...new Set([0, signs.length, ...found.flatMap(({ start, end }) => [start, end])])].filter((at) => at <= signs.length).sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, at) => {
    const words = signs.slice(from, cuts[at + 1]).join(""), over = found.filter(({ start, end }) => start <= from && end >= cuts[at + 1]);
    const last = over.some(({ end }) => end === cuts[at + 1]);
    return over.length ? make("mark", { "data-state": over.at(-1)?.state ?? "", className: last ? "last" : "" }, words) : words;
  });
}
