/** The workshop: exercises to be done, the bench on which paragraphs are amended, and what a teacher needs. */

/** @import { Host } from "../types.js" */

import { followChapter } from "../chapters.js";
import { make } from "../dom.js";
import { makeBench } from "./bench.js";
import { makeTeacher } from "./teacher.js";

/** @param {Host} host */
export function makeWorkshop(host) {
  const title = make("h3", { tabIndex: -1 }, "Workshop"), place = make("div.place");
  const chapter = followChapter(host, "workshop", () => paint());
  const list = { node: make("section.exercises"), title, paint: () => undefined };
  const makers = /** @type {Record<string, () => {node: HTMLElement, title: HTMLElement, paint: () => void}>} */ ({
    bench: () => makeBench(host), teacher: () => makeTeacher(host, chapter),
  });
  /** @type {Map<string, {node: HTMLElement, title: HTMLElement, paint: () => void}>} */
  const made = new Map([["", list]]);
  const ways = [["", "Exercises"], ["bench", "Amendment bench"], ["teacher", "For the teacher"]].map(([id, words]) =>
    make("button", { type: "button", "data-place": id, click: () => host.choose({ workshop: id }) }, words));
  const node = make("section.leaf.workshop", {}, title, make("nav.acts", { "aria-label": "Places of the workshop" }, ...ways), place);

  function paint() {
    const { workshop } = host.state(), id = Object.hasOwn(makers, workshop) ? workshop : "";
    const part = made.get(id) ?? makers[id]();
    made.set(id, part);
    if (part.node.parentNode !== place) place.replaceChildren(part.node);
    part.paint();
  }
  return { node, title, paint };
}
