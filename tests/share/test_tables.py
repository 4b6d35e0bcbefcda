"""Frames as files: what a spreadsheet would run stays text, and nothing else is touched."""

import csv
import io
import re
import zipfile
from xml.etree import ElementTree

import polars as pl
import pytest

from workbook.schemas import ABOUT, RELATION, WorkbookError, frame_of
from workbook.share.sheets import CUT, MOST_SIGNS
from workbook.share.tables import pack_both, pack_table, print_table, write_table

FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://x.example")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "=",
    "-",
    "＝1",
]
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


@pytest.mark.parametrize("name", ["a.ods", "a", "a.csv.gz", ".csv", ".xlsx"])
def test_another_ending_is_refused_and_the_known_ones_are_named(name, tmp_path):
    with pytest.raises(WorkbookError, match=r"\.csv, \.parquet, \.json, \.xlsx"):
        write_table(pl.DataFrame({"text": ["x"]}), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".json", ".xlsx"])
def test_a_folder_that_is_not_there_is_named(ending, tmp_path):
    path = tmp_path / "nowhere" / f"a{ending}"
    with pytest.raises(WorkbookError, match="cannot be written") as caught:
        write_table(pl.DataFrame({"text": ["x"]}), path)
    assert str(caught.value).startswith(f"{path}:")


def test_the_frame_that_was_written_is_not_changed(tmp_path):
    frame = pl.DataFrame({"text": ["=1"]})
    write_table(frame, tmp_path / "a.csv")
    assert frame["text"].to_list() == ["=1"]


# Excel

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = [
    *FORMULAS,
    "http://x.example",
    "mailto:a@b.c",
    "internal:A1",
    "{=1}",
    "<b>&",
    "_x0041_",
    "1",
    "TRUE",
]
KNOWN = frame_of([("made on", "today"), ("filters", "=theme")], ABOUT)


def read_sheets(packed):
    """The cells of each sheet: (type, text), and the sheet's XML."""
    archive = zipfile.ZipFile(io.BytesIO(packed))
    strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    words = ["".join(each.itertext()) for each in strings.iter(f"{SPREADSHEET}si")]
    for number in (1, 2):
        sheet = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
        rows = [list(row) for row in sheet.iter(f"{SPREADSHEET}row")]
        yield (
            [[(cell.get("t"), read_cell(cell, words)) for cell in row] for row in rows],
            {each.tag.removeprefix(SPREADSHEET) for each in sheet.iter()},
        )


def read_cell(cell, words):
    value = cell.findtext(f"{SPREADSHEET}v")
    return words[int(value)] if cell.get("t") == "s" else value


def test_whatever_a_draft_says_excel_gets_it_as_words_without_formula_or_link():
    packed = pack_table(pl.DataFrame({"text": HOSTILE, "number": range(len(HOSTILE))}), ".xlsx", KNOWN)
    (table, tags), (about, _) = read_sheets(packed)
    words = [re.sub("_x005F_", "_", row[0][1]) for row in table[1:]]
    assert words == [each.replace("\r", "_x000D_") for each in HOSTILE]
    assert {row[0][0] for row in table} == {"s"}
    assert {"f", "hyperlink", "hyperlinks"} & tags == set()
    assert about[1:] == [[("s", "made on"), ("s", "today")], [("s", "filters"), ("s", "=theme")]]
    assert not [name for name in zipfile.ZipFile(io.BytesIO(packed)).namelist() if "externalLink" in name]


def test_excel_keeps_numbers_truths_and_gaps_as_what_they_are():
    frame = pl.DataFrame({"n": [-1, None], "share": [0.5, None], "moved": [True, False], "text": ["x", None]})
    (table, _), _ = read_sheets(pack_table(frame, ".xlsx"))
    assert table[1] == [(None, "-1"), (None, "0.5"), ("b", "1"), ("s", "x")]
    assert table[2] == [("b", "0")]


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so():
    (table, _), _ = read_sheets(pack_table(pl.DataFrame({"text": ["a" * 40_000]}), ".xlsx"))
    assert len(table[1][0][1]) == MOST_SIGNS
    assert table[1][0][1].endswith(CUT)


def test_what_is_packed_for_a_page_holds_what_must_be_known_of_it():
    frame = pl.DataFrame({"text": ["=1"]})
    name, packed = pack_both(frame, "changes", ".csv", KNOWN)
    archive = zipfile.ZipFile(io.BytesIO(packed))
    assert (name, archive.namelist()) == ("changes.csv.zip", ["changes.csv", "read-me.txt"])
    assert archive.read("changes.csv") == b"text\n'=1\n"
    assert archive.read("read-me.txt") == b"made on: today\nfilters: =theme\n"
    assert pack_both(frame, "changes", ".xlsx", KNOWN)[0] == "changes.xlsx"


def test_what_must_be_known_lies_beside_a_csv_and_inside_an_excel_file(tmp_path):
    for ending in (".csv", ".xlsx"):
        write_table(pl.DataFrame({"text": ["x"]}), tmp_path / f"a{ending}", KNOWN)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.csv", "a.csv.read-me.txt", "a.xlsx"]
