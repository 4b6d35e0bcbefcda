"""Bars on both sides of a line: themes gained and lost, sources kept, gained and lost."""

import pytest

from workbook.schemas import GAINS, SOURCE_COUNTS, WorkbookError, frame_of
from workbook.show.figures import draw_gains, draw_sources
from workbook.show.style import LOOKS

GAINED = [
    ("theme", "T01", "Pathways", 2, 0, 2, 0, None, 170, 24, None),
    ("theme", "T02", "Work", 8, 7, 3, 3, 3, 190, 151, 42),
    ("theme", "T16", "Follow-up", 0, 0, 0, 0, None, 29, 14, None),
    ("theme", "T99", "<b>hostile", 0, 5, 0, 1, None, 0, 9, None),
]


def draw(*rows, **choices):
    return draw_gains(frame_of(rows or GAINED, GAINS), **choices)


def test_what_came_stands_right_of_the_line_and_what_went_left_of_it():
    put_in, struck, _net = draw().data
    assert list(put_in.x) == [2, 8, 0, 0]
    assert list(struck.x) == [0, -7, 0, -5]


def test_an_amount_is_said_without_a_sign_and_none_is_said_of_nothing():
    put_in, struck, _net = draw().data
    assert list(put_in.text) == ["2", "8", "", ""]
    assert list(struck.text) == ["", "7", "", "5"]
    assert draw().layout.xaxis.showticklabels is False


def test_the_theme_that_gained_most_stands_first_and_an_untouched_one_keeps_its_row():
    assert list(draw().layout.yaxis.ticktext) == ["Pathways", "Work", "Follow-up", "&lt;b&gt;hostile"]
    assert [tag for [tag] in draw().data[0].customdata] == ["T01", "T02", "T16", "T99"]


def test_a_diamond_stands_only_where_a_theme_came_and_went():
    assert list(draw().data[2].x) == [None, 1, None, None]


def test_words_can_be_drawn_instead_of_mentions():
    figure = draw(measure="words")
    assert dict(zip(figure.layout.yaxis.ticktext, figure.data[0].x, strict=True))["Work"] == 190
    assert "words" in figure.layout.xaxis.title.text


def test_a_measure_that_is_none_is_named_with_those_that_are():
    with pytest.raises(WorkbookError, match="mentions, words"):
        draw(measure="totals")


def test_a_hover_tells_both_measures():
    name, *facts = draw().data[0].hovertext[1].split("<br>")
    assert name == "Work"
    assert facts == [
        "mentions put in: 8, in 3 paragraphs",
        "mentions struck: 7, in 3 paragraphs; of no known hand: 3",
        "words put in where it is spoken of: 190; struck: 151; of no known hand: 42",
    ]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_what_was_struck_is_hatched_so_that_colour_does_not_tell_alone(look):
    bars = draw(look=look).layout.template.data.bar
    assert [bar.marker.pattern.shape for bar in bars] == ["", "/", ""]
    assert [bar.marker.color for bar in bars[:2]] == [LOOKS[look]["put_in"], LOOKS[look]["taken_out"]]


def test_nothing_at_all_can_be_drawn():
    assert list(draw_gains(frame_of([], GAINS)).data[0].x) == []


def draw_cited(*rows):
    return draw_sources(frame_of(rows, SOURCE_COUNTS), title="one → two")


def test_what_the_newer_draft_cites_stands_right_of_the_line_kept_before_gained():
    gained, lost, kept = draw_cited(("GCM", 10, 13, 18, 4, 1), ("SDG", 1, 0, 0, 0, 1)).data
    assert (gained.base[0], gained.x[0], kept.x[0], lost.x[0]) == (18, 4, 18, -1)
    assert list(lost.text) == ["1", "1"]


def test_the_number_of_places_kept_gives_way_to_those_gained():
    _gained, _lost, kept = draw_cited(("GCM", 10, 13, 18, 4, 0), ("SDG", 1, 1, 1, 0, 0)).data
    assert list(kept.textposition) == ["inside", "outside"]


def test_a_source_is_named_whatever_it_is_called():
    figure = draw_cited(("", 1, 1, 1, 0, 0), ("<i>Report</i> on " + "people " * 9, 1, 1, 1, 0, 0))
    assert figure.layout.yaxis.ticktext[0] == "no document named"
    assert figure.layout.yaxis.ticktext[1].startswith("&lt;i&gt;Report")
    assert figure.layout.yaxis.ticktext[1].endswith("…")
    assert figure.layout.title.text == "one → two"
