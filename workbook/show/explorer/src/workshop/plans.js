/** A plan for a workshop as a table: minutes, what happens, on which exercise, on the page or on paper. */

/** @import { Exercise } from "./taught.js" */
/** @import { Plan } from "./programme.js" */

import { make } from "../dom.js";

// A longer plan is unfolded by whoever wants to read it.
const FEW = 12;
const PLACES = /** @type {Record<string, string>} */ ({ page: "on the page", paper: "on paper", room: "together" });

/**
 * @param {Plan} plan
 * @param {Exercise[]} written
 */
export function drawPlan(plan, written) {
  const name = (/** @type {string} */ id) => (id ? `${id} ${written.find((exercise) => exercise.id === id)?.title ?? ""}`.trim() : "");
  const days = plan.steps.some(({ day }) => day > 1);
  const rows = plan.steps.map(({ minutes, what, exercise, where, day }) => make("tr", {}, days && make("td.number", {}, String(day)),
    make("td.number", {}, String(minutes)), make("td", {}, what), make("td", {}, name(exercise)), make("td", {}, PLACES[where] ?? where)));
  const heads = [...(days ? ["Day"] : []), "Minutes", "What happens", "Exercise", "Where"].map((words) => make("th", { scope: "col" }, words));
  return make("details", { open: plan.steps.length <= FEW }, make("summary", {}, `The plan, step by step: ${plan.minutes} minutes`), plan.about && make("p.quiet", {}, plan.about),
    make("div.scrolled", { tabIndex: 0, role: "region", "aria-label": "The plan" }, make("table.plain", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows))));
}
