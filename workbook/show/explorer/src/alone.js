/** An exported page: everything stands in it as data; what could be read without scripts makes room. */

import { standAlone } from "./host.js";
import { mount } from "./page.js";

/** @param {string} name */
const read = (name) => document.getElementById(`workbook-${name}`);

/** plotly.js, which stands packed in the page, or beside it. */
async function askPlotly() {
  await whole; // it stands behind this script
  const packed = read("plotly");
  if (!packed?.textContent) return null;
  const bytes = Uint8Array.from(atob(packed.textContent.trim()), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** What a tab shows; it is read when the tab is first opened. @param {string} name */
async function readChapter(name) {
  await whole; // chapters stand behind this script as well
  return JSON.parse(read(`chapter-${name}`)?.textContent ?? "null") ?? undefined;
}

/** Until the page is read to its end. */
const whole = new Promise((resolve) => {
  if (document.readyState !== "loading") resolve(null);
  else document.addEventListener("DOMContentLoaded", resolve);
});

const bundle = JSON.parse(read("bundle")?.textContent ?? "null");
const pages = JSON.parse(read("pages")?.textContent ?? "{}");
const beside = read("plotly")?.dataset.file;
if (beside) /** @type {any} */ (window).workbookPlotlyUrl = beside;
const place = document.querySelector("main");
if (bundle && place) {
  read("plain")?.remove(); // the plain text's style goes with it
  document.body.classList.add("workbook-page");
  mount(standAlone(bundle, { pages, readChapter, askPlotly }), place);
}
