/** The flow: every paragraph of every draft as a chart, and the same as a table. */

/** @import { Host } from "../types.js" */
/** @import { Chapter, Stop } from "./types.js" */

import { make, tell } from "../dom.js";
import { makeFigure } from "../figure.js";
import { currentLook } from "../look.js";
import { pathOf } from "./paths.js";
import { makeTable } from "./table.js";
import { makeToggle, VIEWS } from "../toggle.js";

// Pixels of a letter in a title above a column, and its lines at most.
const LETTER = 6.6, LINES = 5;
// How many pixels a frame stands off its box.
const AROUND = 3;
const READING = "A column is a draft, a box a paragraph, as high as its words; the darker, the more of its words changed since the draft before. Ribbons lead to where its words went; a box without one is new or gone.";

/**
 * @param {Host} host
 * @param {(place: string) => void} pick
 */
export function makeChart(host, pick) {
  const figure = makeFigure(host, "flow", (point) => pick(String(point.customdata?.[0] ?? ""))), table = makeTable(pick);
  const views = makeToggle("Show as", (view) => host.choose({ view }));
  const shades = make("p.shades", {}, "words changed since the draft before: none ", make("span.shade", { "aria-hidden": "true" }), " all, or new");
  const note = make("p.explained"), heading = make("h4", {}, "All paragraphs, draft by draft");
  const node = make("section.flow", {}, make("div.bar", {}, heading, views.node), note, shades, figure.node, table.node);
  /** @type {any} */
  let made = null;
  let drawn = "";
  return {
    node,
    close: figure.close,
    /** @param {Chapter} chapter @param {Stop|null} stop @param {string} followed @param {boolean} wide */
    paint(chapter, stop, followed, wide) {
      const wanted = host.state().view, view = wanted === "auto" ? (wide ? "chart" : "table") : wanted;
      views.paint(VIEWS, view);
      figure.node.hidden = shades.hidden = view !== "chart";
      table.node.hidden = view !== "table";
      const usage = !wide ? "Tap one: its passport opens." : view === "chart" ? "Click a box: its passport opens." : "Arrow keys walk the cells; Enter opens a passport.";
      tell(note, `${view === "chart" ? READING : "A row is a paragraph, a column a draft."} ${usage}`);
      if (view === "table") return table.paint(chapter, followed);
      const now = `${followed} ${currentLook()} ${figure.node.clientWidth}`;
      if (made?.chapter !== chapter || drawn !== now) made = { chapter, figure: frame(chapter, stop, host, figure.node.clientWidth) };
      drawn = now;
      figure.paint(made.figure, `${chapter.drafts.length} drafts as columns, their paragraphs as boxes.`);
    },
  };
}

/**
 * The figure with a frame round the paragraph that is followed, and a broken one round what it was a part of.
 * @param {Chapter} chapter
 * @param {Stop|null} stop
 * @param {Host} host
 * @param {number} width
 */
function frame({ drafts, figure, ...rest }, stop, host, width) {
  const ink = host.bundle()?.templates[currentLook()].layout.font.color, letters = Math.max(7, Math.floor(width / drafts.length / LETTER));
  const places = new Map(figure.data.flatMap((/** @type {any} */ trace) => (trace.customdata ?? []).map((/** @type {any[]} */ [place], /** @type {number} */ at) =>
    [place, { x: trace.x[at], top: trace.base[at], words: trace.y[at], half: trace.width / 2 }])));
  const { range } = figure.layout.yaxis, { t, b } = figure.layout.margin, beyond = (AROUND * range[0]) / (figure.layout.height - t - b);
  const path = stop ? pathOf(/** @type {Chapter} */ ({ drafts, figure, ...rest }), stop) : [];
  const shapes = path.flatMap(({ at, box, as }) => {
    const found = box && places.get(`${drafts[at].draft}:${box.position}`);
    if (!found) return [];
    const { x, top, words, half } = found;
    return [{ type: "rect", layer: "above", x0: x - half, x1: x + half, y0: top - beyond, y1: top + words + beyond,
      line: { color: ink, width: at === stop?.at ? 3.5 : 2, dash: as === "self" ? "solid" : "3px,3px" } }];
  });
  const xaxis = { ...figure.layout.xaxis, ticktext: drafts.map(({ title }) => wrap(title, letters)) };
  return { data: figure.data, layout: { ...figure.layout, xaxis, shapes } };
}

/**
 * A title in short lines, with nothing in it that plotly would read.
 * @param {string} title
 * @param {number} letters
 */
function wrap(title, letters) {
  /** @type {string[]} */
  const lines = [];
  for (const word of title.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.length > LINES ? [...lines.slice(0, LINES - 1), `${lines[LINES - 1]} …`] : lines;
  return shown.map((line) => line.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "")).join("<br>");
}
