/** Words of a paragraph chosen with the keys, or by two taps: the first word, then the last. */

import { make } from "../dom.js";
import { findWords } from "./checking.js";

const KEYS = "rrow keys go from word to word. Space takes the first word, then the last; Enter marks what is taken, Escape leaves.";
// What the reader has at hand stands first.
const tellHow = () => (matchMedia("(pointer: coarse)").matches ? `Tap the first word, then the last. With a keyboard, a${KEYS}` : `A${KEYS} Or tap the first word, then the last.`);

/**
 * @param {string} text
 * @param {string} name  the paragraph's
 * @param {(words: string) => void} say  heard, not seen
 * @param {(chosen: [number, number]|null) => void} end  told where the chosen words stand, in code points; null: none
 */
export function makeCursor(text, name, say, end) {
  const signs = [...text], places = findWords(text);
  let at = 0, from = -1;
  const words = places.map(([start, stop]) => make("span.word", { role: "option" }, signs.slice(start, stop).join("")));
  const parts = words.flatMap((word, order) => [word, order + 1 < places.length ? signs.slice(places[order][1], places[order + 1][0]).join("") : ""]);
  const list = make("p.text.taking-words", { role: "listbox", "aria-multiselectable": "true", "aria-label": `Words of paragraph ${name}`, keydown: hear, click: tap }, ...parts);
  const node = make("div.cursor", {}, make("p.quiet", {}, tellHow()), list, make("div.acts", {}, make("button", { type: "button", click: () => end(null) }, "Cancel")));

  const span = () => (from < 0 ? [at, at] : [Math.min(from, at), Math.max(from, at)]);
  const cut = () => signs.slice(places[span()[0]][0], places[span()[1]][1]).join("");
  function paint() {
    const [first, last] = span();
    words.forEach((word, order) => {
      word.tabIndex = order === at ? 0 : -1;
      word.setAttribute("aria-selected", String(from >= 0 && order >= first && order <= last));
    });
  }
  /** @param {number} to */
  function go(to) {
    at = Math.max(0, Math.min(words.length - 1, to));
    paint();
    words[at]?.focus();
    if (from >= 0) say(`Taken: ${cut()}`);
  }
  function take() {
    if (from >= 0) return finish();
    from = at;
    paint();
    say(`First word: ${cut()}. Now the last one.`);
  }
  function finish() {
    const [first, last] = span();
    end(words.length ? [places[first][0], places[last][1]] : null);
  }
  /** The word above or below: the nearest one on the next line. @param {1|-1} way */
  function line(way) {
    const here = words[at].getBoundingClientRect(), middle = here.left + here.width / 2;
    let best = at, least = Infinity, height = NaN;
    for (let to = at + way; to >= 0 && to < words.length; to += way) {
      const { top, bottom, left, width } = words[to].getBoundingClientRect();
      if (way > 0 ? top < here.bottom - 1 : bottom > here.top + 1) continue;
      if (Number.isNaN(height)) height = top;
      if (Math.abs(top - height) > 2) break;
      const distance = Math.abs(left + width / 2 - middle);
      if (distance < least) [best, least] = [to, distance];
    }
    return best;
  }
  /** @param {KeyboardEvent} event */
  function hear(event) {
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = key === "ArrowRight" ? at + 1 : key === "ArrowLeft" ? at - 1 : key === "ArrowDown" ? line(1) : key === "ArrowUp" ? line(-1) : key === "Home" ? 0 : key === "End" ? words.length - 1 : null;
    if (to !== null) {
      if (shiftKey && from < 0) from = at;
      go(to);
    } else if (key === " ") take();
    else if (key === "Enter") finish();
    else if (key === "Escape" && from >= 0) {
      from = -1;
      go(at);
      say("Nothing is taken.");
    } else if (key === "Escape") end(null);
    else return;
    event.preventDefault();
    event.stopPropagation(); // the page has keys of its own, JupyterLab too
  }
  /** @param {MouseEvent} event */
  function tap(event) {
    const order = words.indexOf(/** @type {any} */ (event.target));
    if (order < 0 || String(getSelection() ?? "").trim()) return; // dragged over: the browser's own way to choose
    at = order;
    go(order);
    take();
  }
  paint();
  return { node, focus: () => words[at]?.focus() };
}
