"""The flow: boxes as high as their words, ribbons as wide as what they carried, new and gone without any."""

import json
from itertools import pairwise

import pytest

from workbook.app.followed import compare_steps, order_drafts
from workbook.compare.trace import trace_paragraphs
from workbook.schemas import DRAFTS, PARAGRAPHS, frame_of
from workbook.show.figures import draw_flow
from workbook.show.figures.boxes import lay_flow, weigh_changes
from workbook.text.drafts import load_drafts, pick_drafts, shipped_data
from workbook.text.paragraphs import split_paragraphs
from workbook.text.runs import read_runs

LAMPS = "We light the lamps of the harbour every evening before the ships of the coast come home"
SHIPS = "The keepers of the tower write down each ship, its flag, its master and its load of salt"
ROADS = "We ask the council of the islands to mend the long road from the market to the quay"


def trace(**drafts):
    """TRACE of drafts as lists of (label, text)."""
    rows = [
        (draft, at, label, label, "", "", "paragraph", "", text, at + 1, at + 1)
        for draft, paragraphs in drafts.items()
        for at, (label, text) in enumerate(paragraphs)
    ]
    paragraphs = frame_of(rows, PARAGRAPHS)
    return trace_paragraphs(paragraphs, *compare_steps(paragraphs, pairwise(drafts)), list(drafts))


def ribbons(found, kind):
    return [ribbon for ribbon in lay_flow(found).ribbons if ribbon.kind == kind]


def bars(figure, name):
    [bar] = [each for each in figure.data if each.type == "bar" and each.name == name]
    return bar


def test_boxes_stand_in_the_order_of_the_document_as_high_as_their_words():
    boxes = lay_flow(trace(one=[("1", LAMPS), ("2", f"{SHIPS} {SHIPS}")], two=[("1", LAMPS)])).boxes
    first, second = boxes["one", 0], boxes["one", 1]
    assert (first.top, first.words, second.words) == (0, 17, 36)
    assert second.top > first.words
    assert (first.column, boxes["two", 0].column) == (0, 1)


def test_a_ribbon_is_as_wide_as_the_words_that_it_carried():
    [ribbon] = ribbons(trace(one=[("1", LAMPS)], two=[("1", f"{LAMPS} {SHIPS}")]), "stayed")
    assert ribbon.old == (0, 17)
    assert ribbon.new == (9, 26)  # of 35 words, in their middle


def test_the_parts_of_a_split_share_the_edge_of_the_paragraph_that_they_came_from():
    found = trace(one=[("1", f"{LAMPS}. {SHIPS}.")], two=[("1", f"{LAMPS}."), ("2", f"{SHIPS}.")])
    first, second = ribbons(found, "split")
    assert (first.old[0], first.old[1], second.old[1]) == (0, second.old[0], 35)
    assert second.new[0] > first.new[1]


def test_a_move_and_a_merger_are_no_quiet_ribbons():
    moved = trace(
        one=[("1", LAMPS), ("2", SHIPS), ("3", ROADS)], two=[("1", SHIPS), ("2", ROADS), ("3", LAMPS)]
    )
    merged = trace(one=[("1", f"{LAMPS}."), ("2", f"{SHIPS}.")], two=[("1", f"{LAMPS}. {SHIPS}.")])
    assert [(ribbon.old[0], ribbon.new[0] > 0) for ribbon in ribbons(moved, "moved")] == [(0, True)]
    assert len(ribbons(merged, "merged")) == 2


def test_new_and_gone_paragraphs_are_boxes_without_ribbons_that_say_so():
    found = trace(one=[("1", LAMPS), ("2", SHIPS)], two=[("1", LAMPS), ("3", ROADS)])
    figure = draw_flow(found)
    assert len(lay_flow(found).ribbons) == 1
    assert list(bars(figure, "new").text) == ["3 · new"]
    assert list(bars(figure, "gone").text) == ["2 · gone"]
    assert list(bars(figure, "goes on").text) == ["1", "1"]


def test_a_box_is_shaded_by_what_changed_and_the_first_draft_is_not():
    found = trace(
        one=[("1", LAMPS), ("2", SHIPS)], two=[("1", LAMPS), ("2", f"{SHIPS} {ROADS}"), ("3", ROADS)]
    )
    shades = {place: round(box.share, 2) for place, box in lay_flow(found).boxes.items()}
    assert (shades["one", 0], shades["one", 1], shades["two", 0]) == (0, 0, 0)
    assert shades["two", 1] == pytest.approx(18 / 54, abs=0.01)


def test_of_a_merger_the_shade_is_of_all_that_went_into_it():
    one, both = [("1", f"{LAMPS}."), ("2", f"{SHIPS}.")], f"{LAMPS}. {SHIPS}."
    assert weigh_changes(trace(one=one, two=[("1", both)])) == {("two", 0): 0}
    [share] = weigh_changes(trace(one=one, two=[("1", f"{both} {ROADS}.")])).values()
    assert share == pytest.approx(18 / 88, abs=0.02)


def test_a_hover_says_what_the_card_says_and_where_a_number_misleads():
    found = trace(one=[("1", LAMPS), ("2", SHIPS)], two=[("1", SHIPS), ("3", LAMPS)])
    [first] = [told for told in bars(draw_flow(found), "goes on").hovertext if told.startswith("1, two")]
    assert "label kept, words from elsewhere" in first
    assert "was another paragraph's in the draft before" in first
    assert "0% of the words changed" in first


def test_a_box_leads_to_its_passport():
    figure = draw_flow(trace(one=[("1", LAMPS)], two=[("1", LAMPS)]))
    assert [list(each) for each in bars(figure, "goes on").customdata] == [["one:0", 0], ["two:0", 0]]


def test_titles_stand_above_the_columns_and_nothing_in_them_is_html():
    rows = [("one", "<b>Rev</b> 1", None, "revision", "a", "all", "", "as issued", "")]
    figure = draw_flow(trace(one=[("<i>", LAMPS)], two=[("1", LAMPS)]), frame_of(rows, DRAFTS))
    assert list(figure.layout.xaxis.ticktext) == ["&lt;b&gt;Rev&lt;/b&gt; 1", "two"]
    assert "&lt;i&gt;" in bars(figure, "goes on").text


def test_one_draft_alone_is_a_column(tmp_path):
    figure = draw_flow(trace(one=[("", LAMPS)]))
    assert list(bars(figure, "goes on").text) == ["¶"]
    assert figure.layout.height > 340


def test_the_shipped_drafts_make_a_small_chart_in_which_every_paragraph_is_a_box():
    known = load_drafts(shipped_data())
    ids = order_drafts(known)
    drafts = pick_drafts(known, ids)
    paragraphs = split_paragraphs(read_runs(drafts), drafts)
    found = trace_paragraphs(paragraphs, *compare_steps(paragraphs, pairwise(ids)), ids)
    sent = draw_flow(found, drafts, look=None).to_json()
    assert sum(len(trace["x"]) for trace in json.loads(sent)["data"] if trace["type"] == "bar") == len(
        found.drop_nulls("position").unique(["draft", "position"])
    )
    assert len(sent) < 100_000
