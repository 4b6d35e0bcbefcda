/** My words: where each stands in the two drafts, whether it came, went or stayed, and where else it stands. */

/** @import { Bundle, Host } from "../types.js" */
/** @import { Found, Side } from "./places.js" */

import { followChapter } from "../chapters.js";
import { nameRow } from "../counting.js";
import { freshId, make, tell } from "../dom.js";
import { leadToCard } from "../lead.js";
import { findWords, makeWhole } from "./places.js";
import { makePin } from "./pins.js";

// As many as the chapter takes, and as long.
const MOST = 50, LONGEST = 200;
// Paragraphs that are named before the rest is folded.
const SHOWN = 12;

/** @param {Host} host */
export const readWords = (host) => host.state().watched.split(";").map((words) => words.trim()).filter((words) => words && words.length <= LONGEST).slice(0, MOST);

/**
 * @param {Host} host
 * @param {() => void} repaint
 */
export function makeWatched(host, repaint) {
  const id = freshId("watched"), title = make("h4", { tabIndex: -1 }, "My words");
  const field = make("input", { id, type: "text", maxLength: LONGEST, autocomplete: "off", placeholder: "refugees, or child*" });
  const form = make("form.add-words", { submit: add }, make("label", { htmlFor: id }, "Words to watch"), field, make("button", { type: "submit" }, "Watch"));
  const hint = make("p.quiet", {}, "Whole words, in any case; * stands for any ending: child* finds children too. Several at once are parted by a semicolon.");
  const list = make("ul.watched"), said = make("p.quiet", { role: "status" });
  const chapter = followChapter(host, "list", repaint);

  function add(/** @type {Event} */ event) {
    event.preventDefault();
    const words = field.value.split(";").map((/** @type {string} */ each) => each.replace(/\s+/g, " ").trim()).filter((/** @type {string} */ each) => makeWhole(each));
    field.value = "";
    write([...readWords(host), ...words]);
  }
  /** @param {string[]} words */
  const write = (words) => host.choose({ watched: [...new Set(words)].slice(0, MOST).join("; ") });
  /** @param {string} words */
  function remove(words) {
    write(readWords(host).filter((each) => each !== words));
    field.focus();
  }
  let drawn = /** @type {any[]} */ ([]);
  return {
    node: make("section.words", { "aria-label": "My words" }, title, form, hint, said, list),
    paint() {
      const bundle = host.bundle(), words = readWords(host);
      if (!bundle) return;
      const { busy, error, chapter: told } = words.length ? chapter.read({ words }) : { busy: false, error: "", chapter: null };
      tell(said, !words.length ? "No words are watched yet." : busy ? "Looking in the other drafts …" : error ? `Other drafts: ${error}` : "");
      const now = [bundle, words.join(";"), told];
      if (now.every((each, at) => each === drawn[at])) return; // what is focused stays
      drawn = now;
      list.replaceChildren(...words.map((each, at) => drawWords(each, bundle, host, told?.elsewhere?.[at] ?? null, remove)));
    },
  };
}

/**
 * @param {string} words
 * @param {Bundle} bundle
 * @param {Host} host
 * @param {{title: string, draft: string, times: number, paragraphs: number, places: [number, string][]}[]|null} elsewhere
 * @param {(words: string) => void} remove
 */
function drawWords(words, bundle, host, elsewhere, remove) {
  const pattern = makeWhole(words), found = pattern && findWords(bundle, pattern);
  const away = make("button.away", { type: "button", "aria-label": `take out “${words}”`, click: () => remove(words) }, "take out");
  if (!found) return make("li", {}, make("h5", {}, `“${words}”`), away);
  const title = (/** @type {string} */ draft) => bundle.drafts.find((each) => each.draft === draft)?.title ?? draft;
  const pins = make("div.acts", {}, ...[...new Set([bundle.old, bundle.new])].map((draft) =>
    makePin(host, `“${words}”`, () => ({ kind: "words", drafts: [draft], about: { words } }), `pin for ${title(draft)}`)));
  return make("li", { "data-words": words }, make("h5", {}, `“${words}”`), away,
    make("p", {}, tellSides(found, title(bundle.old), title(bundle.new))),
    found.places.length > 0 && drawPlaces(found, host), elsewhere && drawElsewhere(elsewhere, found.places.length > 0), pins);
}

/** @param {Found} found @param {string} old @param {string} neu */
function tellSides(found, old, neu) {
  if (!found.places.length) return `In neither of the two drafts. Looked through: ${found.old.whole} and ${found.new.whole} paragraphs.`;
  return `${old}: ${tellSide(found.old)}. ${neu}: ${tellSide(found.new)}. Of these, ${found.kept} stayed as they were, ${found.put} came in, ${found.out} went out.`;
}

/** @param {Side} side */
const tellSide = ({ times, paragraphs, whole }) => (times ? `${times} ${times === 1 ? "time" : "times"} in ${paragraphs} of ${whole} paragraphs` : `in none of ${whole} paragraphs`);

/** @param {Found} found @param {Host} host */
function drawPlaces(found, host) {
  const items = found.places.map(({ row, put, out, kept }) => {
    const label = (row.new_position === null ? row.old_label : row.new_label) || "¶";
    const told = [kept && `${kept} stayed`, put && `${put} in`, out && `${out} out`].filter(Boolean).join(", ");
    return make("li", {}, make("button.to-card", { type: "button", "aria-label": `Paragraph ${label}: ${told}`, click: () => leadToCard(host, nameRow(row)) }, label), ` ${told}`);
  });
  const list = make("ul.where-words", { "aria-label": "Paragraphs" }, ...items.slice(0, SHOWN));
  if (items.length <= SHOWN) return list;
  return make("div", {}, list, make("details", {}, make("summary", {}, `${items.length - SHOWN} more`), make("ul.where-words", {}, ...items.slice(SHOWN))));
}

/** @param {{title: string, times: number, paragraphs: number, places: [number, string][]}[]} elsewhere @param {boolean} here */
function drawElsewhere(elsewhere, here) {
  const stands = elsewhere.filter(({ times }) => times), none = elsewhere.filter(({ times }) => !times);
  const lines = stands.map(({ title, times, paragraphs, places }) =>
    `${title}: ${times} ${times === 1 ? "time" : "times"} in ${places.length} of ${paragraphs} paragraphs (${places.slice(0, SHOWN).map(([, label]) => label || "¶").join(", ")}${places.length > SHOWN ? " …" : ""}).`);
  const nowhere = none.length > 0 && `${stands.length ? "Not in " : ""}${none.map(({ title }) => title).join("; ")}.`;
  if (!elsewhere.length) return make("p.elsewhere", {}, "There is no other draft in the list to look in.");
  return make("details.elsewhere", { open: !here }, make("summary", {}, stands.length ? `In ${stands.length} of ${elsewhere.length} other drafts` : `${here ? "In none of" : "Nor in any of"} ${elsewhere.length} other ${elsewhere.length === 1 ? "draft" : "drafts"}`),
    make("ul", {}, ...[...lines, nowhere].filter(Boolean).map((words) => make("li", {}, /** @type {string} */ (words)))));
}
