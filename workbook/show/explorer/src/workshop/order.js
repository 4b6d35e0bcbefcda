/** The exercises of a room in the teacher's order: ids, joined as in the address. No page here. */

// An exercise's id; of one made from drafts, its kind and its seed.
const ID = /^[A-Za-z][A-Za-z0-9]*(-[1-9]\d{0,3})?$/, MADE = /^([a-z]+)-(\d+)$/;
// An address stays short; each exercise made from drafts is a question to the workbook's engine.
const MOST = 30;
export const MOST_MADE = 10;

/** The kinds that are made from any two drafts. @type {Record<string, string>} */
export const KINDS = { became: "Which paragraph became this one?", substance: "Substance or form?", predict: "Predict the next draft" };

/** Of an exercise made from drafts: its kind and seed; of another, null. @param {string} id */
export function readMade(id) {
  const [, kind, seed] = id.match(MADE) ?? [];
  return kind && Object.hasOwn(KINDS, kind) ? { kind, seed: Number(seed) } : null;
}

/**
 * The ids that an address names; none where it leaves the choice open, which means all.
 * @param {string} room
 */
export function readOrder(room) {
  const ids = [...new Set(room.split(","))].filter((id) => ID.test(id)).slice(0, MOST);
  const made = ids.filter(readMade);
  return ids.filter((id) => !readMade(id) || made.indexOf(id) < MOST_MADE);
}

/** @param {string[]} ids */
export const writeOrder = (ids) => readOrder(ids.join(",")).join(",");

/**
 * The same ids, one of them earlier (-1) or later (1).
 * @param {string[]} ids
 * @param {string} id
 * @param {-1|1} step
 */
export function move(ids, id, step) {
  const from = ids.indexOf(id), to = from + step;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  const moved = ids.filter((each) => each !== id);
  moved.splice(to, 0, id);
  return moved;
}
