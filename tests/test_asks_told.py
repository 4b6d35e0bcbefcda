"""The chapter on asks: which proposal is meant, what later drafts are offered, and what is told of each."""

import pytest

from workbook.app.chapters import Asked
from workbook.app.chapters.asks import find_proposal, make_asks
from workbook.meaning.asks import load_asks
from workbook.meaning.ledger import NO_LATER
from workbook.schemas import WorkbookError
from workbook.text.drafts import shipped_data

HEAD = "draft,title,date,kind,file,hands,amends,status,source\n"
BASE = "1. We light the lamps of the harbour every evening before the ships come home.\n"
ADDED, MISSED = (
    " Their crews bring salt and bread for everybody.",
    " Nobody waits alone on the quay at night.",
)
OWN = BASE.strip() + ADDED + MISSED + "\n"


@pytest.fixture
def folder(tmp_path):
    """A data folder with a draft, a proposal that changes it, and a later draft; no asks."""
    for name, text in (("base", BASE), ("own", OWN), ("next", OWN.replace(MISSED, ""))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    rows = ["base,Base,,revision,base.txt,all,,as issued,", "own,Ours,,proposal,own.txt,all,base,as issued,",
            "next,Next,,revision,next.txt,all,base,as issued,"]  # fmt: skip
    (tmp_path / "drafts.csv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("shown", [("rev2", "rev3"), ("rev3", "wimn"), ("wimn", "rev1")])
def test_whichever_drafts_are_on_show_the_asks_are_those_of_the_letter(shown):
    told = make_asks(Asked(*shown, shipped_data()))
    assert (told["proposal"][0], told["amended"][0], told["chosen"]) == ("wimn", "rev3", False)
    assert [ask["ask"] for ask in told["asks"]] == ["1", "2", "3", "4"]
    beyond = [place["label"] for ask in told["asks"] for place in ask["places"] if not place["listed"]]
    assert beyond == ["24", "43quint"]
    assert told["laters"] == []  # what came before a proposal cannot tell what became of it
    assert {atom["said"] for atom in told["ledger"]["rows"]} == {NO_LATER}
    (place,) = told["asks"][0]["places"]
    assert "".join(put for _struck, put in place["spans"]).startswith(
        "We recognize the specific contributions"
    )


def test_with_a_later_draft_each_change_has_its_outcome(folder):
    base = make_asks(Asked("base", "own", folder))
    assert (base["asks"], base["laters"]) == ([], [["next", "Next"]])
    told = make_asks(Asked("base", "own", folder, extra={"later": "next"}))
    assert [(row["text"], row["outcome"]) for row in told["ledger"]["rows"]] == [
        (ADDED.strip(), "verbatim"),
        (MISSED.strip(), "not found"),
    ]
    assert told["ledger"]["counts"] == [
        ["verbatim", "corresponds word for word", 1, 8],
        ["not found", "not found", 1, 8],
    ]
    assert "caused" not in str(told)


def test_where_no_draft_is_a_proposal_the_two_on_show_are_taken_and_that_is_said(folder):
    (folder / "drafts.csv").write_text(
        HEAD + "base,Base,,revision,base.txt,all,,as issued,\nown,Ours,,revision,own.txt,all,,as issued,\n"
    )
    asked = Asked("base", "own", folder)
    assert find_proposal(asked, load_asks(folder)) == ("base", "own", True)
    assert make_asks(asked)["chosen"] is True


def test_questions_are_answered_by_the_chapter_and_strange_ones_refused(folder):
    found = make_asks(Asked("base", "own", folder, extra={"sentence": "their CREWS bring", "draft": "own"}))
    assert [(place["label"], place["state"]) for place in found["found"]] == [("1", "verbatim")]
    told = make_asks(Asked("base", "own", folder, extra={"words": "crews", "label": "1"}))
    assert told["answer"]["verdict"] == "not said"
    for extra in (
        {"later": "own"},
        {"later": ["x"]},
        {"sentence": "x", "draft": "/etc/passwd"},
        {"words": 7},
    ):
        with pytest.raises(WorkbookError):
            make_asks(Asked("base", "own", folder, extra=extra))
