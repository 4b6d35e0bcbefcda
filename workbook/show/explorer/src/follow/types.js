/**
 * The shapes that `chapters/follow.py` writes. Drafts and sentences are told by their places in `drafts` and `said`.
 *
 * @typedef {[number, number, number, 0|1, number, number]} Age
 *   how many characters; where they are first seen: draft, number (in `said`); gone in between; last seen; whose (in `said`)
 * @typedef {[number, number, string, number, number|null, boolean, string[], string[]]} Clause
 *   start, end, phrase, rung, the other verb's rung, whether the scale lists the act, caveats, emphases
 * @typedef {{position: number, label: string, section: string, chain: number, text: number, words: number, share: number,
 *   new: boolean, gone: boolean, seen: Age[], clauses: Clause[], tags: [number, string[]][], sources: string[]}} Box
 * @typedef {{draft: string, title: string, date: string, status: string, caution: string, boxes: Box[]}} Followed
 * @typedef {{to: number, old: number|null, new: number|null, kind: string, told: number, score: number, why: number,
 *   announced: boolean, misleads: boolean, carried: number|null}} Link  from the draft before `to`
 * @typedef {(number|string|any[])[]} Spans  words, or how many characters they have; [struck, put in, ...] as in a bundle
 * @typedef {[number|null, number|null, number, number, number, Spans]} Compared
 *   old and new position, what became of it, why (both in `said`), percent, spans
 * @typedef {{at: [number, number], rows: Compared[]}} Pair
 * @typedef {{drafts: Followed[], links: Link[], rows: number[], tags: {scheme: string, tag: string, short: string}[],
 *   pairs: Pair[], texts: string[], said: string[], told: string[][], hands: import("../types.js").Hand[], figure: any,
 *   rungs: Record<string, string>, own_scale: boolean, spellings: Record<string, string>}} Chapter
 *
 * A box and the draft that it stands in.
 * @typedef {{at: number, box: Box}} Stop
 * What a paragraph is in one draft: itself, a part of another, gone into another one, not there yet, gone.
 * @typedef {{at: number, box: Box|null, as: "self"|"part"|"into"|"before"|"gone"}} Step
 */

export {};
