"""The web page of a comparison: whole, and harmless whatever stands in a draft."""

import re
from collections import Counter

import polars as pl
import pytest

from workbook.app import compare_drafts
from workbook.compare.diffs import diff_words
from workbook.compare.pairs import pair_paragraphs
from workbook.schemas import PARAGRAPHS, conform
from workbook.share.html import sum_up, write_page
from workbook.show.cards import CAUTION, FLATTENED, RECONSTRUCTED
from workbook.text.drafts import shipped_data
from workbook.text.paragraphs import body_of

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<a href=javascript:alert(1)>x</a>",
    "</style><script src=//x.example/x.js></script>",
    "</title></main></article><svg/onload=alert(1)>",
    "<!-- <![CDATA[ &lt;b&gt; &#60;i&#62; ]]> -->",
    '<meta http-equiv="refresh" content="0;url=http://x.example">',
    "{{7*7}} ${7*7} <ins>not put in</ins>",
]
KNOWN = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"}, "title": set(),
    "style": set(), "body": set(), "main": set(), "h1": set(), "h2": set(), "h3": set(), "p": {"class"},
    "article": set(), "span": {"class"}, "ins": {"class"}, "del": {"class", "aria-hidden"},
}  # fmt: skip
VALUES = {
    "en", "utf-8", "viewport", "width=device-width, initial-scale=1", "caution", "form", "unseen", "true",
    "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'",
}  # fmt: skip


def squeeze(text):
    """The text without its spaces: a redline may put one between a struck and an inserted word."""
    return "".join(text.split())


def assert_harmless(page):
    """Only elements, attributes and values that the workbook itself writes; nothing that fetches or runs."""
    assert {tag for tag, _ in page.elements} <= set(KNOWN)
    for tag, attributes in page.elements:
        assert set(attributes) <= KNOWN[tag]
        assert set(attributes.values()) <= VALUES
    assert sum(tag == "style" for tag, _ in page.elements) == 1
    assert not re.search(r"url\(|@import|expression|</", page.texts["style"])


@pytest.fixture(scope="module")
def real():
    return compare_drafts("rev2-printed", "wimn-printed", shipped_data())


def test_the_page_says_that_nothing_may_be_fetched_or_run(real, page_of):
    page = page_of(real)
    policies = [
        attributes["content"]
        for tag, attributes in page.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert page.source.index("Content-Security-Policy") < page.source.index("<title>")


def test_the_page_of_the_printed_texts_names_no_address_to_fetch(real, page_of):
    page = page_of(real)
    assert_harmless(page)
    assert not re.search(r"https?:|src=|href=", page.source)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_a_text_are_shown_and_not_obeyed(words, compare, page_of):
    page = page_of(
        compare(f"1. We note {words} in part.\n2. We rest.\n", f"1. We note in part.\n2. We rest {words}.\n")
    )
    assert_harmless(page)
    assert words not in page.source
    for side in ("old", "new"):
        assert squeeze(words) in squeeze("".join(article[side] for article in page.articles))


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_title_is_shown_and_not_obeyed(words, compare, page_of):
    page = page_of(compare("1. We agree.\n", "1. We agree.\n", title=words, status="flattened"))
    assert_harmless(page)
    assert page.texts["title"] == page.texts["h1"] == f"{words} → {words}"
    assert page.cautions == [f"{words}: {FLATTENED}"] * 2


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_label_and_a_hostile_section_are_shown_and_not_obeyed(words, compare, page_of):
    drafts = compare("1. We agree.\n", "1. We agree.\n").drafts
    rows = [
        dict.fromkeys(PARAGRAPHS, "")
        | {"draft": draft, "position": 0, "label": words, "section": words, "kind": "paragraph"}
        | {"text": text, "first_line": 1, "last_line": 1}
        for draft, text in (("old", "We agree."), ("new", "We agree now."))
    ]
    paragraphs = pl.DataFrame(rows).pipe(conform, PARAGRAPHS)
    pairs = pair_paragraphs(paragraphs, "old", "new")
    source = write_page(drafts, paragraphs, pairs, diff_words(pairs, paragraphs))
    page = type(page_of(compare("1. A b.\n", "1. A b.\n")))(source)
    assert_harmless(page)
    assert page.sections == [words]
    assert page.articles[0]["heading"].startswith(words)


def test_every_paragraph_of_the_newer_draft_is_there_word_for_word_in_its_order(real, page_of):
    articles = page_of(real).articles
    assert len(articles) == real.pairs.height
    found = {}
    for article, position in zip(articles, real.pairs["new_position"], strict=True):
        if position is not None:
            found[position] = found.get(position, "") + article["new"]
    body = body_of(real.paragraphs, "wimn-printed")
    assert list(found) == body["position"].to_list()
    for position, text in body.select("position", "text").iter_rows():
        assert Counter(squeeze(found[position])) == Counter(squeeze(text))


def test_every_paragraph_of_the_older_draft_is_there_word_for_word(real, page_of):
    found = {}
    for article, position in zip(page_of(real).articles, real.pairs["old_position"], strict=True):
        if position is not None:
            found[position] = found.get(position, "") + article["old"]
    body = body_of(real.paragraphs, "rev2-printed")
    assert sorted(found) == body["position"].to_list()
    for position, text in body.select("position", "text").iter_rows():
        assert Counter(squeeze(found[position])) == Counter(squeeze(text))


def test_a_part_of_a_split_paragraph_that_moved_is_counted_among_the_moved():
    side = {"old_draft": "old", "new_draft": "new", "moved": False, "relation": "same"}
    rows = [
        side | {"old_position": 0, "new_position": 0, "relation": "split"},
        side | {"old_position": 0, "new_position": 2, "relation": "split", "moved": True},
        side | {"old_position": 1, "new_position": 1},
    ]
    assert sum_up(pl.DataFrame(rows)) == (
        "3 paragraphs in the newer text: 1 unchanged, 2 from a split; of these 3, 1 moved."
    )


def test_each_section_of_the_newer_draft_has_its_heading_once(real, page_of):
    sections = body_of(real.paragraphs, "wimn-printed")["section"].unique(maintain_order=True).to_list()
    assert page_of(real).sections == [section for section in sections if section]


def test_both_printed_texts_bear_the_caution(real, page_of):
    assert page_of(real).cautions == [f"{title}: {CAUTION}" for title in real.drafts["title"]]


def test_a_text_as_issued_bears_no_caution(compare, page_of):
    page = page_of(compare("1. We agree.\n", "1. We agree.\n", status="as issued"))
    assert page.cautions == []
    assert CAUTION not in page.source


def test_a_reconstructed_text_says_so(compare, page_of):
    page = page_of(compare("1. We agree.\n", "1. We agree.\n", status="reconstructed"))
    assert [caution.split(": ", 1)[1] for caution in page.cautions] == [RECONSTRUCTED] * len(page.cautions)
    assert page.cautions


def test_one_text_beside_itself_is_named_and_cautioned_once(page_of):
    page = page_of(compare_drafts("rev2-printed", "rev2-printed", shipped_data()))
    assert len(page.cautions) == 1
    assert {article["heading"].split(" ", 1)[1] for article in page.articles} == {"unchanged"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("1. We agree.\n", "1. We agree.\n", "1 paragraphs in the newer text: 1 unchanged."),
        ("1. We agree.\n", "1. We agree now.\n", "1 paragraphs in the newer text: 1 edited."),
        (
            "1. Ships carry salt.\n",
            "2. Birds return home.\n",
            "1 paragraphs in the newer text: 1 new; 1 of the",
        ),
        ("We agree.\n", "We agree.\n", "1 paragraphs in the newer text: 1 unchanged."),
    ],
)
def test_drafts_of_one_paragraph_make_a_page(old, new, said, compare, page_of):
    page = page_of(compare(old, new))
    assert_harmless(page)
    assert page.texts["p"].startswith(said)


def test_an_unchanged_paragraph_stands_there_in_full(compare, page_of):
    assert page_of(compare("1. We agree.\n", "1. We agree.\n")).articles == [
        {"heading": "1 unchanged", "old": "We agree.", "new": "We agree."}
    ]


def test_colour_is_not_the_only_sign_of_a_change(compare, page_of):
    page = page_of(compare("1. We agree on lamps.\n", "1. We agree on roads.\n"))
    assert '<span class="unseen">deleted </span>' in page.source
    assert '<span class="unseen"> end inserted, </span>' in page.source
    assert "line-through" in page.texts["style"]
    assert "underline" in page.texts["style"]
