"""The marked editions that we ship: their words are the printed ones, and their readings are clean texts."""

import re
from pathlib import Path

import polars as pl
import pytest

from workbook.app import compare_drafts, measure_agreement, read_text
from workbook.compare.ghosts import find_ghosts
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.marks import find_marks
from workbook.text.paragraphs import body_of, split_paragraphs
from workbook.text.read import read_file
from workbook.text.runs import read_runs

MARKED = shipped_data() / "marked"
EDITIONS = {"rev2.md": "rev2-as-printed.txt", "wimn-on-rev3.md": "wimn-on-rev3-as-printed.txt"}
READINGS = ["rev2", "rev3", "wimn"]
# Real words that look like two; and one that the copy itself prints without the space in it.
WHOLE = {"cannot", "workplace", "healthcare", "fortheir"}


@pytest.fixture(scope="module")
def readings():
    return {draft: body_of(read_text(draft)[0]) for draft in [*READINGS, "rev1"]}


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("folder", ["", "first-pass"])
def test_without_its_marks_an_edition_is_the_printed_file_character_for_character(folder, name):
    runs = read_file(MARKED / folder / name)
    ends = pl.when(pl.col("break") == "none").then(pl.lit("")).otherwise(pl.lit("\n"))
    flat = "".join(runs.select(pl.col("text") + ends).to_series())
    assert flat == (shipped_data() / "printed" / EDITIONS[name]).read_bytes().decode()


@pytest.mark.parametrize(("draft", "paragraphs"), [("rev2", 69), ("rev3", 79), ("wimn", 82), ("rev1", 67)])
def test_each_reading_has_its_paragraphs(draft, paragraphs, readings):
    assert len(readings[draft].filter(kind="paragraph")) == paragraphs


@pytest.mark.parametrize("draft", READINGS)
def test_no_reading_says_a_word_twice_or_leaves_a_letter_or_a_gap_behind(draft, readings):
    texts = readings[draft].select("label", "text").rows()
    slips = re.compile(
        r"\b(?P<word>[A-Za-z]{2,})\s+(?P=word)\b"  # "reaffirm reaffirm"
        r"|(?<![\w’'-])[b-hj-zB-HJ-Z](?![\w’'.)-])"  # "redoubl e"
        r"|\s(?:ing|ion|ed|es)\b"  # "facilitate ing"
        r"|\s[,.;:]|[,;]\s?[,;.]|\.\s?\.",
    )
    found = [(label, slip[0]) for label, text in texts for slip in slips.finditer(text)]
    assert found == []


@pytest.mark.parametrize("draft", READINGS)
def test_no_reading_runs_two_words_into_one(draft, readings):
    """A word of a reading stands in another text too, or is made of letters that no two known words make."""
    texts = {name: " ".join(body["text"]) for name, body in readings.items()}
    words = {name: set(re.findall(r"[a-z]+", text.lower())) for name, text in texts.items()}
    known = set.intersection(*words.values())
    alone = words[draft] - set().union(*(words[name] for name in words if name != draft))
    glued = {
        word for word in alone for at in range(3, len(word) - 2) if word[:at] in known and word[at:] in known
    }
    assert glued - WHOLE == set()


@pytest.mark.parametrize(("old", "new"), [("rev2", "rev3"), ("rev3", "wimn")])
def test_no_reading_has_two_rival_verbs_side_by_side(old, new):
    found = compare_drafts(old, new)
    assert find_ghosts(found.pairs, found.paragraphs).select("label", "words", "reason").rows() == []


def test_every_mark_has_a_hand_a_grade_and_a_reason():
    drafts = load_drafts().filter(pl.col("draft").is_in(READINGS))
    marks = find_marks(read_runs(drafts), drafts)
    assert marks.select(pl.col("hand", "grade", "reason").is_null().any()).row(0) == (False, False, False)
    assert marks["reason"].str.len_chars().min() > 3
    assert set(marks["hand"]) == {"rev2", "rev3", "wimn"}


def test_inserted_words_stand_where_their_mark_says():
    drafts = load_drafts().filter(pl.col("draft").is_in(READINGS))
    runs = read_runs(drafts)
    texts = {
        row[:2]: row[2] for row in split_paragraphs(runs, drafts).select("draft", "position", "text").rows()
    }
    marks = (
        find_marks(runs, drafts).filter(act="inserted").select("draft", "position", "start", "end", "text")
    )
    strays = [row for row in marks.rows() if texts[row[:2]][row[2] : row[3]].split() != row[4].split()]
    assert strays == []


def test_who_would_gain_is_no_evidence():
    reasons = " ".join(find for name in EDITIONS for find in _list_reasons(MARKED / name))
    assert not re.search(r"\b(?:in the interest|would gain|stronger for|weaker for|favours)\b", reasons)


def _list_reasons(path: Path) -> list[str]:
    runs = read_file(path)
    return [*runs["inserted_note"], *runs["deleted_note"]]


@pytest.fixture(scope="module")
def agreement():
    return measure_agreement()


def test_rev_2_is_the_same_out_of_either_file_in_98_words_of_a_hundred(agreement):
    row = agreement[0].row(0, named=True)
    assert row["compared"].startswith("Rev 2, read out of each")
    assert row["share"] >= 0.98


def test_every_place_where_the_two_differ_has_its_reason(agreement):
    assert agreement[1].filter(pl.col("reason") == "").rows() == []


def test_no_reason_is_kept_for_a_place_that_no_longer_differs(agreement):
    places = agreement[1].select("reason").to_series().to_list()
    kept = pl.read_csv(MARKED / "differences.csv")["reason"].to_list()
    assert sorted(set(kept) - set(places)) == []


def test_the_first_pass_agreed_less(agreement):
    last, first = agreement[0]["share"].to_list()[:2]
    assert first < last


def test_the_second_reader_marked_a_third_of_each_text(agreement):
    words = agreement[0].filter(pl.col("compared").str.starts_with("two readers"), counted="words")["words"]
    whole = [len(" ".join(read_file(MARKED / name)["text"]).split()) for name in EDITIONS]
    parts = [part / of for part, of in zip(words, whole, strict=True)]
    assert [0.25 < part < 0.4 for part in parts] == [True, True]


def test_two_readers_of_a_third_agree_on_most_marked_words(agreement):
    shares = agreement[0].filter(counted="words that either marked")["share"].to_list()
    assert len(shares) == 2
    assert min(shares) > 0.85
