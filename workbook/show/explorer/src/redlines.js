/** The list of redlines: one card a pair of paragraphs, under the headings of the newer draft. */

/** @import { Bundle, Host, Row, State } from "./types.js" */

import { fillCard, makeCard } from "./card.js";
import { chosenRows, countGone, countParagraphs, hasChanged, nameNumber, nameRow } from "./counting.js";
import { hide, make, sightOf, tell } from "./dom.js";
import { makeEditing } from "./editing.js";
import { isFolded, makeFoldToggle } from "./folding.js";
import { makeLister } from "./lister.js";
import { paintTick } from "./list/ticks.js";
import { makeMarks } from "./marks.js";
import { makeNothing } from "./nothing.js";
import { makePattern, tellHits } from "./searching.js";
import { NO_FILTERS } from "./state.js";
import { makeStruckToggle } from "./struck.js";
import { makeToggle } from "./toggle.js";

// One text, or two side by side.
const READINGS = { inline: "inline", beside: "side by side" };

/** @typedef {{row: Row, node: HTMLElement, group: HTMLElement, filled: boolean}} Card */

/**
 * @param {Host} host
 */
export function makeRedlines(host) {
  const title = make("h3.found", { "aria-live": "polite", tabIndex: -1 });
  const clear = make("button.clear", { type: "button", click: () => host.choose(NO_FILTERS) }, "clear");
  const said = make("span.said", { role: "status" });
  const changes = makeSteps("change", (by) => stepChange(by)), hits = makeSteps("hit", (by) => stepHit(by));
  const reading = makeToggle("Read as", (wanted) => host.choose({ reading: wanted })), struck = makeStruckToggle(host), fold = makeFoldToggle(host), editing = makeEditing(host);
  const counted = make("span.said.counted");
  const nothing = makeNothing(host), list = make("div.cards");
  const node = make("section.redlines", { "aria-label": "What changed" },
    make("div.bar", {}, title, clear, said, make("div.tools", {}, counted, hits, changes, struck.node, fold.node, reading.node)), nothing.node, list);
  /** @type {Card[]} */
  let cards = [], shown = /** @type {Card[]} */ ([]);
  let read = "", ticked = "", revealed = "", top = /** @type {number|undefined} */ (undefined);
  const marks = makeMarks();
  const lister = makeLister(list, (card) => fillCard(card.node, card.row, /** @type {Bundle} */ (host.bundle()), host, editing),
    () => marks.paint(shown, host.state(), host.bundle()));

  /** @param {Card} card @param {boolean} [focus] */
  function reveal(card, focus) {
    lister.fill(cards.slice(0, cards.indexOf(card) + 6));
    if (focus) card.node.focus({ preventScroll: true });
    const sight = sightOf(node), top = card.node.getBoundingClientRect().top - sight.top;
    if (top < 44 || top > sight.height * 0.6) card.node.scrollIntoView({ block: "start" });
  }
  /** @param {number} by */
  function stepChange(by) {
    const changed = shown.filter((card) => hasChanged(card.row));
    const here = shown.findIndex((card) => card.node.contains(document.activeElement) || nameRow(card.row) === host.state().paragraph);
    const from = here < 0 ? shown.findIndex((card) => card.node.getBoundingClientRect().bottom > sightOf(node).top + 60) - (by > 0 ? 1 : 0) : here;
    const next = by > 0 ? changed.find((card) => shown.indexOf(card) > from) : changed.findLast((card) => shown.indexOf(card) < from);
    tell(said, next ? "" : changed.length ? `This is the ${by > 0 ? "last" : "first"} change.` : "Nothing changed here.");
    if (!next) return;
    revealed = nameRow(next.row);
    host.choose({ paragraph: revealed });
    reveal(next, true);
  }
  /** @param {number} by */
  function stepHit(by) {
    const found = marks.step(shown, host.state(), by, (card) => lister.fill([card]));
    tell(said, found ? found.told : "");
  }

  return {
    node,
    title,
    stepChange,
    mark: () => marks.paint(shown, host.state(), host.bundle()),
    fill() {
      const bundle = host.bundle();
      if (!bundle) return;
      top = cards.find((card) => nameRow(card.row) === editing.paragraph())?.node.getBoundingClientRect().top;
      editing.follow(bundle);
      cards = groupRows(bundle).flatMap(({ heading, rows }) => {
        const group = make("section.group", {}, make("h4", {}, heading));
        return rows.map((row) => ({ row, group, node: makeCard(row), filled: false }));
      });
      for (const card of cards) card.group.append(card.node);
      list.replaceChildren(...new Set(cards.map((card) => card.group)));
      lister.settle(cards.length);
      revealed = "";
    },
    paint() {
      const state = host.state(), bundle = host.bundle();
      if (!bundle) return;
      const looks = `${state.reading} ${state.struck} ${isFolded(state)}`;
      if (read !== looks) for (const card of cards) card.filled = false;
      read = looks;
      const rows = new Set(chosenRows(bundle, state));
      shown = cards.filter((card) => rows.has(card.row));
      for (const card of cards) hide(card.node, !rows.has(card.row));
      const groups = new Set(shown.map((card) => card.group));
      for (const group of new Set(cards.map((card) => card.group))) hide(group, !groups.has(group));
      lister.start(shown, cards);
      for (const card of cards) paintChosen(card, nameRow(card.row) === state.paragraph, host);
      if (ticked !== state.ticked) for (const card of cards) paintTick(card.node, card.row, bundle, host);
      ticked = state.ticked;
      marks.follow(state);
      for (const part of [hits, counted]) hide(part, !state.words.trim() || !shown.length);
      if (!hits.hidden) tell(counted, tellHits(shown.map((card) => card.row), makePattern(state.words)));
      hide(changes, !shown.length);
      hide(clear, shown.length === cards.length);
      nothing.paint(bundle, shown.length === 0);
      reading.paint(READINGS, state.reading);
      struck.paint(bundle);
      fold.paint();
      tell(title, tellFound(bundle, state, shown.map((card) => card.row)));
      const chosen = shown.find((card) => nameRow(card.row) === state.paragraph);
      if (chosen && revealed !== state.paragraph) reveal(chosen);
      revealed = state.paragraph;
      const find = (/** @type {string} */ paragraph) => cards.find((card) => nameRow(card.row) === paragraph)?.node;
      if (top !== undefined) keepSight(find(editing.paragraph()), top);
      top = undefined;
      editing.restore(find);
    },
  };
}

/** Cards that were made anew stand where they stood. @param {HTMLElement|undefined} card @param {number} top */
function keepSight(card, top) {
  const by = card && card.getBoundingClientRect().top - top;
  if (by) (card.closest(".boxed") ?? window).scrollBy({ top: by, behavior: "instant" });
}

/** @param {Card} card @param {boolean} chosen @param {Host} host */
function paintChosen({ node }, chosen, host) {
  if (chosen === node.classList.contains("chosen")) return;
  node.classList.toggle("chosen", chosen);
  if (chosen) node.setAttribute("aria-current", "true");
  else node.removeAttribute("aria-current");
  if (!host.ours) node.querySelector("button.link")?.setAttribute("aria-pressed", String(chosen));
}

/**
 * Two buttons that lead from one thing to the next.
 * @param {string} what
 * @param {(by: number) => void} step
 */
function makeSteps(what, step) {
  /** @param {string} sign @param {string} words @param {number} by */
  const button = (sign, words, by) => make("button", { type: "button", title: `${words} ${what}`, "aria-label": `${words} ${what}`, click: () => step(by) }, sign);
  return make("div.steps", { role: "group" }, button("‹", "previous", -1), make("span", { "aria-hidden": "true" }, what), button("›", "next", 1));
}

/**
 * @param {Bundle} bundle
 * @param {State} state
 * @param {Row[]} rows
 */
function tellFound(bundle, state, rows) {
  const all = nameNumber(countParagraphs(bundle.rows)), found = countParagraphs(rows), gone = countGone(rows);
  const told = tellChoices(bundle, state).map(([, words]) => words).join(" · ");
  const count = (told ? `${found} of ${all}` : all) + (gone && gone < found ? `, ${gone} of them gone` : "");
  return told ? `${count}: ${told}` : count;
}

/**
 * Each filter that is set, in words.
 * @param {Bundle} bundle
 * @param {State} state
 * @returns {[string, string][]}
 */
export function tellChoices(bundle, state) {
  /** @param {string|null} tag @param {boolean} objective */
  const name = (tag, objective) => bundle.tags.find((term) => term.tag === tag && (term.scheme === "objective") === objective)?.short ?? tag;
  const section = bundle.sections.find((each) => each.section === state.section)?.short ?? state.section;
  const words = state.words.trim();
  return /** @type {[string, string|false|null][]} */ ([
    ["objective", state.objective !== null && `objective ${name(state.objective, true)}`],
    ["theme", state.theme !== null && name(state.theme, false)],
    ["section", state.section !== null && (section || "Opening")],
    ["change", state.change !== null && (bundle.kinds[state.change] ?? state.change)],
    ["hand", state.hand !== null && `changed by: ${bundle.hands.find((each) => each.hand === state.hand)?.name ?? state.hand}`],
    ["words", words && `“${words}”`],
    ["changed_only", state.changed_only && "only what changed"],
  ]).flatMap(([filter, told]) => (told ? [/** @type {[string, string]} */ ([filter, told])] : []));
}

/**
 * Rows that follow one another in one section.
 * @param {Bundle} bundle
 * @returns {{heading: string, rows: Row[]}[]}
 */
function groupRows(bundle) {
  /** @type {{section: string, heading: string, rows: Row[]}[]} */
  const groups = [];
  for (const row of bundle.rows) {
    if (groups.at(-1)?.section !== row.section) {
      groups.push({ section: row.section, heading: row.section || "Opening", rows: [] });
    }
    groups[groups.length - 1].rows.push(row);
  }
  return groups;
}
