/** The files that learners downloaded, opened in this browser alone, and what they come to. */

/** @import { Host } from "../types.js" */
/** @import { Progress } from "./progress.js" */
/** @typedef {{name: string, words: string, mark: string, saved: number, progress: Progress}} Opened  `saved`: when, as the file says */

import { makeCopying } from "../copying.js";
import { freshId, make, tell } from "../dom.js";
import { download } from "../taking/download.js";
import { nameExerciseOf, nameKept } from "./keeping.js";
import { MOST_MADE, readMade } from "./order.js";
import { readFile } from "./progress.js";
import { countAnswers, countUnknown, isAbout, listRows, writeCsv, writeTabs } from "./tally.js";
import { drawTally } from "./tallied.js";
import { nameExercise } from "./taught.js";

// Bytes of a file of answers, with long texts in it; files of one room; characters of a file's name that are shown.
const LARGEST = 2_000_000, MOST = 200, SHOWN = 60;
// With fewer, who was in the room may guess whose answers they are.
const FEW = 5;

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("./taught.js").followTaught>} taught
 */
export function makeCollected(host, taught) {
  const id = freshId("files"), title = make("h5", { tabIndex: -1 }, "4. Count the answers"), said = make("p", { role: "status" }), troubles = make("ul.troubles"), place = make("div.tally");
  const input = make("input", { id, type: "file", multiple: true, accept: ".json,application/json", change: () => open([...(input.files ?? [])]) });
  const each = make("input", { type: "checkbox", change: () => paint() }), twice = make("label.tick-hints", { hidden: true }, each, "Count each of these files");
  const copying = makeCopying("Copy the table", () => ({ plain: writeTabs(rows()), rich: place.querySelector("table") }));
  const acts = make("div.acts", { hidden: true }, copying, make("button", { type: "button", click: () => download("answers-counted.csv", `\ufeff${writeCsv(rows())}`, "text/csv") }, "Download it as CSV"),
    make("button", { type: "button", click: forget }, "Put the files away"));
  const node = make("section.collected", { "aria-label": "Count the answers" }, title,
    make("p.quiet", {}, "Learners download their answers as a file and give it to you. Open all of them here: they are read in this browser alone, nothing is sent or kept, and no name is in them. A random mark in each tells copies from files of learners who agree."),
    make("p.load", {}, make("label", { htmlFor: id }, "Files of answers"), input), said, troubles, twice, acts, place);
  let files = /** @type {Opened[]} */ ([]), refused = /** @type {string[]} */ ([]), drawn = /** @type {any[]} */ ([]);

  /** @param {File[]} chosen */
  async function open(chosen) {
    tell(said, "Reading …");
    for (const file of chosen) {
      const { error, opened } = await readOne(file, files.length);
      if (opened) files = [...files, opened];
      else refused = [...refused, `“${shorten(file.name)}”: ${error}`];
    }
    input.value = "";
    paint();
  }
  function forget() {
    [files, refused] = [[], []];
    paint();
    title.focus();
  }
  /** The files that count: of those that are copies of one, the one saved last. */
  const counted = () => (each.checked ? files : groupCopies(files).map((group) => group.reduce((last, file) => (file.saved >= last.saved ? file : last))));
  /** The exercises of the room in their order, then what else is in the files. */
  function known() {
    const own = taught.chosen().map((each) => each.id), answered = counted().flatMap(({ progress }) => [...progress.keys()].map((name) => nameExerciseOf(host, name)));
    const ids = [...new Set([...own, ...answered.filter((each) => each !== null)])], made = ids.filter(readMade);
    return ids.filter((each) => !readMade(each) || made.indexOf(each) < MOST_MADE).map(taught.find);
  }
  function count() {
    const exercises = known().flatMap(({ exercise }) => exercise ?? []), names = new Set(exercises.map((exercise) => nameKept(host, exercise.id)));
    const all = counted().map(({ progress }) => progress), list = all.filter((progress) => isAbout(progress, names));
    return { tallied: countAnswers(list, exercises, (name) => nameKept(host, name)), whole: list.length, apart: all.length - list.length, unknown: countUnknown(all, names) };
  }
  function rows() {
    const { tallied, whole } = count();
    return listRows(tallied, whole);
  }
  function paint() {
    const now = [files, refused, each.checked, host.bundle(), ...(files.length ? known() : []).map(({ exercise }) => exercise)];
    if (now.length === drawn.length && now.every((value, at) => value === drawn[at])) return;
    drawn = now;
    const { tallied, whole, apart, unknown } = count();
    twice.hidden = files.length === groupCopies(files).length;
    acts.hidden = !files.length;
    troubles.replaceChildren(...[...refused, ...tellSame(files), ...unknown.map(([name, number]) => tellUnknown(host, name, number))].map((words) => make("li", {}, words)));
    tell(said, tellCount(whole, apart, refused.length));
    place.replaceChildren(...(whole ? [drawTally(tallied, whole)] : []));
  }
  return { node, title, paint };
}

/** @param {number} whole @param {number} apart @param {number} refused */
function tellCount(whole, apart, refused) {
  if (!whole && !apart && !refused) return "No file is open yet.";
  const told = [`${whole} ${whole === 1 ? "file" : "files"} counted`, apart && `${apart} with nothing on these exercises left out`, refused && `${refused} refused`].filter(Boolean).join(", ");
  return `${told}.${whole && whole < FEW ? " With so few, who was in the room may guess whose answers these are." : ""}`;
}

/** @param {File} file @param {number} already @returns {Promise<{error: string, opened?: Opened}>} */
async function readOne(file, already) {
  if (already >= MOST) return { error: `no more than ${MOST} files are counted at a time.` };
  if (file.size > LARGEST) return { error: "it is too large to be a file of answers." };
  const words = await file.text().catch(() => null);
  if (words === null) return { error: "it could not be read." };
  const { error, progress, about } = readFile(words);
  return error ? { error } : { error: "", opened: { name: file.name, words, mark: about.mark, saved: file.lastModified, progress } };
}

/** Files of one mark are of one learner; of those without a mark, files that hold the very same. @param {Opened[]} files */
function groupCopies(files) {
  /** @type {Map<string, Opened[]>} */
  const groups = new Map();
  for (const file of files) {
    const name = file.mark ? `mark ${file.mark}` : `words ${file.words}`;
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return [...groups.values()];
}

/** @param {Opened[]} files */
function tellSame(files) {
  return groupCopies(files).filter(({ length }) => length > 1).map((group) => {
    const names = group.map(({ name }) => `“${shorten(name)}”`).join(", ");
    if (group[0].mark) return `${names} carry the same mark, so they come from the same answers: the one saved last is counted, unless you tick the box below.`;
    return `${names} hold the very same, and no mark: copies, or learners who agree. They are counted once, unless you tick the box below.`;
  });
}

/** @param {Host} host @param {string} name @param {number} number */
function tellUnknown(host, name, number) {
  const about = number === 1 ? "One file answers" : `${number} files answer`, id = nameExerciseOf(host, name);
  if (id === null) return `${about} “${shorten(name.replace(/-[0-9a-z]+$/, ""))}” of two other drafts: choose those above to count it.`;
  return `${about} “${shorten(readMade(id) ? nameExercise(id) : id)}”, which is not among the exercises here: it is not counted.`;
}

/** @param {string} words */
const shorten = (words) => (words.length > SHOWN ? `${words.slice(0, SHOWN)} …` : words);
