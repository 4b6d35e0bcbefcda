/** A paragraph's number as a learner types it, in one spelling. No page here. */

// The grammar of labels stands in `workbook/text/labels.py`: this is as much of it as one typed number needs.
const SUFFIXES = [["pre"], ["bis"], ["ter"], ["quat", "quater", "quatter", "quarter"], ["quint", "quinquies", "quinquis", "quin"],
  ["sext", "sexies", "sixies"], ["sept", "septies"], ["oct", "octies"], ["non", "nonies", "novies"], ["dec", "decies"]];
const CANONICAL = new Map(SUFFIXES.flatMap((spellings) => spellings.map((spelling) => [spelling, spellings[0]])));
const SUFFIX = [...CANONICAL.keys()].sort((one, other) => other.length - one.length).join("|");
const NUMBER = new RegExp(
  "^[\\s[(*§]*(?:(?:paragraph|para|no)\\b\\.?)?\\s*(OP|PP)?\\s?(\\d{1,3}(?:\\.\\d{1,3}){0,2})" +
  `(?:[ .-]{0,2}(${SUFFIX})(?![\\p{L}])|\\s?([a-z])(?![\\p{L}]))?(?:[ .]{0,2}alt\\b\\.? ?(\\d{0,2}))?[\\s.):\\]*]*$`, "iu");

/**
 * "44 bis", "Para. 44-BIS." and "44bis" give "44bis"; what is no number comes back in small letters, without spaces.
 * @param {string} typed
 */
export function spellLabel(typed) {
  const found = typed.match(NUMBER);
  if (!found) return typed.trim().toLowerCase().replace(/\s+/gu, "");
  const [, series = "", number, suffix = "", letter = "", alternative] = found;
  const behind = CANONICAL.get(suffix.toLowerCase()) ?? letter.toUpperCase();
  return `${series.toUpperCase()}${number}${behind}${alternative === undefined ? "" : `alt${alternative}`}`;
}

/** The numbers in one line: parted by commas, semicolons or "and". @param {string} typed */
export const partLabels = (typed) => typed.split(/[,;\n]|\band\b/iu).map((part) => part.trim()).filter(Boolean);
