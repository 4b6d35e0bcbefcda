/** A file that the browser keeps. */

import { make } from "../dom.js";

/**
 * @param {string} name
 * @param {BlobPart} part
 * @param {string} type
 */
export function download(name, part, type) {
  const url = URL.createObjectURL(new Blob([part], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
