/** Light or dark: as a person chose, else as JupyterLab's theme where there is one, else as the person's system. */

import { freshId, make } from "./dom.js";
import { keep, recall, watchStored } from "./stored.js";

const LOOKS = ["light", "dark"];
// Each widget of a notebook brings its own copy of this module: they hear of a choice from the page.
const CHOSEN = "workbook-look";
const system = window.matchMedia("(prefers-color-scheme: dark)");
let chosen = recall("look") ?? "";
window.addEventListener(CHOSEN, (event) => (chosen = /** @type {CustomEvent<string>} */ (event).detail));
// Paper is white: what is printed is drawn in light colours, charts too.
let onPaper = false;
window.addEventListener("beforeprint", () => (onPaper = true));
window.addEventListener("afterprint", () => (onPaper = false));
watchStored("look", () => window.dispatchEvent(new CustomEvent(CHOSEN, { detail: recall("look") ?? "" })));

/** Whether the page around has a theme of its own. */
const isThemed = () => !document.body.dataset.voila && Boolean(document.body.dataset.jpThemeLight);

/** @returns {"light"|"dark"} */
export function currentLook() {
  if (onPaper) return "light";
  if (LOOKS.includes(chosen)) return /** @type {"light"|"dark"} */ (chosen);
  const dark = isThemed() ? document.body.dataset.jpThemeLight === "false" : system.matches;
  return dark ? "dark" : "light";
}

/**
 * @param {() => void} listener
 * @returns {() => void}
 */
export function watchLook(listener) {
  const theme = new MutationObserver(listener);
  theme.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  system.addEventListener("change", listener);
  const events = [CHOSEN, "beforeprint", "afterprint"];
  for (const event of events) window.addEventListener(event, listener);
  return () => {
    theme.disconnect();
    system.removeEventListener("change", listener);
    for (const event of events) window.removeEventListener(event, listener);
  };
}

/** In a page of our own the scroll bars, and what lies behind the explorer, are as light or dark as it is. */
export function dressPage() {
  document.documentElement.style.colorScheme = currentLook();
}

/** The choice between the three. */
export function makeLookChoice() {
  const id = freshId("look"), others = { "": isThemed() ? "as JupyterLab" : "as the system", light: "light", dark: "dark" };
  const select = make("select", { id, change: () => choose(select.value) },
    ...Object.entries(others).map(([value, words]) => make("option", { value }, words)));
  return {
    node: make("div.look", {}, make("label", { htmlFor: id }, "Colours"), select),
    paint: () => (select.value = LOOKS.includes(chosen) ? chosen : ""),
  };
}

/** @param {string} look  "" as the system */
function choose(look) {
  keep("look", look || null);
  window.dispatchEvent(new CustomEvent(CHOSEN, { detail: look }));
}
