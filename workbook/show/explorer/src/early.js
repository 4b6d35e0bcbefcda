/** A page that does not wait for its kernel: the explorer begins with what is kept, and the kernel takes over. */

/** @import { Bundle, Heard, Host, State } from "./types.js" */
/** @import { Find } from "./host.js" */
/** @import { SAID } from "./kernel.js" */

import { changesBetween } from "./counting.js";
import { fromModel, renew, standAlone } from "./host.js";
import { tellLoss, tellWait } from "./kernel.js";
import { mount } from "./page.js";

// A visitor's own drafts can be chosen before there is a kernel; it then says which of them it takes.
const NONE_YET = { endings: [], largest: 0, piece: 0, files: [] };
/**
 * The explorer that the page began with: a kernel's model goes there.
 * @type {((model: any) => void)|null}
 */
let early = null;

/**
 * What the page does: `find` gets other bundles, `wake` is called when a kernel is needed.
 * @typedef {{find: Find, wake: () => void}} Page
 */

/**
 * What is told of a kernel that is not there: how many people come before, or what is wrong and its number.
 * @typedef {(what: "waiting"|keyof SAID, number?: string) => void} Tell
 */

/**
 * Mounts the explorer on a bundle; the function returned says that the kernel is on its way, or why there is none.
 * @param {Bundle} bundle
 * @param {HTMLElement} place
 * @param {Page} page
 * @returns {Tell}
 */
export function openEarly(bundle, place, page) {
  const { host, meet, tell } = makeEarly(bundle, page);
  mount(host, place);
  early = meet;
  return tell;
}

/**
 * Hands a kernel's model to the explorer that the page began with. Nothing is mounted anew, so that what is
 * focused, open, scrolled to or half typed stays as it is. Undefined where there is no such explorer.
 * @param {any} model
 * @returns {(() => void)|undefined}
 */
export function meetKernel(model) {
  if (!early) return undefined;
  early(model);
  return () => undefined;
}

/**
 * A host that stands alone until it meets a kernel.
 * @param {Bundle} bundle
 * @param {Page} page
 */
function makeEarly(bundle, { find, wake }) {
  let current = standAlone(bundle, { find }), shown = bundle, lost = "", waits = "";
  /** @type {(answer: Host|string) => void} */
  let settle = () => undefined;
  /** @type {Promise<Host|string>} */
  let meeting = new Promise((done) => (settle = done));
  /** @type {Set<(what: Heard) => void>} */
  const listeners = new Set();
  const say = (/** @type {Heard} */ what) => listeners.forEach((listener) => listener(what));
  /** What is on show already is not shown anew; what was asked for gives way to nothing else. @param {Heard} what */
  function hear(what) {
    const found = current.bundle(), state = current.state();
    if (what !== "bundle") return say(what);
    if (!found || isAlike(found, shown) || (isOf(shown, state) && !isOf(found, state))) return say("state");
    shown = found;
    say("bundle");
  }
  let leave = current.watch(hear);
  // Whatever a host can do, this one has done by the one behind it.
  const passed = Object.keys(current).map((name) => [name, (/** @type {any[]} */ ...given) => /** @type {any} */ (current)[name](...given)]);
  /** @type {Host} */
  const host = {
    .../** @type {Host} */ (Object.fromEntries(passed)),
    canCompare: true,
    ours: true,
    bundle: () => shown,
    lost: () => lost || current.lost(),
    waits: () => waits,
    choose(changes) {
      current.choose(changes);
      if (current.state().scale !== (shown.scale ?? "")) wake(); // no page that is kept was made by a scale of one's own
    },
    renew,
    // Marks can be changed where there is a kernel, so here as well: what is done waits for it.
    keeps: () => current.keeps() || "session",
    async act(ask, remarks) {
      wake();
      const kernel = await meeting;
      return typeof kernel === "string" ? { error: kernel } : kernel.act(ask, remarks);
    },
    uploads: () => current.uploads() ?? NONE_YET,
    async bring(...given) {
      wake();
      const kernel = await meeting;
      return typeof kernel === "string" ? { error: kernel } : kernel.bring(...given);
    },
    async take(...given) {
      wake();
      const kernel = await meeting;
      return typeof kernel === "string" || !kernel.take ? { error: typeof kernel === "string" ? kernel : "Nothing can be taken away here." } : kernel.take(...given);
    },
    async chapter(...given) {
      wake();
      const kernel = await meeting;
      return typeof kernel === "string" ? { error: kernel } : kernel.chapter(...given);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    host,
    /** Goes over to a kernel, and tells it what was chosen meanwhile. @param {any} model */
    meet(model) {
      const state = current.state(), kernel = fromModel(model);
      leave();
      current = kernel;
      lost = waits = "";
      settle(kernel);
      meeting = Promise.resolve(kernel);
      leave = kernel.watch(hear);
      kernel.choose(pick(state, changesBetween(kernel.state(), state)));
      // Kernels are begun before they are needed: what the page has of this pair is the newer one.
      hear(isOf(shown, state) || !isOf(kernel.bundle(), state) ? "error" : "bundle");
    },
    /** @type {Tell} */
    tell(what, number = "0") {
      waits = what === "waiting" ? tellWait(Number(number)) : "";
      if (what !== "waiting") {
        lost = tellLoss(what, number);
        settle(lost);
        meeting = Promise.resolve(lost);
      }
      say("error");
    },
  };
}

/** @param {Bundle|null} bundle @param {State} state */
const isOf = (bundle, state) => bundle?.old === state.old && bundle.new === state.new && (bundle.scale ?? "") === state.scale;

/** @param {Bundle} one @param {Bundle} other */
const isAlike = (one, other) => one.old === other.old && one.new === other.new && JSON.stringify(one) === JSON.stringify(other);

/** @param {State} state @param {string[]} names */
const pick = (state, names) => /** @type {Partial<State>} */ (Object.fromEntries(Object.entries(state).filter(([name]) => names.includes(name))));
