/** Whether the kernel behind the page is still there, in words for the page. */

// A connection that breaks for a moment mends itself; people are told when it takes longer.
const GRACE = 1_500;
const STAYS = "What you see stays readable, and filters, search and charts go on working.";
export const SAID = {
  dead: `The workbook's engine has stopped. ${STAYS} A new one brings this view back as it is; drafts and marks of your own have to be added again. In a notebook, run the cell again.`,
  disconnected: `The connection to the workbook is lost. ${STAYS} Start the workbook again if you closed it, then try again: this view comes back.`,
  connecting: `The connection to the workbook is lost; trying to get it back. ${STAYS} Only another pair of drafts has to wait.`,
  late: `The workbook's engine has not answered yet. ${STAYS} Only another pair of drafts has to wait.`,
  full: `As many people use the workbook just now as this machine has room for (#). ${STAYS} To compare other drafts or to add your own, try again in a few minutes.`,
  closed: `The workbook could not be opened. # ${STAYS}`,
  failed: `The workbook's engine could not be started: fault # in the log of this dashboard. ${STAYS}`,
};

/**
 * What is wrong, in words; `number` stands in it where it is needed.
 * @param {keyof typeof SAID} what
 * @param {string} [number]
 */
export const tellLoss = (what, number = "") => SAID[what].replace("#", number);

/**
 * That the engine is on its way, and how many people have to get theirs first.
 * @param {number} before
 */
export const tellWait = (before) =>
  `The workbook's engine is starting${before > 0 ? `; ${before === 1 ? "one visitor is" : `${before} visitors are`} before you` : ""}. ${STAYS} Only another pair of drafts has to wait.`;

/**
 * What stands on the button that brings a new engine; empty where it comes back by itself.
 * @param {string} words  what is wrong
 */
export const labelRenewal = (words) => (words === SAID.connecting ? "" : words === SAID.dead ? "Start a new one" : "Try again");

/**
 * Tells each time that the kernel goes or comes back; empty words: all is well.
 * @param {any} model
 * @param {(words: string) => void} tell
 * @returns {() => void}
 */
export function watchKernel(model, tell) {
  const kernel = findKernel(model.widget_manager);
  if (!kernel?.connectionStatusChanged || !kernel?.statusChanged) return () => undefined;
  /** @type {any} */
  let timer = null;
  let gone = false; // a kernel that was started anew knows nothing of this page
  const look = () => {
    clearTimeout(timer);
    const words = describe(kernel);
    gone ||= words === SAID.dead;
    if (gone || !words) tell(gone ? SAID.dead : "");
    else timer = setTimeout(() => tell(describe(kernel)), GRACE);
  };
  kernel.connectionStatusChanged.connect(look);
  kernel.statusChanged.connect(look);
  return () => {
    clearTimeout(timer);
    kernel.connectionStatusChanged.disconnect(look);
    kernel.statusChanged.disconnect(look);
  };
}

/** @param {any} manager */
const findKernel = (manager) => manager?.kernel ?? manager?.context?.sessionContext?.session?.kernel ?? null;

/** @param {any} kernel */
function describe(kernel) {
  if (["dead", "terminating", "autorestarting", "restarting"].includes(kernel.status)) return SAID.dead;
  if (kernel.connectionStatus === "disconnected") return SAID.disconnected;
  return kernel.connectionStatus === "connecting" ? SAID.connecting : "";
}
