"""The short name of a text's version: the same for the same words, another for any other."""

import polars as pl
import pytest

from workbook.schemas import PARAGRAPHS, conform
from workbook.text.versions import name_version


def name(*texts, draft="one"):
    empty = dict.fromkeys(PARAGRAPHS) | {"draft": draft, "kind": "paragraph"}
    rows = [empty | {"position": at, "label": label, "text": text} for at, (label, text) in enumerate(texts)]
    frame = pl.DataFrame(rows, schema=list(PARAGRAPHS), infer_schema_length=None)
    return name_version(frame.pipe(conform, PARAGRAPHS), draft)


ONE = [("1", "We agree on lamps."), ("2", "We rest.")]


def test_the_same_words_have_the_same_name_whatever_the_draft_is_called():
    assert name(*ONE) == name(*ONE, draft="two")
    assert len(name(*ONE)) == 8


@pytest.mark.parametrize(
    "other",
    [
        [("1", "We agree on lamps!"), ("2", "We rest.")],
        [("1", "We agree on lamps."), ("3", "We rest.")],
        [("2", "We rest."), ("1", "We agree on lamps.")],
        [("1", "We agree on lamps.2"), ("", "We rest.")],
        [("1", "We agree on lamps.")],
        [],
    ],
)
def test_any_other_word_number_or_order_has_another_name(other):
    assert name(*other) != name(*ONE)
