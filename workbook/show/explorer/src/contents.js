/** The page's table of contents: its tabs in the order of what people ask. */

/** @import { Kind } from "./tabs.js" */

import { makeSources } from "./sources/tab.js";

/**
 * @param {ReturnType<typeof import("./compare.js").makeCompare>} compare
 * @param {ReturnType<typeof import("./yours/tab.js").makeYours>} yours
 * @returns {Kind[]}
 */
export const listTabs = (compare, yours) => [
  { id: "compare", title: "Compare", make: () => compare },
  { id: "sources", title: "Sources", make: makeSources },
  { id: "drafts", title: "Your drafts", make: () => yours },
];
