/** One of a visitor's own files: what it is called, what stands in it, what is doubtful; and a form for the names. */

/** @import { Host, Upload } from "./types.js" */

import { freshId, make, tell } from "./dom.js";

// As many characters as app/uploads.py takes.
const LONGEST_TITLE = 200, LONGEST_NAME = 80;

/**
 * @param {Upload} file
 * @param {Host} host
 * @param {(words: string) => void} say
 * @param {HTMLElement} [before]  the same file as it was listed until now
 * @returns {HTMLElement}
 */
export function makeFile(file, host, say, before) {
  const error = make("p.error", { role: "alert", hidden: true });
  const remove = make("button.back", { type: "button", "aria-label": `Remove ${file.title}`, click: () => take() }, "Remove");
  const fold = make("details", {}, make("summary", {}, file.hands.length ? "Title, date and names" : "Title and date"), makeForm(file, host, say));
  const use = make("button.back", { type: "button", "aria-label": `Use ${file.title} as a reference text`, click: () => host.choose({ tab: "sources", reference: whole(file) }) }, "Use as a reference text");
  async function take() {
    const answer = await host.bring("remove", { file: file.file });
    tell(error, answer.error);
    error.hidden = !answer.error;
    if (!answer.error) say(`${file.title} is removed.`);
  }
  const node = make("li", {},
    make("div.bar", {}, make("strong", {}, file.title), remove),
    make("p.place", {}, tellFile(file)), make("p", {}, use), error,
    file.notices.length > 0 && make("ul.notices", { "aria-label": `What is doubtful in ${file.title}` }, ...file.notices.map((notice) => make("li", {}, notice))), fold);
  if (before?.contains(document.activeElement)) queueMicrotask(() => fold.querySelector("summary")?.focus());
  return node;
}

/** The text of a file with all of its changes. @param {Upload} file */
export const whole = ({ drafts }) => (drafts.find(([_draft, hands]) => hands === "all") ?? drafts[0])[0];

/** @param {Upload} file */
function tellFile({ name, date, title, drafts }) {
  const texts = drafts.map(([_draft, _hands, told]) => (told.startsWith(`${title}, `) ? told.slice(title.length + 2) : told));
  return [name, date, drafts.length > 1 && `${drafts.length} readings: ${texts.join(", ")}`].filter(Boolean).join(" · ");
}

/**
 * @param {Upload} file
 * @param {Host} host
 * @param {(words: string) => void} say
 * @returns {HTMLElement}
 */
function makeForm(file, host, say) {
  const title = makeField("Title", { type: "text", value: file.title, maxLength: LONGEST_TITLE, required: true });
  const date = makeField("Date, if it has one", { type: "date", value: file.date });
  const hands = file.hands.map(([hand, name], at) =>
    ({ hand, ...makeField(file.hands.length > 1 ? `Name of hand ${at + 1}` : "Name of its hand", { type: "text", value: name, maxLength: LONGEST_NAME, required: true }) }));
  const error = make("p.error", { role: "alert", hidden: true });
  async function submit(/** @type {Event} */ event) {
    event.preventDefault();
    if ("asked" in form.dataset) return;
    form.dataset.asked = "";
    const names = Object.fromEntries(hands.map(({ hand, input }) => [hand, input.value]));
    const answer = await host.bring("edit", { file: file.file, title: title.input.value, date: date.input.value, hands: names });
    delete form.dataset.asked;
    tell(error, answer.error);
    error.hidden = !answer.error;
    if (!answer.error) say(`${title.input.value} is saved.`);
  }
  const form = make("form", { submit, "aria-label": `Names of ${file.title}` },
    make("div.fields", {}, title.node, date.node, ...hands.map(({ node }) => node)), error, make("div.acts", {}, make("button.save", { type: "submit" }, "Save")));
  return form;
}

/**
 * @param {string} words
 * @param {Record<string, any>} traits
 */
function makeField(words, traits) {
  const id = freshId("field"), input = make("input", { id, autocomplete: "off", ...traits });
  return { input, node: make("div.field", {}, make("label", { htmlFor: id }, words), input) };
}
