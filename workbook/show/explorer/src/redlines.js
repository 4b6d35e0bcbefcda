/** The list of redlines: one card a pair of paragraphs, under the headings of the newer draft. */

/** @import { Bundle, Host, Row } from "./types.js" */

import { countParagraphs, passes } from "./counting.js";
import { makeCard } from "./card.js";
import { make, tell } from "./dom.js";
import { makeMarks } from "./marks.js";

/**
 * @param {Host} host
 * @returns {{node: HTMLElement, fill: () => void, paint: () => void}}
 */
export function makeRedlines(host) {
  const title = make("h3.found", { "aria-live": "polite", tabIndex: -1 });
  const clear = make("button.clear", {
    type: "button",
    click: () => {
      host.choose({ objective: null, theme: null, section: null });
      title.focus(); // the button goes, the reader stays
    },
  }, "clear");
  const list = make("div.cards");
  const node = make("section.redlines", {}, make("div.bar", {}, title, clear), list);
  /** @type {{row: Row, node: HTMLElement, group: HTMLElement}[]} */
  let cards = [];
  const mark = makeMarks();

  return {
    node,
    fill() {
      const bundle = host.bundle();
      if (!bundle) return;
      cards = groupRows(bundle).flatMap(({ heading, rows }) => {
        const group = make("section.group", {}, make("h4", {}, heading));
        return rows.map((row) => ({ row, group, node: makeCard(row, bundle, host) }));
      });
      for (const card of cards) card.group.append(card.node);
      list.replaceChildren(...new Set(cards.map((card) => card.group)));
    },
    paint() {
      const state = host.state(), bundle = host.bundle();
      if (!bundle) return;
      for (const card of cards) card.node.hidden = !passes(card.row, state);
      const shown = cards.filter((card) => !card.node.hidden);
      const groups = new Set(shown.map((card) => card.group));
      for (const card of cards) card.group.hidden = !groups.has(card.group);
      mark(shown, state);
      clear.hidden = shown.length === cards.length;
      tell(title, tellFound(bundle, state, shown.map((card) => card.row)));
    },
  };
}

/**
 * @param {Bundle} bundle
 * @param {import("./types.js").State} state
 * @param {Row[]} rows
 */
function tellFound(bundle, state, rows) {
  const count = `${countParagraphs(rows)} of ${countParagraphs(bundle.rows)} paragraphs`;
  /** @param {string|null} tag */
  const name = (tag) => bundle.tags.find((term) => term.tag === tag)?.short;
  const section = bundle.sections.find((each) => each.section === state.section)?.short;
  const chosen = [state.objective !== null && `objective ${name(state.objective) ?? state.objective}`,
    state.theme !== null && (name(state.theme) ?? state.theme), state.section !== null && (section ?? state.section)];
  const told = chosen.filter(Boolean).join(" · ");
  return told ? `${count}: ${told}` : count;
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
