/**
 * The shapes that `bundle.py` writes, for readers and for `npm run check`.
 *
 * @typedef {{draft: string, title: string, date: string, status: string, caution: string}} Draft
 * @typedef {{op: "equal"|"insert"|"delete"|"replace", old: string, new: string, form: boolean}} Span
 * @typedef {{scheme: string, tag: string, matches: string[]}} Tag
 * @typedef {{scheme: string, tag: string, title: string, short: string}} Term
 * @typedef {{section: string, short: string}} Section
 * @typedef {{tag: string, section: string, paragraphs: number, touched: number, words_old: number,
 *   words_new: number, words_in: number, words_out: number, share: number|null}} Count
 * @typedef {{old_label: string, new_label: string, relation: string, moved: boolean,
 *   renumbered: boolean, matched_by: string, words: string, paragraph: string,
 *   links: string[], section: string, words_all: number, words_changed: number, spans: Span[],
 *   tags: Tag[]}} Row
 * @typedef {{old: string, new: string, drafts: Draft[], rows: Row[], sections: Section[], tags: Term[],
 *   counts: Count[], figure: any, templates: Record<string, any>}} Bundle
 *
 * What a person has chosen; null: everything.
 * @typedef {{old: string, new: string, objective: string|null, theme: string|null,
 *   section: string|null, view: "auto"|"chart"|"table"}} State
 *
 * Where the explorer lives: a Jupyter widget, or a page without a kernel.
 * @typedef {{
 *   state: () => State,
 *   choose: (changes: Partial<State>) => void,
 *   bundle: () => Bundle|null,
 *   drafts: () => Draft[],
 *   error: () => string,
 *   canCompare: boolean,
 *   watch: (listener: (what: "state"|"bundle"|"error") => void) => () => void,
 *   askPlotly: () => Promise<Blob|null>,
 * }} Host
 */

export {};
