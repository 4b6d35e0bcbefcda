/** Files on their way to the kernel: one after the other, each in pieces, each piece answered before the next. */

/** @import { Host } from "./types.js" */
/** @typedef {{file: File, state: "waiting"|"sending"|"reading"|"failed", share: number, error: string}} Sending */

const LOST = "The connection to the workbook was lost on the way. When it is back, try again.";
const STOPPED = "stopped";

/**
 * `changed` is told whenever something is further on its way; `arrived`, that a file is there.
 * @param {Host} host
 * @param {(sending: Sending|null) => void} changed
 * @param {(id: string) => void} arrived
 */
export function makeQueue(host, changed, arrived) {
  /** @type {Sending[]} */
  let all = [];
  /** @type {Sending|null} */
  let current = null;
  let giveUp = (/** @type {{error: string}} */ _told) => {};

  /** @param {Sending} sending @param {Partial<Sending>} now */
  function set(sending, now) {
    Object.assign(sending, now);
    changed(sending);
  }
  /** @param {Sending} sending */
  const leave = (sending) => (all = all.filter((each) => each !== sending));

  /** Asks, and fails where the answer is an error, the line is lost, or the file was taken away. @param {Sending} sending @param {Promise<any>} asked */
  async function expect(sending, asked) {
    const answer = host.lost() ? { error: LOST } : await Promise.race([asked, new Promise((resolve) => (giveUp = resolve))]);
    if (!all.includes(sending)) throw new Error(STOPPED);
    if (answer.error) throw new Error(answer.error);
    return answer;
  }
  /** @param {Sending} sending */
  async function send(sending) {
    const { file } = sending;
    const { upload } = await expect(sending, host.bring("begin", { name: file.name, size: file.size }));
    const piece = host.uploads()?.piece || file.size;
    for (let start = 0; start < file.size; start += piece) {
      const bytes = await read(file, start, start + piece);
      await expect(sending, host.bring("piece", { upload, start }, bytes));
      set(sending, { share: Math.min(1, (start + piece) / file.size) });
    }
    set(sending, { state: "reading" });
    return (await expect(sending, host.bring("read", { upload }))).file;
  }
  async function work() {
    if (current) return;
    while ((current = all.find(({ state }) => state === "waiting") ?? null)) {
      set(current, { state: "sending", share: 0, error: "" });
      try {
        const id = await send(current);
        leave(current);
        arrived(id);
        changed(null);
      } catch (error) {
        if (all.includes(current)) set(current, { state: "failed", error: /** @type {Error} */ (error).message });
      }
    }
  }
  return {
    list: () => all,
    /** Waits no longer where the kernel cannot be reached. */
    look: () => host.lost() && giveUp({ error: LOST }),
    /** @param {Iterable<File>} files */
    add(files) {
      all = [...all, ...[...files].map((file) => /** @type {Sending} */ ({ file, state: "waiting", share: 0, error: "" }))];
      changed(null);
      work();
    },
    /** @param {Sending} sending */
    again(sending) {
      set(sending, { state: "waiting" });
      work();
    },
    /** Takes a file away, wherever it is by now. @param {Sending} sending */
    drop(sending) {
      leave(sending);
      if (sending === current) host.bring("cancel");
      changed(null);
    },
  };
}

/** @param {File} file @param {number} start @param {number} end */
async function read(file, start, end) {
  try {
    return await file.slice(start, end).arrayBuffer();
  } catch {
    throw new Error(`${file.name}: your browser cannot read this file any more: it was moved or changed. Choose it once more.`);
  }
}
