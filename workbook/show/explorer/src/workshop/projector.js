/** What the room sees on the wall: the address in large type, its QR code, the exercises and their minutes. */

/** @import { Room } from "./rooms.js" */
/** @import { Taught } from "./taught.js" */

import { makeDialog } from "../dialog.js";
import { make, tell } from "../dom.js";
import { drawCode } from "./qr.js";
import { nameExercise } from "./taught.js";

export function makeProjector() {
  const wall = make("div.wall"), box = makeDialog("projector", "Join the workshop", wall);
  const full = make("button", { type: "button", click: turn }, "Full screen");
  box.node.querySelector(".bar")?.append(full);
  full.hidden = !document.fullscreenEnabled;
  wall.addEventListener("fullscreenchange", () => tell(full, document.fullscreenElement ? "Leave full screen" : "Full screen"));
  async function turn() {
    try {
      await (document.fullscreenElement ? document.exitFullscreen() : wall.requestFullscreen()); // a dialog itself may not
    } catch {
      full.hidden = true; // it fills the window as it is
    }
  }
  return {
    node: box.node,
    /** @param {Room} room @param {Taught[]} chosen */
    open(room, chosen) {
      wall.replaceChildren(...drawWall(room, chosen));
      box.open();
    },
    close: box.close,
  };
}

/** @param {Room} room @param {Taught[]} chosen */
function drawWall({ code, addresses, qr }, chosen) {
  const [first, ...others] = addresses, minutes = chosen.reduce((sum, { exercise }) => sum + (exercise?.minutes ?? 0), 0);
  const items = chosen.map(({ id, exercise }) => make("li", {}, make("span", {}, exercise?.title ?? nameExercise(id)), make("span.minutes", {}, exercise ? `${exercise.minutes} min` : "")));
  const at = first.lastIndexOf(code), parts = at < 0 ? [first] : [first.slice(0, at), make("b", {}, code), first.slice(at + code.length)];
  return [
    make("p.large-address", {}, ...parts),
    make("div.halves", {}, qr.length ? drawCode(qr, first) : "",
      make("div.what-to-do", {},
        make("p", {}, qr.length ? "Open this address, or point a phone's camera at the code. You need to be in the same network; no account, no name." : "Open this address. You need to be in the same network; no account, no name."),
        make(items.length > 6 ? "ol.long" : "ol", {}, ...items), make("p.sum", {}, `${minutes} minutes in all`),
        others.length ? make("p.others", {}, `If it does not open: ${others.join("  or  ")}`) : "")),
  ];
}
