/** What was found in the reference text: paragraph by paragraph, where words depart, what broke, what is cited. */

/** @import { Host } from "../types.js" */
/** @typedef {[number, number, string, boolean, number, string, string]} Span  place, words, fate, formula, places, departure, from */
/** @typedef {string|[string, number]|[string, number, 1]} Piece */
/** @typedef {[string, string, number, number]} Check  place cited, its label there, words, words elsewhere */
/** @typedef {{position: number, old_position: number|null, label: string, pieces: Piece[], spans: Span[], cited: Check[]}} Row */
/** @typedef {{old_position: number|null, old_label: string, new_position: number|null, new_label: string, place: number, formula: boolean, words: number, text: string, redline: (string|[string, string])[]}} Lost */
/** @typedef {{reference: string, title: string, document: string, order: string, places: [string, string, string][], rows: Row[], lost: Lost[],
 *   whole: {paragraphs: number[], words: number[], spans: number, formulas: number}}} Chapter */

import { freshId, make, tell } from "../dom.js";
import { drawBroken, drawCheck, drawDeparture, drawRow, listDepartures } from "./drawing.js";
import { nameDraft } from "../paragraph.js";

const SAID = "That words are the same tells neither who took them from where, nor that they mean the same here.";
// Rows that are drawn at once; the others when they are asked for.
const MOST = 60;

/** @param {Host} host */
export function makeAgreed(host) {
  const lead = make("p.lead"), order = make("p.caution", { role: "note" }), list = make("ul.agreed"), more = make("button", { type: "button", click: () => draw(true) });
  const id = freshId("only"), input = make("input", { id, type: "search", placeholder: "42bis, or some words", input: () => draw(false) });
  const parts = Object.fromEntries(["rows", "departures", "lost", "checks"].map((name) => [name, make("button", { type: "button", click: () => show(name) })]));
  const said = make("p.summary", { role: "status" });
  const node = make("div.found-there", { hidden: true }, lead, order, make("div.acts", {}, ...Object.values(parts)),
    make("div.only", {}, make("label", { htmlFor: id }, "Only paragraph, or words"), input), said, list, more);
  /** @type {Chapter|null} */
  let chapter = null;
  let part = "rows";
  /** @type {Record<string, {count: number, words: string, empty: string, drawn: () => {told: string, make: () => HTMLElement}[]}>} */
  let kinds = {};

  /** @param {string} name */
  function show(name) {
    part = name;
    draw(false);
  }
  /** @param {boolean} every */
  function draw(every) {
    const kind = kinds[part], sought = input.value.trim().toLowerCase();
    const fits = kind.drawn().filter(({ told }) => !sought || told.toLowerCase().split("\n", 1)[0] === sought || told.toLowerCase().includes(sought, told.indexOf("\n")));
    const some = every ? fits : fits.slice(0, MOST);
    for (const [name, button] of Object.entries(parts)) {
      tell(button, `${kinds[name].words} (${kinds[name].count})`);
      button.setAttribute("aria-pressed", String(name === part));
    }
    tell(said, fits.length ? (sought ? `${fits.length} of ${kind.count}` : "") : kind.count ? `Nothing here has “${input.value.trim()}”.` : kind.empty);
    list.replaceChildren(...some.map((each) => each.make()));
    more.hidden = some.length === fits.length;
    tell(more, `Show all ${fits.length}`);
  }
  return {
    node,
    /** @param {Chapter|null} told */
    paint(told) {
      node.hidden = !told;
      if (!told || told === chapter) return;
      chapter = told;
      kinds = listKinds(told, host);
      tell(lead, tellWhole(told, host));
      tell(order, told.order);
      order.hidden = !told.order;
      draw(false);
    },
  };
}

/** @param {number} count */
const number = (count) => count.toLocaleString("en");

/** @param {Chapter} told @param {Host} host */
function tellWhole({ whole, title }, host) {
  const { paragraphs: [held, of], words: [same, all], spans, formulas } = whole;
  const formula = formulas ? ` Not counted: ${formulas} ${formulas === 1 ? "formula" : "formulas"}, such as a text's own name, that every text of the kind repeats; they are marked faintly.` : "";
  return `${held} of ${of} paragraphs of ${nameDraft(host, host.bundle()?.new)} have words that stand in “${title}”: ${number(same)} of ${number(all)} words, in ${spans} ${spans === 1 ? "place" : "places"}.${formula} ${SAID}`;
}

/**
 * The four lists: how many each has, and what is drawn of each, its label before a line's end.
 * @param {Chapter} told
 * @param {Host} host
 */
function listKinds(told, host) {
  const departures = told.rows.flatMap((row) => listDepartures(row)), held = told.rows.filter((row) => row.pieces.some((piece) => typeof piece !== "string"));
  const checks = told.rows.flatMap((row) => row.cited.map((check) => ({ row, check })));
  const text = (/** @type {Row} */ { label, pieces }) => `${label}\n${pieces.map((piece) => (typeof piece === "string" ? piece : piece[0])).join("")}`;
  const broken = (/** @type {Lost} */ lost) => `${lost.new_label || lost.old_label}\n${lost.text}${lost.redline.flat().join("")}`;
  const none = told.document ? "No paragraph of the newer draft cites a numbered place of this text." : `Which of the documents cited is “${told.title}”? Its title does not tell. Call it by its name or symbol under Your drafts, “A/RES/73/195” say, and what cites it is checked here.`;
  return {
    rows: { count: held.length, words: "Paragraph by paragraph", empty: "No six words in a row of the newer draft stand in this text.",
      drawn: () => held.map((row) => ({ told: text(row), make: () => drawRow(row, told, host) })) },
    departures: { count: departures.length, words: "Departs inside a quotation", empty: "Nowhere do other words stand inside what is quoted.",
      drawn: () => departures.map((departure) => ({ told: text(departure.row), make: () => drawDeparture(departure, told, host) })) },
    lost: { count: told.lost.length, words: "Broken by the change", empty: "Whatever the older draft had of this text in one piece, the newer one has too.",
      drawn: () => told.lost.map((lost) => ({ told: broken(lost), make: () => drawBroken(lost, told, host) })) },
    checks: { count: checks.length, words: "Cited: do the words stand there?", empty: none,
      drawn: () => checks.map(({ row, check }) => ({ told: text(row), make: () => drawCheck(row, check, told, host) })) },
  };
}
