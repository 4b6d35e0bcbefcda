/** Changes to the scale as one line of text, which stands in the address. `meaning/own_scale.py` says what they are. */

/** @typedef {{term: string, base: Record<string, number|null>}} Phrase  its rung by scheme before any change; null: added */

/** @param {string} part */
const escapeSigns = (part) => part.replace(/[%*.]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** @param {string} part */
function readSigns(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // an address that somebody changed by hand
  }
}

/** @param {string} text @returns {string[][]} */
export const readChanges = (text) => text.split("*").filter(Boolean).map((change) => change.split(".").map(readSigns));

/** @param {string[][]} changes */
const writeChanges = (changes) => changes.map((change) => change.map(escapeSigns).join(".")).join("*");

/** @param {string} text */
export const countChanges = (text) => readChanges(text).length;

/** @param {string} text @param {"merge"|"apart"} name */
export const hasSwitch = (text, name) => readChanges(text).some(([kind]) => kind === name);

/** @param {string} text @param {"merge"|"apart"} name @param {boolean} on */
export const turnSwitch = (text, name, on) =>
  writeChanges([...readChanges(text).filter(([kind]) => kind !== name), ...(on ? [[name]] : [])]);

/** @param {string} text @param {string} words @param {number} rung */
export const addPhrase = (text, words, rung) => writeChanges([...readChanges(text), ["add", String(rung), words]]);

/**
 * A phrase on another rung, back on its own, or, without a rung, taken out.
 * @param {string} text
 * @param {Phrase} phrase
 * @param {number|null} rung
 */
export function movePhrase(text, { term, base }, rung) {
  const own = Object.values(base).every((each) => each === null);
  const others = readChanges(text).filter(([kind, ...told]) => (kind === "add" ? !own || told[1] !== term : !(kind in base) || told[0] !== term));
  if (own) return writeChanges(rung === null ? others : [...others, ["add", String(rung), term]]);
  const moved = Object.entries(base).filter(([, from]) => from !== rung).map(([scheme]) => [scheme, term, rung === null ? "" : String(rung)]);
  return writeChanges([...others, ...moved]);
}
