/**
 * The shapes that `bundle.py` writes, for readers and for `npm run check`.
 *
 * @typedef {{draft: string, title: string, date: string, status: string, about: string, caution: string, yours?: boolean}} Draft
 * @typedef {[number, number]} Stretch  how many characters, and which row of `told` says whose they are
 * @typedef {string|[string, string]|[string, string, 0|1]|[string, string, 0|1, Stretch[], Stretch[]]} Span
 *   equal words, or [taken out, put in], 1: form alone, and the stretches of both where marks tell of hands
 * @typedef {{hand: string, name: string, words: number[]}} Hand  how many words it put in and took out
 * @typedef {{scheme: string, tag: string, title: string, short: string}} Term
 * @typedef {{section: string, short: string}} Section
 * @typedef {number[]} Count  tag, section (places in the lists), paragraphs, touched, words old, new, in, out, unknown
 * @typedef {{at: number, old_position: number|null, old_label: string, new_position: number|null,
 *   new_label: string, relation: string, moved: boolean, renumbered: boolean, announced: boolean,
 *   score: number, matched_by: string, words: string}} Link
 * @typedef {Link & {section: string, amounts: number[], spans: Span[], tags: [number, string[]][],
 *   lines: {old: number[], new: number[]}, links: Link[], kinds: string[], hands: string[], struck: number[][],
 *   comments: string[], promises: [string, string, string][], said: string}} Row
 *   `said`: the paragraph's number and what changed, in one sentence;
 *   `promises`: for each clause that changed, which way it went, what became of it, whose change it is;
 *   `struck`: span, start in its old words, how many characters, which row of the bundle's `struck`
 * @typedef {{file: string, hands: string[][], states: string[][], stretches: number[][]}} Marks  of one printed file
 *   hands: [hand, name]; states: put in by, struck by, put back by, grade and reason of the first, of the second;
 *   stretches: line, start, how many characters, which state
 * @typedef {[number, number, string]} Place  a line, where in it, and the words, which may go on over line ends
 * @typedef {{words: string, reason: string, surety: number, seam: string, places: Place[]}} Ghost
 * @typedef {{old: string, new: string, glossary?: [string, string, string][], drafts: Draft[], rows: Row[], sections: Section[], tags: Term[],
 *   counts: Count[], measures: Record<string, string>, kinds: Record<string, string>,
 *   cell: {empty: string[], told: string[], hands: string[]}, hands: Hand[], told: string[][], backwards: boolean, similarity: number[][],
 *   printed: {old: string, new: string}, marks: {old: Marks|null, new: Marks|null}, struck: Ghost[]|null, figures: Record<string, any>, templates: Record<string, any>,
 *   doubts: {old: string[], new: string[]}, left_out: string[], honest: string, scale?: string, cited?: Record<string, string[][]>,
 *   versions?: {old: string, new: string}}} Bundle
 *   `cited`: by the name of a pair, each place cited: kept, gained or lost, the place, and the doubt about it;
 *   `versions`: a short name for the very words of each draft
 *
 * What a person has chosen; null: everything.
 * @typedef {{old: string, new: string, objective: string|null, theme: string|null, section: string|null,
 *   change: string|null, hand: string|null, words: string, changed_only: boolean, map: string, measure: string,
 *   view: string, reading: string, struck: boolean, folded: boolean, paragraph: string, tab: string, followed: string, ticked: string,
 *   watched: string, way: string, scale: string, reference: string, later: string, source: string,
 *   workshop: string, room: string, hints: string, answers: string, amended: string}} State
 *   `followed`: whose passport is open, "draft:position"; `ticked`: the paragraphs of my list, "draft:position"
 *   with the draft as in an address, joined by ","; `watched`: my words, joined by ";"; `reference`: the draft whose words are looked for; `source`: the one
 *   document whose citations are listed; `way`: which clauses are listed, by what became of them; `scale`: the changes
 *   to the scale of commitment, as `own_scale.py` tells them; `workshop`: what of the workshop is open, an exercise's id, "bench", "teacher", "": the list;
 *   `room`: the ids of a room's exercises in their order, joined by ",", "": all; `hints`: "no" where a room gives none;
 *   `answers`: a learner's short answers, as `workshop/progress.js` writes them; `amended`: the paragraph on the bench, "draft:position"
 *
 * What a reader changes on a mark, and whether this page may take it back.
 * @typedef {{file: string, line: number, start: number, words: string, inserted_by: string, deleted_by: string,
 *   grade: string, reason: string}} Remark
 * @typedef {Remark & {row: number|null, mine: boolean}} Kept
 *
 * A visitor's own file: its hands and their names; the texts that stand in it, each with its draft, hands and title.
 * @typedef {{file: string, name: string, title: string, date: string, hands: [string, string][],
 *   drafts: [string, string, string][], notices: string[]}} Upload
 * @typedef {{endings: string[], largest: number, piece: number, files: Upload[]}} Uploads  largest, piece: bytes
 *
 * Where the explorer lives: a Jupyter widget, or a page without a kernel.
 * @typedef {{
 *   state: () => State,
 *   choose: (changes: Partial<State>) => void,
 *   bundle: () => Bundle|null,
 *   drafts: () => Draft[],
 *   error: () => string,
 *   lost: () => string,
 *   waits: () => string,
 *   renew: (() => void)|null,
 *   keeps: () => string,
 *   trouble: () => string,
 *   remarks: () => Kept[],
 *   act: (ask: "remark"|"take back"|"table"|"list", remarks?: Remark[]) => Promise<{error: string, table?: string}>,
 *   uploads: () => Uploads|null,
 *   bring: (ask: "begin"|"piece"|"read"|"cancel"|"edit"|"remove", given?: Record<string, any>, bytes?: ArrayBuffer) => Promise<Record<string, any>>,
 *   canCompare: boolean,
 *   ours: boolean,
 *   watch: (listener: (what: Heard) => void) => () => void,
 *   chapter: (name: string, extra?: Record<string, any>) => Promise<{error: string, chapter?: any}>,
 *   take: ((kind: string, view: string, given?: Record<string, any>) => Promise<{error: string, name?: string, file?: BlobPart}>)|null,
 *   askPlotly: () => Promise<Blob|string|null>,
 * }} Host
 *
 * @typedef {"state"|"bundle"|"error"} Heard
 *
 * A heatmap and its table: what stands in each cell, and what it stands for.
 * @typedef {{id: string, short: string, title: string}} Head
 * @typedef {{value: number|null, told: string[]}} Cell  the facts of a cell, each to be read on its own line
 * @typedef {{key: string, title: string, corner: string, columns: Head[], rows: Head[], cells: Cell[][],
 *   percent: boolean, most: number, figure: any, trouble: string, layOut: (layout: any, width: number) => any,
 *   chosen: (state: State) => [number, number]|null,
 *   framed: (row: Row) => [number, number][],
 *   pick: (column: number, row: number, state: State) => Partial<State>}} Grid
 */

export {};
