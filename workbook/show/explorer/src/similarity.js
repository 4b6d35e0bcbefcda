/** The map of researchers: each old paragraph beside each new one. What moved lies off the diagonal. */

/** @import { Bundle, Cell, Grid, Head, Row, State } from "./types.js" */

import { chosenRows, nameRow } from "./counting.js";
import { NO_FILTERS } from "./state.js";

// More cells than these keep a browser busy for too long, and are too small to see.
const MOST_CELLS = 40_000;
// Beside each other, names take this many pixels; those between are left out.
const NAME = 15;
// The names of the rows and the space at the right, in pixels: the rest of the width is the columns'.
const MARGINS = 110;

/** @type {{bundle: Bundle|null, key: string, grid: Grid|null}} */
let last = { bundle: null, key: "", grid: null };

/**
 * The map of all paragraphs; of very many, that of the paragraphs that the filters leave.
 * @param {Bundle} bundle
 * @param {State} state
 * @returns {Grid}
 */
export function mapParagraphs(bundle, state) {
  const everything = { rows: bundle.rows, key: "similarity" };
  const big = listHeads(bundle.rows, "old").length * listHeads(bundle.rows, "new").length > MOST_CELLS;
  const shown = big ? chosenRows(bundle, state) : bundle.rows;
  const key = big ? `similarity ${shown.map((row) => row.at)}` : everything.key;
  if (last.bundle !== bundle || last.key !== key || !last.grid) last = { bundle, key, grid: drawGrid(bundle, shown, key) };
  return last.grid ?? drawGrid(bundle, shown, key);
}

/**
 * @param {Bundle} bundle
 * @param {Row[]} shown
 * @param {string} key
 * @returns {Grid}
 */
function drawGrid(bundle, shown, key) {
  const rows = listHeads(shown, "old"), columns = listHeads(shown, "new");
  const tooMany = rows.length * columns.length > MOST_CELLS;
  const trouble = tooMany
    ? `${rows.length} old and ${columns.length} new paragraphs are too many to draw side by side. Choose a section, an objective or a theme: the map then shows the paragraphs that are left.`
    : rows.length && columns.length ? "" : "No old paragraph stands beside a new one here. Clear a filter, or choose two other drafts.";
  const x = placesOf(columns), y = placesOf(rows);
  const pairs = new Map(bundle.rows.map((row) => [nameRow(row), row]));
  const cells = trouble ? [] : rows.map((row) => columns.map((column) => ({ value: /** @type {number|null} */ (null), told: [`${row.title}, ${column.title}`, "next to nothing in common"] })));
  if (!trouble) for (const [old, neu, percent] of bundle.similarity) fillCell(cells, rows[y.get(`${old}`) ?? -1], columns[x.get(`${neu}`) ?? -1], x, y, percent, pairs);
  return {
    key, rows, columns, cells, trouble, percent: true, most: 1, corner: "new ↓ old →",
    title: "how much of the rarer wording two paragraphs share; what moved lies off the diagonal",
    figure: bundle.figures.similarity,
    layOut: (layout, width) => layOut(layout, columns, rows, width),
    chosen: () => null,
    framed(row) {
      const place = [x.get(`${row.new_position}`), y.get(`${row.old_position}`)];
      return place.includes(undefined) ? [] : [/** @type {[number, number]} */ (place)];
    },
    pick(column, row, state) {
      const pair = pairs.get(`${rows[row].id}-${columns[column].id}`);
      const target = pair ?? bundle.rows.find((each) => `${each.new_position}` === columns[column].id);
      if (!target) return {};
      const visible = chosenRows(bundle, state).includes(target);
      return { ...(visible ? {} : NO_FILTERS), paragraph: nameRow(target) };
    },
  };
}

/**
 * @param {Cell[][]} cells
 * @param {Head|undefined} row
 * @param {Head|undefined} column
 * @param {Map<string, number>} x
 * @param {Map<string, number>} y
 * @param {number} percent
 * @param {Map<string, Row>} pairs
 */
function fillCell(cells, row, column, x, y, percent, pairs) {
  if (!row || !column) return;
  const pair = pairs.get(`${row.id}-${column.id}`);
  const fate = pair ? ["paired", ...(pair.said ? [pair.said.slice(pair.said.indexOf(": ") + 2)] : pair.words.split("; "))] : ["not paired"];
  cells[y.get(row.id) ?? 0][x.get(column.id) ?? 0] = { value: percent / 100, told: [`${row.title}, ${column.title}`, `${percent}% of the rarer wording`, ...fate] };
}

/** @param {Head[]} heads */
const placesOf = (heads) => new Map(heads.map((head, at) => [head.id, at]));

/**
 * The paragraphs of one side, in the order of their text.
 * @param {Row[]} rows
 * @param {"old"|"new"} side
 * @returns {Head[]}
 */
function listHeads(rows, side) {
  const found = new Map(rows.filter((row) => row[`${side}_position`] !== null).map((row) => [row[`${side}_position`], row[`${side}_label`]]));
  return [...found].sort(([one], [other]) => Number(one) - Number(other)).map(([position, label]) => ({
    id: `${position}`, short: label || "¶", title: `${side} ${label || "paragraph without a number"}`,
  }));
}

/**
 * The layout with as many names on its axes as have room.
 * @param {any} layout
 * @param {Head[]} columns
 * @param {Head[]} rows
 * @param {number} width
 */
function layOut(layout, columns, rows, width) {
  const height = Math.min(Math.max(900 / Math.max(rows.length, 1), 6), 30);
  return {
    ...layout,
    height: 130 + Math.round(height * rows.length),
    margin: { ...layout.margin, r: 24 },
    xaxis: { ...layout.xaxis, tickangle: -90, ...nameTicks(columns, (width - MARGINS) / Math.max(columns.length, 1)) },
    yaxis: { ...layout.yaxis, ...nameTicks(rows, height) },
  };
}

/**
 * @param {Head[]} heads
 * @param {number} room
 */
function nameTicks(heads, room) {
  const step = Math.max(1, Math.ceil(NAME / room));
  const shown = heads.map((_head, at) => at).filter((at) => at % step === 0);
  return { tickvals: shown, ticktext: shown.map((at) => escapeText(heads[at].short)) };
}

/** Plotly reads some HTML in its texts. @param {string} words */
export const escapeText = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
