/** Ways from one part of the page to another. */

/** @import { Host } from "./types.js" */

import { NO_FILTERS } from "./state.js";

/**
 * To a paragraph's card among all cards.
 * @param {Host} host
 * @param {string} paragraph  as `nameRow` names its row
 */
export const leadToCard = (host, paragraph) => host.choose({ ...NO_FILTERS, tab: "compare", paragraph });

/**
 * To the passport of a paragraph.
 * @param {Host} host
 * @param {string} draft
 * @param {number} position
 */
export const leadToPassport = (host, draft, position) => host.choose({ tab: "follow", followed: `${draft}:${position}` });

/**
 * To the amendment bench, with a paragraph on it.
 * @param {Host} host
 * @param {string} draft
 * @param {number} position
 */
export const leadToBench = (host, draft, position) => host.choose({ tab: "workshop", workshop: "bench", amended: `${draft}:${position}` });

/**
 * To the card of any two drafts; without a paragraph, to all of them.
 * @param {Host} host
 * @param {string} old
 * @param {string} neu
 * @param {string} paragraph  as `nameRow` names its row
 */
export const leadToPair = (host, old, neu, paragraph) => host.choose({ ...NO_FILTERS, tab: "compare", old, new: neu, paragraph });
