/** What is said of answers that were checked, and all that an exercise accepts or refuses, with the reasons. */

/** @import { Judged } from "./checking.js" */
/** @import { Exercise, Question } from "./taught.js" */

import { make } from "../dom.js";
import { nameValue, tellJudged, tellState } from "./telling.js";

/** @param {Exercise} exercise @param {Question} question @param {Judged} judged */
export function drawVerdicts(exercise, question, judged) {
  const single = judged.verdicts.length === 1 && question.wanted <= 1;
  const rows = judged.verdicts.map((verdict) => {
    const [sign, words] = tellState(verdict);
    return make("li", { "data-state": verdict.state }, make("span.sign", { "aria-hidden": "true" }, `${sign} `), make("strong", {}, `${words}: `),
      single && question.kind === "choose" ? "" : make("span.value", {}, close(nameValue(exercise, question, verdict.value))), verdict.why);
  });
  return [!single && make("p.sum", { "data-right": String(judged.right) }, tellJudged(question, judged)), make("ul.verdicts", {}, ...rows)].filter(Boolean);
}

/** @param {Exercise} exercise @param {Question} question */
export function drawAnswers(exercise, question) {
  const { accepted, traps, kind } = question;
  if (!accepted.length && kind === "write") return [];
  const row = (/** @type {import("./taught.js").Answer} */ { answer, why, sure = "" }, /** @type {"right"|"trap"} */ state) => {
    const [sign, words] = tellState({ state, sure });
    return make("li", { "data-state": state }, make("span.sign", { "aria-hidden": "true" }, `${sign} `), (sure || state === "trap") && make("strong", {}, `${words}: `),
      make("span.value", {}, close(nameValue(exercise, question, answer), kind === "edit")), why);
  };
  const title = kind === "edit" ? "Words that would do" : accepted.length === 1 ? "The accepted answer" : `Accepted answers${question.wanted < accepted.length ? `, of which ${question.wanted} make it whole` : ""}`;
  return [
    make("p.name", {}, title), make("ul.verdicts", {}, ...accepted.map((answer) => row(answer, "right"))),
    ...(traps.length ? [make("p.name", {}, traps.length === 1 ? "A trap" : "Traps"), make("ul.verdicts", {}, ...traps.map((answer) => row(answer, "trap")))] : []),
  ];
}

// Of an answer as long as a paragraph, what tells which it is; an edited paragraph may tell it in its last word.
const LONGEST = 160;

/** The words of an answer as a sentence before its reason. @param {string} words @param {boolean} [whole] */
function close(words, whole = false) {
  const short = words.length > LONGEST && !whole ? `${words.slice(0, words.lastIndexOf(" ", LONGEST))} …` : words;
  return /[.!?…][”"]?$/u.test(short) ? `${short} ` : `${short}. `;
}
