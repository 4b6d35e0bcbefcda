/** The page's table of contents: its tabs in the order of what people ask. */

/** @import { Kind } from "./tabs.js" */

/**
 * @param {ReturnType<typeof import("./compare.js").makeCompare>} compare
 * @returns {Kind[]}
 */
export const listTabs = (compare) => [
  { id: "compare", title: "Compare", make: () => compare },
];
