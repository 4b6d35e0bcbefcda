/** On paper: the sheet of the chosen exercises, its key on pages of its own, and the cards of the roles. */

/** @import { Host } from "../types.js" */
/** @import { Exercise } from "./taught.js" */

import { make, tell } from "../dom.js";
import { makeToggle } from "../toggle.js";
import { drawCards } from "./cards.js";
import { drawKey } from "./key.js";
import { countLong, drawSheet } from "./sheet.js";

const KINDS = { sheet: "sheet and key", blank: "sheet without the key", key: "key alone", cards: "role cards" };
const NOTEBOOK = "A notebook would be printed whole: open this place in the dashboard, or in an exported page, to print.";

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("./taught.js").followTaught>} taught
 * @param {{roles: () => any[], address: () => string}} given
 */
export function makePaper(host, taught, { roles, address }) {
  const title = make("h5", { tabIndex: -1 }, "3. Print"), said = make("p.quiet", { role: "status" }), sheets = make("div.sheets", { hidden: true });
  const kind = makeToggle("What to print", (value) => { chosen = value; paint(); });
  /** @param {string} words */
  const tick = (words) => {
    const box = make("input", { type: "checkbox", change: () => paint() }), label = make("span", {}, words);
    return { box, label, node: make("label.tick-hints", {}, box, label) };
  };
  const hints = tick("Print the hints"), long = tick("");
  const show = make("button", { type: "button", "aria-expanded": "false", click: () => { shown = !shown; paint(); } }, "Show it here");
  const print = make("button.first", { type: "button", hidden: !host.ours, click: () => window.print() }, "Print, or save as PDF");
  const node = make("section.paper", { "aria-label": "Print" }, title, make("p.quiet", {}, "For those without a screen. The key with its reasons begins a page of its own."),
    kind.node, hints.node, long.node, make("div.acts", {}, print, show), said, sheets);
  long.box.checked = true;
  let chosen = "sheet", shown = false, drawn = "";

  const exercises = () => /** @type {Exercise[]} */ (taught.chosen().map(({ exercise }) => exercise).filter(Boolean));
  /** Draws what is printed, where it is not drawn yet. */
  function fill() {
    const list = exercises(), now = JSON.stringify([chosen, hints.box.checked, long.box.checked, address(), roles().length, list.map(({ id, about }) => [id, about])]);
    if (now === drawn) return;
    drawn = now;
    const wishes = { hints: hints.box.checked, long: long.box.checked };
    sheets.replaceChildren(...(chosen === "cards" ? [drawCards(roles())] : [
      ...(chosen === "key" ? [] : [drawSheet(list, address(), wishes)]), ...(chosen === "blank" ? [] : [drawKey(list)]),
    ]));
  }
  const before = () => node.isConnected && fill();
  window.addEventListener("beforeprint", before);
  function paint() {
    const all = taught.chosen(), pages = countLong(exercises()), missing = all.filter(({ exercise }) => !exercise).length;
    kind.paint(KINDS, chosen);
    print.disabled = show.disabled = chosen !== "cards" && !exercises().length;
    hints.node.hidden = long.node.hidden = chosen === "cards" || chosen === "key";
    long.node.hidden ||= !pages;
    tell(long.label, `Print long texts in full: about ${pages} ${pages === 1 ? "page" : "pages"}. Without them the sheet says where to read`);
    tell(show, shown ? "Hide it" : "Show it here");
    show.setAttribute("aria-expanded", String(shown));
    tell(said, [!host.ours && NOTEBOOK, missing && `${missing} of ${all.length} exercises ${missing === 1 ? "is" : "are"} not here yet and will not be printed.`].filter(Boolean).join(" "));
    sheets.hidden = !shown;
    if (shown) fill();
  }
  return { node, title, paint, close: () => window.removeEventListener("beforeprint", before) };
}
