/** Which text is the reference: a draft of the list or a file that is loaded here; and what was found in it. */

/** @import { Draft, Host } from "../types.js" */

import { followChapter } from "../chapters.js";
import { freshId, make, tell } from "../dom.js";
import { whole } from "../upload-file.js";
import { makeQueue } from "../upload-send.js";
import { makeAgreed } from "./agreed.js";
import { nameDraft } from "../paragraph.js";

const ALONE = "This page holds one comparison and stands alone. To load a reference text, open the workbook's dashboard.";

/**
 * @param {Host} host
 * @param {HTMLElement} helps  the texts that would help
 * @param {() => void} repaint
 */
export function makeReference(host, helps, repaint) {
  const id = freshId("reference"), title = make("h4", { tabIndex: -1 }, "Agreed language");
  const select = make("select", { id, change: () => host.choose({ reference: select.value }) });
  const input = make("input", { type: "file", hidden: true, change: () => load() }), alone = make("p.lead", {}, ALONE);
  const button = make("button", { type: "button", click: () => input.click() }, make("span", { "aria-hidden": "true" }, "+ "), "Load a reference text");
  const said = make("span.told", { role: "status" }), stop = make("button", { type: "button", click: () => halt() }, "Stop");
  const chooser = make("div.chooser", {}, make("label", { htmlFor: id }, "Look for its words in"), select, button, input, said, stop);
  const error = make("p.error", { role: "alert" }), again = make("button", { type: "button", click: () => { chapter.forget(); repaint(); } }, "Try again");
  const agreed = makeAgreed(host), caution = make("p.caution", { role: "note" });
  const why = make("div.why", {}, make("p", {}, "No reference text is chosen. These texts would help; nothing is fetched: open an address, save the text as a Word, PDF or web page, and load the file here. A draft of the list can serve as well."), helps);
  const node = make("section", {}, title,
    make("p.lead", {}, "Every row of six or more words of the newer draft that stands in an earlier text, word for word. Case, punctuation and hyphens do not count."),
    alone, chooser, caution, error, again, why, agreed.node);
  const chapter = followChapter(host, "agreed", repaint);
  const queue = makeQueue(host, repaint, (file) => {
    const own = host.uploads()?.files.find((each) => each.file === file);
    if (own) host.choose({ reference: whole(own) });
  });
  let listed = "";

  function load() {
    if (input.files) queue.add(input.files);
    input.value = ""; // so that the same file can be chosen again
  }
  function halt() {
    if (queue.list().length) queue.list().forEach(queue.drop);
    else host.choose({ reference: "" });
    select.focus();
  }
  /** @param {string} reference @param {string|undefined} newer */
  function paintChoice(reference, newer) {
    const drafts = host.drafts().filter(({ draft }) => draft !== newer), now = JSON.stringify([drafts, reference]);
    if (now !== listed) select.replaceChildren(make("option", { value: "" }, "no reference text"), ...listChoices(drafts, reference));
    listed = now;
    select.value = reference;
    input.accept = host.uploads()?.endings.join(",") ?? "";
  }
  /** @param {boolean} busy @param {string} reference @returns {string} */
  function tellSending(busy, reference) {
    const [sending] = queue.list();
    if (sending?.state === "failed") return sending.error;
    if (sending) return `${sending.file.name}: ${sending.state === "reading" ? "reading" : `${Math.round(sending.share * 100)} %`} …`;
    return busy ? `Looking for its words in ${nameDraft(host, reference)} …` : "";
  }
  return {
    node,
    title,
    paint() {
      const { reference } = host.state(), newer = host.bundle()?.new, here = Boolean(host.uploads()), own = reference !== "" && reference === newer;
      queue.look();
      const told = here && reference && !own ? chapter.read({ reference }) : { busy: false, error: "", chapter: null };
      alone.hidden = here;
      chooser.hidden = !here;
      paintChoice(reference, newer);
      tell(said, tellSending(told.busy, reference));
      said.classList.toggle("failed", queue.list()[0]?.state === "failed");
      stop.hidden = !told.busy && !queue.list().length;
      tell(stop, queue.list()[0]?.state === "failed" ? "Put away" : "Stop");
      tell(error, own ? "This is the newer of the two drafts itself: every word of a draft stands in it. Choose an earlier text." : told.error);
      error.hidden = !error.textContent;
      again.hidden = !told.error;
      tell(caution, host.drafts().find(({ draft }) => draft === reference)?.caution ?? "");
      caution.hidden = !caution.textContent || !told.chapter;
      why.hidden = Boolean(here && reference && !error.textContent);
      agreed.paint(told.chapter);
    },
  };
}

/** @param {Draft[]} drafts @param {string} reference */
function listChoices(drafts, reference) {
  const option = (/** @type {Draft} */ { draft, title }) => make("option", { value: draft }, title);
  const yours = drafts.filter((draft) => draft.yours), others = drafts.filter((draft) => !draft.yours);
  const strange = reference && !drafts.some(({ draft }) => draft === reference) ? [make("option", { value: reference }, reference)] : [];
  const groups = yours.length ? [make("optgroup", { label: "Your drafts (this visit only)" }, ...yours.map(option)), make("optgroup", { label: "Listed drafts" }, ...others.map(option))] : others.map(option);
  return [...groups, ...strange];
}
