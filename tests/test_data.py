"""The data that ships: what the tables name is there, and can be read."""

import csv
from pathlib import Path

from workbook.text.drafts import load_drafts

DATA = Path(__file__).parents[1] / "data"


def read_rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_draft_has_its_file():
    drafts = load_drafts(DATA)
    assert [file for file in drafts["file"] if not Path(file).is_file()] == []


def test_every_printed_file_is_a_draft():
    named = {row["file"] for row in read_rows("drafts.csv")}
    assert {f"printed/{file.name}" for file in (DATA / "printed").iterdir()} <= named


def test_files_are_named_relative_to_the_data_folder():
    files = [Path(row["file"]) for row in read_rows("drafts.csv")]
    assert [file for file in files if file.is_absolute() or ".." in file.parts] == []


def test_a_draft_that_amends_another_names_one_that_is_there():
    rows = read_rows("drafts.csv")
    ids = {row["draft"] for row in rows}
    assert {row["amends"] for row in rows} - {""} <= ids


def test_a_text_whose_hands_stand_together_is_called_flattened():
    printed = [row for row in read_rows("drafts.csv") if row["kind"] == "printed"]
    assert {row["status"] for row in printed} == {"flattened"}


def test_the_23_objectives_have_one_title_each():
    titles = {(row["tag"], row["title"]) for row in read_rows("lexicon/objectives.csv")}
    assert sorted(int(tag) for tag, _ in titles) == list(range(1, 24))
