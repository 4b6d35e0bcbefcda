"""The sentence of a change: what is told first, whose it is, and that it claims no more than its words."""

import re

import polars as pl
import pytest

from workbook.app.asking import follow_line
from workbook.app.comparison import compare_drafts
from workbook.app.readings import read_drafts
from workbook.app.sentences import make_cards
from workbook.compare.attribution import GRADES
from workbook.meaning.written import find_written
from workbook.schemas import CARDS
from workbook.show.sentences import LONGEST, shorten_reason
from workbook.text.drafts import load_drafts, pick_drafts, shipped_data

REST = " The keepers of the tower write down each ship, its flag, its master and the salt that it carries."


@pytest.fixture
def tell(tmp_path):
    """The row of CARDS of one paragraph in two drafts, out of two files."""

    def tell(old, new, at=0):
        for name, text in (("old", old), ("new", new)):
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        found = compare_drafts(str(tmp_path / "old.txt"), str(tmp_path / "new.txt"))
        return make_cards(found).to_dicts()[at]

    return tell


def test_a_verb_of_a_promise_is_told_before_all_else(tell):
    row = tell(
        f"1. We will evaluate the rules of the sea.{REST}",
        f"1. We will consider, as appropriate, the rules of the sea and the Harbour Convention.{REST}",
    )
    assert row["change"].startswith(
        "“will evaluate” becomes “will consider”, commitment 6 to 4; a caveat came"
    )
    assert row["rule"] == "verb of a promise; caveat"
    assert (row["hand"], row["grade"]) == ("", None)  # no mark tells of hands


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("", " We call for safe harbours.", "request put in: “We call for safe harbours” (rung 3)"),
        (" As the Harbour Convention of 1972 says.", "", "“Harbour Convention” no longer named"),
        (" It is so.", " It was so.", "“is” becomes “was”"),
        ("", " Grey gulls of this coast sing all day.", "put in: “Grey gulls of this coast sing all day”"),
        (" [Birds return.]", " Birds return.", "struck: square brackets"),
        (" Birds return.", " [Birds return.]", "put in: square brackets"),
        (" Birds, ships.", " Birds ships.", "only commas, capitals, spaces or the forms of words differ"),
        (" [GCM para 23]", " [GCM para 25]", "source gained: GCM para 25"),
        ("", " Children learn this.", "theme gained: Children (“Children”); put in: “Children learn this”"),
    ],
)  # fmt: skip
def test_the_most_telling_change_is_told(tell, old, new, change):
    assert tell(f"1. Here.{REST}{old}", f"1. Here.{REST}{new}")["change"].startswith(change)


def test_what_became_of_the_paragraph_stands_first_and_an_unchanged_one_says_so(tell):
    assert tell(f"1. Here.{REST}", f"1. Here.{REST}")["sentence"] == "1: unchanged."
    long = "The bakers of the town bring bread to the quay before the boats go out to sea again."
    row = tell(f"1. Here.{REST}", f"1. Here.{REST}\n\n2. {long}", at=1)
    assert row["sentence"] == f"2: new, 18 words; “{' '.join(long.split()[:12])} …”."


def test_a_long_reason_is_cut_behind_a_word():
    assert shorten_reason("a reason") == "a reason"
    assert shorten_reason("word " * 40).endswith("word …")


def test_draft_text_is_quoted_as_it_is_and_short(tell):
    hostile = "<b>x</b>" + "y" * 400
    row = tell(f"1. Here.{REST}", f"1. Here.{REST} {hostile}")
    assert "<b>x</b>" in row["sentence"]
    assert len(row["sentence"]) < 2 * LONGEST


@pytest.fixture(scope="module")
def line():
    """The drafts in the repository, each step with whose changes it holds."""
    known = load_drafts(shipped_data())
    return follow_line(
        "rev2", "rev3", known, lambda ids: read_drafts(pick_drafts(known, ids), shipped_data())
    )


@pytest.mark.parametrize(("old", "new"), [("rev2", "rev3"), ("rev3", "wimn")])
def test_a_card_and_an_answer_about_the_same_words_show_the_same_grade(line, old, new):
    """Of each card that quotes words of one side alone; of words exchanged, both sides decide."""
    cards = make_cards(compare_drafts(old, new, shipped_data()), shipped_data())
    assert cards.schema == pl.Schema(CARDS)
    asked = 0
    for row in cards.iter_rows(named=True):
        quoted = re.findall("“([^”]*?)(?: …)?”", row["change"])
        if row["rule"] not in ("words", "opening", "clause", "instrument") or "becomes" in row["change"]:
            continue
        written = find_written(quoted[0], line.paragraphs, line.diffs, line.origins)
        act = "put in" if re.search("^put in|named$|^request|^commitment|^“", row["change"]) else "struck"
        if "no longer" in row["change"] or " gone:" in row["change"]:
            act = "struck"
        here = written.filter(
            pl.col("seen_draft") == new,
            pl.col("act") == act,
            pl.col("label") == (row["new_label"] if act == "put in" else row["old_label"]),
        )
        asked += len(here) > 0
        assert not len(here) or row["grade"] in here["grade"].to_list(), row["sentence"]
    assert asked > 10


def test_the_two_known_refusals_and_their_cards_are_both_unknown(line):
    cards = make_cards(compare_drafts("rev2", "rev3", shipped_data()), shipped_data())
    for label, words in (("39", "will aim to"), ("42bis", "consider")):
        card = cards.row(by_predicate=pl.col("new_label") == label, named=True)
        written = find_written(words, line.paragraphs, line.diffs, line.origins)
        assert card["grade"] == "unknown"
        assert written.filter(pl.col("label") == label)["grade"].to_list() == ["unknown"]
        assert "whose change: not known" in card["sentence"]
    assert GRADES[-1] == "unknown"


def test_sentences_of_the_drafts_are_bounded():
    cards = make_cards(compare_drafts("rev2-printed", "wimn-printed", shipped_data()), shipped_data())
    assert cards["sentence"].str.len_chars().max() < 500
    assert cards["sentence"].str.ends_with(".").all()
