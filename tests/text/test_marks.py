"""Where the marks of a marked text stand in its paragraphs, and whose they are."""

import polars as pl
import pytest

from workbook.schemas import DRAFTS, conform
from workbook.text.marks import find_marks, list_hands
from workbook.text.paragraphs import split_paragraphs
from workbook.text.runs import read_runs

HEAD = "{>>hands: rev3 = Rev 3's drafters; wimn = WIMN's suggestion<<}\n"
REV3, WIMN, UNKNOWN = "{>>rev3 inferred: why<<}", "{>>wimn documented: why<<}", "{>>rev3 unknown: why<<}"


@pytest.fixture
def read(tmp_path):
    """PARAGRAPHS and MARKS of one reading of a marked text, and its HANDS."""

    def read(text, hands):
        file = tmp_path / "text.md"
        file.write_text(HEAD + text, encoding="utf-8")
        row = ["a", "A", None, "revision", str(file), hands, "", "reconstructed", ""]
        drafts = pl.DataFrame([row], schema=list(DRAFTS), orient="row").pipe(conform, DRAFTS)
        runs = read_runs(drafts)
        return split_paragraphs(runs, drafts), find_marks(runs, drafts), list_hands(runs)

    return read


TEXT = f"1. We {{--commend--}}{REV3}{{++recognize++}}{REV3} it{{++ all++}}{WIMN}.\n2. They agree.\n"


def test_inserted_words_stand_where_the_mark_says(read):
    paragraphs, marks, _ = read(TEXT, "rev3")
    row = marks.filter(act="inserted").row(0, named=True)
    assert paragraphs["text"][0][row["start"] : row["end"]] == row["text"] == "recognize"
    assert (row["hand"], row["grade"], row["reason"], row["label"]) == ("rev3", "inferred", "why", "1")


def test_struck_words_stand_behind_the_word_before_them(read):
    _, marks, _ = read(TEXT, "rev3")
    row = marks.filter(act="struck").row(0, named=True)
    assert (row["text"], row["start"], row["end"]) == ("commend", 2, 2)


def test_words_struck_at_the_head_of_a_paragraph_stood_in_it(read):
    _, marks, _ = read(f"1. We agree.\n2. {{--Concerned, --}}{REV3}they agree.\n", "rev3")
    assert marks.select("label", "text", "start").rows() == [("2", "Concerned,", 0)]


def test_marks_of_a_hand_that_is_not_applied_are_not_listed(read):
    assert read(TEXT, "rev3")[1]["hand"].unique().to_list() == ["rev3"]
    assert len(read(TEXT, "none")[1]) == 0
    assert len(read(TEXT, "printed")[1]) == 0


def test_what_one_hand_put_in_and_another_struck_is_struck_where_both_are_applied(read):
    text = f"1. We agree{{--{{++ now++}}{REV3}--}}{WIMN} on it.\n"
    assert read(text, "rev3")[1].select("act", "hand").rows() == [("inserted", "rev3")]
    assert read(text, "rev3;wimn")[1].select("act", "hand").rows() == [("struck", "wimn")]


def test_words_that_were_put_back_are_struck_in_the_one_reading_and_put_in_in_the_other(read):
    text = f"1. We{{-- all--}}{{>>rev3 documented until wimn: why<<}} agree{{++ now++}}{WIMN}.\n"
    assert read(text, "rev3")[1].select("act", "hand", "text").rows() == [("struck", "rev3", "all")]
    assert read(text, "rev3;wimn")[1].select("act", "hand", "text").row(0) == ("inserted", "wimn", "all")


def test_an_inserted_stretch_over_two_paragraphs_is_a_mark_in_each(read):
    _, marks, _ = read(f"1. We agree{{++ on it.\n2. They do++}}{REV3}, all.\n", "rev3")
    assert marks.select("position", "text").rows() == [(0, "on it."), (1, "They do")]


def test_marks_on_labels_and_sources_are_no_words_of_the_paragraph(read):
    _, marks, _ = read(
        f"1. We agree.\n{{++2bis.++}}{REV3} They agree {{++[based on GCM para 11]++}}{REV3}\n", "rev3"
    )
    assert len(marks) == 0


def test_lines_of_a_reading_are_those_of_the_printed_text(read):
    paragraphs, _, _ = read(f"1. We agree{{++.\n\n2. Also++}}{REV3} on\nthis.\n\n3. And that.\n", "none")
    assert paragraphs.select("label", "first_line", "last_line").rows() == [("1", 1, 4), ("3", 6, 6)]


def test_every_hand_of_a_file_has_a_name(read):
    assert read(TEXT, "none")[2].select("hand", "name").rows() == [
        ("rev3", "Rev 3's drafters"),
        ("wimn", "WIMN's suggestion"),
    ]


def test_text_of_a_paragraph_without_breaks_keeps_its_offsets(read):
    paragraphs, marks, _ = read(
        f"1. We  agree on a long-\nterm  {{++goal++}}{REV3} [based on GCM para 11] now.\n", "rev3"
    )
    row = marks.row(0, named=True)
    assert paragraphs["text"][0][row["start"] : row["end"]] == "goal"


def test_notes_stay_at_the_foot_of_their_page_whatever_was_struck_around_them(read):
    text = (
        f"1. We save lives1 where they are in danger{{-- and on routes--}}{REV3} \n\n"
        f"1 Objective 8: Save lives\nand establish efforts.\n{{--\fby sea--}}{REV3}. They agree.\n"
        "2. And so on it goes.\n"
    )
    paragraphs, _, _ = read(text, "rev3")
    body = paragraphs.filter(kind="paragraph")["text"].to_list()
    assert body == ["We save lives where they are in danger. They agree.", "And so on it goes."]
    assert paragraphs.filter(kind="footnote")["text"].to_list() == [
        "Objective 8: Save lives and establish efforts."
    ]
