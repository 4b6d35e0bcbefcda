/** A learner's answers: where they are kept, as a file to hand in or to go on with, and all of them forgotten. */

/** @import { Host } from "../types.js" */
/** @import { Keeping } from "./keeping.js" */

import { freshId, make, tell } from "../dom.js";
import { download } from "../taking/download.js";
import { nameExerciseOf } from "./keeping.js";
import { LARGEST, nameFile, readFile, writeFile } from "./progress.js";
import { quoteMark } from "./telling.js";

const SEEN = "Where the workbook's engine is asked about a text it reads it, and writes none of it down. Nobody else sees your answers unless you hand them over, and nothing in them says whose they are. A file of them carries a random mark, drawn in this browser, which tells it from the files of others who answered the same; “Start anew” draws another.";
const KEPT = `Your answers stay with you: short ones in this page's address and in this browser, texts in this browser alone. ${SEEN}`;
const KEPT_IN_NOTEBOOK = `Your answers stay with you: short ones in the explorer's trait, explorer.answers, and in this browser, texts in this browser alone. ${SEEN}`;
const NOT_KEPT = "This browser keeps nothing for this page: download your answers before you close it.";

/**
 * @param {Host} host
 * @param {Keeping} keeping
 * @param {ReturnType<typeof import("./taught.js").followTaught>} taught
 * @param {() => void} erased  told when everything was forgotten
 */
export function makeAnswerFile(host, keeping, taught, erased) {
  const id = freshId("answers"), title = make("h4", { tabIndex: -1 }, "Your answers"), said = make("p.said", { role: "status" }), kept = make("p.quiet");
  const field = make("input", { id, type: "file", accept: ".json,application/json", className: "unseen", change: open });
  const begin = make("button", { type: "button", click: () => ask(true) }, "Start anew …");
  const erase = make("button.erase", { type: "button", click: forget }, "Erase everything"), sure = make("div.sure", { hidden: true, role: "group", "aria-label": "Start anew" },
    make("p", {}, "All answers, texts and amendments of the workshop are erased, in this page and in this browser. What was downloaded stays."),
    make("div.acts", {}, erase, make("button", { type: "button", click: () => ask(false) }, "Keep them")));
  const node = make("section.answer-file", {}, title, kept,
    make("div.acts", {}, make("button", { type: "button", click: save }, "Download my answers"), field, make("label.file", { htmlFor: id }, "Open a file of answers"), begin), sure, said);

  function save() {
    const { room, old, new: neu } = host.state();
    const quote = (/** @type {string} */ name, /** @type {import("./checking.js").Mark} */ mark) => {
      const exercise = taught.find(nameExerciseOf(host, name) ?? "").exercise;
      const question = exercise?.questions.find((each) => keeping.read(exercise.id, each.id).given.some((value) => JSON.stringify(value) === JSON.stringify(mark)));
      return exercise && question ? quoteMark(exercise, question, mark) : "";
    };
    const mark = keeping.mark(), name = nameFile(mark);
    download(name, writeFile(keeping.all(), { mark, room, old, new: neu }, quote), "application/json");
    tell(said, `Handed to your browser: ${name}. No name is in it; the letters behind “answers” are of its random mark.`);
  }
  async function open() {
    const file = field.files?.[0];
    field.value = "";
    if (!file) return;
    const { error, progress, about } = readFile(await file.slice(0, LARGEST + 1).text());
    if (error) return tell(said, error);
    keeping.replace(progress, about.mark);
    if (about.room && about.room !== host.state().room) host.choose({ room: about.room });
    const apart = [...progress.keys()].filter((name) => nameExerciseOf(host, name) === null).length;
    tell(said, `Opened: answers to ${progress.size === 1 ? "one exercise" : `${progress.size} exercises`} stand in the place of those before.` +
      (apart ? ` ${apart === 1 ? "One of them was" : `${apart} of them were`} made from other drafts than those chosen above.` : ""));
  }
  /** @param {boolean} open */
  function ask(open) {
    sure.hidden = !open;
    (open ? erase : begin).focus();
  }
  function forget() {
    keeping.erase();
    sure.hidden = true;
    erased();
    tell(said, "Everything is erased.");
    title.focus();
  }
  return {
    node,
    paint: () => tell(kept, [host.ours ? KEPT : KEPT_IN_NOTEBOOK, !keeping.holds() && NOT_KEPT].filter(Boolean).join(" ")),
  };
}
