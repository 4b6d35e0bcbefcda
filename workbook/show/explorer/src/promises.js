/** What became of a paragraph's commitments: the changes of verb in sight, the rest one click away. */

/** @import { Bundle, Row } from "./types.js" */

import { make } from "./dom.js";

/** How each way is marked and read; the others stand among the rest. */
const WAYS = /** @type {Record<string, [string, string]>} */ ({
  down: ["▼", "a weaker verb"],
  up: ["▲", "a stronger verb"],
  tone: ["◆", "another tone"],
  object: ["◆", "another object"],
});

/** @param {Row} row */
export function drawPromises(row) {
  const shown = row.promises.filter(([way]) => way in WAYS);
  return shown.length > 0 && make("ul.promises", { "aria-label": "Commitments" }, ...shown.map(([way, told, whose]) =>
    make("li", { "data-way": way }, make("span.way", { title: WAYS[way][1], role: "img", "aria-label": WAYS[way][1] }, WAYS[way][0]),
      make("span.told", {}, told), whose && make("span.whose", {}, whose))));
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
