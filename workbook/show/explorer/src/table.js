/** The heatmap's twin: a real table, walked with the arrow keys. */

/** @import { Grid, Host } from "./types.js" */

import { nameRow, percent } from "./counting.js";
import { capitalize, make } from "./dom.js";
import { gridOf } from "./maps.js";
import { walkTable } from "./walk.js";

/**
 * The table has a row for each column of the chart: names read better on rows.
 * @param {Host} host
 * @param {(column: number, row: number) => void} pick
 * @returns {{node: HTMLElement, paint: () => void}}
 */
export function makeTable(host, pick) {
  const node = make("div.grid");
  /** @type {HTMLElement[][]} */
  let cells = [];
  /** @type {Grid|null} */
  let shown = null;
  let said = ""; // which cells are chosen and framed, in one word
  const go = walkTable(node, pick);

  /** @param {Grid} grid */
  function redraw(grid) {
    const row = cells.findIndex((each) => each.includes(/** @type {any} */ (document.activeElement)));
    const column = row < 0 ? 0 : cells[row].indexOf(/** @type {any} */ (document.activeElement));
    shown = grid;
    said = "";
    cells = grid.trouble ? [] : grid.columns.map((_column, x) => grid.rows.map((_row, y) => drawCell(grid, x, y)));
    node.replaceChildren(grid.trouble ? make("p.note", {}, grid.trouble) : drawTable(grid, cells));
    node.classList.toggle("fine", grid.key.startsWith("similarity"));
    if (cells[0]?.[0]) cells[0][0].tabIndex = 0;
    if (row >= 0 && cells.length) go(row, column);
  }
  return {
    node,
    paint() {
      const bundle = host.bundle();
      if (!bundle || node.hidden) return;
      const state = host.state(), grid = gridOf(bundle, state);
      if (grid !== shown) redraw(grid);
      const chosen = grid.chosen(state), paragraph = bundle.rows.find((row) => nameRow(row) === state.paragraph);
      const framed = new Set((paragraph ? grid.framed(paragraph) : []).map(String));
      const now = [`at ${chosen}`, ...framed].join(" ");
      if (now === said) return;
      said = now;
      for (const [x, column] of cells.entries()) {
        for (const [y, cell] of column.entries()) paintCell(cell, chosen?.[0] === x && chosen[1] === y, framed.has(`${x},${y}`));
      }
    },
  };
}

/** @param {HTMLElement} cell @param {boolean} chosen @param {boolean} framed */
function paintCell(cell, chosen, framed) {
  if (cell.getAttribute("aria-selected") !== String(chosen)) cell.setAttribute("aria-selected", String(chosen));
  if (framed === cell.hasAttribute("aria-description")) return;
  if (framed) cell.setAttribute("aria-description", "the chosen paragraph counts here");
  else cell.removeAttribute("aria-description");
}

/**
 * @param {Grid} grid
 * @param {HTMLElement[][]} cells
 * @returns {HTMLTableElement}
 */
function drawTable(grid, cells) {
  const head = make("tr", {}, make("th", { scope: "col" }, grid.corner),
    ...grid.rows.map((row) => make("th", { scope: "col", title: row.title }, row.short)));
  const body = grid.columns.map((column, x) =>
    make("tr", {}, make("th", { scope: "row", title: column.title }, column.short), ...cells[x]));
  return make("table", { role: "grid" },
    make("caption.unseen", {}, capitalize(grid.title)),
    make("thead", {}, head), make("tbody", {}, ...body));
}

/**
 * @param {Grid} grid
 * @param {number} x
 * @param {number} y
 */
function drawCell(grid, x, y) {
  const { value, told } = grid.cells[y][x];
  const words = value === null ? "" : grid.percent ? percent(value) : String(value);
  const title = told.join("; ");
  const cell = make("td", { role: "gridcell", tabIndex: -1, title, "data-column": grid.columns[x].id, "data-row": grid.rows[y].id,
    "aria-label": words ? `${words}: ${title}` : title }, words);
  cell.style.setProperty("--share", String((value ?? 0) / grid.most));
  return cell;
}
