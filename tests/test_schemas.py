"""The frames as declared, and the gate that each of them passes."""

import datetime

import polars as pl
import pytest
from polars.exceptions import InvalidOperationError, PolarsError

from workbook.schemas import DIFFS, DRAFTS, FRAMES, PAIR_KEYS, PAIRS, RELATION, TERMS, WorkbookError, conform

SMALL = {"position": pl.UInt32, "relation": RELATION, "text": pl.String}
ROW = {"position": [1], "relation": ["same"], "text": ["We agree."]}


def test_columns_come_out_in_the_order_of_the_schema_and_with_its_types():
    mixed = pl.DataFrame({name: ROW[name] for name in ("text", "position", "relation")})
    assert conform(mixed, SMALL).schema == pl.Schema(SMALL)
    assert conform(mixed, SMALL).row(0) == (1, "same", "We agree.")


def test_a_frame_that_conforms_stays_as_it_is():
    frame = conform(pl.DataFrame(ROW), SMALL)
    assert conform(frame, SMALL).equals(frame)


def test_null_is_a_value_of_every_column():
    assert conform(pl.DataFrame({name: [None] for name in SMALL}), SMALL).row(0) == (None, None, None)


def test_a_frame_without_rows_conforms():
    assert conform(pl.DataFrame(schema=list(SMALL)), SMALL).schema == pl.Schema(SMALL)


def test_a_missing_column_is_refused_by_name():
    with pytest.raises(PolarsError, match="relation"):
        conform(pl.DataFrame(ROW).drop("relation"), SMALL)


def test_an_extra_column_is_refused_by_name():
    with pytest.raises(PolarsError, match="note"):
        conform(pl.DataFrame(ROW | {"note": ["mine"]}), SMALL)


@pytest.mark.parametrize(
    ("column", "value"),
    [("relation", "changed"), ("position", -1), ("position", 2**32), ("position", "first"), ("relation", "")],
)
def test_a_value_that_its_column_cannot_hold_is_refused(column, value):
    with pytest.raises(InvalidOperationError):
        conform(pl.DataFrame(ROW | {column: [value]}), SMALL)


def test_one_bad_value_among_good_ones_is_enough():
    with pytest.raises(InvalidOperationError):
        conform(pl.DataFrame({"n": ["1", "2", "x"]}), {"n": pl.UInt32})


@pytest.mark.parametrize("name", [*FRAMES, "terms"])
def test_no_column_holds_lists_or_structures(name):
    schema = pl.Schema((FRAMES | {"terms": TERMS})[name])
    assert [column for column, dtype in schema.items() if dtype.is_nested() or dtype == pl.Object] == []


@pytest.mark.parametrize("name", FRAMES)
def test_every_frame_opens_as_csv(name):
    empty = pl.DataFrame(schema=FRAMES[name])
    assert empty.write_csv() == ",".join(FRAMES[name]) + "\n"


def test_every_closed_set_has_different_words_and_no_empty_one():
    closed = {dtype for schema in FRAMES.values() for dtype in schema.values() if isinstance(dtype, pl.Enum)}
    assert closed
    for dtype in closed:
        words = dtype.categories.to_list()
        assert len(set(words)) == len(words)
        assert all(word == word.strip() != "" for word in words)


def test_a_word_diff_finds_its_pair_by_the_same_keys():
    assert list(PAIRS)[:6] == list(DIFFS)[:6] == list(PAIR_KEYS)
    assert all(PAIRS[key] == DIFFS[key] == dtype for key, dtype in PAIR_KEYS.items())


@pytest.mark.parametrize("name", ["position", "old_position", "new_position", "draft", "label"])
def test_a_column_of_one_name_has_one_type_in_every_frame(name):
    assert len({schema[name] for schema in FRAMES.values() if name in schema}) == 1


def test_a_date_is_a_date():
    row = {name: [None] for name in DRAFTS} | {"date": [datetime.date(2022, 4, 27)]}
    assert conform(pl.DataFrame(row), DRAFTS)["date"].item() == datetime.date(2022, 4, 27)


def test_the_error_for_people_is_one_class_that_says_its_message():
    assert str(WorkbookError("a.txt, line 3: what is wrong.")) == "a.txt, line 3: what is wrong."
