/** The parts on one page, and what is painted when. */

/** @import { Host } from "./types.js" */

import { followAddress } from "./address.js";
import { makeChoices } from "./choices.js";
import { make } from "./dom.js";
import { makeFilters } from "./filters.js";
import { makeHeatmap } from "./heatmap.js";
import { currentLook, watchLook } from "./look.js";
import { makeRedlines } from "./redlines.js";
import { makeTable } from "./table.js";

// Below this width, in pixels, 23 columns cannot be read: the table takes the chart's place.
const ROOM = 720;

/**
 * Puts an explorer into an element; the function returned takes it out again.
 * @param {Host} host
 * @param {HTMLElement} element
 * @returns {() => void}
 */
export function mount(host, element) {
  /** @param {string} tag @param {string} section */
  const pick = (tag, section) => {
    const { objective, section: chosen } = host.state();
    const again = objective === tag && chosen === section;
    host.choose(again ? { objective: null, section: null } : { objective: tag, section });
  };
  const choices = makeChoices(host), filters = makeFilters(host), redlines = makeRedlines(host);
  const table = makeTable(host, pick), heatmap = makeHeatmap(host, pick), toggle = makeToggle(host);
  const where = make("section.where", { "aria-label": "Where the words changed" },
    make("div.bar", {}, 
      make("h3", {}, "Where the words changed ", make("span.unit", {}, "share of all words put in or taken out")), toggle.node), heatmap.node, table.node);
  const root = make("div.workbook-explorer", {}, choices.node,
    make("div.body", {}, make("aside.side", {}, filters.node), make("div.main", {}, where, redlines.node)));
  let busy = false, wide = false;

  function paint() {
    root.dataset.look = currentLook();
    root.setAttribute("aria-busy", String(busy));
    const wanted = host.state().view;
    wide = root.clientWidth >= ROOM;
    const view = wanted === "auto" ? (wide ? "chart" : "table") : wanted;
    heatmap.node.hidden = view !== "chart";
    table.node.hidden = view !== "table";
    filters.unfold(wide);
    toggle.paint(view);
    choices.paint(busy);
    for (const part of [filters, table, redlines]) part.paint();
    requestAnimationFrame(() => setTimeout(heatmap.paint)); // the text first, the chart joins it
  }
  function fill() {
    for (const part of [filters, table, redlines]) part.fill();
  }
  const stop = host.watch((what) => {
    const { old, new: neu } = host.state(), bundle = host.bundle();
    busy = !host.error() && Boolean(bundle) && (bundle?.old !== old || bundle?.new !== neu);
    if (what === "bundle") fill();
    paint();
  });
  const width = new ResizeObserver(() => {
    const now = root.clientWidth >= ROOM;
    if (root.clientWidth && now !== wide) paint();
  });
  const unwatchLook = watchLook(paint), unfollow = followAddress(host);
  element.replaceChildren(root);
  fill();
  paint();
  width.observe(root);
  return () => {
    stop();
    unfollow();
    unwatchLook();
    width.disconnect();
    heatmap.close();
  };
}

/**
 * Chart or table.
 * @param {Host} host
 */
function makeToggle(host) {
  const buttons = /** @type {const} */ (["chart", "table"]).map((view) =>
    make("button", { type: "button", "data-view": view, click: () => host.choose({ view }) }, view));
  return {
    node: make("div.toggle", { role: "group", "aria-label": "Show as" }, ...buttons),
    /** @param {string} view */
    paint: (view) => buttons.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.view === view))),
  };
}
