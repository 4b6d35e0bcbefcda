/** What became of a paragraph's commitments: the changes of verb in sight, the rest one click away. */

/** @import { Bundle, Row } from "../types.js" */

import { capitalize, make } from "../dom.js";

/** How each way is marked and read; the others stand among the rest. */
const WAYS = /** @type {Record<string, [string, string]>} */ ({
  down: ["▼", "a weaker verb"],
  up: ["▲", "a stronger verb"],
  tone: ["◆", "another tone"],
  object: ["◆", "another object"],
});

/** What the card's first line says already is named here by its way alone. @param {Row} row */
export function drawPromises(row) {
  const said = row.said.toLowerCase(), shown = row.promises.filter(([way]) => way in WAYS);
  return shown.length > 0 && make("ul.promises", { "aria-label": "Commitments" }, ...shown.map(([way, told, whose]) => {
    const [sign, name] = WAYS[way], [first, ...others] = told.replace(/\.$/, "").split("; "), known = said.includes(first.toLowerCase());
    return make("li", { "data-way": way }, known ? make("span.way", { "aria-hidden": "true" }, sign) : make("span.way", { title: name, role: "img", "aria-label": name }, sign),
      make("span.told", {}, known ? `${capitalize([name, ...others].join("; "))}.` : told), whose && make("span.whose", {}, whose));
  }));
}

/**
 * Every clause that changed, and what such sentences do not say.
 * @param {Row} row
 * @param {Bundle} bundle
 */
export function listPromises(row, bundle) {
  if (!row.promises.length) return null;
  const told = row.promises.map(([, words, whose]) => make("li", {}, whose ? `${words} ${whose[0].toUpperCase()}${whose.slice(1)}.` : words));
  return make("details.evidence.commitments", {}, make("summary", {}, "commitments"), make("p", {}, bundle.honest), make("ul", {}, ...told));
}
