/** The words of a paragraph: struck and put in, in one text or in two side by side. */

/** @import { Bundle, Row, Span, State, Stretch } from "./types.js" */

import { make, unseen } from "./dom.js";
import { foldWords, isFolded } from "./folding.js";
import { drawGhosts } from "./struck.js";
import { drawStretches } from "./whose.js";

/**
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {State} state  how it is read, whether words that were probably struck already are marked, what is folded
 * @returns {HTMLElement}
 */
export function drawText(row, bundle, state) {
  const { reading, struck } = state, last = row.spans.length - 1;
  /** @param {number} at */
  const ghosts = (at) => (struck && bundle.struck ? row.struck.filter(([span]) => span === at).map((found) => found.slice(1)) : []);
  /** @param {0|1} side */
  const draw = (side) => row.spans.flatMap((span, at) => fold(span, at) ?? drawSide(span, side, bundle, ghosts(at)));
  /** What stayed is folded where that is asked for and nothing in it is marked. @param {Span} span @param {number} at */
  const fold = (span, at) => isFolded(state) && typeof span === "string" && last > 0 && !ghosts(at).length ? foldWords(span, at === 0, at === last) : null;
  if (reading !== "beside" || row.relation === "same") return make("p.text", {}, ...row.spans.flatMap((span, at) => fold(span, at) ?? drawSpan(span, bundle, ghosts(at))));
  const old = row.relation === "inserted" ? [make("em.none", {}, "not in the older draft")] : draw(0);
  const neu = row.relation === "deleted" ? [make("em.none", {}, "not in the newer draft")] : draw(1);
  return make("div.sides", {}, make("p.text.old", {}, unseen("Old: "), ...old), make("p.text.new", {}, unseen("New: "), ...neu));
}

/**
 * A span as nodes: plain text, or what was struck before what was put in.
 * @param {Span} span
 * @param {Bundle} bundle
 * @param {number[][]} ghosts
 * @returns {(Node|string)[]}
 */
export function drawSpan(span, bundle, ghosts) {
  if (typeof span === "string") return drawSide(span, 0, bundle, ghosts);
  const [old, neu, form] = span, [struck, inserted] = [drawSide(span, 0, bundle, ghosts), drawSide(span, 1, bundle, [])];
  if (!neu || !old) return [...struck, ...inserted];
  // Spaces behind deleted words would double those behind the inserted ones; one space parts the two.
  return [...(struck.length > 1 ? struck.slice(0, -1) : struck), form || /^\s/.test(neu) ? "" : " ", ...inserted];
}

/**
 * The old or the new words of a span alone.
 * @param {Span} span
 * @param {0|1} side
 * @param {Bundle} bundle
 * @param {number[][]} ghosts  start, length and place of what was probably struck already, in the old words
 * @returns {(Node|string)[]}
 */
function drawSide(span, side, bundle, ghosts) {
  if (typeof span === "string") return side ? [span] : drawGhosts(span, ghosts, bundle, (words) => [words]);
  const text = span[side], form = span[2] === 1, stretches = (side ? span[4] : span[3]) ?? [];
  if (!text) return [];
  const [, before, words, after] = /** @type {string[]} */ (text.match(/^(\s*)([^]*?)(\s*)$/));
  if (!words) return [text];
  const spaces = [...before].length, own = shorten(stretches, spaces), [name, said] = side ? ["ins", "inserted"] : ["del", "deleted"];
  const shown = side ? drawStretches(words, own, bundle)
    : drawGhosts(words, ghosts.map(([start, ...rest]) => [start - spaces, ...rest]), bundle,
      (part, from) => drawStretches(part, cutStretches(own, from, [...part].length), bundle));
  // The spaces round the words stay outside the mark, so that no line is drawn through them.
  const marked = form
    ? make(`${name}.form`, { "aria-hidden": side ? null : "true" }, ...shown)
    : make(name, {}, unseen(`${said} `), ...shown, unseen(` end ${said}, `));
  return [before, marked, after];
}

/**
 * The stretches of a text that lost spaces at its start.
 * @param {Stretch[]} stretches
 * @param {number} spaces
 * @returns {Stretch[]}
 */
function shorten([first, ...rest], spaces) {
  return first ? [[first[0] - spaces, first[1]], ...rest] : [];
}

/**
 * The stretches of a part of a text.
 * @param {Stretch[]} stretches
 * @param {number} from
 * @param {number} length
 * @returns {Stretch[]}
 */
function cutStretches(stretches, from, length) {
  let at = 0;
  return stretches.flatMap(([own, told]) => {
    const start = Math.max(at, from), end = Math.min((at += own), from + length);
    return end > start ? [/** @type {Stretch} */ ([end - start, told])] : [];
  });
}
