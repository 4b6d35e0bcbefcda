/** Whether the kernel behind the page is still there, in words for the page. */

// A connection that breaks for a moment mends itself; people are told when it takes longer.
const GRACE = 1_500;
const STAYS = "What you see stays readable, and filters, search and charts go on working.";
export const SAID = {
  dead: `The workbook's engine has stopped. ${STAYS} To compare other drafts, reload the page: the address keeps what you chose. In a notebook, run the cell again.`,
  disconnected: `The connection to the workbook is lost. ${STAYS} Start the workbook again if you closed it, then reload the page: the address keeps what you chose.`,
  connecting: `The connection to the workbook is lost; trying to get it back. ${STAYS} Only another pair of drafts has to wait.`,
  late: `The workbook's engine has not answered yet. ${STAYS} Only another pair of drafts has to wait.`,
};

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
