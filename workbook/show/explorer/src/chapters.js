/** What a tab shows beyond the comparison itself: asked for when the tab is opened, and kept while the page is. */

/** @import { Host } from "./types.js" */
/** @typedef {{busy: boolean, error: string, chapter: any}} Told */

// Of this many questions the answers are kept for the way back.
const MOST = 12;
const UNREAD = "This could not be read: the page did not come whole, or the workbook behind it is gone.";
const WAITING = { busy: true, error: "", chapter: null };

/**
 * The chapter of this name for the pair that is on show. `read` says what is known of it now, and asks for it where
 * nothing is; `repaint` is called when the answer is there. `extra` is what is asked besides: only a kernel knows that.
 * @param {Host} host
 * @param {string} name
 * @param {() => void} repaint
 */
export function followChapter(host, name, repaint) {
  /** @type {Map<string, Told>} */
  const known = new Map();
  /** @type {any} */
  let about = null;
  /** @param {string} key @param {Record<string, any>} extra */
  async function ask(key, extra) {
    const bundle = about;
    known.set(key, WAITING);
    if (known.size > MOST) known.delete(known.keys().next().value ?? key);
    const { error, chapter = null } = await host.chapter(name, extra).catch(() => ({ error: UNREAD, chapter: null }));
    if (bundle !== about) return; // of other drafts, or of a reading that has changed since
    known.set(key, { busy: false, error, chapter });
    repaint();
  }
  return {
    /** @param {Record<string, any>} [extra] @returns {Told} */
    read(extra = {}) {
      const bundle = host.bundle(), key = JSON.stringify(extra);
      if (!bundle) return WAITING;
      if (bundle !== about) known.clear();
      about = bundle;
      if (!known.has(key)) ask(key, extra);
      return /** @type {Told} */ (known.get(key));
    },
    /** Asks anew the next time: what an error came of may be mended. */
    forget: () => known.clear(),
  };
}
