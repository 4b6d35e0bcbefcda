/** The tab on sources: what the drafts cite, and what of the newer one stands in a text that was agreed before. */

/** @import { Host } from "../types.js" */

import { followChapter } from "../chapters.js";
import { make } from "../dom.js";
import { drawJump, makeMissing } from "../leaf.js";
import { makeCited } from "./cited.js";
import { makeHelps } from "./helps.js";
import { makeReference } from "./reference.js";

/** @param {Host} host */
export function makeSources(host) {
  const title = make("h3", { tabIndex: -1 }, "Sources and agreed language");
  const cited = makeCited(host), helps = makeHelps(), reference = makeReference(host, helps.node, () => paint());
  const missing = makeMissing("Reading the sources …", () => { chapter.forget(); paint(); });
  const chapter = followChapter(host, "sources", () => paint());
  const node = make("section.leaf.sources", {}, title,
    make("p.lead", {}, "Drafters name in brackets where wording comes from. Words that were agreed before are the ones that a delegation can lean on; whether they are the same words, only the earlier text can tell."),
    make("div.acts", {}, drawJump("What the drafts cite", cited.title), drawJump("Agreed language", reference.title)),
    missing.node, cited.node, reference.node);

  let wide = false;
  function paint(now = wide) {
    wide = now;
    const answer = chapter.read(), told = answer.chapter;
    missing.paint(answer);
    cited.node.hidden = !told;
    if (told) {
      cited.paint(told, wide);
      helps.paint(told.helps);
    }
    reference.paint();
  }
  return { node, title, paint, close: cited.close };
}
