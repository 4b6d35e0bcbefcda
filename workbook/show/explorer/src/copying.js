/** Copying words, plain and with their look: by the clipboard, by the older command, or by hand. */

import { freshId, make, tell } from "./dom.js";

/**
 * What is to be copied: words for a message, and perhaps an element that a word processor takes over with its
 * look. Of the element its HTML is copied, so draft text that stands in it as text stays text.
 * @typedef {{plain: string, rich?: Element|null}} Copied
 */

// How long a button says that it has copied.
const SAID = 4_000;

/**
 * Whether the words are in the clipboard now. Ask from within a click: browsers allow it for that moment alone.
 * @param {Copied} copied
 * @returns {Promise<boolean>}
 */
export async function copy(copied) {
  try {
    await writeClipboard(copied);
    return true;
  } catch { // no clipboard on this page, or the browser does not allow it
    return commandCopy(copied);
  }
}

/** @param {Copied} copied */
function writeClipboard({ plain, rich }) {
  if (!rich || typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(plain);
  const parts = { "text/plain": plain, "text/html": rich.outerHTML };
  const blobs = Object.entries(parts).map(([type, words]) => [type, new Blob([words], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

/**
 * The command that browsers had before the clipboard, and still have on pages without encryption.
 * @param {Copied} copied
 */
function commandCopy({ plain, rich }) {
  const focused = /** @type {HTMLElement|null} */ (document.activeElement);
  const held = make("textarea.unseen", { value: plain, readOnly: true, "aria-hidden": "true", tabIndex: -1 });
  let taken = false;
  /** @param {ClipboardEvent} event */
  function take(event) {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData("text/plain", plain);
    if (rich) event.clipboardData.setData("text/html", rich.outerHTML);
    taken = true;
  }
  document.body.append(held);
  document.addEventListener("copy", take, true);
  held.select();
  const done = document.execCommand("copy");
  document.removeEventListener("copy", take, true);
  held.remove();
  focused?.focus({ preventScroll: true });
  return done && taken;
}

/**
 * A button that copies, and says whether it could. Where the browser lets no page copy, the words are shown,
 * marked, to be copied by hand.
 * @param {string} name  what the button says: "Copy the brief"
 * @param {() => Copied} give
 * @returns {HTMLElement}
 */
export function makeCopying(name, give) {
  const id = freshId("copied"), said = make("span.said", { role: "status" });
  const held = make("textarea", { id, readOnly: true, rows: 6 });
  const byHand = make("div.by-hand", { hidden: true }, make("label", { htmlFor: id }, "Copy these words by hand:"), held);
  const button = make("button", { type: "button", click: act }, name);
  /** @type {any} */
  let timer = null;
  async function act() {
    const copied = give(), done = await copy(copied);
    clearTimeout(timer);
    tell(said, done ? "Copied." : "This browser lets no page copy: the words stand below, marked.");
    byHand.hidden = done;
    if (done) timer = setTimeout(() => tell(said, ""), SAID);
    else {
      held.value = copied.plain;
      held.focus();
      held.select();
    }
  }
  return make("div.copying", {}, button, said, byHand);
}
