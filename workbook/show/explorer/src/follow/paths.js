/** One paragraph through all drafts: what it was before, what it is, what it went into. No page here. */

/** @import { Box, Chapter, Link, Step, Stop } from "./types.js" */

/** @typedef {{stops: Map<string, Stop>, into: Map<string, Link[]>, from: Map<string, Link[]>}} Index */
/** @type {WeakMap<Chapter, Index>} */
const known = new WeakMap();

/** @param {number} at @param {number|null} position */
const keyOf = (at, position) => `${at}:${position}`;

/**
 * The boxes of a chapter by their places, and the links that lead to them and from them.
 * @param {Chapter} chapter
 * @returns {Index}
 */
function indexOf(chapter) {
  let index = known.get(chapter);
  if (index) return index;
  index = { stops: new Map(), into: new Map(), from: new Map() };
  for (const [at, { boxes }] of chapter.drafts.entries()) {
    for (const box of boxes) index.stops.set(keyOf(at, box.position), { at, box });
  }
  for (const link of chapter.links) {
    if (link.old === null || link.new === null) continue;
    add(index.into, keyOf(link.to, link.new), link);
    add(index.from, keyOf(link.to - 1, link.old), link);
  }
  known.set(chapter, index);
  return index;
}

/** @param {Map<string, Link[]>} map @param {string} key @param {Link} link */
const add = (map, key, link) => void map.set(key, [...(map.get(key) ?? []), link]);

/**
 * The box of "draft:position"; null where the drafts on show have none.
 * @param {Chapter} chapter
 * @param {string} followed
 * @returns {Stop|null}
 */
export function findStop(chapter, followed) {
  const cut = followed.lastIndexOf(":"), at = chapter.drafts.findIndex(({ draft }) => draft === followed.slice(0, cut));
  return indexOf(chapter).stops.get(keyOf(at, Number(followed.slice(cut + 1)))) ?? null;
}

/** The name of a box in addresses. @param {Chapter} chapter @param {Stop} stop */
export const nameStop = (chapter, { at, box }) => `${chapter.drafts[at].draft}:${box.position}`;

/** The links that brought a box its words, and those that carry them on. @param {Chapter} chapter @param {Stop} stop */
export const linksInto = (chapter, { at, box }) => indexOf(chapter).into.get(keyOf(at, box.position)) ?? [];
/** @param {Chapter} chapter @param {Stop} stop */
export const linksFrom = (chapter, { at, box }) => indexOf(chapter).from.get(keyOf(at, box.position)) ?? [];

/** The older and the newer end of a link. @param {Chapter} chapter @param {Link} link @returns {[Stop, Stop]} */
export function endsOf(chapter, { to, old, new: neu }) {
  const { stops } = indexOf(chapter);
  return [/** @type {Stop} */ (stops.get(keyOf(to - 1, old))), /** @type {Stop} */ (stops.get(keyOf(to, neu)))];
}

/** Of several links the one that carries most words. @param {Link[]} links */
const strongest = (links) => links.filter(({ kind }) => kind !== "fragment").sort((one, other) => (other.carried ?? 0) - (one.carried ?? 0))[0];

/**
 * What a paragraph is in each draft: itself, and before it was one of its own, what it was a part of.
 * @param {Chapter} chapter
 * @param {Stop} stop
 * @returns {Step[]}
 */
export function pathOf(chapter, stop) {
  const own = chapter.drafts.map(({ boxes }, at) => ({ at, box: boxes.find(({ chain }) => chain === stop.box.chain) ?? null }));
  const stands = own.filter(({ box }) => box), path = /** @type {Step[]} */ (own.map((each) => ({ ...each, as: "self" })));
  const walk = (/** @type {number} */ from, /** @type {1|-1} */ step) => {
    let here = /** @type {Stop} */ (own[from]), as = /** @type {Step["as"]} */ (step < 0 ? "part" : "into");
    for (let at = from + step; own[at]; at += step) {
      const link = here.box && strongest(step < 0 ? linksInto(chapter, here) : linksFrom(chapter, here));
      const next = link ? endsOf(chapter, link)[step < 0 ? 0 : 1] : null;
      path[at] = next ? { ...next, as } : { at, box: null, as: step < 0 ? "before" : "gone" };
      if (!next) here = /** @type {any} */ ({ at, box: null });
      else here = next;
    }
  };
  walk(stands[0].at, -1);
  walk(stands[stands.length - 1].at, 1);
  return path;
}

/**
 * The numbers that a chain bears, each once where it stays: ["55", "44bis"].
 * @param {{box: Box|null}[]} path
 * @returns {string[]}
 */
export const trailOf = (path) => path.flatMap(({ box }) => (box ? [box.label || "¶"] : [])).filter((label, at, all) => label !== all[at - 1]);
