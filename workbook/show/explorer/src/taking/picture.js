/** The picture of a chart, to be put into a paper: always in light colours, on white. */

import { make, tell } from "../dom.js";
import { download } from "./download.js";

const TYPES = /** @type {const} */ ({ png: "image/png", svg: "image/svg+xml" });
// Pixels above a chart, where its place on the page gives it room.
const AIR = 12;
/** @typedef {{plotly: any, canvas: any, template: any, name: string}} Chart */

/** What a chart of two drafts is called as a file. @param {string} name @param {import("../types.js").Bundle} bundle */
export const namePicture = (name, bundle) => `${name}-${bundle.old}-to-${bundle.new}`.replace(/[^\w.-]+/g, "-");

/**
 * Two buttons under a chart. `give` says what is drawn now; null: nothing yet.
 * @param {() => Chart|null} give
 */
export function makePicture(give) {
  const said = make("span.said", { role: "status" });
  /** @param {keyof typeof TYPES} format */
  async function save(format) {
    const chart = give();
    if (!chart) return;
    try {
      const { name, url } = await drawPicture(chart, format);
      download(name, await readUrl(url), TYPES[format]);
      tell(said, "");
    } catch {
      tell(said, "This browser could not draw the picture; the table has the same numbers.");
    }
  }
  const buttons = Object.keys(TYPES).map((format) =>
    make("button", { type: "button", "aria-label": `Save the picture as ${format.toUpperCase()}`, click: () => save(/** @type {keyof typeof TYPES} */ (format)) }, format.toUpperCase()));
  const node = make("div.picture", { hidden: true }, make("span", { "aria-hidden": "true" }, "Save the picture: "), ...buttons, said);
  return {
    node,
    /** Shown where there is a chart. @param {boolean} drawn */
    paint(drawn) {
      node.hidden = !drawn;
    },
  };
}

/** @param {Chart} chart @param {keyof typeof TYPES} format */
async function drawPicture({ plotly, canvas, template, name }, format) {
  const { width, height } = canvas._fullLayout;
  const margin = { ...canvas.layout.margin, t: (canvas.layout.margin?.t ?? 0) + AIR };
  const layout = { ...canvas.layout, template, width, height: height + AIR, margin, paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff" };
  const url = await plotly.toImage({ data: canvas.data, layout }, { format, width, height: height + AIR, scale: format === "png" ? 2 : 1 });
  return { name: `${name}.${format}`, url };
}

/** What a data: address holds; a page's policy may forbid to fetch it. @param {string} url */
function readUrl(url) {
  const [head, body] = [url.slice(0, url.indexOf(",")), url.slice(url.indexOf(",") + 1)];
  return head.endsWith(";base64") ? Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0)) : decodeURIComponent(body);
}
