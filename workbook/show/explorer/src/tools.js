/** What helps everywhere on the page: its colours, the words that it uses, a tour, the keys. */

/** @import { Host } from "./types.js" */

import { make } from "./dom.js";
import { makeGlossary } from "./glossary.js";
import { listKeys } from "./keys.js";
import { dressPage, makeLookChoice } from "./look.js";
import { makeTaking } from "./taking/menu.js";
import { makeTour } from "./tour.js";

/**
 * @param {Host} host
 * @param {Record<string, [string, () => void]>} keys
 */
export function makeTools(host, keys) {
  const look = makeLookChoice(), glossary = makeGlossary(host), help = listKeys(keys), taking = makeTaking(host);
  /** @type {ReturnType<typeof makeTour>|null} */
  let tour = null;
  /** @param {string} words @param {() => void} click */
  const button = (words, click) => make("button", { type: "button", "aria-haspopup": "dialog", click }, words);
  const words = button("Glossary", glossary.open), more = button("Tour", () => tour?.begin()), list = button("Keys", () => help.open());
  list.classList.add("for-keys");
  return {
    node: make("div.tools", { role: "group", "aria-label": "Taking away, help and colours" }, taking.button, words, more, list, look.node),
    showKeys: () => help.open(),
    /** Puts the boxes that open over the page into it. @param {HTMLElement} root */
    enter(root) {
      tour = makeTour(host, root);
      glossary.follow(root);
      root.append(taking.node, ...glossary.nodes, help.node, tour.node);
    },
    fill() {
      words.hidden = !glossary.fill();
    },
    paint() {
      look.paint();
      if (host.ours) dressPage();
      tour?.offer();
    },
    close: glossary.close,
  };
}
