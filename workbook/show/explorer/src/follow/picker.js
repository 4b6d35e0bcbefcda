/** Which drafts are followed: by default those that the workbook puts in order, else those that a person ticks. */

/** @import { Host } from "../types.js" */
/** @import { Chapter } from "./types.js" */

import { freshId, make } from "../dom.js";

/**
 * @param {Host} host
 * @param {() => void} turned
 */
export function makePicker(host, turned) {
  /** @type {string[]|null} */
  let chosen = null;
  const list = make("ul.picks"), reset = make("button.clear", { type: "button", click: () => { chosen = null; turned(); } }, "As at first");
  const few = make("p.facts", {}, "Tick at least one draft.");
  const node = make("details.which", {}, make("summary", {}, "Which drafts"), make("p.facts", {}, "In their order: each behind the draft that it amends, yours behind the others."), list, few, reset);
  let shown = "";
  return {
    node,
    /** What to ask the workbook besides. */
    extra: () => (chosen?.length ? { drafts: chosen } : {}),
    /** @param {Chapter|null} chapter */
    paint(chapter) {
      // Drafts that were taken away are no longer asked for.
      const known = host.drafts().map(({ draft }) => draft), followed = chapter?.drafts.map(({ draft }) => draft) ?? [];
      if (chosen?.some((draft) => !known.includes(draft))) chosen = chosen.filter((draft) => known.includes(draft));
      node.hidden = !host.uploads(); // a page that stands alone follows the drafts that it holds
      few.hidden = !chosen || chosen.length > 0;
      reset.hidden = !chosen;
      const ticked = chosen ?? followed, now = JSON.stringify([host.drafts(), ticked]);
      if (now === shown || (!chapter && !chosen)) return;
      shown = now;
      const focused = /** @type {HTMLElement|null} */ (document.activeElement)?.dataset.draft;
      list.replaceChildren(...host.drafts().map(({ draft, title }) => {
        const id = freshId("pick"), box = make("input", { id, type: "checkbox", checked: ticked.includes(draft), "data-draft": draft, change: () => { turn(draft, box.checked, followed); turned(); } });
        return make("li", {}, box, make("label", { htmlFor: id }, title));
      }));
      if (focused) /** @type {HTMLElement|undefined} */ ([...list.querySelectorAll("input")].find((box) => box.dataset.draft === focused))?.focus();
    },
  };

  /** @param {string} draft @param {boolean} on @param {string[]} followed */
  function turn(draft, on, followed) {
    const before = (chosen ?? followed).filter((each) => each !== draft);
    chosen = on ? [...before, draft] : before;
  }
}
