/** Amendments that were saved: kept in this browser, and in files that delegations hand round. No page here. Both may come from a stranger. */

/**
 * An amendment: of which paragraph of which draft, what stood there (`old`: its running text), what shall stand there
 * with its sources in brackets, in whose name and why; `said`: in one sentence, what it does.
 * @typedef {{id: string, draft: string, title: string, position: number, label: string, old: string, text: string,
 *   delegation: string, reason: string, said: string}} Amendment
 */

import { keep, recall, watchStored } from "../stored.js";
import { STORED } from "./keeping.js";

// As app/amending.py takes them, and app/chapters/bench.py.
export const LONGEST_TEXT = 20_000, LONGEST_NAME = 80, LONGEST_REASON = 2_000, MOST = 500;
export const LARGEST = 5_000_000;
const FORMAT = "amendments", VERSION = 1, KEPT = `${STORED}-amendments`, HALF = `${STORED}-half-`, NAME = `${STORED}-delegation`;
const TEXTS = /** @type {Record<string, number>} */ ({ id: 60, draft: 4_000, title: 400, label: 60, old: 100_000, text: LONGEST_TEXT, delegation: LONGEST_NAME, reason: LONGEST_REASON, said: 4_000 });
const NO_FILE = "This is no file of amendments. Open one that was saved here: amendments.json.";

/** @param {Amendment[]} amendments */
export const writeFile = (amendments) => `${JSON.stringify({ workbook: FORMAT, version: VERSION, amendments }, null, 1)}\n`;

/**
 * The amendments of a file, or what is wrong with it.
 * @param {string} raw
 * @returns {{error: string, amendments: Amendment[]}}
 */
export function readFile(raw) {
  if (raw.length > LARGEST) return { error: NO_FILE, amendments: [] };
  try {
    const { workbook, version, amendments } = JSON.parse(raw) ?? {};
    if (workbook !== FORMAT || !Array.isArray(amendments)) return { error: NO_FILE, amendments: [] };
    if (version !== VERSION) return { error: "This file was written by another version of the workbook.", amendments: [] };
    if (amendments.length > MOST || !amendments.every(isAmendment)) return { error: "What this file says of its amendments is not as the workbook writes it, so none of it was taken.", amendments: [] };
    return { error: "", amendments: amendments.map(pick) };
  } catch {
    return { error: NO_FILE, amendments: [] };
  }
}

/** @param {any} one */
const isAmendment = (one) => Boolean(one) && Number.isSafeInteger(one.position) && one.position >= 0 && one.id && one.draft && one.delegation?.trim?.()
  && Object.entries(TEXTS).every(([name, longest]) => typeof one[name] === "string" && one[name].length <= longest);

/** What is known of an amendment, and nothing else that a file says. @param {any} one @returns {Amendment} */
const pick = (one) => /** @type {Amendment} */ (Object.fromEntries(["position", ...Object.keys(TEXTS)].map((name) => [name, one[name]])));

/** A name that no other amendment has, on this computer or another one. */
export const nameAmendment = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/** @typedef {{text: string, reason: string, id: string}} Half  `id`: of the amendment that is being edited */

/**
 * The amendments of this browser; `changed` is called when another window changes them.
 * @param {() => void} changed
 */
export function makeStore(changed) {
  let list = read(), holds = true;
  const halves = /** @type {Map<string, Half|null>} */ (new Map());
  watchStored(KEPT, () => {
    list = read();
    changed();
  });
  /** @param {Amendment[]} now */
  function save(now) {
    list = now;
    holds = keep(KEPT, now.length ? writeFile(now) : null) || !now.length;
  }
  return {
    list: () => list,
    /** Whether this browser could keep what was last saved. */
    holds: () => holds,
    /** Takes one up in the place of the one with its id, else behind the others; whether there was room. @param {Amendment} one @param {number} [at] */
    put(one, at = list.length) {
      const here = list.findIndex(({ id }) => id === one.id);
      if (here < 0 && list.length >= MOST) return false;
      save(here < 0 ? list.toSpliced(at, 0, one) : list.with(here, one));
      return true;
    },
    /** What somebody is typing for a paragraph, "draft:position"; null where nothing is. @param {string} place @returns {Half|null} */
    half: (place) => (halves.has(place) ? halves.get(place) ?? null : recallHalf(place)),
    /**
     * Words that are not saved yet outlast the page, unless they are of a draft that does not.
     * @param {string} place @param {Half|null} half @param {boolean} lasting
     */
    keepHalf(place, half, lasting) {
      halves.set(place, half);
      if (lasting || !half) keep(HALF + place, half && JSON.stringify(half));
    },
    /** @param {string} id */
    remove: (id) => save(list.filter((one) => one.id !== id)),
  };
}

/** @returns {Amendment[]} */
function read() {
  const kept = recall(KEPT);
  return kept ? readFile(kept).amendments : [];
}

/** What somebody was typing for a paragraph when the page was left. @param {string} place @returns {Half|null} */
function recallHalf(place) {
  try {
    const { text, reason, id } = JSON.parse(recall(HALF + place) ?? "null") ?? {};
    return [text, reason, id].every((words) => typeof words === "string" && words.length <= LONGEST_TEXT) ? { text, reason, id } : null;
  } catch {
    return null;
  }
}

/** In whose name amendments were made last. */
export const recallName = () => (recall(NAME) ?? "").slice(0, LONGEST_NAME);

/** @param {string} name */
export const keepName = (name) => keep(NAME, name || null);
