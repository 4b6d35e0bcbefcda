/** One entry of what was found in a reference text, as elements. */

/** @import { Host } from "../types.js" */
/** @import { Chapter, Check, Lost, Row } from "./agreed.js" */
/** @typedef {{row: Row, span: number, here: string, there: string, before: string, behind: string}} Departure */

import { make, unseen } from "../dom.js";
import { drawParagraph } from "../paragraph.js";

// Words shown on each side of a departure.
const AROUND = 6;

/** @param {Chapter} told @param {number} place */
const namePlace = ({ places }, place) => (places[place][0] ? `paragraph ${places[place][0]}` : places[place][1] ? `a paragraph under “${places[place][1]}”` : "a paragraph without a number");

/** @param {Row} row @param {Host} host */
const drawLabel = ({ position, old_position, label }, host) => {
  const old_label = host.bundle()?.rows.find((each) => each.old_position === old_position)?.old_label ?? "";
  return drawParagraph(host, { old_position, old_label, new_position: position, new_label: label });
};

/**
 * A paragraph with the words that stand in the reference marked, and the places there.
 * @param {Row} row @param {Chapter} told @param {Host} host
 */
export function drawRow(row, told, host) {
  const text = row.pieces.map((piece) => (typeof piece === "string" ? piece : drawPiece(piece, row, told)));
  const places = [...new Set(row.spans.map(([place]) => place))];
  return make("li", {}, drawLabel(row, host), make("p.text", {}, ...text),
    make("div.theirs", {}, ...places.map((place) => drawPlace(place, row, told))));
}

/** @param {[string, number]|[string, number, 1]} piece @param {Row} row @param {Chapter} told */
function drawPiece([words, at, departs], row, told) {
  const [place, , fate, formula, places, , from] = row.spans[at];
  if (departs) return make("span.departs", { title: from ? `there: “${from}”` : "not there" }, words, unseen(` [there: ${from || "nothing"}] `));
  const title = `stands in ${namePlace(told, place)}${places > 1 ? `, and in ${places - 1} more` : ""}${formula ? "; a formula" : ""}${fate === "gained" ? "; came with this change" : ""}`;
  return make(formula ? "mark.formula" : "mark", { title }, unseen("[agreed: "), words, unseen("] "));
}

/** A paragraph of the reference, its text shown when it is opened. @param {number} place @param {Row} row @param {Chapter} told */
function drawPlace(place, row, told) {
  const own = row.spans.filter((span) => span[0] === place), words = own.reduce((sum, span) => sum + span[1], 0), gained = own.some((span) => span[2] === "gained");
  const node = make("details", {}, make("summary", {}, `${words} words stand in ${namePlace(told, place)}${gained ? "; some came with this change" : ""}`));
  node.addEventListener("toggle", () => node.childElementCount === 1 && node.append(make("p.text", {}, told.places[place][2])));
  return node;
}

/** The places inside quotations of a row where other words stand. @param {Row} row @returns {Departure[]} */
export function listDepartures(row) {
  return row.spans.flatMap((span, at) => {
    const [, , , , , here, there] = span;
    if (!here && !there) return [];
    const text = row.pieces.map((piece) => (typeof piece === "string" ? piece : piece[0]));
    const last = row.pieces.findLastIndex((piece) => typeof piece !== "string" && piece.length === 2 && piece[1] === at);
    if (last < 0) return [];
    const own = row.pieces.findIndex((piece) => piece.length === 3 && typeof piece !== "string" && piece[1] === at);
    return [{ row, span: at, here, there, before: endOf(text.slice(0, last + 1).join("")), behind: startOf(text.slice((own < 0 ? last : own) + 1).join("")) }];
  });
}

/** @param {string} text */
const endOf = (text) => (text.match(/\S+\s*|^\s+/gu) ?? []).slice(-AROUND).join("");
/** @param {string} text */
const startOf = (text) => text.match(new RegExp(`^\\s*(?:\\S+\\s+){0,${AROUND - 1}}\\S*`, "u"))?.[0] ?? "";

/** @param {Departure} departure @param {Chapter} told @param {Host} host */
export function drawDeparture({ row, span, here, there, before, behind }, told, host) {
  const line = (/** @type {string} */ who, /** @type {string} */ words, /** @type {string} */ none) => make("p.text", {}, make("span.who", {}, who), ` … ${before.trim()} `,
    words ? make("strong.departs", {}, words) : make("em.none", {}, none), /^[\p{L}\p{N}(]/u.test(behind.trim()) ? " " : "", behind.trim(), " …");
  return make("li", {}, drawLabel(row, host),
    line("here", here, "(nothing)"), line(`in ${namePlace(told, row.spans[span][0])} there`, there, "(nothing)"));
}

/** @param {Lost} lost @param {Chapter} told @param {Host} host */
export function drawBroken(lost, told, host) {
  const redline = lost.redline.flatMap((span) => (typeof span === "string" ? [span] : [
    span[0] && make("del", {}, unseen("[deleted: "), span[0], unseen("] ")), span[0] && span[1] && !/^\s/.test(span[1]) && !/\s$/.test(span[0]) ? " " : "",
    span[1] && make("ins", {}, unseen("[inserted: "), span[1], unseen("] "))]));
  const several = "Its words went to several paragraphs; no one place tells what stands there now.";
  return make("li", {}, drawParagraph(host, lost), make("p.text", {}, ...(redline.length ? redline : [lost.text])),
    make("p.facts", {}, `${lost.words} words that stood in ${namePlace(told, lost.place)} there, in one piece${lost.formula ? "; a formula" : ""}. ${redline.length ? "" : several}`));
}

/** @param {Row} row @param {Check} check @param {Chapter} told @param {Host} host */
export function drawCheck(row, [pinpoint, label, words, elsewhere], told, host) {
  const beyond = elsewhere ? ` ${elsewhere} words of it stand elsewhere in this text.` : "";
  const found = !label ? "this text has no such paragraph." : words ? `${words} words of the paragraph stand in ${label}, in rows of six or more.` : `no six words in a row of ${label} stand in the paragraph.`;
  return make("li", {}, drawLabel(row, host), make("p", {}, make("strong", {}, `${told.document} ${pinpoint}: `), found, beyond));
}
