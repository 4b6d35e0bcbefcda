/** The filters: words, kind of change, objective, theme and section, each with counts. */

/** @import { Bundle, Host, State } from "./types.js" */
/** @import { Filter } from "./state.js" */

import { countAlone, countChanged, countParagraphs, countValues, nameNumber } from "./counting.js";
import { freshId, hide, make, tell } from "./dom.js";
import { makeSlices } from "./slices.js";
import { FILTERS, isSet, NO_FILTERS } from "./state.js";

const NAMES = { change: "Kind of change", hand: "Whose change", objective: "Objective", theme: "Theme", section: "Section" };
/** @typedef {keyof typeof NAMES} Listed */

/**
 * @param {Host} host
 */
export function makeFilters(host) {
  const words = makeWords(host), changed = makeChangedOnly(host);
  const lists = /** @type {Listed[]} */ (Object.keys(NAMES)).map((filter) => makeList(host, filter));
  const parts = [words, ...lists, changed];
  const counts = makeSlices((/** @type {typeof lists[number]} */ part) => part.tell());
  const clear = make("button.clear", { type: "button", click: () => host.choose(NO_FILTERS) }, "Clear filters");
  const caption = make("span.chosen");
  /** @type {boolean|null} */
  let roomy = null;
  const fold = make("details.filters", {}, make("summary", {}, "Filters", caption), ...parts.map((part) => part.node), clear);
  return {
    node: fold,
    fill: () => lists.forEach((part) => part.fill()),
    /** Open where there is room, folded where there is none; what a person does in between holds. */
    unfold(/** @type {boolean} */ wide) {
      if (wide !== roomy) fold.open = roomy = wide;
    },
    /** The counts within the lists, which nobody sees before a list is opened: when there is nothing else to do. */
    tell: () => counts.begin(lists),
    paint() {
      const active = FILTERS.filter((filter) => isSet(host.state(), filter)).length;
      clear.disabled = !active;
      tell(caption, active ? `${active} chosen` : "");
      const bundle = host.bundle();
      if (bundle) parts.forEach((part) => part.paint(bundle));
    },
    /** Puts the cursor where words are looked for. */
    search() {
      fold.open = true;
      words.input.focus();
      words.input.select();
    },
  };
}

/** @param {number} found @param {Bundle} bundle */
const ofAll = (found, bundle) => `${found} of ${nameNumber(countParagraphs(bundle.rows))}`;

/**
 * How many paragraphs a filter leaves, where it is set; where it is not, the list's title says how many there are.
 * @param {HTMLElement} count
 * @param {Bundle} bundle
 * @param {State} state
 * @param {Filter} filter
 */
function tellCount(count, bundle, state, filter) {
  hide(count, !isSet(state, filter));
  tell(count, count.hidden ? "" : ofAll(countAlone(bundle, state, filter), bundle));
}

/**
 * Words looked for in both texts.
 * @param {Host} host
 */
function makeWords(host) {
  const id = freshId("words");
  const input = make("input", {
    id, type: "search", placeholder: "in both texts", "aria-describedby": `${id}-count`, autocomplete: "off", spellcheck: false,
    input: () => host.choose({ words: input.value }),
  });
  const count = make("p.count", { id: `${id}-count` });
  const node = make("div.filter", {}, make("label", { htmlFor: id }, "Words"), input, count);
  return {
    node,
    input,
    /** @param {Bundle} bundle */
    paint(bundle) {
      const state = host.state();
      if (input.value !== state.words) input.value = state.words;
      tellCount(count, bundle, state, "words");
      node.classList.toggle("active", isSet(state, "words"));
    },
  };
}

/**
 * Unchanged paragraphs away.
 * @param {Host} host
 */
function makeChangedOnly(host) {
  const id = freshId("changed");
  const box = make("input", { id, type: "checkbox", change: () => host.choose({ changed_only: box.checked }) });
  const count = make("span.count");
  return {
    node: make("div.filter.only", {}, box, make("label", { htmlFor: id }, "Only what changed"), count),
    /** @param {Bundle} bundle */
    paint(bundle) {
      const state = host.state();
      box.checked = state.changed_only;
      tell(count, ofAll(countChanged(bundle), bundle));
    },
  };
}

/**
 * A filter that is a list of values.
 * @param {Host} host
 * @param {Listed} filter
 */
function makeList(host, filter) {
  const id = freshId(filter);
  const select = make("select", {
    id, "aria-describedby": `${id}-count`,
    change: () => host.choose({ [filter]: select.selectedIndex ? select.value : null }),
  });
  const count = make("p.count", { id: `${id}-count` });
  const strange = make("option", { value: "" });
  const node = make("div.filter", {}, make("label", { htmlFor: id }, NAMES[filter]), select, count);
  return {
    node,
    fill() {
      const bundle = host.bundle();
      if (bundle) select.replaceChildren(make("option", {}, "All"), ...listOptions(bundle, filter));
    },
    /** @param {Bundle} bundle */
    paint(bundle) {
      const state = host.state(), chosen = state[filter];
      strange.remove();
      const known = chosen === null ? 0 : [...select.options].findIndex((option, at) => at > 0 && option.value === chosen);
      if (chosen !== null && known < 0) addStrange(select, strange, chosen);
      // Where no mark tells of hands there is nothing to choose from.
      hide(node, select.options.length < 2);
      const at = known < 0 ? select.options.length - 1 : known;
      if (select.selectedIndex !== at) select.selectedIndex = at;
      tellCount(count, bundle, state, filter);
      node.classList.toggle("active", chosen !== null);
    },
    tell() {
      const bundle = host.bundle(), counts = bundle ? countValues(bundle, host.state(), filter) : new Map();
      for (const option of select.querySelectorAll("option[data-name]")) tell(option, `${option.dataset.name} (${counts.get(option.value) ?? 0})`);
    },
  };
}

/**
 * What was chosen stays chosen, even where these drafts do not have it.
 * @param {HTMLSelectElement} select
 * @param {HTMLOptionElement} option
 * @param {string} chosen
 */
function addStrange(select, option, chosen) {
  option.value = chosen;
  tell(option, `${chosen} (not in these drafts)`);
  select.append(option);
}

/**
 * @param {Bundle} bundle
 * @param {Listed} filter
 * @returns {HTMLElement[]}
 */
function listOptions(bundle, filter) {
  /** @param {string} value @param {string} name */
  const option = (value, name) => make("option", { value, "data-name": name }, name);
  if (filter === "section") return bundle.sections.map((each) => option(each.section, each.short));
  if (filter === "hand") return bundle.hands.map((each) => option(each.hand, each.name));
  if (filter === "change") return Object.entries(bundle.kinds).map(([kind, name]) => option(kind, name));
  /** @param {string} scheme */
  const options = (scheme) =>
    bundle.tags.filter((term) => term.scheme === scheme).map((term) => option(term.tag, term.short));
  if (filter === "objective") return options("objective");
  return [["Guiding principles", "principle"], ["Topics", "theme"]].map(([label, scheme]) =>
    make("optgroup", { label }, ...options(scheme)));
}
