/** A paragraph's number as a learner types it, in one spelling. No page here. */

// The grammar of labels stands in `workbook/text/labels.py`: this is as much of it as one typed number needs.
const SUFFIXES = [["pre"], ["bis"], ["ter"], ["quat", "quater", "quatter", "quarter"], ["quint", "quinquies", "quinquis", "quin"],
  ["sext", "sexies", "sixies"], ["sept", "septies"], ["oct", "octies"], ["non", "nonies", "novies"], ["dec", "decies"]];
const CANONICAL = new Map(SUFFIXES.flatMap((spellings) => spellings.map((spelling) => [spelling, spellings[0]])));
const SUFFIX = [...CANONICAL.keys()].sort((one, other) => other.length - one.length).join("|");
const DIGITS = "(\\d{1,3}(?:\\.\\d{1,3}){0,2})", ALTERNATIVE = "(?:[ .]{0,2}alt\\b\\.? ?(\\d{0,2}))?";
const NUMBER = new RegExp(
  `^[\\s[(*§]*(?:(?:paragraph|para|no)\\b\\.?)?\\s*(OP|PP)?\\s?${DIGITS}` +
  `(?:[ .-]{0,2}(${SUFFIX})(?![\\p{L}])|\\s?([a-z])(?![\\p{L}]))?${ALTERNATIVE}[\\s.):\\]*]*$`, "iu");
// A number somewhere among words, and what numbers a whole draft: "55 of Rev 2" names paragraph 55.
const AMONG = new RegExp(`(?:(?<!\\p{L})(OP|PP)\\s?)?(?<![\\d.])${DIGITS}(?!\\d)(?:[ .-]{0,2}(${SUFFIX})(?!\\p{L})|([a-z])(?!\\p{L}))?${ALTERNATIVE}`, "giu");
const DRAFT = /(?<!\p{L})(?:rev(?:ision)?|draft|version)[\s.-]*\d{1,3}(?!\d)/giu;

/**
 * "44 bis", "Para. 44-BIS." and "44bis" give "44bis"; what is no number comes back in small letters, without spaces.
 * @param {string} typed
 */
export function spellLabel(typed) {
  const found = typed.match(NUMBER);
  return found ? write(found) : typed.trim().toLowerCase().replace(/\s+/gu, "");
}

/**
 * The one number that stands in what was typed, in its one spelling: "former 55" and "55 of Rev 2" give "55"; empty
 * where none stands there, or several.
 * @param {string} typed
 */
export function findLabel(typed) {
  const whole = typed.match(NUMBER), among = [...typed.replace(DRAFT, " ").matchAll(AMONG)];
  return whole ? write(whole) : among.length === 1 ? write(among[0]) : "";
}

/** Whether nothing but a number was typed. @param {string} typed */
export const isLabel = (typed) => NUMBER.test(typed);

/** @param {RegExpMatchArray} found */
function write([, series = "", number, suffix = "", letter = "", alternative]) {
  const behind = CANONICAL.get(suffix.toLowerCase()) ?? letter.toUpperCase();
  return `${series.toUpperCase()}${number}${behind}${alternative === undefined ? "" : `alt${alternative}`}`;
}

/** The numbers in one line: parted by commas, semicolons or "and". @param {string} typed */
export const partLabels = (typed) => typed.split(/[,;\n]|\band\b/iu).map((part) => part.trim()).filter(Boolean);
