/** Long stretches that nobody changed, folded away so that the changes of a long paragraph stand together. */

/** @import { Host, State } from "./types.js" */

import { make, tell } from "./dom.js";

// So many words around a change say where it stands; fewer than this between two are not worth a button.
const SHOWN = 14, WORTH = 24;

/** Whether long stretches are folded: not while words are looked for, which may stand in them. @param {State} state */
export const isFolded = (state) => state.folded && !state.words.trim();

/**
 * Words that stayed, with a button in place of those in the middle; the button gives its place to them.
 * @param {string} text
 * @param {boolean} opens  nothing stands before it in its paragraph
 * @param {boolean} ends  nothing follows
 * @returns {(Node|string)[]}
 */
export function foldWords(text, opens, ends) {
  const parts = text.match(/\s*\S+/g) ?? [], before = opens ? 0 : SHOWN, after = ends ? 0 : SHOWN;
  const hidden = parts.slice(before, parts.length - after);
  if (hidden.length < WORTH) return [text];
  const rest = parts.slice(parts.length - after), tail = text.slice(parts.join("").length);
  const words = `${hidden.length} words unchanged`;
  const button = make("button.fold", { type: "button", "aria-label": `Show ${words}`, click: () => {
    const shown = make("span.unfolded", { tabIndex: -1 }, hidden.join(""));
    button.replaceWith(shown);
    shown.focus({ preventScroll: true });
  } }, `… ${words} …`);
  return [parts.slice(0, before).join(""), " ", button, " ", rest.join("") + tail];
}

/**
 * The whole of each paragraph, or what changed with a few words around it.
 * @param {Host} host
 */
export function makeFoldToggle(host) {
  const button = make("button.foldable", { type: "button", click: () => host.choose({ folded: !host.state().folded }) });
  return {
    node: button,
    paint() {
      const { folded } = host.state();
      button.setAttribute("aria-pressed", String(folded));
      tell(button, "fold what stayed");
    },
  };
}
