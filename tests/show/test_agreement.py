"""How far two readings of one text agree, and two readers of one file."""

import polars as pl
import pytest

from workbook.schemas import RUNS, WorkbookError, conform
from workbook.show.agreement import compare_marks, give_reasons, list_differences, weigh_agreement


@pytest.fixture
def diffs(make):
    pair = make.pair((0, "1"), (0, "1"), "edited")
    spans = [
        ("equal", "We agree ", "We agree "),
        ("replace", "on it", "to all of it"),
        ("replace", ",", ".", "form"),
    ]
    return make.diffs((pair, *spans))


def test_words_that_stand_in_both_readings_agree(diffs):
    row = weigh_agreement("it", diffs).row(0, named=True)
    assert (row["words"], row["agreed"], row["share"]) == (10, 4, 0.4)


def test_places_that_differ_in_substance_are_listed_with_the_reason_that_was_written_down(diffs):
    reasons = pl.DataFrame({"label": ["1"], "words": ["to all of it"], "reason": ["a slip"]})
    places = give_reasons(list_differences(diffs), reasons)
    assert places.select("old_text", "new_text", "reason").rows() == [("on it", "to all of it", "a slip")]


def test_a_place_that_nobody_explained_has_no_reason(diffs):
    reasons = pl.DataFrame({"label": ["2"], "words": ["to all of it"], "reason": ["a slip"]})
    assert give_reasons(list_differences(diffs), reasons)["reason"].to_list() == [""]


def make_runs(*rows):
    """RUNS from (line, text, inserted_by, deleted_by)."""
    names = ["line", "text", "inserted_by", "deleted_by"]
    frame = pl.DataFrame(rows, schema=names, orient="row").with_columns(file=pl.lit("a file"))
    missing = {name: pl.lit(None) for name in RUNS if name not in frame.columns}
    return frame.with_columns(**missing).pipe(conform, RUNS)


FIRST = make_runs(
    (1, "1. We", "", ""), (1, " commend", "", "x"), (1, " recognize", "x", ""), (2, "2. No.", "", "")
)


def test_readers_agree_on_a_word_that_both_give_to_the_same_hand():
    second = make_runs((1, "1. We", "", ""), (1, " commend", "", "x"), (1, " recognize", "", ""))
    rows = compare_marks("it", FIRST, second).select("counted", "words", "agreed").rows()
    assert rows == [("words", 4, 3), ("words that either marked", 2, 1)]


def test_readers_differ_on_a_word_that_they_mark_in_different_parts():
    second = make_runs((1, "1. We", "", ""), (1, " comm", "", "x"), (1, "end recognize", "x", ""))
    assert compare_marks("it", FIRST, second)["agreed"].to_list() == [3, 1]


def test_a_second_reader_may_have_read_a_part():
    assert compare_marks("it", FIRST, make_runs((1, "2. No.", "", "")))["words"].to_list() == [2, 0]


def test_a_line_that_the_first_reader_does_not_have_is_refused():
    with pytest.raises(WorkbookError, match=r"no such line in a file: “2\. Not\.”"):
        compare_marks("it", FIRST, make_runs((1, "2. Not.", "", "")))
