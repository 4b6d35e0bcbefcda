"""A reader's own remarks: words that were marked get another state, and the printed words stay."""

import os
import subprocess
import sys

import polars as pl
import pytest

from workbook.schemas import REMARKS, RUNS, WorkbookError, frame_of
from workbook.text.drafts import draft_of_file, load_drafts
from workbook.text.paragraphs import split_paragraphs
from workbook.text.read import read_file
from workbook.text.read.remarks import MOST_IN_FILE, YOURS, check_remark, read_remarks, write_remarks
from workbook.text.remarks import NOT_KNOWN, apply_remarks, name_readings
from workbook.text.runs import apply_hands, read_runs

HEAD = "{>>hands: one = The first; two = The second<<}\n"
MARKED = HEAD + (
    "1. We {--shall--}{>>one inferred: two verbs<<}{++will++}{>>one inferred: it stays<<} light the road.\n"
    "2. Birds\nreturn\nto the lamps.\n3. We rest.\n"
)
# drafts.csv of the folder: who reads which file with whose hands.
READINGS = [("clean", "text.md", "one"), ("before", "text.md", "none"), ("page", "text.md", "printed"),
            ("plain", "text.txt", "printed")]  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "text.md").write_text(MARKED, encoding="utf-8")
    (tmp_path / "text.txt").write_text(
        "1. We shall will light the road.\n2. Birds return.\n", encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def drafts(folder):
    return pl.concat(
        draft_of_file(folder / file).with_columns(
            draft=pl.lit(draft), title=pl.lit(draft.title()), hands=pl.lit(hands)
        )
        for draft, file, hands in READINGS
    )


def remarks(*rows):
    """REMARKS from (line, start, words, inserted_by, deleted_by) on text.md, or on the file given behind."""
    return frame_of([((*row, "text.md")[5], *row[:5], "inferred", "because") for row in rows], REMARKS)


@pytest.fixture
def read(folder, drafts):
    """The paragraphs' texts of a draft with remarks."""

    def run(draft, *rows):
        own = drafts.filter(pl.col("draft") == draft)
        made = remarks(*rows)
        runs = apply_remarks(read_runs(own), made, folder)
        return split_paragraphs(runs, name_readings(own, made, folder, runs))["text"].to_list()

    return run


def join(runs):
    return "".join(
        text + ("" if behind == "none" else "\n") for text, behind in runs.select("text", "break").iter_rows()
    )


def test_without_a_remark_the_marks_are_made_as_the_file_says(read):
    assert read("clean") == ["We will light the road.", "Birds return to the lamps.", "We rest."]


@pytest.mark.parametrize(
    ("remark", "clean", "before"),
    [
        ((1, 6, "shall", "", ""), "We shallwill light the road.", "We shall light the road."),
        ((1, 16, "light", "", "one"), "We will the road.", "We shall light the road."),
        ((1, 16, "light ", "one", ""), "We will light the road.", "We shall the road."),
        ((1, 16, "light ", "one", "two"), "We will light the road.", "We shall the road."),
        ((1, 11, "will", "two", ""), "We light the road.", "We shall light the road."),
    ],
)
def test_a_remark_changes_whose_hand_is_on_words(read, remark, clean, before):
    assert read("clean", remark)[0] == clean
    assert read("before", remark)[0] == before


@pytest.mark.parametrize(
    ("line", "chosen", "clean"),
    [
        ("We {--recommit --}to", ["recommit"], "We recommit to"),
        ("We {--now recommit --}to", ["recommit", "now"], "We now recommit to"),
        ("We{-- recommit--} to", ["recommit"], "We recommit to"),
        ("We{-- now recommit--} to", ["now", "recommit"], "We now recommit to"),
        ("We {--now recommit--} to", ["now", "recommit"], "We now recommit to"),
        ("We {--now recommit--} to", ["recommit", "now"], "We now recommit to"),
        ("We {--recommit--}, then", ["recommit"], "We recommit, then"),
        ("We{-- now\nrecommit\nfirst--}, then", ["recommit"], "We recommit, then"),
        ("We {--now\nrecommit\n--}to", ["now"], "We now to"),
        ("We {--now--}{++{-- --}++}{++recommit ++}to", ["now"], "We now recommit to"),
        ("We {--now --}{++recommit ++}to", ["now"], "We now recommit to"),
    ],
)
def test_no_order_of_remarks_on_the_words_of_a_mark_glues_them(tmp_path, line, chosen, clean):
    for end in ("--}", "++}"):
        line = line.replace(end, f"{end}{{>>one inferred: so<<}}")
    (tmp_path / "text.md").write_text(f"{HEAD}1. {line} rest.\n", encoding="utf-8")
    own = draft_of_file(tmp_path / "text.md").with_columns(hands=pl.lit("all"))
    runs = read_runs(own)
    printed = join(runs)
    made = remarks(
        *(
            (1 + printed.count("\n", 0, at), at - (printed.rfind("\n", 0, at) + 1), words, "", "")
            for words in chosen
            for at in [printed.index(words)]
        )
    )
    assert split_paragraphs(apply_remarks(runs, made, tmp_path), own)["text"][0] == f"{clean} rest."


def test_words_of_a_mark_that_another_hand_struck_stand_apart_where_only_the_first_strikes(read):
    changed = (1, 16, "light the ", "", "one"), (1, 16, "light", "", "two")
    assert read("clean", *changed)[0] == "We will light road."


def test_a_later_remark_goes_over_an_earlier_one(read):
    assert (
        read("clean", (1, 16, "light the road", "", "one"), (1, 16, "light", "", ""))[0] == "We will light."
    )


def test_words_over_line_ends_are_one_remark_and_leave_no_gap(read):
    assert read("clean", (2, 3, "Birds\nreturn\nto", "", "one"))[1] == "the lamps."
    assert read("clean", (3, 0, "return", "", "one"))[1] == "Birds to the lamps."
    assert read("clean", (5, 0, "3. We rest.", "", "one")) == [
        "We will light the road.",
        "Birds return to the lamps.",
    ]


def test_a_remark_on_a_whole_line_leaves_no_empty_line(folder, drafts):
    runs = apply_remarks(read_runs(drafts), remarks((3, 0, "return", "", "one")), folder)
    standing = join(apply_hands(runs.filter(pl.col("file").str.ends_with(".md")), "one"))
    assert standing == "1. We will light the road.\n2. Birds\nto the lamps.\n3. We rest.\n"


def test_the_printed_words_stay_character_for_character(folder, drafts):
    runs = read_runs(drafts)
    made = apply_remarks(runs, remarks((2, 3, "Birds\nreturn", "two", "one"), (5, 0, "3.", "", "")), folder)
    assert join(made) == join(runs)
    assert made.schema == pl.Schema(RUNS)


def test_lines_without_a_remark_stay_as_they_are_and_the_rest_says_whose_reading_it_is(folder, drafts):
    runs = read_runs(drafts)
    made = apply_remarks(runs, remarks((1, 6, "shall", "", "two")), folder)
    assert made.filter(pl.col("line") > 1).equals(runs.filter(pl.col("line") > 1))
    changed = made.filter(pl.col("text") == "shall").row(0, named=True)
    assert (changed["deleted_grade"], changed["deleted_note"]) == ("inferred", "your reading: because")


def test_a_hand_that_lost_its_last_mark_is_no_error(read):
    assert read("clean", (1, 6, "shallwill", "", "two"))[0] == "We shallwill light the road."


def test_in_a_printed_text_struck_words_are_struck_by_nobody_known(read):
    assert read("plain", (1, 6, "shall ", "", NOT_KNOWN, "text.txt"))[0] == "We will light the road."
    assert read("page", (1, 6, "shall", "", "one"))[0] == "We shallwill light the road."


def test_titles_say_which_drafts_are_a_readers_own(folder, drafts):
    named = name_readings(drafts, remarks((1, 0, "1.", "", "")), folder)
    assert named["title"].to_list() == ["Clean, your reading", "Before, your reading", "Page", "Plain"]
    named = name_readings(drafts, remarks((1, 0, "1.", "", "", "text.txt")), folder)
    assert named.select("title", "hands").row(3) == ("Plain, your reading", "all")


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ((1, 6, "ought", "", ""), "“ought” does not stand at its place in line 1 of text.md"),
        ((99, 0, "words", "", ""), "“words” does not stand at its place in line 99"),
        ((1, 6, "shall", "", "three"), "text.md knows no hand “three”.*Its hands are: one, two"),
        ((1, 3, "We", "", "one", "text.txt"), "text.txt knows no hand “one”.*not known"),
    ],
)
def test_a_remark_that_does_not_fit_says_what_and_where(folder, drafts, remark, said):
    with pytest.raises(WorkbookError, match=said):
        apply_remarks(read_runs(drafts), remarks(remark), folder)


# The file


def test_what_is_written_is_read_back_and_no_cell_runs_in_a_spreadsheet(folder):
    rows = [("a.md", 1, 0, words, "", "", "unknown", reason)
            for words, reason in (("=1+1", "'=so"), ("-x\n\"y\", z", "+1"), ("’twas", "plain"))]  # fmt: skip
    made = frame_of(rows, REMARKS)
    (folder / YOURS).write_text(write_remarks(made), encoding="utf-8", newline="")
    assert read_remarks(folder).drop("row").equals(made)
    assert read_remarks(folder)["row"].to_list() == [2, 3, 5]
    assert "'=1+1" in (folder / YOURS).read_text("utf-8")


@pytest.mark.parametrize("words", ["return\r\nto", "\r\nto", "a\rb", "a\fb", "a\x1cb", "a\x85b", "a\u202eb"])
def test_words_come_back_with_every_character_that_a_text_holds(folder, words):
    made = remarks((2, 1, words, "", "one"), (3, 1, "We", "", "one"))
    (folder / YOURS).write_text(write_remarks(made), encoding="utf-8", newline="")
    assert read_remarks(folder).drop("row").equals(made)


@pytest.mark.parametrize("name", ["file", "inserted_by", "deleted_by", "reason"])
@pytest.mark.parametrize("sign", ["\r", "\f", "\0", "\ud800", "\u202e"])
def test_nothing_but_words_holds_signs_that_steer_a_page(name, sign):
    good = dict(zip(REMARKS, ("text.md", 1, 6, "shall", "", "one", "inferred", "why"), strict=True))
    with pytest.raises(WorkbookError, match=f"{name} holds characters"):
        check_remark(good | {name: f"a{sign}b"}, "here")


def test_words_over_a_line_end_of_windows_are_remarked_and_read_again(folder):
    text = "1. Birds\r\nreturn\r\nto the lamps.\r\n2. We rest.\r\n"
    (folder / "text.txt").write_bytes(text.encode())
    made = frame_of([("text.txt", 1, 3, "Birds\r\nreturn", "", "not known", "inferred", "why")], REMARKS)
    (folder / YOURS).write_text(write_remarks(made), encoding="utf-8", newline="")
    runs = apply_remarks(read_file(folder / "text.txt"), read_remarks(folder), folder)
    assert join(runs) == text
    assert "".join(runs.filter(pl.col("deleted_by") != "")["text"]) == "Birds\rreturn"


def test_without_a_file_there_are_no_remarks(folder):
    assert read_remarks(folder).is_empty()


def test_a_table_of_more_rows_than_a_reading_holds_is_refused_before_they_are_read(folder):
    head = ",".join(REMARKS) + "\n"
    (folder / YOURS).write_text(head + GOOD * MOST_IN_FILE, encoding="utf-8")
    assert len(read_remarks(folder)) == MOST_IN_FILE
    (folder / YOURS).write_text(head + GOOD * (MOST_IN_FILE + 1) + "no row\n", encoding="utf-8")
    for files in (None, ["text.md"], ["other.md"]):
        with pytest.raises(WorkbookError, match=f"line {MOST_IN_FILE + 2}: the table has more than"):
            read_remarks(folder, files)


NEEDS_PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
GOOD = "text.md,1,6,shall,,one,inferred,why\n"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("text.md,1,6,shall,,one,surely,why\n", "line 3: “shall” has the grade “surely”.*documented"),
        ("text.md,one,6,shall,,one,inferred,why\n", "line 3: line is “one”, not a whole number"),
        ("text.md,1,6,,,one,inferred,why\n", "line 3: a remark is on 1 to"),
        ("text.md,1,6,shall,,one,inferred,\n", "line 3: “shall” needs a reason"),
        ("text.md,1,6,shall,one,one,inferred,why\n", "line 3: “shall” was put in and struck by one"),
        ("text.md,1,6,shall,inferred,why\n", "line 3: 6 cells, not 8: “text.md, 1, 6, shall"),
        ('text.md,1,6,"shall,,one,inferred,why\n', "line 3: this is no CSV table"),
        ("text.md,1,6,sh\x00all,,one,inferred,why\n", "line 3: words holds characters"),
    ],
)
def test_a_broken_row_is_told_with_file_line_and_words(folder, row, said):
    (folder / YOURS).write_text(",".join(REMARKS) + "\n" + GOOD + row, encoding="utf-8")
    with pytest.raises(WorkbookError, match=f"{YOURS}, {said}"):
        read_remarks(folder)


def test_what_is_wrong_on_one_file_does_not_harm_another(folder):
    bad = "other.md,1,6,shall,,one,surely,why\n"
    (folder / YOURS).write_text(",".join(REMARKS) + "\n" + bad + GOOD, encoding="utf-8")
    assert read_remarks(folder, ["text.md"])["row"].to_list() == [3]


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"file;line;start\n"])
def test_a_file_that_is_no_such_table_is_told(folder, raw):
    (folder / YOURS).write_bytes(raw)
    with pytest.raises(WorkbookError, match=f"{YOURS}, line 1"):
        read_remarks(folder)


@pytest.mark.parametrize("make", ["mkdir", pytest.param("mkfifo", marks=NEEDS_PIPES)])
def test_what_is_no_file_is_told_and_not_waited_for(folder, make):
    getattr(os, make)(folder / YOURS)
    program = f"from workbook.text.read.remarks import read_remarks as r; r({str(folder)!r})"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert f"{YOURS}: this is no file" in ended.stderr


def test_every_word_of_the_edition_can_be_remarked_without_moving_another(data):
    drafts = load_drafts(data).filter(pl.col("draft") == "wimn")
    runs = read_runs(drafts)
    lines = runs.group_by("line", maintain_order=True).agg(pl.col("text").str.join())
    made = frame_of(
        [("marked/wimn-on-rev3.md", line, 0, text, "", "wimn", "unknown", "all")
         for line, text in lines.iter_rows() if text.strip() and line % 7 == 0],
        REMARKS,
    )  # fmt: skip
    assert join(apply_remarks(runs, made, data)) == join(read_file(data / "marked/wimn-on-rev3.md"))
