/** All that a draft promises, asks, takes a stance on or notices: by rung, or paragraph by paragraph. */

/** @import { Host } from "../types.js" */
/** @typedef {import("./rungs.js").Chapter} Chapter */
/** @typedef {import("./rungs.js").Clause} Clause */
/** @typedef {import("./rungs.js").Paragraph} Paragraph */

import { freshId, make, tell } from "../dom.js";
import { drawParagraph, nameDraft } from "../paragraph.js";
import { drawBeside, drawRung, drawSentence } from "./rungs.js";

const ORDERS = { rung: "by rung", paragraph: "paragraph by paragraph" };

/** @param {Host} host */
export function makeList(host) {
  const title = make("h4", { tabIndex: -1 }, "The list of promises"), said = make("p.said", { role: "status" }), list = make("div.groups");
  const side = makeSelect("Of", () => draw()), order = makeSelect("In order", () => draw());
  /** @type {Chapter|null} */
  let chapter = null;

  function draw() {
    if (!chapter) return;
    const name = /** @type {"old"|"new"} */ (side.select.value), paragraphs = chapter.drafts[name];
    const clauses = paragraphs.reduce((sum, each) => sum + each.clauses.length, 0), silent = paragraphs.filter((each) => !each.clauses.length);
    tell(said, `${clauses} ${clauses === 1 ? "clause" : "clauses"} in ${paragraphs.length - silent.length} of ${paragraphs.length} paragraphs. ` +
      (silent.length ? `${silent.length === 1 ? "One has" : `${silent.length} have`} no clause that the scale knows (rung 0): ${silent.map((each) => each.label || "¶").join(", ")}.` : ""));
    list.replaceChildren(...(order.select.value === "rung" ? drawRungs(chapter, paragraphs, name, host) : [drawParagraphs(paragraphs, name, host)]));
  }
  return {
    node: make("section.promised", {}, title, make("div.tools", {}, side.node, order.node), said, list),
    title,
    /** @param {Chapter} told */
    paint(told) {
      const bundle = host.bundle();
      side.fill({ new: nameDraft(host, bundle?.new), old: nameDraft(host, bundle?.old) });
      order.fill(ORDERS);
      if (told === chapter) return;
      chapter = told;
      draw();
    },
  };
}

/** @param {string} words @param {() => void} change */
function makeSelect(words, change) {
  const id = freshId("listed"), select = make("select", { id, change });
  let filled = "";
  return {
    node: make("div.pick", {}, make("label", { htmlFor: id }, `${words} `), select),
    select,
    /** @param {Record<string, string>} options */
    fill(options) {
      if (filled === JSON.stringify(options)) return;
      const chosen = select.value;
      filled = JSON.stringify(options);
      select.replaceChildren(...Object.entries(options).map(([value, name]) => make("option", { value }, name)));
      if (chosen) select.value = chosen;
    },
  };
}

/**
 * The clauses on each rung, the highest first; one with two verbs stands on both of its rungs.
 * @param {Chapter} told
 * @param {Paragraph[]} paragraphs
 * @param {"old"|"new"} side
 * @param {Host} host
 */
function drawRungs({ scale }, paragraphs, side, host) {
  const all = paragraphs.flatMap((paragraph) => paragraph.clauses.map((clause) => ({ paragraph, clause })));
  const on = (/** @type {number} */ rung) => all.filter(({ clause }) => clause.rung === rung || clause.other_rung === rung);
  const rungs = scale.rungs.filter(({ rung }) => rung > 0), highest = rungs.find(({ rung }) => on(rung).length)?.rung;
  return rungs.map(({ rung, name, title }) => {
    const own = on(rung), place = make("div");
    const fold = make("details.group", { "data-rung": rung }, make("summary", {}, make("span.sign", { "aria-hidden": "true" }, String(rung)), `Rung ${rung}, ${name}: ${own.length} ${own.length === 1 ? "clause" : "clauses"}`), title && make("p.facts", {}, title), place);
    const fill = () => fold.open && !place.firstChild && place.append(make("ol.rows", {}, ...own.map(({ paragraph, clause }) => make("li.row", {}, drawLabel(paragraph, side, host, clause), make("div", {}, drawSentence(clause), drawBeside(clause))))));
    fold.addEventListener("toggle", fill);
    fold.open = rung === highest;
    fill();
    return fold;
  });
}

/** @param {Paragraph[]} paragraphs @param {"old"|"new"} side @param {Host} host */
const drawParagraphs = (paragraphs, side, host) => make("ol.rows", {}, ...paragraphs.filter((each) => each.clauses.length).map((each) =>
  make("li.row", {}, drawLabel(each, side, host), make("ul.of-paragraph", {}, ...each.clauses.map((clause) =>
    make("li", {}, drawRung(clause), " ", drawSentence(clause), drawBeside(clause)))))));

/**
 * The paragraph's label, and its highest rung, or that of one clause.
 * @param {Paragraph} paragraph
 * @param {"old"|"new"} side
 * @param {Host} host
 * @param {Clause} [clause]
 */
function drawLabel({ position, label, highest }, side, host, clause) {
  const row = host.bundle()?.rows.find((each) => each[`${side}_position`] === position), own = { old_label: label, new_label: label };
  const pair = side === "new" ? { ...own, old_position: row?.old_position ?? null, new_position: position } : { ...own, old_position: position, new_position: row?.new_position ?? null };
  return make("div.labels", {}, drawParagraph(host, pair), make("span.was", {}, clause ? drawRung(clause) : `highest rung: ${highest}`));
}
