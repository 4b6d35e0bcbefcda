/** "Is our sentence in?": any sentence, looked for in a draft. */

/** @import { Host } from "../types.js" */

import { freshId, make, tell } from "../dom.js";
import { leadToPassport } from "../lead.js";

const SIGNS = /** @type {Record<string, string>} */ ({ verbatim: "✓ Word for word", "in part": "◐ In part", "not found": "✗ Not found" });

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("../chapters.js").followChapter>} chapter
 * @param {() => void} repaint
 */
export function makeSentence(host, chapter, repaint) {
  const ids = [freshId("sentence"), freshId("in")], title = make("h4", { tabIndex: -1 }, "Is our sentence in?");
  const words = make("textarea", { id: ids[0], rows: 3, maxLength: 4000, required: true }), select = make("select", { id: ids[1] });
  const said = make("p.told", { role: "status" }), list = make("ul.places");
  let asked = /** @type {{sentence: string, draft: string}|null} */ (null), listed = "", shown = /** @type {any} */ (null);
  const node = make("section.question", {}, title,
    make("p", {}, "Type or paste any words. They are looked for in one draft: word for word, else what there is most like them, with how often random phrases of that length do as well."),
    make("form", { submit: (/** @type {Event} */ event) => { event.preventDefault(); asked = { sentence: words.value.trim(), draft: select.value }; repaint(); } },
      make("label", { htmlFor: ids[0] }, "Our words"), words,
      make("label", { htmlFor: ids[1] }, "Look in"), select, make("button", { type: "submit" }, "Look for it")),
    said, list);
  return {
    node,
    title,
    paint() {
      const drafts = host.drafts(), neu = host.state().new, now = JSON.stringify([drafts, neu]);
      if (now !== listed) {
        select.replaceChildren(...drafts.map(({ draft, title: name }) => make("option", { value: draft }, name)));
        select.value = neu;
        listed = now;
      }
      const told = asked ? chapter.read(asked) : null;
      if (told?.error || told?.busy) list.replaceChildren();
      if (told?.chapter && (told.chapter !== shown || !list.childElementCount)) list.replaceChildren(...told.chapter.found.map((/** @type {any} */ place) => drawFound(place, told.chapter.draft, host)));
      shown = told?.chapter ?? null;
      tell(said, told ? told.error || (told.busy ? "Looking …" : `In ${told.chapter.title}:`) : "");
    },
  };
}

/**
 * @param {{label: string, position: number|null, state: string, text: string, said: string}} place
 * @param {string} draft
 * @param {Host} host
 */
const drawFound = (place, draft, host) => make("li", { "data-verdict": place.state },
  make("p", {}, place.position !== null && make("button.to-card", { type: "button", title: "Follow this paragraph", click: () => leadToPassport(host, draft, Number(place.position)) }, place.label || "¶"), " ",
    make("strong", {}, SIGNS[place.state]), `: ${place.said}.`),
  place.text && make("blockquote", {}, make("p", {}, `“${place.text}”`)));
