/** The choices in the page's #fragment, so that a view can be sent as a link. Only where the page is ours. */

/** @import { Bundle, Draft, Host, State } from "./types.js" */

const KEPT = /** @type {const} */ (["old", "new", "objective", "theme", "section", "view"]);

/**
 * Takes the choices of the fragment over, and keeps it in step from then on.
 * @param {Host} host
 * @returns {() => void}
 */
export function followAddress(host) {
  const ours = !host.canCompare || Boolean(/** @type {any} */ (window).workbookPlotlyUrl);
  if (!ours) return () => undefined;
  const read = () => {
    const changes = readFragment(location.hash, host.drafts(), host.bundle());
    if (Object.keys(changes).length) host.choose(changes);
  };
  read();
  const stop = host.watch((what) => {
    if (what === "state") history.replaceState(history.state, "", writeFragment(host.state()));
  });
  window.addEventListener("hashchange", read);
  return () => {
    stop();
    window.removeEventListener("hashchange", read);
  };
}

/**
 * The known choices in a fragment; what nobody could have chosen here is left out.
 * @param {string} fragment
 * @param {Draft[]} drafts
 * @param {Bundle|null} bundle
 * @returns {Partial<State>}
 */
export function readFragment(fragment, drafts, bundle) {
  const ids = drafts.map((draft) => draft.draft), tags = bundle?.tags ?? [];
  /** @param {boolean} objective */
  const named = (objective) => tags.filter((tag) => (tag.scheme === "objective") === objective).map((tag) => tag.tag);
  /** @type {Record<string, string[]>} */
  const known = {
    old: ids, new: ids, objective: named(true), theme: named(false),
    section: (bundle?.sections ?? []).map((each) => each.section), view: ["auto", "chart", "table"],
  };
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  return Object.fromEntries([...given].filter(([name, value]) => known[name]?.includes(value)));
}

/**
 * @param {State} state
 * @returns {string}
 */
export function writeFragment(state) {
  const chosen = KEPT.filter((name) => state[name] !== null && state[name] !== "auto");
  return `#${new URLSearchParams(chosen.map((name) => [name, String(state[name])]))}`;
}
