/** The heatmap's twin: a real table, walked with the arrow keys. */

/** @import { Bundle, Count, Host } from "./types.js" */

import { percent } from "./counting.js";
import { make } from "./dom.js";

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], Home: [0, -99], End: [0, 99] };

/**
 * @param {Host} host
 * @param {(tag: string, section: string) => void} pick
 * @returns {{node: HTMLElement, fill: () => void, paint: () => void}}
 */
export function makeTable(host, pick) {
  const node = make("div.grid");
  /** @type {HTMLElement[][]} */
  let cells = [];
  /** @param {Event} event */
  const find = (event) => {
    const cell = /** @type {HTMLElement} */ (event.target).closest("td");
    const row = cells.findIndex((each) => each.includes(/** @type {any} */ (cell)));
    return row < 0 ? null : { row, column: cells[row].indexOf(/** @type {any} */ (cell)) };
  };
  /** @param {{row: number, column: number}} place */
  const choose = ({ row, column }) => {
    const { tag, section } = cells[row][column].dataset;
    pick(tag ?? "", section ?? "");
  };
  node.addEventListener("click", (/** @type {Event} */ event) => {
    const place = find(event);
    if (place) choose(place);
  });
  node.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const place = find(event), step = STEPS[event.key];
    if (!place || (!step && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.stopPropagation(); // JupyterLab would take the arrows for its own cells
    if (!step) return choose(place);
    walk(cells, place.row + step[0], place.column + step[1]);
  });
  return {
    node,
    fill() {
      const bundle = host.bundle();
      if (!bundle) return;
      const table = drawTable(bundle);
      cells = [...table.tBodies[0].rows].map((row) => /** @type {HTMLElement[]} */ ([...row.querySelectorAll("td")]));
      if (cells[0]?.[0]) cells[0][0].tabIndex = 0;
      node.replaceChildren(table);
    },
    paint() {
      const { objective, section } = host.state();
      for (const cell of cells.flat()) {
        const chosen = cell.dataset.tag === objective && cell.dataset.section === section;
        cell.setAttribute("aria-selected", String(chosen));
      }
    },
  };
}

/**
 * Moves the focus; at an edge it stays.
 * @param {HTMLElement[][]} cells
 * @param {number} row
 * @param {number} column
 */
function walk(cells, row, column) {
  const next = cells[Math.min(Math.max(row, 0), cells.length - 1)];
  const cell = next[Math.min(Math.max(column, 0), next.length - 1)];
  for (const each of cells.flat()) each.tabIndex = each === cell ? 0 : -1;
  cell.focus();
}

/**
 * @param {Bundle} bundle
 * @returns {HTMLTableElement}
 */
function drawTable(bundle) {
  const counts = new Map(bundle.counts.map((count) => [JSON.stringify([count.tag, count.section]), count]));
  const head = make("tr", {}, make("th", { scope: "col" }, "Objective"),
    ...bundle.sections.map((each) => make("th", { scope: "col", title: each.section }, each.short)));
  const body = bundle.tags.filter((term) => term.scheme === "objective").map((term) =>
    make("tr", {}, make("th", { scope: "row", title: term.title }, term.short), ...bundle.sections.map((each) =>
      drawCell(counts.get(JSON.stringify([term.tag, each.section])), term.tag, each.section))));
  return make("table", { role: "grid" },
    make("caption", {}, "Share of words changed. Arrow keys walk the cells, Enter selects one."),
    make("thead", {}, head), make("tbody", {}, ...body));
}

/**
 * @param {Count|undefined} count
 * @param {string} tag
 * @param {string} section
 */
function drawCell(count, tag, section) {
  const told = count?.paragraphs
    ? `${count.words_in + count.words_out} of ${count.words_old + count.words_new} words, ${count.touched} of ${count.paragraphs} paragraphs`
    : "no paragraph";
  const share = count?.share ?? null;
  const cell = make("td", { role: "gridcell", tabIndex: -1, title: told, "data-tag": tag, "data-section": section,
    "aria-label": share === null ? told : `${percent(share)}: ${told}` }, percent(share));
  cell.style.setProperty("--share", String(share ?? 0));
  return cell;
}
