/** Files that are dropped on the page: without this a browser would open them in the page's place. */

/** @import { Host } from "./types.js" */

// Milliseconds without news of files above the page, after which they are elsewhere; news come each third of a second.
const AWAY = 600;

/**
 * Takes dropped files; the function returned takes them no longer.
 * @param {Host} host
 * @param {HTMLElement} root
 * @param {(files: FileList) => void} add
 * @returns {() => void}
 */
export function followDrops(host, root, add) {
  // In a notebook the rest of the page is not ours.
  const place = host.ours ? window : root;
  /** @type {any} */
  let timer = null;
  /** @param {boolean} above */
  function show(above) {
    clearTimeout(timer);
    root.toggleAttribute("data-drop", above);
    if (above) timer = setTimeout(() => show(false), AWAY);
  }
  /** @param {Event} event */
  function hear(event) {
    const files = /** @type {DragEvent} */ (event).dataTransfer;
    if (!files?.types.includes("Files") || !host.uploads()) return;
    event.preventDefault();
    event.stopPropagation();
    show(event.type === "dragover");
    if (event.type === "drop") add(files.files);
  }
  for (const name of ["dragover", "drop"]) place.addEventListener(name, hear);
  return () => {
    show(false);
    for (const name of ["dragover", "drop"]) place.removeEventListener(name, hear);
  };
}
