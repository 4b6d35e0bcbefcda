/** The phrases of the scale as they are shown, and the two small forms that change them. */

/** @typedef {import("./rungs.js").Phrase} Phrase */
/** @typedef {import("./rungs.js").Scale} Scale */
/** @typedef {(next: string, done: string) => void} Apply */
/** @typedef {(phrase: Phrase, rung: number) => HTMLElement} Open  the form that moves a phrase */

import { freshId, make } from "../dom.js";
import { hasSwitch } from "./changes.js";

// As long as a phrase may be, in letters; the workbook checks it again.
const LONGEST = 60;

/** The rungs that a phrase can stand on: where 5 and 6 are one, that is 5. @param {Scale} scale */
const listRungs = (scale) => scale.rungs.filter(({ rung }) => rung > 0 && !(rung === 6 && hasSwitch(scale.changes, "merge")));

/** @param {Scale} scale @param {number} [chosen] */
const drawOptions = (scale, chosen) => listRungs(scale).map(({ rung, name }) => make("option", { value: String(rung), selected: rung === chosen }, `${rung}, ${name}`));

/**
 * The rungs, the highest first, each with its phrases; `open` is null where they cannot be changed.
 * @param {Scale} scale
 * @param {Open|null} open
 */
export function drawRungs(scale, open) {
  const drawn = scale.rungs.map(({ rung, name, title, phrases }) => drawGroup(`${rung} · ${name}`, tellRung(scale, rung, title), phrases, rung, open));
  return scale.out.length ? [...drawn, drawGroup("Taken out by you", "as an act such a verb is unlisted, and rung 5 is assumed; as a verb that leads it makes no clause", scale.out, 0, open)] : drawn;
}

/** @param {Scale} scale @param {number} rung @param {string} title */
function tellRung(scale, rung, title) {
  if (!rung) return "a paragraph without any such clause: no phrase of its own";
  return rung === 6 && hasSwitch(scale.changes, "merge") ? "by your scale one with rung 5" : title;
}

/** @param {string} name @param {string} title @param {Phrase[]} phrases @param {number} rung @param {Open|null} open */
function drawGroup(name, title, phrases, rung, open) {
  const place = make("div.mover"), list = make("ul.phrases", {}, ...phrases.map((phrase) => make("li", {}, drawPhrase(phrase, rung, place, open))));
  return make("section.rung-of", { "data-rung": rung }, make("h5", {}, name), !name.endsWith(title.toLowerCase()) && make("p.facts", {}, title), phrases.length > 0 && list, place);
}

/** @param {Phrase} phrase @param {number} rung @param {HTMLElement} place @param {Open|null} open */
function drawPhrase(phrase, rung, place, open) {
  const bases = Object.values(phrase.base), was = bases[0] === null ? "added by you" : rung && bases.some((base) => base !== rung) ? `was ${bases[0]}` : "";
  const words = [phrase.term, was && make("span.was", {}, ` (${was})`)];
  if (!open) return make("span.chip", {}, ...words);
  const button = make("button.chip", { type: "button", "aria-expanded": "false", "data-term": phrase.term }, ...words);
  button.addEventListener("click", () => {
    const again = button.getAttribute("aria-expanded") === "true";
    for (const other of place.closest(".groups")?.querySelectorAll("[aria-expanded=true]") ?? []) other.setAttribute("aria-expanded", "false");
    for (const other of place.closest(".groups")?.querySelectorAll(".mover") ?? []) other.replaceChildren();
    if (again) return;
    button.setAttribute("aria-expanded", "true");
    place.replaceChildren(open(phrase, rung));
    place.querySelector("select")?.focus();
  });
  return button;
}

/**
 * The form that moves a phrase or takes it out.
 * @param {Apply} apply
 */
export function makeMover(apply) {
  return {
    /**
     * @param {Phrase} phrase
     * @param {number} rung
     * @param {Scale} scale
     * @param {(to: number|null) => string} write  the changes with the phrase on another rung, or out
     */
    open(phrase, rung, scale, write) {
      const id = freshId("move"), select = make("select", { id }, ...drawOptions(scale, rung)), { term } = phrase;
      const out = () => apply(write(null), `“${term}” is taken out.`), added = Object.values(phrase.base)[0] === null;
      return make("form.moving", { submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        apply(write(Number(select.value)), `“${term}” stands on rung ${select.value}.`);
      } }, make("label", { htmlFor: id }, `“${term}” to rung `), select, make("button", { type: "submit" }, rung ? "Move" : "Put back"),
      (rung > 0 || added) && make("button", { type: "button", click: out }, "Take out"));
    },
  };
}

/**
 * The form that adds a phrase in plain words.
 * @param {(words: string, rung: number) => void} add
 */
export function makeForm(add) {
  const id = freshId("phrase"), input = make("input", { id, type: "text", maxLength: LONGEST, autocomplete: "off", spellcheck: false, required: true, "aria-describedby": `${id}-help` });
  const rung = make("select", { id: `${id}-rung` });
  return {
    node: make("form.adding", { submit: (/** @type {Event} */ event) => {
      event.preventDefault();
      add(input.value.trim().replace(/\s+/g, " "), Number(rung.value));
    } }, make("label", { htmlFor: id }, "Add a phrase "), input, make("label", { htmlFor: rung.id }, " on rung "), rung, make("button", { type: "submit" }, "Add"),
    make("p.facts", { id: `${id}-help` }, "Plain words, as they stand in the text: “establishing” finds “We commit to establishing” and “We will establish”. On rungs 1 to 3 the verb leads (“we regret”), on 5 and 6 it stands behind “we will” or “we commit to”, on 4 it may do both.")),
    clear: () => (input.value = ""),
    /** @param {Scale} scale */
    paint(scale) {
      const chosen = Math.min(Number(rung.value) || 6, listRungs(scale)[0].rung);
      rung.replaceChildren(...drawOptions(scale, chosen));
    },
  };
}

/** What has no rung of its own: verbs whose act decides, tones and objects. @param {Scale} scale */
export const drawOrders = ({ decided, orders }) => [
  make("summary", {}, "What has no rung of its own"),
  make("p", {}, `The verb behind these decides: ${decided.join(", ")}.`),
  make("p", {}, "Words of one kind that differ in force, the weakest first. They make another tone or another object, and no other rung:"),
  make("ul", {}, ...orders.map(({ title, terms }) => make("li", {}, `${title}: ${terms.join(" < ")}`))),
];
