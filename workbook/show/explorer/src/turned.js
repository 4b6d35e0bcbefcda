/** A map with its names on rows, for a narrow page: many names read well under one another. */

/** @import { Grid } from "./types.js" */

import { escapeText } from "./similarity.js";

// The height of a line of a row's name, and of one letter of the upright names above, in pixels.
const LINE = 15, LETTER = 7;
// A longer name, in characters, stands on two lines.
const LONG = 18;

/**
 * The same map, its rows and columns exchanged.
 * @param {Grid} grid
 * @returns {Grid}
 */
export function turnGrid(grid) {
  return {
    ...grid,
    columns: grid.rows,
    rows: grid.columns,
    cells: grid.columns.map((_column, x) => grid.rows.map((_row, y) => grid.cells[y][x])),
    layOut: (layout) => ({
      ...layout,
      height: 30 + LETTER * longest(grid.rows) + LINE * (longest(grid.columns) > LONG ? 2.4 : 1.7) * grid.columns.length,
      margin: { ...layout.margin, l: 4, r: 4 },
      xaxis: { ...layout.xaxis, tickangle: -90, ...nameTicks(grid.rows, Infinity) },
      yaxis: { ...layout.yaxis, ...nameTicks(grid.columns, LONG) },
    }),
    chosen(state) {
      const place = grid.chosen(state);
      return place && [place[1], place[0]];
    },
    framed: (row) => grid.framed(row).map(([x, y]) => [y, x]),
    pick: (column, row, state) => grid.pick(row, column, state),
  };
}

/** @param {Grid["rows"]} heads */
const longest = (heads) => Math.max(0, ...heads.map((head) => head.short.length));

/** @param {Grid["rows"]} heads @param {number} long */
const nameTicks = (heads, long) => ({
  tickvals: heads.map((_head, at) => at),
  ticktext: heads.map((head) => foldName(head.short, long).map(escapeText).join("<br>")),
});

/**
 * A name on one line, or on two that part at the space nearest to its middle.
 * @param {string} name
 * @param {number} long
 */
function foldName(name, long) {
  const spaces = [...name.matchAll(/ /g)].map((match) => match.index), middle = name.length / 2;
  if (name.length <= long || !spaces.length) return [name];
  const at = spaces.reduce((best, space) => (Math.abs(space - middle) < Math.abs(best - middle) ? space : best));
  return [name.slice(0, at), name.slice(at + 1)];
}
