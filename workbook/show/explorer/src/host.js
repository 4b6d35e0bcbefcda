/** The two places where an explorer lives: beside a kernel, or alone in a page. */

/** @import { Bundle, Heard, Host, State } from "./types.js" */
/** @typedef {(old: string, neu: string) => Promise<Bundle|null>} Find */

import { writeFragment } from "./address.js";
import { watchKernel } from "./kernel.js";
import { CHOICES, DEFAULTS } from "./state.js";

// A kernel that is busy with a comparison answers late; after this the table has to do.
const PATIENCE = 60_000;
// A file is read for a minute and a half at most.
const READING = 120_000;

/**
 * A widget's model as a host: the traits are the state.
 * @param {any} model
 * @returns {Host}
 */
export function fromModel(model) {
  let lost = "";
  // A kernel that was begun early may not know what was saved since.
  if (model.get("keeps")) askToAct(model, "list", []);
  return {
    canCompare: true,
    ours: Boolean(/** @type {any} */ (window).workbookPlotlyUrl),
    state: () => /** @type {State} */ (Object.fromEntries(CHOICES.map((name) => [name, model.get(name)]))),
    bundle: () => (model.get("bundle")?.rows ? model.get("bundle") : null),
    drafts: () => model.get("drafts") ?? [],
    error: () => model.get("error") ?? "",
    lost: () => lost,
    waits: () => "",
    renew: /** @type {any} */ (window).workbookPlotlyUrl ? renew : null,
    keeps: () => model.get("keeps") ?? "",
    trouble: () => model.get("trouble") ?? "",
    remarks: () => model.get("remarks") ?? [],
    act: (ask, remarks = []) => askToAct(model, ask, remarks),
    uploads: () => (model.get("uploads")?.files ? model.get("uploads") : null),
    bring: (what, given = {}, bytes) =>
      ask(model, { ...given, ask: what }, { buffers: bytes && [bytes], patience: what === "read" ? READING : PATIENCE, silent: "The workbook has not answered. Try again." }),
    choose(changes) {
      for (const [name, value] of Object.entries(changes)) model.set(name, value);
      model.save_changes();
    },
    watch(listener) {
      const tell = gather(listener);
      const heard = /** @type {[string, () => void][]} */ ([
        ...CHOICES.map((name) => [`change:${name}`, () => tell("state")]),
        ["change:bundle", () => tell("bundle")],
        ["change:drafts", () => tell("bundle")],
        ...["error", "remarks", "trouble", "uploads"].map((name) => [`change:${name}`, () => tell("error")]),
      ]);
      for (const [event, hear] of heard) model.on(event, hear);
      const unwatch = watchKernel(model, (words) => {
        lost = words;
        tell("error");
      });
      return () => {
        unwatch();
        heard.forEach(([event, hear]) => model.off(event, hear));
      };
    },
    async chapter(name, extra = {}) {
      const { old, new: neu } = model.get("bundle") ?? {};
      return ask(model, { ask: "chapter", chapter: name, old, new: neu, extra }, { silent: "The workbook has not answered. Try again." });
    },
    async take(kind, view, given) {
      const { files, ...told } = await ask(model, { ask: "take", kind, view, given: given ?? null }, { silent: "The workbook has not answered. Try again." });
      return { ...told, file: files?.[0] };
    },
    askPlotly: () => askKernel(model),
  };
}

/** Gets another kernel: the address keeps the view. */
export const renew = () => location.reload();

/**
 * Several changes at once are told once, before the browser paints.
 * @param {(what: Heard) => void} listener
 * @returns {(what: Heard) => void}
 */
function gather(listener) {
  /** @type {Set<Heard>} */
  const waiting = new Set();
  return (what) => {
    if (!waiting.size) {
      queueMicrotask(() => {
        const all = [...waiting];
        waiting.clear();
        all.forEach(listener);
      });
    }
    waiting.add(what);
  };
}

/**
 * Asks the kernel for plotly.js.
 * @param {any} model
 * @returns {Promise<Blob|null>}
 */
function askKernel(model) {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(null), PATIENCE);
    /** @param {any} content @param {DataView[]} buffers */
    function hear(content, buffers) {
      if (!content?.plotly) return;
      clearTimeout(giveUp);
      model.off("msg:custom", hear);
      resolve(new Blob([/** @type {any} */ (buffers[0])], { type: "text/javascript" }));
    }
    model.on("msg:custom", hear);
    model.send({ ask: "plotly" });
  });
}

const ALONE = "This page stands alone: what you ask for is not in it. The workbook's dashboard can answer.";
let asked = 0;

/**
 * Asks the kernel to change the reading, or for all of it as a table, and waits for what it says.
 * @param {any} model
 * @param {string} what
 * @param {import("./types.js").Remark[]} remarks
 * @returns {Promise<{error: string, table?: string}>}
 */
function askToAct(model, what, remarks) {
  const silent = "The workbook has not answered: whether this was kept is not known. Reload the page to see what stands.";
  return ask(model, { ask: what, remarks }, { silent });
}

/**
 * Sends the kernel a message and waits for what it says to it; where it says nothing, `silent` went wrong.
 * @param {any} model
 * @param {Record<string, any>} content
 * @param {{silent: string, buffers?: ArrayBuffer[], patience?: number}} given
 * @returns {Promise<any>}
 */
function ask(model, content, { silent, buffers, patience = PATIENCE }) {
  const id = (asked += 1);
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => {
      model.off("msg:custom", hear);
      resolve({ error: silent });
    }, patience);
    /** @param {any} told @param {DataView[]} files */
    function hear(told, files) {
      if (told?.told !== id) return;
      clearTimeout(giveUp);
      model.off("msg:custom", hear);
      resolve(files?.length ? { ...told, files } : told);
    }
    model.on("msg:custom", hear);
    model.send({ ...content, id }, undefined, buffers);
  });
}

/**
 * A page without a kernel as a host: one bundle, state kept here. `pages` are the addresses of other pairs,
 * under the names of their two drafts; or `find` gets another bundle, null where it cannot; `readChapter` gets what
 * a tab shows, undefined where it is not there; `askPlotly` gives the script that draws.
 * @param {Bundle} bundle
 * @param {{pages?: Record<string, string>, find?: Find, readChapter?: (name: string) => Promise<any>,
 *   askPlotly?: () => Promise<string|null>}} [given]
 * @returns {Host}
 */
export function standAlone(bundle, { pages = {}, find, readChapter = async () => undefined, askPlotly = async () => null } = {}) {
  /** @type {State} */
  let state = { old: bundle.old, new: bundle.new, ...DEFAULTS, scale: bundle.scale ?? "" };
  /** @type {Set<(what: Heard) => void>} */
  const listeners = new Set();
  const tell = (/** @type {Heard} */ what) => listeners.forEach((listener) => listener(what));
  const isOther = (/** @type {State} */ asked) => asked.old !== bundle.old || asked.new !== bundle.new;
  /** @param {Find} find @param {State} asked */
  async function seek(find, asked) {
    const found = await find(asked.old, asked.new);
    if (!found || state.old !== asked.old || state.new !== asked.new) return;
    bundle = found;
    tell("bundle");
  }
  return {
    canCompare: Boolean(find) || Object.keys(pages).length > 1,
    ours: true,
    state: () => state,
    bundle: () => bundle,
    drafts: () => bundle.drafts,
    error: () => "",
    lost: () => "",
    waits: () => "",
    renew: null,
    keeps: () => "",
    trouble: () => "",
    remarks: () => [],
    act: async () => ({ error: "Nothing can be changed in a page without the workbook." }),
    uploads: () => null,
    bring: async () => ({ error: "No drafts can be added to a page without the workbook." }),
    choose(changes) {
      const asked = { ...state, ...changes };
      const page = pages[JSON.stringify([asked.old, asked.new])];
      if (page && isOther(asked)) return location.assign(page + writeFragment(asked));
      const turned = asked.old !== state.old || asked.new !== state.new;
      state = find ? asked : { ...asked, old: bundle.old, new: bundle.new, scale: bundle.scale ?? "" };
      tell("state");
      if (find && turned && isOther(asked)) seek(find, asked);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async chapter(name, extra = {}) {
      const chapter = Object.keys(extra).length ? undefined : await readChapter(name);
      return chapter ? { error: "", chapter } : { error: ALONE };
    },
    take: null,
    askPlotly,
  };
}
