/** The heatmap that is chosen, drawn by Plotly. */

/** @import { Grid, Host, Row, State } from "./types.js" */

import { nameRow, percent } from "./counting.js";
import { make, tell } from "./dom.js";
import { currentLook } from "./look.js";
import { gridOf } from "./maps.js";
import { loadPlotly, muffle, templateOf } from "./plotly.js";
import { escapeText } from "./similarity.js";
import { makePicture, namePicture } from "./taking/picture.js";
import { turnGrid } from "./turned.js";

// A narrower cell, in pixels, has no room for its number.
const CELL = 29;
// A narrower chart has no room for the names of many columns: they stand on rows.
const ROOM = 720;
const SETTINGS = { displaylogo: false, modeBarButtonsToRemove: ["autoScale2d", "zoom2d", "pan2d"], toImageButtonOptions: { filename: "changes", scale: 2 } };

/**
 * @param {Host} host
 * @param {(column: number, row: number) => void} pick
 * @returns {{node: HTMLElement, paint: () => void, close: () => void}}
 */
export function makeHeatmap(host, pick) {
  const canvas = make("div.canvas", { role: "group" }), note = make("p.note", {}, "The chart is loading …");
  const picture = makePicture(() => (shown && !canvas.hidden ? { plotly, canvas, template: templateOf(shown, "light"), name: namePicture("changes", shown) } : null));
  const node = make("div.heatmap", {}, note, canvas, picture.node);
  /** @type {any} */
  let plotly = null;
  let width = 0, drawn = "";
  /** @type {any} */
  let shown = null;

  async function draw() {
    if (!host.bundle() || node.hidden || !node.isConnected) return;
    plotly ??= await loadPlotly(host);
    const bundle = host.bundle(), state = host.state();
    if (!plotly || !bundle) return tell(note, "The chart could not be loaded; the table says the same.");
    const turned = state.map !== "similarity" && node.clientWidth < ROOM, given = gridOf(bundle, state);
    const grid = turned ? turnGrid(given) : given, look = currentLook(), template = templateOf(bundle, look);
    tell(note, grid.trouble);
    note.hidden = !(canvas.hidden = Boolean(grid.trouble));
    picture.paint(!grid.trouble);
    if (grid.trouble) return;
    canvas.setAttribute("aria-label", `Heatmap: ${grid.title}. The table has the same numbers.`);
    const shapes = drawFrames(grid, state, bundle.rows.find((row) => nameRow(row) === state.paragraph), template);
    const wide = node.clientWidth, crowded = !turned && wide / (grid.columns.length + 6) < CELL;
    const now = `${look} ${crowded} ${turned} ${state.map === "similarity" && wide} ${grid.key}`;
    if (shown === bundle && drawn === now) return plotly.relayout(canvas, { shapes });
    shown = bundle;
    drawn = now;
    canvas.dataset.turned = turned ? "yes" : "";
    const { data, layout } = fillFigure(grid, crowded, wide);
    await plotly.react(canvas, data, Object.assign(layout, { template, shapes }), SETTINGS);
    muffle(canvas);
    node.dispatchEvent(new Event("workbook-drawn", { bubbles: true }));
    if (canvas.dataset.heard) return;
    canvas.dataset.heard = "yes";
    canvas.on("plotly_click", (/** @type {any} */ { points: [{ x, y }] }) => (canvas.dataset.turned ? pick(y, x) : pick(x, y)));
  }

  // Plotly keeps the focus from its chart: keys that lead on would be typed into a field, or go to the notebook.
  canvas.tabIndex = -1;
  canvas.addEventListener("pointerdown", () => canvas.focus({ preventScroll: true }));

  const watcher = new ResizeObserver(() => {
    if (!node.clientWidth || node.clientWidth === width) return;
    width = node.clientWidth;
    if (plotly && canvas.dataset.heard && !canvas.hidden) plotly.Plots.resize(canvas);
    draw();
  });
  watcher.observe(node);
  return {
    node,
    paint: draw,
    close() {
      watcher.disconnect();
      if (plotly) plotly.purge(canvas);
    },
  };
}

/**
 * Plotly's figure of a grid.
 * @param {Grid} grid
 * @param {boolean} crowded
 * @param {number} width
 */
function fillFigure(grid, crowded, width) {
  const { data: [trace], layout } = structuredClone(grid.figure);
  trace.x = grid.columns.map((_column, at) => at);
  trace.y = grid.rows.map((_row, at) => at);
  trace.z = grid.cells.map((row) => row.map((cell) => cell.value));
  trace.customdata = grid.cells.map((row, y) => row.map((_cell, x) => [grid.columns[x].id, grid.rows[y].id]));
  trace.hovertext = grid.cells.map((row, y) => row.map((cell, x) => tellCell(grid, cell.told, x, y)));
  trace.hovertemplate = "%{hovertext}<extra></extra>";
  trace.text = grid.cells.map((row) => row.map(({ value }) => (grid.percent ? escapeText(percent(value)) : `${value ?? ""}`)));
  trace.texttemplate = crowded ? "" : "%{text}";
  layout.coloraxis = { ...layout.coloraxis, cmin: 0, cmax: grid.most };
  return { data: [trace], layout: grid.layOut(layout, width) };
}

/**
 * What a hover says: where, and how much, each on its line.
 * @param {Grid} grid
 * @param {string[]} told
 * @param {number} x
 * @param {number} y
 */
function tellCell(grid, told, x, y) {
  const lines = grid.key.startsWith("similarity") ? told : [`${grid.columns[x].short} · ${grid.rows[y].short}`, ...told];
  // A sentence is broken behind words, so that it stays on the page.
  return lines.flatMap((line) => line.match(/.{1,70}(?:\s|$)|\S+/g) ?? [line]).map(escapeText).join("<br>"); // bold would need a style in an attribute, which an exported page forbids
}

/**
 * A frame round the chosen cell, or round the whole row or column where one filter alone is set; and a
 * broken one round each cell that the chosen paragraph counts in.
 * @param {Grid} grid
 * @param {State} state
 * @param {Row|undefined} paragraph
 * @param {any} template
 */
function drawFrames(grid, state, paragraph, template) {
  const { columns, rows } = grid, ink = template.layout.font.color;
  /** @param {[number, number]} place @param {any} line */
  const frame = ([x, y], line) => ({
    type: "rect", line,
    x0: x < 0 ? -0.5 : x - 0.5, x1: x < 0 ? columns.length - 0.5 : x + 0.5,
    y0: y < 0 ? -0.5 : y - 0.5, y1: y < 0 ? rows.length - 0.5 : y + 0.5,
  });
  const chosen = grid.chosen(state), framed = paragraph ? grid.framed(paragraph) : [];
  return [...framed.map((place) => frame(place, { width: 2, color: ink, dash: "2px,2px" })),
    ...(chosen ? [frame(chosen, { width: 2.5, color: ink })] : [])];
}
