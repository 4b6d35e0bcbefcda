"""Frames as files: what a spreadsheet would run stays text, and nothing else is touched."""

import csv
import io

import polars as pl
import pytest

from workbook.schemas import RELATION, WorkbookError
from workbook.share.tables import print_table, write_table

FORMULAS = ["=1+1", '=HYPERLINK("http://x.example")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=", "-"]
TEXTS = ["a = b", "", "1.", "'quoted'", "state-of-the-art", ' "=1"', "A, B; C\nD", "é – ’"]


def read_back(text):
    """The cells under the one column's name."""
    return [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]


def printed(frame):
    stream = io.StringIO()
    print_table(frame, stream)
    return stream.getvalue()


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_stays_text(cell):
    assert read_back(printed(pl.DataFrame({"text": [cell, "rest"]}))) == ["'" + cell, "rest"]


def test_other_texts_come_back_as_they_were():
    assert read_back(printed(pl.DataFrame({"text": TEXTS}))) == TEXTS


def test_every_text_column_is_looked_at_and_numbers_are_left_alone():
    frame = pl.DataFrame({"label": ["=1"], "number": [-1], "share": [-0.5], "text": ["@x"]})
    assert printed(frame) == "label,number,share,text\n'=1,-1,-0.5,'@x\n"


def test_a_word_from_a_closed_set_is_written_as_it_is():
    frame = pl.DataFrame({"relation": pl.Series(["same", None], dtype=RELATION), "text": ["x", None]})
    assert printed(frame) == "relation,text\nsame,x\n,\n"


def test_a_frame_without_rows_still_says_its_columns():
    assert printed(pl.DataFrame(schema={"label": pl.String, "text": pl.String})) == "label,text\n"


def test_what_is_written_is_what_is_printed(tmp_path):
    frame = pl.DataFrame({"text": FORMULAS + TEXTS})
    write_table(frame, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().decode() == printed(frame)


@pytest.mark.parametrize(("ending", "read"), [(".parquet", pl.read_parquet), (".json", pl.read_json)])
def test_parquet_and_json_hold_the_texts_untouched(ending, read, tmp_path):
    frame = pl.DataFrame({"text": FORMULAS + TEXTS})
    write_table(frame, tmp_path / f"a{ending}")
    assert read(tmp_path / f"a{ending}").equals(frame)


def test_an_ending_in_capitals_is_known_too(tmp_path):
    write_table(pl.DataFrame({"text": ["=1"]}), tmp_path / "A.CSV")
    assert (tmp_path / "A.CSV").read_text(encoding="utf-8") == "text\n'=1\n"


@pytest.mark.parametrize("name", ["a.xlsx", "a", "a.csv.gz", ".csv"])
def test_another_ending_is_refused_and_the_known_ones_are_named(name, tmp_path):
    with pytest.raises(WorkbookError, match=r"\.csv, \.parquet, \.json"):
        write_table(pl.DataFrame({"text": ["x"]}), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".json"])
def test_a_folder_that_is_not_there_is_named(ending, tmp_path):
    path = tmp_path / "nowhere" / f"a{ending}"
    with pytest.raises(WorkbookError, match="cannot be written") as caught:
        write_table(pl.DataFrame({"text": ["x"]}), path)
    assert str(caught.value).startswith(f"{path}:")


def test_the_frame_that_was_written_is_not_changed(tmp_path):
    frame = pl.DataFrame({"text": ["=1"]})
    write_table(frame, tmp_path / "a.csv")
    assert frame["text"].to_list() == ["=1"]
