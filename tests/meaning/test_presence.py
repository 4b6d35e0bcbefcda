"""Whether a sentence stands in a draft: word for word, nearly, or not; beside what chance does."""

import polars as pl
import pytest

from workbook.meaning.presence import MOST_WORDS, look_for
from workbook.schemas import PARAGRAPHS, PRESENCE, WorkbookError, conform

TEXTS = [
    "We light the lamps of the harbour every evening before the ships of the coast come home.",
    "The keepers of the tower write down each ship, its flag, its master and the salt that it carries.",
    "We ask the council of the islands to mend the long road that leads from the market to the quay.",
]


@pytest.fixture
def look():
    """PRESENCE of a sentence in a draft of three paragraphs."""
    rows = [
        {"draft": "d", "position": at, "label": str(at + 1), "kind": "paragraph", "text": text}
        for at, text in enumerate(TEXTS)
    ]
    given = {name: [row.get(name) for row in rows] for name in PARAGRAPHS}
    paragraphs = pl.DataFrame(given).pipe(conform, PARAGRAPHS)
    return lambda sentence: look_for(sentence, paragraphs, "d")


def test_words_that_stand_there_are_found_whatever_their_case_and_commas(look):
    (row,) = look("THE SHIPS, OF THE COAST; come home").to_dicts()
    assert (row["label"], row["state"], row["text"]) == ("1", "verbatim", "the ships of the coast come home")
    assert TEXTS[0][row["start"] : row["end"]] == row["text"]
    assert row["as_well"] == 0 < row["phrases"]
    assert row["said"].startswith("stands here word for word; 0 of ")


def test_short_words_stand_anywhere_and_the_chance_says_so(look):
    found = look("of the")
    assert found["state"].unique().to_list() == ["verbatim"]
    assert found["label"].to_list() == ["1", "1", "2", "3"]
    assert found["as_well"][0] > 0


def test_changed_words_are_found_in_part_with_their_likeness(look):
    row = look("We ask the government of the islands to mend every road that leads to the quay").to_dicts()[0]
    assert (row["label"], row["state"]) == ("3", "in part")
    assert 0.5 < row["similarity"] < 1
    assert "% alike" in row["said"]


def test_what_is_like_nothing_is_not_found(look):
    (row,) = look("Seven zebras danced quietly yesterday").to_dicts()
    assert (row["position"], row["state"], row["phrases"]) == (None, "not found", None)
    assert look("x").schema == pl.Schema(PRESENCE)


@pytest.mark.parametrize("sentence", ["", " . , ", "word " * (MOST_WORDS + 1)])
def test_nothing_and_too_much_are_refused(look, sentence):
    with pytest.raises(WorkbookError, match="words"):
        look(sentence)


def test_a_second_run_says_the_same(look):
    assert look("We mend the long road to the harbour").equals(look("We mend the long road to the harbour"))
