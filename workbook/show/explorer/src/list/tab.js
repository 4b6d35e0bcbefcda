/** The tab of a person's own list: words and paragraphs to watch, a brief to take along, findings pinned. */

/** @import { Bundle, Host, Row } from "../types.js" */

import { followChapter } from "../chapters.js";
import { makeCopying } from "../copying.js";
import { nameRow } from "../counting.js";
import { make, tell } from "../dom.js";
import { leadToCard, leadToPassport } from "../lead.js";
import { drawBrief, drawRich, tellBrief, writeBrief } from "./brief.js";
import { makePinned } from "./pinned.js";
import { findChange, makePin } from "./pins.js";
import { clearTicks, findTicked, tick } from "./ticks.js";
import { makeWatched } from "./watched.js";

const KEPT = "What you watch stands in this page's address: send it, or keep it, and the list is there again.";
const KEPT_IN_NOTEBOOK = "What you watch is in the explorer's traits: explorer.watched and explorer.ticked, to be read and set in Python.";

/** @param {Host} host */
export function makeList(host) {
  const title = make("h3", { tabIndex: -1 }, "My list"), watched = makeWatched(host, () => paint()), pinned = makePinned(host);
  const heading = make("h4", { tabIndex: -1 }, "My paragraphs"), said = make("p.quiet", { role: "status" });
  const about = make("div.about-brief"), briefs = make("div.briefs");
  const copying = makeCopying("Copy the brief", give);
  const print = make("button", { type: "button", hidden: !host.ours, click: () => window.print() }, "Print the brief");
  const clear = make("button", { type: "button", click: () => { clearTicks(host); heading.focus(); } }, "Take all out");
  const acts = make("div.acts", {}, copying, print, clear);
  const chapter = followChapter(host, "list", () => paint());
  const node = make("section.leaf.my-list", {}, title,
    make("p.lead", {}, `${host.ours ? KEPT : KEPT_IN_NOTEBOOK} Tick “my list” on a paragraph to add it.`),
    watched.node, make("section.paragraphs", { "aria-label": "My paragraphs" }, heading, said, acts, about, briefs), pinned.node);

  function give() {
    const bundle = host.bundle();
    if (!bundle) return { plain: "" };
    const told = findTicked(host, bundle).rows.map((row) => tellBrief(row, bundle, chapter.read().chapter));
    const head = tellHead(bundle);
    return {
      plain: [head.join("\n"), ...told.map(writeBrief)].join("\n\n"),
      rich: make("div", {}, ...head.map((words) => make("p", {}, words)), ...told.map(drawRich)),
    };
  }
  /** @param {Row} row */
  function remove(row) {
    const bundle = host.bundle();
    if (bundle) tick(row, bundle, host, false);
    heading.focus();
  }
  let drawn = /** @type {any[]} */ ([]);
  function paint() {
    const bundle = host.bundle();
    if (!bundle) return;
    watched.paint();
    pinned.paint();
    const { rows, elsewhere } = findTicked(host, bundle), { busy, error, chapter: told } = chapter.read();
    const others = elsewhere && `${elsewhere === 1 ? "One of your paragraphs stands" : `${elsewhere} of your paragraphs stand`} in neither of the two drafts: choose its draft above to see it.`;
    tell(said, [!rows.length && !elsewhere && "No paragraph is ticked yet: tick “my list” beside a paragraph in Compare.", others, rows.length && busy && "Looking for asks …", rows.length && error].filter(Boolean).join(" "));
    acts.hidden = !rows.length;
    const now = [bundle, host.state().ticked, told];
    if (now.every((each, at) => each === drawn[at])) return;
    drawn = now;
    about.replaceChildren(...(rows.length ? tellHead(bundle).map((words) => make("p", {}, words)) : []));
    briefs.replaceChildren(...rows.map((row) => drawBrief(tellBrief(row, bundle, told), row, bundle, ...drawActs(row, bundle, host, () => remove(row)))));
  }
  return { node, title, paint };
}

/** The drafts that a brief is about, and what must be said of them. @param {Bundle} bundle */
function tellHead(bundle) {
  const drafts = [bundle.old, bundle.new].map((id) => bundle.drafts.find(({ draft }) => draft === id));
  const titles = drafts.map((draft, at) => draft?.title ?? [bundle.old, bundle.new][at]);
  const cautions = [...new Set(drafts.map((draft) => draft?.caution).filter(Boolean))];
  return [`${titles[0]} → ${titles[1]}`, ...cautions.map((caution) => /** @type {string} */ (caution)), bundle.honest];
}

/**
 * @param {Row} row
 * @param {Bundle} bundle
 * @param {Host} host
 * @param {() => void} remove
 */
function drawActs(row, bundle, host, remove) {
  const gone = row.new_position === null, label = (gone ? row.old_label : row.new_label) || "without a number";
  const [draft, position] = gone ? [bundle.old, row.old_position] : [bundle.new, row.new_position];
  /** @param {string} words @param {string} name @param {() => void} click */
  const button = (words, name, click) => make("button", { type: "button", "aria-label": `${words}${name} paragraph ${label}`, click }, words);
  return [
    button("card", " of", () => leadToCard(host, nameRow(row))),
    button("all drafts", ":", () => leadToPassport(host, draft, /** @type {number} */ (position))),
    makePin(host, `paragraph ${label}`, () => findChange(row, host)),
    button("take out", ":", remove),
  ];
}
