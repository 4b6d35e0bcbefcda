/** Answers that are chosen: one of several, or all that fit. */

/** @import { Answers } from "./exercise.js" */
/** @import { Given } from "./progress.js" */
/** @import { Question } from "./taught.js" */

import { freshId, make } from "../dom.js";

// An option as long as this is a text to read, and is set as one.
export const LONG_OPTION = 120;

/** @param {Question} question @param {Answers} answers */
export function makeChoosing(question, answers) {
  const single = question.wanted <= 1, name = freshId("choice");
  const rows = question.options.map(({ id, text }) => {
    const input = make("input", { type: single ? "radio" : "checkbox", name, value: id, change: () => (single ? answers.change(question, { given: [id] }) : answers.toggle(question, id, input.checked)) });
    return { id, input, node: make(`label.option${text.length > LONG_OPTION ? ".long" : ""}`, {}, input, make("span", {}, text)) };
  });
  return {
    node: make("div.options", {}, ...rows.map(({ node }) => node)),
    first: () => rows.find(({ input }) => input.checked)?.input ?? rows[0]?.input,
    /** @param {Given} given */
    paint({ given }) {
      for (const { id, input } of rows) input.checked = given.includes(id);
    },
  };
}
