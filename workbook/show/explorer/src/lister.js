/** Cards filled when they are needed: the first ones at once, the others while nothing else is to be done. */

/** @typedef {import("./redlines.js").Card} Card */

import { makeSlices } from "./slices.js";

// So many cards are styled and laid out before anybody notices. Of more, a screenful comes first.
const FEW = 30;
const FIRST = 10;

/**
 * `draw` fills one card of the list; `done` is told when all are filled. Until then the list bears `data-filling`.
 * @param {HTMLElement} list
 * @param {(card: Card) => void} draw
 * @param {() => void} done
 */
export function makeLister(list, draw, done) {
  const rest = makeSlices((/** @type {Card} */ card) => fill([card]));
  /** @type {Map<Element, Card>} */
  const byNode = new Map();
  const near = new IntersectionObserver((entries) => {
    fill(entries.filter((entry) => entry.isIntersecting).flatMap((entry) => byNode.get(entry.target) ?? []));
  }, { rootMargin: "800px" });

  /** @param {Card[]} cards */
  function fill(cards) {
    for (const card of cards) {
      if (card.filled) continue;
      card.filled = true;
      near.unobserve(card.node);
      draw(card);
    }
  }
  /** Lays the whole list out, as if it were short: then the browser knows how high each card is. */
  function settle() {
    list.classList.remove("settled");
    requestAnimationFrame(() => requestAnimationFrame(() => list.classList.add("settled")));
  }
  window.addEventListener("beforeprint", () => fill([...byNode.values()]));
  // Who goes to the end of the page means the end that it will have. A browser's own way there would be lost while
  // the page is laid out.
  window.addEventListener("keydown", (event) => {
    const page = document.scrollingElement, field = event.target instanceof Element && event.target.closest("input, select, textarea");
    if (event.key !== "End" || event.shiftKey || event.defaultPrevented || field || !list.checkVisibility()) return;
    if (!page || page.scrollHeight <= page.clientHeight) return; // a part of something else, as in a notebook
    fill([...byNode.values()]);
    settle();
    event.preventDefault();
    page.scrollTo({ top: page.scrollHeight, behavior: "instant" });
  });
  return {
    fill,
    /**
     * Of a list that is laid out whole once, the browser remembers how high each card is; a long one is not waited for.
     * @param {number} count
     */
    settle(count) {
      settle();
      list.classList.toggle("settled", count > FEW);
    },
    /**
     * Those on show first, then all others: what is not filled cannot be found by the browser's own search.
     * @param {Card[]} shown
     * @param {Card[]} all
     */
    start(shown, all) {
      rest.stop();
      fill(all.length > FEW ? shown.slice(0, FIRST) : all);
      const waiting = [...new Set([...shown, ...all])].filter((card) => !card.filled);
      list.toggleAttribute("data-filling", waiting.length > 0);
      if (!waiting.length) return;
      byNode.clear();
      near.disconnect();
      for (const card of waiting) {
        byNode.set(card.node, card);
        near.observe(card.node);
      }
      rest.begin(waiting, () => {
        delete list.dataset.filling;
        done();
      });
    },
  };
}
