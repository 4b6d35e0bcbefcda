/** What a reader is changing, and where: it outlives the cards, which are made anew with each change. */

/** @import { Bundle, Host, Remark, Row } from "./types.js" */
/** @typedef {ReturnType<typeof makeEditing>} Editing */
/** @typedef {{side: "old"|"new", row: Row, line: number, start: number}} Where */
/** @typedef {{focus: (line: number, start: number) => void, say: (told: string) => void}} View */

import { nameRow } from "./counting.js";

const SAVED = { disk: "Saved in your-reading.csv.", session: "Kept in this page. Download your reading above to keep it for longer." };

/** @param {Host} host */
export function makeEditing(host) {
  /** @type {{side: "old"|"new", paragraph: string, line: number, start: number, words: boolean}|null} */
  let place = null;
  /** @type {View|null} */
  let view = null;
  let told = "";
  // Whether the page has yet to be made anew for what was saved.
  let waits = false, anew = false;
  return {
    /** Whether this is the text that words are being chosen from. @param {Row} row @param {"old"|"new"} side */
    isAt: (row, side) => Boolean(place?.words) && place?.side === side && place.paragraph === nameRow(row),
    /** The card where something is being changed. */
    paragraph: () => place?.paragraph ?? "",
    close() {
      place = view = null;
    },
    /** @param {View} given */
    attach(given) {
      view = given;
    },
    /**
     * Has remarks kept; what went wrong, or nothing. Afterwards the reader is where the words stand, or at their card.
     * @param {Remark[]} remarks
     * @param {Where} where
     * @param {boolean} [words]
     */
    async save(remarks, { side, row, line, start }, words = true) {
      const before = place;
      place = { side, paragraph: nameRow(row), line, start, words };
      told = "";
      waits = true;
      anew = false;
      const { error } = await host.act("remark", remarks);
      if (error) {
        place = before;
        waits = false;
      } else {
        told = SAVED[/** @type {"disk"|"session"} */ (host.keeps())] ?? "";
        view?.say(told);
        if (waits && words) view?.focus(line, start); // until the cards are made anew
      }
      return error;
    },
    /** The card that the place lies in by now: other words may pair other paragraphs. @param {Bundle} bundle */
    follow(bundle) {
      if (!place) return;
      anew = true;
      view = null;
      const { side, line, paragraph } = place;
      const rows = bundle.rows.filter(({ lines }) => lines[side].length && lines[side][0] <= line && line <= lines[side][1]);
      const row = rows.find((each) => nameRow(each) === paragraph) ?? rows[0];
      if (row) place.paragraph = nameRow(row);
    },
    /** Puts the reader back, once the cards are there. @param {(paragraph: string) => HTMLElement|undefined} find */
    restore(find) {
      if (!waits || !anew || !place) return;
      waits = anew = false;
      if (view) view.focus(place.line, place.start);
      else find(place.paragraph)?.focus({ preventScroll: true });
      view?.say(told);
      if (!place.words) place = null;
    },
  };
}
