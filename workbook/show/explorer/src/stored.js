/** What a browser keeps for a person's next visit. Where it keeps nothing, nothing fails. */

const PREFIX = "workbook-";

/**
 * What was kept under this name; null where nothing was, or nothing can be.
 * @param {string} name
 */
export function recall(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null; // a browser may forbid it: private windows, pages from disk
  }
}

/**
 * Keeps it, or forgets it where it is null; whether that could be done.
 * @param {string} name
 * @param {string|null} value
 */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Forgets everything whose name begins so.
 * @param {string} stem
 */
export function forget(stem) {
  try {
    Object.keys(localStorage).filter((name) => name.startsWith(PREFIX + stem)).forEach((name) => localStorage.removeItem(name));
  } catch {
    // nothing was kept
  }
}

/**
 * Tells when another window of this browser keeps something else under this name.
 * @param {string} name
 * @param {() => void} listener
 * @returns {() => void}
 */
export function watchStored(name, listener) {
  const hear = (/** @type {StorageEvent} */ event) => (event.key === PREFIX + name || event.key === null) && listener();
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}
