/** Where a learner's answers are kept: short ones in the address and in this browser, texts in this browser alone. */

/** @import { Host } from "../types.js" */
/** @import { Given, Progress } from "./progress.js" */
/** @typedef {ReturnType<typeof makeKeeping>} Keeping */

import { forget, keep, recall } from "../stored.js";
import { readMade } from "./order.js";
import { NOTHING, drawMark, isBegun, readAnswers, takeMark, writeAnswers } from "./progress.js";

// All that the workshop keeps in a browser begins so: "Start anew" forgets it together.
export const STORED = "workshop";
const TEXTS = `${STORED}-texts`, ANSWERS = `${STORED}-answers`, MARK = `${STORED}-mark`;
// What is kept may have been tampered with; more text than this nobody has written.
const LONGEST_KEPT = 500_000;

/**
 * The name under which an exercise's answers are kept. One that is made from two drafts is another one for others.
 * @param {Host} host
 * @param {string} exercise
 */
export function nameKept(host, exercise) {
  const { old, new: neu } = host.bundle() ?? host.state(); // those on show: others may be on their way
  return readMade(exercise) ? `${exercise}-${mix(`${old}\n${neu}`)}` : exercise;
}

/** The exercise's own id, where it is about the drafts on show; null where it is about others. @param {Host} host @param {string} name */
export function nameExerciseOf(host, name) {
  const id = name.match(/^([a-z]+-\d{1,4})-[0-9a-z]+$/)?.[1];
  if (!id || !readMade(id)) return name;
  return nameKept(host, id) === name ? id : null;
}

/** A few letters for two drafts. @param {string} words */
function mix(words) {
  let sum = 0;
  for (const sign of words) sum = (Math.imul(sum, 31) + /** @type {number} */ (sign.codePointAt(0))) >>> 0;
  return sum.toString(36);
}

/**
 * @param {Host} host
 * @param {() => void} repaint  where something was kept that no address holds, so that nothing else tells of it
 */
export function makeKeeping(host, repaint) {
  let written = "", known = /** @type {Progress} */ (new Map());
  // Where the browser keeps nothing, they live as long as the page. Who comes by the room's address again, which
  // has no answers in it, finds them here.
  let texts = readTexts(), stored = (recall(ANSWERS) ?? "").slice(0, LONGEST_KEPT), holds = true, mark = takeMark(recall(MARK));
  const before = texts.size > 0 || (stored !== "" && host.state().answers === "");

  /** @returns {Progress} */
  function all() {
    const { answers } = host.state();
    if (answers !== written || !known.size) {
      written = answers;
      known = new Map([...readAnswers(stored), ...readAnswers(answers)]);
    }
    return known;
  }
  /** @param {string} name @param {string} question */
  const textOf = (name, question) => texts.get(name)?.get(question) ?? "";

  /** @param {Progress} progress */
  function save(progress) {
    const { address, all: whole } = writeAnswers(progress);
    [written, known, stored] = [address, progress, whole];
    holds = keep(ANSWERS, whole || null) || whole === address;
    const listed = [...texts].map(([name, own]) => [name, Object.fromEntries(own)]);
    holds = (keep(TEXTS, listed.length ? JSON.stringify(Object.fromEntries(listed)) : null) || !listed.length) && holds;
    if (address === host.state().answers) repaint();
    else host.choose({ answers: address });
  }
  return {
    /** Whether this browser could keep what was last written. */
    holds: () => holds,
    /** @param {string} exercise @param {string} question @returns {Given} */
    read(exercise, question) {
      const name = nameKept(host, exercise);
      return { ...(all().get(name)?.get(question) ?? NOTHING), text: textOf(name, question) };
    },
    /** @param {string} exercise @param {string} question @param {Partial<Given>} changes */
    change(exercise, question, changes) {
      const name = nameKept(host, exercise), progress = new Map(all()), own = new Map(progress.get(name));
      const now = { ...NOTHING, ...own.get(question), ...changes, text: "" };
      if (changes.text !== undefined) setText(name, question, changes.text);
      if (isBegun(now)) own.set(question, now);
      else own.delete(question);
      progress.delete(name); // what was answered last stands last
      if (own.size) progress.set(name, own);
      save(progress);
    },
    /** Forgets what was answered to an exercise. @param {string} exercise */
    clear(exercise) {
      const name = nameKept(host, exercise), progress = new Map(all());
      progress.delete(name);
      texts.delete(name);
      save(progress);
    },
    /** Forgets everything, whatever else the workshop keeps in this browser with it. */
    erase() {
      texts = new Map();
      save(new Map());
      forget(STORED);
      mark = ""; // what is answered from now on is another learner's
    },
    /** All answers, with their texts. @returns {Progress} */
    all() {
      const names = new Set([...all().keys(), ...texts.keys()]);
      return new Map([...names].map((name) => {
        const questions = new Set([...(all().get(name)?.keys() ?? []), ...(texts.get(name)?.keys() ?? [])]);
        return [name, new Map([...questions].map((question) => [question, { ...NOTHING, ...all().get(name)?.get(question), text: textOf(name, question) }]))];
      }));
    },
    /** The mark of these answers, drawn when it is first asked for, in this browser. */
    mark() {
      if (!mark) setMark(takeMark(recall(MARK)) || drawMark()); // another window may have drawn it
      return mark;
    },
    /**
     * Puts these answers in the place of all others; with them goes their mark.
     * @param {Progress} progress @param {string} theirs  empty where they have none
     */
    replace(progress, theirs) {
      setMark(theirs);
      texts = new Map();
      for (const [name, questions] of progress) for (const [question, { text }] of questions) setText(name, question, text);
      save(new Map([...progress].map(([name, questions]) => [name, new Map([...questions].map(([question, given]) => [question, { ...given, text: "" }]))])));
    },
    /** Whether answers of an earlier visit stood in this browser when the page was opened. */
    before,
  };

  /** @param {string} words */
  function setMark(words) {
    mark = words;
    keep(MARK, words || null);
  }
  /** @param {string} name @param {string} question @param {string} text */
  function setText(name, question, text) {
    const own = texts.get(name) ?? new Map();
    if (text) own.set(question, text);
    else own.delete(question);
    if (own.size) texts.set(name, own);
    else texts.delete(name);
  }
}

/** The texts that this browser kept. @returns {Map<string, Map<string, string>>} */
function readTexts() {
  const kept = recall(TEXTS) ?? "";
  try {
    const told = kept.length <= LONGEST_KEPT ? JSON.parse(kept || "{}") : {};
    return new Map(Object.entries(told).map(([name, questions]) =>
      [name, new Map(Object.entries(questions ?? {}).filter((/** @type {[string, any]} */ [, text]) => typeof text === "string"))]));
  } catch {
    return new Map(); // somebody else's words under this name
  }
}
