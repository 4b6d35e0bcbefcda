/** The passport of a paragraph: its numbers through all drafts, what links them and why, and what it holds. */

/** @import { Host } from "../types.js" */
/** @import { Told } from "../chapters.js" */
/** @import { Chapter, Link, Step, Stop } from "./types.js" */

import { make, unseen } from "../dom.js";
import { makeAgainst } from "./against.js";
import { leadToBench } from "../lead.js";
import { drawAges } from "./ages.js";
import { drawHolds } from "./holds.js";
import { endsOf, linksFrom, linksInto, nameStop, pathOf } from "./paths.js";

/**
 * @param {Host} host
 * @param {(drafts: string[]) => Told} ask
 */
export function makePassport(host, ask) {
  const title = make("h4", { tabIndex: -1 }), against = makeAgainst(host, ask), node = make("article.passport", { "aria-label": "Passport of the paragraph" });
  let shown = "";
  /** @type {Chapter|null} */
  let from = null;

  /** @param {Chapter} chapter @param {Stop} stop */
  function draw(chapter, stop) {
    const path = pathOf(chapter, stop), place = chapter.drafts[stop.at];
    title.replaceChildren(unseen("Paragraph "), make("span.label", {}, stop.box.label || "¶"), make("span.in", {}, `in ${place.title}`));
    const amend = make("button", { type: "button", title: "Amend it on the bench: see what each word moves", click: () => leadToBench(host, place.draft, stop.box.position) }, "Amend", unseen(` paragraph ${stop.box.label || "without a number"}`));
    against.paint(chapter, stop);
    node.replaceChildren(
      make("div.bar", {}, title, amend, make("button.away", { type: "button", "aria-label": "Close the passport", click: () => host.choose({ followed: "" }) }, "×")),
      ...tellFlags(chapter, stop),
      drawPath(chapter, path, stop, host),
      against.node,
      drawAges(chapter, stop),
      drawHolds(chapter, path, host.bundle()?.honest ?? ""));
  }
  return {
    node,
    title,
    /** Whether another paragraph is on show than before. @param {Chapter} chapter @param {Stop} stop */
    paint(chapter, stop) {
      const now = nameStop(chapter, stop), turned = now !== shown || chapter !== from;
      if (turned) draw(chapter, stop);
      else against.renew();
      [shown, from] = [now, chapter];
      return turned;
    },
    /** @param {string} words  what to do where no paragraph is chosen */
    clear(words) {
      if (!shown && node.textContent === words) return;
      [shown, from] = ["", null];
      node.replaceChildren(make("p.hint", {}, words));
    },
  };
}

/**
 * Where a number says one thing and the words another.
 * @param {Chapter} chapter
 * @param {Stop} stop
 */
function tellFlags(chapter, stop) {
  if (!linksInto(chapter, stop).some(({ misleads }) => misleads)) return [];
  const before = chapter.drafts[stop.at - 1], former = before.boxes.find(({ label }) => label === stop.box.label);
  const next = former && linksFrom(chapter, { at: stop.at - 1, box: former }).filter(({ kind }) => kind !== "fragment").map((link) => endsOf(chapter, link)[1].box.label || "¶");
  const went = !former ? "" : next?.length ? ` What was ${former.label} there is ${next.join(" and ")} here.` : ` What was ${former.label} there is gone here.`;
  return [make("p.caution", {}, make("strong", {}, "The number misleads. "),
    former ? `In ${before.title}, ${stop.box.label} was another paragraph.${went}` : `The number that the draft announces for it was another paragraph's in ${before.title}.`)];
}

/**
 * A row a draft: its number there, what became of it, and on what evidence.
 * @param {Chapter} chapter
 * @param {Step[]} path
 * @param {Stop} stop
 * @param {Host} host
 */
function drawPath(chapter, path, stop, host) {
  const rows = path.map((step) => {
    const here = step.at === stop.at, title = chapter.drafts[step.at].title;
    return make("tr", { "aria-current": here ? "true" : null, "data-as": step.as },
      make("th", { scope: "row" }, title),
      make("td.number", {}, step.box ? (here ? make("strong", {}, step.box.label || "¶") : drawStop(chapter, { at: step.at, box: step.box }, host)) : "—"),
      make("td", {}, ...tellStep(chapter, step, path, host)));
  });
  return make("section", {}, make("h5", {}, "Through the drafts"), make("table.plain.path", {},
    make("caption.unseen", {}, "Its number in each draft, and what became of it"),
    make("thead", {}, make("tr", {}, ...["draft", "number", "what became of it"].map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...rows)));
}

/** A way to another passport. @param {Chapter} chapter @param {Stop} stop @param {Host} host */
const drawStop = (chapter, stop, host) => make("button.stop", { type: "button", title: `Its passport in ${chapter.drafts[stop.at].title}`, click: () => host.choose({ followed: nameStop(chapter, stop) }) },
  unseen("paragraph "), stop.box.label || "¶");

/**
 * @param {Chapter} chapter
 * @param {Step} step
 * @param {Step[]} path
 * @param {Host} host
 */
function tellStep(chapter, { at, box, as }, path, host) {
  if (!box) return [make("p", {}, as === "before" ? "no paragraph is like it" : "gone")];
  const stop = { at, box }, links = linksInto(chapter, stop), next = path[at + 1]?.box;
  const part = as === "part" ? `part of ${box.label || "it"}: ` : as === "into" ? `went into ${box.label || "it"}: ` : "";
  const fates = links.map((link) => drawLink(chapter, link, part));
  if (!links.length) fates.push(make("p", {}, part, at ? `new, ${box.words} words` : `the first draft here, ${box.words} words`));
  const apart = linksFrom(chapter, stop).map((link) => endsOf(chapter, link)[1]).filter((other) => other.box !== next);
  return [...fates, apart.length > 0 && make("p.facts", {}, `In ${chapter.drafts[at + 1].title}, words of it also stand in `, ...apart.flatMap((other, place) => [place ? ", " : "", drawStop(chapter, other, host)]))];
}

/** @param {Chapter} chapter @param {Link} link @param {string} part */
function drawLink(chapter, link, part) {
  const [, { box }] = endsOf(chapter, link), weight = link.carried === null || !box.share ? "" : `; ${link.carried} of its ${box.words} words were there before`;
  return make("div", {}, make("p", {}, part, make("span.relation", {}, chapter.said[link.told]), weight),
    make("p.facts", {}, `linked by: ${chapter.said[link.why]}`));
}
