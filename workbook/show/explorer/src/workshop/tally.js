/** What a room answered, counted question by question out of the files of its learners. No names, no order of persons. No page here. */

/** @import { Given, Progress } from "./progress.js" */
/** @import { Value } from "./checking.js" */
/** @import { Exercise, Question } from "./taught.js" */
/** @typedef {{told: string, count: number, why: string}} Wrong  an answer that is not accepted, how many gave it, and why not */
/**
 * Counts of one question. `right` is of those who answered, null where nothing tells right from wrong; the others are of all files.
 * @typedef {{question: Question, answered: number, right: number|null, hints: number, revealed: number, wrong: Wrong[], texts: string[]}} Counted
 */
/** @typedef {{exercise: Exercise, questions: Counted[]}} Tallied */

import { judge } from "./checking.js";
import { findLabel } from "./labels.js";
import { nameValue } from "./telling.js";

// Characters of an answer; an option, or words marked, can be as long as a paragraph.
const LONGEST = 140;

/**
 * @param {Progress[]} files
 * @param {Exercise[]} exercises
 * @param {(id: string) => string} nameKept  under which name an exercise stands in a file
 * @returns {Tallied[]}
 */
export function countAnswers(files, exercises, nameKept) {
  return exercises.map((exercise) => ({
    exercise,
    questions: exercise.questions.map((question) => countQuestion(exercise, question, files.flatMap((file) => file.get(nameKept(exercise.id))?.get(question.id) ?? []))),
  }));
}

/** @param {Exercise} exercise @param {Question} question @param {Given[]} given @returns {Counted} */
function countQuestion(exercise, question, given) {
  const answers = given.filter(({ given: values, text }) => values.length > 0 || text.trim() !== "");
  const own = question.kind === "edit" || question.kind === "write"; // what a text does, only the workbook's engine tells
  const right = question.kind === "write" ? null : answers.filter((each) => (own ? each.checked && each.right : judge(question, each.given).right)).length;
  return {
    question, answered: answers.length, right,
    hints: given.filter(({ hints }) => hints > 0).length, revealed: given.filter(({ revealed }) => revealed).length,
    wrong: own ? [] : countWrong(exercise, question, answers),
    texts: own ? answers.map(({ text }) => text.trim()).filter(Boolean).sort((one, other) => one.localeCompare(other, "en")) : [],
  };
}

/**
 * The answers that are not accepted, the commonest first; each is counted once a file. What is near is none of them.
 * @param {Exercise} exercise @param {Question} question @param {Given[]} answers
 * @returns {Wrong[]}
 */
function countWrong(exercise, question, answers) {
  /** @type {Map<string, Wrong>} */
  const wrong = new Map();
  for (const { given } of answers) {
    const told = new Map(judge(question, given).verdicts.filter(({ state }) => state === "trap" || state === "other").map(({ value, state, why }) => {
      // A trap is one answer, however much was marked around its words.
      const trap = state === "trap" ? question.traps.find((each) => each.why === why)?.answer : undefined, words = tellValue(exercise, question, trap ?? value);
      return [words.toLowerCase(), { told: words, why }];
    }));
    for (const [key, each] of told) wrong.set(key, { ...each, count: (wrong.get(key)?.count ?? 0) + 1 });
  }
  return [...wrong.values()].sort((one, other) => other.count - one.count || one.told.localeCompare(other.told, "en"));
}

/**
 * An answer in words: an option's text, a number in its one spelling, marked words as they stand in their paragraph.
 * @param {Exercise} exercise @param {Question} question @param {Value|import("./taught.js").Marked} value
 */
function tellValue(exercise, question, value) {
  const words = nameValue(exercise, question, typeof value === "string" && question.kind === "label" ? findLabel(value) || value : value).replace(/\s+/g, " ").replace(/[\s,;.:]+”/g, "”");
  return words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words;
}

/** Whether anything was given, taken or looked at: a file that only claims to have been checked tells nothing. @param {Given} given */
const isUsed = ({ given, hints, revealed, text }) => given.length > 0 || hints > 0 || revealed || text.trim() !== "";

/** Whether a file has anything on these exercises. @param {Progress} file @param {Set<string>} known  names as in a file */
export const isAbout = (file, known) => [...file].some(([name, questions]) => known.has(name) && [...questions.values()].some(isUsed));

/**
 * What files answer that is not among these exercises, and how many files do.
 * @param {Progress[]} files @param {Set<string>} known  names as in a file
 * @returns {[string, number][]}
 */
export function countUnknown(files, known) {
  /** @type {Map<string, number>} */
  const unknown = new Map();
  for (const file of files) {
    for (const [name, questions] of file) if (!known.has(name) && [...questions.values()].some(isUsed)) unknown.set(name, (unknown.get(name) ?? 0) + 1);
  }
  return [...unknown].sort(([one], [other]) => one.localeCompare(other, "en"));
}

// As many of the commonest wrong answers as a table has columns for.
const COLUMNS = 3;

/**
 * The tally as rows of a table, its heads first: a row for each question.
 * @param {Tallied[]} tallied @param {number} whole  how many files were counted
 */
export function listRows(tallied, whole) {
  const places = Array.from({ length: COLUMNS }, (_each, at) => at + 1);
  const heads = ["exercise", "title", "question", "asked", "files", "answered", "right", "took hints", "saw the answer",
    ...places.flatMap((at) => [`wrong answer ${at}`, `how many ${at}`, `why not ${at}`])];
  return [heads, ...tallied.flatMap(({ exercise, questions }) => questions.map(({ question, answered, right, hints, revealed, wrong }) =>
    [exercise.id, exercise.title, question.id, question.ask, whole, answered, right ?? "", hints, revealed,
      ...places.flatMap((at) => (wrong[at - 1] ? [wrong[at - 1].told, wrong[at - 1].count, wrong[at - 1].why] : ["", "", ""]))].map(String)))];
}

// What a spreadsheet would take for a formula.
const FORMULA = /^[=+\-@\t\r]/;

/** As CSV (RFC 4180). @param {string[][]} rows */
export const writeCsv = (rows) => rows.map((row) => row.map((cell) => `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(",")).join("\r\n") + "\r\n";

/** For a message or a word processor: cells parted by tabs. @param {string[][]} rows */
export const writeTabs = (rows) => rows.map((row) => row.map((cell) => cell.replace(/\s+/g, " ")).join("\t")).join("\n");
