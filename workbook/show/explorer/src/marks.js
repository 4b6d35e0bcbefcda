/** Words marked in the text without touching it (CSS highlights): those of chosen tags, and those looked for. */

/** @import { Bundle, Row, State } from "./types.js" */
/** @typedef {import("./redlines.js").Card} Card */

import { nameRow } from "./counting.js";
import { sightOf } from "./dom.js";
import { holds, makePattern } from "./searching.js";
import { makeSlices } from "./slices.js";

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
  /** @type {Map<Card, Partial<Record<"tag"|"hit", Range[]>>>} */
  const marked = new Map();
  let now = /** @type {Range[]} */ ([]), about = "", place = { name: "", at: -1 };
  /** @type {(card: Card) => void} */
  let mark = () => undefined;
  const slices = makeSlices((/** @type {Card} */ card) => mark(card));

  /** @param {Range[]} ranges */
  function point(ranges) {
    for (const range of now) register?.("now").delete(range);
    for (const range of (now = ranges)) register?.("now").add(range);
  }
  /** @param {Card} card */
  function clear(card) {
    for (const [name, ranges] of Object.entries(marked.get(card) ?? {})) for (const range of ranges) register?.(/** @type {"tag"|"hit"} */ (name)).delete(range);
    marked.delete(card);
  }
  return {
    /** Marks of other words than these go at once. @param {State} state */
    follow({ words, objective, theme }) {
      point([]);
      const wanted = JSON.stringify([words, objective, theme]);
      if (wanted === about) return;
      about = wanted;
      slices.stop();
      for (const card of [...marked.keys()]) clear(card);
    },
    /** Marks what is in sight, and the rest while nothing else is to be done. @param {Card[]} cards @param {State} state @param {Bundle|null} bundle */
    paint(cards, state, bundle) {
      const pattern = makePattern(state.words), filled = new Set(cards.filter((card) => card.filled));
      for (const card of [...marked.keys()]) if (!filled.has(card)) clear(card);
      mark = (card) => {
        clear(card);
        const hit = pattern && holds(card.row, pattern) ? findHits(card.node, pattern) : [], words = bundle ? chosenWords(card.row, bundle, state) : [];
        const tag = words.length ? textsIn(card.node).flatMap((text) => findWords(readText(text, "del"), words)) : [];
        for (const range of hit) register?.("hit").add(range);
        for (const range of tag) register?.("tag").add(range);
        marked.set(card, { hit, tag });
      };
      if (!register || (!pattern && state.objective === null && state.theme === null)) return slices.stop();
      const seen = [...filled].filter((card) => isSeen(card.node));
      seen.forEach(mark);
      slices.begin([...filled].filter((card) => !seen.includes(card)));
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
          point([hits[next]]);
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

/** @param {HTMLElement} card */
function isSeen(card) {
  const { top, bottom } = card.getBoundingClientRect(), sight = sightOf(card);
  return bottom > sight.top && top < sight.top + sight.height;
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
