"""Real changes of two drafts: which can be called form or substance without argument."""

import pytest

from workbook.compare.spans import diff_texts
from workbook.learn.changes import list_real
from workbook.learn.decoys import Swaps
from workbook.learn.picking import Sides
from workbook.meaning.swaps import load_swaps
from workbook.schemas import DIFFS, PAIRS, frame_of

SIDES = Sides("one", "two", "“One”", "“Two”", (), doubtful=False)
KEYS = ("one", 4, "5", "two", 6, "7")


@pytest.fixture(scope="module")
def judge():
    """The changes between two texts of one paragraph."""
    swaps = Swaps(load_swaps())

    def read(old, new, relation="edited"):
        pairs = frame_of([(*KEYS, relation, False, True, False, 0.9, "words")], PAIRS)
        spans = [(*KEYS, number, *span) for number, span in enumerate(diff_texts(old, new))]
        return list_real(frame_of(spans, DIFFS), pairs, SIDES, swaps)

    return read


@pytest.mark.parametrize(
    ("old", "new", "weight"),
    [
        ("we need safe ways for all people here", "We need safe ways for all people here", "form"),
        ("in ports, at sea and on land we help", "in ports at sea and on land we help", "form"),
        ("We train labour inspectors in ports here", "We train labor inspectors in ports here", "form"),
        ("We train inspectors in every port here", "We train pilots in every port here", "substance"),
        (
            "We train them in every port here",
            "We train them in every port, hangar and airfield here",
            "substance",
        ),
        ("We shall train pilots in ports here", "We will train pilots in ports here", "substance"),
        ("They may not train pilots in any port", "They may train pilots in any port", "substance"),
    ],
)
def test_what_nobody_argues_about_is_a_change_of_one_sort(old, new, weight, judge):
    assert [change.weight for change in judge(old, new)] == [weight]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the parties’ duty to train all pilots in port", "the parties' duty to train all pilots in port"),
        ("We train pilots of the port in winter here", "We train pilots in the port of winter here"),
        ("We commit to train many pilots in the port", "We commit to training many pilots in the port"),
        (
            "All pilots may rest a week, all masters may rest a day",
            "All masters may rest a week, all pilots may rest a day",
        ),
        ("We train inspectors in every port of ours", "We train good inspectors in every port of ours"),
        (
            "In winter months we train pilots and masters here",
            "We train pilots and masters here in winter months",
        ),
    ],
)
def test_endings_places_small_words_and_one_word_more_are_left_out(old, new, judge):
    assert judge(old, new) == []


def test_what_was_split_or_is_without_words_around_it_is_left_out(judge):
    old, new = "We train all inspectors in every port here", "We train all pilots in every port here"
    assert judge(old, new) and not judge(old, new, "split")
    assert judge("We train inspectors", "We train pilots") == []


def test_a_change_stands_in_its_paragraph_and_says_where(judge):
    words = [f"word{number}" for number in range(40)]
    old, new = (" ".join([*words[:20], changed, *words[20:]]) for changed in ("tankers", "ferries"))
    [change] = judge(old, new)
    assert old[change.start : change.start + len(change.before)] == change.before
    assert change.after in new
    assert change.cut == (True, True)
    assert change.said == "“tankers” became “ferries”"
    assert "paragraph 5 of “One”" in change.why and "paragraph 7 of “Two”" in change.why
