/** The chart's twin: a row a paragraph, a column a draft. */

/** @import { Chapter, Box } from "./types.js" */

import { make } from "../dom.js";
import { linksInto, nameStop } from "./paths.js";
import { walkTable } from "../walk.js";

/**
 * @param {(place: string) => void} pick
 */
export function makeTable(pick) {
  const node = make("div.scrolled.twin");
  /** @type {Chapter|null} */
  let shown = null;
  /** @type {(string|null)[][]} */
  let places = [];
  walkTable(node, (row, column) => {
    const place = places[row]?.[column];
    if (place) pick(place);
  });
  return {
    node,
    /** @param {Chapter} chapter @param {string} followed */
    paint(chapter, followed) {
      if (chapter !== shown) {
        shown = chapter;
        const rows = chapter.rows.map((chain) => chapter.drafts.map(({ boxes }) => boxes.find((box) => box.chain === chain) ?? null));
        places = rows.map((row) => row.map((box, at) => box && nameStop(chapter, { at, box })));
        node.replaceChildren(drawTable(chapter, rows));
      }
      for (const cell of node.querySelectorAll("[role=gridcell]")) cell.setAttribute("aria-selected", String(cell.dataset.place === followed));
    },
  };
}

/** @param {Chapter} chapter @param {(Box|null)[][]} rows */
function drawTable(chapter, rows) {
  const body = rows.map((row, y) => make("tr", {}, ...row.map((box, x) => drawCell(chapter, box, x, !x && !y))));
  return make("table", { role: "grid" }, make("caption.unseen", {}, "Every paragraph in every draft: its number, its words, and what became of it"),
    make("thead", {}, make("tr", {}, ...chapter.drafts.map(({ title }) => make("th", { scope: "col" }, title)))), make("tbody", {}, ...body));
}

/** @param {Chapter} chapter @param {Box|null} box @param {number} at @param {boolean} first */
function drawCell(chapter, box, at, first) {
  const traits = { role: "gridcell", tabIndex: first ? 0 : -1, "aria-selected": "false" };
  if (!box) return make("td.empty", { ...traits, "aria-label": "not there" });
  const fates = linksInto(chapter, { at, box }).map(({ told }) => chapter.said[told]), share = !at || box.new || !box.share ? "" : `, ${Math.round(100 * box.share)}% changed`;
  const told = [fates.join("; ") || (at ? "new" : ""), box.gone ? "gone in the next" : ""].filter(Boolean).join("; ");
  const cell = make("td", { ...traits, "data-place": nameStop(chapter, { at, box }) }, make("strong", {}, box.label || "¶"), make("span.facts", {}, `${box.words} words${share}`), told && make("span.told", {}, told));
  cell.style.setProperty("--share", String(at ? box.share : 0));
  return cell;
}
