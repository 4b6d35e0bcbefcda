/** The label of a paragraph as a way to its card; the names of drafts. */

/** @import { Host } from "./types.js" */

import { nameRow } from "./counting.js";
import { make, unseen } from "./dom.js";
import { leadToCard } from "./lead.js";

/** @typedef {{old_position: number|null, old_label: string, new_position: number|null, new_label: string}} Pair */

/**
 * A button that leads to the card; words where the paragraph has none of its own.
 * @param {Host} host
 * @param {Pair} pair
 */
export function drawParagraph(host, { old_position, old_label, new_position, new_label }) {
  const rows = host.bundle()?.rows ?? [];
  const row = rows.find((each) => each.old_position === old_position && each.new_position === new_position)
    ?? rows.find((each) => (new_position === null ? each.old_position === old_position : each.new_position === new_position));
  const label = (new_position === null ? old_label : new_label) || "¶";
  const was = new_position !== null && old_position !== null && old_label !== new_label ? ` (was ${old_label || "without a number"})` : new_position === null ? " (gone)" : "";
  if (!row) return make("span.to-card", {}, label, was);
  return make("button.to-card", { type: "button", title: "Show its card", click: () => leadToCard(host, nameRow(row)) }, unseen("paragraph "), label, was);
}

/** @param {Host} host @param {string|undefined} id */
export const nameDraft = (host, id) => host.drafts().find(({ draft }) => draft === id)?.title ?? id ?? "";
