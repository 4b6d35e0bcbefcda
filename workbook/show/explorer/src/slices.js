/** Work that can wait: done in slices while nothing else is to be done. */

// Milliseconds at a time, of which a person notices nothing.
const SLICE = 8;
const idle = /** @type {(work: () => void) => void} */ ("requestIdleCallback" in window ? (work) => requestIdleCallback(work, { timeout: 300 }) : (work) => setTimeout(work, 16));

/**
 * One run of such work at a time: what is left of the last is dropped when the next begins.
 * @template Item
 * @param {(item: Item) => void} work
 */
export function makeSlices(work) {
  let round = 0;
  /** @param {Item[]} waiting @param {() => void} done @param {number} mine */
  function goOn(waiting, done, mine) {
    if (mine !== round) return;
    const end = performance.now() + SLICE;
    while (waiting.length && performance.now() < end) work(/** @type {Item} */ (waiting.shift()));
    if (waiting.length) idle(() => goOn(waiting, done, mine));
    else done();
  }
  return {
    /** @param {Item[]} waiting @param {() => void} [done] */
    begin(waiting, done = () => undefined) {
      const mine = (round += 1);
      idle(() => goOn([...waiting], done, mine));
    },
    stop: () => void (round += 1),
  };
}
