/** One card: labels, what became of the paragraph, its redline, its tags, and the evidence. */

/** @import { Bundle, Host, Row, Span } from "./types.js" */

import { make, unseen } from "./dom.js";

/**
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 * @returns {HTMLElement}
 */
export function makeCard(row, bundle, host) {
  const body = [
    make("p.text", {}, ...row.spans.flatMap(drawSpan)),
    make("div.margin", {}, row.tags.length > 0 && drawTags(row, bundle, host), drawEvidence(row, bundle)),
  ];
  const same = row.relation === "same";
  const card = same
    ? make("details.body", {}, make("summary", {}, drawRelation(row), make("span.opening", {}, opening(row))), ...body)
    : make("div.body", {}, drawRelation(row), ...body);
  return make("article.card", { "data-relation": row.relation, "aria-label": tellLabels(row) }, drawLabels(row), card);
}

const PARTED = ["split", "merged"];

/** @param {Row} row */
function tellLabels(row) {
  if (row.relation === "deleted") return `Old paragraph ${row.old_label || "without a number"}`;
  return `Paragraph ${row.new_label || "without a number"}`;
}

/** @param {Row} row */
function drawLabels(row) {
  const label = row.relation === "deleted" ? row.old_label : row.new_label;
  const was = row.relation !== "deleted" && row.old_label && row.old_label !== row.new_label;
  return make("div.labels", {},
    row.relation === "deleted" ? make("del.label", {}, label || "¶") : make("span.label", {}, label || "¶"),
    was && make("span.was", {}, `${PARTED.includes(row.relation) ? "from" : "was"} ${row.old_label}`));
}

/** @param {Row} row */
function drawRelation(row) {
  const amount = row.words_changed ? `${row.words_changed} of ${row.words_all} words` : "";
  return make("span.fate", {}, make("span.relation", {}, [row.words, ...row.links].join("; ")),
    amount && row.relation !== "inserted" && row.relation !== "deleted" && make("span.amount", {}, amount));
}

/** @param {Row} row */
const opening = (row) => row.spans.map((span) => span.new).join("").slice(0, 160);

/**
 * A span as nodes: plain text, or what was struck before what was put in.
 * @param {Span} span
 * @returns {(Node|string)[]}
 */
function drawSpan(span) {
  if (span.op === "equal") return [span.new];
  const inserted = mark("ins", "inserted", span.new, span.form);
  if (!span.new || !span.old) return [...mark("del", "deleted", span.old, span.form), ...inserted];
  // Spaces behind deleted words would double those behind the inserted ones; one space parts the two.
  const between = span.form || /^\s/.test(span.new) ? "" : " ";
  return [...mark("del", "deleted", span.old.trimEnd(), span.form), between, ...inserted];
}

/**
 * @param {string} name
 * @param {string} said
 * @param {string} text
 * @param {boolean} form
 * @returns {(Node|string)[]}
 */
function mark(name, said, text, form) {
  if (!text) return [];
  const [, before, words, after] = /** @type {string[]} */ (text.match(/^(\s*)([^]*?)(\s*)$/));
  if (!words) return [text];
  // The spaces round the words stay outside the mark, so that no line is drawn through them.
  const marked = form
    ? make(`${name}.form`, { "aria-hidden": name === "del" ? "true" : null }, words)
    : make(name, {}, unseen(`[${said}: `), words, unseen("] "));
  return [before, marked, after];
}

/**
 * The tags as buttons that filter.
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 */
function drawTags(row, bundle, host) {
  return make("ul.tags", { "aria-label": "Tags" }, ...row.tags.map(({ scheme, tag, matches }) => {
    const filter = scheme === "objective" ? "objective" : "theme";
    const chip = make("button.chip", {
      type: "button",
      "data-scheme": scheme,
      title: `Found by: ${matches.join(", ")}`,
      click: () => host.choose({ [filter]: host.state()[filter] === tag ? null : tag }),
    }, nameTag(bundle, tag));
    return make("li", {}, chip);
  }));
}

/**
 * @param {Bundle} bundle
 * @param {string} tag
 */
const nameTag = (bundle, tag) => bundle.tags.find((term) => term.tag === tag)?.short ?? tag;

/**
 * Why this pair, and which words each tag was found by.
 * @param {Row} row
 * @param {Bundle} bundle
 */
function drawEvidence(row, bundle) {
  const found = row.tags.flatMap(({ tag, matches }) => [
    make("dt", {}, nameTag(bundle, tag)), make("dd", {}, matches.map((match) => `“${match}”`).join(", ")),
  ]);
  if (!row.matched_by && !found.length) return null;
  return make("details.evidence", {}, make("summary", {}, "evidence"),
    make("dl", {}, ...(row.matched_by ? [make("dt", {}, "Paired by"), make("dd", {}, row.matched_by)] : []), ...found));
}
