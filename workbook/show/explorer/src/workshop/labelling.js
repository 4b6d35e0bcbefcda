/** A paragraph's number that is typed; several are parted by commas. */

/** @import { Answers } from "./exercise.js" */
/** @import { Given } from "./progress.js" */
/** @import { Question } from "./taught.js" */

import { freshId, make } from "../dom.js";
import { partLabels } from "./labels.js";

// As much as is read of what is typed.
const MOST = 120, LONGEST = 40;

/** @param {Question} question @param {Answers} answers @param {() => void} check */
export function makeLabelling(question, answers, check) {
  const id = freshId("number"), several = question.wanted > 1;
  const field = make("input", {
    id, type: "text", autocomplete: "off", maxLength: MOST, placeholder: several ? "for example 3, 12 bis" : "for example 12 bis",
    input: () => answers.change(question, { given: partLabels(field.value).map((words) => words.slice(0, LONGEST)) }),
    keydown: (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && check(),
  });
  return {
    node: make("div.labelling", {}, make("label", { htmlFor: id }, several ? "Numbers of the paragraphs" : "Number of the paragraph"), field),
    first: () => field,
    /** @param {Given} given */
    paint({ given }) {
      const now = JSON.stringify(given.map(String)), typed = JSON.stringify(partLabels(field.value).map((words) => words.slice(0, LONGEST)));
      if (now !== typed) field.value = given.map(String).join(", ");
    },
  };
}
