/** The search box: a number of any draft, or words; a list below it is walked with the arrow keys. */

/** @import { Chapter } from "./types.js" */
/** @import { Found } from "./lookup.js" */

import { freshId, make, tell, unseen } from "../dom.js";
import { findParagraphs } from "./lookup.js";

/**
 * @param {() => Chapter|null} read
 * @param {(found: Found) => void} choose
 */
export function makeSearch(read, choose) {
  const id = freshId("paragraph"), list = make("ul.suggestions", { role: "listbox", id: freshId("suggestions"), "aria-label": "Paragraphs", hidden: true });
  const input = make("input", {
    id, type: "search", role: "combobox", autocomplete: "off", spellcheck: false, placeholder: "a number, old or new, or words",
    "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
  });
  const count = make("p.unseen", { role: "status" });
  const node = make("div.search", {}, make("label", { htmlFor: id }, "Which paragraph?"), make("div.box", {}, input, list), count);
  /** @type {Found[]} */
  let found = [];
  let active = -1, entered = false;
  /** @type {Chapter|null} */
  let known = null;

  function look() {
    const chapter = (known = read());
    const told = chapter && input.value.trim() ? findParagraphs(chapter, input.value) : { found: [], more: 0 };
    found = told.found;
    active = -1;
    list.replaceChildren(...(chapter ? found.map((each, at) => drawFound(each, at, chapter)) : []));
    if (told.more) list.append(make("li.more", { role: "presentation" }, `and ${told.more} more: type on to see them`));
    if (chapter && input.value.trim() && !found.length) list.append(make("li.more", { role: "presentation" }, "No draft here has this number or these words."));
    show(list.childElementCount > 0);
    tell(count, input.value.trim() ? `${found.length + told.more} ${found.length + told.more === 1 ? "paragraph" : "paragraphs"} found` : "");
  }
  /** @param {boolean} open */
  function show(open) {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) mark(-1);
  }
  /** @param {number} at */
  function mark(at) {
    active = at;
    const options = [...list.querySelectorAll("[role=option]")];
    for (const [place, option] of options.entries()) option.setAttribute("aria-selected", String(place === at));
    if (options[at]) input.setAttribute("aria-activedescendant", options[at].id);
    else input.removeAttribute("aria-activedescendant");
    options[at]?.scrollIntoView({ block: "nearest" });
  }
  /** @param {number} at */
  function pick(at) {
    if (!found[at]) return;
    show(false);
    choose(found[at]);
  }
  /** @param {Found} each @param {number} at @param {Chapter} chapter */
  function drawFound({ label, trail, words, drafts, stop }, at, chapter) {
    const before = trail.length > 1 ? trail.join(" → ") : "";
    return make("li", { role: "option", id: freshId("suggestion"), "aria-selected": "false", pointerdown: (/** @type {Event} */ event) => { event.preventDefault(); pick(at); } },
      make("strong", {}, unseen("paragraph "), label), make("span.in", {}, drafts.length === chapter.drafts.length ? "in every draft" : `${drafts.length > 1 ? "last in" : "in"} ${chapter.drafts[stop.at].title}`),
      before && make("span.trail", {}, unseen("its numbers: "), before), make("span.words", {}, words));
  }

  /** What was typed before the drafts were followed is looked for, and opened where Enter was pressed. */
  function arrive() {
    if (read() === known || !input.value.trim() || !(entered || input === document.activeElement)) return;
    look();
    if (entered) pick(0);
    entered = false;
  }
  input.addEventListener("input", () => {
    entered = false;
    look();
  });
  input.addEventListener("focus", look);
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      if (list.hidden) show(true);
      mark((active + step + (active < 0 && step < 0 ? 1 : 0) + found.length) % found.length);
    } else if (event.key === "Enter") {
      entered = !known;
      pick(Math.max(active, 0));
    }
    else if (event.key === "Escape" && !list.hidden) show(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { node, input, arrive };
}
