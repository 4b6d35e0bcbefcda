/** One tag in full: where its mentions came and went, which paragraphs inherit it, and which words count. */

/** @import { Host, Row } from "../types.js" */
/** @import { Chapter, Mention, Scheme, Tag, TermFound, Travel } from "./tab.js" */

import { countParagraphs, nameRow } from "../counting.js";
import { make, sightOf } from "../dom.js";
import { NO_FILTERS } from "../state.js";
import { count, numberOf } from "./numbers.js";

/** @param {Host} host */
export function makeDetail(host) {
  const node = make("section.detail", { "aria-label": "One of them in full", tabIndex: -1 });
  let drawn = /** @type {Tag|null|undefined} */ (undefined);
  return {
    node,
    /** Brings it into sight where it is not. */
    reveal() {
      const { top, height } = sightOf(node), at = node.getBoundingClientRect().top - top;
      if (at < 0 || at > height * 0.75) node.scrollIntoView({ block: "start" });
    },
    /** @param {Tag|null} tag @param {Scheme} scheme @param {Chapter} told */
    paint(tag, scheme, told) {
      if (drawn === tag) return;
      drawn = tag;
      node.replaceChildren(...(tag ? drawTag(tag, scheme, told, host) : [make("p.note", {}, "Choose a row: here you then read which words came and went, in which paragraphs, and which words count.")]));
    },
  };
}

/** @param {Tag} tag @param {Scheme} scheme @param {Chapter} told @param {Host} host */
function drawTag(tag, scheme, told, host) {
  const filter = scheme.scheme === "objective" ? "objective" : "theme", rows = rowsOf(host, tag.tag, filter);
  const inherited = tag.travels.filter(([standing]) => standing === "inherited"), lost = tag.travels.filter(([standing]) => standing === "lost");
  const entered = tag.travels.filter(([, entered]) => entered), moved = tag.travels.filter(([standing, , moved]) => standing === "own" && moved);
  /** @param {string} words @param {Travel[]} travels */
  const section = (words, travels) => (travels.length ? [make("h5", {}, words), drawTravels(travels, tag.tag, filter, host)] : []);
  return [
    make("h4", {}, tag.short), tag.title === tag.short ? "" : make("p.full", {}, tag.title),
    make("p", {}, tellNumbers(tag, told)),
    rows.length
      ? make("p", {}, make("button", { type: "button", click: () => host.choose({ ...NO_FILTERS, [filter]: tag.tag, tab: "compare", paragraph: "" }) }, `Read its ${count(countParagraphs(rows), "paragraph")} in Compare`))
      : make("p.note", {}, "No paragraph of these drafts names it."),
    ...(tag.came.length ? [make("h5", {}, "Mentions that came and went"), drawMentions(tag, filter, told, host)] : []),
    ...section("Paragraphs that inherit it", inherited), ...section("Paragraphs that lost it", lost),
    ...section("Paragraphs where it is new", entered), ...section("Paragraphs that it moved with", moved),
    drawTerms(tag, scheme, host),
  ];
}

/** @param {Tag} tag @param {Chapter} told */
function tellNumbers(tag, told) {
  /** @param {string} name */
  const take = (name) => numberOf(tag, told, name);
  /** @param {string} what */
  const nobodys = (what) => (told.told && take(`${what}_unknown`) ? `, ${take(`${what}_unknown`)} of them of no known hand` : "");
  return `Mentions: ${take("mentions_in")} put in and ${take("mentions_out")} struck${nobodys("mentions")}. Words of whatever kind, in paragraphs about it: ${take("words_in")} put in and ${take("words_out")} struck${nobodys("words")}. It is named in ${count(take("own"), "paragraph")} of the newer draft.`;
}

/** @param {Host} host @param {string} tag @param {"objective"|"theme"} filter */
function rowsOf(host, tag, filter) {
  const bundle = host.bundle();
  const at = bundle?.tags.findIndex((each) => each.tag === tag && (each.scheme === "objective") === (filter === "objective"));
  return bundle?.rows.filter((row) => row.tags.some(([own]) => own === at)) ?? [];
}

/**
 * A paragraph's number, which leads to its card; among those of the tag where it is one of them.
 * @param {string} side
 * @param {number|null} position
 * @param {string} label
 * @param {string} tag
 * @param {"objective"|"theme"} filter
 * @param {Host} host
 */
function drawLabel(side, position, label, tag, filter, host) {
  const row = host.bundle()?.rows.find((each) => each[side === "old" ? "old_position" : "new_position"] === position), words = label || "unnumbered";
  if (!row) return make("span.to-card", {}, words);
  const own = rowsOf(host, tag, filter).includes(row) ? { [filter]: tag } : {};
  return make("button.to-card", { type: "button", title: "to this paragraph in Compare", click: () => host.choose({ ...NO_FILTERS, ...own, tab: "compare", paragraph: nameRow(row) }) }, words);
}

/** @param {Tag} tag @param {"objective"|"theme"} filter @param {Chapter} told @param {Host} host */
function drawMentions({ tag, came }, filter, told, host) {
  /** @type {Map<string, Mention[]>} */
  const groups = new Map();
  for (const mention of came) {
    const key = `${mention[0]} ${mention[1]}`;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  return make("ul.came", {}, ...[...groups.values()].map((mentions) => {
    const [put, position, label] = mentions[0], whose = told.told ? [...new Set(mentions.map(([, , , , name, grade]) => (name ? `${name}, ${grade}` : "whose: not known")))] : [];
    return make("li", {}, drawLabel(put ? "new" : "old", position, label, tag, filter, host), make("span.way", {}, put ? " put in: " : " struck: "),
      ...mentions.flatMap(([, , , words], at) => [at ? ", " : "", make(put ? "ins" : "del", {}, words)]),
      whose.length ? make("span.whose", {}, ` (${whose.join("; ")})`) : "");
  }));
}

/** @param {Travel[]} travels @param {string} tag @param {"objective"|"theme"} filter @param {Host} host */
const drawTravels = (travels, tag, filter, host) => make("ul.travels", {}, ...travels.map(([, , , position, label, older, olderLabel, , reason]) =>
  make("li", {}, position === null ? drawLabel("old", older, olderLabel, tag, filter, host) : drawLabel("new", position, label, tag, filter, host), ` ${reason}`)));

/** @param {Tag} tag @param {Scheme} scheme @param {Host} host */
function drawTerms({ terms }, scheme, host) {
  const found = terms.filter(([, , , , old, neu]) => old + neu), absent = terms.filter(([, , , , old, neu]) => !(old + neu)).map(([term]) => term);
  const bundle = host.bundle(), titles = [bundle?.old, bundle?.new].map((draft) => host.drafts().find((each) => each.draft === draft)?.title ?? "");
  /** @param {TermFound} term */
  const drawTerm = ([term, pattern, except, points, old, neu, words]) => make("tr", {},
    make("th", { scope: "row", title: `Pattern: ${pattern}${except ? `; but not in: ${except}` : ""}` }, term, points === null ? "" : make("span.points", {}, points >= 4 ? " strong cue" : " faint cue")),
    make("td", {}, String(old)), make("td", {}, String(neu)), make("td.words", {}, words.join(", ")));
  return make("details.terms", {}, make("summary", {}, "Which words count"),
    make("p.note", {}, `${count(terms.length, "term")} stand for it${scheme.note ? "; counted where a paragraph is about it" : ""}. You may disagree: the list is a file that can be changed (data/lexicon).`),
    found.length ? make("table", {}, make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "term"), make("th", { scope: "col", title: titles[0] }, "older draft"), make("th", { scope: "col", title: titles[1] }, "newer draft"), make("th", { scope: "col" }, "found as"))),
      make("tbody", {}, ...found.map(drawTerm))) : "",
    absent.length ? make("p.note", {}, `In neither draft: ${absent.join(", ")}.`) : "");
}
