"""What is given of a change before it is shown: asks as they were put, cues without a word that came."""

import polars as pl
import pytest

from workbook.app.chapters import Asked
from workbook.app.chapters.tasks import lay_tasks
from workbook.compare.spans import diff_texts
from workbook.learn.cues import Suggested, tell_asks, tell_cue, tell_suggested
from workbook.learn.picking import Sides
from workbook.schemas import ASKS, DIFFS, frame_of

SIDES = Sides("one", "two", "“One”", "“Two”", (), doubtful=False)
MARKS = ("hedges_gained", "hedges_lost", "boosters_gained", "boosters_lost")
CLAUSE = dict.fromkeys(["old_clause", "old_rung", "new_clause", "new_rung", "direction", *MARKS])


def make_asks(*rows):
    return frame_of(
        [(draft, "1", "Pay", labels, "in", words, "x", letter, "") for draft, labels, words, letter in rows],
        ASKS,
    )


def test_an_ask_is_told_in_the_letters_words_for_the_paragraph_that_it_names():
    asks = make_asks(("ngo", "5;6", "fair pay", "Pay them fairly."), ("ngo", "7", "rest", "Let them rest."))
    told = tell_asks(asks, SIDES, {"ngo": "Our letter"}, "6", "9")
    assert told == "The letter with “Our letter”, on paragraph 6: “Pay them fairly.”"
    assert tell_asks(asks, SIDES, {}, "9", "7") == ""


def test_asks_of_the_newer_draft_itself_go_by_its_numbers():
    asks = make_asks(("two", "7", "rest", ""))
    assert tell_asks(asks, SIDES, {}, "6", "7") == "The letter with “two”, on paragraph 7: Pay: “rest”"
    assert tell_asks(asks, SIDES, {}, "7", "6") == ""


def test_a_text_suggests_what_it_puts_in_and_strikes():
    spans = diff_texts(
        "We train pilots here, and we pay them late.", "We train good pilots here, and we pay them."
    )
    rows = [("one", 3, "3", "ngo", 8, "3", number, *span) for number, span in enumerate(spans)]
    suggested = [Suggested("Their text", frame_of(rows, DIFFS))]
    assert (
        tell_suggested(suggested, 3)
        == "“Their text” suggests for this paragraph: put in “good”; strike “late”."
    )
    assert tell_suggested(suggested, 4) == ""


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ({"old_clause": 0, "new_clause": 0, "direction": "down"}, "The verb of a clause changes its rung."),
        ({"old_clause": 0, "new_clause": 0, "hedges_gained": "as appropriate"}, "A caveat comes in."),
        ({"new_clause": 0, "new_rung": 5}, "A promise of its own comes in."),
        ({"old_clause": 0, "old_rung": 3}, "A request of its own goes."),
    ],
)
def test_a_cue_names_the_kind_of_change(clause, told):
    assert tell_cue([CLAUSE | clause], {"old": [], "new": []}, "some words", "") == told


def test_a_cue_names_no_theme_whose_title_holds_a_word_that_came():
    tags = [
        {"scheme": "theme", "tag": tag, "title": title}
        for tag, title in (("T1", "Harbour fees"), ("T2", "Rest"))
    ]
    assert (
        tell_cue([], {"old": [], "new": tags}, "lower fees", "")
        == "Words come in. It comes to speak of: “Rest”."
    )
    assert (
        tell_cue([], {"old": tags[1:], "new": []}, "", "rest") == "Words go. It no longer speaks of: “Rest”."
    )


def test_a_cue_names_an_objective_as_one_of_the_compact_and_keeps_subjects_apart():
    tags = [
        {"scheme": "objective", "tag": "16", "title": "Empower migrants"},
        {"scheme": "theme", "tag": "T1", "title": "Rest, care"},
    ]
    assert tell_cue([], {"old": [], "new": tags}, "x", "") == (
        "Words come in. It comes to speak of: “Inclusion” (objective 16 of the Compact); “Rest, care”."
    )


def test_drafts_that_list_no_objective_get_no_cue_on_one(tmp_path):
    old, new = (
        "We end immigration detention in ports.",
        "We end immigration detention in ports, and pay fees.",
    )
    note = "Objective 13: Use migration detention only as a measure of last resort"
    for name, text in (("old", old), ("new", new)):
        (tmp_path / f"{name}.txt").write_text(f"1. {text}\n", encoding="utf-8")
    asked = Asked("old.txt", "new.txt", tmp_path)
    found = asked.comparison
    assert "objective" in found.tags["scheme"]
    assert "objective" not in lay_tasks(asked, "predict")(1).questions[0].ask.lower()
    row = found.paragraphs.head(1).with_columns(
        kind=pl.lit("footnote").cast(found.paragraphs["kind"].dtype),
        text=pl.lit(note),
        position=pl.lit(99, pl.UInt32),
    )
    listed = found._replace(paragraphs=pl.concat([found.paragraphs, row]))
    told = lay_tasks(Asked("old.txt", "new.txt", tmp_path, made=listed), "predict")(1).questions[0].ask
    assert "“Detention” (objective 13 of the Compact)" in told


def test_the_task_speaks_of_an_ask_only_where_there_is_one(folder):
    make = lay_tasks(Asked("old", "new", folder), "predict")
    told = {exercise.questions[0].label: exercise for exercise in map(make, range(1, 60))}
    assert "Read what is asked of it" in told["1"].task
    assert "asked" not in told["2"].task and "Read it, and the cue" in told["2"].task


@pytest.fixture
def folder(tmp_path, treaty):
    """The short treaty with a proposal on its older draft, and a letter that names paragraph 1."""
    old = (treaty / "old.txt").read_text(encoding="utf-8")
    (tmp_path / "old.txt").write_text(old, encoding="utf-8")
    (tmp_path / "new.txt").write_text((treaty / "new.txt").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "ngo.txt").write_text(old.replace("a pilot who", "a pilot or tug who"), encoding="utf-8")
    (tmp_path / "late.txt").write_text("1. The Parties do nothing.\n", encoding="utf-8")
    (tmp_path / "drafts.csv").write_text(
        "draft,title,date,kind,file,hands,amends,status,source\n"
        "old,Old,,revision,old.txt,none,,as issued,x\n"
        "ngo,Union text,,proposal,ngo.txt,none,old,as issued,x\n"
        "new,New,,revision,new.txt,none,old,as issued,x\n"
        "late,Late text,,proposal,late.txt,none,new,as issued,x\n",
        encoding="utf-8",
    )
    (tmp_path / "asks.csv").write_text(
        "draft,ask,title,labels,want,words,pattern,letter,note\n"
        "ngo,1,Care,1,in,care,care,Make medical care free.,\n"
        "late,1,Care,1,in,care,care,Make it quick.,\n",
        encoding="utf-8",
    )
    return tmp_path


def ask_all(folder, old, new):
    make = lay_tasks(Asked(old, new, folder), "predict")
    return {question.label: question.ask for seed in range(1, 60) for question in make(seed).questions}


def test_what_was_asked_of_the_older_draft_stands_before_what_the_next_one_made_of_it(folder):
    asked = ask_all(folder, "old", "new")
    assert asked["1"].endswith("The letter with “Union text”, on paragraph 1: “Make medical care free.”")
    assert asked["3"].endswith("“Union text” suggests for this paragraph: put in “or tug”.")
    assert "A cue for want of one" in asked["2"]


def test_a_proposal_is_not_suggested_where_it_is_itself_what_came(folder):
    asked = ask_all(folder, "old", "ngo")
    assert list(asked) == ["3"]
    assert "suggests" not in asked["3"]


def test_nothing_was_asked_of_a_draft_by_what_came_before_it(folder):
    assert not [
        ask for ask in ask_all(folder, "new", "old").values() if "The letter" in ask or "suggests" in ask
    ]
