/** The choices in the page's #fragment, so that a view can be sent as a link. Only where the page is ours. */

/** @import { Bundle, Draft, Host, State } from "./types.js" */

import { changesBetween } from "./counting.js";
import { CHOICES, CLOSED, DEFAULTS } from "./state.js";

// Steps that follow one another quickly, letter by letter: the way back skips them.
const SMALL = ["words", "paragraph"];
// What a person did, and not what is on show: no step of its own, and not undone by the way back.
const LASTING = /** @type {const} */ (["answers"]);
// The choices that are drafts of the list.
const DRAFTS = ["old", "new", "reference", "later"];
// Characters of a choice at most: as many as the page itself writes, and of words no more than a pattern can hold.
const LONGEST = /** @type {Record<string, number>} */ ({ watched: 12_000, ticked: 20_000, scale: 200_000 }), OTHERS = 2_000;
// What is shown of what cannot be taken: characters of each, and how many.
const SHOWN = 80, FEW = 5;
// The versions of the two drafts that were on show: no choice, but what an address is about.
const VERSIONS = "data";

/**
 * Takes the choices of the fragment over, and keeps it in step from then on. Each choice is a step of the
 * back button. `warn` is told what in an address has no meaning here.
 * @param {Host} host
 * @param {(words: string) => void} warn
 * @returns {() => void}
 */
export function followAddress(host, warn) {
  if (!host.ours) return () => undefined;
  let last = host.state(), step = "", asked = "", mine = false, said = "";
  /** @param {Event} [event]  the way back and forth; none where the page is opened */
  const read = (event) => {
    const { changes, trouble, versions } = readFragment(location.hash, host.drafts());
    if (event && history.state?.seen) carry(changes);
    history.replaceState({ ...history.state, seen: true }, "");
    [asked, mine] = [versions, false];
    last = { ...host.state(), ...changes };
    step = "";
    host.choose(changes);
    const refused = changes.scale && host.state().scale !== changes.scale;
    said = [trouble, refused && "This page shows the scale of commitment as it is: to see a scale of your own, open the address in the workbook's dashboard."].filter(Boolean).join(" ");
    warn(said);
    look();
  };
  /** What was done since an address was left is done still. @param {Partial<State>} changes */
  function carry(changes) {
    const now = Object.fromEntries(LASTING.map((name) => [name, host.state()[name]]));
    if (LASTING.every((name) => now[name] === changes[name])) return;
    Object.assign(changes, now);
    history.replaceState(history.state, "", writeFragment({ ...host.state(), ...changes }));
  }
  /** What an address says of the drafts is compared with them, once they are there. */
  function look() {
    const bundle = host.bundle(), { old, new: neu } = host.state();
    if (!asked || bundle?.old !== old || bundle?.new !== neu) return;
    const changed = describeChange(asked, bundle);
    asked = "";
    if (changed) warn([said, changed].filter(Boolean).join(" "));
  }
  /** The address that is on show, with the versions as far as they are known. */
  const write = () => writeFragment(host.state(), host.bundle());
  if (location.hash.length > 1) read();
  else history.replaceState({ ...history.state, seen: true }, "");
  const stop = host.watch((what) => {
    if (what === "bundle") {
      look();
      // The drafts that were chosen have come: the address that was written for them names their versions.
      if (mine && write() !== location.hash) history.replaceState(history.state, "", write());
    }
    if (what !== "state") return;
    const state = host.state(), names = changesBetween(last, state);
    if (!names.length) return;
    const now = names.length === 1 && SMALL.includes(names[0]) ? names[0] : "";
    const lasts = names.every((name) => LASTING.some((each) => each === name));
    const way = lasts || (now && now === step) ? "replaceState" : "pushState";
    [last, step, asked, mine] = [state, lasts ? step : now, "", true];
    if (write() !== location.hash) history[way]({ ...history.state, seen: true }, "", write());
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
 * @returns {{changes: Partial<State>, trouble: string, versions: string}}
 */
export function readFragment(fragment, drafts) {
  const known = drafts.map((draft) => draft.draft);
  /** @type {Record<string, any>} */
  const changes = { ...DEFAULTS };
  /** @type {string[]} */
  const gone = [], strange = [], long = [];
  let versions = "";
  for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    const closed = /** @type {Record<string, string[]>} */ (CLOSED)[name];
    if (name === VERSIONS) versions = value;
    else if (DRAFTS.includes(name)) known.includes(value) ? (changes[name] = value) : gone.push(shorten(value));
    else if (!CHOICES.includes(/** @type {any} */ (name)) || (closed && !closed.includes(value))) strange.push(shorten(`${name}=${value}`));
    else if (value.length > limitOf(name)) long.push(name);
    else changes[name] = typeof DEFAULTS[/** @type {keyof typeof DEFAULTS} */ (name)] === "boolean" ? value === "yes" : value;
  }
  return { changes, trouble: describeTrouble(gone, strange, long), versions };
}

/** @param {string} name */
const limitOf = (name) => LONGEST[name] ?? OTHERS;

/** @param {string} words */
const shorten = (words) => (words.length > SHOWN ? `${words.slice(0, SHOWN)} …` : words);

/** The first few of what an address may hold thousands of. @param {string[]} parts @param {string} between */
const quoteFew = (parts, between) => [...parts.slice(0, FEW).map((part) => `“${part}”`), ...(parts.length > FEW ? [`${parts.length - FEW} more`] : [])].join(between);

/**
 * @param {string[]} gone
 * @param {string[]} strange
 * @param {string[]} long
 */
function describeTrouble(gone, strange, long) {
  const told = [];
  if (gone.length) {
    told.push(`This address asks for ${quoteFew(gone, " and ")}, and no draft of that name is here. ` +
      "Its other choices are kept: choose the drafts above, or ask whoever sent the address for the file.");
  }
  if (strange.length) {
    told.push(`Of this address ${quoteFew(strange, ", ")} has no meaning here and is left out: it may be mistyped, or come from another version of the workbook. ` +
      "The rest is as it asks; choose what is missing by hand.");
  }
  if (long.length) {
    told.push(`This address holds more than the workbook takes: ${[...new Set(long)].map((name) => `“${name}” (at most ${limitOf(name).toLocaleString("en")} characters)`).join(", ")}. ` +
      "That is left out; the rest is as it asks.");
  }
  return told.join(" ");
}

/**
 * Which drafts read otherwise than when an address was made.
 * @param {string} asked
 * @param {Bundle} bundle
 */
function describeChange(asked, { old, new: neu, drafts, versions }) {
  const [before, after] = asked.split("."), title = (/** @type {string} */ id) => `“${drafts.find(({ draft }) => draft === id)?.title ?? id}”`;
  const changed = [versions && before !== versions.old && title(old), versions && after !== versions.new && title(neu)].filter(Boolean);
  return changed.length ? `Since this address was made, the words of ${changed.join(" and of ")} have changed, or are read otherwise. What you see is how they stand now.` : "";
}

/**
 * The fragment of these choices; of a `bundle` that is about the same drafts it names the versions.
 * @param {State} state
 * @param {Bundle|null} [bundle]
 * @returns {string}
 */
export function writeFragment(state, bundle) {
  const chosen = CHOICES.filter((name) => name === "old" || name === "new" || state[name] !== DEFAULTS[name]);
  const pinned = bundle?.versions && bundle.old === state.old && bundle.new === state.new ? [[VERSIONS, `${bundle.versions.old}.${bundle.versions.new}`]] : [];
  return `#${new URLSearchParams([...chosen.map((name) => [name, state[name] === true ? "yes" : String(state[name])]), ...pinned])}`;
}
