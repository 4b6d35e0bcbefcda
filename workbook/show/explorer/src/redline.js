/** The words of a paragraph: struck and put in, in one text or in two side by side. */

/** @import { Row, Span } from "./types.js" */

import { make, unseen } from "./dom.js";

/**
 * @param {Row} row
 * @param {string} reading
 * @returns {HTMLElement}
 */
export function drawText(row, reading) {
  if (reading !== "beside" || row.relation === "same") return make("p.text", {}, ...row.spans.flatMap(drawSpan));
  const old = row.relation === "inserted" ? [make("em.none", {}, "not in the older draft")] : row.spans.flatMap((span) => drawSide(span, 0));
  const neu = row.relation === "deleted" ? [make("em.none", {}, "not in the newer draft")] : row.spans.flatMap((span) => drawSide(span, 1));
  return make("div.sides", {}, make("p.text.old", {}, unseen("Old: "), ...old), make("p.text.new", {}, unseen("New: "), ...neu));
}

/**
 * A span as nodes: plain text, or what was struck before what was put in.
 * @param {Span} span
 * @returns {(Node|string)[]}
 */
function drawSpan(span) {
  if (typeof span === "string") return [span];
  const [old, neu, form] = span;
  const inserted = mark("ins", "inserted", neu, form === 1);
  if (!neu || !old) return [...mark("del", "deleted", old, form === 1), ...inserted];
  // Spaces behind deleted words would double those behind the inserted ones; one space parts the two.
  const between = form || /^\s/.test(neu) ? "" : " ";
  return [...mark("del", "deleted", old.trimEnd(), form === 1), between, ...inserted];
}

/**
 * The old or the new words of a span alone.
 * @param {Span} span
 * @param {0|1} side
 * @returns {(Node|string)[]}
 */
function drawSide(span, side) {
  if (typeof span === "string") return [span];
  return side ? mark("ins", "inserted", span[1], span[2] === 1) : mark("del", "deleted", span[0], span[2] === 1);
}

/**
 * @param {string} name
 * @param {string} said
 * @param {string} text
 * @param {boolean} form
 * @returns {(Node|string)[]}
 */
function mark(name, said, text, form) {
  if (!text) return [];
  const [, before, words, after] = /** @type {string[]} */ (text.match(/^(\s*)([^]*?)(\s*)$/));
  if (!words) return [text];
  // The spaces round the words stay outside the mark, so that no line is drawn through them.
  const marked = form
    ? make(`${name}.form`, { "aria-hidden": name === "del" ? "true" : null }, words)
    : make(name, {}, unseen(`[${said}: `), words, unseen("] "));
  return [before, marked, after];
}
