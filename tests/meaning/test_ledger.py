"""The ledger: what a later draft has of each insertion and deletion of a proposal."""

import time
from itertools import product

import polars as pl
import pytest

from workbook.app.followed import compare_steps
from workbook.compare.origins import trace_hands
from workbook.meaning.ledger import NO_LATER, keep_ledger
from workbook.schemas import ORIGINS, PARAGRAPHS, WorkbookError, conform, frame_of
from workbook.text.drafts import load_drafts, pick_drafts, shipped_data
from workbook.text.marks import find_marks
from workbook.text.paragraphs import split_paragraphs
from workbook.text.runs import read_runs

BASE = [
    "We light the lamps of the harbour every evening before the ships of the coast come home.",
    "The keepers of the tower write down each ship, its flag, its master and the salt that it carries.",
    "We ask the council of the islands to mend the long road that leads from the market to the quay.",
]
VERBS = ("shall", "should", "may")
AFTER = " Every child of the coast learns to read the weather from the birds."


@pytest.fixture
def keep():
    """LEDGER of drafts given as lists of texts: amended, proposal, and a later one or none."""

    def keep(amended, proposal, later=None):
        drafts = {"old": amended, "own": proposal} | ({"later": later} if later else {})
        rows = [
            {"draft": draft, "position": at, "label": str(at + 1), "kind": "paragraph", "text": text}
            for draft, texts in drafts.items()
            for at, text in enumerate(texts)
        ]
        given = {name: [row.get(name) for row in rows] for name in PARAGRAPHS}
        paragraphs = pl.DataFrame(given).pipe(conform, PARAGRAPHS)
        steps = [("old", "own"), *([("old", "later"), ("own", "later")] if later else [])]
        pairs, diffs = compare_steps(paragraphs, steps)
        names = ("old", "own", "later" if later else "")
        return keep_ledger(pairs, diffs, frame_of([], ORIGINS), paragraphs, *names)

    return keep


def with_words(number, words):
    return [text + words * (at == number) for at, text in enumerate(BASE)]


def test_without_a_later_draft_every_outcome_is_unknown(keep):
    (row,) = keep(BASE, with_words(0, AFTER)).to_dicts()
    assert (row["outcome"], row["said"]) == ("unknown", NO_LATER)
    assert (row["later_draft"], row["similarity"], row["phrases"]) == ("", None, None)


def test_words_taken_as_they_are_correspond_verbatim(keep):
    later = with_words(0, AFTER)
    (row,) = keep(BASE, with_words(0, AFTER), later).to_dicts()
    assert (row["outcome"], row["similarity"], row["later_label"]) == ("verbatim", 1, "1")
    assert later[0][row["later_start"] : row["later_end"]] + "." == AFTER.strip()
    assert row["said"].startswith("corresponds verbatim")
    assert row["as_well"] == 0 < row["phrases"]


def test_words_taken_in_other_words_correspond_in_part(keep):
    reworded = " Every boy of the coast learns to tell the weather from the birds."
    (row,) = keep(BASE, with_words(0, AFTER), with_words(0, reworded)).to_dicts()
    assert row["outcome"] == "in part"
    assert 0.5 <= row["similarity"] < 1
    assert "weather from the birds" in row["later_text"]


def test_words_taken_in_another_paragraph_stand_elsewhere(keep):
    (row,) = keep(BASE, with_words(0, AFTER), with_words(2, AFTER)).to_dicts()
    assert (row["outcome"], row["later_label"]) == ("elsewhere", "3")


def test_words_that_nobody_took_are_not_found(keep):
    (row,) = keep(BASE, with_words(0, AFTER), with_words(1, " Nobody sails in winter.")).to_dicts()
    assert (row["outcome"], row["later_text"], row["as_well"]) == ("not found", "", None)


def test_words_that_stood_there_before_tell_nothing(keep):
    again = BASE[0].replace("We light", "Before the ships of the coast come home, we light")
    rows = {row["text"]: row["outcome"] for row in keep(BASE, [again, *BASE[1:]], BASE).to_dicts()}
    assert rows["Before the ships of the coast come home, we"] == "already there"


@pytest.mark.parametrize(
    ("left", "outcome", "share"),
    [("", "verbatim", 1), (", its master", "in part", 0.5), (", its flag, its master", "not found", 0)],
)
def test_struck_words_are_followed_to_where_they_stood(keep, left, outcome, share):
    struck = BASE[1].replace(", its flag, its master", "")
    later = BASE[1].replace(", its flag, its master", left)
    (row,) = keep(BASE, [BASE[0], struck, BASE[2]], [BASE[0], later, BASE[2]]).to_dicts()
    assert (row["act"], row["outcome"], row["similarity"]) == ("struck", outcome, share)
    assert ("still stand" in row["said"]) == (outcome == "not found")
    assert row["later_text"] == left.strip(", ") or outcome != "verbatim"


def test_a_single_common_word_is_found_and_chance_does_as_well(keep):
    proposal = [BASE[0], BASE[1].replace("and the salt", "and with the salt"), BASE[2]]
    (row,) = keep(BASE, proposal, proposal).to_dicts()
    assert row["outcome"] == "verbatim"
    (other,) = keep(BASE, with_words(0, " The"), with_words(0, " The")).to_dicts()
    assert other["as_well"] > 0


def test_a_long_insertion_is_an_atom_a_sentence(keep):
    rows = keep(BASE, with_words(0, " Birds tell the weather. Fish tell nothing.")).to_dicts()
    assert [row["text"] for row in rows] == ["Birds tell the weather.", "Fish tell nothing."]
    own = with_words(0, " Birds tell the weather. Fish tell nothing.")[0]
    assert [own[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]


def test_an_exchange_is_two_atoms(keep):
    rows = keep(BASE, [BASE[0].replace("evening", "dawn"), *BASE[1:]]).to_dicts()
    assert [(row["act"], row["text"]) for row in rows] == [("struck", "evening"), ("inserted", "dawn")]


def test_a_change_of_form_is_no_atom(keep):
    assert keep(BASE, [BASE[0].replace("harbour", "Harbour"), *BASE[1:]]).is_empty()


def test_a_struck_paragraph_is_gone_or_not(keep):
    (gone,) = keep(BASE, BASE[:2], BASE[:2]).to_dicts()
    (there,) = keep(BASE, BASE[:2], BASE).to_dicts()
    assert (gone["outcome"], there["outcome"]) == ("verbatim", "not found")
    assert (gone["new_position"], gone["old_label"]) == (None, "3")


def test_a_second_run_says_the_same(keep):
    drafts = (BASE, with_words(0, AFTER), with_words(0, " Every boy of the coast learns to sail."))
    assert keep(*drafts).equals(keep(*drafts))


def test_it_never_says_that_one_text_made_the_other(keep):
    later = [None, with_words(0, AFTER), with_words(2, AFTER), BASE]
    said = [row for draft in later for row in keep(BASE, with_words(0, AFTER), draft)["said"]]
    assert len(said) == len(later)
    assert not any(word in " ".join(said) for word in ("caus", "because", "thanks", "influence", "won"))


def test_a_later_draft_that_was_not_compared_is_an_error(keep):
    with pytest.raises(WorkbookError, match="old and later have not been compared"):
        empty = frame_of([], PARAGRAPHS)
        pairs, diffs = compare_steps(empty, [])
        keep_ledger(pairs, diffs, frame_of([], ORIGINS), empty, "old", "own", "later")


# The drafts that ship


@pytest.fixture(scope="module")
def shipped():
    """LEDGER of the suggested language as changes of Rev 2, with Rev 3 as if it came later."""
    ids = ["rev2", "wimn", "rev3"]
    drafts = pick_drafts(load_drafts(shipped_data()), [*ids, "rev1"])
    runs = read_runs(drafts)
    paragraphs = split_paragraphs(runs, drafts)
    pairs, diffs = compare_steps(paragraphs, [("rev2", "wimn"), *product(["rev2", "wimn"], ["rev3"])])
    own = diffs.filter(new_draft="wimn")
    origins = trace_hands(own, find_marks(runs, drafts), paragraphs, drafts)
    return keep_ledger(pairs, diffs, origins, paragraphs, *ids)


def share_of(ledger, hand, *outcomes):
    """Of the words that this hand put in, the share with these outcomes."""
    own = ledger.filter(hand=hand, act="inserted")
    return own.filter(pl.col("outcome").is_in(outcomes))["words"].sum() / own["words"].sum()


def test_what_the_drafters_put_in_stands_in_their_draft(shipped):
    assert share_of(shipped, "rev3", "verbatim", "in part") > 0.95
    assert share_of(shipped, "rev3", "verbatim") > 0.9


def test_what_was_only_suggested_is_not_found_in_the_draft_before_it(shipped):
    assert share_of(shipped, "wimn", "not found") > 0.95


def test_words_put_back_stand_as_if_nobody_had_struck_them(shipped):
    assert shipped.filter(new_label="39bis", text="participation in").is_empty()


def test_texts_that_repeat_themselves_take_no_long_time(keep):
    """Each put-in word is beside all new words of the later draft: random phrases are put to those once."""
    made = [[BASE[2].replace("ask", verb)] * 160 for verb in VERBS]
    started = time.process_time()
    assert len(keep(*made)) == 320
    assert time.process_time() - started < 3
