/** The list of exercises: the room's in its order, or all; those that are made from the two drafts by a number. */

/** @import { Host } from "../types.js" */
/** @import { Keeping } from "./keeping.js" */
/** @import { Taught } from "./taught.js" */

import { freshId, make, tell } from "../dom.js";
import { makeMissing } from "../leaf.js";
import { makeAnswerFile } from "./answerfile.js";
import { KINDS, readOrder } from "./order.js";
import { SEEDS_ALONE, canMake, nameExercise } from "./taught.js";
import { tellProgress } from "./telling.js";

const ABOUT = /** @type {Record<string, string>} */ ({
  became: "One paragraph of the newer draft, several of the older one: decide by the words.",
  substance: "Pairs of wordings: does the change touch what is said, or its form alone?",
  predict: "An older text: write the line that you expect, then see what came.",
});
export const LAST_SEED = 9999;

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("./taught.js").followTaught>} taught
 * @param {ReturnType<typeof import("../chapters.js").followChapter>} chapter  "workshop"
 * @param {Keeping} keeping
 * @param {{erased: () => void, again: () => void}} acts  when everything was forgotten; to ask once more
 */
export function makeExercises(host, taught, chapter, keeping, { erased, again }) {
  const missing = makeMissing("Working this out …", again), written = make("div.written");
  const title = make("h4", { tabIndex: -1 }, "Exercises"), sum = make("p.quiet", { role: "status" }), list = make("ol.rows"), before = make("p.notice.earlier", { hidden: true });
  const more = make("details.more", {}, make("summary", {}, "Other exercises, beside those of the room"), make("ol.rows"));
  const others = /** @type {HTMLElement} */ (more.querySelector("ol")), making = makeMaking(host);
  const file = makeAnswerFile(host, keeping, taught, () => { before.hidden = true; erased(); });
  written.append(sum, list, more);
  const node = make("section.exercises", {}, before, title, missing.node, written, making.node, file.node);
  before.append(make("span", {}, "Answers of an earlier visit in this browser stand here again. If they are not yours, erase them: "), make("button", { type: "button", click: () => {
    /** @type {HTMLElement|null} */ (file.node.querySelector(".acts > button:last-of-type"))?.click();
  } }, "Start anew …"));
  before.hidden = !keeping.before;

  /** @param {Taught} told */
  function drawRow({ id, busy, error, exercise }) {
    const [sign, words] = exercise ? tellProgress(exercise, (question) => keeping.read(id, question)) : ["", busy ? "is being made …" : error];
    const name = exercise?.title ?? nameExercise(id), seed = exercise?.seed ? ` (seed ${exercise.seed})` : "";
    return make("li", { "data-exercise": id, "data-state": sign },
      make("span.sign", { "aria-hidden": "true" }, sign),
      make("button.open", { type: "button", click: () => host.choose({ workshop: id }) }, `${name}${exercise ? seed : ""}`),
      make("span.quiet", {}, [exercise && `${exercise.minutes} min`, words].filter(Boolean).join(" · ")));
  }
  let drawn = "";
  return {
    node,
    title,
    paint() {
      const told = chapter.read();
      missing.paint(told);
      const room = readOrder(host.state().room), chosen = taught.chosen(), beside = room.length ? taught.written().filter(({ id }) => !room.includes(id)) : [];
      const done = chosen.filter(({ id, exercise }) => exercise && tellProgress(exercise, (question) => keeping.read(id, question))[0] === "✓").length;
      const minutes = chosen.reduce((all, { exercise }) => all + (exercise?.minutes ?? 0), 0);
      written.hidden = told.busy || (told.error !== "" && !chosen.length);
      tell(title, room.length ? "The room's exercises" : "Exercises");
      tell(sum, chosen.length ? [`${done} of ${chosen.length} done`, minutes && `${minutes} minutes in all`].filter(Boolean).join(" · ") : "No exercise is written for these drafts: make one from the two on show below.");
      more.hidden = !room.length;
      // In a room its own exercises are what one came for.
      const home = room.length ? more : node;
      if (making.node.parentNode !== home) home.insertBefore(making.node, room.length ? null : file.node);
      const now = JSON.stringify([chosen.map(({ id, busy, error, exercise }) => [id, busy, error, exercise && tellProgress(exercise, (question) => keeping.read(id, question))]), room, beside.map(({ id }) => tellProgress(taught.find(id).exercise ?? /** @type {any} */ ({ questions: [] }), (question) => keeping.read(id, question)))]);
      if (now !== drawn) {
        const focused = /** @type {HTMLElement|null} */ (document.activeElement)?.closest?.("[data-exercise]")?.getAttribute("data-exercise");
        list.replaceChildren(...chosen.map(drawRow));
        others.replaceChildren(...beside.map(({ id }) => drawRow(taught.find(id))));
        if (focused) /** @type {HTMLElement|null} */ (node.querySelector(`[data-exercise="${focused}"] .open`))?.focus();
      }
      drawn = now;
      making.paint();
      file.paint();
    },
  };
}

/** Exercises out of the two drafts on show: the same number gives everybody the same one. @param {Host} host */
function makeMaking(host) {
  const id = freshId("seed"), error = make("p.error", { role: "alert", hidden: true }), about = make("p.quiet");
  const field = make("input", { id, type: "number", min: 1, max: LAST_SEED, step: 1, value: "1", inputMode: "numeric", required: true });
  const rows = Object.entries(KINDS).map(([kind, name]) => make("li", { "data-kind": kind },
    make("button.open", { type: "button", click: () => begin(kind) }, name), make("span.quiet", {}, ABOUT[kind])));
  const node = make("section.making", {}, make("h4", {}, "Made from the two drafts above"), about,
    make("p.seed", {}, make("label", { htmlFor: id }, "Seed number"), field), error, make("ul.rows", {}, ...rows));
  /** @param {string} kind */
  function begin(kind) {
    const seed = Number(field.value), most = Number(field.max), fits = Number.isInteger(seed) && seed >= 1 && seed <= most;
    error.hidden = fits;
    if (fits) return host.choose({ workshop: `${kind}-${seed}` });
    tell(error, `Type a whole number from 1 to ${most}.`);
    field.focus();
  }
  return {
    node,
    paint() {
      const alone = !canMake(host);
      field.max = String(alone ? SEEDS_ALONE : LAST_SEED);
      tell(about, `Everybody who types the same number gets the same exercise out of the same two drafts.${alone ? ` This page stands alone and holds the numbers 1 to ${SEEDS_ALONE}; the workbook's dashboard makes others.` : ""}`);
    },
  };
}
