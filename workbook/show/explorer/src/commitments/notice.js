/** At the head of the page: that what it says of commitments is told by a scale of one's own. */

/** @import { Host } from "../types.js" */

import { hide, make, tell } from "../dom.js";
import { countChanges } from "./changes.js";

/** @param {Host} host */
export function makeScaleNotice(host) {
  const said = make("span");
  const node = make("p.own-scale", { role: "status" }, said, make("span.acts", {},
    make("button", { type: "button", click: () => host.choose({ tab: "commitments" }) }, "Show it"),
    make("button", { type: "button", click: () => host.choose({ scale: "" }) }, "Back to the scale as it is")));
  node.hidden = true;
  return {
    node,
    paint() {
      const { scale } = host.state(), count = countChanges(scale);
      hide(node, !scale);
      if (scale) tell(said, `Commitments are told by your scale, with ${count === 1 ? "one change" : `${count} changes`}: cards, filters and lists follow it. `);
    },
  };
}
