/** Buttons of which one is pressed. */

import { make } from "./dom.js";

/**
 * @param {string} name  what is chosen, for who hears the page
 * @param {(value: string) => void} choose
 */
export function makeToggle(name, choose) {
  const node = make("div.toggle", { role: "group", "aria-label": name });
  let made = "";
  return {
    node,
    /** @param {Record<string, string>} options  the words on each button @param {string} chosen */
    paint(options, chosen) {
      if (made !== (made = JSON.stringify(options))) {
        node.replaceChildren(...Object.entries(options).map(([value, words]) =>
          make("button", { type: "button", "data-value": value, click: () => choose(value) }, words)));
      }
      for (const button of node.children) button.setAttribute("aria-pressed", String(button.dataset.value === chosen));
    },
  };
}

/** A chart, or the table that says the same. */
export const VIEWS = { chart: "chart", table: "table" };
