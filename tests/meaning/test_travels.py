"""Tags that follow a paragraph through a split, a merger, a move and several drafts."""

from itertools import pairwise

import polars as pl
import pytest

from workbook.app.followed import compare_steps
from workbook.meaning.tags import tag_paragraphs
from workbook.meaning.travels import follow_tags
from workbook.schemas import PARAGRAPHS, TERMS, TRAVELS, WorkbookError, frame_of
from workbook.show.gains import count_passages

LAMPS = "We light the lamps of the harbour every evening before the ships of the coast come home"
SHIPS = "The keepers of the tower write down each ship, its flag, its master and its load of salt"
ROADS = "We ask the council of the islands to mend the long road from the market to the quay"
NETS = "In spring the women of the bay hang up their nets to dry beside the old stone church"
LIST = [
    ("theme", "T1", "Light", r"\blamps?\b", None),
    ("theme", "T2", "Salt", r"\bsalt\b", None),
    ("theme", "T3", "Roads", r"\broads?\b", None),
    ("objective", "1", "Harbours", r"\bharbour\b", 2),
    ("objective", "1", "Harbours", r"\bcoast\b", 2),
    ("hedge", "H1", "Asking", r"\bask\b", None),
]
TERMS_OF_ALL = frame_of(
    [(*row[:3], f"{row[2]} {at}", row[3], "", row[4], "") for at, row in enumerate(LIST)], TERMS
)
NAMES = ("label", "tag", "standing", "old_label")


def make_text(draft, texts):
    rows = [
        dict.fromkeys(PARAGRAPHS, "")
        | {"draft": draft, "position": at, "label": label, "kind": "paragraph", "text": text}
        | {"first_line": at, "last_line": at}
        for at, (label, text) in enumerate(texts)
    ]
    return [list(row.values()) for row in rows]


def follow(**drafts):
    """TRAVELS of drafts, each a list of (label, text)."""
    paragraphs = frame_of(
        [row for name, texts in drafts.items() for row in make_text(name, texts)], PARAGRAPHS
    )
    pairs, diffs = compare_steps(paragraphs, pairwise(drafts))
    found = follow_tags(tag_paragraphs(paragraphs, TERMS_OF_ALL), pairs, diffs, paragraphs, list(drafts))
    assert found.schema == pl.Schema(TRAVELS)
    return found


def rows_of(found, tag, *names):
    return sorted(map(tuple, found.filter(tag=tag).select(names or NAMES).rows()))


def test_the_part_of_a_split_that_the_words_left_inherits_the_tag_and_says_where_they_are():
    found = follow(one=[("1", f"{LAMPS}. {SHIPS}.")], two=[("1", f"{LAMPS}."), ("1bis", f"{SHIPS}.")])
    assert rows_of(found, "T2") == [("1", "T2", "inherited", "1"), ("1bis", "T2", "own", "1")]
    inherited = found.filter(tag="T2", standing="inherited").to_dicts()[0]
    assert (inherited["words"], inherited["source_draft"], inherited["source_label"]) == ("salt", "one", "1")
    assert inherited["reason"] == "it came from 1, whose words on this (“salt”) are now in 1bis"


def test_words_that_came_along_and_are_not_enough_any_more_leave_an_inherited_tag():
    lamps = LAMPS.replace("of the coast ", "")  # one faint cue, enough in a short paragraph alone
    found = follow(one=[("1", f"{lamps}.")], two=[("1", f"{lamps}. {SHIPS}. {NETS}.")])
    assert rows_of(found, "1") == [("1", "1", "inherited", "1")]
    assert "came along (“harbour”)" in found.filter(tag="1")["reason"].item()


def test_a_tag_whose_words_were_struck_is_lost_and_the_words_are_named():
    found = follow(one=[("1", LAMPS)], two=[("1", LAMPS.replace("the lamps", "fires"))])
    lost = found.filter(tag="T1").to_dicts()
    assert [(row["label"], row["standing"], row["words"]) for row in lost] == [("1", "lost", "lamps")]
    assert lost[0]["reason"] == "the words on this in 1 (“lamps”) were struck"


def test_of_a_split_the_tag_is_lost_where_its_words_were_struck_and_nowhere_else():
    found = follow(
        one=[("1", f"{LAMPS}. {SHIPS}.")],
        two=[("1", f"{LAMPS}."), ("1bis", f"{SHIPS}.".replace(" of salt", ""))],
    )
    assert rows_of(found, "T2") == [("1bis", "T2", "lost", "1")]


def test_a_paragraph_that_is_gone_loses_its_tags_and_has_no_position():
    found = follow(one=[("1", SHIPS), ("2", LAMPS)], two=[("1", SHIPS)])
    gone = found.filter(tag="T1").to_dicts()[0]
    assert (gone["position"], gone["standing"], gone["old_label"]) == (None, "lost", "2")


def test_what_one_of_two_merged_paragraphs_was_about_the_merged_one_is_about_too():
    found = follow(one=[("1", LAMPS), ("2", SHIPS)], two=[("1", f"{LAMPS}. {SHIPS}.")])
    assert rows_of(found, "T1") == [("1", "T1", "own", "1")]
    assert rows_of(found, "T2") == [("1", "T2", "own", "2")]


def test_a_tag_that_no_older_paragraph_had_has_entered():
    found = follow(one=[("1", LAMPS)], two=[("1", f"{LAMPS} by road"), ("2", SHIPS)])
    assert rows_of(found, "T3", "label", "entered", "old_position") == [("1", True, None)]
    reasons = found.filter("entered").select("tag", "reason").rows()
    assert dict(reasons)["T3"] == "its own words say so (“road”); those of what it came from did not"
    assert dict(reasons)["T2"] == "its own words say so (“salt”); the paragraph is new"


def test_a_new_paragraph_that_uses_words_of_another_one_is_no_heir_of_it():
    found = follow(
        one=[("1", f"{SHIPS}. {ROADS}.")], two=[("1", f"{SHIPS}. {ROADS}."), ("2", f"{NETS}: {ROADS}")]
    )
    row = found.filter(label="2", tag="T3").to_dicts()[0]
    assert (row["entered"], row["old_position"]) == (True, None)
    assert row["reason"].endswith("the paragraph is new, and also uses words of 1")


def test_a_tag_moves_with_its_paragraph():
    old = [("1", LAMPS), ("2", SHIPS), ("3", ROADS), ("4", NETS)]
    found = follow(one=old, two=[old[2], *old[:2], old[3]])
    moved = dict(found.select("tag", "moved").rows())
    assert (moved["T3"], moved["T2"], moved["T1"]) == (True, False, False)


def test_an_inherited_tag_is_handed_on_to_a_third_draft_with_the_paragraph_that_had_the_words():
    parts = [("1", f"{LAMPS}."), ("1bis", f"{SHIPS}.")]
    found = follow(
        one=[("1", f"{LAMPS}. {SHIPS}.")], two=parts, three=[("7", parts[0][1]), ("8", parts[1][1])]
    )
    third = found.filter(draft="three", tag="T2", standing="inherited").to_dicts()
    assert [(row["label"], row["old_draft"], row["source_draft"]) for row in third] == [("7", "two", "one")]


def test_a_tag_that_comes_back_in_words_of_its_own_is_not_inherited():
    parts = [("1", f"{LAMPS}."), ("1bis", f"{SHIPS}.")]
    again = [("1", f"{LAMPS} with salt."), parts[1]]
    found = follow(one=[("1", f"{LAMPS}. {SHIPS}.")], two=parts, three=again)
    assert rows_of(found.filter(draft="three"), "T2") == [
        ("1", "T2", "own", "1"),
        ("1bis", "T2", "own", "1bis"),
    ]


def test_hedges_stay_with_their_clause():
    assert follow(one=[("1", ROADS)], two=[("1", ROADS)]).filter(scheme="hedge").is_empty()


def test_neighbours_that_were_not_compared_are_named():
    paragraphs = frame_of([*make_text("one", [("1", LAMPS)]), *make_text("two", [("1", LAMPS)])], PARAGRAPHS)
    pairs, diffs = compare_steps(paragraphs, [])
    with pytest.raises(WorkbookError, match="one and two"):
        follow_tags(tag_paragraphs(paragraphs, TERMS_OF_ALL), pairs, diffs, paragraphs, ["one", "two"])


def test_one_draft_alone_has_no_travels():
    assert follow(one=[("1", LAMPS)]).is_empty()


def test_passages_count_paragraphs_and_a_split_one_loses_what_none_of_its_parts_bears():
    found = follow(
        one=[("1", f"{LAMPS}. {SHIPS}."), ("2", ROADS)],
        two=[("1", f"{LAMPS}."), ("1bis", f"{SHIPS}.".replace(" of salt", " of roads")), ("2", NETS)],
    )
    rows = {row["tag"]: row for row in count_passages(found, TERMS_OF_ALL).to_dicts()}
    counted = {
        tag: tuple(row[name] for name in ("own", "entered", "inherited", "lost")) for tag, row in rows.items()
    }
    assert counted == {"T1": (1, 0, 1, 0), "T2": (0, 0, 0, 1), "T3": (1, 1, 0, 1), "1": (1, 0, 1, 0)}
    assert [row["tag"] for row in rows.values()] == ["T1", "T2", "T3", "1"]
