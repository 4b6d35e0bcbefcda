/** The keys, and where a person finds them. */

/** @import { Host } from "./types.js" */

import { makeDialog } from "./dialog.js";
import { make } from "./dom.js";

const TYPED = "input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog";
// What the page's parts hear themselves.
const WITHIN = /** @type {[string, string][]} */ ([
  ["Tab", "to the next control; with Shift, to the one before"],
  ["← →", "from tab to tab, in the row of tabs"],
  ["← → ↑ ↓", "from cell to cell, in a table of numbers; Home and End: to the row's ends"],
  ["Enter", "choose a cell, open what is folded"],
  ["Esc", "close a box, put a word's meaning away"],
]);

/**
 * @param {Host} host
 * @param {HTMLElement} root
 * @param {Record<string, [string, () => void]>} keys  what each key does, in words and in deed
 * @returns {() => void}
 */
export function followKeys(host, root, keys) {
  const hear = (/** @type {Event} */ event) => {
    const pressed = /** @type {KeyboardEvent} */ (event), target = /** @type {HTMLElement} */ (event.target);
    const key = keys[pressed.key];
    if (!key || pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.defaultPrevented) return;
    if (target.closest?.(TYPED) || root.querySelector("dialog:modal")) return;
    pressed.preventDefault();
    key[1]();
  };
  // In a notebook the keys outside the explorer are the notebook's; inside it, none of them are.
  const where = host.ours ? document : root;
  root.dataset.lmSuppressShortcuts = "true";
  where.addEventListener("keydown", hear);
  return () => where.removeEventListener("keydown", hear);
}

/**
 * The list of keys, to be opened.
 * @param {Record<string, [string, () => void]>} keys
 */
export function listKeys(keys) {
  /** @param {[string, string][]} told */
  const list = (told) => make("dl", {}, ...told.flatMap(([key, words]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)]));
  const everywhere = Object.entries(keys).map(([key, [words]]) => /** @type {[string, string]} */ ([key, words]));
  return makeDialog("keys", "Keys", list(everywhere), make("h4", {}, "Within the page"), list(WITHIN));
}
