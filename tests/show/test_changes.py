"""All of a comparison in one table: what a row says of a pair, and what it leaves open."""

import polars as pl
import pytest

from workbook.app.changes import make_changes
from workbook.app.comparison import compare_drafts
from workbook.schemas import CHANGES
from workbook.text.drafts import shipped_data

LAMPS = "We will light the lamps of the harbour every evening, as appropriate, before the ships come home."
SHIPS = "The keepers of the tower write down each ship, its flag, its master, its crew and its load of salt."
WOMEN = "We commit to hearing the women of the bay, and to protecting migrant children in detention."


@pytest.fixture
def change(tmp_path):
    """The rows of CHANGES between two texts, each a list of numbered paragraphs."""

    def change(old, new):
        for name, texts in (("old", old), ("new", new)):
            lines = [f"{at}. {text}" for at, text in enumerate(texts, 1)]
            (tmp_path / f"{name}.txt").write_text("\n\n".join(lines), encoding="utf-8")
        found = make_changes(compare_drafts("old.txt", "new.txt", tmp_path), tmp_path)
        assert found.schema == pl.Schema(CHANGES)
        return found.to_dicts()

    return change


def test_a_row_has_both_texts_and_one_with_marks(change):
    new = LAMPS.replace("evening", "morning").replace("We", "we", 1)
    (row,) = change([LAMPS], [new])
    assert (row["old_text"], row["new_text"]) == (LAMPS, new)
    assert "every [-evening-]{+morning+}" in row["redline"]
    assert row["redline"].startswith("we will")
    assert (row["words_in"], row["words_out"]) == (1, 1)


def test_a_row_says_the_rungs_the_hedges_and_what_became_of_the_clause(change):
    (row,) = change([LAMPS], [LAMPS.replace(", as appropriate,", "").replace("light", "consider lighting")])
    assert (row["old_hedges"], row["new_hedges"]) == ("as appropriate", "consider")
    assert row["old_rungs"] and row["new_rungs"] and row["old_rungs"] != row["new_rungs"]
    assert "as appropriate" in row["commitments"]


def test_a_row_says_what_the_paragraph_is_about_and_a_deleted_one_what_it_was_about(change):
    kept, gone = change([SHIPS, WOMEN], [SHIPS])
    assert (kept["themes"], gone["relation"]) == ("", "deleted")
    assert "T04 Women and girls" in gone["themes"].split("; ")
    assert (gone["new_text"], gone["new_rungs"]) == (None, "")


def test_a_part_of_a_split_says_which_tags_it_inherits_and_from_where(change):
    rows = change([f"{SHIPS} {WOMEN}"], [SHIPS, WOMEN])
    assert "T04 Women and girls (from 1)" in rows[0]["inherited"].split("; ")
    assert rows[0]["redline"].endswith("salt. ") or "women" not in rows[0]["redline"]


def test_without_marks_nobody_is_named():
    assert set(change_of("rev2-printed", "rev3")["whose"]) == {""}


def test_with_marks_the_hand_its_words_and_the_grades_are_named():
    whose = change_of("rev2", "rev3")["whose"]
    assert whose.str.contains(
        r"^Rev 3's drafters: \d+ in, \d+ out \((documented|corroborated|inferred)"
    ).any()
    assert whose.str.contains("no known hand: ").any()
    assert not whose.str.contains(r"no known hand: [^;]*\(").any()


def change_of(old, new):
    return make_changes(compare_drafts(old, new, shipped_data()))
