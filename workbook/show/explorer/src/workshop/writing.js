/** A line of one's own, laid beside what really came. */

/** @import { Host } from "../types.js" */
/** @import { Answers } from "./exercise.js" */
/** @import { Given } from "./progress.js" */
/** @import { Question } from "./taught.js" */

import { freshId, make } from "../dom.js";
import { makePredicted } from "./predicted.js";

const MOST = 6_000;

/** @param {Host} host @param {Question} question @param {Answers} answers */
export function makeWriting(host, question, answers) {
  const id = freshId("line"), { actual, paragraph } = question;
  const field = make("textarea.own-words", { id, rows: 5, maxLength: MOST, input: () => answers.change(question, { text: field.value }) });
  const came = make("div.came"), predicted = makePredicted(host, question);
  return {
    node: make("div.writing", {}, make("label", { htmlFor: id }, "Your line"), field, came, predicted.node),
    first: () => field,
    /** @param {Given} given */
    paint({ text, revealed }) {
      if (field.value !== text && document.activeElement !== field) field.value = text;
      const shown = revealed && actual;
      if (!shown) came.replaceChildren();
      else if (!came.childElementCount) came.append(make("p.name", {}, `What came: ${actual.label || paragraph?.label || "the paragraph"}`), make("p.text", {}, actual.text));
      predicted.paint(shown ? text : "");
    },
  };
}
