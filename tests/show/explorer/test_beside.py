"""What the page shows beside the words: comments of a file, and what its reader had to guess."""

import datetime

import polars as pl
import pytest

from workbook.schemas import COMMENTS, DRAFTS, NOTICES, RUNS, frame_of
from workbook.show.cards import tell_comment, tell_notices
from workbook.show.explorer.beside import Beside
from workbook.text.folder import draft_of_file
from workbook.text.read.source import Run

MAY = datetime.date(2022, 5, 2)
COMMENT = ("a.docx", 4, "Ana", MAY, "words", "Too <b>weak</b>.")
SAID = "Comment by Ana, 2 May 2022, on “words”: Too <b>weak</b>."


@pytest.fixture
def drafts():
    """Two texts out of a.docx, one out of b.docx."""
    rows = [
        ("a@none", "A, before", "a.docx"),
        ("a@all", "A, with all changes", "a.docx"),
        ("b", "B", "b.docx"),
    ]
    empty = draft_of_file("a.docx")
    return pl.concat(
        empty.with_columns(draft=pl.lit(draft), title=pl.lit(title), file=pl.lit(file))
        for draft, title, file in rows
    ).select(list(DRAFTS))


@pytest.fixture
def runs():
    """Blocks 0 to 5 of a.docx, on lines 1 to 6."""
    return frame_of([("a.docx", *Run(block, 0, block + 1, "We agree.")) for block in range(6)], RUNS)


def row(old="a@none", new="a@all"):
    return {"old_draft": old, "new_draft": new}


def test_a_comment_stands_with_the_paragraph_that_it_begins_in(drafts, runs):
    beside = Beside(drafts, runs, frame_of([COMMENT], COMMENTS), None)
    assert beside.in_row(row(), {"old": [5, 5], "new": []}) == [SAID]
    assert beside.in_row(row(), {"old": [3, 6], "new": []}) == [SAID]
    assert beside.in_row(row(), {"old": [1, 4], "new": [6, 6]}) == []


def test_of_two_texts_out_of_one_file_a_comment_is_shown_once(drafts, runs):
    beside = Beside(drafts, runs, frame_of([COMMENT], COMMENTS), None)
    assert beside.in_row(row(), {"old": [5, 5], "new": [5, 5]}) == [SAID]


def test_a_comment_of_another_file_is_none_of_this_one(drafts, runs):
    beside = Beside(drafts, runs, frame_of([COMMENT], COMMENTS), None)
    assert beside.in_row(row("b", "b"), {"old": [5, 5], "new": [5, 5]}) == []


def test_doubts_stand_with_the_draft_that_they_are_about(drafts, runs):
    beside = Beside(drafts, runs, None, frame_of([("a.docx", "Guessed."), ("b.docx", "Left out.")], NOTICES))
    assert beside.list_doubts("a@all", "b") == {"old": ["Guessed."], "new": ["Left out."]}
    assert beside.list_doubts("a@none", "a@all") == {"old": ["Guessed."], "new": []}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (("Ana", MAY, "words", "Too weak."), "Comment by Ana, 2 May 2022, on “words”: Too weak."),
        (("", None, "", "Why?"), "Comment by an unnamed author: Why?"),
    ],
)
def test_a_comment_says_what_is_known_of_it(told, said):
    assert tell_comment(*told) == said


def test_notices_name_the_text_or_the_file_of_several(drafts):
    notices = frame_of([("a.docx", "Guessed."), ("b.docx", "Left out."), ("c.docx", "Not ours.")], NOTICES)
    assert tell_notices(drafts, notices) == ["a.docx: Guessed.", "B: Left out."]
    assert tell_notices(drafts, None) == []
