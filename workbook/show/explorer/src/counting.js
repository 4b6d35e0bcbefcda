/** Which rows the choices leave, and how many paragraphs stand behind each choice. No page here. */

/** @import { Bundle, Row, State } from "./types.js" */

/** @typedef {"objective"|"theme"|"section"} Filter */

export const FILTERS = /** @type {const} */ (["objective", "theme", "section"]);

/**
 * The values of a row that a filter looks at.
 * @param {Row} row
 * @param {Filter} filter
 * @returns {string[]}
 */
export function valuesOf(row, filter) {
  if (filter === "section") return [row.section];
  return row.tags.filter((tag) => (tag.scheme === "objective") === (filter === "objective")).map((tag) => tag.tag);
}

/**
 * Whether a row passes all filters, or all but one.
 * @param {Row} row
 * @param {State} state
 * @param {Filter} [except]
 */
export function passes(row, state, except) {
  return FILTERS.every((filter) => {
    const chosen = state[filter];
    return filter === except || chosen === null || valuesOf(row, filter).includes(chosen);
  });
}

/**
 * How many paragraphs these rows are: a merged one has several rows.
 * @param {Row[]} rows
 */
export const countParagraphs = (rows) => new Set(rows.map((row) => row.paragraph)).size;

/**
 * For each value of a filter, how many paragraphs it would leave beside the other choices.
 * @param {Row[]} rows
 * @param {State} state
 * @param {Filter} filter
 * @returns {Map<string, number>}
 */
export function countValues(rows, state, filter) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const row of rows) {
    if (!passes(row, state, filter)) continue;
    for (const value of valuesOf(row, filter)) {
      found.set(value, (found.get(value) ?? new Set()).add(row.paragraph));
    }
  }
  return new Map([...found].map(([value, paragraphs]) => [value, paragraphs.size]));
}

/**
 * The comparison in one line: how many paragraphs of each fate.
 * @param {Bundle} bundle
 */
export function summarize(bundle) {
  const fates = [
    ["unchanged", ["same"]],
    ["edited", ["edited"]],
    ["from splits", ["split"]],
    ["merged", ["merged"]],
    ["new", ["inserted"]],
    ["gone", ["deleted"]],
  ].map(([name, relations]) => {
    const rows = bundle.rows.filter((row) => relations.includes(row.relation));
    return /** @type {[string, number]} */ ([/** @type {string} */ (name), countParagraphs(rows)]);
  });
  const moved = countParagraphs(bundle.rows.filter((row) => row.moved && row.relation !== "split"));
  const told = fates.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`);
  if (moved) told.push(`${moved} of these moved`);
  return `${countParagraphs(bundle.rows)} paragraphs: ${told.join(", ")}`;
}

/**
 * A share as people write it; a small one is not nothing.
 * @param {number|null} share
 */
export function percent(share) {
  if (share === null) return "";
  if (share > 0 && share < 0.005) return "<1%";
  return `${Math.round(share * 100)}%`;
}
