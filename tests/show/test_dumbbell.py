"""The dumbbell: where each clause stood on the scale, and where it stands now."""

import pytest

from workbook.schemas import TRAIL, frame_of
from workbook.show.figures import draw_trail
from workbook.show.style import RUNGS

NAMES = ["before", "now, higher", "now, lower", "another tone", "another object"]
ROW = dict.fromkeys(TRAIL, "") | {
    "old_draft": "a", "old_position": 3, "old_label": "7bis", "new_draft": "b", "new_position": 4,
    "new_label": "7bis", "old_clause": 0, "old_phrase": "will evaluate", "old_rung": 6, "new_clause": 0,
    "new_phrase": "will consider", "new_rung": 4, "direction": "down", "rule": "rung 6 to 4: x → y",
    "grade": "inferred", "hand": "chair",
}  # fmt: skip
SAME = {"old_rung": 5, "new_rung": 5, "old_phrase": "will promote", "new_phrase": "will promote"}
OBJECT = SAME | {"direction": "object", "rule": "weaker object, Taking part: “processes” → “discussions”"}


def draw(*changes, **choices):
    return draw_trail(frame_of([list((ROW | change).values()) for change in changes], TRAIL), **choices)


def mark(figure, name):
    [trace] = [trace for trace in figure.data if trace.name == name]
    return list(zip(trace.x, trace.y, strict=True))


def read_names(figure):
    return [words.text for words in figure.layout.annotations]


def test_a_clause_goes_from_its_older_rung_to_its_newer_one():
    figure = draw({}, {"old_rung": 1, "new_rung": 2, "direction": "up"})
    assert mark(figure, "before") == [(6, 0), (1, 1)]
    assert mark(figure, "now, lower") == [(4, 0)]
    assert mark(figure, "now, higher") == [(2, 1)]
    assert list(figure.data[0].x) == [6, 4, None, 1, 2, None]


def test_a_word_inside_the_clause_changes_it_on_its_own_rung():
    figure = draw(OBJECT)
    assert mark(figure, "before") == mark(figure, "another object") == [(5, 0)]


def test_clauses_of_one_draft_and_unchanged_ones_have_no_row():
    lone = {"old_rung": None, "old_clause": None, "direction": "none"}
    assert mark(draw(lone, {"direction": "form"}, {"direction": "none"}), "before") == []


def test_a_row_names_its_paragraph_and_both_phrases():
    assert read_names(draw({})) == ["<b>7bis</b>  will evaluate → will consider"]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (OBJECT["rule"], "“processes” → “discussions”"),
        ("a softening verb inside the clause is gone: “strive”", "“strive” is gone"),
        ("a softening verb inside the clause came in: “strive”", "“strive” came in"),
    ],
)
def test_where_the_verb_stayed_the_row_names_the_words_that_changed(rule, said):
    [name] = read_names(draw(SAME | {"direction": "up", "rule": rule}))
    assert name.endswith(f"will promote … {said}")


def test_beside_a_change_stands_how_surely_its_hand_is_known_and_which_way_an_object_went():
    told = [words.strip() for words in draw({}, OBJECT, {"grade": None}).data[-1].text]
    assert told == ["hand: inferred", "weaker object · hand: inferred", ""]


def test_what_is_said_beside_a_change_stands_where_there_is_room():
    figure = draw({}, {"old_rung": 2, "new_rung": 1})
    assert list(figure.data[-1].textposition) == ["middle left", "middle right"]
    assert list(figure.data[-1].x) == [4, 2]


def test_a_hover_tells_whose_change_it_is_by_name():
    [hover] = draw({"hedges_gained": "relevant"}, hands={"chair": "The chair"}).data[1].hovertext
    assert hover.split("<br>") == [
        "7bis: “will evaluate” becomes “will consider”, commitment 6 to 4",
        "a caveat came in: “relevant”.",
        "whose change: The chair (inferred)",
    ]


def test_every_rung_has_its_place_in_order_and_the_axis_says_what_it_is_not():
    axis = draw({}).layout.xaxis
    assert list(axis.tickvals) == list(RUNGS) == [0, 1, 2, 3, 4, 5, 6]
    assert "an order, not a measure" in axis.title.text


def test_a_chart_of_an_edited_scale_says_so():
    assert "your scale" in draw({}, own_scale=True).layout.xaxis.title.text
    assert "your scale" not in draw({}).layout.xaxis.title.text


def test_every_mark_has_a_shape_of_its_own():
    assert [trace.name for trace in draw({}).data[1:-1]] == NAMES
    assert len({trace.marker.symbol for trace in draw({}).data[1:-1]}) == len(NAMES)


def test_a_hostile_phrase_stays_text():
    figure = draw({"old_phrase": "<img src=x>", "new_label": "<b>7"})
    assert "<img" not in read_names(figure)[0] + figure.data[1].hovertext[0]
    assert read_names(figure)[0].startswith("<b>&lt;b&gt;7</b>")


def test_no_row_at_all_can_be_drawn():
    assert read_names(draw()) == []
