/** What a learner has answered: as it stands in an address, and as a file. No page here. Both may come from a stranger. */

/** @import { Mark, Value } from "./checking.js" */
/**
 * What was given to one question, how many hints were taken, whether it was checked, what came of it, whether the
 * answers were shown; `text`: a line of one's own, which no address holds.
 * @typedef {{given: Value[], hints: number, checked: boolean, right: boolean, revealed: boolean, text: string}} Given
 * @typedef {Map<string, Map<string, Given>>} Progress  by exercise, by question
 */

/** @type {Given} */
export const NOTHING = { given: [], hints: 0, checked: false, right: false, revealed: false, text: "" };
// An address stays short enough to be sent. Beyond these nobody has answered: what says more is not ours.
export const LONGEST = 2_000;
const EXERCISES = 60, QUESTIONS = 40, VALUES = 60, HINTS = 20, WORDS = 80, TEXT = 20_000;
export const LARGEST = 2_000_000; // characters of a file of answers
const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,60}$/;
const FORMAT = "answers", VERSION = 1;
// A mark tells files that are copies from files of two learners who agree. It is drawn by lot: no name, nothing of the machine.
const MARK = /^[a-z0-9]{4,16}$/, MARK_LENGTH = 10, MARK_NAMED = 4;

/** @param {unknown} mark  what a browser kept, or a file says  @returns {string} the mark; empty where it is none of ours */
export const takeMark = (mark) => (typeof mark === "string" && MARK.test(mark) ? mark : "");

export const drawMark = () => [...crypto.getRandomValues(new Uint32Array(MARK_LENGTH))].map((lot) => (lot % 36).toString(36)).join("");

/** What a file is called, so that those of a room can lie in one folder. @param {string} mark */
export const nameFile = (mark) => `answers-${mark.slice(0, MARK_NAMED)}.json`;

/** Whether anything was done. @param {Given} given */
export const isBegun = ({ given, hints, checked, revealed, text }) => given.length > 0 || hints > 0 || checked || revealed || text !== "";

// An exercise is its id, then *question.signs.value.value for each question; exercises are parted by **. Signs other
// than letters, digits and - are written _number_, so that neither the address nor these marks are touched.

/** @param {string} words */
const hide = (words) => words.replace(/[^A-Za-z0-9-]/gu, (sign) => `_${/** @type {number} */ (sign.codePointAt(0)).toString(36)}_`);

/** @param {string} words */
const unhide = (words) => words.replace(/_([0-9a-z]{1,5})_/gu, (_whole, code) => {
  const point = parseInt(code, 36);
  return point <= 0x10ffff ? String.fromCodePoint(point) : "";
});

/** @param {Value} value */
const writeValue = (value) => (typeof value === "string" ? hide(value) : `${hide(value.paragraph)}--${value.start}-${value.end}`);

/** @param {string} words @returns {Value} */
function readValue(words) {
  const [, paragraph, start, end] = words.match(/^(.*)--(\d{1,6})-(\d{1,6})$/u) ?? [];
  return end === undefined ? unhide(words) : { paragraph: unhide(paragraph), start: Number(start), end: Number(end) };
}

/** @param {string} exercise @param {Map<string, Given>} questions */
function writeExercise(exercise, questions) {
  const parts = [...questions].filter(([, given]) => isBegun({ ...given, text: "" })).map(([question, { given, hints, checked, right, revealed }]) =>
    [hide(question), `${hints || ""}${checked ? "c" : ""}${right ? "w" : ""}${revealed ? "r" : ""}`, ...given.map(writeValue)].join("."));
  return parts.length ? [hide(exercise), ...parts].join("*") : "";
}

/**
 * The short answers: all of them, and as many as an address has room for, the latest before others.
 * @param {Progress} progress
 * @returns {{all: string, address: string}}
 */
export function writeAnswers(progress) {
  const written = [...progress].map(([exercise, questions]) => writeExercise(exercise, questions)).filter(Boolean);
  let from = written.length, room = LONGEST + 2;
  while (from > 0 && (room -= written[from - 1].length + 2) >= 0) from -= 1;
  return { all: written.join("**"), address: written.slice(from).join("**") };
}

/**
 * The short answers that are written so; what in it has no meaning is left out.
 * @param {string} words
 * @returns {Progress}
 */
export function readAnswers(words) {
  /** @type {Progress} */
  const progress = new Map();
  for (const written of words.split("**").slice(0, EXERCISES)) {
    const [exercise, ...parts] = written.split("*"), id = unhide(exercise);
    if (!NAME.test(id)) continue;
    const questions = parts.slice(0, QUESTIONS).flatMap(readQuestion);
    if (questions.length) progress.set(id, new Map(questions));
  }
  return progress;
}

/** @param {string} written @returns {[string, Given][]} */
function readQuestion(written) {
  const [name, signs = "", ...values] = written.split("."), id = unhide(name);
  const found = signs.match(/^(\d{0,2})(c?)(w?)(r?)$/);
  if (!NAME.test(id) || !found) return [];
  const [, hints, checked, right, revealed] = found;
  return [[id, {
    given: values.slice(0, VALUES).map(readValue).filter(isValue), hints: Math.min(HINTS, Number(hints)), checked: Boolean(checked),
    right: Boolean(right), revealed: Boolean(revealed), text: "",
  }]];
}

/** @param {unknown} value @returns {value is Value} */
function isValue(value) {
  if (typeof value === "string") return value !== "" && value.length <= WORDS;
  const { paragraph, start, end } = /** @type {Mark} */ (value ?? {});
  return typeof paragraph === "string" && paragraph.length <= WORDS && Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start;
}

/**
 * The answers as a file; of words marked, `quote` says what they are. Nothing in it says whose it is.
 * @param {Progress} progress
 * @param {{mark: string, room: string, old: string, new: string}} about
 * @param {(exercise: string, mark: Mark) => string} quote
 */
export function writeFile(progress, about, quote) {
  const exercises = Object.fromEntries([...progress].map(([exercise, questions]) => [exercise, Object.fromEntries([...questions].map(([question, { given, ...rest }]) =>
    [question, { given: rest.text ? [rest.text] : given.map((value) => (typeof value === "string" ? value : { ...value, words: quote(exercise, value) })), ...rest }]))]));
  return `${JSON.stringify({ workbook: FORMAT, version: VERSION, ...about, exercises }, null, 1)}\n`;
}

/**
 * What a file says, and what is wrong with it.
 * @param {string} words
 * @returns {{error: string, progress: Progress, about: Record<string, string>}}
 */
export function readFile(words) {
  const refused = (/** @type {string} */ error) => ({ error, progress: new Map(), about: /** @type {Record<string, string>} */ ({}) });
  if (words.length > LARGEST) return refused("This file is too large to be one of answers.");
  /** @type {any} */
  let told;
  try {
    told = JSON.parse(words);
  } catch {
    return refused("This is no file of answers: choose one that this page, or another like it, made with “Download my answers”.");
  }
  if (told?.workbook !== FORMAT || typeof told.exercises !== "object" || !told.exercises) return refused("This is no file of answers: choose one that was made with “Download my answers”.");
  if (told.version !== VERSION) return refused("This file was made by another version of the workbook, and cannot be read here.");
  const about = Object.fromEntries(["room", "old", "new"].map((name) => [name, typeof told[name] === "string" ? told[name].slice(0, LONGEST) : ""]));
  about.mark = takeMark(told.mark);
  const exercises = Object.entries(told.exercises).filter(([id, questions]) => NAME.test(id) && questions && typeof questions === "object").slice(0, EXERCISES);
  return { error: "", about, progress: new Map(exercises.map(([id, questions]) => [id, new Map(Object.entries(questions).slice(0, QUESTIONS).flatMap(takeQuestion))])) };
}

/** @param {[string, any]} told @returns {[string, Given][]} */
function takeQuestion([id, told]) {
  if (!NAME.test(id) || !Array.isArray(told?.given)) return [];
  const { given, hints, checked, right, revealed } = told, text = typeof told.text === "string" ? told.text.slice(0, TEXT) : "";
  const values = (text ? [] : given).filter(isValue).slice(0, VALUES).map((/** @type {Value} */ value) =>
    (typeof value === "string" ? value : { paragraph: value.paragraph, start: value.start, end: value.end }));
  return [[id, {
    given: values, hints: Number.isInteger(hints) ? Math.min(HINTS, Math.max(0, hints)) : 0,
    checked: checked === true, right: right === true, revealed: revealed === true, text,
  }]];
}
