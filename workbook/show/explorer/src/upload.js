/** A visitor's own drafts: chosen or dropped, sent, named, compared, removed. */

/** @import { Draft, Host, Upload } from "./types.js" */
/** @typedef {import("./upload-send.js").Sending} Sending */

import { make, tell } from "./dom.js";
import { makeFile, whole } from "./upload-file.js";
import { makeQueue } from "./upload-send.js";

const WHAT = "Word, PDF, text or web page, up to 20 MB each.";
const WHERE = {
  page: "They stay in this visit's memory and are gone when you close or reload the page.",
  notebook: "They stay in the memory of this notebook's kernel and are gone when it ends.",
};

/** @param {Host} host */
export function makeUpload(host) {
  const input = make("input", { type: "file", multiple: true, hidden: true, change: () => add(input.files) });
  const button = make("button.add", { type: "button", click: () => input.click() }, make("span", { "aria-hidden": "true" }, "+ "), "Add your own drafts");
  const sending = make("ul.sending", { "aria-label": "Files on their way" }), said = make("p.unseen", { role: "status" });
  const files = make("ul.files", { "aria-label": "Your files" }), offer = make("div.acts");
  const node = make("section.upload", { "aria-label": "Your drafts" },
    make("div.begin", {}, button, input, make("p.note", {}, `${WHAT} ${host.ours ? WHERE.page : WHERE.notebook}`)), sending, said, files, offer);
  /** @type {Map<Sending, ReturnType<typeof makeSending>>} */
  const lines = new Map();
  /** @type {Map<string, {listed: string, node: HTMLElement}>} */
  const cards = new Map();
  const queue = makeQueue(host, paintSending, (id) => {
    const file = host.uploads()?.files.find((each) => each.file === id);
    if (file) tell(said, `${file.title} is here. It can be chosen above, among your drafts.`);
  });

  /** @param {FileList|null} chosen */
  function add(chosen) {
    if (chosen) queue.add(chosen);
    input.value = ""; // so that the same file can be chosen again
  }
  /** @param {Sending|null} [one] */
  function paintSending(one) {
    const list = queue.list();
    for (const each of list) if (!lines.has(each)) lines.set(each, makeSending(each, queue));
    for (const each of lines.keys()) if (!list.includes(each)) lines.delete(each);
    sending.hidden = !list.length;
    keepChildren(sending, list.map((each) => /** @type {HTMLElement} */ (lines.get(each)?.node)), button);
    for (const line of lines.values()) line.paint();
    if (one) tell(said, tellSending(one));
  }
  /** @param {Upload[]} own */
  function paintFiles(own) {
    for (const file of own) {
      const listed = JSON.stringify(file);
      if (cards.get(file.file)?.listed !== listed) cards.set(file.file, { listed, node: makeFile(file, host, (words) => tell(said, words), cards.get(file.file)?.node) });
    }
    files.hidden = !own.length;
    keepChildren(files, own.map((file) => /** @type {HTMLElement} */ (cards.get(file.file)?.node)), button);
    for (const id of cards.keys()) if (!own.some((file) => file.file === id)) cards.delete(id);
  }
  paintSending();
  return {
    node,
    add,
    paint() {
      const uploads = host.uploads(), own = uploads?.files ?? [];
      node.hidden = !uploads;
      input.accept = uploads?.endings.join(",") ?? "";
      queue.look();
      paintFiles(own);
      const pairs = listOffers(own, host);
      offer.hidden = !pairs.length;
      const now = JSON.stringify(pairs);
      if (offer.dataset.pairs === now) return;
      offer.dataset.pairs = now;
      offer.replaceChildren(...pairs.map(([old, neu, words]) =>
        make("button", { type: "button", click: () => host.choose({ old, new: neu, paragraph: "", tab: "compare" }) }, words)));
    },
  };
}

/**
 * What to compare next: the last two files, or a file alone with what it was before its changes, or with what is on show.
 * @param {Upload[]} own
 * @param {Host} host
 * @returns {[string, string, string][]}  two drafts, and what the button says
 */
function listOffers(own, host) {
  const { old, new: neu } = host.state(), [last, first] = own.slice(-2).reverse();
  /** @type {[string, string, string][]} */
  const offers = [];
  if (first) {
    const [older, newer] = first.date && last.date && last.date < first.date ? [last, first] : [first, last];
    offers.push([whole(older), whole(newer), `Compare these: ${older.title} → ${newer.title}`]);
  } else if (last?.drafts.length === 1) {
    const shown = host.drafts().find(({ draft }) => draft === neu);
    if (shown && !shown.yours) offers.push([shown.draft, whole(last), `Compare ${shown.title} → ${last.title}`]);
  }
  if (last?.drafts.length > 1) offers.push([last.drafts[0][0], whole(last), `Compare ${last.title}: before the changes → with all changes`]);
  return offers.filter(([one, other]) => one !== old || other !== neu);
}

/** @param {Sending} one */
function tellSending({ file, state, share, error }) {
  if (state === "sending") return `${file.name}: ${Math.round(share * 100)} %`;
  return { waiting: `${file.name}: waiting`, reading: `${file.name}: reading …`, failed: error }[state];
}

/**
 * @param {Sending} one
 * @param {ReturnType<typeof makeQueue>} queue
 */
function makeSending(one, queue) {
  const words = make("span.words"), bar = make("progress", { max: 1, "aria-label": one.file.name });
  const again = make("button", { type: "button", click: () => queue.again(one), "aria-label": `Try again: ${one.file.name}` }, "Try again");
  const away = make("button", { type: "button", click: () => queue.drop(one) });
  return {
    node: make("li", {}, words, bar, make("span.acts", {}, again, away)),
    paint() {
      const failed = one.state === "failed";
      words.classList.toggle("failed", failed);
      tell(words, tellSending(one));
      bar.hidden = failed;
      if (one.state === "reading") bar.removeAttribute("value");
      else bar.value = one.share;
      again.hidden = !failed;
      tell(away, failed ? "Put away" : "Cancel");
      away.setAttribute("aria-label", `${failed ? "Put away" : "Cancel"}: ${one.file.name}`);
    },
  };
}

/**
 * Puts these children into a list; those that stay are not moved. Where what was focused goes, `next` is focused.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} children
 * @param {HTMLElement} next
 */
function keepChildren(list, children, next) {
  const focused = document.activeElement, held = list.contains(focused);
  for (const child of [...list.children]) if (!children.includes(/** @type {HTMLElement} */ (child))) child.remove();
  children.forEach((child, at) => list.children[at] !== child && list.insertBefore(child, list.children[at] ?? null));
  if (held && !list.contains(focused)) next.focus();
}
