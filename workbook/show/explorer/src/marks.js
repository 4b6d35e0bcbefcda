/** Words marked in the text without touching it (CSS highlights): those of chosen tags, and those looked for. */

/** @import { Bundle, Row, State } from "./types.js" */
/** @typedef {import("./redlines.js").Card} Card */

import { nameRow } from "./counting.js";
import { sightOf } from "./dom.js";
import { makePattern } from "./searching.js";

const NAMES = { tag: "workbook-match", hit: "workbook-hit", now: "workbook-now" };

/** The browser's register of marks; null in an older browser: evidence and counts say the same. */
function openRegister() {
  const registry = /** @type {any} */ (CSS).highlights, kind = /** @type {any} */ (window).Highlight;
  if (!registry || !kind) return null;
  for (const name of Object.values(NAMES)) if (!registry.has(name)) registry.set(name, new kind());
  return (/** @type {keyof typeof NAMES} */ name) => registry.get(NAMES[name]);
}

export function makeMarks() {
  const register = openRegister();
  /** @type {Record<"tag"|"hit"|"now", Range[]>} */
  const mine = { tag: [], hit: [], now: [] };
  /** @param {"tag"|"hit"|"now"} name @param {Range[]} ranges */
  const set = (name, ranges) => {
    if (!register) return;
    for (const range of mine[name]) register(name).delete(range);
    for (const range of (mine[name] = ranges)) register(name).add(range);
  };
  let place = { name: "", at: -1 };
  return {
    /** @param {Card[]} cards @param {State} state @param {Bundle|null} bundle */
    paint(cards, state, bundle) {
      const filled = cards.filter((card) => card.filled), pattern = makePattern(state.words);
      set("now", []);
      set("hit", pattern ? filled.flatMap((card) => findHits(card.node, pattern)) : []);
      if (!bundle || (state.objective === null && state.theme === null)) return set("tag", []);
      set("tag", filled.flatMap(({ row, node }) => {
        const words = chosenWords(row, bundle, state);
        return words.length ? textsIn(node).flatMap((text) => findWords(readText(text, "del"), words)) : [];
      }));
    },
    /**
     * The hit behind the last one, or before it.
     * @param {Card[]} cards @param {State} state @param {number} by @param {(card: Card) => void} fill
     */
    step(cards, state, by, fill) {
      const pattern = makePattern(state.words);
      if (!pattern || !cards.length) return null;
      let card = cards.findIndex((each) => nameRow(each.row) === place.name), at = place.at + by;
      if (card < 0) [card, at] = by > 0 ? [0, 0] : [cards.length - 1, Infinity];
      for (let tried = 0; tried <= cards.length; tried += 1) {
        fill(cards[card]);
        const hits = findHits(cards[card].node, pattern), next = at === Infinity ? hits.length - 1 : at;
        if (next >= 0 && next < hits.length) {
          place = { name: nameRow(cards[card].row), at: next };
          set("now", [hits[next]]);
          show(cards[card].node, hits[next]);
          return { told: `${next + 1} of ${hits.length} in ${cards[card].node.getAttribute("aria-label")?.toLowerCase()}` };
        }
        card = (card + by + cards.length) % cards.length;
        at = by > 0 ? 0 : Infinity;
      }
      return null;
    },
  };
}

/** @param {HTMLElement} card @param {Range} range */
function show(card, range) {
  const fold = /** @type {HTMLDetailsElement|null} */ (card.querySelector("details.body"));
  if (fold) fold.open = true;
  const sight = sightOf(card), top = range.getBoundingClientRect().top - sight.top;
  const scroller = card.closest(".boxed") ?? window;
  if (top < 80 || top > sight.height - 80) scroller.scrollBy({ top: top - sight.height / 3 });
  card.focus({ preventScroll: true });
}

/** @param {Row} row @param {Bundle} bundle @param {State} state */
const chosenWords = (row, bundle, state) => row.tags.flatMap(([at, matches]) => {
  const { scheme, tag } = bundle.tags[at];
  return tag === (scheme === "objective" ? state.objective : state.theme) ? matches : [];
});

/** @param {HTMLElement} card @returns {Element[]} */
const textsIn = (card) => [...card.querySelectorAll(".text")];

/** @typedef {{whole: string, nodes: {node: Node, start: number, end: number}[]}} Reading */

/**
 * The old or the new text as it stands in the page: what is kept, and what is not struck (or not put in).
 * @param {Element} text
 * @param {"del"|"ins"} without
 * @returns {Reading}
 */
function readText(text, without) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let whole = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement?.closest(`${without}, .unseen`)) continue;
    const start = whole.length;
    whole += node.textContent;
    nodes.push({ node, start, end: whole.length });
  }
  return { whole, nodes };
}

/**
 * Where the pattern stands in the old or the new text of a card, in reading order.
 * @param {HTMLElement} card
 * @param {RegExp} pattern
 * @returns {Range[]}
 */
function findHits(card, pattern) {
  return textsIn(card).flatMap((text) => {
    const found = /** @type {const} */ (["del", "ins"]).flatMap((without) => {
      const reading = readText(text, without);
      return [...reading.whole.matchAll(pattern)].flatMap((match) => span(reading, match.index, match.index + match[0].length));
    });
    const own = found.filter((range, at) => !found.slice(0, at).some((other) => sameRange(other, range)));
    return own.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
  });
}

/** @param {Range} one @param {Range} other */
const sameRange = (one, other) => one.compareBoundaryPoints(Range.START_TO_START, other) === 0 && one.compareBoundaryPoints(Range.END_TO_END, other) === 0;

/** @param {Reading} reading @param {string[]} words @returns {Range[]} */
function findWords({ whole, nodes }, words) {
  const ranges = [];
  for (const word of new Set(words)) {
    for (let at = whole.indexOf(word); word && at >= 0; at = whole.indexOf(word, at + word.length)) {
      ranges.push(...span({ whole, nodes }, at, at + word.length));
    }
  }
  return ranges;
}

/**
 * The range from one offset of a reading to another.
 * @param {Reading} reading
 * @param {number} from
 * @param {number} to
 * @returns {Range[]}
 */
function span({ nodes }, from, to) {
  const first = nodes.find((each) => each.end > from), last = nodes.findLast((each) => each.start < to);
  if (!first || !last) return [];
  const range = document.createRange();
  range.setStart(first.node, from - first.start);
  range.setEnd(last.node, to - last.start);
  return [range];
}
