/** A letter's asks, each beside the paragraphs that it names and those where the same words stand besides. */

/** @import { Host } from "../types.js" */
/** @typedef {{label: string, paragraph: string, listed: boolean, verdict: string, reason: string, spans: (string|[string, string])[]}} Place */
/** @typedef {{ask: string, title: string, letter: string[], words: [string, string, string][], places: Place[]}} Ask */

import { make, unseen } from "../dom.js";
import { leadToPair } from "../lead.js";

// Beside the words, so that colour alone says nothing.
const SIGNS = /** @type {Record<string, string>} */ ({ agrees: "✓", "probably agrees": "✓?", "agrees in part": "◐", "cannot be told": "?", "does not agree": "✗" });
const HOW = "A verdict compares words. What is put in can be seen in any copy; what is struck cannot, where a copy lost its strike-through: alone it leaves the question open, beside words put in for it agreement is probable.";

/**
 * @param {any} told
 * @param {Host} host
 * @returns {Node[]}
 */
export function drawAsks(told, host) {
  if (!told.asks.length) return [drawNone(told)];
  const counts = Object.keys(told.verdicts).map((verdict) => [verdict, told.asks.flatMap((/** @type {Ask} */ ask) => ask.places).filter((/** @type {Place} */ place) => place.verdict === verdict).length]);
  const all = counts.reduce((sum, [, count]) => sum + Number(count), 0);
  return [
    make("h4", {}, `What the letter with ${told.proposal[1]} asks, and what that text does`),
    make("p", {}, `${told.asks.length} asks, ${all} places: ${counts.filter(([, count]) => count).map(([verdict, count]) => `${verdict}, ${count}`).join("; ")}.`),
    make("p.quiet", {}, HOW),
    ...told.asks.map((/** @type {Ask} */ ask) => drawAsk(ask, told, host)),
  ];
}

/** @param {any} told */
const drawNone = (told) => make("div.no-asks", {},
  make("h4", {}, "No asks are listed for these drafts"),
  make("p", {}, "Asks are read from the file asks.csv in the data folder: one row for each thing that is wanted, with the columns ",
    make("code", {}, "draft,ask,title,labels,want,words,pattern,letter,note"),
    ". Copy the workbook's own data/asks.csv, put your rows in, and load the page again; it cannot be loaded here. "
    + `${told.proposal[1]} has no row in it.`));

/**
 * @param {Ask} ask
 * @param {any} told
 * @param {Host} host
 */
function drawAsk(ask, told, host) {
  const listed = ask.places.filter((place) => place.listed), beyond = ask.places.filter((place) => !place.listed);
  const draw = (/** @type {Place} */ place) => drawPlace(place, told, host);
  return make("article.ask", { "aria-label": `Ask ${ask.ask}: ${ask.title}` },
    make("h5", {}, `${ask.ask}. ${ask.title}`),
    make("blockquote", {}, ...ask.letter.map((words) => make("p", {}, `“${words}”`))),
    make("ul.places", {}, ...listed.map(draw)),
    beyond.length > 0 && make("p.beyond", {}, "Beyond the paragraphs that the letter lists, words of this ask also stand in:"),
    beyond.length > 0 && make("ul.places", {}, ...beyond.map(draw)));
}

/**
 * @param {Place} place
 * @param {any} told
 * @param {Host} host
 */
function drawPlace(place, told, host) {
  const { amended, proposal } = told, name = place.label || "nowhere";
  const label = place.paragraph
    ? make("button.to-card", { type: "button", title: "To its card in Compare", click: () => leadToPair(host, amended[0], proposal[0], place.paragraph) }, unseen("paragraph "), name)
    : make("span.label", {}, name);
  return make("li", { "data-verdict": place.verdict },
    make("p", {}, label, " ", make("strong.verdict", {}, make("span", { "aria-hidden": "true" }, `${SIGNS[place.verdict] ?? ""} `), place.verdict), ": ", place.reason),
    place.spans.length > 0 && make("details", {}, make("summary", {}, `${name}: what is suggested`), make("p.text", {}, ...place.spans.flatMap(drawSpan))));
}

/**
 * A stretch of a paragraph: what stayed, or what was struck and what was put in.
 * @param {string|[string, string]} span
 * @returns {(Node|string)[]}
 */
function drawSpan(span) {
  if (typeof span === "string") return [span];
  return /** @type {[string, string, string][]} */ ([["del", "deleted", span[0]], ["ins", "inserted", span[1]]]).flatMap(([name, said, text]) => {
    const [, before, words, after] = /** @type {string[]} */ (text.match(/^(\s*)([^]*?)(\s*)$/));
    return words ? [before, make(name, {}, unseen(`${said} `), words, unseen(` end ${said}, `)), after] : [];
  });
}
