/** The tabs under the head: what a person wants to do, in a person's words. A tab is made when it is first opened. */

/** @import { Host } from "./types.js" */
/** @typedef {{node: HTMLElement, title?: HTMLElement, paint: (wide: boolean) => void, fill?: () => void, draw?: () => void, close?: () => void}} Tab */
/** @typedef {{id: string, title: string, make: (host: Host) => Tab}} Kind */

import { freshId, hide, make } from "./dom.js";

/**
 * The list of tabs and their panels; `panel` is the one on show.
 * @param {Host} host
 * @param {Kind[]} kinds
 */
export function makeTabs(host, kinds) {
  /** @type {Map<string, Tab>} */
  const made = new Map();
  const places = kinds.map(({ id, title }) => {
    const panel = make("div.tabpanel", { role: "tabpanel", id: freshId("panel"), "data-tab": id, hidden: true });
    const tab = make("button.tab", {
      type: "button", role: "tab", id: freshId("tab"), "aria-controls": panel.id, "data-tab": id,
      click: () => host.choose({ tab: id }),
    }, title);
    panel.setAttribute("aria-labelledby", tab.id);
    return { id, panel, tab };
  });
  const list = make("div.tabs", { role: "tablist", "aria-label": "What to look at", keydown: walk }, ...places.map(({ tab }) => tab));

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const here = places.findIndex(({ tab }) => tab === event.target);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: places.length - 1 }[event.key];
    if (to === undefined || here < 0) return;
    event.preventDefault();
    const { id, tab } = places[(to + places.length) % places.length];
    tab.focus();
    host.choose({ tab: id });
  }
  const current = () => kinds.find(({ id }) => id === host.state().tab) ?? kinds[0];

  return {
    list,
    panels: places.map(({ panel }) => panel),
    /** The tab on show, made where nobody had opened it. */
    open() {
      const kind = current();
      for (const { id, panel, tab } of places) {
        const chosen = id === kind.id;
        hide(panel, !chosen);
        if (chosen && tab.ariaSelected !== "true") requestAnimationFrame(() => bringIntoSight(list, tab));
        tab.setAttribute("aria-selected", String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
        if (!chosen || made.has(id)) continue;
        const part = kind.make(host);
        made.set(id, part);
        panel.append(part.node);
        part.fill?.();
      }
      return /** @type {Tab} */ (made.get(kind.id));
    },
    /** What other drafts need is made anew in every tab that was opened. */
    fill: () => made.forEach((tab) => tab.fill?.()),
    close: () => made.forEach((tab) => tab.close?.()),
  };
}

/**
 * Where the list is wider than the page, as on a phone, it is turned so far that the tab on show is seen.
 * @param {HTMLElement} list
 * @param {HTMLElement} tab
 */
function bringIntoSight(list, tab) {
  const room = list.getBoundingClientRect(), here = tab.getBoundingClientRect();
  if (here.left < room.left) list.scrollLeft -= room.left - here.left;
  else if (here.right > room.right) list.scrollLeft += here.right - room.right;
}
