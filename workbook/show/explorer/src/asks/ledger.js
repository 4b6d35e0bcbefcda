/** The ledger: each insertion and deletion of a proposal, and what a later draft has of it. */

/** @import { Host } from "../types.js" */
/** @typedef {{label: string, paragraph: string, act: string, text: string, words: number, hand: string, grade: string, outcome: string, said: string, there: string, at: string}} Atom */

import { freshId, make, tell } from "../dom.js";
import { leadToPair } from "../lead.js";

const ALONE = "This page stands alone: to compare with a later draft, open the workbook's dashboard.";
// More rows than this are many to read; the others come when they are asked for.
const FEW = 30;

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("../chapters.js").followChapter>} chapter
 */
export function makeLedger(host, chapter) {
  const id = freshId("later"), title = make("h4", { tabIndex: -1 }, "What became of each change");
  const about = make("p"), select = make("select", { id, change: () => host.choose({ later: select.value }) });
  const load = make("button", { type: "button", click: () => host.choose({ tab: "drafts" }) }, "Add a later draft in “Your drafts”");
  const said = make("p.told", { role: "status" }), counts = make("div.counts", { role: "group", "aria-label": "Show one outcome" }), body = make("div");
  const node = make("section.ledger", {}, title, about,
    make("div.chooser", {}, make("label", { htmlFor: id }, "Later draft"), select, load), said, counts, body);
  let listed = "", shown = /** @type {any} */ (null), outcome = "", all = false;

  /** @param {any} told  the chapter without a later draft @param {string} later */
  function paintChoice(told, later) {
    const laters = listLaters(told, host), now = JSON.stringify([laters, later]);
    if (now === listed) return;
    listed = now;
    const strange = later && !laters.some(([draft]) => draft === later) ? [[later, host.drafts().find(({ draft }) => draft === later)?.title ?? later]] : [];
    select.replaceChildren(make("option", { value: "" }, "none"), ...[...laters, ...strange].map(([draft, name]) => make("option", { value: draft }, name)));
    select.value = later;
  }
  /** @param {any} told */
  function draw(told) {
    const { rows, counts: found } = told.ledger;
    const words = (/** @type {any[]} */ [, , atoms, count]) => `${atoms} of ${rows.length} changes, ${count} words`;
    counts.replaceChildren(...found.map((/** @type {any[]} */ count) => make("button.chip", {
      type: "button", "aria-pressed": String(outcome === count[0]), click: () => { outcome = outcome === count[0] ? "" : count[0]; all = false; draw(told); },
    }, `${count[1]}: ${words(count)}`)));
    counts.hidden = !told.later;
    const kept = rows.filter((/** @type {Atom} */ atom) => !outcome || atom.outcome === outcome), few = all ? kept : kept.slice(0, FEW);
    const more = few.length < kept.length && make("p", {}, make("button", { type: "button", click: () => { all = true; draw(told); } }, `Show all ${kept.length}`));
    const open = body.querySelector("details")?.open ?? false, table = make("div", {}, drawTable(few, told, host), more);
    const total = rows.reduce((/** @type {number} */ sum, /** @type {Atom} */ atom) => sum + atom.words, 0);
    body.replaceChildren(!kept.length ? make("p", {}, "No word was put in or struck between these two.")
      : told.later ? table : make("details", { open: open || all }, make("summary", {}, `Its ${rows.length} changes one by one, ${total} words: the outcome of each is unknown`), table));
  }
  return {
    node,
    title,
    /** @param {any} base */
    paint(base) {
      const { later } = host.state(), here = Boolean(host.uploads());
      const told = later && here ? chapter.read({ later }) : { busy: false, error: "", chapter: base };
      tell(about, `${base.chosen ? `No draft here is marked as a proposal, so ${base.proposal[1]} is looked at as if it proposed to change ${base.amended[1]}.` : `${base.proposal[1]}, compared with ${base.amended[1]}.`} Each insertion and each deletion is followed by itself, long ones sentence by sentence.`);
      paintChoice(base, later);
      const some = listLaters(base, host).length > 0;
      select.disabled = !here || (!some && !later);
      load.hidden = !here;
      const none = `No later draft loaded: outcome unknown.${here ? some ? " Choose one above, or add one." : " Add the draft that came after it, then choose it here." : ` ${ALONE}`}`;
      tell(said, told.error || (told.busy ? "Comparing …" : told.chapter?.later ? "“Corresponds” says that words stand in both. Short words stand anywhere: each row says how often random phrases of that length do as well." : none));
      const now = told.chapter ?? shown;
      if (!now || (now === shown && told.chapter)) return;
      shown = now;
      outcome = "";
      all = false;
      draw(now);
    },
  };
}

/**
 * The drafts that may be the later one: a visitor's own, which may have come since the chapter was made, and those listed.
 * @param {any} told
 * @param {Host} host
 * @returns {[string, string][]}
 */
function listLaters(told, host) {
  const two = [told.proposal[0], told.amended[0]], own = host.drafts().filter(({ draft, yours }) => yours && !two.includes(draft));
  const names = own.map(({ draft, title }) => /** @type {[string, string]} */ ([draft, title])), known = names.map(([draft]) => draft);
  return [...names, ...told.laters.filter((/** @type {[string, string]} */ [draft]) => !known.includes(draft) && host.drafts().some((each) => each.draft === draft))];
}

/**
 * @param {Atom[]} atoms
 * @param {any} told
 * @param {Host} host
 */
function drawTable(atoms, told, host) {
  const heads = ["Paragraph", "Change", "Whose", ...(told.later ? ["Outcome"] : [])];
  return make("table.atoms", {},
    make("caption.unseen", {}, `Each change of ${told.proposal[1]}`),
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, ...atoms.map((atom) => make("tr", { "data-outcome": atom.outcome },
      make("th", { scope: "row" }, make("button.to-card", { type: "button", click: () => leadToPair(host, told.amended[0], told.proposal[0], atom.paragraph) }, atom.label || "¶")),
      make("td", {}, make("span.act", {}, atom.act === "inserted" ? "put in " : "struck "), make(atom.act === "inserted" ? "ins" : "del", {}, atom.text)),
      make("td.quiet", {}, atom.hand ? `${atom.hand}, ${atom.grade}` : atom.grade ? "not known" : "no mark tells"),
      told.later && make("td", {}, `${atom.at ? `${atom.at}: ` : ""}${atom.said}`, atom.there && make("q", {}, atom.there))))));
}
