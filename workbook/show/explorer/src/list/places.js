/** Where watched words stand in the two drafts, and whether they came, went or stayed. No page here. */

/** @import { Bundle, Row } from "../types.js" */

import { writeSign } from "../searching.js";

const LETTER = "[\\p{L}\\p{N}_]", ANY = `${LETTER}*`;

/** @typedef {{row: Row, put: number, out: number, kept: number}} Stand */
/**
 * `old`, `new`: how often, and in how many of how many paragraphs; `put`, `out`, `kept`: how often words came, went
 * or stayed as they were.
 * @typedef {{times: number, paragraphs: number, whole: number}} Side
 * @typedef {{old: Side, new: Side, put: number, out: number, kept: number, places: Stand[]}} Found
 */

/**
 * A pattern for whole words, in any case, * at an end of one standing for any letters; null where there are no words. The chapter
 * `list.py` finds in the same way.
 * @param {string} words
 */
export function makeWhole(words) {
  const parts = words.trim().split(/\s+/u).filter((part) => part.replace(/\*+/g, ""));
  if (!parts.length) return null;
  const written = parts.map((part) => {
    const [, before, signs, behind] = /** @type {string[]} */ (part.match(/^(\**)(.*?)(\**)$/u));
    const sought = [...signs].map(writeSign).join("");
    // Where letters stand on both sides, the first place in a word is taken: one way to match, so nothing makes it slow.
    return `${before && (behind ? `(?:(?!${sought})${LETTER})*` : ANY)}${sought}${behind && ANY}`;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}_])${written.join("\\s+")}(?![\\p{L}\\p{N}_])`, "giu");
}

/**
 * @param {Bundle} bundle
 * @param {RegExp} pattern
 * @returns {Found}
 */
export function findWords(bundle, pattern) {
  /** @type {Stand[]} */
  const places = [];
  const sides = { old: countSide(bundle, "old"), new: countSide(bundle, "new") };
  const standing = { old: new Set(), new: new Set() };
  for (const row of bundle.rows) {
    const old = findIn(row, 0, pattern), neu = findIn(row, 1, pattern);
    if (!old.all && !neu.all) continue;
    places.push({ row, put: neu.all - neu.kept, out: old.all - old.kept, kept: neu.kept });
    sides.old.times += old.all;
    sides.new.times += neu.all;
    if (old.all) standing.old.add(row.old_position);
    if (neu.all) standing.new.add(row.new_position);
  }
  const sum = (/** @type {"put"|"out"|"kept"} */ name) => places.reduce((total, place) => total + place[name], 0);
  return {
    old: { ...sides.old, paragraphs: standing.old.size }, new: { ...sides.new, paragraphs: standing.new.size },
    put: sum("put"), out: sum("out"), kept: sum("kept"), places,
  };
}

/** @param {Bundle} bundle @param {"old"|"new"} side */
function countSide(bundle, side) {
  const whole = new Set(bundle.rows.map((row) => row[`${side}_position`]).filter((position) => position !== null)).size;
  return { times: 0, paragraphs: 0, whole };
}

/**
 * How often the words stand in one text of a row, and how often nothing in them or between them changed.
 * @param {Row} row
 * @param {0|1} side
 * @param {RegExp} pattern
 */
function findIn(row, side, pattern) {
  let text = "", all = 0, kept = 0;
  /** Where something changed in this text; of words that are only in the other one, the place. @type {[number, number][]} */
  const changed = [];
  for (const span of row.spans) {
    const words = typeof span === "string" ? span : span[side];
    if (typeof span !== "string" && span[2] !== 1) changed.push([text.length, text.length + words.length]);
    text += words;
  }
  for (const match of text.matchAll(pattern)) {
    const start = match.index, end = start + match[0].length;
    all += 1;
    kept += Number(!changed.some(([from, to]) => from < end && to > start));
  }
  return { all, kept };
}
