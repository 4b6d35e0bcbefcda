/** The texts of an exercise, to be read; in them paragraphs are picked and words marked, where a question asks for it. */

/** @import { Exercise, Question, Shown } from "./taught.js" */
/** @import { Answers } from "./exercise.js" */

import { freshId, make, tell } from "../dom.js";
import { makePattern } from "../searching.js";
import { nameShown } from "./checking.js";
import { spellLabel } from "./labels.js";
import { makeMarker } from "./marker.js";
import { makePassage } from "./passage.js";

// As many paragraphs are read from the first to the last; in more of them one looks for words.
const FEW = 12;
/** @typedef {Exercise["material"][number]} Text */

/**
 * @param {Exercise} exercise
 * @param {Answers} answers
 * @param {boolean} wide  on a narrow page long texts are folded at first: the questions stand below them
 */
export function makeMaterial(exercise, answers, wide) {
  const { material, beside, questions } = exercise;
  const status = make("p.unseen", { role: "status" }), say = (/** @type {string} */ words) => tell(status, words);
  /** @type {ReturnType<typeof makePassage>[]} */
  const passages = [];
  /** @param {Text} text @param {Shown} shown @param {boolean} [titled] */
  const draw = (text, shown, titled) => {
    const passage = makePassage({ exercise, answers, text, shown, say, asked: questions.filter(({ draft, kind }) => draft === text.draft && (kind === "pick" || kind === "mark")), titled });
    passages.push(passage);
    return passage.node;
  };
  const count = material.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0), open = wide || count <= FEW;
  const texts = beside && material.length > 1
    ? [make("details.texts.beside", { open }, make("summary", {}, `${material.map(({ title, draft }) => title || draft).join(", beside ")} · ${countParagraphs(Math.max(...material.map(({ paragraphs }) => paragraphs.length)))}`),
      make("div.row.heads", { "aria-hidden": "true" }, ...material.map(({ title, draft }) => make("p", {}, title || draft))),
      ...alignTexts(material).map((row) => make("div.row", {}, ...row.map((shown, at) => (shown ? draw(material[at], shown, true) : drawNone(material[at]))))))]
    : material.map((text) => make("details.texts", { open }, make("summary", {}, nameText(text)), ...text.paragraphs.map((shown) => draw(text, shown))));
  const marker = makeMarker(exercise, answers, say);
  const search = count > FEW ? makeSearch(passages) : null;
  const node = make("section.material", { "aria-label": "Texts to read" }, search, ...texts, marker.node, status);
  return {
    node,
    paint() {
      marker.follow(node);
      for (const passage of passages) passage.paint();
    },
  };
}

/** @param {Text} text */
const nameText = ({ title, draft, paragraphs }) => `${title || draft} · ${countParagraphs(paragraphs.length)}`;

/** @param {number} count */
const countParagraphs = (count) => (count === 1 ? "one paragraph" : `${count} paragraphs`);

/** @param {Text} text */
const drawNone = ({ title, draft }) => make("div.passage.absent", {}, make("p.quiet", {}, `No paragraph of this number in ${title || draft}`));

/**
 * Rows of paragraphs of one number; what only a later text has stands behind what stands before it there.
 * @param {Text[]} material
 * @returns {(Shown|null)[][]}
 */
export function alignTexts(material) {
  /** @type {(Shown|null)[][]} */
  const rows = [];
  material.forEach(({ paragraphs }, side) => {
    let last = -1;
    for (const shown of paragraphs) {
      const name = spellLabel(nameShown(shown));
      const same = rows.findIndex((row) => !row[side] && row.some((each) => each && spellLabel(nameShown(each)) === name));
      const at = same >= 0 ? same : last + 1;
      if (same < 0) rows.splice(at, 0, material.map(() => null));
      rows[at][side] = shown;
      last = at;
    }
  });
  return rows;
}

/**
 * A field that leaves the paragraphs with these words.
 * @param {ReturnType<typeof makePassage>[]} passages
 */
function makeSearch(passages) {
  const id = freshId("look"), said = make("span.count", { role: "status" });
  const field = make("input", { id, type: "search", autocomplete: "off", input: look });
  function look() {
    const pattern = makePattern(field.value);
    const left = passages.filter((passage) => {
      const holds = !pattern || passage.text.search(pattern) >= 0;
      passage.node.hidden = !holds;
      return holds;
    });
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (field.closest(".material").querySelectorAll(".row:not(.heads)"))) row.hidden = [...row.children].every((each) => each.classList.contains("absent") || /** @type {HTMLElement} */ (each).hidden);
    if (pattern) for (const texts of field.closest(".material").querySelectorAll("details")) texts.open = true;
    tell(said, pattern ? `${left.length} of ${passages.length} paragraphs` : "");
  }
  return make("div.look-in", {}, make("label", { htmlFor: id }, "Look for words in these texts"), field, said);
}
