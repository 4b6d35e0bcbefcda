/** One question: how it is answered, checked at once with the why, its hints one by one, its answers shown, begun anew. */

/** @import { Host } from "../types.js" */
/** @import { Answers } from "./exercise.js" */
/** @import { Exercise, Question } from "./taught.js" */
/** @typedef {{node: HTMLElement, first: () => HTMLElement|undefined, paint: (given: import("./progress.js").Given) => void,
 *   check?: () => Promise<{right: boolean, told: string}>}} Body */

import { make, tell } from "../dom.js";
import { judge } from "./checking.js";
import { makeChoosing } from "./choosing.js";
import { makeEditing } from "./editing.js";
import { makeLabelling } from "./labelling.js";
import { makeMarking } from "./marking.js";
import { makePicking } from "./picking.js";
import { isBegun } from "./progress.js";
import { drawAnswers, drawVerdicts } from "./revealing.js";
import { nameCount, partText, tellJudged } from "./telling.js";
import { makeWriting } from "./writing.js";

/**
 * @param {Host} host
 * @param {Exercise} exercise
 * @param {Question} question
 * @param {Answers} answers
 */
export function makeQuestion(host, exercise, question, answers) {
  const { id, kind, hints, wanted } = question, [ask, ...more] = partText(question.ask), lettered = exercise.questions.length > 1;
  const body = makeBody(), several = wanted > 1 && kind !== "choose";
  const result = make("div.result", { role: "status" }), key = make("div.key", { tabIndex: -1 }), taken = make("ol.hints");
  const button = (/** @type {string} */ words, /** @type {() => void} */ click) => make("button", { type: "button", click }, words);
  const checks = button("Check", check), hint = button("A hint", takeHint), shows = button(kind === "write" ? "Show what came" : "Show the answers", reveal), anew = button("Begin anew", reset);
  checks.classList.add("save");
  checks.hidden = kind === "write";
  const acts = make("div.acts", {}, checks, hint, shows, anew);
  const node = make("fieldset.asked", { "data-question": id, "data-kind": kind },
    make("legend", {}, lettered && make("span.letter", {}, `${id}. `), ask), ...more.map((words) => make("p.more-asked", {}, words)), several && make("p.quiet", {}, `${nameCount(wanted)[0].toUpperCase()}${nameCount(wanted).slice(1)} are wanted.`),
    body.node, acts, taken, result, key);
  let drawn = "", said = "";

  /** @returns {Body} */
  function makeBody() {
    if (kind === "choose") return makeChoosing(question, answers);
    if (kind === "pick") return makePicking(question, answers, exercise);
    if (kind === "mark") return makeMarking(question, answers, exercise);
    if (kind === "label") return makeLabelling(question, answers, () => check());
    return kind === "edit" ? makeEditing(host, question, answers) : makeWriting(host, question, answers);
  }
  async function check() {
    const { given } = answers.read(id);
    if (!body.check) return answers.change(question, given.length ? { checked: true, right: judge(question, given).right } : {}, drawNothing);
    said = "Asking the workbook …";
    drawn = "";
    paint();
    const told = await body.check();
    said = told.told;
    drawn = "";
    answers.change(question, { checked: true, right: told.right });
  }
  /** Nothing was given: that is said, and nothing is kept of it. */
  function drawNothing() {
    if (answers.read(id).given.length || body.check) return;
    result.replaceChildren(make("p.sum", {}, tellJudged(question, judge(question, []))));
  }
  function takeHint() {
    const now = Math.min(hints.length, answers.read(id).hints + 1);
    answers.change(question, { hints: now });
    /** @type {HTMLElement|null} */ (taken.lastElementChild)?.focus();
  }
  function reveal() {
    answers.change(question, { revealed: true });
    key.focus();
  }
  function reset() {
    said = "";
    answers.reset(question);
    body.first()?.focus();
  }
  function paint() {
    const given = answers.read(id), shown = host.state().hints === "no" ? 0 : Math.min(given.hints, hints.length);
    body.paint(given);
    hint.hidden = host.state().hints === "no" || shown >= hints.length;
    tell(hint, hints.length > 1 ? `A hint (${shown + 1} of ${hints.length})` : "A hint");
    shows.hidden = given.revealed;
    anew.hidden = !isBegun(given);
    while (taken.childElementCount > shown) taken.lastElementChild?.remove();
    while (taken.childElementCount < shown) taken.append(make("li", { tabIndex: -1 }, hints[taken.childElementCount]));
    taken.hidden = !shown;
    node.dataset.state = given.right ? "right" : given.checked ? "checked" : "";
    const now = JSON.stringify([given, said]);
    if (now === drawn) return;
    drawn = now;
    result.replaceChildren(...drawResult(given));
    key.replaceChildren(...(given.revealed ? drawAnswers(exercise, question) : []));
  }
  /** @param {import("./progress.js").Given} given */
  function drawResult({ given, checked, right }) {
    if (body.check) return said || checked ? [make("p.sum", { "data-right": String(right) }, said || (right ? "That is it: all that was wanted is there." : "Not all that is wanted was there."))] : [];
    return checked ? drawVerdicts(exercise, question, judge(question, given)) : [];
  }
  return { node, paint };
}
