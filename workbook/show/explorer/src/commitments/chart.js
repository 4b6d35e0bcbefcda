/** The dumbbell chart of clauses that changed, and the table that says the same. */

/** @import { Host } from "../types.js" */
/** @typedef {import("./rungs.js").Chapter} Chapter */
/** @typedef {import("./rungs.js").Row} Row */

import { nameRow } from "../counting.js";
import { make, tell } from "../dom.js";
import { makeFigure } from "../figure.js";
import { leadToCard } from "../lead.js";
import { walkTable } from "../walk.js";

// What the chart draws; other words on the same rung would be a ring round itself.
const DRAWN = ["up", "down", "tone", "object"];

/** @param {Host} host */
export function makeChart(host) {
  const title = make("h4", { tabIndex: -1 }, "Where each changed clause stood, and where it stands"), read = make("p.facts"), table = make("div.grid"), note = make("p.note");
  /** @type {Row[]} */
  let rows = [];
  const lead = (/** @type {Row|undefined} */ row) => row && leadToCard(host, nameRow(/** @type {any} */ (row)));
  const figure = makeFigure(host, "commitments", ({ customdata }) => customdata && leadToCard(host, nameRow(/** @type {any} */ ({ old_position: customdata[0], new_position: customdata[1] }))));
  walkTable(table, (row) => lead(rows[row]));
  const twin = make("details.twin", {}, make("summary", {}, "The same as a table"), table);
  /** @type {Chapter|null} */
  let shown = null;
  return {
    node: make("section.dumbbell", {}, title, read, figure.node, note, twin),
    title,
    close: figure.close,
    /** @param {Chapter} told */
    paint(told) {
      if (told !== shown) {
        shown = told;
        rows = told.rows.filter((row) => DRAWN.includes(row.way));
        tell(note, rows.length ? "" : "No clause of these two drafts changed its rung, its tone or its object.");
        note.hidden = rows.length > 0;
        read.hidden = twin.hidden = figure.node.hidden = !rows.length;
        tell(read, `How to read it: the ring is where a clause stood, the mark where it stands. A mark inside its ring stayed on its rung. A click on a mark leads to the paragraph. Of ${told.rows.length} clauses, ${rows.length} are drawn.`);
        table.replaceChildren(...(rows.length ? [drawTable(rows, told)] : []));
      }
      if (told.figure) figure.paint(told.figure, `${rows.length} clauses on the scale of commitment, before and now.`);
    },
  };
}

/** @param {Row[]} rows @param {Chapter} told */
function drawTable(rows, told) {
  const heads = ["was on rung", "is on rung", "what changed", "hand"];
  return make("table", { role: "grid" },
    make("caption.unseen", {}, "Clauses whose rung, tone or object changed. Arrow keys walk the cells; Enter leads to the paragraph."),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Paragraph"), ...heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, ...rows.map((row, at) => {
      const label = row.new_label || row.old_label || "¶", [was, is] = row.rungs;
      const cells = [String(was ?? "–"), String(is ?? "–"), told.ways[row.way], row.grade ?? "–"];
      return make("tr", {}, make("th", { scope: "row" }, label), ...cells.map((words, column) =>
        make("td", { role: "gridcell", tabIndex: at || column ? -1 : 0, title: row.told, "aria-label": `${words}: ${label}, ${heads[column]}. ${row.told}` }, words)));
    })));
}
