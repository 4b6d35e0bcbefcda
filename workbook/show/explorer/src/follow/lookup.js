/** Paragraphs by a number, old or new, or by words. No page here. */

/** @import { Chapter, Stop } from "./types.js" */

import { makePattern } from "../searching.js";
import { pathOf, trailOf } from "./paths.js";

/** @typedef {{stop: Stop, label: string, trail: string[], words: string, drafts: number[]}} Found */

// More suggestions than these nobody reads; how many letters stand round words that were found.
const MOST = 12, BEFORE = 30, LETTERS = 110;

/**
 * The paragraphs that bear a number as typed, then those whose number begins so, then those that have the words; each
 * chain once, in the last draft where it is so.
 * @param {Chapter} chapter
 * @param {string} typed
 * @returns {{found: Found[], more: number}}
 */
export function findParagraphs(chapter, typed) {
  const label = spell(typed, chapter.spellings), pattern = makePattern(typed);
  if (!pattern) return { found: [], more: 0 };
  /** @type {Map<string, Found>[]} */
  const ranks = [new Map(), new Map(), new Map()];
  for (const [at, { boxes }] of chapter.drafts.entries()) {
    for (const box of boxes) {
      const own = spell(box.label, {}), text = chapter.texts[box.text];
      const place = text.search(pattern), rank = label && own === label ? 0 : label && own.startsWith(label) ? 1 : place >= 0 ? 2 : -1;
      if (rank < 0) continue;
      const key = rank < 2 ? `${box.chain} ${box.label}` : `${box.chain}`, before = ranks[rank].get(key);
      ranks[rank].set(key, { stop: { at, box }, label: box.label || "¶", trail: [], words: cut(text, rank < 2 ? 0 : place), drafts: [...(before?.drafts ?? []), at] });
    }
  }
  const numbered = [...ranks[0].values(), ...ranks[1].values()], taken = new Set(numbered.map(({ stop }) => stop.box.chain));
  const all = [...numbered, ...[...ranks[2].values()].filter(({ stop }) => !taken.has(stop.box.chain))];
  const found = all.slice(0, MOST).map((each) => ({ ...each, trail: trailOf(pathOf(chapter, each.stop)) }));
  return { found, more: all.length - found.length };
}

/**
 * A number as it is compared: "para. 9 quater" is 9quat.
 * @param {string} typed
 * @param {Record<string, string>} spellings
 */
function spell(typed, spellings) {
  const plain = typed.toLowerCase().replace(/^\s*(?:paragraphs?|paras?|¶)/u, "").replace(/[\s.\-[\]]+/gu, "");
  return plain.replace(/(\d)([a-z]+)$/u, (_whole, digit, suffix) => digit + (spellings[suffix] ?? suffix));
}

/** Some of the text, from a little before a place on. @param {string} text @param {number} place */
function cut(text, place) {
  const start = place > BEFORE ? text.indexOf(" ", place - BEFORE) + 1 : 0, end = start + LETTERS;
  return `${start ? "… " : ""}${text.slice(start, end).trim()}${end < text.length ? " …" : ""}`;
}
