/** The paragraphs of my list, kept in the address: each by the draft that it stands in and its place there. */

/** @import { Bundle, Host, Row } from "../types.js" */

import { make } from "../dom.js";

/**
 * The name of a row's paragraph: of the newer draft, of the older one where it is gone. So it is found again beside
 * any other draft.
 * @param {Row} row
 * @param {Bundle} bundle
 */
export const nameTick = (row, bundle) => (row.new_position === null
  ? `${encodeURIComponent(bundle.old)}:${row.old_position}` : `${encodeURIComponent(bundle.new)}:${row.new_position}`);

/** @param {Host} host */
const readTicks = (host) => host.state().ticked.split(",").filter(Boolean);

/** @param {Host} host @param {string[]} ticks */
const writeTicks = (host, ticks) => host.choose({ ticked: [...new Set(ticks)].join(",") });

/**
 * The names under which a row is in the list, in whichever of the two drafts its paragraph was ticked.
 * @param {Row} row
 * @param {Bundle} bundle
 */
function namesOf(row, bundle) {
  const sides = /** @type {[string, number|null][]} */ ([[bundle.new, row.new_position], [bundle.old, row.old_position]]);
  return sides.filter(([, position]) => position !== null).map(([draft, position]) => `${encodeURIComponent(draft)}:${position}`);
}

/** @param {Row} row @param {Bundle} bundle @param {Host} host */
export const isTicked = (row, bundle, host) => namesOf(row, bundle).some((name) => readTicks(host).includes(name));

/** @param {Row} row @param {Bundle} bundle @param {Host} host @param {boolean} wanted */
export function tick(row, bundle, host, wanted) {
  const own = namesOf(row, bundle), others = readTicks(host).filter((name) => !own.includes(name));
  writeTicks(host, wanted ? [...others, nameTick(row, bundle)] : others);
}

/**
 * The rows of the list in the order in which they were ticked, and how many of it stand in other drafts than these
 * two. A paragraph that was split has several rows: all of them are its own.
 * @param {Host} host
 * @param {Bundle} bundle
 * @returns {{rows: Row[], elsewhere: number}}
 */
export function findTicked(host, bundle) {
  /** @type {Set<Row>} */
  const rows = new Set();
  let elsewhere = 0;
  for (const name of readTicks(host)) {
    const found = bundle.rows.filter((row) => namesOf(row, bundle).includes(name));
    found.forEach((row) => rows.add(row));
    elsewhere += Number(!found.length);
  }
  return { rows: [...rows], elsewhere };
}

/** @param {Host} host */
export const clearTicks = (host) => writeTicks(host, []);

/**
 * The tick on a card.
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 */
export function drawTick(row, bundle, host) {
  const label = (row.relation === "deleted" ? row.old_label : row.new_label) || "without a number";
  const box = make("input", { type: "checkbox", checked: isTicked(row, bundle, host), "aria-label": `Paragraph ${label} in my list` });
  box.addEventListener("change", () => tick(row, bundle, host, box.checked));
  return make("label.tick", { title: "Add to my list" }, box, "my list");
}

/** Keeps a card's tick in step with the list. @param {Element} card @param {Row} row @param {Bundle} bundle @param {Host} host */
export function paintTick(card, row, bundle, host) {
  const box = /** @type {HTMLInputElement|null} */ (card.querySelector(".tick input"));
  if (box) box.checked = isTicked(row, bundle, host);
}
