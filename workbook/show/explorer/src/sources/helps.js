/** The texts that would help as a reference, and where they are published. Nothing is fetched. */

import { make } from "../dom.js";

/** @typedef {{symbol: string, title: string, why: string, address: string, cited: number}} Help */

export function makeHelps() {
  const node = make("ul.helps", { "aria-label": "Texts that would help" });
  /** @type {any} */
  let shown = null;
  return {
    node,
    /** @param {Help[]} helps */
    paint(helps) {
      if (helps !== shown) node.replaceChildren(...helps.map(drawHelp));
      shown = helps;
    },
  };
}

/** @param {Help} help */
function drawHelp({ symbol, title, why, address, cited }) {
  const told = cited ? `cited in ${cited} ${cited === 1 ? "paragraph" : "paragraphs"} of the newer draft` : "";
  return make("li", {}, make("strong", {}, title), make("p", {}, why),
    make("p.facts", {}, [symbol, told].filter(Boolean).join(" · "), " · ", drawAddress(address)));
}

/** An address opens when it is clicked; what is no web address is words. @param {string} address */
const drawAddress = (address) => (/^https?:\/\//u.test(address) ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address) : address);
