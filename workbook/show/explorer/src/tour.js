/** A tour of the page in five steps: begun at a person's first visit, skipped at any step, called back at any time. */

/** @import { Host } from "./types.js" */

import { freshId, make } from "./dom.js";
import { DEFAULTS } from "./state.js";
import { keep, recall } from "./stored.js";

/** Of each step: what it speaks of (the first of these that is in sight), its title, and what is said. */
const STEPS = /** @type {[string, string, string][]} */ ([
  [".drafts", "Two drafts", "First stands the older draft, then the newer one; where there are more, you choose others here. Below them you read what each text is, and what its file cannot tell."],
  [".tabs", "One question a tab", "Each tab answers another question about these two drafts. In Compare you see what became of every paragraph. Under Your drafts you add texts of your own, and compare them in the same way."],
  [".where", "Where the words changed", "The darker a field, the more of its words changed. Choose a field, and the list keeps the paragraphs that it counts. The table has the same numbers."],
  [".redlines .bar", "What changed", "Below, each paragraph has a card: words put in are underlined, words taken out are struck through. What the workbook worked out by itself says so, and why. These buttons lead from change to change, and fold what stayed."],
  [".tools", "Find your way", "Take away hands you a table, a Word file or a page to send. Words with a dotted line are explained where they stand, and all of them in the Glossary. With a keyboard, n and p lead from change to change, and ? lists all keys. Tour shows this again."],
]);
const SEEN = "toured";

/**
 * @param {Host} host
 * @param {HTMLElement} root  the page that is toured
 */
export function makeTour(host, root) {
  const id = freshId("tour");
  const count = make("p.count"), title = make("h3", { id }), words = make("p", { id: `${id}-words` });
  const back = make("button", { type: "button", click: () => show(at - 1) }, "Back");
  const next = make("button.next", { type: "button", click: () => (at + 1 < STEPS.length ? show(at + 1) : node.close()) });
  const skip = make("button.skip", { type: "button", click: () => node.close() }, "Skip the tour");
  /** @type {HTMLDialogElement} */
  const node = make("dialog.tour", { "aria-labelledby": id, "aria-describedby": words.id },
    make("div", { "aria-live": "polite" }, count, title, words), make("div.acts", {}, skip, back, next));
  let at = 0, from = 0, offered = false;
  /** @type {Element|null} */
  let lit = null;
  const box = () => (host.ours ? document.documentElement : root);

  /** @param {Element|null} place */
  function light(place) {
    lit?.classList.remove("lit");
    lit = place;
    lit?.classList.add("lit");
    lit?.scrollIntoView({ block: "start", behavior: "instant" });
  }
  /** @param {number} step */
  function show(step) {
    at = step;
    const [place, name, told] = STEPS[at], last = at === STEPS.length - 1;
    count.textContent = `Step ${at + 1} of ${STEPS.length}`;
    title.textContent = name;
    words.textContent = told;
    next.textContent = last ? "Done" : "Next";
    skip.hidden = last;
    back.hidden = at === 0;
    light([...root.querySelectorAll(place)].find((each) => each.checkVisibility()) ?? null);
    next.focus();
  }
  function begin() {
    host.choose({ tab: DEFAULTS.tab });
    from = box().scrollTop;
    if (!node.open) node.showModal();
    show(0);
  }
  node.addEventListener("close", () => {
    keep(SEEN, "yes");
    light(null);
    box().scrollTo({ top: from, behavior: "instant" });
  });
  return {
    node,
    begin,
    /** Begins it at a first visit. Who was sent a view is shown that; where nothing can be kept, nobody is asked each time. */
    offer() {
      if (offered || !host.bundle()) return;
      offered = true;
      const state = /** @type {Record<string, any>} */ (host.state());
      const sent = Object.entries(DEFAULTS).some(([name, value]) => state[name] !== value);
      if (host.ours && !sent && recall(SEEN) !== "yes" && keep(SEEN, "begun")) begin();
    },
  };
}
