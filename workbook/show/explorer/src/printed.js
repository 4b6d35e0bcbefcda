/** The lines of both files as they are printed, with the marks of each hand; where they can be changed, word by word. */

/** @import { Bundle, Host, Marks, Row } from "./types.js" */
/** @typedef {import("./editing.js").Editing} Editing */
/** @typedef {{line: number, start: number, text: string, state: string[]|null}} Piece  words of a line in one state */

import { make, tell } from "./dom.js";
import { makeForm } from "./form.js";
import { drawLegend, tellState, wrapState } from "./states.js";
import { makeWords } from "./words.js";

/** @typedef {"old"|"new"} Side */

/**
 * Read out of the bundle when they are asked for.
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 * @param {Editing} editing
 */
export function drawPrinted(row, bundle, host, editing) {
  const sides = /** @type {const} */ (["old", "new"]).filter((side) => row.lines[side].length && bundle.printed[side]);
  if (!sides.length) return null;
  const node = make("details.printed", {}, make("summary", {}, "as printed"));
  const fill = () => {
    if (node.open && node.children.length === 1) node.append(...sides.map((side) => drawSide(side, row, bundle, host, editing)));
  };
  node.addEventListener("toggle", fill);
  if (sides.some((side) => editing.isAt(row, side))) {
    node.open = true;
    fill();
  }
  return node;
}

/**
 * @param {Side} side
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 * @param {Editing} editing
 */
function drawSide(side, row, bundle, host, editing) {
  const [first, last] = row.lines[side], id = bundle[side], marks = bundle.marks[side];
  const title = bundle.drafts.find((draft) => draft.draft === id)?.title ?? id;
  const lines = cutLines(bundle.printed[side].split("\n").slice(first - 1, last), first, marks);
  const states = /** @type {string[][]} */ ([...new Set(lines.flat().map((piece) => piece.state).filter(Boolean))]);
  const pre = make("pre.lines", {}, ...drawLines(lines, marks));
  const toggle = make("button.change", { type: "button", "aria-pressed": "false" }, "change marks");
  toggle.hidden = !host.keeps() || !marks?.file;
  const fixed = host.keeps() && marks && host.drafts().some((draft) => draft.draft === id && draft.yours);
  const below = make("div.below"), said = make("p.told", { role: "status" }, fixed ? "The marks of your own drafts cannot be changed here." : "");
  const figure = make("figure", {},
    make("figcaption", {}, `${title}, ${first === last ? `line ${first}` : `lines ${first} to ${last}`}`, toggle),
    marks && drawLegend(states, marks), pre, said, below);

  function stop() {
    toggle.setAttribute("aria-pressed", "false");
    pre.replaceChildren(...drawLines(lines, marks));
    below.replaceChildren();
    for (const trait of ["role", "aria-label"]) pre.removeAttribute(trait);
    pre.onclick = pre.onkeydown = pre.onmousedown = null;
    tell(said, "");
    editing.close();
  }
  function start() {
    toggle.setAttribute("aria-pressed", "true");
    const words = makeWords(pre, lines, /** @type {Marks} */ (marks), (chosen) => {
      below.replaceChildren(...(chosen ? [makeForm({ chosen, marks: /** @type {Marks} */ (marks), editing, side, row, words })] : []));
      tell(said, chosen ? "" : HINT);
    });
    tell(said, HINT);
    return words;
  }
  toggle.addEventListener("click", () => (toggle.getAttribute("aria-pressed") === "true" ? stop() : start().focus()));
  if (editing.isAt(row, side) && !toggle.hidden) {
    const words = start();
    editing.attach({ focus: (line, at) => words.focus(line, at), say: (told) => tell(said, told) });
  }
  return figure;
}

const HINT = "Choose a word; with Shift, or with the Shift and arrow keys, a run of words.";

/**
 * The lines as text, the marked words in their marks.
 * @param {Piece[][]} lines
 * @param {Marks|null} marks
 * @returns {(Node|string)[]}
 */
function drawLines(lines, marks) {
  return lines.flatMap((pieces, at) => [at ? "\n" : "", ...pieces.map(({ text, state }) => {
    if (!state || !marks) return text;
    const node = wrapState(state, marks, [text]);
    node.title = tellState(state, marks);
    return node;
  })]);
}

/**
 * Each line, cut where another state begins.
 * @param {string[]} lines
 * @param {number} first
 * @param {Marks|null} marks
 * @returns {Piece[][]}
 */
function cutLines(lines, first, marks) {
  return lines.map((text, at) => {
    const line = first + at, signs = [...text], pieces = /** @type {Piece[]} */ ([]);
    let done = 0;
    /** @param {number} end @param {string[]|null} state */
    const cut = (end, state) => {
      if (end > done) pieces.push({ line, start: done, text: signs.slice(done, end).join(""), state });
      done = Math.max(done, end);
    };
    for (const [, start, length, state] of marks?.stretches.filter((stretch) => stretch[0] === line) ?? []) {
      cut(start, null);
      cut(start + length, marks?.states[state] ?? null);
    }
    cut(signs.length, null);
    return pieces;
  });
}
