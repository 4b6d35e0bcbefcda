/** The words of a paragraph: struck and put in, in one text or in two side by side. */

/** @import { Bundle, Row, Span, Stretch } from "./types.js" */

import { make, unseen } from "./dom.js";
import { drawStretches } from "./whose.js";

/**
 * @param {Row} row
 * @param {string} reading
 * @param {Bundle} bundle
 * @returns {HTMLElement}
 */
export function drawText(row, reading, bundle) {
  if (reading !== "beside" || row.relation === "same") return make("p.text", {}, ...row.spans.flatMap((span) => drawSpan(span, bundle)));
  const old = row.relation === "inserted" ? [make("em.none", {}, "not in the older draft")] : row.spans.flatMap((span) => drawSide(span, 0, bundle));
  const neu = row.relation === "deleted" ? [make("em.none", {}, "not in the newer draft")] : row.spans.flatMap((span) => drawSide(span, 1, bundle));
  return make("div.sides", {}, make("p.text.old", {}, unseen("Old: "), ...old), make("p.text.new", {}, unseen("New: "), ...neu));
}

/**
 * A span as nodes: plain text, or what was struck before what was put in.
 * @param {Span} span
 * @param {Bundle} bundle
 * @returns {(Node|string)[]}
 */
function drawSpan(span, bundle) {
  if (typeof span === "string") return [span];
  const [old, neu, form] = span, [struck, inserted] = [drawSide(span, 0, bundle), drawSide(span, 1, bundle)];
  if (!neu || !old) return [...struck, ...inserted];
  // Spaces behind deleted words would double those behind the inserted ones; one space parts the two.
  return [...(struck.length > 1 ? struck.slice(0, -1) : struck), form || /^\s/.test(neu) ? "" : " ", ...inserted];
}

/**
 * The old or the new words of a span alone.
 * @param {Span} span
 * @param {0|1} side
 * @param {Bundle} bundle
 * @returns {(Node|string)[]}
 */
function drawSide(span, side, bundle) {
  if (typeof span === "string") return [span];
  const text = span[side], form = span[2] === 1, stretches = (side ? span[4] : span[3]) ?? [];
  if (!text) return [];
  const [, before, words, after] = /** @type {string[]} */ (text.match(/^(\s*)([^]*?)(\s*)$/));
  if (!words) return [text];
  const name = side ? "ins" : "del", shown = drawStretches(words, shorten(stretches, [...before].length), bundle);
  // The spaces round the words stay outside the mark, so that no line is drawn through them.
  const marked = form
    ? make(`${name}.form`, { "aria-hidden": side ? null : "true" }, ...shown)
    : make(name, {}, unseen(side ? "[inserted: " : "[deleted: "), ...shown, unseen("] "));
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
