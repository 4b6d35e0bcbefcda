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
  /** @type {{node: Node, start: number, end: number}[]} */
  const nodes = [];
  let whole = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement?.closest("del, .unseen")) continue;
    const start = whole.length;
    whole += node.textContent;
    nodes.push({ node, start, end: whole.length });
  }
  const ranges = [];
  for (const word of new Set(words)) {
    for (let at = whole.indexOf(word); word && at >= 0; at = whole.indexOf(word, at + word.length)) {
      ranges.push(...nodes.flatMap(({ node, start, end }) => cover(node, at - start, at + word.length - start, end - start)));
    }
  }
  return ranges;
}

/**
 * The part of one text node that lies between two offsets, if any does.
 * @param {Node} node
 * @param {number} from
 * @param {number} to
 * @param {number} length
 * @returns {Range[]}
 */
function cover(node, from, to, length) {
  if (to <= 0 || from >= length) return [];
  const range = document.createRange();
  range.setStart(node, Math.max(from, 0));
  range.setEnd(node, Math.min(to, length));
  return [range];
}
