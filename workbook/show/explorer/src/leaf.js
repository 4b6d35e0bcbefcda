/** What tabs have in common: what stands in one while its chapter is asked for or could not be had, and ways to its parts. */

/** @import { Told } from "./chapters.js" */

import { make } from "./dom.js";

/**
 * Paints a tab's node from its chapter; `draw` makes its children once the chapter is there, anew when it changes.
 * @param {HTMLElement} node
 * @param {(chapter: any) => (Node|string)[]} draw
 * @param {() => void} again  asks once more, after an error
 */
export function makeLeaf(node, draw, again) {
  /** @type {any} */
  let shown = undefined;
  const waiting = make("p.waiting", { role: "status" }, "Working this out …");
  return {
    /** @param {Told} told */
    paint({ busy, error, chapter }) {
      const now = busy ? "busy" : error || chapter;
      if (shown === now) return;
      shown = now;
      if (busy) return void node.replaceChildren(waiting);
      if (chapter) return void node.replaceChildren(...draw(chapter));
      node.replaceChildren(make("p.error", { role: "alert" }, error), make("p", {}, make("button", { type: "button", click: again }, "Try again")));
    },
  };
}

/**
 * A button that leads to a part of the tab, by its heading.
 * @param {string} words
 * @param {HTMLElement} to
 */
export const drawJump = (words, to) => make("button", { type: "button", click: () => { to.scrollIntoView(); to.focus({ preventScroll: true }); } }, words);
