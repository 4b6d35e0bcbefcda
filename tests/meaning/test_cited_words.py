"""Whether the words of a cited place stand in the paragraph that cites it, and which text a title names."""

import polars as pl
import pytest

from tests.meaning.test_agreed import AGREED_BEFORE, make_paragraphs
from workbook.meaning.agreed import find_agreed
from workbook.meaning.cited_words import find_cited_words
from workbook.meaning.references import load_documents
from workbook.meaning.sources import name_text
from workbook.schemas import CITED_WORDS, SOURCES, conform

THERE = [
    ("10", "Nothing of that kind."),
    ("11", AGREED_BEFORE),
    ("15", "They will:"),
    ("15(b)", "ring the bells by night and by day", "item"),
]


@pytest.fixture
def check():
    def check(text, *pinpoints):
        drafts, references = make_paragraphs(text), make_paragraphs(*THERE, draft="compact")
        place = dict.fromkeys(SOURCES) | {"draft": "new", "position": 0, "label": "1", "source": "GCM"}
        given = [place | {"pinpoint": pinpoint} for pinpoint in pinpoints]
        sources = pl.DataFrame(given, schema=list(SOURCES), infer_schema_length=None).pipe(conform, SOURCES)
        frame = find_cited_words(sources, find_agreed(drafts, references), references)
        assert frame.schema == pl.Schema(CITED_WORDS)
        return frame.select("pinpoint", "reference_label", "words", "elsewhere").rows()

    return check


def test_words_of_the_cited_place_are_counted(check):
    assert check("We keep an old duty to keep every lamp alight.", "para 11") == [("para 11", "11", 8, 0)]


def test_words_that_stand_elsewhere_are_counted_apart(check):
    assert check("We keep an old duty to keep every lamp alight.", "para 10") == [("para 10", "10", 0, 8)]


def test_a_citation_guarantees_no_words(check):
    assert check("We care for lamps in our own way, and gladly.", "para 11") == [("para 11", "11", 0, 0)]


def test_a_paragraph_is_its_items_too(check):
    assert check("We ring the bells by night and by day.", "para 15") == [("para 15", "15", 8, 0)]


def test_an_item_without_a_number_of_its_own_is_looked_for_in_its_paragraph(check):
    assert check("We ring the bells by night and by day.", "para 15(c)") == [("para 15(c)", "15", 8, 0)]


def test_a_place_that_the_text_has_not_is_told(check):
    assert check("We ring the bells by night and by day.", "para 99") == [("para 99", "", 0, 8)]


def test_what_bears_no_number_in_the_text_is_left_out(check):
    assert check(AGREED_BEFORE, "", "PP5", "objective 2") == []


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Global Compact for Safe, Orderly and Regular Migration (2018)", "GCM"),
        ("A_RES_73_195-EN", "GCM"),
        ("A/RES/76/172", "A/RES/76/172"),
        ("Global Compact for Migration, zero draft plus", ""),
        ("Rev 2, reconstructed", ""),
        ("", ""),
    ],
)
def test_a_title_tells_which_cited_document_a_text_is(title, source):
    assert name_text(title, load_documents()) == source
