/** The effects of an edit, drawn: each with the words that it rests on, and signs beside the colours. */

/** @import { Host } from "../types.js" */
/** @import { Agreed, Balance, Effects, Met, Step, Theme } from "./effects.js" */

import { make, unseen } from "../dom.js";
import { drawSpan } from "../redline.js";

const YOURS = "by your scale";
const NO_CLAUSE = "No clause is on the scale: nobody says “we …” with one of its verbs.";
const UNKNOWN = "No reference text is known: whether agreed language is broken cannot be told.";

/**
 * @param {Effects} effects
 * @param {Host} host
 * @returns {HTMLElement[]}
 */
export function drawEffects(effects, host) {
  const own = host.state().scale !== "", { goal, sentence, spans } = effects;
  return [
    ...(goal.length ? [drawGoal(goal)] : []),
    make("p.sentence", {}, sentence),
    drawWords(spans),
    make("dl.facts-moved", {},
      ...fact("Commitment", ...drawRungs(effects, own)),
      ...fact("Caveats", ...drawBalance(effects.hedges, quote, "no caveat came or went")),
      ...fact("Emphases", ...drawBalance(effects.boosters, quote, "no emphasis came or went")),
      ...fact("Themes and objectives", ...drawBalance(effects.themes, nameTheme, "none came or went"), ...drawKept(effects.themes.kept ?? [])),
      ...fact("Sources", ...drawBalance(effects.sources, (place) => [place], "none came or went")),
      ...fact("Agreed language", ...drawAgreed(effects.agreed, host))),
  ];
}

/** What an exercise wants, and what of it is there. @param {Met[]} goal */
const drawGoal = (goal) => make("ul.goal", { "aria-label": "What is wanted" }, ...goal.map(({ met, told }) =>
  make("li", { "data-met": String(met) }, make("span.sign", { "aria-hidden": "true" }, met ? "✓" : "○"), make("span", {}, told))));

/** The redline. @param {Effects["spans"]} spans */
function drawWords(spans) {
  const bundle = /** @type {any} */ ({ told: [] }); // no marks tell of hands here
  return make("p.text", {}, ...spans.flatMap(([op, old, neu, weight]) => drawSpan(op === "equal" ? neu : [old, neu, weight === "form" ? 1 : 0], bundle, [])));
}

/** @param {string} name @param {...(HTMLElement|string)} told */
const fact = (name, ...told) => [make("dt", {}, name), make("dd", {}, ...told)];

/** @param {Effects} effects @param {boolean} own */
function drawRungs({ highest: [before, after], clauses, trail }, own) {
  const scale = own ? ` (${YOURS})` : "", steps = trail.filter(isMoved).map(drawStep);
  if (!clauses.old.length && !clauses.new.length) return [make("p.quiet", {}, NO_CLAUSE)];
  const rung = (/** @type {number} */ number, /** @type {unknown[]} */ of) => (of.length ? String(number) : "none");
  const same = before === after && clauses.old.length > 0 === clauses.new.length > 0;
  return [
    make("p", {}, "highest rung ", make("strong", {}, rung(before, clauses.old)), same ? ", as before" : " → ", !same && make("strong", {}, rung(after, clauses.new)), scale),
    steps.length > 0 ? make("ul", {}, ...steps) : make("p.quiet", {}, clauses.new.length === 1 ? "its one clause keeps its verb and rung" : `its ${clauses.new.length} clauses keep their verbs and rungs`),
  ];
}

/** @param {Step} step */
const isMoved = ({ direction, old_rung, new_rung, old_phrase, new_phrase }) => direction !== "none" || old_rung === null || new_rung === null || old_phrase !== new_phrase;

/** @param {Step} step */
function drawStep({ direction, rule, old_phrase, new_phrase, old_rung, new_rung }) {
  const row = (/** @type {string} */ way, /** @type {string} */ sign, /** @type {(HTMLElement|string)[]} */ ...told) => make("li", { "data-way": way }, mark(sign), make("span", {}, ...told));
  if (old_rung === null) return row("came", "+", "came in: ", make("strong", {}, `“${new_phrase}”`), `, rung ${new_rung}`);
  if (new_rung === null) return row("went", "−", "went: ", make("strong", {}, `“${old_phrase}”`), `, rung ${old_rung}`);
  return row(direction, direction === "up" ? "↑" : direction === "down" ? "↓" : "·", rule);
}

/** @param {string} sign */
const mark = (sign) => make("span.sign", { "aria-hidden": "true" }, `${sign} `);

/** @param {string} words @returns {(HTMLElement|string)[]} */
const quote = (words) => [`“${words}”`];

/** @param {Theme} theme @returns {(HTMLElement|string)[]} */
const nameTheme = ({ title, words }) => [make("strong", {}, title), ` by ${words.map((each) => `“${each}”`).join(", ")}`];

/**
 * What came in and what went, each on its line.
 * @template T
 * @param {Balance<T>} balance
 * @param {(one: T) => (HTMLElement|string)[]} draw
 * @param {string} none
 */
function drawBalance({ gained, lost }, draw, none) {
  if (!gained.length && !lost.length) return [make("p.quiet", {}, none)];
  const row = (/** @type {T} */ one, /** @type {string} */ way, /** @type {string} */ sign, /** @type {string} */ words) =>
    make("li", { "data-way": way }, mark(sign), make("span", {}, unseen(`${words}: `), ...draw(one)));
  return [make("ul", {}, ...gained.map((one) => row(one, "came", "+", "came in")), ...lost.map((one) => row(one, "went", "−", "went")))];
}

/** @param {Theme[]} kept */
const drawKept = (kept) => (kept.length ? [make("p.quiet", {}, `stay: ${kept.map(({ title }) => title).join(", ")}`)] : []);

/** @param {Effects["agreed"]} agreed @param {Host} host @returns {HTMLElement[]} */
function drawAgreed({ known, reference, broken, gained, kept }, host) {
  if (!known) {
    return [make("p.quiet", {}, UNKNOWN), make("button.choose-reference", { type: "button", click: () => host.choose({ tab: "sources" }) }, "Choose or load one under Sources")];
  }
  const place = (/** @type {Agreed} */ { words, where }) => [`“${words}”`, where ? ` (${where})` : ""];
  const rest = kept ? `${kept} ${kept === 1 ? "stretch" : "stretches"} of six words and more ${kept === 1 ? "stands" : "stand"} there word for word, as before` : "no other six words in a row stand there";
  const rows = broken.length || gained.length ? drawBalance({ gained, lost: broken }, place, "") : [];
  return [make("p", {}, "of “", reference, "”: ", broken.length ? "broken, or joined anew:" : gained.length ? "words of it came in:" : "nothing is broken"), ...rows, make("p.quiet", {}, rest)];
}
