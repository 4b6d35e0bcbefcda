/** Getting plotly.js once a page: from the page's own address for it, else from the kernel. */

/** @import { Bundle, Host } from "./types.js" */

/** @type {Promise<any>|null} */
let loading = null;

/**
 * Plotly, or null where it cannot be had: the table says the same.
 * @param {Host} host
 * @returns {Promise<any>}
 */
export function loadPlotly(host) {
  loading ??= fetchPlotly(host).catch(() => null).then((plotly) => {
    if (!plotly) loading = null; // another view may have more luck
    return plotly;
  });
  return loading;
}

/** @param {Host} host */
async function fetchPlotly(host) {
  const page = /** @type {any} */ (window);
  if (page.Plotly) return page.Plotly;
  if (page.workbookPlotlyUrl) {
    await runScript(page.workbookPlotlyUrl).catch(() => undefined);
    if (page.Plotly) return page.Plotly;
  }
  const blob = await host.askPlotly();
  if (!blob) return null;
  if (typeof blob === "string") {
    // The page's policy knows this very script by its hash; it allows no other.
    document.head.append(Object.assign(document.createElement("script"), { textContent: blob }));
    return page.Plotly ?? null;
  }
  const url = URL.createObjectURL(blob);
  await runScript(url).finally(() => URL.revokeObjectURL(url));
  return page.Plotly ?? null;
}

/**
 * @param {string} src
 * @returns {Promise<void>}
 */
function runScript(src) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(src));
    document.head.append(script);
  });
}

/**
 * A chart's label and its table say what is drawn: of the chart itself a screen reader hears its buttons alone, no
 * loose letters.
 * @param {HTMLElement} canvas
 */
export function muffle(canvas) {
  for (const drawing of canvas.querySelectorAll(".main-svg")) drawing.setAttribute("aria-hidden", "true");
}

/**
 * How charts look in light or in dark: a copy, for Plotly writes into what it is given, and by its bundle a page knows
 * whether a kernel has anything new for it.
 * @param {Bundle} bundle
 * @param {string} look
 */
export const templateOf = (bundle, look) => structuredClone(bundle.templates[look]);
