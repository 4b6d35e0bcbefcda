/** The first tab: where the words changed, and what became of each paragraph. */

/** @import { Host } from "./types.js" */

import { make } from "./dom.js";
import { makeFilters } from "./filters.js";
import { makeRedlines } from "./redlines.js";
import { makeWhere } from "./where.js";

/**
 * @param {Host} host
 */
export function makeCompare(host) {
  const redlines = makeRedlines(host), where = makeWhere(host), filters = makeFilters(host);
  return {
    node: make("div.body", {}, make("aside.side", {}, filters.node), make("div.main", {}, where.node, redlines.node)),
    title: redlines.title,
    stepChange: redlines.stepChange,
    search: filters.search,
    fill() {
      filters.fill();
      redlines.fill();
    },
    /** @param {boolean} wide */
    paint(wide) {
      filters.unfold(wide);
      filters.paint();
      where.paint(wide);
      redlines.paint();
    },
    /** What can wait until the page has been painted. */
    draw() {
      redlines.mark();
      filters.tell();
      where.draw();
    },
    close: where.close,
  };
}
