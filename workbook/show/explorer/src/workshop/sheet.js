/** The exercises as a sheet of paper: task, material, questions with room to write. */

/** @import { Exercise, Question, Shown } from "./taught.js" */
/** @typedef {Exercise["material"][number]} Text */
/** @typedef {{hints: boolean, long: boolean}} Wishes  whether hints are printed; whether long material is */

import { make } from "../dom.js";
import { alignTexts } from "./material.js";

// Words of material that are printed unless more is wished: about two pages.
const LONG = 1_300, WORDS_A_PAGE = 600;
// Lines to write on, by the kind of a question.
const LINES = /** @type {Record<string, number>} */ ({ pick: 2, mark: 3, label: 1, edit: 5, write: 4 });
const HOW = /** @type {Record<string, string>} */ ({
  choose: "Tick one.", pick: "Write the numbers of the paragraphs.", mark: "Underline the words in the text, and write them here with the number of the paragraph.",
  label: "Write the number of the paragraph.", edit: "Change the paragraph: strike out and write between its lines, or write it anew below.", write: "Write your line.",
});

/** @param {Exercise} exercise */
const countWords = ({ material }) => material.reduce((sum, { paragraphs }) => sum + paragraphs.reduce((words, { text }) => words + text.split(/\s+/).length, 0), 0);

/** @param {Exercise} exercise */
export const isLong = (exercise) => countWords(exercise) > LONG;

/** How many pages the material of these exercises fills that is left out unless it is wished. @param {Exercise[]} exercises */
export const countLong = (exercises) => Math.ceil(exercises.filter(isLong).reduce((sum, exercise) => sum + countWords(exercise), 0) / WORDS_A_PAGE);

/**
 * @param {Exercise[]} exercises
 * @param {string} address  of the room; empty where there is none
 * @param {Wishes} wishes
 */
export function drawSheet(exercises, address, wishes) {
  const minutes = exercises.reduce((sum, exercise) => sum + exercise.minutes, 0);
  return make("article.sheet", { "aria-label": "The sheet" },
    make("h5", {}, "Workshop: exercises"),
    make("p.facts", {}, `${exercises.length} ${exercises.length === 1 ? "exercise" : "exercises"}, ${minutes} minutes.${address ? ` On a screen: ${address}` : ""}`),
    make("p.whose-sheet", {}, "Pair or group:", make("span.blank")),
    ...exercises.map((exercise, at) => drawExercise(exercise, at + 1, wishes)));
}

/** @param {Exercise} exercise @param {number} number @param {Wishes} wishes */
function drawExercise(exercise, number, wishes) {
  const shown = wishes.long || !isLong(exercise), material = exercise.material.filter((text) => !isAsked(exercise, text));
  return make("section.exercise-sheet", {},
    make("h6", {}, `${number}. ${exercise.title} (${exercise.minutes} minutes)`),
    exercise.about && make("p.facts", {}, exercise.about), ...drawLines(exercise.task),
    ...exercise.cautions.map((words) => make("p.facts", {}, words)),
    material.length > 0 && (!shown ? drawNamed(exercise) : exercise.beside ? drawBeside(exercise) : make("div.to-read", {}, ...material.map(drawDraft))),
    ...exercise.questions.map((question, at) => drawQuestion(question, exercise.questions.length > 1 ? `${String.fromCharCode(97 + at)})` : "", wishes)));
}

/** Whether its questions show these paragraphs anyway, with room to change them. @param {Exercise} exercise @param {Text} text */
const isAsked = ({ questions }, { draft, paragraphs }) => paragraphs.every(({ position }) => questions.some((question) => question.draft === draft && question.paragraph?.position === position));

/** Text with blank lines as paragraphs. @param {string} text @returns {Node[]} */
export const drawLines = (text) => text.split(/\n\s*\n/).map((words) => make("p", {}, words.trim()));

/** Material that is too long for a sheet: where it is found. @param {Exercise} exercise */
const drawNamed = ({ material }) => make("p.to-read", {}, `To read: ${material.map(({ title, paragraphs }) => `“${title}”, ${paragraphs.length} paragraphs${paragraphs[0]?.label ? ` (${paragraphs[0].label} to ${paragraphs.at(-1)?.label})` : ""}`).join("; ")}.`);

/** @param {Text} text */
const drawDraft = ({ title, paragraphs }) => make("div.of-draft", {}, make("p.draft-title", {}, title), ...paragraphs.map(({ label, text }) => make("p.paragraph", {}, make("b", {}, label ? `${label}. ` : ""), text)));

/** Two drafts in two columns, paragraphs of one number in one row. @param {Exercise} exercise */
function drawBeside({ material }) {
  const cell = (/** @type {Shown|null} */ shown) => make("td", {}, shown ? shown.text : make("span.facts", {}, "no such number"));
  return make("table.to-read.beside", {}, make("thead", {}, make("tr", {}, ...["Number", ...material.map(({ title }) => title)].map((words) => make("th", { scope: "col" }, words)))),
    make("tbody", {}, ...alignTexts(material).map((row) => make("tr", {}, make("th", { scope: "row" }, row.find(Boolean)?.label ?? ""), ...row.map(cell)))));
}

/** @param {Question} question @param {string} letter @param {Wishes} wishes */
function drawQuestion({ kind, ask, wanted, hints, options, paragraph }, letter, wishes) {
  return make("div.paper-question", {},
    make("p.paper-ask", {}, letter && make("b", {}, `${letter} `), ask),
    make("p.facts", {}, kind === "choose" && wanted > 1 ? "Tick what is right." : HOW[kind] ?? ""),
    paragraph && make(kind === "edit" ? "p.paragraph.wide" : "p.paragraph", {}, make("b", {}, paragraph.label ? `${paragraph.label}. ` : ""), paragraph.text),
    options.length > 0 && make("ul.ticks", {}, ...options.map(({ text }) => make("li", {}, text))),
    ...Array.from({ length: LINES[kind] ?? 0 }, () => make("div.line")),
    wishes.hints && hints.length > 0 && make("p.facts", {}, `${hints.length === 1 ? "Hint" : "Hints"}: ${hints.join(" ")}`));
}
