"""Formats that say what their lines are: nothing is guessed off the page."""

from pathlib import Path

import polars as pl
import pytest

from workbook.schemas import WorkbookError
from workbook.text.drafts import draft_of_file
from workbook.text.paragraphs import split_paragraphs
from workbook.text.read.source import Run, make_source

ANA = {"inserted_by": "Ana"}


@pytest.fixture
def read():
    """Reads (block, text, part, state) rows as a file of a format that knows its paragraphs."""

    def read(*rows: tuple, hands: str = "all"):
        runs = [
            Run(block, run, block + 1, text, part=part, **state)
            for run, (block, text, part, state) in enumerate(rows)
        ]
        source = make_source(Path("a.docx"), runs)
        drafts = draft_of_file("a.docx", hands).with_columns(file=pl.lit("a.docx"))
        return split_paragraphs(source.runs, drafts)

    return read


KEPT = {"break_": "kept"}


def test_each_line_is_a_paragraph_of_its_own_though_it_ends_in_no_stop(read):
    found = read((0, "We agree", "paragraph", KEPT), (1, "and go on", "paragraph", KEPT))
    assert found["text"].to_list() == ["We agree", "and go on"]


def test_a_heading_is_what_the_format_calls_one_and_nothing_else(read):
    rows = [
        (0, "We agree.", "paragraph", KEPT),
        (1, "Scope", "heading", KEPT),
        (2, "Short line", "paragraph", KEPT),
        (3, "We act.", "paragraph", KEPT),
    ]
    assert read(*rows).select("kind", "section").rows() == [
        ("paragraph", ""),
        ("heading", "Scope"),
        ("paragraph", "Scope"),
        ("paragraph", "Scope"),
    ]


def test_notes_leave_no_number_in_the_text_and_stand_apart(read):
    found = read(
        (0, "1. We agree", "paragraph", {}),
        (0, "1", "note mark", {}),
        (0, " to act", "paragraph", {}),
        (0, "2", "note mark", {}),
        (0, ".", "paragraph", KEPT),
        (1, "1 ", "note number", {}),
        (1, "See annex.", "footnote", KEPT),
        (2, "It is long.", "footnote", KEPT),
        (3, "2 ", "note number", {}),
        (3, "Idem.", "footnote", KEPT),
    )
    assert found.select("kind", "label", "text").rows() == [
        ("paragraph", "1", "We agree to act."),
        ("footnote", "1", "See annex. It is long."),
        ("footnote", "2", "Idem."),
    ]


def test_a_heading_that_nobody_applied_is_none(read):
    rows = [(0, "Scope", "heading", ANA | {"break_": "inserted"}), (1, "We agree.", "paragraph", KEPT)]
    assert read(*rows, hands="none")["kind"].to_list() == ["paragraph"]


def test_a_text_without_words_once_the_hands_are_applied_is_refused(read):
    with pytest.raises(WorkbookError, match="no words are left"):
        read((0, "We agree.", "paragraph", ANA), hands="none")


def test_of_a_text_that_never_had_words_none_are_said_to_be_gone(read):
    with pytest.raises(WorkbookError, match="no paragraph can be recognised"):
        read((0, " ", "paragraph", KEPT), hands="all")


def test_the_first_heading_is_the_title_and_the_next_one_heads_a_section(read):
    rows = [
        (0, "Draft Declaration", "heading", KEPT),
        (1, "Scope", "heading", KEPT),
        (2, "1. We agree.", "paragraph", KEPT),
    ]
    assert read(*rows).select("kind", "section").rows() == [
        ("title", ""),
        ("heading", "Scope"),
        ("paragraph", "Scope"),
    ]


def test_a_long_list_of_headings_is_no_section_of_them_all(read):
    found = read(
        *((at, f"Heading {at}", "heading", KEPT) for at in range(200)),
        (200, "We agree.", "paragraph", KEPT),
    )
    assert found["section"].str.len_chars().max() < 600
    assert found["section"].tail(1).str.ends_with("Heading 199").all()


def test_what_converters_leave_in_plain_text_are_words_where_the_format_says_what_its_lines_are(read):
    words = ["# Five [^1]", "We [bookmark: one] agree [footnoteRef:2]", "All [1: of them] act"]
    found = read(*((at, text, "paragraph", KEPT) for at, text in enumerate(words)))
    assert found["text"].to_list() == words
