/** The tab on commitments: what became of each promise, request and stance, and the scale that says so. */

/** @import { Host } from "../types.js" */
/** @typedef {import("./rungs.js").Chapter} Chapter */

import { followChapter } from "../chapters.js";
import { make } from "../dom.js";
import { drawJump, makeMissing } from "../leaf.js";
import { makeChart } from "./chart.js";
import { makeList } from "./list.js";
import { makeRows } from "./rows.js";
import { makeScale } from "./scale.js";

/** @param {Host} host */
export function makeCommitments(host) {
  const title = make("h3", { tabIndex: -1 }, "Commitments"), summary = make("div.lead"), honest = make("p.honest");
  const rows = makeRows(host), chart = makeChart(host), list = makeList(host), scale = makeScale(host), parts = [rows, chart, list, scale];
  const missing = makeMissing("Reading the clauses …", () => { chapter.forget(); paint(); });
  const chapter = followChapter(host, "commitments", paint);
  const body = make("div.parts", {}, summary, honest,
    make("div.acts", {}, drawJump("What became of each clause", rows.title), drawJump("The chart", chart.title), drawJump("The list of promises", list.title), drawJump("The scale", scale.title)),
    ...parts.map((part) => part.node));
  const node = make("section.leaf.commitments-tab", {}, title, missing.node, body);
  /** @type {Chapter|null} */
  let shown = null;
  let about = "";

  function paint() {
    const { busy, error, chapter: told } = chapter.read(), bundle = host.bundle(), pair = JSON.stringify([bundle?.old, bundle?.new]);
    // By another scale the same clauses are told anew: until then they stay where they are.
    const kept = busy && pair === about ? shown : told;
    [about, shown] = [pair, kept];
    missing.paint({ busy: busy && !kept, error });
    body.hidden = !kept;
    node.setAttribute("aria-busy", String(busy));
    if (!kept) return;
    const [first, ...others] = kept.summary, yours = kept.scale.changes ? [make("strong", {}, "By your scale. ")] : [];
    summary.replaceChildren(make("p", {}, ...yours, make("strong", {}, first)), ...others.map((/** @type {string} */ words) => make("p", {}, words)));
    honest.textContent = bundle?.honest ?? "";
    for (const part of parts) part.paint(kept);
  }
  return { node, title, paint, close: chart.close };
}
