/** Words looked for in both texts of a paragraph; `selection.py` looks in the same way. */

/** @import { Row } from "./types.js" */

// Marks that a keyboard writes in one way and a draft in several.
const ALIKE = ["'’‘", '"“”', "-‐‑–"];

/**
 * A pattern for the words as typed: any case, any space between them, any shape of quotes and hyphens.
 * @param {string} words
 * @returns {RegExp|null}
 */
export function makePattern(words) {
  const parts = words.trim().split(/\s+/u).filter(Boolean);
  return parts.length ? new RegExp(parts.map((part) => [...part].map(writeSign).join("")).join("\\s+"), "giu") : null;
}

/** A sign as a pattern: quotes and hyphens in any shape. @param {string} sign */
export function writeSign(sign) {
  const alike = ALIKE.find((signs) => signs.includes(sign));
  return alike ? `[${alike.replace("-", "\\-")}]` : sign.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
}

/** @type {WeakMap<Row, [string, string]>} */
const texts = new WeakMap();

/**
 * The old and the new text of a row.
 * @param {Row} row
 * @returns {[string, string]}
 */
export function textsOf(row) {
  let found = texts.get(row);
  if (!found) {
    const side = (/** @type {0|1} */ at) => row.spans.map((span) => (typeof span === "string" ? span : span[at])).join("");
    texts.set(row, (found = [side(0), side(1)]));
  }
  return found;
}

/**
 * @param {Row} row
 * @param {RegExp|null} pattern
 */
export const holds = (row, pattern) => !pattern || textsOf(row).some((text) => text.search(pattern) >= 0);

/**
 * How often the words stand in the older and in the newer texts of these rows, in words.
 * @param {Row[]} rows
 * @param {RegExp|null} pattern
 */
export function tellHits(rows, pattern) {
  if (!pattern) return "";
  const [old, neu] = /** @type {const} */ ([0, 1]).map((side) => rows.reduce((sum, row) => sum + (textsOf(row)[side].match(pattern)?.length ?? 0), 0));
  return `${old} ${old === 1 ? "time" : "times"} in the older draft, ${neu} in the newer`;
}
