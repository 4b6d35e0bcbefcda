/** Paragraphs that are picked: in the text itself, or by their numbers here. */

/** @import { Answers } from "./exercise.js" */
/** @import { Given } from "./progress.js" */
/** @import { Exercise, Question } from "./taught.js" */

import { make, tell } from "../dom.js";
import { nameShown } from "./checking.js";
import { spellLabel } from "./labels.js";

// More numbers than these are folded: they are picked where they are read.
const FEW = 16;

/** @param {Question} question @param {Answers} answers @param {Exercise} exercise */
export function makePicking(question, answers, exercise) {
  const names = exercise.material.filter(({ draft }) => draft === question.draft).flatMap(({ paragraphs }) => paragraphs.map(nameShown));
  const rows = names.map((name) => {
    const input = make("input", { type: "checkbox", value: name, change: () => answers.toggle(question, name, input.checked) });
    return { name, input, node: make("label.number", {}, input, name) };
  });
  const said = make("p.quiet"), all = make("div.numbers", { role: "group", "aria-label": "Paragraphs" }, ...rows.map(({ node }) => node));
  const fold = rows.length > FEW ? make("details", {}, make("summary", {}, `All ${rows.length} numbers`), all) : all;
  return {
    node: make("div.picking", {}, said, fold),
    first: () => fold.querySelector("summary") ?? rows[0]?.input,
    /** @param {Given} given */
    paint({ given }) {
      const picked = given.map((value) => spellLabel(String(value)));
      for (const { name, input } of rows) input.checked = picked.includes(spellLabel(name));
      tell(said, given.length ? `Picked: ${given.join(", ")}.` : "Pick paragraphs in the text, or by their numbers.");
    },
  };
}
