/** The workshop: exercises to be done, the bench on which paragraphs are amended, and what a teacher needs. */

/** @import { Host } from "../types.js" */
/** @typedef {{node: HTMLElement, title: HTMLElement, paint: () => void}} Place */

import { followChapter } from "../chapters.js";
import { make, tell } from "../dom.js";
import { makeLeaf } from "../leaf.js";
import { makeBench } from "./bench.js";
import { makeExercise } from "./exercise.js";
import { LAST_SEED, makeExercises } from "./exercises.js";
import { makeKeeping } from "./keeping.js";
import { readMade } from "./order.js";
import { SEEDS_ALONE, canMake, followTaught, listIds, nameExercise } from "./taught.js";
import { makeTeacher } from "./teacher.js";

/** @param {Host} host */
export function makeWorkshop(host) {
  const title = make("h3", { tabIndex: -1 }, "Workshop"), place = make("div.place"), ways = makeWays(host);
  const chapter = followChapter(host, "workshop", () => paint()), taught = followTaught(host, chapter, () => paint()), keeping = makeKeeping(host, () => paint());
  /** @type {Map<string, Place>} */
  const made = new Map();
  let current = "", wide = false;
  /** What the bench has on it is read anew where everything was forgotten. */
  const erased = () => void made.delete("bench");
  function again() {
    taught.forget();
    paint();
  }
  const makers = /** @type {Record<string, () => Place>} */ ({
    "": () => makeExercises(host, taught, chapter, keeping, { erased, again }),
    bench: () => makeBench(host), teacher: () => makeTeacher(host, chapter),
  });
  const node = make("section.leaf.workshop", {}, title, ways.node, place);

  /** What is open: a place, or an exercise; what no exercise is called says so. @param {string} name @returns {Place} */
  function makePlace(name) {
    if (Object.hasOwn(makers, name)) return makers[name]();
    return makeOpened(host, name, { taught, keeping, wide: () => wide, again });
  }
  /** @param {boolean} [now] */
  function paint(now = wide) {
    wide = now;
    const { workshop } = host.state(), told = chapter.read(), first = !place.childElementCount;
    const part = made.get(workshop) ?? makePlace(workshop);
    if (Object.hasOwn(makers, workshop)) made.set(workshop, part);
    else {
      for (const name of made.keys()) if (!Object.hasOwn(makers, name) && name !== workshop) made.delete(name);
      made.set(workshop, part);
    }
    ways.paint(workshop);
    node.setAttribute("aria-busy", String(told.busy));
    if (part.node.parentNode !== place) place.replaceChildren(part.node);
    part.paint();
    if (!first && current !== workshop) {
      node.scrollIntoView({ block: "start", behavior: "instant" });
      part.title.focus({ preventScroll: true });
    }
    current = workshop;
  }
  return {
    node, paint,
    /** What is open takes the focus of what is gone. */
    get title() { return made.get(current)?.title ?? title; },
  };
}

/** Ways to the places of the workshop. @param {Host} host */
function makeWays(host) {
  const buttons = [["", "Exercises"], ["bench", "Amendment bench"], ["teacher", "For the teacher"]].map(([id, words]) =>
    make("button", { type: "button", "data-place": id, click: () => host.choose({ workshop: id }) }, words));
  return {
    node: make("nav.ways", { "aria-label": "Places of the workshop" }, ...buttons),
    /** @param {string} open */
    paint(open) {
      for (const button of buttons) {
        const { place = "" } = button.dataset;
        if (place === open) button.setAttribute("aria-current", "page");
        else button.removeAttribute("aria-current");
      }
    },
  };
}

/** Of an exercise that was made from a number, the one of the next. @param {string} id @param {boolean} can  make any @returns {[string, string]} */
function nameOther(id, can) {
  const made = readMade(id), seed = made ? made.seed + 1 : 0;
  return made && seed <= (can ? LAST_SEED : SEEDS_ALONE) ? [`${made.kind}-${seed}`, `Another one: seed ${seed} →`] : ["", ""];
}

/**
 * An exercise that is open, with the ways to the list and to the next one.
 * @param {Host} host
 * @param {string} id
 * @param {{taught: ReturnType<typeof followTaught>, keeping: ReturnType<typeof makeKeeping>, wide: () => boolean, again: () => void}} given
 * @returns {Place}
 */
function makeOpened(host, id, { taught, keeping, wide, again }) {
  const title = make("p.which", { tabIndex: -1 }), body = make("div.opened"), next = make("nav.next", { "aria-label": "Next exercise" });
  /** @type {ReturnType<typeof makeExercise>|null} */
  let shown = null;
  const leaf = makeLeaf(body, (exercise) => [(shown = makeExercise(host, exercise, keeping, wide())).node], again);
  const place = { node: make("div.place-exercise", {}, make("div.bar", {}, make("button.back", { type: "button", click: () => host.choose({ workshop: "" }) }, "← All exercises"), title), body, next), title, paint };
  function paint() {
    const { busy, error, exercise } = taught.find(id), ids = listIds(host, taught.written()), at = ids.indexOf(id), after = ids[at + 1];
    tell(title, at < 0 ? nameExercise(id) : `Exercise ${at + 1} of ${ids.length}`);
    leaf.paint({ busy, error, chapter: exercise });
    shown?.paint();
    place.title = shown?.title ?? title;
    const [to, words] = at < 0 ? nameOther(id, canMake(host)) : after ? [after, `Next: ${taught.find(after).exercise?.title ?? nameExercise(after)} →`] : ["", ""];
    if (next.textContent !== words) next.replaceChildren(...(to ? [make("button", { type: "button", click: () => host.choose({ workshop: to }) }, words)] : []));
  }
  return place;
}
