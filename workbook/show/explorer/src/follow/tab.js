/** The tab that follows a paragraph through all drafts: a search, the flow of all, and a passport. */

/** @import { Host } from "../types.js" */
/** @import { Chapter } from "./types.js" */

import { followChapter } from "../chapters.js";
import { make } from "../dom.js";
import { makeMissing } from "../leaf.js";
import { makeChart } from "./chart.js";
import { makePicker } from "./picker.js";
import { makePassport } from "./passport.js";
import { findStop, nameStop } from "./paths.js";
import { makeSearch } from "./search.js";

const HINT = "Type a number or words above, or choose a paragraph of the chart or the table: its passport opens here, with its numbers in every draft, what became of it, and how old its words are.";

/** @param {Host} host */
export function makeFollow(host) {
  const title = make("h3", { tabIndex: -1 }, "Follow a paragraph");
  const missing = makeMissing("Following every paragraph through the drafts …", () => { source.forget(); repaint(); });
  let wide = true;
  const open = (/** @type {string} */ followed) => host.choose({ followed });
  const search = makeSearch(() => read().chapter, ({ stop }) => {
    const { chapter } = read();
    if (chapter) open(nameStop(chapter, stop));
  });
  const chart = makeChart(host, open), picker = makePicker(host, repaint), passport = makePassport(host, (drafts) => source.read({ drafts }));
  const columns = make("div.columns", {}, passport.node, chart.node), cautions = make("div.cautions");
  const node = make("section.leaf.follow", {}, title,
    make("p.lead", {}, "Numbers change from draft to draft, and the same number can come to stand on other words. Here each paragraph is followed by its words."),
    search.node, picker.node, missing.node, cautions, columns);
  const source = followChapter(host, "follow", repaint);
  const read = () => source.read(picker.extra());

  function repaint() {
    if (node.isConnected && node.checkVisibility()) paint(wide);
  }
  /** @param {boolean} now */
  function paint(now) {
    wide = now;
    const { busy, error, chapter } = read();
    missing.paint({ busy, error });
    columns.hidden = cautions.hidden = !chapter;
    picker.paint(chapter);
    if (chapter) show(chapter);
    search.arrive();
  }
  /** @param {Chapter} chapter */
  function show(chapter) {
    const { followed } = host.state(), stop = followed ? findStop(chapter, followed) : null;
    cautions.replaceChildren(...listCautions(chapter, [host.state().old, host.state().new]));
    if (!stop) passport.clear(followed ? "The paragraph that was asked for stands in none of the drafts that are followed here. Choose its draft under “Which drafts”, or another paragraph." : HINT);
    else if (passport.paint(chapter, stop) && !document.activeElement?.matches("[role=tab]")) { // who walks the tabs stays there
      passport.title.focus({ preventScroll: true });
      passport.node.scrollIntoView({ block: "nearest" });
    }
    chart.paint(chapter, stop, followed, wide);
  }
  return { node, title, paint, close: chart.close };
}

/**
 * What must be known of the drafts, each sentence once; of those on show the head of the page tells.
 * @param {Chapter} chapter
 * @param {string[]} shown
 */
function listCautions(chapter, shown) {
  const drafts = chapter.drafts.filter(({ draft }) => !shown.includes(draft)), said = [...new Set(drafts.map(({ caution }) => caution).filter(Boolean))];
  return said.map((caution) => make("p.caution", {}, make("strong", {}, drafts.filter((draft) => draft.caution === caution).map((draft) => draft.title).join("; ")), `: ${caution}`));
}
