/** A plan for a workshop as a table: minutes, what happens, on which exercise, on the page or on paper. */

/** @import { Exercise } from "./taught.js" */
/** @import { Plan } from "./programme.js" */

import { make } from "../dom.js";

/**
 * @param {Plan} plan
 * @param {Exercise[]} written
 */
export function drawPlan(plan, written) {
  const name = (/** @type {string} */ id) => (id ? `${id} ${written.find((exercise) => exercise.id === id)?.title ?? ""}`.trim() : "");
  const rows = plan.steps.map(({ minutes, what, exercise, where }) => make("tr", {},
    make("td.number", {}, String(minutes)), make("td", {}, what), make("td", {}, name(exercise)), make("td", {}, where)));
  const heads = ["Minutes", "What happens", "Exercise", "Where"].map((words) => make("th", { scope: "col" }, words));
  return make("details", { open: true }, make("summary", {}, `The plan, step by step: ${plan.minutes} minutes`), plan.about && make("p.quiet", {}, plan.about),
    make("div.scrolled", {}, make("table.plain", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows))));
}
