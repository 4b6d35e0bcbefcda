/** The page's table of contents: its tabs in the order of what people ask. */

/** @import { Kind } from "./tabs.js" */

import { makeAsks } from "./asks/tab.js";
import { makeCommitments } from "./commitments/tab.js";
import { makeFollow } from "./follow/tab.js";
import { makeList } from "./list/tab.js";
import { makeSources } from "./sources/tab.js";
import { makeThemes } from "./themes/tab.js";
import { makeWorkshop } from "./workshop/tab.js";

/**
 * @param {ReturnType<typeof import("./compare.js").makeCompare>} compare
 * @param {ReturnType<typeof import("./yours/tab.js").makeYours>} yours
 * @returns {Kind[]}
 */
export const listTabs = (compare, yours) => [
  { id: "compare", title: "Compare", make: () => compare },
  { id: "follow", title: "Follow a paragraph", make: makeFollow },
  { id: "themes", title: "Themes and objectives", make: makeThemes },
  { id: "commitments", title: "Commitments", make: makeCommitments },
  { id: "sources", title: "Sources", make: makeSources },
  { id: "asks", title: "Asks", make: makeAsks },
  { id: "list", title: "My list", make: makeList },
  { id: "workshop", title: "Workshop", make: makeWorkshop },
  { id: "drafts", title: "Your drafts", make: () => yours },
];
