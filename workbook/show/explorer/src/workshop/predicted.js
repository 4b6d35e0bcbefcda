/** A learner's line beside what really came: by words, and by rung. */

/** @import { Host } from "../types.js" */
/** @import { Question } from "./taught.js" */

import { make } from "../dom.js";

/** @param {Host} host @param {Question} question */
export function makePredicted(host, question) {
  const node = make("div.predicted");
  return { node, paint(/** @type {string} */ text) { void [host, question, text]; } };
}
