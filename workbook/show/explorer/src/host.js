/** The two places where an explorer lives: beside a kernel, or alone in a page. */

/** @import { Bundle, Host, State } from "./types.js" */

const CHOICES = /** @type {const} */ (["old", "new", "objective", "theme", "section", "view"]);
// A kernel that is busy with a comparison answers late; after this the table has to do.
const PATIENCE = 60_000;

/**
 * A widget's model as a host: the traits are the state.
 * @param {any} model
 * @returns {Host}
 */
export function fromModel(model) {
  return {
    canCompare: true,
    state: () => /** @type {State} */ (Object.fromEntries(CHOICES.map((name) => [name, model.get(name)]))),
    bundle: () => (model.get("bundle")?.rows ? model.get("bundle") : null),
    drafts: () => model.get("drafts") ?? [],
    error: () => model.get("error") ?? "",
    choose(changes) {
      for (const [name, value] of Object.entries(changes)) model.set(name, value);
      model.save_changes();
    },
    watch(listener) {
      const heard = /** @type {[string, () => void][]} */ ([
        ...CHOICES.map((name) => [`change:${name}`, () => listener("state")]),
        ["change:bundle", () => listener("bundle")],
        ["change:drafts", () => listener("bundle")],
        ["change:error", () => listener("error")],
      ]);
      for (const [event, hear] of heard) model.on(event, hear);
      return () => heard.forEach(([event, hear]) => model.off(event, hear));
    },
    askPlotly: () => askKernel(model),
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

/**
 * A page without a kernel as a host: one bundle, state kept here.
 * @param {Bundle} bundle
 * @param {Partial<State>} [chosen]
 * @returns {Host}
 */
export function standAlone(bundle, chosen = {}) {
  /** @type {State} */
  let state = { old: bundle.old, new: bundle.new, objective: null, theme: null, section: null, view: "auto", ...chosen };
  /** @type {Set<(what: "state"|"bundle"|"error") => void>} */
  const listeners = new Set();
  return {
    canCompare: false,
    state: () => state,
    bundle: () => bundle,
    drafts: () => bundle.drafts,
    error: () => "",
    choose(changes) {
      state = { ...state, ...changes };
      for (const listener of listeners) listener("state");
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    askPlotly: async () => null,
  };
}
