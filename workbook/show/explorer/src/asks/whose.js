/** "Who wrote these words?": what the files say; where they do not say, that, and what they do say. */

/** @import { Host } from "../types.js" */

import { freshId, make, tell } from "../dom.js";

// As `show/answers.py` names it.
const STATE = "a State";

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("../chapters.js").followChapter>} chapter
 * @param {() => void} repaint
 */
export function makeWhose(host, chapter, repaint) {
  const ids = ["words", "label", "hand"].map(freshId), title = make("h4", { tabIndex: -1 }, "Who wrote these words?");
  const words = make("input", { id: ids[0], type: "text", maxLength: 400, required: true, autocomplete: "off" });
  const label = make("input", { id: ids[1], type: "text", maxLength: 40, autocomplete: "off", size: 10 });
  const hand = make("select", { id: ids[2] }), said = make("p.told", { role: "status" }), answer = make("div.answer");
  let asked = /** @type {Record<string, string>|null} */ (null), listed = "", shown = /** @type {any} */ (null);
  const node = make("section.question", {}, title,
    make("p", {}, "Whose words they are is answered from the marks and from letters alone. Who would gain from them is no evidence."),
    make("form", { submit: (/** @type {Event} */ event) => { event.preventDefault(); asked = { words: words.value.trim(), label: label.value.trim(), hand: hand.value }; repaint(); } },
      make("label", { htmlFor: ids[0] }, "The words"), words,
      make("label", { htmlFor: ids[1] }, "In paragraph (or anywhere)"), label,
      make("label", { htmlFor: ids[2] }, "Was it"), hand, make("button", { type: "submit" }, "Ask")),
    said, answer);
  return {
    node,
    title,
    /** @param {any} base */
    paint(base) {
      const now = JSON.stringify(base.hands), chosen = hand.value;
      if (now !== listed) {
        hand.replaceChildren(make("option", { value: "" }, "whoever it was"), ...base.hands.map((/** @type {string[]} */ [id, name]) => make("option", { value: id }, name)), make("option", { value: STATE }, STATE));
        hand.value = listed ? chosen : "";
        listed = now;
      }
      const told = asked ? chapter.read(asked) : null;
      tell(said, told ? told.error || (told.busy ? "Looking through the drafts …" : told.chapter.answer.sentence) : "");
      said.dataset.verdict = told?.chapter?.answer.verdict ?? "";
      if (told?.chapter !== shown) answer.replaceChildren(...(told?.chapter ? drawSaid(told.chapter.answer) : []));
      shown = told?.chapter;
    },
  };
}

/** @param {{said: string[], grade: string|null}} answer */
const drawSaid = ({ said }) => (said.length ? [make("p.quiet", {}, "What the files do say:"), make("ul", {}, ...said.map((words) => make("li", {}, words)))] : []);
