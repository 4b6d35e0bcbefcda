/** The heatmap, drawn by Plotly from the figure in the bundle. */

/** @import { Host } from "./types.js" */

import { make, tell } from "./dom.js";
import { currentLook } from "./look.js";
import { loadPlotly } from "./plotly.js";

// A narrower cell, in pixels, has no room for its number.
const CELL = 29;

/**
 * @param {Host} host
 * @param {(tag: string, section: string) => void} pick
 * @returns {{node: HTMLElement, paint: () => void, close: () => void}}
 */
export function makeHeatmap(host, pick) {
  const canvas = make("div.canvas", { role: "img", "aria-label": "Heatmap of the share of words changed, by objective and section. The table has the same numbers." });
  const note = make("p.note", {}, "The chart is loading …");
  const node = make("div.heatmap", {}, note, canvas);
  /** @type {any} */
  let plotly = null;
  let width = 0, drawn = "";
  /** @type {any} */
  let shown = null;

  async function draw() {
    const bundle = host.bundle();
    if (!bundle || node.hidden || !node.isConnected) return;
    plotly ??= await loadPlotly(host);
    if (!plotly) return tell(note, "The chart could not be loaded; the table says the same.");
    const look = currentLook(), template = bundle.templates[look];
    const shapes = frameCell(bundle.figure.data[0].customdata, host.state(), template);
    const columns = bundle.figure.data[0].x.length, crowded = node.clientWidth / (columns + 6) < CELL;
    if (shown === bundle && drawn === `${look} ${crowded}`) return plotly.relayout(canvas, { shapes });
    shown = bundle;
    drawn = `${look} ${crowded}`;
    const { data, layout } = structuredClone(bundle.figure);
    Object.assign(layout, { template, shapes });
    if (crowded) data[0].texttemplate = "";
    const settings = { displaylogo: false, modeBarButtonsToRemove: ["autoScale2d", "zoom2d", "pan2d"], toImageButtonOptions: { filename: "changes", scale: 2 } };
    await plotly.react(canvas, data, layout, settings);
    note.hidden = true;
    if (canvas.dataset.heard) return;
    canvas.dataset.heard = "yes";
    canvas.on("plotly_click", (/** @type {any} */ event) => pick(...cellOf(event)));
  }

  const watcher = new ResizeObserver(() => {
    if (!node.clientWidth || node.clientWidth === width) return;
    width = node.clientWidth;
    if (plotly && canvas.dataset.heard) plotly.Plots.resize(canvas);
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
 * @param {any} event
 * @returns {[string, string]}
 */
const cellOf = (event) => event.points[0].customdata;

/**
 * A frame round the chosen cell, or round the whole row or column where one filter alone is set.
 * @param {[string, string][][]} cells
 * @param {{objective: string|null, section: string|null}} state
 * @param {any} template
 */
function frameCell(cells, { objective, section }, template) {
  if (!cells.length || (objective === null && section === null)) return [];
  const x = objective === null ? -1 : cells[0].findIndex(([tag]) => tag === objective);
  const y = section === null ? -1 : cells.findIndex(([first]) => first[1] === section);
  if ((objective !== null && x < 0) || (section !== null && y < 0)) return [];
  return [{
    type: "rect",
    x0: x < 0 ? -0.5 : x - 0.5,
    x1: x < 0 ? cells[0].length - 0.5 : x + 0.5,
    y0: y < 0 ? -0.5 : y - 0.5,
    y1: y < 0 ? cells.length - 0.5 : y + 0.5,
    line: { width: 2.5, color: template.layout.font.color },
  }];
}
