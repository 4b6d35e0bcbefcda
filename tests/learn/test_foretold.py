"""A learner's line beside what came: words counted with their whole, rungs named in their order."""

import json

import pytest

from workbook.app.chapters import Asked, make_chapter
from workbook.learn.foretold import lay_beside
from workbook.meaning.ladder import load_ladder
from workbook.meaning.lexicon import load_terms
from workbook.schemas import WorkbookError

OLD = "We commit to ensuring medical care for seafarers in harbours."
DRAFT = "We commit to promoting free medical care for seafarers and pilots in harbours, as appropriate."


@pytest.fixture(scope="module")
def lay():
    ladder, terms = load_ladder(), load_terms(schemes=("hedge", "booster"))
    return lambda old, yours, draft: lay_beside(old, yours, draft, "“Two”", ladder, terms)


def test_words_are_counted_with_their_whole_and_small_ones_left_out(lay):
    told = lay(
        OLD, "We commit to promoting medical care for all seafarers and pilots in the harbours.", DRAFT
    )
    assert told["whole"]
    assert told["came"] == {
        "counts": {"both": 2, "yours": 1, "draft": 2},
        "both": ["promoting", "pilots"],
        "yours": ["all"],
        "draft": ["free", "appropriate"],
    }
    assert told["struck"]["both"] == ["ensuring"]
    assert told["sentences"][:3] == [
        "Of the 4 words of meaning that “Two” put in, you put in 2 too: “promoting”, “pilots”.",
        "Of the 3 words of meaning that you put in, 1 is yours alone: “all”.",
        "The one word of meaning that “Two” struck, you struck too: “ensuring”.",
    ]


def test_of_one_word_it_is_told_as_of_one(lay):
    yours = lay(OLD, OLD.replace("care", "care today"), OLD.replace("care", "help"))["sentences"]
    assert yours[:3] == [
        "You did not put in the one word of meaning that “Two” put in.",
        "The one word of meaning that you put in is yours alone: “today”.",
        "You did not strike the one word of meaning that “Two” struck.",
    ]


def test_words_that_only_changed_places_are_neither_put_in_nor_struck(lay):
    told = lay(OLD, "In harbours, we commit to ensuring medical care for seafarers.", OLD)
    assert told["came"]["counts"] == told["struck"]["counts"] == {"both": 0, "yours": 0, "draft": 0}
    assert told["sentences"][:2] == ["“Two” put in no word of meaning.", "You put in no word of meaning."]


def test_of_a_mere_line_nobody_says_what_it_strikes(lay):
    told = lay(OLD, "free care for pilots", DRAFT)
    assert not told["whole"]
    assert told["struck"] is None and told["spans"]["yours"] == []
    assert told["came"]["both"] == ["free", "pilots"]
    assert (
        "You wrote a line, not the whole paragraph: what it would strike cannot be told." in told["sentences"]
    )


@pytest.mark.parametrize(
    ("yours", "said"),
    [
        (
            "We commit to ensuring free medical care for seafarers in harbours.",
            "on a higher rung than “Two”.",
        ),
        ("We aim to give medical care to seafarers in harbours.", "on a lower rung than “Two”."),
        ("We note it. We commit to ensuring care for seafarers. We thank them.", "on a higher rung"),
        ("We commit to improving medical care for seafarers in harbours.", "stand on the same rung."),
        (
            "Medical care for seafarers in harbours.",
            "none in your text, which has no clause that the scale knows;",
        ),
    ],
)
def test_the_highest_rungs_are_named_and_nothing_is_added_up(yours, said, lay):
    [sentence] = [words for words in lay(OLD, yours, DRAFT)["sentences"] if words.startswith("Highest rung")]
    assert "6 in the older paragraph (“commit to ensuring”)" in sentence
    assert "5 in “Two” (“commit to promoting”)" in sentence
    assert said in sentence


def test_caveats_and_emphases_are_told_by_who_put_them_in(lay):
    yours = f"{OLD[:-1]}, where possible, and never late, as appropriate."
    told = lay(OLD, yours, DRAFT)
    assert told["hedges"] == {"both": ["as appropriate"], "yours": ["where possible"], "draft": []}
    assert told["boosters"]["yours"] == ["never"]
    assert "Caveats: both put in: “as appropriate”; only you: “where possible”." in told["sentences"]
    assert "Emphases: only you: “never”." in told["sentences"]


def test_nothing_is_called_better_or_given_in_per_cent(lay):
    said = " ".join(lay(OLD, DRAFT, DRAFT)["sentences"])
    assert not any(word in said for word in ("%", "per cent", "better", "stronger", "score", "right"))


def test_the_chapter_lays_a_line_beside_the_paragraph_that_came(treaty):
    extra = {
        "old_position": 0,
        "new_position": 0,
        "text": " The Parties should protect\nseafarers\ud800free\x00of charge. ",
    }
    told = make_chapter("predicted", Asked("old.txt", "new.txt", treaty, extra=extra))
    assert json.loads(json.dumps(told)) == told
    assert told["draft"]["text"].startswith("The Parties should protect")
    assert told["came"]["both"] == ["should", "free", "charge"]
    own = make_chapter("predicted", Asked("old.txt", "new.txt", treaty, extra=extra, scale="merge"))
    assert own["sentences"][-1] == "The rungs are those of your own scale."
    assert "5 in the older paragraph" in own["sentences"][-2]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"text": "  \n "}, "Write a line first"),
        ({"text": 7}, "does not understand"),
        ({"text": "x" * 20_001}, "too long"),
        ({"old_position": True}, "does not understand"),
        ({"old_position": -1}, "does not understand"),
        ({"new_position": 10**30}, "does not understand"),
        ({"new_position": 99}, "“new” has no paragraph at this place"),
    ],
)
def test_a_line_or_a_place_that_is_none_is_refused_in_a_sentence(changed, told, treaty):
    extra = {"old_position": 0, "new_position": 0, "text": "We act."} | changed
    with pytest.raises(WorkbookError, match=told):
        make_chapter("predicted", Asked("old.txt", "new.txt", treaty, extra=extra))
