/** The amendment bench: a paragraph is edited, and what that changes is seen at once. */

/** @import { Host } from "../types.js" */

import { make } from "../dom.js";

/** @param {Host} host */
export function makeBench(host) {
  const title = make("h4", { tabIndex: -1 }, "The amendment bench");
  const node = make("section.bench", {}, title);
  return { node, title, paint() { void host; } };
}
