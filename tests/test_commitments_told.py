"""What the tab on commitments is told: every clause, unchanged ones as loudly as changed ones."""

import json

import pytest

from workbook.app.chapters import Asked, make_chapter
from workbook.show.style import RUNGS

OLD = """1. We recall the long history of the sea and of all who cross it.
2. We will evaluate the practice of detention in every country, as appropriate.
3. We commit to establishing a fund for all who were lost, and request the Secretary-General to report.
4. People move, and always have, for reasons that nobody can count.
"""
NEW = """1. We recall the long history of the sea and of all who cross it.
2. We will consider the practice of detention in every country, as appropriate, upon their request.
3. We commit to establishing a fund for all who were lost, and request the Secretary-General to report.
4. People move, and always have, for reasons that nobody can count.
5. We commit to adopting developing fair laws on wages.
"""


@pytest.fixture
def tell(tmp_path, monkeypatch):
    """The chapter on two texts."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def tell(old: str, new: str) -> dict:
        files = [tmp_path / "old.txt", tmp_path / "new.txt"]
        for file, text in zip(files, (old, new), strict=True):
            file.write_text(text, encoding="utf-8")
        told = make_chapter("commitments", Asked(*map(str, files)))
        return json.loads(json.dumps(told))  # as a page gets it

    return tell


def test_unchanged_clauses_are_counted_and_told_as_changed_ones_are(tell):
    told = tell(OLD, NEW)
    assert [(row["new_label"], row["way"]) for row in told["rows"]] == [
        ("1", "same"), ("2", "down"), ("3", "same"), ("3", "same"), ("5", "came"),
    ]  # fmt: skip
    assert told["summary"][:3] == [
        "Of 4 clauses that stand in both drafts, 3 have the same verb, and in 3 of these no word changed at "
        "all.",
        "Of the others, 1 has a weaker verb.",
        "In the older draft alone: 0 clauses; in the newer alone: 1 clause.",
    ]
    assert told["rows"][0]["told"] == "“recall” in both drafts, rung 1: no word changed."


def test_where_no_clause_stands_in_both_drafts_that_is_said_without_zeros(tell):
    told = tell("1. We will light the road.\n", "1. Birds return in spring.\n")
    assert told["summary"][0] == "No clause stands in both drafts."


def test_a_changed_clause_says_by_which_rule_and_what_stands_beside_it(tell):
    row = tell(OLD, NEW)["rows"][1]
    assert row["rule"] == "rung 6 to 4: “will evaluate” → “will consider”"
    assert row["rungs"] == [6, 4]
    assert row["marks"] == ["consider; upon their request", "", "", ""]


def test_a_paragraph_has_its_clauses_and_its_highest_rung_and_no_average(tell):
    paragraphs = tell(OLD, NEW)["drafts"]["new"]
    assert [(each["label"], each["highest"]) for each in paragraphs] == [
        ("1", 1), ("2", 4), ("3", 5), ("4", 0), ("5", 6),
    ]  # fmt: skip
    assert [clause["rung"] for clause in paragraphs[2]["clauses"]] == [5, 3]
    assert paragraphs[1]["clauses"][0]["hedges"] == ["consider", "as appropriate", "upon their request"]


def test_an_act_that_the_scale_lacks_is_marked_and_two_verbs_show_both_rungs(tell):
    paragraphs = tell(OLD, NEW)["drafts"]["new"]
    assert [clause["listed"] for clause in paragraphs[2]["clauses"]] == [False, True]
    assert [paragraphs[4]["clauses"][0][name] for name in ("rung", "other_rung")] == [6, 5]
    doubled = tell(NEW.replace("adopting developing", "adopting"), NEW)["rows"][-1]
    assert doubled["way"] == "doubled"
    assert "(rungs 6 and 5): the file cannot say which is live" in doubled["told"]


def test_drafts_that_promise_nothing_have_words_and_no_chart(tell):
    told = tell("1. People move.\n2. Birds fly.\n", "1. People move on.\n2. Birds fly.\n")
    assert told["summary"] == ["No clause of these drafts promises, asks, takes a stance or notices."]
    assert (told["rows"], told["figure"]) == ([], None)
    assert [each["clauses"] for each in told["drafts"]["new"]] == [[], []]


def test_the_scale_has_each_phrase_once_on_its_rung(tell):
    scale = tell(OLD, NEW)["scale"]
    assert [each["rung"] for each in scale["rungs"]] == sorted(RUNGS, reverse=True)
    places = {phrase["term"]: each["rung"] for each in scale["rungs"] for phrase in each["phrases"]}
    assert (places["adopt"], places["promote"], places["urge"]) == (6, 5, 3)
    assert "commit to" in scale["decided"]
    assert {
        "scheme": "tone",
        "title": "Concern",
        "terms": ["concerned", "deeply concerned", "condemn"],
    } in scale["orders"]
