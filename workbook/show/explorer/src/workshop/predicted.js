/** A learner's line beside what really came: by words, and by the rungs of their verbs. Neither is called right. */

/** @import { Host } from "../types.js" */
/** @import { Question } from "./taught.js" */
/** @typedef {[string, string, string, string]} Span  what became of words, the old ones, the new ones, substance or form */
/** @typedef {{whole: boolean, spans: {yours: Span[], draft: Span[]}, sentences: string[], draft: {title: string, label: string}}} Told  as `learn/foretold.py` tells it */

import { make, tell } from "../dom.js";
import { drawSpan } from "../redline.js";

const ALONE = "How the two differ, by words and by rung, the workbook's dashboard lays out; this page stands alone.";

/** @param {Host} host @param {Question} question */
export function makePredicted(host, question) {
  const said = make("p.quiet", { role: "status" }), drawn = make("div.laid-beside"), node = make("div.predicted", {}, said, drawn);
  let shown = "";
  /** @param {string} text */
  async function ask(text) {
    shown = text;
    drawn.replaceChildren();
    if (!text.trim()) return tell(said, "");
    if (!host.take) return tell(said, ALONE);
    tell(said, "Laying them beside each other …");
    const { error, chapter } = await host.chapter("predicted", { old_position: question.paragraph?.position, new_position: question.actual?.position, text });
    if (text !== shown) return;
    tell(said, error);
    if (chapter) drawn.replaceChildren(...drawBeside(chapter));
  }
  return {
    node,
    /** @param {string} text  the learner's, once what came is on show */
    paint(text) {
      if (text !== shown) ask(text);
    },
  };
}

/** @param {Told} told */
function drawBeside({ whole, spans, sentences, draft }) {
  return [
    ...(whole ? [make("p.name", {}, "Your line, as a change to the older text"), drawWords(spans.yours)] : []),
    make("p.name", {}, `${draft.title}, as a change to the older text`), drawWords(spans.draft),
    make("ul.sentences", {}, ...sentences.map((words) => make("li", {}, words))),
  ];
}

/** @param {Span[]} spans */
function drawWords(spans) {
  const bundle = /** @type {any} */ ({ told: [] }); // no marks tell of hands here
  return make("p.text", {}, ...spans.flatMap(([op, old, neu, weight]) => drawSpan(op === "equal" ? neu : [old, neu, weight === "form" ? 1 : 0], bundle, [])));
}
