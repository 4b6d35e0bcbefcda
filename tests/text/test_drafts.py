"""drafts.csv, picking drafts, and the hands that are applied to their runs."""

from pathlib import Path

import polars as pl
import pytest

from workbook.schemas import DRAFTS, RUNS, WorkbookError, conform
from workbook.text.drafts import draft_of_file, load_drafts, pick_drafts
from workbook.text.runs import apply_hands, read_runs


@pytest.fixture(scope="module")
def drafts(data):
    return load_drafts(data)


@pytest.fixture
def runs():
    """A run that nobody touched, one put in, one struck, one put in by one hand and struck by another."""
    rows = [("We ", "", ""), ("will ", "rev2", ""), ("shall ", "", "rev2"), ("may ", "rev2", "rev3")]
    frame = pl.DataFrame(rows, schema=["text", "inserted_by", "deleted_by"], orient="row")
    missing = {name: pl.lit(None) for name in RUNS if name not in frame.columns}
    return frame.with_columns(**missing).pipe(conform, RUNS)


def test_readings_come_first_and_the_printed_texts_last(drafts):
    assert drafts["draft"].to_list() == ["rev2", "rev3", "wimn", "rev1", "rev2-printed", "wimn-printed"]
    assert drafts["status"].to_list() == ["reconstructed"] * 4 + ["flattened"] * 2


def test_the_files_of_drafts_are_absolute_paths_that_exist(drafts, data):
    assert [path.startswith(str(data.resolve())) for path in drafts["file"]] == [True] * 6


def test_a_date_that_nobody_knows_is_null(drafts):
    assert drafts["date"].is_null().to_list() == [True, False, False, True, True, False]


def test_the_data_folder_can_be_the_users_own(tmp_path, monkeypatch):
    (tmp_path / "drafts.csv").write_text(
        ",".join(DRAFTS) + "\nown,Own,,revision,own.txt,printed,,as issued,me\n"
    )
    monkeypatch.setenv("WORKBOOK_DATA", str(tmp_path))
    assert load_drafts()["file"].to_list() == [str(tmp_path / "own.txt")]


def test_picked_drafts_stand_in_the_order_asked_for(drafts):
    picked = pick_drafts(drafts, ["wimn-printed", "rev2-printed"])
    assert picked["draft"].to_list() == ["wimn-printed", "rev2-printed"]


def test_a_draft_picked_twice_is_there_once(drafts):
    assert len(pick_drafts(drafts, ["rev2-printed", "rev2-printed"])) == 1


def test_no_ids_pick_all_drafts(drafts):
    assert pick_drafts(drafts, []).equals(drafts)


def test_the_path_of_a_file_works_in_place_of_an_id(drafts, tmp_path):
    file = tmp_path / "own draft.txt"
    file.write_text("1. We rest.")
    picked = pick_drafts(drafts, ["rev2-printed", str(file)])
    assert picked["draft"].to_list() == ["rev2-printed", str(file)]
    assert picked.schema == drafts.schema


def test_a_file_is_a_draft_under_the_path_as_given(tmp_path, monkeypatch):
    (tmp_path / "own.txt").write_text("1. We rest.")
    monkeypatch.chdir(tmp_path)
    (row,) = draft_of_file("own.txt").to_dicts()
    assert (row["draft"], row["file"], row["hands"]) == ("own.txt", str(tmp_path / "own.txt"), "printed")


def test_runs_joined_by_line_feeds_are_the_file(drafts):
    for file in drafts.filter(hands="printed")["file"]:
        text = "\n".join(read_runs(drafts.filter(file=file))["text"])
        assert text.encode() == Path(file).read_bytes()


def test_a_file_of_two_drafts_is_read_once(drafts):
    one = drafts.head(1)
    twice = pl.concat([one, one.with_columns(draft=pl.lit("other"))])
    assert read_runs(twice).equals(read_runs(one))


@pytest.mark.parametrize(
    ("hands", "text"),
    [
        ("printed", "We will shall may "),
        ("none", "We shall "),
        ("all", "We will "),
        ("rev2", "We will may "),
        ("rev3", "We shall "),
        ("rev2;rev3", "We will "),
        ("rev2 ; rev3", "We will "),
    ],
)
def test_a_run_stands_by_the_hands_that_are_applied(hands, text, runs):
    assert "".join(apply_hands(runs, hands)["text"]) == text


def test_a_hand_that_left_no_mark_is_refused_with_those_that_did(runs):
    with pytest.raises(WorkbookError, match=r"no mark is by nobody. The hands in it are rev2, rev3"):
        apply_hands(runs, "rev2;nobody")


def test_applying_hands_changes_no_run(runs):
    applied = apply_hands(runs, "rev2")
    assert applied.join(runs, on="text", how="semi").equals(applied)


def test_a_hand_may_be_an_address_with_the_sign_of_hands_in_it(tmp_path):
    file = tmp_path / "draft.docx"
    file.write_bytes(b"-")
    picked = pick_drafts(load_drafts(), [f"{file}@ana@un.org", f"{file}@none"])
    assert picked["hands"].to_list() == ["ana@un.org", "none"]
