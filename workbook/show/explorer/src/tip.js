/** A word with its meaning: shown while the pointer or the focus is on it, or after a tap; put away by Escape. */

import { freshId, make } from "./dom.js";

// Milliseconds: the way to the meaning leads over the gap between it and its word.
const LEAVING = 200;
const GAP = 6, EDGE = 8; // pixels, to the word and to the window's edge

export function makeTip() {
  /** @type {HTMLElement} */
  const node = make("div.tip", { role: "tooltip", id: freshId("tip"), popover: "manual" });
  /** @type {HTMLElement|null} */
  let word = null;
  let leaving = 0, pinned = false;

  /** @param {HTMLElement} next @param {string} meaning */
  function show(next, meaning) {
    clearTimeout(leaving);
    if (word === next) return;
    hide();
    word = next;
    node.textContent = meaning;
    next.setAttribute("aria-describedby", node.id);
    node.showPopover?.();
    place(next.getBoundingClientRect());
  }
  /** Below its word, or above it where there is no room. @param {DOMRect} at */
  function place(at) {
    const { width, height } = node.getBoundingClientRect();
    const left = Math.max(EDGE, Math.min(at.left, document.documentElement.clientWidth - width - EDGE));
    const below = at.bottom + GAP + height <= window.innerHeight;
    node.style.left = `${left}px`;
    node.style.top = `${below ? at.bottom + GAP : Math.max(EDGE, at.top - GAP - height)}px`;
  }
  function hide() {
    clearTimeout(leaving);
    pinned = false;
    if (!word) return;
    word.removeAttribute("aria-describedby");
    word = null;
    if (node.matches(":popover-open")) node.hidePopover();
  }
  const leave = () => {
    if (!pinned && word !== document.activeElement) leaving = window.setTimeout(hide, LEAVING);
  };
  /** @param {KeyboardEvent} event */
  const escape = (event) => {
    if (event.key !== "Escape" || !word) return;
    event.preventDefault();
    event.stopPropagation();
    hide();
  };
  node.addEventListener("pointerenter", () => clearTimeout(leaving));
  node.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", escape, true);
  document.addEventListener("scroll", hide, true);
  /** A tap elsewhere puts it away. @param {Event} event */
  const tap = (event) => word && !word.contains(/** @type {Node} */ (event.target)) && !node.contains(/** @type {Node} */ (event.target)) && hide();
  document.addEventListener("pointerdown", tap, true);
  return {
    node,
    /** @param {string} words @param {string} meaning @returns {HTMLElement} */
    wrap(words, meaning) {
      const button = make("button.gloss", {
        type: "button",
        pointerenter: (/** @type {PointerEvent} */ event) => event.pointerType === "mouse" && show(button, meaning),
        pointerleave: leave,
        focus: () => button.matches(":focus-visible") && show(button, meaning),
        blur: () => word === button && hide(),
        click: () => {
          show(button, meaning);
          pinned = true;
        },
      }, words);
      return button;
    },
    close() {
      hide();
      document.removeEventListener("keydown", escape, true);
      document.removeEventListener("scroll", hide, true);
      document.removeEventListener("pointerdown", tap, true);
    },
  };
}
