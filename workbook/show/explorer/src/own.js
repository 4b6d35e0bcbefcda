/** A reader's own remarks at the head of the page: how many, where they are kept, each to be taken back. */

/** @import { Host, Kept, Remark } from "./types.js" */

import { hide, make, tell } from "./dom.js";
import { NOT_KNOWN } from "./states.js";

const KEPT = {
  disk: "They are saved in your-reading.csv, beside the data.",
  session: "They stay in this page alone, until it is closed or loaded anew: download them to keep them. Put into the data folder, the file is honoured.",
};

/** @param {Host} host */
export function makeOwn(host) {
  const title = make("strong"), where = make("span"), said = make("p.told", { role: "status" });
  const trouble = make("p.trouble"), list = make("ul"), summary = make("summary");
  const download = make("button", { type: "button", click: () => save() }, "Download your-reading.csv");
  const fold = make("details", {}, summary, list);
  const node = make("section.own", { "aria-label": "Your reading" },
    make("p", {}, title, " ", where), trouble, make("div.acts", {}, download), fold, said);
  let listed = "", here = -1; // which of them is being taken back

  async function save() {
    const { error, table } = await host.act("table");
    tell(said, error);
    if (error || table === undefined) return;
    const url = URL.createObjectURL(new Blob([table], { type: "text/csv" }));
    make("a", { href: url, download: "your-reading.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
  /** @param {Kept} kept @param {HTMLButtonElement} button */
  async function takeBack({ row: _row, mine: _mine, ...remark }, button) {
    here = [...list.querySelectorAll("button")].indexOf(button);
    tell(said, "Taking it back …");
    said.focus();
    const { error } = await host.act("take back", [/** @type {Remark} */ (remark)]);
    tell(said, error || `“${shorten(remark.words)}” is no longer changed.`);
    if (error) button.focus();
  }
  said.tabIndex = -1;
  return {
    node,
    paint() {
      const remarks = host.remarks(), keeps = host.keeps();
      hide(node, !keeps || (!remarks.length && !said.textContent && !host.trouble()));
      hide(fold, !remarks.length);
      tell(title, remarks.length ? `Your reading: ${remarks.length === 1 ? "one change" : `${remarks.length} changes`} to marks.` : "Your reading: no changes to marks.");
      tell(where, remarks.length ? KEPT[/** @type {keyof typeof KEPT} */ (keeps)] ?? "" : "");
      tell(trouble, host.trouble());
      hide(trouble, !host.trouble());
      hide(download, keeps !== "session" || !remarks.length);
      tell(summary, remarks.length === 1 ? "Show it" : `Show all ${remarks.length}`);
      const now = JSON.stringify(remarks);
      if (now !== listed) list.replaceChildren(...remarks.map((remark) => drawRemark(remark, host, takeBack)));
      if (now !== listed && here >= 0) {
        const left = list.querySelectorAll("button");
        (left[Math.min(here, left.length - 1)] ?? said).focus();
        here = -1;
      }
      listed = now;
    },
  };
}

/** @param {string} words */
const shorten = (words) => (words.length > 120 ? `${words.slice(0, 120)} …` : words).replace(/\s+/g, " ");

/**
 * @param {Kept} kept
 * @param {Host} host
 * @param {(kept: Kept, button: HTMLButtonElement) => void} takeBack
 */
function drawRemark(kept, host, takeBack) {
  const { file, line, words, inserted_by: put, deleted_by: struck, grade, reason } = kept, marks = host.bundle()?.marks;
  const hands = [marks?.old, marks?.new].find((each) => each?.file === file)?.hands ?? [];
  /** @param {string} hand */
  const name = (hand) => (hand === NOT_KNOWN ? "a hand that is not known" : hands.find(([id]) => id === hand)?.[1] ?? hand);
  const fate = [put && `put in by ${name(put)}`, struck && `struck by ${name(struck)}`].filter(Boolean).join(" and ") || "stood there and stays";
  const button = make("button.back", { type: "button", "aria-label": `Take back: ${shorten(words)}` }, "take back");
  button.addEventListener("click", () => takeBack(kept, button));
  return make("li", {},
    make("span", {}, make("strong", {}, `“${shorten(words)}”`), ` ${fate} · ${grade}: ${reason} `, make("span.place", {}, `(${file}, line ${line})`)),
    kept.mine ? button : make("span.place", {}, "in the data folder"));
}
