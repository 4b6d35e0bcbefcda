/** What stands in the list when no paragraph passes: what happened, and each way out. */

/** @import { Bundle, Host } from "./types.js" */
/** @import { Filter } from "./state.js" */

import { chosenRows, countParagraphs } from "./counting.js";
import { hide, make } from "./dom.js";
import { tellChoices } from "./redlines.js";
import { DEFAULTS, NO_FILTERS } from "./state.js";

/**
 * @param {Host} host
 * @returns {{node: HTMLElement, paint: (bundle: Bundle, empty: boolean) => void}}
 */
export function makeNothing(host) {
  const node = make("div.nothing", { role: "status" });
  return {
    node,
    paint(bundle, empty) {
      hide(node, !empty);
      if (!empty) return node.replaceChildren();
      const state = host.state(), choices = tellChoices(bundle, state);
      const words = choices.length > 1
        ? `No paragraph has all of these at once: ${choices.map(([, told]) => told).join(", ")}. Leave something out:`
        : "No paragraph of these two drafts has this. Leave it out, or choose other drafts:";
      const ways = choices.flatMap(([filter, told]) => {
        const count = countParagraphs(chosenRows(bundle, state, /** @type {Filter} */ (filter)));
        return count === 0 ? [] : make("button", { type: "button", click: () => host.choose({ [filter]: /** @type {any} */ (DEFAULTS)[filter] }) },
          `without ${told} (${count})`);
      });
      const all = choices.length > 1 && make("button", { type: "button", click: () => host.choose(NO_FILTERS) }, "without any filter");
      node.replaceChildren(make("p", {}, words), make("div.ways", {}, ...ways, all));
    },
  };
}
