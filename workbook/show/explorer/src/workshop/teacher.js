/** For the teacher: a room is put together and shared, the files that learners download are counted, sheets are printed. */

/** @import { Host } from "../types.js" */

import { make } from "../dom.js";
import { makeCollected } from "./collected.js";
import { makePaper } from "./paper.js";
import { makeProgramme } from "./programme.js";
import { makeRoom } from "./room.js";
import { followTaught } from "./taught.js";

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("../chapters.js").followChapter>} chapter  "workshop": exercises, plans, roles
 */
export function makeTeacher(host, chapter) {
  const title = make("h4", { tabIndex: -1 }, "For the teacher");
  const taught = followTaught(host, chapter, () => paint());
  const programme = makeProgramme(host, taught, () => chapter.read().chapter?.plans ?? []);
  const room = makeRoom(host, taught);
  const paper = makePaper(host, taught, { roles: () => chapter.read().chapter?.roles ?? [], address: () => room.room()?.addresses[0] ?? "" });
  const parts = [programme, room, paper, makeCollected(host, taught)];
  const said = make("p.quiet", { role: "status" }), left = make("ul.troubles"), body = make("div.parts", {}, ...parts.map(({ node }) => node));
  const node = make("section.teacher", {}, title, said, left, body);
  let drawn = /** @type {any} */ (null);
  function paint() {
    const { busy, error, chapter: told } = chapter.read();
    said.textContent = busy ? "Working this out …" : error;
    body.hidden = !told;
    if (told !== drawn) left.replaceChildren(...(told?.left_out ?? []).map((/** @type {string} */ words) => make("li", {}, words)));
    drawn = told;
    if (told) parts.forEach((part) => part.paint());
  }
  return { node, title, paint };
}
