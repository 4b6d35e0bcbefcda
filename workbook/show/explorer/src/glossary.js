/** The glossary: what a word means, told where it stands in the page's own texts, and all words in one list. */

/** @import { Host } from "./types.js" */
/** @typedef {{term: string, forms: string[], meaning: string}} Entry */

import { makeDialog } from "./dialog.js";
import { capitalize, freshId, make } from "./dom.js";
import { makeTip } from "./tip.js";

// The page's own sentences. Nothing of a draft stands in them, and nothing that is marked is inside a control.
const OWN = ".caution > span, .explained, .hands, .lead, .how, .note, .honest, .facts";
const NEVER = ".text, .lines, .cards, dialog, button, a, label, summary, [hidden]";

/** @param {Host} host */
export function makeGlossary(host) {
  const search = freshId("glossary-search"), list = make("dl");
  const input = make("input", { id: search, type: "search", autocomplete: "off", spellcheck: false, input: () => narrow(input.value) });
  const found = make("p.count", { role: "status" });
  const box = makeDialog("glossary", "Words used here", make("div.filter", {}, make("label", { htmlFor: search }, "Find a word"), input), found, list);
  const tip = makeTip();
  /** @type {Entry[]} */
  let entries = [];
  /** @type {RegExp|null} */
  let pattern = null;
  /** @type {WeakMap<Element, string>} */
  const done = new WeakMap();

  /** @param {string} words */
  function narrow(words) {
    const wanted = words.trim().toLowerCase();
    const shown = entries.filter(({ term, forms, meaning }) => [term, ...forms, meaning].some((each) => each.toLowerCase().includes(wanted)));
    found.textContent = wanted ? `${shown.length} of ${entries.length} words` : `${entries.length} words`;
    list.replaceChildren(...shown.flatMap(({ term, forms, meaning }) =>
      [make("dt", {}, term, forms.length > 0 && make("span.forms", {}, ` · also: ${forms.join(", ")}`)), make("dd", {}, meaning)]));
  }
  /** @param {string} form */
  const find = (form) => entries.find((entry) => [entry.term, ...entry.forms].some((each) => each.toLowerCase() === form.toLowerCase()));

  /** Each word once a sentence's place, where it stands first. @param {Element} place */
  function markPlace(place) {
    if (!pattern || done.get(place) === place.textContent || place.closest(NEVER)) return;
    done.set(place, place.textContent ?? "");
    /** @type {Set<string>} */
    const told = new Set();
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    for (const text of texts) if (!text.parentElement?.closest(NEVER)) text.replaceWith(...markWords(text.data, told));
  }
  /** @param {string} words @param {Set<string>} told @returns {(Node|string)[]} */
  function markWords(words, told) {
    const parts = [];
    let from = 0;
    for (const match of words.matchAll(/** @type {RegExp} */ (pattern))) {
      const entry = find(match[0]);
      if (!entry || told.has(entry.term)) continue;
      told.add(entry.term);
      parts.push(words.slice(from, match.index), tip.wrap(match[0], `${capitalize(entry.term)}: ${entry.meaning}`));
      from = match.index + match[0].length;
    }
    return [...parts, words.slice(from)];
  }

  return {
    nodes: [box.node, tip.node],
    /** All words, to be looked through. */
    open() {
      input.value = "";
      narrow("");
      box.open(input);
    },
    fill() {
      entries = (host.bundle()?.glossary ?? []).map(([term, forms, meaning]) => ({ term, meaning, forms: forms.split(";").map((each) => each.trim()).filter(Boolean) }));
      const words = entries.flatMap(({ term, forms }) => [term, ...forms]).sort((one, other) => other.length - one.length);
      const safe = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      pattern = safe.length ? new RegExp(`(?<![\\p{L}\\p{N}-])(?:${safe.join("|")})(?![\\p{L}\\p{N}-])`, "giu") : null;
      return entries.length;
    },
    /** @param {Element} root */
    mark: (root) => root.querySelectorAll(OWN).forEach(markPlace),
    close: tip.close,
  };
}
