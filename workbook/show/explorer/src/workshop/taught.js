/** The exercises that a teacher can choose from: those written by hand, and those made from the two drafts. */

/** @import { Host } from "../types.js" */
/** @typedef {{label: string, position: number, text: string}} Shown */
/** @typedef {{paragraph: string, words: string, start?: number, end?: number}} Marked */
/** @typedef {{answer: string|Marked, why: string, sure?: string}} Answer */
/** @typedef {{id: string, kind: string, ask: string, wanted: number, hints: string[], otherwise: string, draft: string, paragraph: Shown|null,
 *   options: {id: string, text: string}[], accepted: Answer[], traps: Answer[], goal: any, actual: (Shown & {draft: string})|null}} Question */
/** @typedef {{id: string, title: string, minutes: number, task: string, debrief: string[], beside: boolean, seed: number|null, about: string,
 *   cautions: string[], material: {draft: string, title: string, paragraphs: Shown[]}[], questions: Question[]}} Exercise */
/** @typedef {{id: string, busy: boolean, error: string, exercise: Exercise|null}} Taught */

import { followChapter } from "../chapters.js";
import { KINDS, readMade, readOrder } from "./order.js";

// The seeds whose exercises stand in a page without an engine.
export const SEEDS_ALONE = 5;

/** Whether the workbook's engine answers this page: else nothing new can be made. @param {Host} host */
export const canMake = (host) => host.uploads() !== null;

/**
 * @param {Host} host
 * @param {ReturnType<typeof followChapter>} chapter  "workshop"
 * @param {() => void} repaint
 */
export function followTaught(host, chapter, repaint) {
  const tasks = followChapter(host, "tasks", repaint);
  /** @returns {Exercise[]} */
  const written = () => chapter.read().chapter?.exercises ?? [];
  /** @param {string} id @returns {Taught} */
  function find(id) {
    const own = written().find((exercise) => exercise.id === id), made = readMade(id);
    if (own || !made) {
      const { busy, error } = chapter.read();
      return { id, busy, error: own || busy ? "" : error || "There is no such exercise here.", exercise: own ?? null };
    }
    const { busy, error, chapter: told } = canMake(host) ? tasks.read(made) : tasks.read();
    const exercise = canMake(host) ? told?.exercise : told?.tasks?.[id];
    return { id, busy, error: busy || exercise ? "" : error || told?.none?.[made.kind] || `This page holds the seeds 1 to ${SEEDS_ALONE} alone: the workbook's dashboard makes others.`, exercise: exercise ?? null };
  }
  return {
    written,
    find,
    /** Asks anew the next time, for all of them. */
    forget() {
      chapter.forget();
      tasks.forget();
    },
    /** The room's exercises in its order; all that are written by hand where it leaves the choice open. @returns {Taught[]} */
    chosen: () => listIds(host, written()).map(find),
    /** Those that a view names, as it stands behind the # of an address. @param {string} view @returns {Taught[]} */
    namedIn(view) {
      const ids = readOrder(new URLSearchParams(view).get("room") ?? "");
      return (ids.length ? ids : written().map(({ id }) => id)).map(find);
    },
  };
}

/** @param {Host} host @param {Exercise[]} written */
export function listIds(host, written) {
  const ids = readOrder(host.state().room);
  return ids.length ? ids : written.map(({ id }) => id);
}

/** What an exercise is called before it is there. @param {string} id */
export function nameExercise(id) {
  const made = readMade(id);
  return made ? `${KINDS[made.kind]} (seed ${made.seed})` : id;
}
