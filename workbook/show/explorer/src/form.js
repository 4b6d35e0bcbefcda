/** The form with which a reader says what became of chosen words. */

/** @import { Marks, Remark, Row } from "./types.js" */
/** @typedef {import("./editing.js").Editing} Editing */
/** @typedef {import("./words.js").Chosen} Chosen */

import { freshId, make, tell } from "./dom.js";
import { NOT_KNOWN, nameHand, tellState } from "./states.js";

const FATES = { stay: "stood there and stay", put: "were put in", struck: "were struck", both: "were put in, and struck by another" };
const GRADES = {
  documented: "documented: a document says so", corroborated: "corroborated: another text shows it",
  inferred: "inferred: by my judgement", unknown: "unknown: nothing tells",
};
// As many characters of a reason as `read/remarks.py` takes, and of the words as the form repeats.
const MOST_REASON = 1000, QUOTED = 160;

/**
 * @param {{chosen: Chosen, marks: Marks, editing: Editing, side: "old"|"new", row: Row,
 *   words: import("./words.js").Words}} given
 * @returns {HTMLElement}
 */
export function makeForm({ chosen, marks, editing, side, row, words }) {
  const hands = marks.hands.length ? marks.hands.map(([id]) => id) : [NOT_KNOWN];
  const [put = "", struck = ""] = chosen.state ?? [];
  const names = hands.map((hand) => /** @type {[string, string]} */ ([hand, nameHand(hand, marks)]));
  const fates = Object.entries(FATES).filter(([fate]) => fate !== "both" || hands.length > 1);
  const fate = makeList("These words", fates, struck ? (put ? "both" : "struck") : put ? "put" : "stay");
  const by = makeList("put in by", names, put || hands[0]), off = makeList("struck by", names, struck || hands.at(-1) || "");
  const grade = makeList("How sure", Object.entries(GRADES), "inferred");
  const id = freshId("why"), why = make("input", { id, type: "text", maxLength: MOST_REASON, required: true, autocomplete: "off" });
  const save = make("button.save", { type: "submit" }, "Save"), error = make("p.error", { role: "alert" });
  error.hidden = true;

  queueMicrotask(() => form.scrollIntoView({ block: "nearest" }));
  const paint = () => {
    by.node.hidden = !["put", "both"].includes(fate.value());
    off.node.hidden = !["struck", "both"].includes(fate.value());
  };
  fate.node.addEventListener("change", paint);
  paint();
  async function submit(/** @type {Event} */ event) {
    event.preventDefault();
    /** @type {Remark} */
    const remark = {
      file: marks.file, line: chosen.line, start: chosen.start, words: chosen.words,
      inserted_by: by.node.hidden ? "" : by.value(), deleted_by: off.node.hidden ? "" : off.value(),
      grade: grade.value(), reason: why.value.trim(),
    };
    save.disabled = true;
    tell(save, "Saving …");
    const trouble = await editing.save([remark], { side, row, line: chosen.line, start: chosen.start });
    save.disabled = false;
    tell(save, "Save");
    tell(error, trouble);
    error.hidden = !trouble;
    if (trouble) save.focus();
    else if (form.isConnected) words.clear();
  }
  const longer = make("span.steps", { role: "group", "aria-label": "Length of the run" },
    make("button", { type: "button", "aria-label": "one word more before", click: () => words.widen(-1) }, "‹"),
    make("span", { "aria-hidden": "true" }, "longer"),
    make("button", { type: "button", "aria-label": "one word more behind", click: () => words.widen(1) }, "›"));
  const form = make("form.remark", { submit, "aria-label": "Your mark" },
    make("p.quoted", {}, make("strong", {}, `“${shorten(chosen.words)}”`), longer),
    make("p.now", {}, tellState(chosen.state, marks) || "no mark is on them: they stood there and stay"),
    make("div.fields", {}, fate.node, by.node, off.node, grade.node,
      make("div.field.why", {}, make("label", { htmlFor: id }, "Why"), why)),
    error, make("div.acts", {}, save, make("button", { type: "button", click: () => words.clear() }, "Cancel")));
  form.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    words.clear();
    words.focus();
  });
  return form;
}

/** @param {string} words */
function shorten(words) {
  const plain = words.replace(/\s+/g, " ");
  return plain.length > QUOTED ? `${plain.slice(0, QUOTED)} …` : plain;
}

/**
 * @param {string} words
 * @param {[string, string][]} options
 * @param {string} chosen
 */
function makeList(words, options, chosen) {
  const id = freshId("field");
  const select = make("select", { id }, ...options.map(([value, name]) => make("option", { value, selected: value === chosen }, name)));
  return { node: make("div.field", {}, make("label", { htmlFor: id }, words), select), value: () => /** @type {string} */ (select.value) };
}
