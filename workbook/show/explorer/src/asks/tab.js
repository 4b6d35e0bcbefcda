/** The tab on asks: what a letter wants and what is done for it, what became of it, and two questions one can put. */

/** @import { Host } from "../types.js" */

import { followChapter } from "../chapters.js";
import { make } from "../dom.js";
import { drawJump, makeLeaf } from "../leaf.js";
import { drawAsks } from "./letter.js";
import { makeLedger } from "./ledger.js";
import { makeSentence } from "./sentence.js";
import { makeWhose } from "./whose.js";

/** @param {Host} host */
export function makeAsks(host) {
  const title = make("h3", { tabIndex: -1 }, "Asks, and what became of them"), asks = make("div.asks-list");
  const chapter = followChapter(host, "asks", () => paint());
  const leaf = makeLeaf(asks, (told) => drawAsks(told, host), () => { chapter.forget(); paint(); });
  const ledger = makeLedger(host, chapter);
  const sentence = makeSentence(host, chapter, () => paint()), whose = makeWhose(host, chapter, () => paint());
  const node = make("section.leaf.asks", {}, title,
    make("p.lead", {}, "What was asked for, what the suggested language does about it, and where its words stand. That words stand in two texts says that they correspond, never that one came of the other."),
    make("div.acts", {}, drawJump("Is our sentence in?", sentence.title), drawJump("Who wrote these words?", whose.title), drawJump("What became of each change", ledger.title)),
    asks, make("div.questions", {}, sentence.node, whose.node), ledger.node);

  function paint() {
    const told = chapter.read();
    leaf.paint(told);
    for (const part of [ledger, sentence, whose]) {
      part.node.hidden = !told.chapter;
      if (told.chapter) part.paint(told.chapter);
    }
  }
  return { node, title, paint };
}
