/** A box over the page: it takes the focus, gives it back, and is closed by Escape or its button. */

import { freshId, make } from "./dom.js";

/**
 * @param {string} name  its class
 * @param {string} title
 * @param {...(Node|string)} children
 */
export function makeDialog(name, title, ...children) {
  const id = freshId(name);
  const heading = make("h3", { id, tabIndex: -1 }, title);
  const away = make("button.away", { type: "button", "aria-label": "Close", click: () => node.close() }, "×");
  /** @type {HTMLDialogElement} */
  const node = make(`dialog.over.${name}`, { "aria-labelledby": id }, make("div.bar", {}, heading, away), ...children);
  node.addEventListener("click", (event) => event.target === node && node.close()); // beside it
  return {
    node,
    heading,
    /** @param {HTMLElement} [first]  what is focused; its title, where nothing is named */
    open(first = heading) {
      if (!node.open) node.showModal();
      first.focus();
    },
    close: () => node.close(),
  };
}
