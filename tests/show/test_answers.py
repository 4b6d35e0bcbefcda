"""Who wrote these words: what the files say is answered; what they do not say is refused, with the rest."""

import polars as pl
import pytest

from workbook.app.asking import ask_whose, follow_line, list_line
from workbook.app.readings import read_drafts
from workbook.schemas import WRITTEN, WorkbookError, frame_of
from workbook.show.answers import STATE, Named, answer_whose
from workbook.text.drafts import load_drafts, pick_drafts, shipped_data

NAMED = Named({"a": "Hand A", "b": "Hand B"}, {"one": "Draft one", "two": "Draft two"})
NO_LETTERS = pl.DataFrame(
    {"draft": [], "label": [], "text": []}, schema=dict.fromkeys(["draft", "label", "text"], pl.String)
)


def row(act="put in", hand="a", grade="inferred", label="7", reason="a seam"):
    draft = "two" if act == "put in" else "one"
    return (draft, 3, label, act, "shall", 0, 5, hand, grade, reason, "two", label)


def answer(*rows, label="", hand="", letters=NO_LETTERS):
    return answer_whose("shall", label, hand, frame_of(rows, WRITTEN), letters, NAMED)


@pytest.mark.parametrize(
    ("rows", "hand", "verdict", "words"),
    [
        ([row(grade="documented")], "a", "said", "say so: “shall” was put in; the hand is Hand A."),
        ([row(grade="corroborated")], "", "borne out", "another text bears it"),
        ([row()], "a", "inferred", "do not state it; it is inferred"),
        ([row()], "b", "otherwise", "another hand: “shall” was put in; the hand is Hand A."),
        ([row(hand="", grade="unknown")], "a", "not said", "whether “shall” is of this hand: Hand A."),
        ([row(hand="", grade="unknown")], "", "not said", "The files do not say who wrote “shall”."),
        ([row(), row(hand="", grade="unknown", label="8")], "", "not said", "and not of others"),
        ([row(), row(hand="b", label="8")], "a", "inferred", "for 1 of the 2 places below"),
        ([row(act="stood", hand="", grade=None)], "a", "not said", "stood already in Draft one, and no mark"),
        ([row(act="struck")], "", "inferred", "“shall” was struck; the hand is Hand A."),
        ([row(grade="documented")], STATE, "not said", "do not say which State asked for these words"),
        ([], "a", "not found", "stands in none of these drafts: Draft one; Draft two."),
    ],
)  # fmt: skip
def test_a_verdict_goes_no_further_than_the_grade(rows, hand, verdict, words):
    found = answer(*rows, hand=hand)
    assert found.verdict == verdict
    assert words in found.sentence


def test_a_refusal_says_what_the_files_do_say():
    said = answer(row(hand="", grade="unknown"), hand="a").said
    assert said[0] == (
        "“shall” is first seen in Draft two, 7. Whose change that is, is not known (graded unknown): a seam. "
        "It counts for nobody."
    )
    assert said[-1] == "The hands that these files name: Hand A, Hand B."


def test_another_paragraph_is_told_and_answers_nothing():
    found = answer(row(), label="9 bis")
    assert (found.verdict, found.sentence) == (
        "not found",
        "“shall” does not stand in 9bis in any of these drafts. It stands in 7.",
    )


def test_a_letter_that_is_silent_is_said_to_be_silent():
    letters = pl.DataFrame(
        {"draft": ["two"], "label": [""], "text": ["Keep “shall” in paragraph 7 bis, please."]}
    )
    assert (
        "has these words and names 7bis." in answer(row(label="7bis"), label="7bis", letters=letters).said[1]
    )
    assert "has these words and does not name 7." in answer(row(), label="7", letters=letters).said[1]


def test_many_places_are_cut_and_counted():
    said = answer(*(row(label=str(number)) for number in range(15))).said
    assert "And in 5 more places: name a paragraph to see fewer." in said


def test_the_drafts_of_the_repository_refuse_what_they_do_not_tell():
    found = ask_whose("will aim to", "39", "wimn", folder=shipped_data())
    assert (found.verdict, found.grade) == ("not said", "unknown")
    assert "is first seen in Rev 3, reconstructed from WIMN's marked copy, 39." in found.said[0]
    assert "does not have these words and does not name 39." in found.said[1]
    state = ask_whose("will aim to", "39", STATE, folder=shipped_data())
    assert (state.verdict, state.said[0]) == ("not said", found.said[0])
    said = ask_whose("ILO Conventions 189 and 190", "9bis", "wimn", folder=shipped_data())
    assert (said.verdict, said.grade) == ("said", "documented")


def test_the_drafts_that_lead_to_each_other_are_one_line_whichever_two_are_on_show():
    known = load_drafts(shipped_data())
    assert list_line("rev2", "rev3", known) == ["rev1", "rev2", "rev3", "wimn"]
    assert list_line("rev2-printed", "wimn-printed", known) == ["rev2-printed", "wimn-printed"]


def test_prints_without_marks_tell_no_hand():
    known = load_drafts(shipped_data())
    line = follow_line(
        "rev2-printed",
        "wimn-printed",
        known,
        lambda ids: read_drafts(pick_drafts(known, ids), shipped_data()),
    )
    assert line.origins.is_empty()
    found = ask_whose(
        "freedom of association", "24", drafts=("rev2-printed", "wimn-printed"), folder=shipped_data()
    )
    assert (found.verdict, found.hand, found.grade) == ("not said", "", None)
    assert "No mark tells whose change that is." in found.said[0]


@pytest.mark.parametrize("words", ["", " ,; ", "word " * 61])
def test_nothing_and_too_much_are_refused_in_one_sentence(words):
    with pytest.raises(WorkbookError, match="words"):
        ask_whose(words, folder=shipped_data())
