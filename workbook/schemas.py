"""The frames that carry the project, each declared once. Read this file first.

A text becomes RUNS, runs become PARAGRAPHS, paragraphs become PAIRS, pairs become DIFFS;
TAGS say what a paragraph is about and COUNTS add it up. ACCOUNT shows where every character
of a source went. Every frame is flat, so each one opens as CSV.
"""

from collections.abc import Sequence

import polars as pl

Schema = dict[str, pl.DataType | type[pl.DataType]]


class WorkbookError(Exception):
    """What went wrong, where (file and line), and how to mend it, in one message for people."""


DRAFT_KIND = pl.Enum(["revision", "proposal", "printed"])
STATUS = pl.Enum(["as issued", "flattened", "reconstructed"])
BREAK = pl.Enum(["none", "kept", "inserted", "deleted"])
# What a file's format says that a run belongs to; "line": a printed line, and the parser reads the page.
_PARTS = "line,paragraph,heading,number,note mark,note number,footnote,furniture"
PART = pl.Enum(_PARTS.split(","))
GRADE = pl.Enum(["documented", "corroborated", "inferred", "unknown"])
SIDE = pl.Enum(["old", "new"])
ACT = pl.Enum(["inserted", "struck"])
PARAGRAPH_KIND = pl.Enum(["title", "heading", "paragraph", "item", "footnote", "letter", "debris"])
# What a stretch of a printed file is taken for.
_ROLES = "text,label,citation,remark,note mark,note number,footnote,heading,title,letter,debris,space"
ROLE = pl.Enum(_ROLES.split(","))
RELATION = pl.Enum(["same", "edited", "split", "merged", "fragment", "inserted", "deleted"])
OP = pl.Enum(["equal", "insert", "delete", "replace"])
WEIGHT = pl.Enum(["substance", "form"])
SOURCE_CHANGE = pl.Enum(["kept", "gained", "lost"])
DIRECTION = pl.Enum(["up", "down", "form", "tone", "object", "none"])
# What a phrase of the scale is: who speaks, a verb that leads, the act behind it; tones and objects.
LADDER_SCHEME = pl.Enum(["speaker", "lead", "act", "tone", "object"])
SCHEME = pl.Enum(["objective", "principle", "theme", "hedge", "booster"])
# How words are exchanged in an exercise: the first two change the form alone.
SWAP_RULE = pl.Enum(["spelling", "capital", "verb", "modal", "caveat", "struck", "joint"])
# How a paragraph bears a tag: by words of its own, by those of the paragraph that it came from, or no longer.
STANDING = pl.Enum(["own", "inherited", "lost"])
# What a letter wants of words: put in, taken out, left as they are; or a paragraph of their own.
ASK_WANT = pl.Enum(["in", "out", "kept", "paragraph"])
WANTED_STATE = pl.Enum(["put in", "stood already", "missing", "struck", "still there", "kept"])
VERDICT = pl.Enum(["agrees", "probably agrees", "agrees in part", "cannot be told", "does not agree"])
WRITTEN_ACT = pl.Enum(["stood", "put in", "struck"])
PRESENT = pl.Enum(["verbatim", "in part", "not found"])
OUTCOME = pl.Enum(["verbatim", "in part", "elsewhere", "already there", "not found", "unknown"])

# A paragraph of a draft.
PLACE: Schema = {"draft": pl.String, "position": pl.UInt32, "label": pl.String}

DRAFTS: Schema = {
    "draft": pl.String,  # the id, as in data/drafts.csv, or the path of a file
    "title": pl.String,
    "date": pl.Date,
    "kind": DRAFT_KIND,
    "file": pl.String,  # where the text lies: an absolute path once loaded
    "hands": pl.String,  # whose marks are applied: printed, none, all, or names joined by ;
    "amends": pl.String,  # the draft that a proposal edits
    "status": STATUS,
    "source": pl.String,
}

RUNS: Schema = {
    "file": pl.String,
    "block": pl.UInt32,  # the format's own paragraph: a printed line, a w:p
    "run": pl.UInt32,  # counted from 0 inside its block
    "line": pl.UInt32,  # the printed line, counted from 1
    "text": pl.String,
    "inserted_by": pl.String,  # empty: stood there from the start
    "deleted_by": pl.String,  # empty: nobody struck it
    "restored_by": pl.String,  # who put back what deleted_by had struck; empty: nobody
    "break": BREAK,  # the paragraph mark behind the run
    "moved_from": pl.String,
    "date": pl.Date,
    "inserted_grade": GRADE,  # how surely we know who put it in; null where nobody did or the file says so
    "inserted_note": pl.String,  # why we think so
    "deleted_grade": GRADE,
    "deleted_note": pl.String,
    "part": PART,
    "counter": pl.String,  # how a list's own number is counted; empty where its characters stand in the file
}

COMMENTS: Schema = {
    "file": pl.String,
    "block": pl.UInt32,  # as in RUNS: the paragraph that the comment begins in
    "author": pl.String,
    "date": pl.Date,
    "words": pl.String,  # that the comment is on
    "text": pl.String,
}

NOTICES: Schema = {
    "file": pl.String,
    "notice": pl.String,  # a sentence: what its reader had to guess, or left out
}

REMARKS: Schema = {
    "file": pl.String,  # as drafts.csv names it
    "line": pl.UInt32,  # the printed line
    "start": pl.UInt32,  # code points from its start
    "words": pl.String,
    "inserted_by": pl.String,  # both empty: the words stood there and stay
    "deleted_by": pl.String,
    "grade": GRADE,
    "reason": pl.String,
}

HANDS: Schema = {
    "file": pl.String,
    "hand": pl.String,  # as RUNS and the column hands of DRAFTS name it
    "name": pl.String,  # as people read it
}

MARKS: Schema = PLACE | {
    "mark": pl.UInt32,  # counted from 0 inside the draft
    "act": ACT,
    "hand": pl.String,
    "grade": GRADE,
    "reason": pl.String,
    "moved_from": pl.String,
    "start": pl.UInt32,  # code points in the paragraph's text; struck words begin and end at one place
    "end": pl.UInt32,
    "text": pl.String,
}

PARAGRAPHS: Schema = {
    "draft": pl.String,
    "position": pl.UInt32,  # the key: order in the document, counted from 0
    "label": pl.String,  # the number in canonical spelling, "43quint"; empty where none is printed
    "printed_label": pl.String,
    "former": pl.String,  # the old number that the label announces
    "remark": pl.String,  # what the drafters say of the paragraph: SPLIT PARA, NEW
    "kind": PARAGRAPH_KIND,
    "section": pl.String,  # the heading above it; empty before the first one
    "text": pl.String,  # running text: one space between words, no label, no sources, no note marks
    "first_line": pl.UInt32,
    "last_line": pl.UInt32,
}

CITATIONS: Schema = PLACE | {
    "source": pl.String,  # the document, as named: GCM, 76/172, SG report
    "pinpoint": pl.String,  # the place in it: para 15(g), OP6(h)
    "printed": pl.String,  # the whole bracket
}

OBJECTIVES: Schema = {
    "draft": pl.String,
    "objective": pl.UInt8,  # 1 to 23 in the Global Compact
    "title": pl.String,
    "section": pl.String,  # the round table whose footnote spells it out
}

ACCOUNT: Schema = {
    "file": pl.String,
    "line": pl.UInt32,
    "start": pl.UInt32,  # code points from the start of the file
    "role": ROLE,
    "draft": pl.String,
    "position": pl.UInt32,  # the paragraph it belongs to; null for space between paragraphs
    "text": pl.String,  # all rows of a file, joined, are the file
}

PAIR_KEYS: Schema = {
    "old_draft": pl.String,
    "old_position": pl.UInt32,  # null for an inserted paragraph
    "old_label": pl.String,
    "new_draft": pl.String,
    "new_position": pl.UInt32,  # null for a deleted paragraph
    "new_label": pl.String,
}

PAIRS: Schema = PAIR_KEYS | {
    "relation": RELATION,
    "moved": pl.Boolean,  # stands elsewhere in the order
    "renumbered": pl.Boolean,  # carries another number
    "announced": pl.Boolean,  # the new draft says so itself: [former 9]
    "score": pl.Float64,  # 0 to 1: the share of the words, rare ones weighing more, that the two share
    "matched_by": pl.String,  # the evidence, in words
}

DIFFS: Schema = PAIR_KEYS | {
    "span": pl.UInt32,
    "op": OP,
    "old_text": pl.String,
    "new_text": pl.String,
    "weight": WEIGHT,  # form: only case, commas, spaces or the shape of quotes differ
}

GHOSTS: Schema = PLACE | {  # of a flattened draft, where struck words stand beside words put in
    "start": pl.UInt32,  # code points in the paragraph's text
    "end": pl.UInt32,
    "words": pl.String,  # probably struck already: text[start:end]
    "reason": pl.String,  # the evidence, in words
    "surety": pl.Float64,  # 0 to 1: about how many of ten such words were struck; never a certainty
    "later_draft": pl.String,  # the draft that tells
    "later_position": pl.UInt32,
    "later_label": pl.String,
    "seam": pl.String,  # the later draft's words where the struck ones would stand, a | marking the place
}

ORIGINS: Schema = PAIR_KEYS | {
    "span": pl.UInt32,  # as in DIFFS
    "side": SIDE,  # of which draft the words are
    "act": ACT,  # what the hand did; where drafts are compared backwards, words put in stand on the old side
    "hand": pl.String,  # empty: the files do not tell whose words these are
    "grade": GRADE,
    "reason": pl.String,
    "text": pl.String,
    "words": pl.UInt32,
    "weight": WEIGHT,
    "start": pl.UInt32,  # code points in the paragraph's text on this side; null where it was not found
    "end": pl.UInt32,
}

SIMILARITY: Schema = {
    "old_position": pl.UInt32,
    "new_position": pl.UInt32,
    "score": pl.Float64,  # 0 to 1, as in PAIRS; two paragraphs without a rarer run in common have no row
}

TRACE: Schema = PLACE | {  # position is null where a paragraph of the draft before is gone
    "chain": pl.UInt32,  # one paragraph through the drafts, counted from 0
    "old_draft": pl.String,  # the draft before; empty in the first
    "old_position": pl.UInt32,  # null where nothing there is like it
    "old_label": pl.String,
    "old_chain": pl.UInt32,  # another one than chain where words came from a paragraph that goes on elsewhere
    "relation": RELATION,  # as in PAIRS; null in the first draft
    "moved": pl.Boolean,
    "renumbered": pl.Boolean,
    "announced": pl.Boolean,
    "score": pl.Float64,
    "matched_by": pl.String,
    "label_words_differ": pl.Boolean,  # the number was another paragraph's in the draft before
    "words": pl.UInt32,  # of the paragraph; null where it is gone
    "old_words": pl.UInt32,
    "carried": pl.UInt32,  # words that the link kept; null for a fragment, which has no diff of its own
    "share": pl.Float64,  # of the words on both sides of the link, how many were put in or struck: 0 to 1
}

SEEN: Schema = PLACE | {
    "start": pl.UInt32,  # code points in the paragraph's text; the rows of a paragraph, joined, are its text
    "end": pl.UInt32,
    "text": pl.String,
    "words": pl.UInt32,
    "first_draft": pl.String,  # where these words are first seen
    "first_label": pl.String,
    "returned": pl.Boolean,  # they had gone since
    "last_draft": pl.String,  # where they are last seen: the last draft of all, unless they go
    "hand": pl.String,  # who put them in where they are first seen; empty: nobody is known
    "grade": GRADE,  # how surely; null where no mark tells, or nobody could have put them in: the first draft
}

TAGS: Schema = PLACE | {
    "scheme": SCHEME,
    "tag": pl.String,  # objective 1 to 23, principle P01 ..., theme T01 ...
    "term": pl.String,
    "match": pl.String,  # the words that matched
    "start": pl.UInt32,  # code points in the paragraph's text
    "end": pl.UInt32,
}

TRAVELS: Schema = PLACE | {  # position is null where the paragraph that had the tag is gone
    "scheme": SCHEME,
    "tag": pl.String,
    "standing": STANDING,
    "entered": pl.Boolean,  # no paragraph that it came from had the tag
    "moved": pl.Boolean,  # it came with a paragraph that now stands elsewhere in the order
    "words": pl.String,  # that say so, joined by "; "; of an inherited or lost tag, the older paragraph's
    "old_draft": pl.String,  # the draft before
    "old_position": pl.UInt32,  # the paragraph there that had the tag; null where it entered
    "old_label": pl.String,
    "source_draft": pl.String,  # of an inherited or lost tag, where it last had words of its own; else empty
    "source_label": pl.String,
    "reason": pl.String,
}

TERMS: Schema = {
    "scheme": SCHEME,
    "tag": pl.String,
    "title": pl.String,
    "term": pl.String,
    "pattern": pl.String,  # for Python's re, case ignored
    "except": pl.String,  # what the match must not stand in
    "weight": pl.UInt8,  # points towards the 4 that make a topic; null where each match stands for itself
    "note": pl.String,
}

LADDER: Schema = {
    "scheme": LADDER_SCHEME,
    "tag": pl.String,  # the rung, or "own" where the act decides, "helping"; what a tone or an object is of
    "title": pl.String,
    "term": pl.String,
    "pattern": pl.String,  # for Python's re, case ignored
    "except": pl.String,
    "rung": pl.UInt8,  # 0 to 6; of tones and objects, their order: 1 is the weakest
    "note": pl.String,
}

SWAPS: Schema = {  # data/lexicon/swaps.csv: the words by which changes are made up for an exercise
    "rule": SWAP_RULE,
    "from": pl.String,  # empty: something is put in
    "to": pl.String,  # empty: something is struck
    "note": pl.String,
}

GLOSSARY: Schema = {
    "term": pl.String,
    "forms": pl.String,  # other words that mean it, joined by semicolons
    "meaning": pl.String,
}

CLAUSES: Schema = PLACE | {
    "clause": pl.UInt32,  # counted from 0 inside its paragraph
    "phrase": pl.String,  # the verbs, "commit to adopting"
    "rung": pl.UInt8,  # 0 to 6, of the phrase; of two verbs side by side, the higher
    "text": pl.String,  # the clause, up to the next one or the end of its sentence
    "other_rung": pl.UInt8,  # of the other verb, where two stand side by side
    "listed": pl.Boolean,  # whether the scale has the act; where not, rung 5 is assumed
    "start": pl.UInt32,  # code points in the paragraph's text
    "end": pl.UInt32,
}

TRAIL: Schema = PAIR_KEYS | {
    "old_clause": pl.UInt32,  # as in CLAUSES; null where the older draft has no such clause
    "old_phrase": pl.String,
    "old_rung": pl.UInt8,
    "new_clause": pl.UInt32,
    "new_phrase": pl.String,
    "new_rung": pl.UInt8,
    "direction": DIRECTION,
    "rule": pl.String,  # why, with the words
    "hedges_gained": pl.String,  # the words, joined by "; "
    "hedges_lost": pl.String,
    "boosters_gained": pl.String,
    "boosters_lost": pl.String,
    "hand": pl.String,  # whose the deciding words are; empty: nobody's, as far as the marks tell
    "grade": GRADE,  # of the least sure of them; null where no marks tell hands
}

SOURCES: Schema = PLACE | {
    "source": pl.String,  # one name for each document: GCM, A/RES/76/172
    "pinpoint": pl.String,  # one place in it: para 15(g), OP11(g); empty where none is given
    "scheme": SCHEME,  # what the place stands for: an objective or a principle; null where neither
    "tag": pl.String,  # as in TAGS
    "doubt": pl.String,  # why it should be looked up; empty where no rule says so
    "printed": pl.String,  # the whole bracket
}

SOURCE_CHANGES: Schema = PAIR_KEYS | {
    "change": SOURCE_CHANGE,
    **{name: SOURCES[name] for name in ("source", "pinpoint", "scheme", "tag", "doubt", "printed")},
}

SOURCE_COUNTS: Schema = {
    "source": pl.String,
    "paragraphs_old": pl.UInt32,  # that cite it
    "paragraphs_new": pl.UInt32,
    "kept": pl.UInt32,  # places in it
    "gained": pl.UInt32,
    "lost": pl.UInt32,
}

DOCUMENTS: Schema = {  # data/lexicon/sources.csv
    "source": pl.String,  # the name that we give it
    "symbol": pl.String,
    "title": pl.String,
    "pattern": pl.String,  # all the ways in which drafters name it, for Python's re, case ignored
    "note": pl.String,
}

PINPOINTS: Schema = {  # data/lexicon/pinpoints.csv
    "source": pl.String,
    "kind": pl.String,  # para, objective ...
    "first": pl.UInt32,
    "last": pl.UInt32,
    "letters": pl.String,  # that each of them has, a-j; empty: not known
    "scheme": pl.String,  # what they stand for; empty: nothing that the lists have
    "tag": pl.String,  # of the first one, or of its first letter; the others count on from it
    "note": pl.String,
}

REFERENCES: Schema = dict.fromkeys(["symbol", "title", "why", "address"], pl.String)  # data/references.csv

AGREED: Schema = PLACE | {
    "start": pl.UInt32,  # code points in the paragraph's text
    "end": pl.UInt32,
    "words": pl.UInt32,
    "text": pl.String,  # the span as the draft has it: text[start:end]
    "reference": pl.String,  # a draft id
    "reference_position": pl.UInt32,
    "reference_label": pl.String,
    "reference_text": pl.String,  # the same words as they stand there
    "places": pl.UInt32,  # paragraphs of the reference that hold the span
    "formula": pl.Boolean,  # the quotation is hardly more than words that come again and again
    "quotation": pl.UInt32,  # counted in the paragraph; spans of one quotation share it
    "departure": pl.String,  # the draft's words between this span and the next one of the quotation
    "departure_from": pl.String,  # the reference's words in their place
}

AGREED_CHANGES: Schema = PAIR_KEYS | {
    "change": SOURCE_CHANGE,  # of the words in one piece, wherever in the draft they stand
    # The span in the newer draft; of what is lost, in the older one.
    **{name: AGREED[name] for name in ("start", "end", "words", "text", "reference")},
    **{name: AGREED[name] for name in ("reference_position", "reference_label", "reference_text", "formula")},
    "now": pl.String,  # of lost: what stands in its place; null where no one place tells
}

CITED_WORDS: Schema = PLACE | {  # of the paragraphs that cite the reference text
    "source": pl.String,
    "pinpoint": pl.String,
    "reference_label": pl.String,  # the place in the reference text; empty where none has that number
    "words": pl.UInt32,  # of the paragraph, that stand there in rows of six and more
    "elsewhere": pl.UInt32,  # and elsewhere in the reference text
}

ASKS: Schema = {  # data/asks.csv: one row a thing that is wanted
    "draft": pl.String,  # the suggested language that came with the letter
    "ask": pl.String,  # the letter's number
    "title": pl.String,
    "labels": pl.String,  # the paragraphs named, joined by ";"; empty: no place is named
    "want": ASK_WANT,
    "words": pl.String,  # as people read it
    "pattern": pl.String,  # for Python's re, case ignored
    "letter": pl.String,  # the letter's own words
    "note": pl.String,  # what the letter leaves open
}

ASK_WORDS: Schema = PLACE | {  # position is null where the words, or the paragraph, are nowhere
    "ask": pl.String,
    "listed": pl.Boolean,  # the letter names the paragraph
    "want": ASK_WANT,
    "words": pl.String,
    "state": WANTED_STATE,
    "match": pl.String,  # the words found
    "start": pl.UInt32,  # code points in the paragraph's text
    "end": pl.UInt32,
    "hand": pl.String,  # whose act it is; empty: nobody's, as far as the marks tell
    "grade": GRADE,  # how surely; null where nobody did anything
    "seen": pl.Boolean,  # the text shows it; where the strike-through is lost, struck words do not show
}

ASK_PLACES: Schema = PLACE | {
    "ask": pl.String,
    "title": pl.String,
    "listed": pl.Boolean,
    "verdict": VERDICT,
    "reason": pl.String,
    "found": pl.String,  # what is wanted and was done, joined by "; "
    "missing": pl.String,
    "hand": pl.String,
    "grade": GRADE,  # of the least sure of the words that it rests on
}

LEDGER: Schema = PAIR_KEYS | {  # of the amended draft and the proposal
    "atom": pl.UInt32,  # counted from 0
    "act": ACT,
    "text": pl.String,
    "words": pl.UInt32,
    "start": pl.UInt32,  # code points in the new paragraph; of struck words, in the old one
    "end": pl.UInt32,
    "hand": pl.String,  # empty: nobody's, as far as the marks tell
    "grade": GRADE,  # null where no marks tell hands
    "outcome": OUTCOME,
    "later_draft": pl.String,  # empty: none is loaded
    "later_position": pl.UInt32,
    "later_label": pl.String,
    "later_start": pl.UInt32,
    "later_end": pl.UInt32,
    "later_text": pl.String,  # what the atom corresponds to there; of struck words, what still stands
    "similarity": pl.Float64,  # 0 to 1
    "as_well": pl.UInt32,  # of so many random phrases of that length, how many score as well
    "phrases": pl.UInt32,
    "said": pl.String,
}

PRESENCE: Schema = PLACE | {  # of a sentence looked for; position is null where nothing is like it
    "state": PRESENT,
    "text": pl.String,  # the draft's words
    "start": pl.UInt32,  # code points in the paragraph's text
    "end": pl.UInt32,
    "similarity": pl.Float64,  # 0 to 1, as in LEDGER
    "as_well": pl.UInt32,  # of so many random phrases of that length, how many are as alike elsewhere
    "phrases": pl.UInt32,
    "said": pl.String,
}

WRITTEN: Schema = PLACE | {  # of words that somebody asks about: where they stand, or stood
    "act": WRITTEN_ACT,
    "text": pl.String,  # the draft's words
    "start": pl.UInt32,  # code points in the paragraph's text
    "end": pl.UInt32,
    "hand": pl.String,  # whose act it is; empty: nobody's, as far as the marks tell
    "grade": GRADE,  # null where no marks tell
    "reason": pl.String,
    "seen_draft": pl.String,  # in which draft it is seen; of struck words, the one that lacks them
    "seen_label": pl.String,
}

CARDS: Schema = PAIR_KEYS | {  # a pair of paragraphs in one plain sentence
    "fate": pl.String,  # what became of the paragraph; empty where it was only edited
    "change": pl.String,  # the most telling of its changes, or how many words came and went
    "rule": pl.String,  # why these are told, joined by "; "; empty where words are counted
    "hand": pl.String,  # whose the words told are; empty: nobody's, as far as the marks tell
    "grade": GRADE,  # null where no marks tell hands
    "sentence": pl.String,
}

COUNTS: Schema = {
    "scheme": SCHEME,
    "tag": pl.String,
    "title": pl.String,
    "section": pl.String,
    "paragraphs": pl.UInt32,  # of the newer draft (of the older one where deleted), tagged so
    "touched": pl.UInt32,  # of these, with a change of substance
    "words_old": pl.UInt32,
    "words_new": pl.UInt32,
    "words_in": pl.UInt32,
    "words_out": pl.UInt32,
    "words_unknown": pl.UInt32,  # of words in and out, those of no known hand; null where no marks tell hands
    "share": pl.Float64,  # words in and out, of all words old and new: 0 to 1
}

GAINS: Schema = {
    "scheme": SCHEME,
    "tag": pl.String,
    "title": pl.String,
    "mentions_in": pl.UInt32,  # matches of its terms that came in
    "mentions_out": pl.UInt32,  # and that went out
    "paragraphs_in": pl.UInt32,  # where mentions came in
    "paragraphs_out": pl.UInt32,
    "mentions_unknown": pl.UInt32,  # of both, those of no known hand; null where no marks tell hands
    "words_in": pl.UInt32,  # put in, of whatever kind, in the paragraphs that bear the tag
    "words_out": pl.UInt32,
    "words_unknown": pl.UInt32,  # of both, those of no known hand; null where no marks tell hands
}

PASSAGES: Schema = {
    "old_draft": pl.String,
    "new_draft": pl.String,
    "scheme": SCHEME,
    "tag": pl.String,
    "title": pl.String,
    "own": pl.UInt32,  # paragraphs of the newer draft that bear the tag by their own words
    "entered": pl.UInt32,  # of these, those where it is new
    "moved": pl.UInt32,  # of these, those that it moved with
    "inherited": pl.UInt32,  # paragraphs that bear it by words of the one that they came from
    "lost": pl.UInt32,  # paragraphs of the older draft that bore it, and whose parts no longer do
}

CHANGES: Schema = PAIR_KEYS | {  # all of a comparison in one table, as it is taken away
    "section": pl.String,  # of the newer draft
    "change": pl.String,  # what became of the paragraph, in words
    "relation": RELATION,
    "moved": pl.Boolean,
    "renumbered": pl.Boolean,
    "announced": pl.Boolean,
    "score": pl.Float64,
    "matched_by": pl.String,
    "old_text": pl.String,  # of the whole paragraph, also where it was split or merged
    "new_text": pl.String,
    "redline": pl.String,  # of this pair alone: [-struck-]{+put in+}; null for a fragment
    "words_in": pl.UInt32,
    "words_out": pl.UInt32,
    "old_rungs": pl.String,  # of the paragraph's clauses, in their order, joined by "; "
    "new_rungs": pl.String,
    "commitments": pl.String,  # what became of them, a sentence a clause
    "old_hedges": pl.String,  # joined by "; "
    "new_hedges": pl.String,
    "objectives": pl.String,  # of the newer paragraph; of one that is gone, of the older
    "principles": pl.String,
    "themes": pl.String,
    "inherited": pl.String,  # tags that the words of the paragraph alone do not give, as TRAVELS says
    "whose": pl.String,  # whose words came in and went, how many, how surely; empty where no marks tell
}

ABOUT: Schema = dict.fromkeys(["what", "said"], pl.String)  # a table that is taken away, fact by fact

TALLIES: Schema = {
    "hand": pl.String,  # empty: nobody's, as far as the marks tell
    "pairs": pl.UInt32,  # of paragraphs, with its words
    "words_in": pl.UInt32,
    "words_out": pl.UInt32,
}

AGREEMENT: Schema = {
    "compared": pl.String,  # which two readings
    "counted": pl.String,  # which words
    "words": pl.UInt32,
    "agreed": pl.UInt32,
    "share": pl.Float64,  # 0 to 1
}

DIFFERENCES: Schema = dict.fromkeys(["old_label", "new_label", "old_text", "new_text", "reason"], pl.String)

FRAMES: dict[str, Schema] = {
    "drafts": DRAFTS,
    "runs": RUNS,
    "hands": HANDS,
    "comments": COMMENTS,
    "notices": NOTICES,
    "marks": MARKS,
    "paragraphs": PARAGRAPHS,
    "objectives": OBJECTIVES,
    "citations": CITATIONS,
    "sources": SOURCES,
    "agreed": AGREED,
    "agreed_changes": AGREED_CHANGES,
    "account": ACCOUNT,
    "pairs": PAIRS,
    "diffs": DIFFS,
    "origins": ORIGINS,
    "tags": TAGS,
    "travels": TRAVELS,
    "passages": PASSAGES,
    "ladder": LADDER,
    "clauses": CLAUSES,
    "trail": TRAIL,
    "trace": TRACE,
    "seen": SEEN,
    "asks": ASKS,
    "ask_words": ASK_WORDS,
    "ask_places": ASK_PLACES,
    "cards": CARDS,
    "ledger": LEDGER,
    "counts": COUNTS,
    "gains": GAINS,
    "changes": CHANGES,
    "tallies": TALLIES,
    "source_changes": SOURCE_CHANGES,
}


def frame_of(rows: Sequence[Sequence[object]], schema: Schema) -> pl.DataFrame:
    """The rows, each with its values in the schema's order, as a frame of that schema."""
    raw = pl.DataFrame(rows, schema=list(schema), orient="row", infer_schema_length=None)
    return conform(raw, schema)


def conform(frame: pl.DataFrame, schema: Schema) -> pl.DataFrame:
    """The frame with exactly the schema's columns, in its order, cast strictly.

    Raises polars errors where a column is missing, unknown, or holds what its type cannot.
    """
    unknown = set(frame.columns) - set(schema)
    if unknown:
        raise pl.exceptions.SchemaError(f"columns that no schema declares: {sorted(unknown)}")
    return frame.select(pl.col(name).cast(dtype, strict=True) for name, dtype in schema.items())
