/** The tally as a table: each question with its counts, and below it the commonest wrong answers with the reason why not. */

/** @import { Counted, Tallied, Wrong } from "./tally.js" */

import { make } from "../dom.js";

// Wrong answers that are shown; characters of a question.
const FIRST = 5, LONGEST = 160;
const HEADS = ["Question", "Answered", "Right", "Took hints", "Saw the answer"];

/** @param {Tallied[]} tallied @param {number} whole */
export function drawTally(tallied, whole) {
  const groups = tallied.map(({ exercise, questions }) => make("tbody", {},
    make("tr.of-exercise", {}, make("th", { scope: "rowgroup", colSpan: HEADS.length }, `${exercise.id.includes("-") ? "" : `${exercise.id} `}${exercise.title}`, exercise.seed === null ? "" : ` (seed ${exercise.seed})`)),
    ...questions.flatMap((counted, at) => drawQuestion(counted, questions.length > 1 ? `${String.fromCharCode(97 + at)}) ` : "", whole))));
  return make("div.scrolled", { tabIndex: 0, role: "region", "aria-label": "The tally" }, make("table.plain", {},
    make("caption", {}, `Of ${whole} ${whole === 1 ? "file" : "files"}. Right: of those who answered.`),
    make("thead", {}, make("tr", {}, ...HEADS.map((words) => make("th", { scope: "col" }, words)))), ...groups));
}

/** @param {Counted} counted @param {string} letter @param {number} whole */
function drawQuestion(counted, letter, whole) {
  const { question, answered, right, hints, revealed, wrong, texts } = counted;
  const ask = question.ask.length > LONGEST ? `${question.ask.slice(0, LONGEST)} …` : question.ask;
  const row = make("tr", {}, make("th", { scope: "row" }, letter, ask), make("td", {}, `${answered} of ${whole}`), drawRight(right, answered),
    make("td", {}, `${hints} of ${whole}`), make("td", {}, `${revealed} of ${whole}`));
  const below = [...(wrong.length ? [drawWrong(wrong, answered)] : []), ...(texts.length ? [drawTexts(texts)] : [])];
  return below.length ? [row, make("tr.below", {}, make("td", { colSpan: HEADS.length }, ...below))] : [row];
}

/** A count and a bar of it. @param {number|null} right @param {number} answered */
function drawRight(right, answered) {
  if (right === null) return make("td", {}, "no right or wrong");
  if (!answered) return make("td", {}, "nobody answered");
  const bar = make("span.bar-of", { "aria-hidden": "true" });
  bar.style.setProperty("--part", String(right / answered));
  return make("td", {}, `${right} of ${answered}`, bar);
}

/** @param {Wrong[]} wrong @param {number} answered */
function drawWrong(wrong, answered) {
  const items = wrong.slice(0, FIRST).map(({ told, count, why }) => make("li", {}, make("b", {}, `${count} of ${answered}: ${told}`), why ? `. ${why}` : ""));
  const more = wrong.length - FIRST;
  return make("div.wrong", {}, make("p", {}, "Commonest wrong answers"), make("ul", {}, ...items, more > 0 && make("li", {}, `and ${more} more`)));
}

/** Sorted by their letters, so that no order gives a person away. @param {string[]} texts */
const drawTexts = (texts) => make("details", {}, make("summary", {}, `${texts.length === 1 ? "The text" : `The ${texts.length} texts`}, in the order of the alphabet`), make("ul.texts", {}, ...texts.map((words) => make("li", {}, words))));
