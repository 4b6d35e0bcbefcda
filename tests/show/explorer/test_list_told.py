"""The chapter of a reader's own list: whole words, asks beside paragraphs, and strange questions refused."""

import time

import polars as pl
import pytest

from workbook.app.chapters import make_chapter
from workbook.app.chapters.asked import Asked
from workbook.app.chapters.list import LONGEST, MOST_WORDS
from workbook.schemas import PARAGRAPHS, WorkbookError, conform
from workbook.show.explorer.chapters.list import find_places, tell_elsewhere

# The letter's asks about paragraphs that the draft has already which it amends.
NAMED, BEYOND, BACK = "2 42; 2 42bis; 3 9bis; 3 22", "3 24; 3 43quint", "4 38; 4 39bis"


def make_paragraphs(*texts):
    rows = [
        {"draft": "new", "position": at, "label": str(at + 1), "kind": "paragraph", "text": text}
        for at, text in enumerate(texts)
    ]
    return pl.DataFrame({name: [row.get(name) for row in rows] for name in PARAGRAPHS}).pipe(
        conform, PARAGRAPHS
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("child", ["child"]),
        ("child*", ["child", "Children"]),
        ("ILO", []),
        ("womens  organizations", []),
        ("women's organizations", ["women’s organizations"]),
        ("child best", []),
        ("*", []),
        ("*hi*", ["Philosophy", "child", "Children"]),
        ("*il*", ["Philosophy", "child", "Children"]),
        ("*o*", ["Philosophy", "women", "organizations"]),
        ("*n’s*", ["Children’s", "women’s"]),
        ("*ild", ["child"]),
    ],
)
def test_words_are_whole_in_any_case_and_a_star_is_any_ending(words, found):
    text = "Philosophy: each child, Children’s rights and women’s organizations."
    places = list(find_places(make_paragraphs(text), words))
    assert [text[start:end] for _at, _label, _text, spans in places for start, end in spans] == found


def test_no_words_make_looking_for_them_slow():
    """With so many ways to match as there are letters, ten such words would already take a second."""
    hostile = make_paragraphs(f"{'eeee ' * 80}.")
    started = time.process_time()
    assert not list(find_places(hostile, f"{'*e* ' * 60} q"))
    assert time.process_time() - started < 1


def test_where_words_stand_in_another_draft_is_told_with_its_whole():
    told = tell_elsewhere(make_paragraphs("A lamp, a lamp.", "Light."), "New", ["lamp", "torch"])
    assert told == [
        {"title": "New", "paragraphs": 2, "times": 2, "places": [[0, "1"]]},
        {"title": "New", "paragraphs": 2, "times": 0, "places": []},
    ]


@pytest.mark.parametrize(
    ("old", "new", "asks"),
    [  # the suggested language itself, the draft that it amends on either side, drafts of another step
        ("rev3", "wimn", f"1 9pre; {NAMED}; 3 45bis; {BEYOND}; {BACK}"),
        ("rev2", "rev3", f"{NAMED}; {BEYOND}; {BACK}"),
        ("rev3", "rev2", f"{NAMED}; {BEYOND}; {BACK}"),
        ("rev1", "rev2", ""),
    ],
)
def test_asks_stand_beside_the_paragraphs_that_they_are_about(old, new, asks):
    asked = Asked(old, new)
    labels = {
        (row["old_position"], row["new_position"]): row["new_label"] or row["old_label"]
        for row in asked.comparison.pairs.to_dicts()
    }
    told = make_chapter("list", asked)["asks"]
    assert "; ".join(f"{row[3]} {labels[row[0], row[1]]}" for row in told) == asks


@pytest.mark.parametrize(
    "extra",
    [
        {"words": "lamp"},
        {"words": [1]},
        {"words": ["lamp"] * (MOST_WORDS + 1)},
        {"words": ["x" * (LONGEST + 1)]},
        {"pin": "everything"},
        {"pin": {"kind": "words", "drafts": ["/etc/passwd"], "about": {"words": "root"}}},
        {"pin": {"kind": "change", "drafts": ["rev2", ["rev3"]], "about": {}}},
        {"pin": {"kind": "guess", "drafts": ["rev2"], "about": {}}},
    ],
)
def test_what_a_stranger_asks_is_refused_in_words(extra):
    with pytest.raises(WorkbookError):
        make_chapter("list", Asked("rev2", "rev3", extra=extra))
