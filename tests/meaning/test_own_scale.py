"""A reader's own scale: phrases moved, added in plain words and taken out, and the same scale as a table."""

import polars as pl
import pytest

from workbook.compare.pairs import pair_paragraphs
from workbook.meaning.clauses import find_clauses
from workbook.meaning.ladder import load_ladder
from workbook.meaning.own_scale import edit_ladder
from workbook.meaning.scale_table import find_changes, write_ladder
from workbook.meaning.trail import follow_clauses
from workbook.schemas import ORIGINS, PARAGRAPHS, TAGS, WorkbookError, conform, frame_of

LADDER = load_ladder()
TONES = pl.col("scheme") == "tone"
REST = " transparent, safe and predictable disembarkation mechanisms for rescued people in a place of safety."


def read(text: str, changes: str = "") -> list[tuple]:
    """The clauses of one paragraph by a scale with these changes: rung, and whether the scale has the act."""
    row = {"draft": "d", "position": 0, "label": "1", "kind": "paragraph", "text": text}
    paragraphs = pl.DataFrame({name: [row.get(name)] for name in PARAGRAPHS}).pipe(conform, PARAGRAPHS)
    return find_clauses(paragraphs, edit_ladder(LADDER, changes)).select("rung", "listed").rows()


def follow(old: str, new: str, changes: str = "") -> list[tuple]:
    """What became of the clauses between two paragraphs by a scale with these changes."""
    rows = [("old", 0, "55", old), ("new", 0, "55", new)]
    made = pl.DataFrame(rows, schema=["draft", "position", "label", "text"], orient="row")
    empty = [pl.lit(None).alias(name) for name in PARAGRAPHS if name not in made.columns]
    paragraphs = made.with_columns(*empty).with_columns(kind=pl.lit("paragraph")).pipe(conform, PARAGRAPHS)
    ladder = edit_ladder(LADDER, changes)
    pairs, none = pair_paragraphs(paragraphs, "old", "new"), frame_of([], TAGS)
    trail = follow_clauses(find_clauses(paragraphs, ladder), pairs, none, ladder, frame_of([], ORIGINS))
    return trail.select("old_rung", "new_rung", "direction").rows()


def test_we_aim_to_develop_becomes_we_commit_to_developing_from_4_to_5():
    assert follow(f"We aim to develop{REST}", f"We commit to developing{REST}") == [(4, 5, "up")]


def test_establishing_reaches_rung_6_once_it_is_added_in_plain_words():
    old, new = f"We aim to develop{REST}", f"We commit to establishing{REST}"
    assert follow(old, new) == [(4, 5, "up")]
    assert read(new) == [(5, False)]
    assert follow(old, new, "add.6.establishing") == [(4, 6, "up")]
    assert read(new, "add.6.establishing") == [(6, True)]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("establishing", "We will establish a fund."),
        ("establish", "We commit to establishing a fund."),
        ("scrapping", "We will scrap it."),
        ("stop", "We commit to stopping it."),
        ("hosting", "We will host them."),
        ("take steps", "We commit to taking steps."),
    ],
)
def test_an_act_is_found_behind_will_and_behind_commit_to(typed, written):
    assert read(written, f"add.6.{typed}") == [(6, True)]
    assert read(written) == [(5, False)]


def test_a_verb_that_leads_is_found_as_we_and_as_a_body_say_it():
    for text in ("We regret the losses.", "Regrets the losses."):
        assert read(text) == []
        assert read(text, "add.2.regret") == [(2, True)]


def test_a_phrase_can_be_moved_and_taken_out():
    assert read("We will promote it.", "act.promote.6") == [(6, True)]
    assert read("We urge States to act.", "lead.urge.2") == [(2, True)]
    assert read("We will ratify it.", "act.ratify.") == [(5, False)]
    assert read("We urge States to act.", "lead.urge.") == []


def test_merged_rungs_are_one_and_what_was_added_to_them_too():
    assert read("We commit to adopting laws.", "add.6.establishing*merge") == [(5, True)]
    assert follow(f"We will adopt{REST}", f"We will develop{REST}") == [(6, 5, "down")]
    assert follow(f"We will adopt{REST}", f"We will develop{REST}", "merge") == [(5, 5, "form")]


def test_will_and_commit_to_differ_in_tone_where_they_are_told_apart():
    old, new = (
        f"We will redouble our efforts for{REST}",
        f"We will commit to redoubling our efforts for{REST}",
    )
    assert follow(old, new) == [(5, 5, "form")]
    assert follow(old, new, "apart") == [(5, 5, "tone")]
    assert follow(f"We commit to adopting{REST}", f"We will develop{REST}", "apart") == [(6, 5, "down")]


@pytest.mark.parametrize(
    "typed", ["(a+)+$", "x" * 61, "", "one two three four five six seven", "19", "a*b", ".*"]
)
def test_what_is_typed_is_words_and_never_a_pattern(typed):
    with pytest.raises(WorkbookError, match=r"no phrase|no change"):
        edit_ladder(LADDER, f"add.6.{typed}")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ("add.6.promoting", "“promoting” stands on rung 5 already, as “promote”"),
        ("add.2.commit to", "where the verb behind it decides already"),
        ("act.no such act.5", "no phrase of the scale here is called “no such act”"),
        ("tone.condemn.1", "is no change"),
        ("act.promote.7", "is no change"),
        ("act.promote.٣", "is no change"),
        ("*".join(["act.promote.6"] * 101), "more than 100 changes"),
        ("add.6." + "x" * 4000, "more changes than fit"),
    ],
)
def test_a_change_that_cannot_be_made_says_why(changes, told):
    with pytest.raises(WorkbookError, match=told):
        edit_ladder(LADDER, changes)


@pytest.mark.parametrize(
    "changes",
    [
        "",
        "add.6.establishing",
        "add.4.hope for",
        "merge",
        "merge*apart",
        "lead.urge.2*act.ratify.*act.promote.6*add.2.regret*apart",
        "lead.call on, call for.2",
    ],
)
def test_a_scale_written_as_a_table_gives_the_same_changes_again(changes, tmp_path):
    own = edit_ladder(LADDER, changes)
    (tmp_path / "ladder.csv").write_text(write_ladder(own), encoding="utf-8")
    assert load_ladder(tmp_path).equals(own)
    assert find_changes(write_ladder(own), LADDER) == changes


def test_a_pattern_of_a_table_that_is_loaded_is_never_run():
    hostile = write_ladder(LADDER).replace("respect(?:ing)?", "(?:(a+)+)+$")
    with pytest.raises(WorkbookError, match=r"line \d+: “respect” is neither a phrase of the scale here"):
        find_changes(hostile, LADDER)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("a,b\n1,2\n", "no column"),
        ("", "no column"),
        (None, "longer than a scale can be"),
        ("x" * 200_001, "longer than a scale can be"),
        (write_ladder(LADDER.filter(pl.col("scheme") != "tone")), "is missing"),
        (write_ladder(LADDER.with_columns(rung=pl.col("rung").replace(3, 9))), "no number from 0 to 6"),
        (write_ladder(LADDER.with_columns(rung=pl.when(TONES).then(1).otherwise("rung"))), "differs from"),
        (write_ladder(LADDER).replace("act,6,", "act,7,"), r"differs from|neither a phrase"),
    ],
)
def test_another_table_is_refused_with_a_reason(table, told):
    with pytest.raises(WorkbookError, match=told):
        find_changes(table, LADDER)
