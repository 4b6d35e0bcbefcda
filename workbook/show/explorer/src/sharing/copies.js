/** What can be copied from a card: its redline for a word processor, all of it, a message, a citation. */

/** @import { Bundle, Row, Span, State } from "../types.js" */
/** @typedef {import("../copying.js").Copied} Copied */

import { writeFragment } from "../address.js";
import { makeCopying } from "../copying.js";
import { nameRow } from "../counting.js";
import { make } from "../dom.js";
import { textsOf } from "../searching.js";
import { DEFAULTS } from "../state.js";

// A word processor does not know the page's stylesheet, and the page's own rules refuse styles in attributes: elements
// that have their look by themselves are understood everywhere. Colours as in explorer.css.
const COLOUR = { s: "#a3420b", u: "#14549c" };

/** @param {Bundle} bundle @param {"old"|"new"} side */
const draftOf = (bundle, side) => bundle.drafts.find(({ draft }) => draft === bundle[side]);

/** @param {Bundle} bundle @param {"old"|"new"} side */
const titleOf = (bundle, side) => draftOf(bundle, side)?.title ?? bundle[side];

/** @param {Row} row */
const labelOf = (row) => `${row.relation === "deleted" ? "old paragraph" : "paragraph"} ${(row.relation === "deleted" ? row.old_label : row.new_label) || "without a number"}`;

/**
 * The line that says where this was read, which version of the words, and what the texts are not.
 * @param {Row} row @param {Bundle} bundle
 */
export function tellCitation(row, bundle) {
  const name = (/** @type {"old"|"new"} */ side) => `“${titleOf(bundle, side)}”${[draftOf(bundle, side)?.date, bundle.versions && `version ${bundle.versions[side]}`].filter(Boolean).map((told) => `, ${told}`).join("")}`;
  const label = row.old_label && row.new_label && row.old_label !== row.new_label ? `${labelOf(row)} (there ${row.old_label})` : labelOf(row);
  const cautions = [...new Set([draftOf(bundle, "old")?.caution, draftOf(bundle, "new")?.caution].filter(Boolean))];
  const view = /** @type {State} */ ({ ...DEFAULTS, old: bundle.old, new: bundle.new, paragraph: nameRow(row) });
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return [`GCM drafts workbook: ${label}, ${name("old")} compared with ${name("new")}; read on ${day}; view ${writeFragment(view, bundle)}.`, ...cautions].join(" ");
}

/** The words with [-what was struck-] and {+what was put in+}. @param {Row} row */
export const tellRedline = (row) => row.spans.map((span) => {
  if (typeof span === "string") return span;
  const [, before, old, behind] = /** @type {string[]} */ (span[0].match(/^(\s*)([^]*?)(\s*)$/)), [, ahead, neu, end] = /** @type {string[]} */ (span[1].match(/^(\s*)([^]*?)(\s*)$/));
  const struck = old && `${before}[-${old}-]`, put = neu && `${struck ? " " : ahead}{+${neu}+}`;
  return struck || put ? `${struck}${put}${neu ? end : behind}` : span[1];
}).join("");

/** @param {Row} row */
function drawRedline(row) {
  const mark = (/** @type {"s"|"u"} */ name, /** @type {string} */ words) => make("font", { color: COLOUR[name] }, make(name, {}, words.trim()));
  return make("p", {}, ...row.spans.flatMap((span) => {
    if (typeof span === "string") return [span];
    const [old, neu] = span, spaced = (/** @type {string} */ words, /** @type {RegExp} */ where) => words.match(where)?.[0] ?? "";
    return [spaced(old, /^\s+/) , old.trim() && mark("s", old), old.trim() && neu.trim() ? " " : old.trim() ? spaced(old, /\s+$/) : spaced(neu, /^\s+/), neu.trim() && mark("u", neu), neu.trim() ? spaced(neu, /\s+$/) : ""];
  }));
}

/** @param {Row} row @param {Bundle} bundle */
const tellHead = (row, bundle) => `${labelOf(row)[0].toUpperCase()}${labelOf(row).slice(1)}: ${titleOf(bundle, "old")} → ${titleOf(bundle, "new")}`;

/**
 * What each button copies.
 * @param {Row} row @param {Bundle} bundle
 * @returns {Record<"redline"|"card"|"message"|"citation", Copied>}
 */
export function tellCopies(row, bundle) {
  const head = tellHead(row, bundle), citation = tellCitation(row, bundle), redline = tellRedline(row), [old, neu] = textsOf(row);
  const facts = [row.said || row.words, ...listSources(row, bundle), ...row.promises.map(([, told, whose]) => [told, whose].filter(Boolean).join(" · "))].filter(Boolean);
  const was = row.relation === "inserted" ? "not in the older draft" : old.trim(), is = row.relation === "deleted" ? "not in the newer draft" : neu.trim();
  const heading = () => make("p", {}, make("b", {}, head)), small = () => make("p", {}, make("i", {}, citation));
  return {
    redline: { plain: `${head}\n\n${redline}\n\n${citation}`, rich: make("div", {}, heading(), drawRedline(row), small()) },
    card: {
      plain: [head, facts.join("\n"), redline, citation].join("\n\n"),
      rich: make("div", {}, heading(), drawRedline(row), make("ul", {}, ...facts.map((fact) => make("li", {}, fact))), small()),
    },
    message: { plain: was === is ? `${head}\n${row.said || row.words}\n“${is}”` : `${head}\n${row.said || row.words}\nWas: ${quote(was, row.relation !== "inserted")}\nIs: ${quote(is, row.relation !== "deleted")}` },
    citation: { plain: citation },
  };
}

/** @param {string} words @param {boolean} there */
const quote = (words, there) => (there ? `“${words}”` : words);

/** @param {Row} row @param {Bundle} bundle */
function listSources(row, bundle) {
  const cited = bundle.cited?.[nameRow(row)] ?? [];
  return cited.length ? [`Sources: ${cited.map(([change, place]) => (change === "kept" ? place : `${place} (${change})`)).join("; ")}.`] : [];
}

const BUTTONS = { redline: "Redline, for Word", card: "The card", message: "Plain text, for a message", citation: "A line to cite it" };

/**
 * The buttons, made when the fold is opened: a page has a card for each paragraph.
 * @param {Row} row @param {Bundle} bundle
 */
export function drawCopies(row, bundle) {
  const fold = make("details.evidence.copies", {}, make("summary", {}, "copy"));
  fold.addEventListener("toggle", () => {
    if (!fold.open || fold.childElementCount > 1) return;
    const kinds = /** @type {(keyof BUTTONS)[]} */ (Object.keys(BUTTONS));
    fold.append(make("div.ways", {}, ...kinds.map((kind) => makeCopying(BUTTONS[kind], () => tellCopies(row, bundle)[kind]))));
  });
  return fold;
}
