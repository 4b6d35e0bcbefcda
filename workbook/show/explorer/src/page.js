/** The parts on one page, and what is painted when. */

/** @import { Host } from "./types.js" */

import { followAddress } from "./address.js";
import { makeChoices } from "./choices.js";
import { makeCompare } from "./compare.js";
import { listTabs } from "./contents.js";
import { make } from "./dom.js";
import { followKeys } from "./keys.js";
import { currentLook, watchLook } from "./look.js";
import { makeTabs } from "./tabs.js";
import { makeTools } from "./tools.js";
import { followDrops } from "./upload-drop.js";
import { makeYours } from "./yours/tab.js";

// Below this width, in pixels, 23 columns cannot be read: the table takes the chart's place.
const ROOM = 720;

/**
 * Puts an explorer into an element; the function returned takes it out again.
 * @param {Host} host
 * @param {HTMLElement} element
 * @returns {() => void}
 */
export function mount(host, element) {
  /** In the tab where the words changed. @param {() => void} act */
  const comparing = (act) => () => {
    host.choose({ tab: "compare" });
    paint();
    act();
  };
  /** @type {Record<string, [string, () => void]>} */
  const keys = {
    n: ["next change", comparing(() => compare.stepChange(1))],
    p: ["previous change", comparing(() => compare.stepChange(-1))],
    "/": ["look for words", comparing(() => compare.search())],
    x: ["swap the drafts", () => choices.swap()],
    "?": ["show these keys", () => tools.showKeys()],
  };
  const tools = makeTools(host, keys), choices = makeChoices(host, tools.node);
  const compare = makeCompare(host), yours = makeYours(host);
  const tabs = makeTabs(host, listTabs(compare, yours));
  const root = make("div.workbook-explorer", {}, choices.node, tabs.list, ...tabs.panels);
  // A page of our own scrolls itself; in a notebook the explorer keeps to a height and scrolls inside.
  root.classList.toggle("boxed", !host.ours);
  tools.enter(root);
  let wide = false;
  /** Whether other drafts are chosen than those on show, and on their way. */
  function isBusy() {
    const { old, new: neu, scale } = host.state(), bundle = host.bundle();
    return !host.error() && !host.lost() && bundle !== null && (bundle.old !== old || bundle.new !== neu || (bundle.scale ?? "") !== scale);
  }

  function paint() {
    const busy = isBusy(), focused = /** @type {any} */ (document.activeElement), inside = root.contains(focused);
    root.dataset.look = currentLook();
    root.dataset.tab = host.state().tab;
    root.setAttribute("aria-busy", String(busy));
    wide = root.clientWidth >= ROOM;
    choices.paint(busy);
    yours.look();
    const tab = tabs.open();
    tab.paint(wide);
    tools.paint();
    // What was focused may be gone: its place is taken by the line that says what is on show.
    const gone = inside && (!focused.isConnected || focused.disabled || !focused.checkVisibility());
    if (gone && (focused === document.activeElement || !root.contains(document.activeElement))) tab.title?.focus({ preventScroll: true });
    requestAnimationFrame(() => setTimeout(() => tab.draw?.())); // the text first, the chart joins it
  }
  // Before the page is painted anew: to write an address, a browser lays out whatever has changed.
  const unfollow = followAddress(host, choices.warn);
  const stop = host.watch((what) => {
    if (what === "bundle") {
      tools.fill();
      tabs.fill();
    }
    paint();
  });
  const width = new ResizeObserver(() => {
    const now = root.clientWidth >= ROOM;
    if (root.clientWidth && now !== wide) paint();
  });
  element.replaceChildren(root);
  const unwatchLook = watchLook(paint), unhear = followKeys(host, root, keys), undrop = followDrops(host, root, yours.add);
  tools.fill();
  paint();
  width.observe(root);
  return () => {
    for (const end of [stop, unfollow, unwatchLook, unhear, undrop]) end();
    width.disconnect();
    tabs.close();
    tools.close();
  };
}
