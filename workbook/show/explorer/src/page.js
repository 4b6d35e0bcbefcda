/** The parts on one page, and what is painted when. */

/** @import { Host } from "./types.js" */

import { followAddress } from "./address.js";
import { makeChoices } from "./choices.js";
import { make } from "./dom.js";
import { makeFilters } from "./filters.js";
import { followKeys, listKeys } from "./keys.js";
import { currentLook, watchLook } from "./look.js";
import { makeRedlines } from "./redlines.js";
import { followDrops } from "./upload-drop.js";
import { makeWhere } from "./where.js";

// Below this width, in pixels, 23 columns cannot be read: the table takes the chart's place.
const ROOM = 720;

/**
 * Puts an explorer into an element; the function returned takes it out again.
 * @param {Host} host
 * @param {HTMLElement} element
 * @returns {() => void}
 */
export function mount(host, element) {
  const choices = makeChoices(host), redlines = makeRedlines(host), where = makeWhere(host);
  /** @type {Record<string, [string, () => void]>} */
  const keys = {
    n: ["next change", () => redlines.stepChange(1)],
    p: ["previous change", () => redlines.stepChange(-1)],
    "/": ["look for words", () => filters.search()],
    x: ["swap the drafts", () => choices.swap()],
    "?": ["show these keys", () => help.toggleAttribute("open")],
  };
  const help = listKeys(keys), filters = makeFilters(host, help);
  const root = make("div.workbook-explorer", {}, choices.node,
    make("div.body", {}, make("aside.side", {}, filters.node), make("div.main", {}, where.node, redlines.node)));
  // A page of our own scrolls itself; in a notebook the explorer keeps to a height and scrolls inside.
  root.classList.toggle("boxed", !host.ours);
  let wide = false;
  /** Whether other drafts are chosen than those on show, and on their way. */
  function isBusy() {
    const { old, new: neu } = host.state(), bundle = host.bundle();
    return !host.error() && !host.lost() && bundle !== null && (bundle.old !== old || bundle.new !== neu);
  }

  function paint() {
    const busy = isBusy(), focused = /** @type {any} */ (document.activeElement), inside = root.contains(focused);
    root.dataset.look = currentLook();
    root.setAttribute("aria-busy", String(busy));
    wide = root.clientWidth >= ROOM;
    filters.unfold(wide);
    choices.paint(busy);
    filters.paint();
    where.paint(wide);
    redlines.paint();
    // What was focused may be gone: its place is taken by the line that says what is on show.
    const gone = inside && (!focused.isConnected || focused.disabled || !focused.checkVisibility());
    if (gone && (focused === document.activeElement || !root.contains(document.activeElement))) redlines.title.focus({ preventScroll: true });
    requestAnimationFrame(() => setTimeout(where.draw)); // the text first, the chart joins it
  }
  function fill() {
    filters.fill();
    redlines.fill();
  }
  // Before the page is painted anew: to write an address, a browser lays out whatever has changed.
  const unfollow = followAddress(host, choices.warn);
  const stop = host.watch((what) => {
    if (what === "bundle") fill();
    paint();
  });
  const width = new ResizeObserver(() => {
    const now = root.clientWidth >= ROOM;
    if (root.clientWidth && now !== wide) paint();
  });
  element.replaceChildren(root);
  fill();
  const unwatchLook = watchLook(paint), unhear = followKeys(host, root, keys), undrop = followDrops(host, root, choices.add);
  paint();
  width.observe(root);
  return () => {
    for (const end of [stop, unfollow, unwatchLook, unhear, undrop]) end();
    width.disconnect();
    where.close();
  };
}
