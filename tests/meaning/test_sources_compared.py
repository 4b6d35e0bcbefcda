"""What became of a source between two drafts: kept, gained or lost, wherever the words went."""

from itertools import chain

import polars as pl
import pytest

from workbook.meaning.source_changes import compare_sources, count_sources
from workbook.schemas import PAIRS, SOURCE_COUNTS, SOURCES, frame_of


def cite(draft, position, *places):
    return [
        (draft, position, str(position), source, pinpoint, None, "", "", "[...]")
        for source, pinpoint in places
    ]


def link(old, new, relation="edited", score=0.5):
    labels = [None if place is None else str(place) for place in (old, new)]
    return ("old", old, labels[0], "new", new, labels[1], relation, False, False, False, score, "")


@pytest.fixture
def compare():
    """Each change as (change, source and place, old label, new label)."""

    def compare(sources, links):
        changes = compare_sources(frame_of(list(chain(*sources)), SOURCES), frame_of(links, PAIRS))
        return [
            (row["change"], f"{row['source']} {row['pinpoint']}".strip(), row["old_label"], row["new_label"])
            for row in changes.to_dicts()
        ]

    return compare


A, B, C = ("GCM", "para 1"), ("GCM", "para 2"), ("SG report", "")


def test_a_source_is_kept_gained_or_lost(compare):
    told = compare([cite("old", 1, A, B), cite("new", 1, B, C)], [link(1, 1)])
    assert told == [
        ("kept", "GCM para 2", "1", "1"),
        ("gained", "SG report", "1", "1"),
        ("lost", "GCM para 1", "1", "1"),
    ]


def test_the_case_of_a_name_makes_no_other_source(compare):
    told = compare([cite("old", 1, ("SG report", "")), cite("new", 1, ("SG Report", ""))], [link(1, 1)])
    assert [change for change, *_ in told] == ["kept"]


def test_a_source_that_went_with_its_words_to_a_part_of_a_split_is_kept(compare):
    told = compare(
        [cite("old", 1, A, B), cite("new", 1, A), cite("new", 2, B)],
        [link(1, 1, score=0.8), link(1, 2, "split", 0.9)],
    )
    assert told == [("kept", "GCM para 1", "1", "1"), ("kept", "GCM para 2", "1", "2")]


def test_a_source_that_came_with_a_merged_paragraph_is_kept(compare):
    told = compare(
        [cite("old", 1, A), cite("old", 2, B), cite("new", 1, A, B)],
        [link(1, 1), link(2, 1, "merged")],
    )
    assert told == [("kept", "GCM para 1", "1", "1"), ("kept", "GCM para 2", "2", "1")]


def test_a_source_that_a_split_lost_is_told_once_beside_the_main_part(compare):
    told = compare([cite("old", 1, A)], [link(1, 1, "split", 0.3), link(1, 2, "split", 0.9)])
    assert told == [("lost", "GCM para 1", "1", "2")]


def test_a_fragment_carries_its_source_along(compare):
    told = compare(
        [cite("old", 1, A), cite("new", 2, A, B)],
        [link(1, 1), link(None, 2, "inserted"), link(1, 2, "fragment", 0.99)],
    )
    assert told == [("gained", "GCM para 2", None, "2"), ("kept", "GCM para 1", "1", "2")]


def test_paragraphs_that_are_new_or_gone_gain_and_lose_all(compare):
    told = compare(
        [cite("old", 1, A), cite("new", 1, B)], [link(1, None, "deleted"), link(None, 1, "inserted")]
    )
    assert told == [("lost", "GCM para 1", "1", None), ("gained", "GCM para 2", None, "1")]


def test_a_paragraph_counts_once_however_many_places_it_cites():
    sources = frame_of(
        [*cite("old", 1, A, B), *cite("old", 2, A), *cite("new", 1, A, B), *cite("new", 2, C)], SOURCES
    )
    counts = count_sources(compare_sources(sources, frame_of([link(1, 1), link(2, 2)], PAIRS)))
    assert counts.schema == pl.Schema(SOURCE_COUNTS)
    assert counts.rows() == [("GCM", 2, 1, 2, 0, 1), ("SG report", 0, 1, 0, 1, 0)]
