"""The commitments of the printed texts and of the readings, counted by hand before the scale was written."""

import polars as pl
import pytest

from workbook.app import compare_drafts, read_text
from workbook.meaning.clauses import find_clauses
from workbook.meaning.ladder import load_ladder
from workbook.meaning.trail import follow_clauses


@pytest.fixture(scope="module")
def labels():
    """The labels of a draft's clauses on a rung, in the order of the text; † where two verbs stand there."""

    def labels(draft: str, rung: int) -> str:
        clauses = find_clauses(read_text(draft)[0], load_ladder()).filter(rung=rung)
        doubled = pl.when(pl.col("other_rung").is_null()).then(pl.lit("")).otherwise(pl.lit("†"))
        return " ".join(clauses.select(pl.col("label") + doubled).to_series())

    return labels


@pytest.mark.parametrize(
    ("draft", "rung", "expected"),
    [
        ("rev2", 6, "39 41 42 42bis 42bis 43 48 53"),
        ("rev2", 5, "38 38 39 39bis 40 42ter 43 43 43bis 43ter 43quat 43quat 43quint 44 45 46 50 54"),
        ("rev2", 4, "4 9ter 39bis 55"),
        ("rev2", 3, "47 49 50 51 52 52 52 54 54 56 57"),
        ("rev2", 1, "2 5 14 15 16 20 51"),
        ("wimn-printed", 6, "12 40 41 42† 42bis 42bis† 43 48 53 56"),
        ("wimn-printed", 4, "4† 4bis 9quat 39 39bis 44bis 45bis 56"),
        ("wimn-printed", 3, "9pre 9bis 9bis 9bis 39bis 47 49 50 51 52 52 52 54 54 56 57"),
    ],
)
def test_the_clauses_of_a_rung_are_those_counted_by_hand(labels, draft, rung, expected):
    assert labels(draft, rung) == expected


def test_own_efforts_of_the_later_printed_text_are_24(labels):
    assert len(labels("wimn-printed", 5).split()) == 24


def trail(old: str, new: str) -> pl.DataFrame:
    found = compare_drafts(old, new)
    clauses = find_clauses(found.paragraphs, load_ladder())
    return follow_clauses(clauses, found.pairs, found.tags, load_ladder(), found.origins)


@pytest.fixture(scope="module")
def to_rev3():
    return trail("rev2", "rev3")


@pytest.mark.parametrize(
    ("label", "direction", "rule"),
    [
        ("42bis", "down", "rung 6 to 4: “will evaluate” → “will consider”"),
        ("42", "down", "rung 6 to 5: “commit to adopting” → “commit to developing”"),
        ("39", "down", "rung 6 to 4: “will integrate” → “will aim to”"),
        ("12bis", "tone", "stronger tone, Concern: “deeply concerned” → “condemn”"),
        ("38", "object", "weaker object, A say in decisions: “processes” → “discussions”"),
        ("39bis", "object", "weaker object, Taking part: “participation in” → “contribution to”"),
        ("40", "up", "rung 5 to 6: “commit to accelerating” → “commit to eliminating”"),
        ("53", "form", "the same rung in other words: “will further align” → “commit to further aligning”"),
    ],
)
def test_what_became_of_a_commitment_from_rev_2_to_rev_3(to_rev3, label, direction, rule):
    rows = to_rev3.filter(pl.col("new_label") == label, pl.col("rule") == rule)
    assert rows["direction"].to_list() == [direction]
    assert rows["grade"].null_count() == 0


@pytest.mark.parametrize(
    ("label", "gained"),
    [
        ("45", "continuing our; as appropriate"),
        ("43", "through appropriate measures"),
        ("49", "upon their request"),
        ("52", "upon their request"),
    ],
)
def test_hedges_that_rev_3_has_and_rev_2_has_not(to_rev3, label, gained):
    assert gained in to_rev3.filter(pl.col("new_label") == label)["hedges_gained"].to_list()


@pytest.mark.parametrize(
    ("label", "direction", "word"),
    [
        ("54", "up", "strive"),
        ("43quint", "up", "eliminate"),
        ("38", "down", "promoting"),
        ("17", "tone", "recognize"),
    ],
)
def test_what_moved_inside_rev_2(label, direction, word):
    rows = trail("rev1", "rev2").filter(new_label=label, direction=direction)
    assert rows["rule"].str.contains(word).to_list() == [True]


def test_the_grade_of_42bis_says_that_nobody_knows():
    row = trail("rev2", "rev3").filter(new_label="42bis", direction="down")
    assert row["grade"].to_list() == ["unknown"]
