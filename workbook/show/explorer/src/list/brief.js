/** What a person says in the room on one paragraph: was, is, ask, source, whose; on the page and as plain text. */

/** @import { Bundle, Row, Span } from "../types.js" */

import { nameRow } from "../counting.js";
import { make } from "../dom.js";
import { drawText } from "../redline.js";
import { NOBODY } from "../whose.js";

/** @typedef {[number|null, number|null, string, string, string, boolean, string, string]} Ask  as `list.py` tells one */
/** @typedef {{asks: Ask[]}} Chapter */
/** @typedef {{label: string, said: string, spans: Span[], old: string, new: string, facts: [string, string[]][]}} Brief */

// Words on either side of a change; of a new or a gone paragraph, its first ones; stretches of a hand that are quoted;
// words of a redline and of one change in it, so that a paragraph fits on a telephone.
const AROUND = 9, OPENING = 45, FEW = 2, MOST = 130, LONG = 26;
const EDGES = /^[\s,;:]+|[\s,;:]+$/g;
const PLAIN = { reading: "inline", struck: false, folded: false, words: "" };
const WAYS = /** @type {Record<string, string>} */ ({ kept: "in both", gained: "in the newer draft alone", lost: "in the older draft alone" });

/**
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Chapter|null} chapter
 * @returns {Brief}
 */
export function tellBrief(row, bundle, chapter) {
  const spans = shortenSpans(row), text = (/** @type {0|1} */ side) => spans.map((span) => (typeof span === "string" ? span : span[side])).join("").trim();
  const label = (row.relation === "deleted" ? row.old_label : row.new_label) || "a paragraph without a number";
  return {
    label, spans, said: row.said || `${label}: ${row.words}.`,
    old: row.old_position === null ? "" : text(0), new: row.new_position === null ? "" : text(1),
    facts: [["Ask", tellAsks(row, chapter)], ["Source", tellSources(row, bundle)], ["Whose words", tellMarks(row, bundle)]],
  };
}

/**
 * The spans of a row, what stayed cut to a few words around each change.
 * @param {Row} row
 * @returns {Span[]}
 */
function shortenSpans(row) {
  const last = row.spans.length - 1;
  if (!last) return [shortenWhole(row.spans[0])];
  const spans = row.spans.map((span, at) => (typeof span === "string" ? cut(span, at ? AROUND : 0, at < last ? AROUND : 0) : shortenChange(span)));
  let words = 0;
  const fits = spans.filter((span) => (words += (typeof span === "string" ? span : span[0] + span[1]).split(/\s+/).length) <= MOST || span === spans[0]);
  const left = spans.slice(fits.length).filter((span) => typeof span !== "string" && span[2] !== 1).length;
  return left ? [...fits, `… and ${left} ${left === 1 ? "change" : "changes"} more`] : spans;
}

/** The first words of a long change: whose each is, is told from the start on. @param {Exclude<Span, string>} span @returns {Span} */
function shortenChange([old, neu, ...rest]) {
  return /** @type {Span} */ ([cut(old, LONG, 0), cut(neu, LONG, 0), ...rest]);
}

/** A paragraph that stayed, came or went as a whole. @param {Span} span @returns {Span} */
function shortenWhole(span) {
  if (typeof span === "string") return cut(span, OPENING, 0);
  return [cut(span[0], OPENING, 0), cut(span[1], OPENING, 0)];
}

/** @param {string} text @param {number} before @param {number} after */
function cut(text, before, after) {
  const parts = text.match(/\s*\S+/g) ?? [];
  if (parts.length <= before + after + 2) return text;
  const tail = text.slice(parts.join("").length);
  return `${parts.slice(0, before).join("")} … ${after ? parts.slice(-after).join("").trimStart() + tail : ""}`;
}

/** @param {Row} row @param {Chapter|null} chapter */
function tellAsks(row, chapter) {
  if (!chapter) return ["not known on this page"];
  const own = chapter.asks.filter(([old, neu]) => old === row.old_position && neu === row.new_position);
  const told = own.map(([, , draft, ask, name, listed, verdict, reason]) =>
    `${draft}, ask ${ask} (${name})${listed ? "" : ", beyond the paragraphs that it names"}: ${verdict}. ${reason[0].toUpperCase()}${reason.slice(1)}`);
  return told.length ? told : ["no ask that is on file names this paragraph"];
}

/** @param {Row} row @param {Bundle} bundle */
function tellSources(row, bundle) {
  const cited = bundle.cited?.[nameRow(row)] ?? [];
  const told = ["kept", "gained", "lost"].flatMap((way) => {
    const places = cited.filter(([change]) => change === way).map(([, place]) => place);
    return places.length ? [`${places.join("; ")} (${WAYS[way]})`] : [];
  });
  return told.length ? told : ["none is cited"];
}

/**
 * Whose the changes are, a line a hand: the words, where they are few, else how many; the card has the reasons.
 * @param {Row} row
 * @param {Bundle} bundle
 */
function tellMarks(row, bundle) {
  /** @type {Map<string, {grades: Set<string>, put: string[], out: string[]}>} */
  const hands = new Map();
  for (const span of row.spans) {
    if (typeof span === "string" || span[2] === 1) continue;
    for (const [side, words] of /** @type {["out"|"put", string][]} */ ([["out", span[0]], ["put", span[1]]])) {
      const signs = [...words];
      let at = 0;
      for (const [length, told] of (side === "out" ? span[3] : span[4]) ?? []) {
        const [hand, grade] = bundle.told[told], mine = hands.get(hand) ?? { grades: new Set(), put: [], out: [] };
        hands.set(hand, mine);
        if (hand !== NOBODY) mine.grades.add(grade);
        mine[side].push(signs.slice(at, (at += length)).join("").replace(EDGES, ""));
      }
    }
  }
  const name = (/** @type {string} */ hand) => bundle.hands.find((each) => each.hand === hand)?.name ?? hand;
  const told = [...hands].sort(([one], [other]) => Number(one === NOBODY) - Number(other === NOBODY)).map(([hand, { grades, put, out }]) =>
    `${hand === NOBODY ? "not known whose" : `${name(hand)} (${[...grades].sort().join(", ")})`}: ${[tellStretches(out, "out"), tellStretches(put, "in")].filter(Boolean).join(", ")}`);
  return told.length ? told : [row.kinds.includes("same") ? "no word changed" : "no mark in the files tells"];
}

/** @param {string[]} stretches @param {string} way */
function tellStretches(stretches, way) {
  const count = stretches.join(" ").split(/\s+/).filter(Boolean).length;
  if (!count) return "";
  return stretches.length <= FEW && count <= AROUND ? `${stretches.filter(Boolean).map((words) => `“${words}”`).join(" and ")} ${way}` : `${count} words ${way}`;
}

/**
 * The brief of one paragraph; `acts` stand at its end.
 * @param {Brief} brief
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {...Node} acts
 */
export function drawBrief(brief, row, bundle, ...acts) {
  const redline = drawText({ ...row, spans: brief.spans }, bundle, /** @type {any} */ ({ ...PLAIN }));
  const facts = brief.facts.flatMap(([name, told]) => [make("dt", {}, name), ...told.map((words) => make("dd", {}, shorten(words)))]);
  return make("article.brief", { "aria-label": `Paragraph ${brief.label}` },
    make("h5", {}, brief.label), make("p.said-of", {}, afterLabel(brief.said)), redline,
    make("dl", {}, ...facts), make("div.acts", {}, ...acts));
}

/** @param {string} said */
const afterLabel = (said) => said.slice(said.indexOf(": ") + 2);

// Characters of one fact: the card has all of it.
const LONGEST = 300;
/** @param {string} words */
const shorten = (words) => (words.length > LONGEST ? `${words.slice(0, words.lastIndexOf(" ", LONGEST))} …` : words);

/** As lines for a message. @param {Brief} brief */
export function writeBrief(brief) {
  const texts = [["Was", brief.old || "(not in the older draft)"], ["Is", brief.new || "(not in the newer draft)"]];
  const same = brief.old === brief.new;
  const words = same ? [["Text", brief.new]] : texts;
  const facts = brief.facts.map(([name, told]) => [name, told.map(shorten).join(" / ")]);
  return [brief.said, ...[...words, ...facts].map(([name, told]) => `${name}: ${told}`)].join("\n");
}

/** The same with its look, for a word processor. @param {Brief} brief */
export function drawRich(brief) {
  const redline = brief.spans.flatMap((span) => (typeof span === "string" ? [span]
    : [span[0] && make("del", {}, span[0]), span[1] && make("ins", {}, span[1])]));
  const facts = brief.facts.map(([name, told]) => make("p", {}, make("b", {}, `${name}: `), told.map(shorten).join(" / ")));
  return make("div", {}, make("h3", {}, brief.said), make("p", {}, ...redline), ...facts);
}
