/** What the numbers of a tag are, by name. */

/** @import { Chapter, Scheme, Tag } from "./tab.js" */

/** @param {Tag} tag @param {Chapter} told @param {string} name */
export const numberOf = (tag, told, name) => tag.numbers[told.numbers.indexOf(name)] ?? 0;

/** What came less what went. @param {Tag} tag @param {Chapter} told @param {string} measure */
export const netOf = (tag, told, measure) => numberOf(tag, told, `${measure}_in`) - numberOf(tag, told, `${measure}_out`);

/** Whether any paragraph of the two drafts bears the tag, or did. @param {Tag} tag @param {Chapter} told */
export const isTouched = (tag, told) => ["own", "inherited", "lost", "mentions_in", "mentions_out"].some((name) => numberOf(tag, told, name) > 0);

/** As the chart has them: those that gained most first. @param {Scheme} scheme @param {Chapter} told @param {string} measure */
export const orderTags = ({ tags }, told, measure) => [...tags].sort((one, other) =>
  netOf(other, told, measure) - netOf(one, told, measure) || numberOf(other, told, `${measure}_in`) - numberOf(one, told, `${measure}_in`));

/** A sentence for drafts that no term of a scheme is found in. @param {Scheme} scheme @param {Chapter} told */
export function tellNothing(scheme, told) {
  const others = told.schemes.filter((each) => each !== scheme && each.tags.some((tag) => isTouched(tag, told))).map((each) => each.name);
  const what = scheme.scheme === "objective" ? "an objective of the Global Compact" : scheme.scheme === "theme" ? "one of the topics" : "a guiding principle of the Global Compact";
  const look = others.length ? ` Something is found under: ${others.join(", ")}.` : " The drafts may be about something else, or say it in other words.";
  return `No paragraph of these two drafts speaks of ${what}, as far as the lists of terms tell.${look} The lists are files that you can change (data/lexicon); in Compare, your own words can be looked for in both texts.`;
}

/** @param {number} number */
export const sign = (number) => (number > 0 ? `+${number}` : number < 0 ? `−${-number}` : "0");

/** @param {number} number @param {string} one @param {string} [many] */
export const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
