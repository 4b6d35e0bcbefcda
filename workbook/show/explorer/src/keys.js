/** The keys, and where a person finds them. */

/** @import { Host } from "./types.js" */

import { make } from "./dom.js";

const TYPED = "input:not([type=checkbox]), textarea, select, [contenteditable=true]";

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
    if (target.closest?.(TYPED)) return;
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
 * @param {Record<string, [string, () => void]>} keys
 * @returns {HTMLDetailsElement}
 */
export function listKeys(keys) {
  const told = { ...Object.fromEntries(Object.entries(keys).map(([key, [words]]) => [key, words])), "← → ↑ ↓": "walk the table's cells", "Enter": "choose a cell" };
  return make("details.keys", {}, make("summary", {}, "Keys"),
    make("dl", {}, ...Object.entries(told).flatMap(([key, words]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)])));
}
