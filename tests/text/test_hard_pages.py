"""Pages that are hard to read: each of these was read wrongly once."""

import re

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.schemas import WorkbookError
from workbook.text.brackets import is_source, read_sources
from workbook.text.drafts import draft_of_file
from workbook.text.paragraphs import split_paragraphs
from workbook.text.runs import read_runs

both = pytest.mark.parametrize("draft", ["rev2-printed", "wimn-printed"])
WIMN_SOURCES = """
    3 4 5 6bis 6ter 7bis 9pre 9bis 9quat 10 11bis 12 12bis 12ter 19 21 38 39bis 40 41 42 42bis 43
    43bis 43ter 43quat 44 44bis 45 46 48 51
"""


def test_the_line_by_line_text_gives_its_sources_in_these_paragraphs(wimn):
    body = wimn.citations.filter(pl.col("position") >= wimn.row("1")["position"])
    assert body["label"].unique(maintain_order=True).to_list() == WIMN_SOURCES.split()


@both
def test_the_printed_form_of_a_source_is_its_whole_bracket(draft, printed):
    brackets = printed[draft].citations["printed"].to_list()
    assert [b for b in brackets if not re.fullmatch(r"\[[^\[\]]{8,}\]|\([A-Z].{8,}\)", b)] == []


def test_an_instruction_that_names_a_source_is_given_whole(wimn):
    printed = wimn.citations.filter(label="43")["printed"].unique(maintain_order=True).to_list()
    assert [bracket[:20] for bracket in printed] == ["[based on SG report,", "[GCM para 7(1) inclu"]
    assert printed[1].endswith("reduce vulnerabilities in migration.]")


# a source that runs over a blank line of a double-spaced text


def test_a_source_can_run_over_a_blank_line(read):
    found = read(
        "1. We note the fog of the\n\nbay. [based on Lamp\n\nAct, para 4]\n\n2. We light\n\nall lamps.\n"
    )
    assert found.citations["printed"].to_list() == ["[based on Lamp Act, para 4]"]


# crashes with a ValueError


@pytest.mark.parametrize("content", ["____________\n", "\u00a0\n", "A/CONF.9/L.1\n\f", "****\n****\n"])
def test_a_file_with_nothing_but_furniture_is_refused(content, tmp_path):
    (tmp_path / "one.txt").write_text(content)
    drafts = draft_of_file(tmp_path / "one.txt")
    with pytest.raises(WorkbookError, match=r"no paragraph|empty"):
        split_paragraphs(read_runs(drafts), drafts)


# paragraphs that begin alike are no running head


def test_paragraphs_that_begin_alike_are_no_running_head(read):
    found = read(
        "Article 1\n\n1. The Parties shall meet in the\nold hall and vote.\n\n"
        "Article 2\n\n1. The Parties shall meet in the\nnew hall and rest.\n\n"
        "Article 3\n\n1. The Parties shall meet in the\nopen and sing.\n"
    )
    assert found.labels == ["1", "1", "1"]
    assert found.of_kind("debris") == []


# a mid-sentence line of a double-spaced text is no heading


def test_a_double_spaced_line_that_begins_with_a_date_is_no_heading(read):
    found = read(
        "1. We recall the treaty that was signed\n\n19 May 2030 between the towns and our\n\n"
        "Guild, and the lamps of the outer piers,\n\nwhich still burn.\n\n"
        "2. We note the ferries of the bay and\n\nthe fog.\n"
    )
    assert found.labels == ["1", "2"]
    assert found.of_kind("heading") == []


# a second footnote right below the first


def test_a_footnote_right_below_another_is_one_of_its_own(read):
    found = read(
        "1. We thank the masters,1 who kept the lamps,\nand the pilots,2 who guided all ferries\nhome.\n"
        "\n1 The lamps are listed below.\n2 The pilots are named below.\n"
    )
    assert found.of_kind("footnote") == ["The lamps are listed below.", "The pilots are named below."]
    assert found.texts == [
        "We thank the masters, who kept the lamps, and the pilots, who guided all ferries home."
    ]


# a contested preambular paragraph


def test_a_bracket_around_a_preambular_paragraph_makes_it_no_heading(read):
    found = read(
        "The Parties,\n\n[Noting that the [slow] ferries are late,]\n\nHave agreed:\n\n"
        "Article 1\n\n1. They meet.\n\n2. They vote.\n"
    )
    assert found.of_kind("heading") == ["Article 1"]


# the item behind one that was put in


def test_an_item_follows_one_that_was_put_in(read):
    found = read("1. We will:\n(a) light;\n(b) ring;\n(b bis) rest;\n(c) go.\n2. We thank all.\n")
    assert found.labels == ["1", "1(a)", "1(b)", "1(bbis)", "1(c)", "2"]


# the letter's list is numbered without suffixes, and may be short


BODY = (
    "1. We thank the harbour masters\nfor the lamps.\n\n2. We note that ferries\n"
    "are slow.\n\n2bis. We honour all\npilots.\n\n3. We go.\n"
)


def test_a_paragraph_quoted_under_the_ask_of_its_number_keeps_its_label(read):
    found = read(
        "Dear friends of the harbour.\n\n1. Keep the lamps. The old text\nreads well.\n\n"
        "2. Name the pilots, as here.\n\n2bis. We honour the pilots of the outer\nroads.\n\n"
        f"Draft declaration\n\n{BODY}"
    )
    rows = found.paragraphs.filter(kind="letter").select("printed_label", "label").rows()
    assert rows[1:] == [("1.", ""), ("2.", ""), ("2bis.", "2bis")]


def test_an_ask_behind_a_salutation_with_a_comma_is_an_ask(read):
    found = read(f"Dear friends,\n\n1. Keep the lamps.\n\n2. Name the pilots.\n\nDraft declaration\n\n{BODY}")
    rows = found.paragraphs.filter(kind="letter").select("printed_label", "label", "text").rows()
    assert rows[1:] == [("1.", "", "Keep the lamps."), ("2.", "", "Name the pilots.")]


# "cf." with a space behind it


def test_cf_gives_a_source():
    assert is_source("[cf. Lamp Act, para 4]")
    assert is_source("[cf. the Bell Act]")
    assert read_sources("[cf. the Bell Act]") == [("Bell Act", "")]


# a former number behind the dot


@pytest.mark.parametrize("text", ["[former 3] We ring.", "We ring. [former 3]", "[moved from 3] We ring."])
def test_a_former_number_may_stand_behind_the_dot(text, read):
    row = read(f"1. We light.\n2. {text}\n4. We rest.\n").row("2")
    assert (row["former"], row["text"]) == ("3", "We ring.")


# Markdown's marks are no words (.md is a format that we read)


@pytest.mark.parametrize("line", ["**2.** We ring.", "- 2. We ring."])
def test_the_marks_of_markdown_are_no_words(line, read):
    assert read(f"1. We light.\n{line}\n3. We rest.\n").text["2"] == "We ring."


def test_the_hashes_of_a_markdown_heading_are_no_words(read):
    assert read("## Lamps\n\n1. We light.\n\n2. We rest.\n").body["section"].to_list() == ["Lamps", "Lamps"]


def test_a_sentence_right_below_a_markdown_heading_is_a_paragraph(read):
    found = read("# Lamps\nWe thank the masters.\n")
    assert found.of_kind("paragraph") == ["We thank the masters."]


# an Option belongs to its Article


def test_an_option_stands_under_its_article(read):
    found = read(
        "Article 3\n\nOption 1:\n\n1. They light.\n\n2. They ring.\n\nOption 2:\n\n"
        "1. They may light.\n\n2. They may ring.\n"
    )
    assert all(section.startswith("Article 3") for section in found.body["section"])


# one spelling of a footnote's printed number


def test_the_printed_number_of_a_footnote_is_kept_in_both_files(rev2, wimn):
    assert rev2.of_kind("footnote", "printed_label") == wimn.of_kind("footnote", "printed_label")


# nothing crashes, with or without a sentence in it


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    text=st.lists(st.sampled_from(["\u00a0", "\n", "____", "1/2", "\f", " ", "[", "]", "1.", "a"])).map(
        "".join
    )
)
def test_what_holds_no_paragraph_is_refused_and_nothing_else_happens(text, read):
    try:
        read(text)
    except WorkbookError as error:
        assert "no paragraph" in str(error) or "empty" in str(error)
