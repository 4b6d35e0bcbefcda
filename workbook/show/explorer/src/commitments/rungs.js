/** A clause on the scale: its rung, its words with the verbs marked, what stands beside it. */

/**
 * @typedef {{phrase: string, rung: number, other_rung: number|null, listed: boolean, text: string, hedges: string[], boosters: string[]}} Clause
 * @typedef {{position: number, label: string, highest: number, clauses: Clause[]}} Paragraph
 * @typedef {{old_position: number|null, old_label: string, new_position: number|null, new_label: string, rule: string, grade: string|null,
 *   old: number|null, new: number|null, way: string, told: string, whose: string, rungs: (number|null)[], marks: string[]}} Row
 * @typedef {import("./changes.js").Phrase} Phrase
 * @typedef {{changes: string, rungs: {rung: number, name: string, title: string, phrases: Phrase[]}[], out: Phrase[], decided: string[],
 *   orders: {scheme: string, title: string, terms: string[]}[]}} Scale
 * @typedef {{ways: Record<string, string>, rows: Row[], summary: string[], drafts: {old: Paragraph[], new: Paragraph[]}, figure: any, scale: Scale}} Chapter
 */

import { make } from "../dom.js";

export const UNLISTED = "unlisted: the scale does not have this verb; rung 5 is assumed";
export const DOUBLED = "two verbs side by side: the file cannot say which is live";

/** The rung, or both where two verbs stand side by side. @param {Clause} clause */
export const nameRung = ({ rung, other_rung }) => (other_rung === null || other_rung === rung ? String(rung) : `${rung} or ${other_rung}`);

/** @param {Clause} clause */
export const drawRung = (clause) => make("span.rung", {}, `rung ${nameRung(clause)}`);

/**
 * The clause with its verbs marked.
 * @param {Clause} clause
 */
export function drawSentence({ text, phrase }) {
  const at = text.indexOf(phrase);
  if (at < 0) return make("q.sentence", {}, text);
  return make("q.sentence", {}, text.slice(0, at), make("strong", {}, phrase), text.slice(at + phrase.length));
}

/**
 * What must be known beside the rung: never added to it, never taken from it.
 * @param {Clause} clause
 */
export function drawBeside({ other_rung, listed, hedges, boosters }) {
  /** @param {string} one @param {string} many @param {string[]} words */
  const list = (one, many, words) => words.length > 0 && make("span.beside", {}, `${words.length === 1 ? one : many}: `, words.map((word) => `“${word}”`).join(", "));
  const parts = [other_rung !== null && make("span.beside.mark", {}, DOUBLED), !listed && make("span.beside.mark", {}, UNLISTED), list("caveat", "caveats", hedges), list("emphasis", "emphases", boosters)];
  const shown = parts.filter(Boolean);
  return shown.length > 0 && make("p.besides", {}, ...shown.flatMap((part, at) => [at ? " · " : "", /** @type {any} */ (part)]));
}
