/** Which rows the choices leave, and how many paragraphs stand behind each choice. No page here. */

/** @import { Bundle, Row, State } from "./types.js" */
/** @import { Filter } from "./state.js" */

import { holds, makePattern } from "./searching.js";
import { CHOICES, FILTERS, isSet } from "./state.js";

/** @param {Row} row */
export const hasChanged = (row) => row.kinds.some((kind) => kind !== "same");

/** The name of a row in addresses: where its two paragraphs stand. @param {Row} row */
export const nameRow = (row) => `${row.old_position ?? ""}-${row.new_position ?? ""}`;

/** The paragraph that a row is about; a merged one has several rows. @param {Row} row */
const subjectOf = (row) => (row.new_position === null ? `old ${row.old_position}` : `new ${row.new_position}`);

/** @param {Row[]} rows */
export const countParagraphs = (rows) => new Set(rows.map(subjectOf)).size;

/** @typedef {Record<"objective"|"theme"|"section"|"change"|"hand", string[]>} Values */
/** @type {WeakMap<Row, Values>} */
const known = new WeakMap();

/**
 * What the filters look at in a row.
 * @param {Row} row
 * @param {Bundle} bundle
 * @returns {Values}
 */
function valuesOf(row, bundle) {
  let values = known.get(row);
  if (!values) {
    const tags = row.tags.map(([at]) => bundle.tags[at]);
    const objective = tags.filter((tag) => tag.scheme === "objective").map((tag) => tag.tag);
    const theme = tags.filter((tag) => tag.scheme !== "objective").map((tag) => tag.tag);
    known.set(row, (values = { objective, theme, section: [row.section], change: row.kinds, hand: row.hands }));
  }
  return values;
}

/**
 * Whether a row passes one filter.
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {State} state
 * @param {Filter} filter
 * @param {RegExp|null} pattern
 */
function passes(row, bundle, state, filter, pattern) {
  if (!isSet(state, filter)) return true;
  if (filter === "words") return holds(row, pattern);
  if (filter === "changed_only") return hasChanged(row);
  return valuesOf(row, bundle)[filter].includes(/** @type {string} */ (state[filter]));
}

/** @type {{bundle: Bundle|null, key: string, failed: Filter[][]}} */
let judged = { bundle: null, key: "", failed: [] };

/** How many paragraphs have changed at all. @param {Bundle} bundle */
export const countChanged = (bundle) => countParagraphs(bundle.rows.filter(hasChanged));

/**
 * For each row the filters that it fails; worked out once for the same choices.
 * @param {Bundle} bundle
 * @param {State} state
 */
function judge(bundle, state) {
  const key = JSON.stringify(FILTERS.map((filter) => state[filter]));
  if (judged.bundle !== bundle || judged.key !== key) {
    const pattern = makePattern(state.words);
    judged = { bundle, key, failed: bundle.rows.map((row) => FILTERS.filter((filter) => !passes(row, bundle, state, filter, pattern))) };
  }
  return judged.failed;
}

/**
 * The rows that the choices leave, or would leave without one of the filters.
 * @param {Bundle} bundle
 * @param {State} state
 * @param {Filter} [without]
 * @returns {Row[]}
 */
export function chosenRows(bundle, state, without) {
  const failed = judge(bundle, state);
  return bundle.rows.filter((_row, at) => failed[at].every((filter) => filter === without));
}

/**
 * For each value of a filter, how many paragraphs it would leave beside the other choices.
 * @param {Bundle} bundle
 * @param {State} state
 * @param {keyof Values} filter
 * @returns {Map<string, number>}
 */
export function countValues(bundle, state, filter) {
  /** @type {Map<string, Row[]>} */
  const found = new Map();
  for (const row of chosenRows(bundle, state, filter)) {
    for (const value of valuesOf(row, bundle)[filter]) found.set(value, [...(found.get(value) ?? []), row]);
  }
  return new Map([...found].map(([value, rows]) => [value, countParagraphs(rows)]));
}

/**
 * How many paragraphs pass one filter, whatever the others say.
 * @param {Bundle} bundle
 * @param {State} state
 * @param {Filter} filter
 */
export function countAlone(bundle, state, filter) {
  const failed = judge(bundle, state);
  return countParagraphs(bundle.rows.filter((_row, at) => !failed[at].includes(filter)));
}

/**
 * The comparison in one line: how many paragraphs of each fate.
 * @param {Bundle} bundle
 */
export function summarize(bundle) {
  const fates = Object.entries({ same: "unchanged", edited: "edited", split: "from splits", merged: "merged", inserted: "new" });
  const told = fates
    .map(([relation, name]) => /** @type {const} */ ([name, countParagraphs(bundle.rows.filter((row) => row.relation === relation))]))
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  const gone = countGone(bundle.rows), all = countParagraphs(bundle.rows) - gone;
  const moved = countParagraphs(bundle.rows.filter((row) => row.kinds.includes("moved")));
  return [
    `${nameNumber(all)} in the newer draft${told.length ? `: ${told.join(", ")}` : ""}.`,
    moved && `Of these ${all}, ${moved} moved.`,
    gone && `${nameNumber(gone)} of the older draft ${gone === 1 ? "is" : "are"} gone.`,
  ].filter(Boolean).join(" ");
}

/** @param {number} count */
export const nameNumber = (count) => `${count} ${count === 1 ? "paragraph" : "paragraphs"}`;

/** How many of them stand in the older draft alone. @param {Row[]} rows */
export const countGone = (rows) => countParagraphs(rows.filter((row) => row.new_position === null));

/**
 * Two states in which the same choices stand.
 * @param {State} one
 * @param {State} other
 */
export const changesBetween = (one, other) => CHOICES.filter((name) => one[name] !== other[name]);

/**
 * A share as people write it; a small one is not nothing.
 * @param {number|null} share
 */
export function percent(share) {
  if (share === null) return "";
  if (share > 0 && share < 0.005) return "<1%";
  return `${Math.round(share * 100)}%`;
}
