/** The choices in the page's #fragment, so that a view can be sent as a link. Only where the page is ours. */

/** @import { Draft, Host, State } from "./types.js" */

import { changesBetween } from "./counting.js";
import { CHOICES, CLOSED, DEFAULTS } from "./state.js";

// Steps that follow one another quickly, letter by letter: the way back skips them.
const SMALL = ["words", "paragraph"];
// The choices that are drafts of the list.
const DRAFTS = ["old", "new", "reference", "later"];

/**
 * Takes the choices of the fragment over, and keeps it in step from then on. Each choice is a step of the
 * back button. `warn` is told what in an address has no meaning here.
 * @param {Host} host
 * @param {(words: string) => void} warn
 * @returns {() => void}
 */
export function followAddress(host, warn) {
  if (!host.ours) return () => undefined;
  let last = host.state(), step = "";
  const read = () => {
    const { changes, trouble } = readFragment(location.hash, host.drafts());
    last = { ...host.state(), ...changes };
    step = "";
    host.choose(changes);
    const refused = changes.scale && host.state().scale !== changes.scale;
    warn([trouble, refused && "This page shows the scale of commitment as it is: to see a scale of your own, open the address in the workbook's dashboard."].filter(Boolean).join(" "));
  };
  if (location.hash.length > 1) read();
  const stop = host.watch((what) => {
    if (what !== "state") return;
    const state = host.state(), names = changesBetween(last, state);
    if (!names.length) return;
    const now = names.length === 1 && SMALL.includes(names[0]) ? names[0] : "";
    const write = now && now === step ? "replaceState" : "pushState";
    [last, step] = [state, now];
    if (writeFragment(state) !== location.hash) history[write](history.state, "", writeFragment(state));
  });
  window.addEventListener("popstate", read);
  return () => {
    stop();
    window.removeEventListener("popstate", read);
  };
}

/**
 * All choices of a fragment, those that it does not name as they are by default; and what is wrong with it.
 * @param {string} fragment
 * @param {Draft[]} drafts
 * @returns {{changes: Partial<State>, trouble: string}}
 */
export function readFragment(fragment, drafts) {
  const known = drafts.map((draft) => draft.draft);
  /** @type {Record<string, any>} */
  const changes = { ...DEFAULTS };
  /** @type {string[]} */
  const gone = [], strange = [];
  for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    const closed = /** @type {Record<string, string[]>} */ (CLOSED)[name];
    if (DRAFTS.includes(name)) known.includes(value) ? (changes[name] = value) : gone.push(value);
    else if (!CHOICES.includes(/** @type {any} */ (name)) || (closed && !closed.includes(value))) strange.push(`${name}=${value}`);
    else changes[name] = typeof DEFAULTS[/** @type {keyof typeof DEFAULTS} */ (name)] === "boolean" ? value === "yes" : value;
  }
  return { changes, trouble: describeTrouble(gone, strange) };
}

/**
 * @param {string[]} gone
 * @param {string[]} strange
 */
function describeTrouble(gone, strange) {
  const told = [];
  if (gone.length) {
    told.push(`This address asks for ${gone.map((draft) => `“${draft}”`).join(" and ")}, and no draft of that name is here. ` +
      "Its other choices are kept: choose the drafts above, or ask whoever sent the address for the file.");
  }
  if (strange.length) {
    told.push(`This address was written by another version of the workbook: ${strange.map((part) => `“${part}”`).join(", ")} has no meaning here and is left out. ` +
      "The rest is as it asks; choose what is missing by hand.");
  }
  return told.join(" ");
}

/**
 * @param {State} state
 * @returns {string}
 */
export function writeFragment(state) {
  const chosen = CHOICES.filter((name) => name === "old" || name === "new" || state[name] !== DEFAULTS[name]);
  return `#${new URLSearchParams(chosen.map((name) => [name, state[name] === true ? "yes" : String(state[name])]))}`;
}
