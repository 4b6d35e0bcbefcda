/** One short address for the room: asked for, shown on the projector, closed; where none can be had, why, and what there is. */

/** @import { Host } from "../types.js" */
/** @import { Room } from "./rooms.js" */

import { makeCopying } from "../copying.js";
import { make, tell } from "../dom.js";
import { makeProjector } from "./projector.js";
import { drawCode } from "./qr.js";
import { addressOfPage, closeRoom, isServed, openRoom, recallRoom, writeView } from "./rooms.js";

const ABOUT = "Learners open one short address, or its QR code, and find these exercises: no account, no name. It holds for a week, also when the dashboard is started again at the same port.";
const STALE = "You have changed the choice since this address was made: learners still find the older one. Make the address anew to give them this one.";
const NOTEBOOK = "A notebook serves its own reader alone, so it has no address for a room. Start “workbook dashboard --share” on this machine and open the teacher's place there with the settings below.";
const ALONE = "This page stands alone: there is no server behind it that could give a short address. Give learners the file itself, or put it on a web site; for a short address, start “workbook dashboard --share” on a machine that the room can reach.";

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("./taught.js").followTaught>} taught
 */
export function makeRoom(host, taught) {
  const title = make("h5", { tabIndex: -1 }, "2. Share them with the room"), said = make("p.quiet", { role: "status" });
  const projector = makeProjector(), place = make("div.room"), without = make("div.without");
  const node = make("section.share", { "aria-label": "Share them with the room" }, title, place, said, without, projector.node);
  let room = isServed(host) ? recallRoom() : null, error = "", busy = false, drawn = "";

  async function open() {
    if (busy) return;
    busy = true;
    tell(said, "Asking for an address …");
    const before = room, answer = await openRoom(writeView(host));
    if (answer.room && before && before.code !== answer.room.code) await closeRoom(before);
    busy = false;
    [room, error] = [answer.room ?? room, answer.error];
    tell(said, error ? "" : "The address is open.");
    paint();
    title.focus();
  }
  /** The room of the last visit: its code may have ended since, and the machine may be in another network now. */
  async function renew() {
    if (!room) return;
    busy = true;
    const answer = await openRoom(room.view);
    [busy, room, error] = [false, answer.room ?? null, answer.error];
    paint();
  }
  renew();
  async function shut() {
    if (busy || !room) return;
    busy = true;
    error = await closeRoom(room);
    busy = false;
    if (!error) room = null;
    tell(said, error || "The address is closed: nobody new can come in by it. Who is in already can go on.");
    paint();
    title.focus();
  }
  /** @param {Room} open_ */
  const drawOpen = (open_) => [
    make("div.open", {}, open_.qr.length ? drawCode(open_.qr, open_.addresses[0]) : "",
      make("div", {}, make("p.address", {}, open_.addresses[0]),
        open_.addresses.length > 1 && make("p.quiet", {}, `In other networks of this machine: ${open_.addresses.slice(1).join(" ")}`),
        open_.view !== writeView(host) && make("p.stale", {}, STALE),
        make("div.acts", {}, make("button.first", { type: "button", click: () => projector.open(open_, taught.namedIn(open_.view)) }, "Show it on the projector"),
          makeCopying("Copy the address", () => ({ plain: open_.addresses[0] })),
          open_.view !== writeView(host) && make("button", { type: "button", click: open }, "Make the address anew"),
          make("button", { type: "button", click: shut }, "Close the address")))),
  ];
  const drawClosed = () => [make("p.quiet", {}, ABOUT), make("div.acts", {}, make("button.first", { type: "button", click: open }, "Make a short address"))];
  /** What there is where no address can be had. @param {string} why */
  function drawWithout(why) {
    const view = writeView(host), link = addressOfPage(view);
    const words = link ? "The link to this page with your choice:" : "Your choice, to be put behind the address of a dashboard, or of this page where others open it:";
    return [make("p.notice", {}, why), make("p.quiet", {}, words), make("p.given", {}, link || `#${view}`), makeCopying("Copy it", () => ({ plain: link || `#${view}` }))];
  }
  function paint() {
    const own = host.drafts().filter(({ draft, yours }) => yours && [host.state().old, host.state().new].includes(draft));
    const why = !host.ours ? NOTEBOOK : !isServed(host) ? ALONE : error;
    const now = JSON.stringify([room, why, busy, writeView(host), own.map(({ title: words }) => words)]);
    if (now === drawn) return;
    drawn = now;
    const theirs = own.length ? [make("p.stale", {}, `${own.map(({ title: words }) => `“${words}”`).join(" and ")} is a draft of your own: learners do not have it. Put the file into the folder of the dashboard (--data) to share exercises about it.`)] : [];
    place.replaceChildren(...theirs, ...(busy && room ? [] : room ? drawOpen(room) : isServed(host) ? drawClosed() : []));
    without.replaceChildren(...(why && !room ? drawWithout(why) : why ? [make("p.notice", {}, why)] : []));
  }
  return { node, title, paint, room: () => room, close: projector.close };
}
