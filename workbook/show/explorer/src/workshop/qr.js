/** A QR code as a drawing: black on white, with the white around it that a camera needs. */

import { make } from "../dom.js";

const SVG = "http://www.w3.org/2000/svg";
// The standard asks for four modules of white on each side.
const QUIET = 4;

/**
 * @param {string[]} rows  of "0" and "1", 1 dark
 * @param {string} address  what it says
 * @returns {HTMLElement}
 */
export function drawCode(rows, address) {
  const size = rows.length + 2 * QUIET;
  const dark = rows.flatMap((row, y) => [...row.matchAll(/1+/g)].map((run) => `M${run.index + QUIET} ${y + QUIET}h${run[0].length}v1h-${run[0].length}z`)).join("");
  const svg = draw("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": `QR code of ${address}`, "shape-rendering": "crispEdges" });
  svg.append(draw("rect", { width: size, height: size, fill: "#ffffff" }), draw("path", { d: dark, fill: "#000000" }));
  return make("div.qr", {}, svg);
}

/** @param {string} name @param {Record<string, string|number>} traits */
function draw(name, traits) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(traits)) element.setAttribute(key, String(value));
  return element;
}
