/** Where the words changed: a map, the measure that it shows, and its chart or its table. */

/** @import { Host } from "./types.js" */

import { capitalize, freshId, hide, make, tell } from "./dom.js";
import { makeHeatmap } from "./heatmap.js";
import { gridOf, HEADINGS, MAPS } from "./maps.js";
import { makeTable } from "./table.js";
import { makeToggle, VIEWS } from "./toggle.js";

/** @param {Host} host */
export function makeWhere(host) {
  /** @param {number} column @param {number} row */
  const pick = (column, row) => {
    const bundle = host.bundle();
    if (bundle) host.choose(gridOf(bundle, host.state()).pick(column, row, host.state()));
  };
  const table = makeTable(host, pick), heatmap = makeHeatmap(host, pick), toggle = makeToggle("Show as", (view) => host.choose({ view }));
  const map = makeSelect("Map", (value) => host.choose({ map: value }));
  const measure = makeSelect("Measure", (value) => host.choose({ measure: value }));
  const heading = make("h3", { id: freshId("where") }), explained = make("p.explained");
  const node = make("section.where", { "aria-labelledby": heading.id },
    make("div.bar", {}, heading, make("div.tools", {}, map.node, measure.node, toggle.node)), explained, heatmap.node, table.node);
  return {
    node,
    /** @param {boolean} wide */
    paint(wide) {
      const { view: wanted, map: chosen, measure: measured } = host.state(), bundle = host.bundle();
      const view = wanted === "auto" ? (wide ? "chart" : "table") : wanted;
      hide(heatmap.node, view !== "chart");
      hide(table.node, view !== "table");
      toggle.paint(VIEWS, view);
      map.paint(MAPS, chosen);
      measure.paint(bundle?.measures ?? {}, measured);
      hide(measure.node, chosen === "similarity");
      tell(heading, HEADINGS[chosen]);
      const goal = chosen === "similarity" ? "leads to the paragraph" : "shows its paragraphs below";
      const keys = view === "table" ? `Arrow keys walk the cells; Enter on a cell ${goal}.` : `A click on a cell ${goal}.`;
      const usage = wide ? keys : `Tap a cell: it ${goal}.`;
      const grid = bundle && gridOf(bundle, host.state());
      tell(explained, grid && !grid.trouble ? `${capitalize(grid.title)}. ${usage}` : "");
      table.paint();
    },
    draw: heatmap.paint,
    close: heatmap.close,
  };
}

/**
 * A small choice with a label that is heard and not seen.
 * @param {string} name
 * @param {(value: string) => void} choose
 */
function makeSelect(name, choose) {
  const id = freshId(name.toLowerCase()), select = make("select", { id, change: () => choose(select.value) });
  return {
    node: make("div.pick", {}, make("label.unseen", { htmlFor: id }, name), select),
    /** @param {Record<string, string>} options @param {string} chosen */
    paint(options, chosen) {
      if (select.options.length !== Object.keys(options).length) {
        select.replaceChildren(...Object.entries(options).map(([value, words]) => make("option", { value }, words)));
      }
      select.value = chosen;
    },
  };
}
