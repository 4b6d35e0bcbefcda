/** For the teacher: a room is put together and shared, the files that learners download are counted, sheets are printed. */

/** @import { Host } from "../types.js" */

import { make } from "../dom.js";

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("../chapters.js").followChapter>} chapter  "workshop": exercises, plans, roles
 */
export function makeTeacher(host, chapter) {
  const title = make("h4", { tabIndex: -1 }, "For the teacher");
  const node = make("section.teacher", {}, title);
  return { node, title, paint() { void [host, chapter]; } };
}
