/** The words of a paragraph by their age: in which draft they are first seen, in which last, and whose they are. */

/** @import { Age, Chapter, Stop } from "./types.js" */

import { make, unseen } from "../dom.js";

/**
 * The text with a number before all words that are younger than the first draft, and the same as a list.
 * @param {Chapter} chapter
 * @param {Stop} stop
 */
export function drawAges(chapter, { at, box }) {
  const signs = [...chapter.texts[box.text]], firsts = [...new Set(box.seen.map(([, first]) => first))].sort((one, other) => one - other);
  let reached = 0;
  const pieces = box.seen.map((age) => ({ age, words: signs.slice(reached, (reached += age[0])).join("") }));
  const shown = pieces.map(({ age, words }) => drawPiece(chapter, age, words));
  const told = firsts.map((first) => {
    const words = pieces.filter(({ age }) => age[1] === first).reduce((sum, piece) => sum + countWords(piece.words), 0);
    return make("li", { "data-age": ageOf(first) }, make("sup", {}, String(first + 1)), ` first seen in ${chapter.drafts[first].title}: ${words} of ${box.words} words`);
  });
  return make("section.ages", {},
    make("h5", {}, "How old its words are"),
    make("p.facts", {}, `As it stands in ${chapter.drafts[at].title}; a number says in which of the drafts words are first seen.`),
    make("ul.legend", {}, ...told),
    make("p.text", {}, ...shown),
    make("details.evidence", {}, make("summary", {}, "first seen, last seen, whose words"), listStretches(chapter, pieces)));
}

/** The youngest words are marked most. @param {number} first */
const ageOf = (first) => String(Math.min(first, 4));

/** As Python counts them: runs of letters and digits. @param {string} words */
const countWords = (words) => (words.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? []).length;

/** @param {Chapter} chapter @param {Age} age @param {string} words */
function drawPiece(chapter, age, words) {
  const [, before, inner, after] = /** @type {string[]} */ (words.match(/^(\s*)([^]*?)(\s*)$/));
  if (!inner || (!age[1] && age[4] === chapter.drafts.length - 1)) return words;
  const mark = age[1] > 0 && make("sup", { "aria-hidden": "true" }, String(age[1] + 1));
  return make("span.piece", {}, before, make("span.age", { title: tellAge(chapter, age), "data-age": ageOf(age[1]) }, mark, mark && unseen(`[${age[1] + 1}: `), inner, mark && unseen("] ")), after);
}

/** @param {Chapter} chapter @param {Age} age */
function tellAge(chapter, age) {
  const [first, last, whose] = tellFacts(chapter, age);
  return [`first seen in ${first}`, age[4] < chapter.drafts.length - 1 && `last seen in ${last}`, whose && `whose words: ${whose}`].filter(Boolean).join("; ");
}

/** @param {Chapter} chapter @param {Age} age @returns {string[]} */
function tellFacts({ drafts, said }, [, first, label, returned, last, whose]) {
  return [`${drafts[first].title}${said[label] ? `, ${said[label]}` : ""}${returned ? " (gone in between)" : ""}`,
    drafts[last].title, said[whose] === "not known" ? "not known: the files do not tell" : said[whose]];
}

/**
 * Words of the same past and the same future stand together.
 * @param {Chapter} chapter
 * @param {{age: Age, words: string}[]} pieces
 */
function listStretches(chapter, pieces) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { age, words } of pieces) {
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    const [first, last, whose] = tellFacts(chapter, age), told = whose || (age[1] ? "no mark tells" : "nobody can tell: it is the first draft here");
    const key = `First seen in ${first}; last seen in ${last}. Whose words: ${told}.`;
    groups.set(key, [...(groups.get(key) ?? []), words.trim()]);
  }
  return make("ul.stretches", {}, ...[...groups].map(([told, words]) => make("li", {}, make("p.facts", {}, told), make("p", {}, words.map((each) => `“${each}”`).join(" · ")))));
}
