/** Which paragraph of which draft is on the bench. */

/** @import { Host } from "../types.js" */
/** @import { Told } from "../chapters.js" */

import { freshId, make, tell } from "../dom.js";

// Words of a paragraph by which it is known in a list.
const OPENING = 70;
const ALONE = "This page stands alone, so paragraphs of the newer draft alone can be amended here. The workbook's dashboard has them all.";

/**
 * @param {Host} host
 * @param {() => void} again  asks once more, after an error
 */
export function makeChooser(host, again) {
  const ids = [freshId("draft"), freshId("paragraph")], caution = make("p.caution", { role: "note" }), said = make("p.quiet", { role: "status" }), error = make("p.error", { role: "alert" });
  const draft = make("select", { id: ids[0], change: () => host.choose({ amended: `${draft.value}:` }) });
  const paragraph = make("select", { id: ids[1], change: () => host.choose({ amended: `${draft.value}:${paragraph.value}` }) });
  const retry = make("button", { type: "button", click: again }, "Try again");
  const node = make("div.chooser", {}, make("label", { htmlFor: ids[0] }, "Draft"), draft, make("label", { htmlFor: ids[1] }, "Paragraph"), paragraph);
  let listed = "", filled = /** @type {any} */ (null);

  return {
    node: make("div.choosing", {}, node, said, error, retry, caution),
    /** @param {string} wanted @param {number} position @param {Told} told */
    paint(wanted, position, { busy, error: trouble, chapter }) {
      const drafts = host.drafts().filter((each) => host.take || each.draft === host.bundle()?.new), now = JSON.stringify(drafts.map((each) => [each.draft, each.title]));
      if (now !== listed) draft.replaceChildren(...drafts.map((each) => make("option", { value: each.draft }, each.title)));
      listed = now;
      draft.value = wanted;
      if (chapter && chapter !== filled) {
        paragraph.replaceChildren(make("option", { value: "" }, "choose a paragraph"), ...chapter.paragraphs.map((/** @type {any} */ each) =>
          make("option", { value: String(each.position) }, `${each.label || "¶"} · ${shorten(each.text)}`)));
        filled = chapter;
      }
      paragraph.value = position < 0 ? "" : String(position);
      paragraph.disabled = busy || !chapter;
      tell(said, busy ? "Reading the draft …" : host.take ? "" : ALONE);
      tell(error, trouble);
      error.hidden = retry.hidden = !trouble;
      tell(caution, chapter?.caution ?? "");
      caution.hidden = !caution.textContent;
    },
  };
}

/** @param {string} text */
const shorten = (text) => (text.length > OPENING ? `${text.slice(0, OPENING).replace(/\s+\S*$/, "")} …` : text);
