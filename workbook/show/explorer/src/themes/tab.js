/** The tab on themes and objectives: what each gains and loses, which paragraphs inherit it, and which words count. */

/** @import { Host, State } from "../types.js" */
/**
 * `came`: put in (1) or struck (0), position, label, words, whose, grade; `travels`: standing, entered, moved, position,
 * label, older position, its label, words, reason; `terms`: term, pattern, except, points, matches old, new, the words.
 * @typedef {[number, number, string, string, string, string|null]} Mention
 * @typedef {[string, boolean, boolean, number|null, string, number|null, string, string, string]} Travel
 * @typedef {[string, string, string, number|null, number, number, string[]]} TermFound
 * @typedef {{tag: string, title: string, short: string, numbers: (number|null)[], came: Mention[], travels: Travel[], terms: TermFound[]}} Tag
 * @typedef {{scheme: string, name: string, note: string, tags: Tag[], figures: Record<string, any>}} Scheme
 * @typedef {{told: boolean, caveat: string, measures: Record<string, string>, numbers: string[], schemes: Scheme[]}} Chapter
 */

import { followChapter } from "../chapters.js";
import { make, tell } from "../dom.js";
import { makeFigure } from "../figure.js";
import { makeLeaf } from "../leaf.js";
import { makeDetail } from "./detail.js";
import { makeGains } from "./gains.js";
import { isTouched, numberOf, orderTags, tellNothing } from "./numbers.js";
import { makeToggle, VIEWS } from "../toggle.js";

/** @param {Host} host */
export function makeThemes(host) {
  const title = make("h3", { tabIndex: -1 }, "Themes and objectives");
  const place = make("div.told-of"), chapter = followChapter(host, "themes", () => paint());
  const figure = makeFigure(host, "themes-and-objectives", (point) => pick(String(point.customdata?.[0] ?? ""))), gains = makeGains(pick);
  const detail = makeDetail(host), caveat = make("p.caveat", { role: "note" }), note = make("p.explained"), nothing = make("p.nothing");
  const schemes = makeToggle("Count", (map) => host.choose({ map, objective: null, theme: null })), measures = makeToggle("Measure", (name) => { measure = name; paint(); });
  const views = makeToggle("Show as", (view) => host.choose({ view }));
  const body = make("div.gained", {}, make("div.shown", {}, note, figure.node, gains.node), detail.node);
  const leaf = makeLeaf(place, () => [caveat, make("div.tools", {}, schemes.node, measures.node, views.node), nothing, body],
    () => { chapter.forget(); paint(); });
  const node = make("section.leaf.themes", {}, title,
    make("p.lead", {}, "Which themes are named in the words that were put in, and which in the words that were struck? Whole texts are not counted: a longer draft would name everything more often."),
    place);
  const frame = makeFrames();
  let wide = false, measure = "mentions";

  /** The tag that is chosen is the filter of the first tab too. @param {string} tag */
  function pick(tag) {
    const told = chapter.read().chapter;
    if (!told || !tag) return;
    const scheme = schemeOf(told, host.state()), chosen = chosenTag(scheme, host.state())?.tag === tag ? null : tag;
    host.choose(scheme.scheme === "objective" ? { objective: chosen, theme: null } : { objective: null, theme: chosen });
    paint();
    if (chosen) detail.reveal();
  }
  /** @param {Chapter} told */
  function paintTold(told) {
    const state = host.state(), scheme = schemeOf(told, state), tags = orderTags(scheme, told, measure);
    const empty = !scheme.tags.some((tag) => isTouched(tag, told)), chosen = chosenTag(scheme, state);
    const bare = !tags.some((tag) => numberOf(tag, told, `${measure}_in`) || numberOf(tag, told, `${measure}_out`));
    const view = state.view === "auto" ? (wide ? "chart" : "table") : state.view;
    tell(caveat, `${told.caveat} ${scheme.note}`.trim());
    schemes.paint(Object.fromEntries(told.schemes.map((each) => [each.scheme, each.name])), scheme.scheme);
    measures.paint(Object.fromEntries(Object.entries(told.measures).map(([key, words]) => [key, words.split(",")[0]])), measure);
    views.paint(VIEWS, view);
    tell(nothing, empty ? tellNothing(scheme, told) : "");
    nothing.hidden = !empty;
    body.hidden = empty;
    const goal = wide ? "shows at the side" : "shows below", words = told.measures[measure];
    tell(note, view === "chart" && bare
      ? `Nothing to draw: no word that came or went names one of these (${words}). The table says how many paragraphs do.`
      : view === "chart"
      ? `How to read it: to the right what was put in, to the left what was struck (${words}); the diamond is what is left of both. A click on a bar ${goal} where, and why.`
      : `How to read it: ${words}. Arrow keys walk the cells; Enter or a tap on a row ${goal} where, and why.`);
    figure.node.hidden = view !== "chart" || empty || bare;
    gains.node.hidden = view !== "table" || empty;
    if (view === "chart" && !empty && !bare) figure.paint(frame(scheme.figures[measure], chosen?.tag ?? ""), `${scheme.name}: ${words}.`);
    gains.paint(tags, told, measure, chosen?.tag ?? "");
    detail.paint(chosen, scheme, told);
  }
  function paint(now = wide) {
    wide = now;
    const read = chapter.read();
    leaf.paint(read);
    if (read.chapter) paintTold(read.chapter);
  }
  return { node, title, paint, close: figure.close };
}

/**
 * Figures with the row of one tag shaded, each made once: a chart is drawn anew where its figure is another.
 */
function makeFrames() {
  /** @type {WeakMap<any, Map<string, any>>} */
  const known = new WeakMap();
  return (/** @type {any} */ figure, /** @type {string} */ tag) => {
    const rows = known.get(figure) ?? new Map(), at = figure.data[0].customdata.findIndex((/** @type {string[]} */ [own]) => own === tag);
    known.set(figure, rows);
    if (!rows.has(tag)) {
      const shade = { type: "rect", xref: "paper", x0: 0, x1: 1, y0: at - 0.5, y1: at + 0.5, layer: "below", line: { width: 0 }, fillcolor: "rgba(90, 149, 214, 0.22)" };
      rows.set(tag, { data: figure.data, layout: { ...figure.layout, shapes: at < 0 ? [] : [shade] } });
    }
    return rows.get(tag);
  };
}

/** That of the tag that is chosen, else the one that the heatmap has. @param {Chapter} told @param {State} state */
const schemeOf = (told, state) => told.schemes.find((each) => chosenTag(each, state)) ?? told.schemes.find((each) => each.scheme === state.map) ?? told.schemes[0];

/** @param {Scheme} scheme @param {State} state */
const chosenTag = (scheme, state) => scheme.tags.find(({ tag }) => tag === (scheme.scheme === "objective" ? state.objective : state.theme)) ?? null;
