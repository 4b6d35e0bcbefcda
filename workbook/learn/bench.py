"""A paragraph and its amended text -> what moved: words, clauses and rungs, caveats, themes, sources.

All of it is told by the same functions that tell of two drafts: the amended paragraph is a draft of its own,
with one paragraph. It says which words stand where; no rule can say whether an amendment is a good one.
"""

from typing import NamedTuple

import polars as pl

from workbook.compare.diffs import diff_words
from workbook.learn.leaning import Reference
from workbook.meaning.agreed import find_agreed
from workbook.meaning.agreed_changes import compare_agreed
from workbook.meaning.clauses import find_clauses
from workbook.meaning.source_changes import compare_sources
from workbook.meaning.sources import find_sources
from workbook.meaning.tags import tag_paragraphs
from workbook.meaning.trail import follow_clauses
from workbook.schemas import AGREED_CHANGES, CITATIONS, ORIGINS, PAIRS, frame_of
from workbook.show.sentences import tell_changes
from workbook.text.citations import list_rows
from workbook.text.typed import read_typed, write_typed

# Behind a draft's id: the draft that holds the amended paragraph alone.
AMENDED = ", amended"


class Lists(NamedTuple):
    """The words that decide something: TERMS, LADDER, DOCUMENTS, PINPOINTS; whose scale it is."""

    terms: pl.DataFrame
    ladder: pl.DataFrame
    documents: pl.DataFrame
    pinpoints: pl.DataFrame
    own_scale: bool = False


class Read(NamedTuple):
    """A paragraph with all that is read in it: PARAGRAPHS (one row, none of a paragraph struck whole), ..."""

    paragraph: pl.DataFrame
    citations: tuple[str, ...]  # its brackets
    tags: pl.DataFrame
    clauses: pl.DataFrame
    sources: pl.DataFrame

    @property
    def text(self) -> str:
        """The running text; empty where the paragraph is struck whole."""
        return self.paragraph["text"][0] if len(self.paragraph) else ""


class Moved(NamedTuple):
    """What an amendment moves, between the paragraph as it stands and as it would."""

    old: Read
    new: Read
    diffs: pl.DataFrame
    trail: pl.DataFrame
    source_changes: pl.DataFrame
    agreed_changes: pl.DataFrame
    sentence: str  # with the paragraph's number, as a card says what changed


def read_paragraph(paragraph: pl.DataFrame, citations: tuple[str, ...], lists: Lists) -> Read:
    """All that is read in one paragraph, a row of PARAGRAPHS, which gives sources in these brackets."""
    tags = tag_paragraphs(paragraph, lists.terms)
    places = paragraph.select("draft", "position", "label").rows()
    rows = [row for place in places for row in list_rows(place, citations)]
    sources = find_sources(frame_of(rows, CITATIONS), lists.documents, lists.pinpoints, tags)
    return Read(paragraph, citations, tags, find_clauses(paragraph, lists.ladder), sources)


def amend_paragraph(
    old: Read, typed: str, lists: Lists, reference: Reference | None = None, whole: bool = True
) -> Moved:
    """What moves where this paragraph is amended to what somebody typed.

    What is typed is read as a paragraph of a file is: sources in brackets are no words of it. Where it is not
    the `whole` paragraph but its running text, the sources stay, and those typed in join them. Nothing typed
    strikes the paragraph. `reference` is the text whose agreed language is looked for, if one is known.
    """
    new = read_paragraph(*_type_paragraph(old, typed, whole), lists)
    pairs = _pair(old, new)
    paragraphs = pl.concat([old.paragraph, new.paragraph])
    tags, clauses, sources = (
        pl.concat([getattr(old, name), getattr(new, name)]) for name in ("tags", "clauses", "sources")
    )
    diffs, origins = diff_words(pairs, paragraphs), frame_of([], ORIGINS)
    trail = follow_clauses(clauses, pairs, tags, lists.ladder, origins)
    changes = compare_sources(sources, pairs)
    agreed_changes = frame_of([], AGREED_CHANGES)
    if reference:
        agreed = find_agreed(paragraphs, reference.narrow([old.text, new.text]))
        agreed_changes = compare_agreed(agreed, paragraphs, pairs, diffs)
    frames = {
        "pairs": pairs,
        "diffs": diffs,
        "paragraphs": paragraphs,
        "tags": tags,
        "terms": lists.terms,
        "clauses": clauses,
        "trail": trail,
        "origins": origins,
        "source_changes": changes,
    }
    sentence = tell_changes(frames, {}, lists.own_scale)["sentence"][0]
    return Moved(old, new, diffs, trail, changes, agreed_changes, sentence)


def _type_paragraph(old: Read, typed: str, whole: bool) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """The amended paragraph as PARAGRAPHS, no row where all of it is struck; and its brackets."""
    read, before = read_typed(typed), old.citations
    citations = read.citations if whole else tuple(dict.fromkeys((*before, *read.citations)))
    text = read.text
    if " ".join(typed.split()) == write_typed(old.text, before if whole else ()):
        text, citations = old.text, before  # as it stood, whatever a reader would make of it today
    draft = pl.col("draft") + AMENDED
    amended = old.paragraph.with_columns(draft, pl.lit(text).alias("text"))
    return amended if text else amended.clear(), citations if text else ()


def _pair(old: Read, new: Read) -> pl.DataFrame:
    """The two paragraphs as PAIRS."""
    [row] = old.paragraph.select("draft", "position", "label").rows()
    draft, position, label = row
    if not len(new.paragraph):
        there, relation = (draft + AMENDED, None, ""), "deleted"
    else:
        there, relation = (
            (draft + AMENDED, position, label),
            "same" if old.text == new.text else "edited",
        )
    facts = (False, False, False, 1.0, "amended on the bench")
    return frame_of([(*row, *there, relation, *facts)], PAIRS)
