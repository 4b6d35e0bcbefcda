/** What tabs have in common: what stands in one while its chapter is asked for or could not be had, and ways to its parts. */

/** @import { Told } from "./chapters.js" */

import { make, tell } from "./dom.js";

/**
 * Paints a tab's node from its chapter; `draw` makes its children once the chapter is there, anew when it changes.
 * @param {HTMLElement} node
 * @param {(chapter: any) => (Node|string)[]} draw
 * @param {() => void} again  asks once more, after an error
 */
export function makeLeaf(node, draw, again) {
  /** @type {any} */
  let shown = undefined;
  const missing = makeMissing("Working this out …", again);
  return {
    /** @param {Told} told */
    paint(told) {
      const now = told.busy ? "busy" : told.error || told.chapter;
      if (shown === now) return;
      shown = now;
      missing.paint(told);
      node.replaceChildren(...(told.chapter && !told.busy ? draw(told.chapter) : [missing.node]));
    },
  };
}

/**
 * What stands where a chapter is missing: that it is being made, in these words, or why it could not be, and a way to
 * ask again.
 * @param {string} words
 * @param {() => void} again
 */
export function makeMissing(words, again) {
  const waiting = make("p.waiting", { role: "status" }, words), failed = make("p.error", { role: "alert" });
  const retry = make("p", {}, make("button", { type: "button", click: again }, "Try again"));
  const node = make("div.missing", {}, waiting, failed, retry);
  return {
    node,
    /** @param {Pick<Told, "busy"|"error">} told */
    paint({ busy, error }) {
      node.hidden = !busy && !error;
      waiting.hidden = !busy;
      failed.hidden = retry.hidden = !error;
      tell(failed, error);
    },
  };
}

/**
 * A button that leads to a part of the tab, by its heading.
 * @param {string} words
 * @param {HTMLElement} to
 */
export const drawJump = (words, to) => make("button", { type: "button", click: () => { to.scrollIntoView(); to.focus({ preventScroll: true }); } }, words);
