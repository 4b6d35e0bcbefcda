/** Asking the dashboard's server for a short address, and closing it again. What it answers is checked. */

/** @import { Host, State } from "../types.js" */
/** @typedef {{code: string, addresses: string[], qr: string[], view: string}} Room */

import { writeFragment } from "../address.js";
import { DEFAULTS } from "../state.js";
import { keep, recall } from "../stored.js";

const KEPT = "room", CODE = /^[A-Za-z0-9]{4,16}$/, ROW = /^[01]{21,177}$/; // the sizes that a QR code has
const SILENT = "The dashboard has not answered. Try again; if it was stopped, start it anew.";
// Addresses that lead a learner to his own machine.
const OWN = /^(localhost|.*\.localhost|127(\.\d+){0,3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])$/i;

/** What the room opens at: the workshop with these exercises, and nothing that the teacher has on show besides. @param {Host} host */
export function writeView(host) {
  const { old, new: neu, room, hints, scale } = host.state();
  return writeFragment(/** @type {State} */ ({ ...DEFAULTS, old, new: neu, tab: "workshop", room, hints, scale })).slice(1);
}

/** Whether this page comes from a dashboard. @param {Host} host */
export const isServed = (host) => host.ours && host.renew !== null && /^https?:$/.test(location.protocol);

/**
 * Where this page itself can be opened by others; empty where it leads nowhere from their machines.
 * @param {string} view
 */
export function addressOfPage(view) {
  const page = new URL(location.href);
  if (!/^https?:$/.test(page.protocol) || OWN.test(page.hostname) || page.pathname.includes("/user/")) return ""; // a hub's user is alone there
  page.search = "";
  page.hash = `#${view}`;
  return page.href;
}

/** @param {string} view @returns {Promise<{error: string, room?: Room}>} */
export async function openRoom(view) {
  const told = await ask("POST", "", JSON.stringify({ view }));
  const room = told?.error ? null : readRoom({ ...told, view });
  if (room) keep(KEPT, JSON.stringify({ ...room, home: homeOf() }));
  return room ? { error: "", room } : { error: typeof told?.error === "string" && told.error ? told.error : SILENT };
}

/** Closes it; what went wrong, empty where nothing did. @param {Room} room */
export async function closeRoom({ code }) {
  const told = await ask("DELETE", `/${encodeURIComponent(code)}`);
  if (!told || told.error !== "") return told?.error || SILENT;
  if (recallRoom()?.code === code) keep(KEPT, null);
  return "";
}

/** The room that was opened in this browser from this dashboard. @returns {Room|null} */
export function recallRoom() {
  try {
    const kept = JSON.parse(recall(KEPT) ?? "null");
    return kept?.home === homeOf() ? readRoom(kept) : null;
  } catch {
    return null;
  }
}

const homeOf = () => new URL("./", location.href.split("#")[0]).href;

/**
 * A room, field by field; null where it is none that can be shown.
 * @param {any} told
 * @returns {Room|null}
 */
function readRoom(told) {
  const { code, addresses, qr, view } = told ?? {};
  const list = (/** @type {any} */ value) => Array.isArray(value) && value.every((each) => typeof each === "string");
  if (typeof code !== "string" || !CODE.test(code) || !list(addresses) || !list(qr) || typeof view !== "string") return null;
  const led = addresses.filter((/** @type {string} */ address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) && !OWN.test(new URL(address).hostname));
  // The code shows the first address: were that one left out, it would lead elsewhere.
  const drawn = led[0] === addresses[0] && qr.every((/** @type {string} */ row) => ROW.test(row) && row.length === qr.length) ? qr : [];
  return led.length ? { code, addresses: led, qr: drawn, view } : null;
}

/**
 * What the server says; null where it says nothing, or nothing of rooms.
 * @param {string} method @param {string} path @param {string} [body]
 * @returns {Promise<any>}
 */
async function ask(method, path, body) {
  const [, token = ""] = document.cookie.match(/(?:^|;\s*)_xsrf=([^;]*)/) ?? [];
  try {
    const answer = await fetch(new URL(`workbook/rooms${path}`, homeOf()), { method, body, headers: { "Content-Type": "application/json", "X-XSRFToken": decodeURIComponent(token) } });
    return await answer.json();
  } catch {
    return null;
  }
}
