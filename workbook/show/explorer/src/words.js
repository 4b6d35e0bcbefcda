/** Printed words of which a run can be chosen, with the pointer or with the keys. */

/** @import { Marks } from "./types.js" */
/** @typedef {import("./printed.js").Piece} Piece */
/** @typedef {{node: HTMLElement, line: number, start: number, length: number, state: string[]|null}} Word */
/** @typedef {{line: number, start: number, words: string, state: string[]|null}} Chosen */
/** @typedef {ReturnType<typeof makeWords>} Words */

import { make } from "./dom.js";
import { tellState, wrapState } from "./states.js";

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'‐‑-]*|[^\s\p{L}\p{N}]+|\s+/gu;

/**
 * Puts the words into `pre`, each as a button; `choose` is told the run that is chosen, or null.
 * @param {HTMLElement} pre
 * @param {Piece[][]} lines
 * @param {Marks} marks
 * @param {(chosen: Chosen|null) => void} choose
 */
export function makeWords(pre, lines, marks, choose) {
  /** @type {Word[]} */
  const words = [];
  pre.replaceChildren(...lines.flatMap((pieces, at) => [at ? "\n" : "", ...pieces.map((piece) => drawPiece(piece, marks, words))]));
  pre.setAttribute("role", "group");
  pre.setAttribute("aria-label", "The printed words, to choose from");
  const text = lines.map((pieces) => pieces.map((piece) => piece.text).join(""));
  const top = lines[0][0]?.line ?? 0;
  let active = 0, from = -1, to = -1;

  function paint() {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    words.forEach(({ node }, at) => {
      node.tabIndex = at === active ? 0 : -1;
      node.setAttribute("aria-pressed", String(from >= 0 && at >= first && at <= last));
    });
  }
  function tellChosen() {
    paint();
    if (from < 0) return choose(null);
    const first = words[Math.min(from, to)], last = words[Math.max(from, to)];
    const run = text.slice(first.line - top, last.line - top + 1).map((line) => [...line]);
    run[run.length - 1] = run[run.length - 1].slice(0, last.start + last.length);
    run[0] = run[0].slice(first.start);
    choose({ line: first.line, start: first.start, words: run.map((line) => line.join("")).join("\n"), state: first.state });
  }
  /** @param {number} at @param {boolean} further */
  function pick(at, further) {
    active = to = at;
    if (!further || from < 0) from = at;
    tellChosen();
    words[at].node.focus();
  }
  /** @param {number} at @param {boolean} further */
  function go(at, further) {
    const next = Math.max(0, Math.min(words.length - 1, at));
    if (further) {
      if (from < 0) from = active;
      return pick(next, true);
    }
    active = next;
    paint();
    words[next].node.focus();
  }
  function clear() {
    from = to = -1;
    tellChosen();
  }
  // With Shift the browser would mark text of its own.
  pre.onmousedown = (event) => event.shiftKey && event.preventDefault();
  pre.onclick = (event) => {
    const at = words.findIndex(({ node }) => node.contains(/** @type {Node} */ (event.target)));
    if (at >= 0) pick(at, event.shiftKey);
  };
  pre.onkeydown = (event) => {
    const steps = /** @type {Record<string, number>} */ ({ ArrowLeft: active - 1, ArrowRight: active + 1, Home: 0, End: words.length - 1 });
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (key in steps) go(steps[key], shiftKey);
    else if (key === "Enter" || key === " ") pick(active, shiftKey);
    else if (key === "Escape" && from >= 0) clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  paint();
  return {
    clear,
    /** One word more, before the run or behind it. @param {number} by */
    widen(by) {
      const [first, last] = [Math.min(from, to), Math.max(from, to)];
      [from, to] = by < 0 ? [Math.max(0, first - 1), last] : [first, Math.min(words.length - 1, last + 1)];
      tellChosen();
    },
    /** The word at this place, or the one that the keys are at. @param {number} [line] @param {number} [start] */
    focus(line, start) {
      const at = words.findLastIndex((word) => word.line < (line ?? 0) || (word.line === line && word.start <= (start ?? 0)));
      if (line !== undefined) active = Math.max(0, at);
      paint();
      words[active]?.node.focus({ preventScroll: line !== undefined });
    },
  };
}

/**
 * @param {Piece} piece
 * @param {Marks} marks
 * @param {Word[]} words  to which those of the piece are added
 */
function drawPiece({ text, line, start, state }, marks, words) {
  const told = tellState(state, marks);
  let at = start;
  const nodes = (text.match(TOKEN) ?? []).map((token) => {
    const length = [...token].length;
    at += length;
    if (!token.trim()) return token;
    const node = make("span.word", { role: "button", title: told || null, "aria-description": told || null }, token);
    words.push({ node, line, start: at - length, length, state });
    return node;
  });
  return state ? wrapState(state, marks, nodes) : make("span", {}, ...nodes);
}
