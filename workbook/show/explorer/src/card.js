/** One card: labels, what became of the paragraph, its redline, its tags, the evidence, the printed lines. */

/** @import { Bundle, Host, Row } from "./types.js" */
/** @typedef {import("./editing.js").Editing} Editing */

import { writeFragment } from "./address.js";
import { nameRow } from "./counting.js";
import { capitalize, make, unseen } from "./dom.js";
import { findChange, makePin } from "./list/pins.js";
import { drawTick } from "./list/ticks.js";
import { leadToBench, leadToPassport } from "./lead.js";
import { drawPrinted } from "./printed.js";
import { drawPromises, listPromises } from "./commitments/on-card.js";
import { drawText } from "./redline.js";
import { drawCopies } from "./sharing/copies.js";
import { drawCited } from "./sources/on-card.js";
import { DEFAULTS } from "./state.js";
import { listGhosts } from "./struck.js";
import { listMarks } from "./whose.js";

/**
 * The card's frame, which is there from the start; `fillCard` puts the rest into it when it is needed.
 * @param {Row} row
 * @returns {HTMLElement}
 */
export const makeCard = (row) =>
  make("article.card", { "data-relation": row.relation, "data-paragraph": nameRow(row), "aria-label": row.said ? nameSaid(row) : tellLabels(row), tabIndex: -1 });

/** What a screen reader reads of a card before it opens: its sentence. @param {Row} row */
const nameSaid = (row) => (row.new_label || row.old_label ? `${row.relation === "deleted" ? "Old paragraph" : "Paragraph"} ${row.said}` : capitalize(row.said));

/**
 * @param {HTMLElement} card
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 * @param {Editing} editing
 */
export function fillCard(card, row, bundle, host, editing) {
  const body = [
    drawText(row, bundle, host.state()),
    row.tags.length > 0 && make("div.margin", {}, drawTags(row, bundle, host)),
    make("div.reasons", {}, drawPromises(row), drawCited(row, bundle, host), ...row.comments.map((comment) => make("p.comment", {}, comment)),
      drawEvidence(row, bundle), drawWhose(row, bundle), listPromises(row, bundle), drawCopies(row, bundle)),
    listGhosts(row, bundle, host, editing),
    drawPrinted(row, bundle, host, editing),
  ];
  const folded = row.relation === "same" && !row.links.length;
  const open = editing.paragraph() === nameRow(row); // whoever changes a mark in it goes on reading there
  card.replaceChildren(drawLabels(row, bundle, host), folded
    ? make("details.body", { open }, make("summary", {}, drawRelation(row), make("span.opening", {}, opening(row))), ...body)
    : make("div.body", {}, drawRelation(row), ...body));
}

const PARTED = ["split", "merged"];

/** @param {Row} row */
function tellLabels(row) {
  if (row.relation === "deleted") return `Old paragraph ${row.old_label || "without a number"}`;
  return `Paragraph ${row.new_label || "without a number"}`;
}

/**
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 */
function drawLabels(row, bundle, host) {
  const label = row.relation === "deleted" ? row.old_label : row.new_label;
  const was = row.relation !== "deleted" && row.old_label && row.old_label !== row.new_label;
  return make("div.labels", {},
    row.relation === "deleted" ? make("del.label", {}, label || "¶") : make("span.label", {}, label || "¶"),
    was && make("span.was", {}, `${PARTED.includes(row.relation) ? "from" : "was"} ${row.old_label}`),
    drawLink(row, bundle, host), ...drawWays(row, bundle, host), drawTick(row, bundle, host),
    makePin(host, tellLabels(row).toLowerCase(), () => findChange(row, host)));
}

/**
 * The ways to the paragraph through all drafts, and to the bench where it is amended. The drafts are those of the row:
 * others may be chosen already, and on their way.
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 */
function drawWays({ relation, old_position, old_label, new_position, new_label }, { old, new: neu }, host) {
  const gone = relation === "deleted";
  const [draft, position, label] = gone ? [old, old_position, old_label] : [neu, new_position, new_label];
  const of = ` ${gone ? "old " : ""}paragraph ${label || "without a number"}`;
  return [
    make("button.link", { type: "button", title: "Its passport: its number in every draft, and what became of it", click: () => leadToPassport(host, draft, Number(position)) }, "passport", unseen(` of${of}`)),
    make("button.link", { type: "button", title: "Amend it on the bench: see what each word moves", click: () => leadToBench(host, draft, Number(position)) }, "amend", unseen(of)),
  ];
}

/**
 * The paragraph's own address; in a notebook, which has none, a button that chooses it.
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 */
function drawLink(row, bundle, host) {
  const paragraph = nameRow(row), { old, new: neu } = bundle, { paragraph: chosen } = host.state();
  const click = (/** @type {Event} */ event) => {
    event.preventDefault();
    host.choose({ paragraph: host.state().paragraph === paragraph ? "" : paragraph });
  };
  const title = "Choose this paragraph: it is framed in the heatmap" + (host.ours ? ", and the address leads here" : "");
  const traits = { click, title, "aria-pressed": host.ours ? null : String(chosen === paragraph) };
  const label = row.relation === "deleted" ? row.old_label : row.new_label;
  const name = [unseen(row.relation === "deleted" ? "old paragraph " : "paragraph "), label || "¶"];
  return host.ours
    ? make("a.link", { ...traits, href: writeFragment({ ...DEFAULTS, old, new: neu, paragraph }, bundle) }, "link to ", ...name)
    : make("button.link", { ...traits, type: "button" }, "choose ", ...name);
}

/**
 * The card's first line: its sentence without the number, which stands above it.
 * @param {Row} row
 */
function drawRelation(row) {
  const amount = tellAmount(row.amounts), said = row.said.slice(row.said.indexOf(": ") + 2).replace(/\.$/, "");
  return make("span.fate", {}, make("span.relation", {}, [said || row.words, ...row.links.map((link) => link.words)].join("; ")),
    amount && row.relation !== "inserted" && row.relation !== "deleted" && make("span.amount", {}, amount));
}

/**
 * How many words came in and went out, and how many there were.
 * @param {number[]} amounts
 */
function tellAmount([old, neu, put, out]) {
  if (!put && !out) return "";
  const changed = put ? `${put} ${put === 1 ? "word" : "words"} in${out ? `, ${out} out` : ""}` : `${out} ${out === 1 ? "word" : "words"} out`;
  return old === neu ? `${changed}, of ${old}` : `${changed}; ${old} words became ${neu}`;
}

/** @param {Row} row */
const opening = (row) => row.spans.map((span) => (typeof span === "string" ? span : span[1])).join("").slice(0, 160);

/**
 * The tags as buttons that filter.
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 */
function drawTags(row, bundle, host) {
  return make("ul.tags", { "aria-label": "Tags" }, ...row.tags.map(([at, matches]) => {
    const { scheme, tag, short } = bundle.tags[at], filter = scheme === "objective" ? "objective" : "theme";
    return make("li", {}, make("button.chip", {
      type: "button",
      "data-scheme": scheme,
      title: `Found by: ${matches.join(", ")}`,
      click: () => host.choose({ [filter]: host.state()[filter] === tag ? null : tag }),
    }, short));
  }));
}

/**
 * Whose the changes are, with the grade and the reason of each mark.
 * @param {Row} row
 * @param {Bundle} bundle
 */
function drawWhose(row, bundle) {
  const marks = listMarks(row, bundle).flatMap(([words, told]) => [make("dt", {}, words), make("dd", {}, told)]);
  return marks.length > 0 && make("details.evidence.hands-of", {}, make("summary", {}, "whose words"), make("dl", {}, ...marks));
}

/**
 * Why this pair, and which words each tag was found by.
 * @param {Row} row
 * @param {Bundle} bundle
 */
function drawEvidence(row, bundle) {
  const found = row.tags.flatMap(([at, matches]) => [
    make("dt", {}, bundle.tags[at].short), make("dd", {}, matches.map((match) => `“${match}”`).join(", ")),
  ]);
  const pairs = [row, ...row.links].filter((link) => link.matched_by);
  if (!pairs.length && !found.length) return null;
  const paired = pairs.flatMap((link, at) => [
    make("dt", {}, at ? `Linked with ${link.old_label || "an unnumbered paragraph"} by` : "Paired by"), make("dd", {}, link.matched_by),
  ]);
  return make("details.evidence", {}, make("summary", {}, "evidence"), make("dl", {}, ...paired, ...found));
}
