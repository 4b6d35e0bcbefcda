/** What stands in the heatmaps: tags by sections, and where each cell leads. `similarity.js` has the third map. */

/** @import { Bundle, Cell, Count, Grid, State } from "./types.js" */

import { mapParagraphs } from "./similarity.js";

export const MAPS = {
  objective: "objective × section", theme: "theme × section", principle: "principle × section",
  similarity: "old paragraph × new paragraph",
};
/** What a map is about, as its heading. */
export const HEADINGS = /** @type {Record<string, string>} */ ({
  objective: "Where the words changed", theme: "Where the words changed", principle: "Where the words changed",
  similarity: "How alike the paragraphs are",
});
const CORNERS = { objective: "Objective", theme: "Theme", principle: "Principle" };

/** @type {WeakMap<Bundle, Map<string, Grid>>} */
const drawn = new WeakMap();

/**
 * The map that is chosen; made once.
 * @param {Bundle} bundle
 * @param {State} state
 * @returns {Grid}
 */
export function gridOf(bundle, state) {
  if (state.map === "similarity") return mapParagraphs(bundle, state);
  const grids = drawn.get(bundle) ?? new Map(), key = `${state.map} ${state.measure}`;
  drawn.set(bundle, grids);
  if (!grids.has(key)) grids.set(key, mapTags(bundle, /** @type {any} */ (state.map), state.measure, key));
  return grids.get(key);
}

/** The measures of a cell, from its row of counts. */
const MEASURES = /** @type {Record<string, (count: Count) => number|null>} */ ({
  share: ([, , , , old, neu, put, out]) => (old + neu ? (put + out) / (old + neu) : null),
  words_in: (count) => count[6],
  words_out: (count) => count[7],
  touched: (count) => count[3],
});

/**
 * A section a row, a tag a column.
 * @param {Bundle} bundle
 * @param {"objective"|"theme"|"principle"} scheme
 * @param {string} measure
 * @param {string} key
 * @returns {Grid}
 */
function mapTags(bundle, scheme, measure, key) {
  const terms = bundle.tags.flatMap((term, at) => (term.scheme === scheme ? [{ term, at }] : []));
  const columns = terms.map(({ term }) => ({ id: term.tag, short: term.short, title: term.title }));
  const rows = bundle.sections.map(({ section, short }) => ({ id: section, short, title: section }));
  const counts = new Map(bundle.counts.map((count) => [`${count[0]} ${count[1]}`, count]));
  const cells = rows.map((_row, at) => terms.map((each) => describe(counts.get(`${each.at} ${at}`), measure, bundle.cell)));
  // Plotly draws no columns for cells that are all empty, and says nothing.
  const found = bundle.counts.some(([tag]) => bundle.tags[tag].scheme === scheme);
  const trouble = found ? "" : `No ${scheme} was found in the words of these drafts. Another map may show more; all paragraphs stand below.`;
  const filter = scheme === "objective" ? "objective" : "theme";
  const column = (/** @type {string|null} */ tag) => columns.findIndex((each) => each.id === tag);
  const row = (/** @type {string|null} */ section) => rows.findIndex((each) => each.id === section);
  return {
    key, columns, rows, cells, figure: bundle.figures[scheme], trouble, percent: measure === "share",
    title: `${bundle.measures[measure]}, ${MAPS[scheme]}`, corner: CORNERS[scheme],
    most: measure === "share" ? 1 : Math.max(1, ...cells.flat().map((cell) => cell.value ?? 0)),
    layOut: (layout) => layout,
    chosen(state) {
      const place = /** @type {[number, number]} */ ([column(state[filter]), row(state.section)]);
      const missing = (state[filter] !== null && place[0] < 0) || (state.section !== null && place[1] < 0);
      return missing || (place[0] < 0 && place[1] < 0) ? null : place;
    },
    framed: (each) => terms.flatMap(({ at }, x) =>
      each.tags.some(([tag]) => tag === at) && row(each.section) >= 0 ? [/** @type {[number, number]} */ ([x, row(each.section)])] : []),
    pick(x, y, state) {
      if (!counts.has(`${terms[x].at} ${y}`)) return {}; // no paragraph stands there
      const again = state[filter] === columns[x].id && state.section === rows[y].id;
      return { [filter]: again ? null : columns[x].id, section: again ? null : rows[y].id };
    },
  };
}

/**
 * A cell's number, and what it says in the words that Python uses too.
 * @param {Count|undefined} count
 * @param {string} measure
 * @param {Bundle["cell"]} words
 * @returns {Cell}
 */
function describe(count, measure, words) {
  if (!count) return { value: null, told: words.empty };
  const [, , paragraphs, touched, words_old, words_new, words_in, words_out, unknown] = count, all = words_in + words_out;
  const amounts = /** @type {Record<string, number>} */ ({ paragraphs, touched, words_old, words_new, words_in, words_out, all, known: all - unknown });
  const facts = unknown === null ? words.told : [...words.told, ...words.hands];
  return { value: MEASURES[measure](count), told: facts.map((fact) => fact.replace(/\{(\w+)\}/g, (_all, name) => String(amounts[name]))) };
}
