/** An exported page: everything stands in it as data; what could be read without scripts makes room. */

import { standAlone } from "./host.js";
import { mount } from "./page.js";

/** @param {string} name */
const read = (name) => document.getElementById(`workbook-${name}`);

/** What stands packed in the page, behind its scripts; null where it does not. @param {string} name */
async function unpack(name) {
  await whole;
  const packed = read(name)?.textContent;
  if (!packed) return null;
  const bytes = Uint8Array.from(atob(packed.trim()), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** plotly.js, which stands in the page, or beside it. */
const askPlotly = () => unpack("plotly");

/** What a tab shows; it is read when the tab is first opened. @param {string} name */
const readChapter = async (name) => JSON.parse((await unpack(`chapter-${name}`)) ?? "null") ?? undefined;

/** Until the page is read to its end. */
const whole = new Promise((resolve) => {
  if (document.readyState !== "loading") resolve(null);
  else document.addEventListener("DOMContentLoaded", resolve);
});

const bundle = JSON.parse(read("bundle")?.textContent ?? "null");
const pages = JSON.parse(read("pages")?.textContent ?? "{}");
const view = JSON.parse(read("view")?.textContent ?? '""');
const beside = read("plotly")?.dataset.file;
if (beside) /** @type {any} */ (window).workbookPlotlyUrl = beside;
const place = document.querySelector("main");
if (bundle && place) {
  read("plain")?.remove(); // the plain text's style goes with it
  document.body.classList.add("workbook-page");
  if (view && location.hash.length < 2) history.replaceState(null, "", view); // as it was taken away
  mount(standAlone(bundle, { pages, readChapter, askPlotly }), place);
}
