"""A comparison in a terminal or a message."""

import re

import pytest

from workbook.app.comparison import make_page_bundle
from workbook.app.sentences import make_cards
from workbook.share.html import write_page
from workbook.share.plain import write_plain

OLD = "1. We agree on lamps.\n2. We will light the long road, always.\n3. Ships carry salt.\n"
NEW = "1. We agree on lamps.\n2. We will light the short road always.\n4. Birds return home in spring.\n"


@pytest.fixture
def blocks(compare):
    found = compare(OLD, NEW)
    return write_plain(found.pairs, found.diffs).split("\n")


def test_each_paragraph_bears_its_label_and_what_became_of_it(blocks):
    assert [line for line in blocks if not line.startswith(" ")] == [
        "1: unchanged", "2: edited", "3: gone", "4: new",
    ]  # fmt: skip


def test_an_unchanged_paragraph_has_no_redline(blocks):
    assert blocks[1].startswith("2:")


def test_what_is_struck_stands_before_what_is_put_in(blocks):
    assert 0 < blocks[2].index("[-") < blocks[2].index("{+")


@pytest.mark.parametrize(
    ("gone", "marks", "text"),
    [
        (r"\[-.*?-\]", "{+ +}", "We will light the short road always."),
        (r"\{\+.*?\+\}", "[- -]", "We will light the long road, always."),
    ],
)
def test_both_texts_can_be_read_out_of_the_redline(blocks, gone, marks, text):
    kept = re.sub(gone, "", blocks[2].strip())
    for mark in marks.split():
        kept = kept.replace(mark, "")
    assert kept == text


def test_a_paragraph_without_a_number_is_called_so(compare):
    found = compare("We agree on lamps and on roads.\n", "We agree on lamps and on roads.\n")
    assert write_plain(found.pairs, found.diffs) == "unnumbered: unchanged"


def test_with_cards_each_block_begins_with_its_sentence(compare):
    found = compare(OLD, NEW)
    blocks = write_plain(found.pairs, found.diffs, make_cards(found)).split("\n")
    assert blocks[0] == "1: unchanged."
    assert "2: “long road” becomes “short road”." in blocks


def test_the_page_without_scripts_reads_each_sentence_and_escapes_it(compare):
    hostile = NEW.replace("short", "<b>short</b>")
    found = compare(OLD, hostile)
    page = write_page(
        found.drafts, found.paragraphs, found.pairs, found.diffs, make_page_bundle(found), chapters={}
    )
    heads = re.findall(r"<h3>(.*?)</h3>", page)
    assert heads[0] == "1 <span>unchanged.</span>"
    assert any("&lt;b&gt;short&lt;/b&gt;" in head for head in heads)
    assert not any("<b>" in head for head in heads)
