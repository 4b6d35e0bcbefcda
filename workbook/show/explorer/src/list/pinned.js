/** The findings that were pinned, each with the line to cite it by; all of them as a file. */

/** @import { Host } from "../types.js" */

import { makeCopying } from "../copying.js";
import { make, tell } from "../dom.js";
import { listPins, takeOut, watchPins, whyNot, writeFile } from "./pins.js";

/** @param {Host} host */
export function makePinned(host) {
  const title = make("h4", { tabIndex: -1 }, "Pinned findings"), lead = make("p.quiet"), list = make("ol.pinned");
  const download = make("button", { type: "button", click: save }, "Download claims.json");
  const copying = makeCopying("Copy the citations", () => ({ plain: listPins(host).map(({ sentence, citation }) => `${sentence}\n${citation}`).join("\n\n") }));
  const acts = make("div.acts", {}, download, copying);
  const node = make("section.pins", { "aria-label": "Pinned findings" }, title, lead, list, acts);

  function save() {
    const url = URL.createObjectURL(new Blob([writeFile(listPins(host))], { type: "application/json" }));
    make("a", { href: url, download: "claims.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
  /** @param {string} id */
  function remove(id) {
    takeOut(host, id);
    title.focus();
  }
  function paint() {
    const pins = listPins(host);
    tell(lead, whyNot(host) || (pins.length
      ? "They stay in this page until it is closed: download them to keep them. “workbook check claims.json” says later whether each still holds."
      : "Nothing is pinned. “pin” on a paragraph, or beside your words, makes a card with the fingerprints of its files, a line to cite it by, and the words it rests on."));
    acts.hidden = !pins.length;
    list.replaceChildren(...pins.map(({ id, sentence, citation }) => make("li", {}, make("p", {}, sentence), make("p.citation", {}, citation),
      make("button.away", { type: "button", "aria-label": `take out: ${sentence}`, click: () => remove(id) }, "take out"))));
  }
  watchPins(host, paint);
  return { node, paint };
}
