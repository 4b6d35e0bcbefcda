"""Real changes of two drafts: which can be called form or substance without argument."""

import pytest

from workbook.compare.spans import diff_texts
from workbook.learn.changes import list_made, list_real
from workbook.learn.decoys import Decoy, Swaps
from workbook.learn.picking import Sides
from workbook.meaning.swaps import load_swaps
from workbook.schemas import DIFFS, ORIGINS, PAIRS, frame_of

SIDES = Sides("one", "two", "“One”", "“Two”", (), doubtful=False)
KEYS = ("one", 4, "5", "two", 6, "7")


@pytest.fixture(scope="module")
def judge():
    """The changes between two texts of one paragraph."""
    swaps = Swaps(load_swaps())

    def read(old, new, relation="edited"):
        pairs = frame_of([(*KEYS, relation, False, True, False, 0.9, "words")], PAIRS)
        spans = [(*KEYS, number, *span) for number, span in enumerate(diff_texts(old, new))]
        return list_real(frame_of(spans, DIFFS), pairs, frame_of([], ORIGINS), SIDES, swaps)

    return read


@pytest.mark.parametrize(
    ("old", "new", "weight"),
    [
        ("we need safe ways for all people here", "We need safe ways for all people here", "form"),
        ("in ports, as we know, all pilots help us", "in ports as we know, all pilots help us", "form"),
        ("We help cranes, ladders, and gangways here", "We help cranes, ladders and gangways here", "form"),
        ("We help all ships. we also help all crews", "We help all ships. We also help all crews", None),
        (
            "We help all ships. Progress is also made here",
            "We help all ships. progress is also made here",
            None,
        ),
        ("While ships sail on, we help all of them", "While ships sail on, We help all of them", None),
        (
            "We fear drought, floods, water loss and storms",
            "We fear drought, floods water loss and storms",
            None,
        ),
        ("in ports, at sea and on land we help", "in ports at sea and on land we help", None),
        (
            "We help all local governments in ports here",
            "We help all local Governments in ports here",
            "form",
        ),
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
def test_what_nobody_argues_about_is_a_change_of_one_sort_and_a_seam_is_none(old, new, weight, judge):
    assert [change.weight for change in judge(old, new)] == [weight] * bool(weight)


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


def test_of_a_text_read_out_of_another_a_change_of_form_counts_only_where_a_document_tells():
    old, new = "We help all local governments in ports here", "We help all local Governments in ports here"
    pairs = frame_of([(*KEYS, "edited", False, True, False, 0.9, "words")], PAIRS)
    spans = [(*KEYS, number, *span) for number, span in enumerate(diff_texts(old, new))]
    [at] = [span[6] for span in spans if span[7] != "equal"]
    diffs, swaps = frame_of(spans, DIFFS), Swaps(load_swaps())
    found = {}
    for grade in ("documented", "inferred", "unknown"):
        rows = [(*KEYS, at, "new", "inserted", "x", grade, "why", "Governments", 1, "form", None, None)]
        for doubtful in (True, False):
            sides = SIDES._replace(doubtful=doubtful)
            found[grade, doubtful] = len(list_real(diffs, pairs, frame_of(rows, ORIGINS), sides, swaps))
    assert found == {
        ("documented", True): 1,
        ("documented", False): 1,
        ("inferred", True): 0,
        ("inferred", False): 1,
        ("unknown", True): 0,
        ("unknown", False): 1,
    }


@pytest.mark.parametrize(
    ("later", "kept"),
    [
        ("We seek full access for every pilot of the port.", True),
        ("We offer full access for all pilots of the port.", True),
        ("We seek access for all pilots of the port.", False),  # just this was done
        ("We seek access and rest for all pilots of the port.", False),  # among others
    ],
)
def test_what_happened_between_two_drafts_is_never_called_made_up(later, kept):
    old = "We seek full access for all pilots of the port."
    spans = [(*KEYS, number, *span) for number, span in enumerate(diff_texts(old, later))]
    decoy = Decoy(4, "5", 8, 13, "", "a word struck", "substance", "Why.")
    made = list_made([decoy], {4: old}, ["Rest."], frame_of(spans, DIFFS), SIDES)
    assert len(made) == kept
    assert all("word for word, the second stands in neither draft" in change.why for change in made)


def test_an_exchange_made_elsewhere_in_the_two_drafts_is_not_made_up_either():
    old = "We asked for labour inspectors in all ports of ours."
    spans = [
        (*KEYS[:1], 9, *KEYS[2:], number, *span)
        for number, span in enumerate(diff_texts("Good labour for all here", "Good labor for all here"))
    ]
    decoy = Decoy(4, "5", 13, 19, "labor", "another spelling", "form", "Why.")
    assert list_made([decoy], {4: old}, [old], frame_of([], DIFFS), SIDES)
    assert not list_made([decoy], {4: old}, [old], frame_of(spans, DIFFS), SIDES)


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
