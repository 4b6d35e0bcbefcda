/** A plan for a workshop as a table: minutes, what happens, on which exercise, on the page or on paper. */

/** @import { Exercise } from "./taught.js" */
/** @import { Plan } from "./programme.js" */

import { make } from "../dom.js";

// A longer plan is unfolded by whoever wants to read it.
const FEW = 12;
const PLACES = /** @type {Record<string, string>} */ ({ page: "on the page", paper: "on paper", room: "together" });

/** The exercises of a plan, each once. @param {Plan} plan */
export const listExercises = (plan) => [...new Set(plan.steps.map(({ exercise }) => exercise).filter(Boolean))];

/** Those of them that are not written for the drafts here. @param {Plan} plan @param {Exercise[]} written */
export const listMissing = (plan, written) => listExercises(plan).filter((id) => !written.some((exercise) => exercise.id === id));

/**
 * The plans that can be begun with: those that are all here, then those of which some exercises are missing. A plan without any of its exercises is none.
 * @param {Plan[]} plans
 * @param {Exercise[]} written
 */
export function offerPlans(plans, written) {
  const lacks = (/** @type {Plan} */ plan) => listMissing(plan, written).length;
  return plans.filter((plan) => !lacks(plan) || lacks(plan) < listExercises(plan).length).sort((one, other) => Number(lacks(one) > 0) - Number(lacks(other) > 0));
}

/** What is said where plans lack exercises, a sentence each. @param {Plan[]} plans @param {Exercise[]} written */
export function tellLacking(plans, written) {
  const offered = offerPlans(plans, written), lacking = offered.filter((plan) => listMissing(plan, written).length);
  if (plans.length && !offered.length) return [`No plan is shown: those here were written for other drafts, most likely the workbook's own, and none of their exercises is in this data folder. Begin with ${written.length ? "the exercises of this folder and with " : ""}exercises made from the two drafts: “Add an exercise”, below.`];
  return lacking.map((plan) => {
    const ids = listMissing(plan, written);
    return `“${plan.title}” was written for other drafts, most likely the workbook's own: ${ids.join(", ")} ${ids.length === 1 ? "is" : "are"} missing in this data folder.`;
  });
}

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
