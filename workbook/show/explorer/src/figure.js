/** A chart that Python drew, shown by Plotly: its table says the same. */

/** @import { Host } from "./types.js" */

import { make, tell } from "./dom.js";
import { currentLook } from "./look.js";
import { loadPlotly, muffle, templateOf } from "./plotly.js";
import { makePicture, namePicture } from "./taking/picture.js";

const SETTINGS = { displaylogo: false, responsive: false, modeBarButtonsToRemove: ["autoScale2d", "select2d", "lasso2d"] };

// Plotly makes it with a style in an attribute, which an exported page forbids. A draft's own signs are escaped.
const BOLD = /<\/?b>/g;

/**
 * `paint` takes plotly's JSON without a template and what the chart shows, in words; `click` gets the point that was
 * clicked. The chart is as wide as its place, and redrawn when the look of the page changes.
 * @param {Host} host
 * @param {string} name  of its picture as a file
 * @param {(point: any) => void} [click]
 */
export function makeFigure(host, name, click) {
  const canvas = make("div.canvas", { role: "group", tabIndex: -1 }), note = make("p.note", {}, "The chart is loading …");
  const picture = makePicture(() => {
    const bundle = host.bundle();
    return shown && bundle ? { plotly, canvas, template: templateOf(bundle, "light"), name: namePicture(name, bundle) } : null;
  });
  const node = make("div.figure", {}, note, canvas, picture.node);
  /** @type {any} */
  let plotly = null;
  /** @type {any} */
  let given = null;
  /** @type {any} */
  let shown = null;
  let drawn = "", width = 0;

  async function draw() {
    if (!given || !node.isConnected || !node.clientWidth) return;
    plotly ??= await loadPlotly(host);
    const bundle = host.bundle();
    if (!plotly || !bundle) return tell(note, "The chart could not be loaded; the table says the same.");
    const now = `${currentLook()} ${node.clientWidth}`;
    if (shown === given && drawn === now) return;
    [shown, drawn] = [given, now];
    const { data, layout } = JSON.parse(JSON.stringify(given).replace(BOLD, "")), template = templateOf(bundle, currentLook());
    note.hidden = true;
    await plotly.react(canvas, data, { ...layout, template, width: node.clientWidth }, { ...SETTINGS, toImageButtonOptions: { filename: name, scale: 2 } });
    muffle(canvas);
    picture.paint(true);
    node.dispatchEvent(new Event("workbook-drawn", { bubbles: true }));
    if (canvas.dataset.heard) return;
    canvas.dataset.heard = "yes";
    canvas.on("plotly_click", (/** @type {any} */ { points }) => points[0] && click?.(points[0]));
  }

  const watcher = new ResizeObserver(() => {
    if (node.clientWidth === width) return;
    width = node.clientWidth;
    draw();
  });
  watcher.observe(node);
  canvas.addEventListener("pointerdown", () => canvas.focus({ preventScroll: true })); // keys are the page's, not plotly's
  return {
    node,
    /** @param {any} figure @param {string} told */
    paint(figure, told) {
      given = figure;
      canvas.setAttribute("aria-label", `Chart: ${told} The table has the same numbers.`);
      draw();
    },
    close() {
      watcher.disconnect();
      if (plotly) plotly.purge(canvas);
    },
  };
}
