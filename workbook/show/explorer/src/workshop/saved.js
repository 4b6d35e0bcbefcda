/** The amendments that were saved: edited, removed, handed round as a file, and written into the draft as a Word file. */

/** @import { Host } from "../types.js" */
/** @import { Amendment } from "./amendments.js" */
/** @typedef {ReturnType<typeof import("./amendments.js").makeStore>} Store */

import { freshId, make, tell, unseen } from "../dom.js";
import { download } from "../taking/download.js";
import { LARGEST, MOST, readFile, writeFile } from "./amendments.js";

const KEPT = "Amendments are kept in this browser until you remove them, and sent nowhere. To take them to another computer, or to a colleague who gathers them, save the list as a file.";
const NOT_KEPT = "This browser keeps nothing for this page: save the list as a file before you close it.";
const ALONE = "Word files are written by the workbook's dashboard. This page stands alone: save the list as a file and open it there.";
const WORD = "The whole draft, each amendment as tracked changes in its delegation's name, the reason beside it as a comment. “Reject all” gives the draft back. Where several amend one paragraph, the first listed is made in its place and the others stand behind it as alternatives (“12 Alt.”).";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * @param {Host} host
 * @param {Store} store
 * @param {(amendment: Amendment) => void} edit
 */
export function makeSaved(host, store, edit) {
  const id = freshId("amendments"), title = make("h5", { tabIndex: -1 }, "Saved amendments"), said = make("p.said", { role: "status" }), list = make("ul.saved"), words = make("div.words");
  const field = make("input", { id, type: "file", multiple: true, accept: ".json,application/json", className: "unseen", change: open }), kept = make("p.quiet");
  const save = make("button", { type: "button", click: () => { download("amendments.json", writeFile(store.list()), "application/json"); tell(said, "Handed to your browser: amendments.json."); } }, "Save the list as a file");
  const node = make("section.saved-amendments", {}, title, kept, list, make("div.acts", {}, save, field, make("label.file", { htmlFor: id }, "Open files of amendments")), said, words);
  let shown = "", busy = false;

  async function open() {
    const files = [...(field.files ?? [])];
    field.value = "";
    let taken = 0;
    const wrong = /** @type {string[]} */ ([]);
    for (const file of files) {
      const { error, amendments } = readFile(await file.slice(0, LARGEST + 1).text());
      if (error) wrong.push(`${file.name}: ${error}`);
      for (const one of amendments) {
        if (store.put(one)) taken += 1;
        else wrong.push(`${file.name}: the list holds ${MOST} amendments, as many as fit.`);
      }
    }
    draw();
    tell(said, [taken ? `Opened: ${taken === 1 ? "one amendment" : `${taken} amendments`}.` : "", ...new Set(wrong)].filter(Boolean).join(" "));
  }
  /** @param {Amendment} one @param {number} at */
  function remove(one, at) {
    store.remove(one.id);
    draw();
    const back = make("button", { type: "button", click: () => { store.put(one, at); draw(); tell(said, "It is back."); title.focus(); } }, "Put it back");
    said.replaceChildren(`Removed: ${nameAmended(one)}. `, back);
    back.focus();
  }
  /** @param {string} draft @param {Amendment[]} amendments */
  async function write(draft, amendments) {
    if (busy || !host.take) return;
    busy = true;
    tell(said, "Writing the Word file …");
    const given = { draft, amendments: amendments.map(({ position, old, text, delegation, reason }) => ({ position, old, text, delegation, reason })) };
    const { error, name = "", file } = await host.take("docx", "", given);
    busy = false;
    if (!error && file) download(name, file, DOCX);
    tell(said, error || `Handed to your browser: ${name}`);
  }
  /** @param {Amendment} one @param {number} at */
  function drawOne(one, at) {
    const here = findDraft(host, one), of = `${one.delegation}, ${one.label || "a paragraph without a number"}`;
    return make("li", { "data-amendment": one.id },
      make("p", {}, make("strong", {}, one.delegation), " on ", make("span.label", {}, one.label || "¶"), ` of ${one.title}`, !here && " (this draft is not loaded here)"),
      one.said && make("p.quiet", {}, one.said), one.reason && make("p", {}, unseen("Reason: "), one.reason),
      make("details", {}, make("summary", {}, "Its text", unseen(` (${of})`)), make("p.text", {}, one.text.trim() || "The paragraph is struck.")),
      make("div.acts", {},
        make("button", { type: "button", disabled: !here, click: () => edit({ ...one, draft: here }) }, "Edit", unseen(` the amendment of ${of}`)),
        make("button", { type: "button", click: () => remove(one, at) }, "Remove", unseen(` the amendment of ${of}`))));
  }
  /** @param {[string, Amendment[]]} group */
  function drawWord([draft, amendments]) {
    const names = [...new Set(amendments.map(({ delegation }) => delegation))], pick = freshId("whose");
    const select = make("select", { id: pick }, make("option", { value: "" }, `all ${names.length} delegations`), ...names.map((name) => make("option", { value: name }, name)));
    const chosen = () => amendments.filter(({ delegation }) => names.length < 2 || !select.value || delegation === select.value);
    return make("p.acts", {}, ...(names.length > 1 ? [make("label", { htmlFor: pick }, "Amendments of"), select] : []),
      make("button.word", { type: "button", click: () => write(draft, chosen()) }, `Word file of ${amendments[0].title}, with tracked changes`));
  }
  function draw() {
    const amendments = store.list(), now = JSON.stringify([amendments, host.drafts().map(({ draft, title: name }) => [draft, name]), Boolean(host.take)]);
    tell(kept, store.holds() ? KEPT : `${KEPT} ${NOT_KEPT}`);
    if (now === shown) return;
    shown = now;
    const groups = /** @type {Map<string, Amendment[]>} */ (new Map());
    for (const one of amendments) {
      const draft = findDraft(host, one);
      if (draft) groups.set(draft, [...(groups.get(draft) ?? []), one]);
    }
    list.replaceChildren(...amendments.map(drawOne));
    if (!amendments.length) list.replaceChildren(make("li.none", {}, "None yet: change a paragraph above, say in whose name, and save it."));
    save.disabled = !amendments.length;
    words.replaceChildren(...(!amendments.length ? [] : !host.take ? [make("p.note", {}, ALONE)] : groups.size ? [make("p.note", {}, WORD), ...[...groups].map(drawWord)] : []));
  }
  return { node, draw };
}

/** @param {Amendment} one */
const nameAmended = ({ label, delegation }) => `the amendment of ${delegation} on ${label || "a paragraph without a number"}`;

/** The draft that an amendment is of: a visitor's own bears another name when it is brought again. @param {Host} host @param {Amendment} one @returns {string} */
function findDraft(host, { draft, title }) {
  const drafts = host.drafts();
  return (drafts.find((each) => each.draft === draft) ?? drafts.find((each) => each.yours && each.title === title))?.draft ?? "";
}
