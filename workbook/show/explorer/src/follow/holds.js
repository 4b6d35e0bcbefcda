/** What a paragraph holds, draft by draft: commitments, objectives and themes, sources; said once where they stay. */

/** @import { Chapter, Clause, Step } from "./types.js" */

import { make } from "../dom.js";

/**
 * @param {Chapter} chapter
 * @param {Step[]} path
 * @param {string} honest  what sentences on commitments do not say
 */
export function drawHolds(chapter, path, honest) {
  const stands = path.filter(({ box }) => box), scale = chapter.own_scale ? " (your scale)" : "";
  return make("section.holds", {},
    make("h5", {}, `Commitments${scale}`),
    drawBy(chapter, stands, ({ clauses }) => clauses.map((clause) => tellClause(chapter, clause)), "no clause that says who promises or asks"),
    make("details.evidence", {}, make("summary", {}, "what a rung does not say"), make("p", {}, honest)),
    make("h5", {}, "Objectives, principles and themes"),
    drawBy(chapter, stands, ({ tags }) => tags.map(([at, matches]) => ({ words: chapter.tags[at].short, title: `Found by: ${matches.join(", ")}` })), "none that the lists find"),
    make("h5", {}, "Sources that it names"),
    drawBy(chapter, stands, ({ sources }) => sources.map((words) => ({ words })), "none"));
}

/** @typedef {{words: string, title?: string}} Fact */

/**
 * A list of facts a draft; drafts that say the same stand together, and what came or went is marked.
 * @param {Chapter} chapter
 * @param {Step[]} stands
 * @param {(box: import("./types.js").Box) => Fact[]} tell
 * @param {string} none
 */
function drawBy(chapter, stands, tell, none) {
  /** @type {{titles: string[], facts: Fact[]}[]} */
  const groups = [];
  for (const { at, box } of stands) {
    const facts = box ? tell(box) : [], last = groups[groups.length - 1], title = chapter.drafts[at].title;
    if (last && wordsOf(last.facts).join("\n") === wordsOf(facts).join("\n")) last.titles.push(title);
    else groups.push({ titles: [title], facts });
  }
  return make("dl.by", {}, ...groups.flatMap(({ titles, facts }, at) => {
    const before = at ? wordsOf(groups[at - 1].facts) : null, now = wordsOf(facts);
    const gone = (before ?? []).filter((words) => !now.includes(words));
    const shown = facts.map(({ words, title }) => (before && !before.includes(words)
      ? make("li.came", { title }, make("span.sign", { role: "img", "aria-label": "new" }, "+"), words) : make("li", { title }, words)));
    const lost = gone.map((words) => make("li.went", {}, make("span.sign", { role: "img", "aria-label": "gone" }, "−"), words));
    return [make("dt", {}, titles.join(" · ")), make("dd", {}, facts.length || gone.length ? make("ul", {}, ...shown, ...lost) : none)];
  }));
}

/** @param {Fact[]} facts */
const wordsOf = (facts) => facts.map(({ words }) => words);

/** @param {Chapter} chapter @param {Clause} clause @returns {Fact} */
function tellClause({ rungs }, [, , phrase, rung, other, listed, hedges, boosters]) {
  const stands = other === null ? `rung ${rung} (${rungs[rung]})` : `two verbs side by side, rungs ${rung} and ${other}: the file cannot say which is live`;
  const told = [listed ? stands : `${stands}, assumed: the scale does not list this act`,
    hedges.length && `${hedges.length === 1 ? "caveat" : "caveats"} “${hedges.join("”, “")}”`,
    boosters.length && `${boosters.length === 1 ? "emphasis" : "emphases"} “${boosters.join("”, “")}”`];
  return { words: `“${phrase}”: ${told.filter(Boolean).join("; ")}` };
}
