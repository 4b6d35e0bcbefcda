/** The words by which a chosen tag was found, marked in the text without touching it (CSS highlights). */

/** @import { Row, State } from "./types.js" */

const NAME = "workbook-match";

/**
 * @returns {(cards: {row: Row, node: HTMLElement}[], state: State) => void}
 */
export function makeMarks() {
  const registry = /** @type {any} */ (CSS).highlights, kind = /** @type {any} */ (window).Highlight;
  if (!registry || !kind) return () => undefined; // an older browser: the evidence below the text says the same
  if (!registry.has(NAME)) registry.set(NAME, new kind());
  const all = registry.get(NAME);
  /** @type {Range[]} */
  let mine = [];
  return (cards, state) => {
    for (const range of mine) all.delete(range);
    mine = cards.flatMap(({ row, node }) => {
      const chosen = row.tags.filter(({ tag }) => tag === state.objective || tag === state.theme);
      return chosen.length ? findWords(node, chosen.flatMap((tag) => tag.matches)) : [];
    });
    for (const range of mine) all.add(range);
  };
}

/**
 * Where the words stand in the newer text of a card: in what was kept or put in, across its marks.
 * @param {HTMLElement} card
 * @param {string[]} words
 * @returns {Range[]}
 */
function findWords(card, words) {
  const text = card.querySelector(".text");
  if (!text) return [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  /** @type {{node: Node, start: number}[]} */
  const nodes = [];
  let whole = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement?.closest("del, .unseen")) continue;
    nodes.push({ node, start: whole.length });
    whole += node.textContent;
  }
  /** @param {number} at */
  const place = (at) => nodes.findLast(({ start }) => start <= at);
  const ranges = [];
  for (const word of new Set(words)) {
    for (let at = whole.indexOf(word); word && at >= 0; at = whole.indexOf(word, at + word.length)) {
      const first = place(at), last = place(at + word.length - 1);
      if (!first || !last) continue;
      const range = document.createRange();
      range.setStart(first.node, at - first.start);
      range.setEnd(last.node, at + word.length - last.start);
      ranges.push(range);
    }
  }
  return ranges;
}
