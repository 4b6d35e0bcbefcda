/** What a person can choose, and what stands where nothing is chosen. */

/** @import { State } from "./types.js" */

/** @type {Omit<State, "old"|"new">} */
export const DEFAULTS = {
  objective: null, theme: null, section: null, change: null, hand: null, words: "", changed_only: false,
  map: "objective", measure: "share", view: "auto", reading: "inline", struck: false, folded: false, paragraph: "",
  tab: "compare", followed: "", ticked: "", watched: "", way: "", scale: "", reference: "", later: "", source: "",
  workshop: "", room: "", hints: "", answers: "", amended: "",
};
export const CHOICES = /** @type {(keyof State)[]} */ (["old", "new", ...Object.keys(DEFAULTS)]);

export const FILTERS = /** @type {const} */ (["objective", "theme", "section", "change", "hand", "words", "changed_only"]);
/** @typedef {typeof FILTERS[number]} Filter */

/** The choices that leave every paragraph in the list. */
export const NO_FILTERS = /** @type {Partial<State>} */ (Object.fromEntries(FILTERS.map((name) => [name, DEFAULTS[name]])));

/** The choices of which only these values have a meaning. */
export const CLOSED = {
  change: ["same", "edited", "parted", "moved", "renumbered", "new", "gone", "fragment", "weaker", "stronger", "reused"],
  map: ["objective", "theme", "principle", "similarity"],
  measure: ["share", "words_in", "words_out", "touched"],
  view: ["auto", "chart", "table"],
  reading: ["inline", "beside"],
  way: ["", "down", "up", "tone", "object", "form", "doubled", "marks", "same", "gone", "came"],
  tab: ["compare", "follow", "themes", "commitments", "sources", "asks", "list", "workshop", "drafts"],
  hints: ["", "no"],
};

/**
 * Whether a filter is set.
 * @param {State} state
 * @param {Filter} filter
 */
export const isSet = (state, filter) => (typeof state[filter] === "string" && filter === "words" ? state.words.trim() !== "" : state[filter] !== DEFAULTS[filter]);
