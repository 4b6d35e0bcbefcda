/** What is on show, as a file to take away: a table of what the filters leave, Word, a page of its own, paper. */

/** @import { Host } from "../types.js" */

import { chosenRows, countParagraphs, nameNumber } from "../counting.js";
import { makeDialog } from "../dialog.js";
import { make, tell } from "../dom.js";
import { tellChoices } from "../redlines.js";
import { writeFragment } from "../address.js";
import { download } from "./download.js";

const TABLES = { xlsx: "Excel", csv: "CSV", parquet: "Parquet" };
const WHOLE = { docx: "Word, with tracked changes", html: "One HTML file that opens at this view" };
const TYPES = /** @type {Record<string, string>} */ ({
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", zip: "application/zip", html: "text/html",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
});
const ALONE = "This page stands alone, and is itself the one file to send on. Tables and Word files are made where the workbook runs: in its dashboard, or by its commands (workbook table changes OLD NEW -o changes.xlsx).";

/** @param {Host} host */
export function makeTaking(host) {
  const box = makeDialog("taking", "Take away"), said = make("p.said", { role: "status" }), shown = make("p"), print = make("button", { type: "button", click: printList }, "Print, or save as PDF");
  let busy = false;

  /** @param {string} kind */
  async function take(kind) {
    if (busy || !host.take) return;
    busy = true;
    paintButtons();
    tell(said, "Making the file …");
    const { error, name = "", file } = await host.take(kind, writeFragment(host.state()));
    busy = false;
    paintButtons();
    if (!error && file) download(name, file, TYPES[name.split(".").pop() ?? ""] ?? "application/octet-stream");
    tell(said, error || `Handed to your browser: ${name}`);
  }
  /** The list of changes, as the filters leave it. */
  function printList() {
    box.close();
    host.choose({ tab: "compare" });
    requestAnimationFrame(() => setTimeout(() => window.print())); // once the list stands there
  }
  const buttons = /** @type {HTMLButtonElement[]} */ ([...Object.entries(TABLES), ...Object.entries(WHOLE)].map(([kind, words]) =>
    make("button", { type: "button", "data-kind": kind, click: () => take(kind) }, words)));
  /** What is being made can be neither made twice nor lost. */
  function paintButtons() {
    for (const button of buttons) button.setAttribute("aria-disabled", String(busy));
  }
  /** @param {Record<string, string>} kinds */
  const pick = (kinds) => make("p.acts", {}, ...buttons.filter((button) => Object.hasOwn(kinds, button.dataset.kind ?? "")));
  const made = host.take
    ? [make("h4", {}, "What the filters leave, as a table"), shown, pick(TABLES),
      make("p.note", {}, "A row for each paragraph: both texts, the redline, what became of it and why the workbook says so, rungs, caveats, themes, objectives, whose words with their grade. A second sheet says which drafts, hands, lists and filters made it, and when; CSV and Parquet come in a .zip with the same in a file beside."),
      make("h4", {}, "The whole comparison"), pick(WHOLE)]
    : [make("p", {}, ALONE)];
  const paper = host.ours
    ? [make("p.acts", {}, print), make("p.note", {}, "The list as the filters leave it, with redlines.")]
    : [make("p.note", {}, "A notebook would be printed whole: take the HTML file, open it and print that.")];
  box.node.append(...made, make("h4", {}, "On paper"), ...paper, make("p.note", {}, "Each chart has buttons below it that save its picture."), said);
  return {
    node: box.node,
    button: make("button", { type: "button", "aria-haspopup": "dialog", click: open }, "Take away"),
    close: box.close,
  };

  function open() {
    const bundle = host.bundle(), state = host.state();
    if (!bundle) return;
    const rows = chosenRows(bundle, state), told = tellChoices(bundle, state).map(([, words]) => words);
    tell(shown, told.length ? `${countParagraphs(rows)} of ${nameNumber(countParagraphs(bundle.rows))}: ${told.join(" · ")}` : `All ${nameNumber(countParagraphs(bundle.rows))}: no filter is set.`);
    tell(said, "");
    box.open();
  }
}
