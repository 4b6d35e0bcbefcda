"""A letter's asks beside the suggested language: one rule from the marks, whatever the paragraph."""

import polars as pl
import pytest

from workbook.meaning.asks import load_asks
from workbook.meaning.verdicts import judge_asks
from workbook.meaning.wanted import find_wanted
from workbook.schemas import ASKS, DRAFTS, MARKS, PARAGRAPHS, WorkbookError, conform, frame_of
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.marks import find_marks
from workbook.text.paragraphs import split_paragraphs
from workbook.text.runs import read_runs

LETTER = shipped_data() / "printed" / "wimn-on-rev3-as-printed.txt"
HEAD = ",".join(ASKS)


@pytest.fixture
def answer():
    """ASK_PLACES of (want, pattern) on paragraphs "1", "2"; marks are (position, act, grade, text)."""

    def answer(wants, texts, marks=(), status="reconstructed", labels="1"):
        asks = [("own", "1", "An ask", labels, want, words, words, "…", "") for want, words in wants]
        rows = [
            {"draft": "own", "position": at, "label": str(at + 1), "kind": "paragraph", "text": text}
            for at, text in enumerate(texts)
        ]
        paragraphs = pl.DataFrame({name: [row.get(name) for row in rows] for name in PARAGRAPHS})
        made = []
        for number, (at, act, grade, words) in enumerate(marks):
            start = max(0, texts[at].find(words))
            end = start + len(words) if act == "inserted" else start
            made.append(("own", at, str(at + 1), number, act, "us", grade, "so", "", start, end, words))
        draft = ("own", "Own", None, "proposal", "own.md", "us", "", status, "")
        wanted = find_wanted(
            frame_of(asks, ASKS),
            paragraphs.pipe(conform, PARAGRAPHS),
            frame_of(made, MARKS),
            frame_of([draft], DRAFTS),
        )
        return judge_asks(frame_of(asks, ASKS), wanted).to_dicts()

    return answer


@pytest.mark.parametrize(
    ("grade", "verdict"),
    [
        ("documented", "agrees"),
        ("corroborated", "agrees"),
        ("inferred", "probably agrees"),
        ("unknown", "cannot be told"),
    ],
)
def test_words_put_in_agree_as_surely_as_their_mark(answer, grade, verdict):
    (row,) = answer([("in", "lamps")], ["We light lamps."], [(0, "inserted", grade, "lamps")])
    assert row["verdict"] == verdict
    assert row["grade"] == grade
    assert row["hand"] == ("us" if grade != "unknown" else "")


def test_words_that_stood_there_already_agree_and_are_nobodys(answer):
    (row,) = answer([("in", "lamps")], ["We light lamps."])
    assert (row["verdict"], row["grade"], row["hand"]) == ("agrees", None, "")
    assert row["reason"] == "“lamps” stood there already."


@pytest.mark.parametrize(
    ("status", "verdict"), [("as issued", "agrees"), ("reconstructed", "cannot be told")]
)
def test_struck_words_cannot_be_told_where_the_strike_through_is_lost(answer, status, verdict):
    marks = [(0, "struck", "documented", "old lamps")]
    (row,) = answer([("out", "lamps")], ["We light them."], marks, status)
    assert row["verdict"] == verdict
    assert ("lost its strike-through" in row["reason"]) == (status == "reconstructed")


def test_of_an_exchange_the_words_put_in_make_agreement_probable(answer):
    marks = [(0, "inserted", "documented", "torches"), (0, "struck", "documented", "lamps")]
    (row,) = answer([("in", "torches"), ("out", "lamps")], ["We light torches."], marks)
    assert row["verdict"] == "probably agrees"
    assert row["found"] == "torches"


def test_words_that_still_stand_do_not_agree(answer):
    (row,) = answer([("out", "lamps")], ["We light lamps."])
    assert (row["verdict"], row["missing"]) == ("does not agree", "lamps")


def test_some_of_what_is_wanted_agrees_in_part(answer):
    marks = [(0, "inserted", "inferred", "lamps")]
    (row,) = answer([("in", "lamps"), ("in", "torches")], ["We light lamps."], marks)
    assert (row["verdict"], row["found"], row["missing"]) == ("agrees in part", "lamps", "torches")


def test_a_paragraph_that_is_not_there_does_not_agree(answer):
    (row,) = answer([("in", "lamps")], ["We light lamps."], labels="9")
    assert (row["verdict"], row["position"], row["reason"]) == (
        "does not agree",
        None,
        "there is no paragraph 9.",
    )


def test_beyond_the_list_only_words_put_in_count(answer):
    texts = ["We light lamps.", "Lamps are old.", "Lamps are new."]
    marks = [(0, "inserted", "documented", "lamps"), (2, "inserted", "inferred", "Lamps")]
    rows = answer([("in", "lamps")], texts, marks)
    assert [(row["label"], row["listed"]) for row in rows] == [("1", True), ("3", False)]


def test_a_paragraph_of_its_own_is_new_as_a_whole(answer):
    text = "We light lamps."
    new = answer([("paragraph", "lamps")], [text], [(0, "inserted", "documented", text)])
    old = answer([("paragraph", "lamps")], [text], [(0, "inserted", "documented", "lamps")])
    assert (new[0]["verdict"], new[0]["grade"]) == ("agrees", "documented")
    assert old[0]["reason"] == "the paragraph was there already, with “lamps” in it."


# The file


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("own,1,Lamps,1,up,lamps,lamps,more lamps,", "nothing is wanted by 'up'"),
        ("own,1,Lamps,1,in,lamps,(,more lamps,", "no regular expression"),
        ("own,1,Lamps,1,in,lamps,lamps,,", "the column letter is empty"),
        ("own,1,Lamps,,out,lamps,lamps,fewer lamps,", "the column labels is empty"),
        ("own,1,Lamps,1,in,lamps,lamps,more lamps, more light,", "more cells than columns"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path, row, said):
    good = "own,1,Lamps,9 bis,in,lamps,lamps,more lamps,"
    (tmp_path / "asks.csv").write_text(f"{HEAD}\n{good}\n{row}\n", encoding="utf-8")
    with pytest.raises(WorkbookError, match=rf"asks\.csv, line 3: .*{said.replace('(', '.')}"):
        load_asks(tmp_path)


def test_labels_are_read_in_any_spelling(tmp_path):
    row = "own,1,Lamps,9 bis; 9quatter,in,lamps,lamps,more lamps,"
    (tmp_path / "asks.csv").write_text(f"{HEAD}\n{row}\n", encoding="utf-8")
    assert load_asks(tmp_path)["labels"].item() == "9bis;9quat"


def test_a_missing_column_is_named(tmp_path):
    (tmp_path / "asks.csv").write_text("draft,ask\nown,1\n", encoding="utf-8")
    with pytest.raises(WorkbookError, match="line 1: no column title, labels"):
        load_asks(tmp_path)


def test_where_nobody_asks_there_are_no_asks(tmp_path):
    assert load_asks(tmp_path).is_empty()


# The letter that ships


@pytest.fixture(scope="module")
def shipped():
    drafts = load_drafts(shipped_data()).filter(pl.col("draft") == "wimn")
    return split_paragraphs(runs := read_runs(drafts), drafts), find_marks(runs, drafts)


@pytest.fixture(scope="module")
def places(shipped):
    asks = load_asks(shipped_data())
    return judge_asks(asks, find_wanted(asks, *shipped, load_drafts(shipped_data())))


def test_every_quotation_stands_in_the_letter_as_printed():
    letter = " ".join(LETTER.read_text(encoding="utf-8").split("Suggested Language, Rev 3")[0].split())
    strays = [words for words in load_asks(shipped_data())["letter"] if " ".join(words.split()) not in letter]
    assert strays == []


@pytest.mark.parametrize(
    ("ask", "label", "verdict"),
    [
        ("1", "9pre", "agrees"),
        ("2", "42", "cannot be told"),
        ("2", "42bis", "agrees"),
        ("3", "9bis", "agrees"),
        ("3", "22", "agrees in part"),
        ("3", "45bis", "agrees in part"),
        ("4", "38", "probably agrees"),
        ("4", "39bis", "probably agrees"),
        ("4", "", "does not agree"),
    ],
)
def test_what_the_suggested_language_does_where_the_letter_asks(places, ask, label, verdict):
    assert places.filter(ask=ask, label=label, listed=True)["verdict"].to_list() == [verdict]


def test_the_rule_gives_every_paragraph_named_and_two_beyond_the_list(places):
    listed = dict(
        places.filter(pl.col("listed")).group_by("ask", maintain_order=True).agg("label").iter_rows()
    )
    assert listed == {
        "1": ["9pre"],
        "2": ["42", "42bis"],
        "3": ["9bis", "22", "45bis"],
        "4": ["38", "39bis", ""],
    }
    beyond = places.filter(~pl.col("listed")).select("ask", "label", "verdict").rows()
    assert beyond == [("3", "24", "agrees in part"), ("3", "43quint", "agrees")]


def test_both_conventions_stand_in_two_paragraphs_only(places):
    with_both = places.filter(pl.col("found").str.contains("189 and 190"))["label"].to_list()
    assert with_both == ["9bis", "43quint"]


def test_what_the_letter_leaves_open_ends_the_reason(places, shipped):
    reason = places.filter(ask="2", label="42")["reason"].item()
    assert reason.endswith("its own copy of the paragraph still prints the words.")
    own_copy = shipped[0].filter(pl.col("kind") == "letter", label="42")["text"].item()
    assert "women and children, in particular girls" in own_copy
