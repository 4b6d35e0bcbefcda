/** A paragraph that is edited towards a goal: the workbook's engine says what the edit moves, and whether that is it. */

/** @import { Host } from "../types.js" */
/** @import { Answers } from "./exercise.js" */
/** @import { Given } from "./progress.js" */
/** @import { Question } from "./taught.js" */

import { freshId, make } from "../dom.js";
import { makeEffects } from "./effects.js";

// As much as one writes into a paragraph.
const MOST = 6_000;

/** @param {Host} host @param {Question} question @param {Answers} answers */
export function makeEditing(host, question, answers) {
  const { paragraph, draft, goal } = question, own = paragraph?.text ?? "";
  const id = freshId("edit"), rows = Math.min(14, Math.max(5, Math.round(own.length / 80)));
  const field = make("textarea.own-words", { id, rows, maxLength: MOST, input: () => { answers.change(question, { text: field.value === own ? "" : field.value }); ask(); } });
  const effects = makeEffects(host);
  const edit = () => ({ draft, position: paragraph?.position ?? 0, text: field.value, apart: true, goal });
  const ask = () => paragraph && effects.ask(edit());
  return {
    node: make("div.editing", {},
      make("label", { htmlFor: id }, `Paragraph ${paragraph?.label ?? ""}, as you would have it`), field,
      make("details", {}, make("summary", {}, "As it stands"), make("p.text", {}, own)), effects.node),
    first: () => field,
    /** Whether all that is wanted is there; what is to be said of it. @returns {Promise<{right: boolean, told: string}>} */
    async check() {
      if (!host.take) return { right: false, told: "Whether that is it, the workbook's dashboard can tell; this page stands alone. “Show the answers” has words that would do." };
      const { error, chapter } = await host.chapter("bench", edit());
      if (error || !chapter) return { right: false, told: error || "The workbook has not answered. Try again." };
      const met = chapter.goal.filter((/** @type {any} */ part) => part.met).length, whole = chapter.goal.length, right = whole > 0 && met === whole;
      return { right, told: right ? "That is it: all that is wanted is there." : `Not yet: ${met} of ${whole} ${whole === 1 ? "goal" : "goals"} met. The signs above say which.` };
    },
    /** @param {Given} given */
    paint({ text }) {
      const words = text || own;
      if (field.value !== words && document.activeElement !== field) field.value = words;
      if (text && host.take && !effects.told()) ask();
      if (!text && document.activeElement !== field) effects.clear();
    },
  };
}
