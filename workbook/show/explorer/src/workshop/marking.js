/** Words that were marked in the text, as a list from which each can be taken out. */

/** @import { Answers } from "./exercise.js" */
/** @import { Mark } from "./checking.js" */
/** @import { Given } from "./progress.js" */
/** @import { Exercise, Question } from "./taught.js" */

import { make, tell } from "../dom.js";
import { ENOUGH, LONGER } from "./checking.js";
import { nameCount, quoteMark } from "./telling.js";

const HOW = `Choose words in the text and mark them. “mark words” above a paragraph does it with the keys, or by two taps. A mark counts if it has half of the words sought, and at most ${LONGER} characters more; of many words, ${nameCount(ENOUGH)} in a row are enough if nothing else is marked.`;

/** @param {Question} question @param {Answers} answers @param {Exercise} exercise */
export function makeMarking(question, answers, exercise) {
  const how = make("p.quiet", { tabIndex: -1 }, HOW), list = make("ul.given");
  let drawn = "";
  return {
    node: make("div.marking", {}, how, list),
    first: () => how,
    /** @param {Given} given */
    paint({ given }) {
      if (drawn === (drawn = JSON.stringify(given))) return;
      list.replaceChildren(...given.filter((value) => typeof value !== "string").map((mark) => drawMark(/** @type {Mark} */ (mark))));
    },
  };

  /** @param {Mark} mark */
  function drawMark(mark) {
    const words = quoteMark(exercise, question, mark);
    return make("li", {}, make("span", {}, make("mark", {}, words || "words that do not stand there"), ` in ${mark.paragraph}`), " ",
      make("button.away", { type: "button", "aria-label": `take out: ${words}`, click: () => { answers.take(question, mark); how.focus(); } }, "take out"));
  }
}
