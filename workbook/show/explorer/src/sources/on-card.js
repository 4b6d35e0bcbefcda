/** The sources of a paragraph on its card, small; all of them are told in their tab. */

/** @import { Bundle, Host, Row } from "../types.js" */

import { nameRow } from "../counting.js";
import { make, unseen } from "../dom.js";

/**
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 */
export function drawCited(row, bundle, host) {
  const places = [row, ...row.links].flatMap((each) => bundle.cited?.[nameRow(/** @type {Row} */ (each))] ?? []);
  if (!places.length) return null;
  const all = make("button.all-sources", { type: "button", click: () => host.choose({ tab: "sources" }) }, "all sources");
  return make("p.cited", {}, "Cites ", ...places.flatMap((place, at) => [at ? ", " : "", drawPlace(place)]), ". ", all);
}

/** @param {string[]} place */
function drawPlace([change, words, doubt]) {
  const name = change === "gained" ? make("ins", {}, unseen("gained: "), words) : change === "lost" ? make("del", {}, unseen("lost: "), words) : words;
  return make("span", { title: `${change}${doubt ? `; to look up: ${doubt}` : ""}` }, name, doubt && make("strong", {}, " (look up)"));
}
