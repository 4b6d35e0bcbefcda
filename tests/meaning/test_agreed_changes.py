"""Agreed language between two drafts: kept, gained, and broken by the change."""

import polars as pl
import pytest

from tests.meaning.test_agreed import AGREED_BEFORE, make_paragraphs
from workbook.compare.diffs import diff_words
from workbook.compare.pairs import pair_paragraphs
from workbook.meaning.agreed import find_agreed
from workbook.meaning.agreed_changes import compare_agreed
from workbook.schemas import AGREED_CHANGES

# A pair of paragraphs is known by words that the agreed text has not.
OWN = "Ferries and their crews sail by night between the islands of the south."


@pytest.fixture
def compare():
    def compare(olds, news, reference=(AGREED_BEFORE,)):
        paragraphs = pl.concat([make_paragraphs(*olds, draft="old"), make_paragraphs(*news, draft="new")])
        pairs = pair_paragraphs(paragraphs, "old", "new")
        agreed = find_agreed(paragraphs, make_paragraphs(*reference, draft="compact"))
        frame = compare_agreed(agreed, paragraphs, pairs, diff_words(pairs, paragraphs))
        assert frame.schema == pl.Schema(AGREED_CHANGES)
        return frame.to_dicts()

    return compare


def test_a_span_that_both_drafts_have_is_kept(compare):
    (row,) = compare([f"{OWN} {AGREED_BEFORE}"], [f"{OWN} {AGREED_BEFORE} Gladly."])
    assert (row["change"], row["old_label"], row["new_label"], row["now"]) == ("kept", "1", "1", "")


def test_a_span_that_only_the_newer_draft_has_is_gained(compare):
    (row,) = compare([OWN], [f"{OWN} {AGREED_BEFORE}"])
    assert (row["change"], row["text"]) == ("gained", AGREED_BEFORE.rstrip("."))


def test_a_span_that_the_change_broke_is_lost_and_says_what_stands_in_its_place(compare):
    span = "an old duty to keep every lamp alight"
    (row,) = compare([f"{OWN} They have {span}."], [f"{OWN} They have an old wish to keep a lamp alight."])
    assert (row["change"], row["text"]) == ("lost", span)
    assert row["now"] == "an old wish to keep a lamp alight"


def test_words_put_in_the_midst_of_a_span_break_it_and_are_shown(compare):
    span = "an old duty to keep every lamp alight"
    new = span.replace("keep", "gladly keep")
    rows = compare([f"{OWN} They have {span}."], [f"{OWN} They have {new}."])
    assert [(row["change"], row["now"]) for row in rows] == [("lost", new)]


def test_fewer_than_six_words_between_two_departures_are_no_agreed_language(compare):
    quoted = AGREED_BEFORE.replace("address each", "respect each").replace("worries over", "cares over")
    assert [row["words"] for row in compare([OWN], [f"{OWN} {quoted}"]) if row["words"] < 6] == []


def test_a_span_that_went_with_its_paragraph_has_nothing_in_its_place(compare):
    (row,) = compare([OWN, AGREED_BEFORE], [OWN])
    assert (row["change"], row["old_label"], row["new_position"], row["now"]) == ("lost", "2", None, "")


def test_a_span_that_moved_to_another_paragraph_is_not_broken(compare):
    other = "Harbour masters write down each boat that comes and goes, with its name."
    rows = compare([f"{OWN} {AGREED_BEFORE}", other], [OWN, f"{other} {AGREED_BEFORE}"])
    assert [(row["change"], row["new_label"]) for row in rows] == [("kept", "2")]


def test_a_span_is_in_its_draft_where_it_says_also_behind_signs_of_two_code_units(compare):
    old, new = f"{OWN} 🜁 {AGREED_BEFORE}", OWN
    (row,) = compare([old], [new])
    assert old[row["start"] : row["end"]] == row["text"] == AGREED_BEFORE.rstrip(".")


def test_of_a_paragraph_that_was_split_the_part_that_has_the_words_tells(compare):
    first = "Crews rest after each crossing, and eat on board, in turns, at tables of their own."
    old = f"{first} They have an old duty to keep every lamp alight, and ring bells in a fog that lasts."
    news = [first, "They have an old duty to keep no lamp alight, and ring bells in a fog that lasts."]
    (row,) = compare([old], news)
    assert (row["change"], row["now"]) == ("lost", "an old duty to keep no lamp alight")


def test_drafts_that_share_nothing_with_the_reference_have_no_rows(compare):
    assert compare([OWN], [OWN], reference=["Nothing of the kind was ever agreed by anybody."]) == []
