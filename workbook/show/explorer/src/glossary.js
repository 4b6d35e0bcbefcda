/** The glossary: what a word means, told where it stands in the page's own texts, and all words in one list. */

/** @import { Host } from "./types.js" */
/** @typedef {{term: string, forms: string[], meaning: string}} Entry */

import { makeDialog } from "./dialog.js";
import { capitalize, freshId, make } from "./dom.js";
import { makeTip } from "./tip.js";

// The page's own sentences: no draft's words stand in them but in quotation marks. What is marked is inside no control.
const OWN = ".caution > span, .explained, .hands, .lead, .note, .quiet, [data-tab=commitments] .facts";
const NEVER = ".text, .lines, .cards, [role=status], dialog, button, a, label, summary, q, [hidden]";
const QUOTED = "“[^”]*”";
// Milliseconds: texts that come with a chapter, or change with a choice, are marked when the page has come to rest.
const REST = 120;

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
  /** @type {MutationObserver|null} */
  let watcher = null;
  let resting = 0;
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

  /** Each word once in the head and once in a tab, where it stands first. @param {Element} place */
  function markPlace(place) {
    if (!pattern || done.get(place) === place.textContent || place.closest(NEVER) || !place.checkVisibility()) return;
    done.set(place, place.textContent ?? "");
    const marked = place.closest("[role=tabpanel], .head")?.querySelectorAll(".gloss") ?? [];
    const told = new Set([...marked].flatMap((each) => (each.checkVisibility() ? find(each.textContent ?? "")?.term ?? [] : [])));
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
      const entry = find(match[1] ?? "");
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
      pattern = safe.length ? new RegExp(`${QUOTED}|(?<![\\p{L}\\p{N}-])(${safe.join("|")})(?![\\p{L}\\p{N}-])`, "giu") : null;
      return entries.length;
    },
    /** Marks the words of a page, and of whatever it shows later. @param {Element} root */
    follow(root) {
      const mark = () => root.querySelectorAll(OWN).forEach(markPlace);
      const wait = () => {
        clearTimeout(resting);
        resting = window.setTimeout(mark, REST);
      };
      watcher = new MutationObserver(wait);
      watcher.observe(root, { childList: true, subtree: true });
      root.addEventListener("toggle", wait, true); // what was folded
    },
    close() {
      watcher?.disconnect();
      clearTimeout(resting);
      tip.close();
    },
  };
}
