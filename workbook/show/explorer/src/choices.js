/** The head of the explorer: which two drafts, in what state they are, and what went wrong. */

/** @import { Draft, Host } from "./types.js" */

import { makeScaleNotice } from "./commitments/notice.js";
import { summarize } from "./counting.js";
import { hide, make, tell } from "./dom.js";
import { makeDraft } from "./drafts.js";
import { labelRenewal } from "./kernel.js";
import { makeOwn } from "./own.js";
import { tellHands } from "./whose.js";

/**
 * @param {Host} host
 * @param {HTMLElement} tools  what stands beside the page's name
 */
export function makeChoices(host, tools) {
  const old = makeDraft("From", (draft) => host.choose({ old: draft, paragraph: "" }), !host.canCompare);
  const neu = makeDraft("to", (draft) => host.choose({ new: draft, paragraph: "" }), !host.canCompare);
  const turn = () => {
    const { old: before, new: after, paragraph } = host.state();
    if (host.canCompare) host.choose({ old: after, new: before, paragraph: paragraph.split("-").reverse().join("-") });
  };
  const swap = make("button.swap", { type: "button", click: turn }, make("span", { "aria-hidden": "true" }, "⇄"), " swap");
  swap.hidden = !host.canCompare;
  const summary = make("p.summary", { role: "status" }), hands = make("p.hands");
  const error = make("p.error", { role: "alert" });
  const waits = make("p.waits", { role: "status" });
  const lost = make("p.error", { role: "alert" }), notice = make("p.notice", { role: "alert" });
  const stay = make("button.stay", { type: "button", hidden: true, click: () => {
    const bundle = host.bundle();
    if (bundle) host.choose({ old: bundle.old, new: bundle.new, scale: bundle.scale ?? "" });
  } }, "Stay with the comparison on show");
  const cautions = make("div.cautions"), own = makeOwn(host), scale = makeScaleNotice(host);
  notice.hidden = true;
  /** @type {unknown[]} */
  let told = [];
  const node = make("header.head", {}, make("div.bar", {}, make(host.ours ? "h1" : "h2", {}, "GCM drafts workbook"), tools), host.ours && make("h2.unseen", {}, "The two drafts"), make("div.drafts", {}, old.node, swap, neu.node), waits, lost, error, notice, cautions, own.node, scale.node, make("div.state", {}, summary, stay), hands);

  /** What is said of the two drafts: worked out anew only where others are on show. @param {boolean} busy */
  function tellDrafts(busy) {
    const state = host.state(), bundle = host.bundle(), drafts = host.drafts(), now = [state.old, state.new, bundle, drafts, busy];
    if (now.every((each, at) => each === told[at])) return;
    told = now;
    paintCautions(cautions, [...listCautions(drafts, bundle ? [bundle.old, bundle.new] : [state.old, state.new]),
      ...(bundle?.left_out ?? []).map((said) => make("p.caution", { role: "note" }, make("strong", {}, "Left out: "), said))]);
    tell(summary, busy ? "Comparing …" : bundle ? summarize(bundle) : "");
    hide(stay, !busy);
    tell(hands, busy || !bundle ? "" : tellHands(bundle));
  }

  return {
    node,
    swap: turn,
    /** @param {string} words  what in the address has no meaning here */
    warn(words) {
      const away = make("button.away", { type: "button", "aria-label": "Put this message away", click: () => (notice.hidden = true) }, "×");
      notice.replaceChildren(words, away);
      notice.hidden = !words;
    },
    /** @param {boolean} busy */
    paint(busy) {
      const state = host.state(), bundle = host.bundle(), drafts = host.drafts();
      old.paint(drafts, state.old, bundle?.old === state.old ? bundle.doubts.old : []);
      neu.paint(drafts, state.new, bundle?.new === state.new ? bundle.doubts.new : []);
      tellDrafts(busy);
      paintError(error, host);
      tell(waits, host.waits());
      hide(waits, !host.waits());
      paintLoss(lost, host);
      own.paint();
      scale.paint();
    },
  };
}

/**
 * What stands there already stays: a word in it may have the focus.
 * @param {HTMLElement} node
 * @param {HTMLElement[]} cautions
 */
function paintCautions(node, cautions) {
  if (node.textContent !== cautions.map((each) => each.textContent).join("")) node.replaceChildren(...cautions);
}

/**
 * That there is no kernel, and the button that brings another where the page can.
 * @param {HTMLElement} node
 * @param {Host} host
 */
function paintLoss(node, host) {
  const words = host.lost(), label = host.renew ? labelRenewal(words) : "";
  hide(node, !words);
  if (node.dataset.told === words) return; // a button that has the focus keeps it
  node.dataset.told = words;
  node.replaceChildren(words, ...(words && label ? [" ", make("button.renew", { type: "button", click: () => host.renew?.() }, label)] : []));
}

/**
 * What Python could not do, and what is on show instead.
 * @param {HTMLElement} node
 * @param {Host} host
 */
function paintError(node, host) {
  const message = host.error(), bundle = host.bundle();
  const titles = Object.fromEntries((bundle?.drafts ?? []).map((draft) => [draft.draft, draft.title]));
  const shown = message && bundle
    ? ` Still on show: ${titles[bundle.old] ?? bundle.old} to ${titles[bundle.new] ?? bundle.new}.`
    : "";
  tell(node, message + shown);
  hide(node, !message);
}

/**
 * Each caution once, with the texts that it speaks of.
 * @param {Draft[]} drafts
 * @param {string[]} shown
 * @returns {HTMLElement[]}
 */
function listCautions(drafts, shown) {
  /** @type {Map<string, string[]>} */
  const told = new Map();
  for (const id of new Set(shown)) {
    const draft = drafts.find((each) => each.draft === id);
    if (draft?.caution) told.set(draft.caution, [...(told.get(draft.caution) ?? []), draft.title]);
  }
  return [...told].map(([caution, titles]) =>
    make("p.caution", { role: "note" }, make("strong", {}, `${titles.join(" and ")}: `), make("span", {}, caution)));
}
