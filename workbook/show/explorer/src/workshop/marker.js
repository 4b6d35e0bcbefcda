/** Words chosen with the pointer or by touch, as a browser lets one choose them, and the button that marks them. */

/** @import { Exercise } from "./taught.js" */
/** @import { Answers } from "./exercise.js" */
/** @import { Mark } from "./checking.js" */

import { make, tell } from "../dom.js";
import { cutText, findWords } from "./checking.js";
import { findPassage } from "./telling.js";

// As much of the chosen words as the bar repeats.
const SHOWN = 90;

/**
 * @param {Exercise} exercise
 * @param {Answers} answers
 * @param {(words: string) => void} say
 */
export function makeMarker(exercise, answers, say) {
  const quoted = make("span.quoted-words"), acts = make("span.acts");
  const node = make("div.marker", { hidden: true }, quoted, acts);
  const marking = exercise.questions.filter(({ kind }) => kind === "mark");
  let follows = false;

  /** @param {HTMLElement} material */
  function look(material) {
    const chosen = findChosen(material, exercise), asked = marking.filter(({ draft }) => draft === chosen?.draft);
    node.hidden = !chosen || !asked.length;
    if (!chosen || !asked.length) return;
    tell(quoted, chosen.words.length > SHOWN ? `“${chosen.words.slice(0, SHOWN)} …”` : `“${chosen.words}”`);
    acts.replaceChildren(...asked.map((question) => make("button.save", {
      type: "button",
      pointerdown: (/** @type {Event} */ event) => event.preventDefault(), // a press would undo the choice
      click: () => {
        answers.mark(question, chosen.mark, say);
        getSelection()?.removeAllRanges();
        node.hidden = true;
      },
    }, exercise.questions.length > 1 ? `Mark for ${question.id}` : "Mark these words")));
  }
  return {
    node,
    /** Looks for chosen words as long as these texts are on the page. @param {HTMLElement} material */
    follow(material) {
      if (follows || !marking.length) return;
      follows = true;
      document.addEventListener("selectionchange", function hear() {
        if (material.isConnected) return look(material);
        document.removeEventListener("selectionchange", hear);
        follows = false;
      });
    },
  };
}

/**
 * Which words of which paragraph are chosen, whole words always; null where none of ours are.
 * @param {HTMLElement} material
 * @param {Exercise} exercise
 * @returns {{draft: string, words: string, mark: Mark}|null}
 */
function findChosen(material, exercise) {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  // Of words in several paragraphs those in the first count.
  const texts = /** @type {HTMLElement[]} */ ([...material.querySelectorAll(".text[data-name]")]).filter((each) => range.intersectsNode(each));
  const text = texts.find((each) => each.contains(range.startContainer)) ?? texts[0];
  if (!text) return null;
  const { draft = "", name = "" } = text.dataset, whole = findPassage(exercise, draft, name)?.text ?? "";
  const start = text.contains(range.startContainer) ? measure(text, range.startContainer, range.startOffset) : 0;
  const end = text.contains(range.endContainer) ? measure(text, range.endContainer, range.endOffset) : [...whole].length;
  const words = findWords(whole).filter(([from, to]) => from < end && to > start);
  if (!words.length) return null;
  const mark = { paragraph: name, start: words[0][0], end: words[words.length - 1][1] };
  return { draft, mark, words: cutText(whole, mark.start, mark.end) };
}

/** How many code points of a paragraph stand before a place in it. @param {Node} text @param {Node} place @param {number} offset */
function measure(text, place, offset) {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(place, offset);
  return [...before.toString()].length;
}
