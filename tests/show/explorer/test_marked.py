"""What the page is told of a marked file, and of words that were probably struck."""

import polars as pl
import pytest

from workbook.schemas import GHOSTS, RUNS, frame_of
from workbook.show.explorer.marked import list_marks
from workbook.show.explorer.struck import Struck
from workbook.text.drafts import draft_of_file
from workbook.text.paragraphs import split_paragraphs
from workbook.text.places import Places
from workbook.text.remarks import NOT_KNOWN
from workbook.text.runs import read_runs

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def runs():
    """A line whose second word one hand struck and whose third another put in and struck."""
    states = [("We ", "", ""), ("shall ", "", "one"), (HOSTILE, "two", "one"), (" rest.", "", "")]
    blank = {"file": "/data/marked/a.md", "block": 0, "line": 7, "break": "none", "restored_by": ""}
    notes = {
        "moved_from": "",
        "date": None,
        "inserted_note": "",
        "deleted_note": "why",
        "inserted_grade": None,
    }
    rows = [
        blank | notes | {"run": at, "text": text, "inserted_by": put, "deleted_by": struck}
        for at, (text, put, struck) in enumerate(states)
    ]
    return frame_of([[row.get(name) for name in RUNS] for row in rows], RUNS)


def drafts(make, file, status):
    return make.drafts(("a", "A", status)).with_columns(file=pl.lit(file))


def test_each_state_is_listed_once_and_each_stretch_stands_in_its_printed_line(make, runs):
    own = drafts(make, "/data/marked/a.md", "reconstructed")
    marks = list_marks(runs, own, "a", {"one": "The first", NOT_KNOWN: NOT_KNOWN}, "/data")
    assert marks["file"] == "marked/a.md"
    assert marks["hands"] == [["one", "The first"]]
    assert marks["states"] == [["", "one", "", "", "", "", "why"], ["two", "one", "", "", "", "", "why"]]
    assert marks["stretches"] == [[7, 3, 6, 0], [7, 9, len(HOSTILE), 1]]


def test_a_file_outside_of_the_data_folder_has_marks_and_cannot_be_remarked(make, runs):
    own = drafts(make, "/data/marked/a.md", "reconstructed")
    assert list_marks(runs, own, "a", {}, "/elsewhere")["file"] == ""
    assert list_marks(runs, own, "a", {}, "/data/mark")["file"] == ""


@pytest.mark.parametrize(
    ("status", "told"), [("as issued", False), ("flattened", True), ("reconstructed", False)]
)
def test_a_file_without_marks_is_told_of_only_where_some_are_missing(make, runs, status, told):
    clean = runs.with_columns(inserted_by=pl.lit(""), deleted_by=pl.lit(""))
    marks = list_marks(clean, drafts(make, "/data/marked/a.md", status), "a", {}, "/data")
    assert (marks is not None) == told


@pytest.fixture
def printed(tmp_path):
    """A text whose paragraph goes on over a line end and round a source."""
    file = tmp_path / "text.txt"
    file.write_text("1. We shall\nwill  light [A/76/642] the long road.\n2. We rest.\n", encoding="utf-8")
    own = draft_of_file(file).with_columns(draft=pl.lit("old"))
    runs = read_runs(own)
    return runs, own, split_paragraphs(runs, own)


def test_words_lead_back_to_their_printed_lines(printed):
    runs, own, paragraphs = printed
    text = paragraphs["text"][0]
    start = text.index("shall")
    places = Places(runs, own, "old").find(0, [(start, start + 10), (text.index("light"), len(text))])
    assert [[tuple(place) for place in stretch] for stretch in places] == [
        [(1, 6, "shall\nwill")],
        [(2, 6, "light"), (2, 23, "the long road.")],
    ]


def ghost(start, end, words):
    return ["old", 0, "1", start, end, words, "a doubled verb", 0.97, "new", 0, "1", "We | will"]


def test_ghosts_are_found_in_the_spans_of_their_row(printed):
    runs, own, paragraphs = printed
    start = paragraphs["text"][0].index("shall")
    struck = Struck(frame_of([ghost(start, start + 5, "shall")], GHOSTS), paragraphs, runs, own)
    assert struck.in_row(0, ["We ", ["shall ", ""], "will light the long road."]) == [[1, 0, 5, 0]]
    assert struck.in_row(0, ["We sh", ["all ", "", 1]]) == [[0, 3, 2, 0], [1, 0, 3, 0]]
    assert (struck.in_row(1, ["We rest."]), struck.in_row(None, ["We"])) == ([], [])
    [told] = struck.listed
    assert (told["reason"], told["places"]) == ("a doubled verb", [[1, 6, "shall"]])


def test_where_nobody_asked_nothing_is_offered(printed):
    runs, own, paragraphs = printed
    assert Struck(None, paragraphs, runs, own).listed is None
    assert Struck(frame_of([], GHOSTS), paragraphs, runs, own).listed == []
