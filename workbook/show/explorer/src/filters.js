/** The three filters, each a labelled list with counts. */

/** @import { Bundle, Host } from "./types.js" */
/** @import { Filter } from "./counting.js" */

import { countParagraphs, countValues, FILTERS, passes, valuesOf } from "./counting.js";
import { freshId, make, tell } from "./dom.js";

const NAMES = { objective: "Objective", theme: "Theme", section: "Section" };

/**
 * @param {Host} host
 * @returns {{node: HTMLElement, paint: () => void, fill: () => void, unfold: (wide: boolean) => void}}
 */
export function makeFilters(host) {
  const parts = FILTERS.map((filter) => makeFilter(host, filter));
  const clear = make("button.clear", {
    type: "button",
    click: () => host.choose({ objective: null, theme: null, section: null }),
  }, "Clear filters");
  const caption = make("span.chosen");
  /** @type {boolean|null} */
  let roomy = null;
  const fold = make("details.filters", {}, make("summary", {}, "Filters", caption), ...parts.map((part) => part.node), clear);
  return {
    node: fold,
    fill: () => parts.forEach((part) => part.fill()),
    /** Open where there is room, folded where there is none; what a person does in between holds. */
    unfold(wide) {
      if (wide !== roomy) fold.open = roomy = wide;
    },
    paint() {
      const state = host.state();
      const active = FILTERS.filter((filter) => state[filter] !== null).length;
      clear.disabled = !active;
      tell(caption, active ? `${active} chosen` : "");
      parts.forEach((part) => part.paint());
    },
  };
}

/**
 * @param {Host} host
 * @param {Filter} filter
 */
function makeFilter(host, filter) {
  const id = freshId(filter);
  const select = make("select", {
    id,
    "aria-describedby": `${id}-count`,
    change: () => host.choose({ [filter]: select.selectedIndex ? select.value : null }),
  });
  const count = make("p.count", { id: `${id}-count` });
  const node = make("div.filter", {}, make("label", { htmlFor: id }, NAMES[filter]), select, count);
  return {
    node,
    fill() {
      const bundle = host.bundle();
      if (bundle) select.replaceChildren(make("option", {}, "All"), ...listOptions(bundle, filter));
    },
    paint() {
      const bundle = host.bundle(), state = host.state();
      if (!bundle) return;
      const counts = countValues(bundle.rows, state, filter), chosen = state[filter];
      for (const option of select.querySelectorAll("option[data-name]")) {
        tell(option, `${option.dataset.name} (${counts.get(option.value) ?? 0})`);
      }
      const index = [...select.options].findIndex((option, at) => at > 0 && option.value === chosen);
      select.selectedIndex = Math.max(index, 0);
      const found = bundle.rows.filter((row) => chosen === null || valuesOf(row, filter).includes(chosen));
      tell(count, `${countParagraphs(found)} of ${countParagraphs(bundle.rows)} paragraphs`);
      node.classList.toggle("active", chosen !== null);
    },
  };
}

/**
 * @param {Bundle} bundle
 * @param {Filter} filter
 * @returns {HTMLElement[]}
 */
function listOptions(bundle, filter) {
  /** @param {string} value @param {string} name */
  const option = (value, name) => make("option", { value, "data-name": name }, name);
  if (filter === "section") return bundle.sections.map((each) => option(each.section, each.short));
  /** @param {string} scheme */
  const options = (scheme) =>
    bundle.tags.filter((term) => term.scheme === scheme).map((term) => option(term.tag, term.short));
  if (filter === "objective") return options("objective");
  return [["Guiding principles", "principle"], ["Topics", "theme"]].map(([label, scheme]) =>
    make("optgroup", { label }, ...options(scheme)));
}

/**
 * The rows that the choices leave.
 * @param {Host} host
 */
export function chosenRows(host) {
  const state = host.state();
  return (host.bundle()?.rows ?? []).filter((row) => passes(row, state));
}
