import polars as pl
import pytest

from workbook.schemas import PAIRS
from workbook.show.cards import tell_relations
from workbook.show.explorer.bundle import bundle_comparison
from workbook.show.explorer.kinds import KINDS
from workbook.show.explorer.selection import SELECTION, select_pairs


@pytest.fixture
def pairs(make):
    """A paragraph as it was, one edited that takes words of another, a new one, and one that is gone."""
    return make.pairs(
        make.pair((0, "1"), (0, "1"), "same"),
        make.pair((1, "2"), (1, "5"), "edited", moved=True, renumbered=True),
        make.pair((2, "3"), (1, "5"), "fragment"),
        make.pair(None, (2, "6"), "inserted"),
        make.pair((2, "3"), None, "deleted"),
    )


@pytest.fixture
def bundle(make, pairs):
    keys = [row for row in pairs.to_dicts() if row["relation"] != "fragment"]
    words = [
        [("equal", "We agree.", "We agree.")],
        [("equal", "On the ", "On the "), ("replace", "child\u2019s road", "safe path")],
        [("insert", "", "Birds (all of them) return.")],
        [("delete", "Ships carry salt.", "")],
    ]
    places = [(draft, at, "", "Start" if at < 2 else "End") for draft in ("one", "two") for at in range(3)]
    return bundle_comparison(
        "one",
        "two",
        drafts=make.drafts(("one", "One", "as issued"), ("two", "Two", "as issued")),
        runs=make.runs(),
        paragraphs=make.paragraphs(*places),
        pairs=pairs,
        diffs=make.diffs(*((pair, *spans) for pair, spans in zip(keys, words, strict=True))),
        tags=make.tags(("two", 1, "objective", "1", "road"), ("two", 2, "theme", "1", "birds")),
        terms=make.terms(("objective", "1", "Roads"), ("theme", "1", "Birds")),
        similarity=make.similarity(),
        trail=make.trail((keys[1], "up", 4, 6), (keys[1], "down", 6, 5)),
    )


def labels(frame):
    return [new or old for old, new in frame.select("old_label", "new_label").iter_rows()]


def test_without_a_choice_all_pairs_are_selected_with_their_words(bundle, pairs):
    selection = select_pairs(bundle, {})
    assert selection.schema == pl.Schema(SELECTION)
    assert selection.select(list(PAIRS)).equals(pairs)
    assert selection["words"].to_list() == tell_relations(pairs)["words"].to_list()


@pytest.mark.parametrize(
    ("choices", "left"),
    [
        ({"change": "same"}, ["1"]),
        ({"change": "edited"}, ["5", "5"]),
        ({"change": "moved"}, ["5", "5"]),
        ({"change": "new"}, ["6"]),
        ({"change": "gone"}, ["3"]),
        ({"change": "fragment"}, ["5", "5"]),
        ({"change": "parted"}, []),
        ({"changed_only": True}, ["5", "5", "6", "3"]),
        ({"section": "End"}, ["6", "3"]),
        ({"objective": "1"}, ["5", "5"]),
        ({"theme": "1"}, ["6"]),
        ({"section": "Nowhere"}, []),
        ({"words": "SHIPS  carry"}, ["3"]),
        ({"words": "the child's"}, ["5", "5"]),
        ({"words": "the safe"}, ["5", "5"]),
        ({"words": "(all of them)"}, ["6"]),
        ({"words": ".*"}, []),
        ({"words": "  "}, ["1", "5", "5", "6", "3"]),
        ({"change": "moved", "words": "agree"}, []),
        ({"change": "stronger"}, ["5", "5"]),
    ],
)
def test_each_choice_leaves_the_pairs_that_it_names(bundle, choices, left):
    assert labels(select_pairs(bundle, choices)) == left


def test_a_bundle_that_could_not_be_made_selects_nothing():
    assert select_pairs({}, {"words": "a"}).schema == pl.Schema(SELECTION)


def test_every_kind_of_change_is_found_by_someone(bundle):
    found = {kind: select_pairs(bundle, {"change": kind}).height for kind in KINDS}
    assert [kind for kind, height in found.items() if not height] == ["parted", "reused"]
