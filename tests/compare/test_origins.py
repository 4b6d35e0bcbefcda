"""Whose words a change is: the marks of a text, followed into the diffs."""

import polars as pl
import pytest

from workbook.compare.diffs import diff_words
from workbook.compare.origins import trace_hands
from workbook.compare.pairs import pair_paragraphs
from workbook.schemas import DRAFTS, conform
from workbook.text.marks import find_marks
from workbook.text.paragraphs import split_paragraphs
from workbook.text.runs import read_runs

HEAD = "{>>hands: rev3 = Rev 3's drafters; wimn = WIMN's suggestion<<}\n"
REV3, WIMN, UNKNOWN = "{>>rev3 inferred: a<<}", "{>>wimn documented: b<<}", "{>>rev3 unknown: c<<}"
# (draft, hands, amends)
READINGS = [
    ("rev2", "none", ""),
    ("rev3", "rev3", "rev2"),
    ("wimn", "rev3;wimn", "rev3"),
    ("printed", "printed", ""),
]


def list_row(draft, hands, amends, file):
    return [draft, draft, None, "revision", str(file), hands, amends, "reconstructed", ""]


@pytest.fixture
def trace(tmp_path):
    """(act, hand, grade, text) of the changes from one reading of a marked text to another."""

    def trace(text, old, new, other=None):
        (tmp_path / "text.md").write_text(HEAD + text, encoding="utf-8")
        (tmp_path / "other.txt").write_text(other or "1. Nothing.\n", encoding="utf-8")
        rows = [list_row(*reading, tmp_path / "text.md") for reading in READINGS]
        if other:
            rows[0] = list_row("rev2", "printed", "", tmp_path / "other.txt")
        drafts = pl.DataFrame(rows, schema=list(DRAFTS), orient="row").pipe(conform, DRAFTS)
        runs = read_runs(drafts)
        paragraphs = split_paragraphs(runs, drafts)
        diffs = diff_words(pair_paragraphs(paragraphs, old, new), paragraphs)
        origins = trace_hands(diffs, find_marks(runs, drafts), paragraphs, drafts)
        trace.sides = origins["side"].to_list()
        return origins.select("act", "hand", "grade", "text").rows()

    return trace


TEXT = (
    f"1. We in this hall {{--commend--}}{REV3}{{++recognize++}}{REV3} the work of all"
    f"{{++ and of women++}}{WIMN}{{++, now++}}{UNKNOWN}.\n"
)


def test_words_belong_to_the_hand_whose_mark_is_on_them(trace):
    assert trace(TEXT, "rev2", "wimn")[:3] == [
        ("struck", "rev3", "inferred", "commend"),
        ("inserted", "rev3", "inferred", "recognize"),
        ("inserted", "wimn", "documented", "and of women"),
    ]


def test_unknown_words_are_attributed_to_nobody(trace):
    assert trace(TEXT, "rev2", "rev3")[-1] == ("inserted", "", "unknown", ", now")


def test_between_two_readings_of_a_file_only_the_hands_that_differ_tell(trace):
    assert trace(TEXT, "rev3", "wimn") == [("inserted", "wimn", "documented", "and of women")]


def test_the_way_back_is_told_by_the_same_marks(trace):
    assert trace(TEXT, "wimn", "rev3") == [("inserted", "wimn", "documented", "and of women")]


def test_words_that_a_hand_put_in_stand_on_the_old_side_of_the_way_back(trace):
    trace(TEXT, "wimn", "rev3")
    assert trace.sides == ["old"]


def test_a_draft_that_amends_another_file_tells_too(trace):
    rows = trace(TEXT, "rev2", "rev3", other="1. We in this hall commend the work of all.\n")
    assert rows[:2] == [
        ("struck", "rev3", "inferred", "commend"),
        ("inserted", "rev3", "inferred", "recognize"),
    ]


def test_what_no_mark_covers_is_nobodys(trace):
    rows = trace(TEXT, "rev2", "rev3", other="1. We in this hall commend the work of them all.\n")
    assert ("struck", "", "unknown") in [row[:3] for row in rows if "them" in row[3]]


def test_words_that_a_change_sets_anew_belong_to_that_change(trace):
    rows = trace(TEXT, "rev2", "rev3", other="1. We in this big hall commend the work of all.\n")
    assert rows[:3] == [
        ("struck", "", "unknown", "big"),
        ("struck", "rev3", "inferred", "hall"),
        ("struck", "rev3", "inferred", "commend"),
    ]


def test_a_printed_text_tells_of_no_hands(trace):
    assert trace(TEXT, "rev2", "printed") == []


def test_a_word_that_is_marked_in_part_is_its_hands(trace):
    text = f"1. We will be facilitat{{--ing--}}{REV3}{{++ed++}}{REV3} on our way to it{{++ all++}}{WIMN}.\n"
    assert trace(text, "rev2", "rev3") == [
        ("struck", "rev3", "inferred", "facilitating"),
        ("inserted", "rev3", "inferred", "facilitated"),
    ]


def test_the_words_of_a_split_are_found_in_each_part(trace):
    first = "We recognize that remittances are a source of support for the families of migrants"
    second = "migrants enrich societies through their human and cultural capacities every day"
    split = f"{{++.\n2. {second}++}}{REV3}{{--, and {second}--}}{REV3}"
    text = f"1. {first}{split}{{++ in all++}}{WIMN} of the world.\n3. We agree.\n"
    rows = trace(text, "rev3", "wimn")
    assert rows == [("inserted", "wimn", "documented", "in all")]


def test_marks_tell_over_a_draft_between(trace):
    rows = trace(TEXT, "rev2", "wimn", other="1. We in this hall commend the work of all.\n")
    assert rows[1:3] == [
        ("inserted", "rev3", "inferred", "recognize"),
        ("inserted", "wimn", "documented", "and of women"),
    ]


def test_another_form_of_a_word_goes_with_the_change_around_it(trace):
    text = f"1. We {{--will --}}{REV3}{{++commit to ++}}{REV3}redoubling our work on it{{++ all++}}{WIMN}.\n"
    rows = trace(text, "rev2", "rev3", other="1. We will redouble our work on it.\n")
    assert {row[1] for row in rows} == {"rev3"}
    assert [row[3] for row in rows] == ["will", "redouble", "commit to", "redoubling"]
