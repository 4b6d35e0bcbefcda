"""SOURCES and AGREED -> CITED_WORDS: do the words that a paragraph cites stand in it?

A bracket names a place; whether anything was taken from there word for word, the reference text tells.
"""

import re

import polars as pl

from workbook.schemas import CITED_WORDS, PLACE, conform

# Places that are numbered in the text itself; its preamble has no numbers, nor have objectives as such.
_NUMBERED = re.compile(r"(?:para |art |OP)(\d+[A-Z]?(?:\(\w+\))*)(?: to .+)?")


def find_cited_words(sources: pl.DataFrame, agreed: pl.DataFrame, references: pl.DataFrame) -> pl.DataFrame:
    """One row a numbered place of the reference text that a paragraph cites, in SOURCES' order: CITED_WORDS.

    `sources` are the rows that cite this text, `agreed` what the same drafts share with it, `references` its
    PARAGRAPHS. A place with items, para 15, is also each of them, 15(g); an item that the text does not
    number is looked for in its paragraph. What quotes no six words in a row has 0 words.
    """
    labels = references["label"].unique().to_list()
    places = agreed.group_by("draft", "position", "reference_label").agg(pl.col("words").sum())
    words: dict[tuple, dict[str, int]] = {}
    for draft, position, label, count in places.iter_rows():
        words.setdefault((draft, position), {})[label] = count
    rows = []
    for *place, source, pinpoint in sources.select(*PLACE, "source", "pinpoint").iter_rows():
        number = _NUMBERED.fullmatch(pinpoint)
        if number is None:
            continue
        label = _find_label(number[1], labels)
        found = words.get(tuple(place[:2]), {})
        there = sum(count for each, count in found.items() if label and _belongs(each, label))
        rows.append((*place, source, pinpoint, label, there, sum(found.values()) - there))
    return pl.DataFrame(rows, schema=list(CITED_WORDS), orient="row").pipe(conform, CITED_WORDS)


def _find_label(number: str, labels: list[str]) -> str:
    """The label in the reference text: 15(g), or where that has none, 15; else nothing."""
    while number:
        if any(_belongs(label, number) for label in labels):
            return number
        number = number.rpartition("(")[0]
    return ""


def _belongs(label: str, number: str) -> bool:
    """Whether a label is the number's own, or that of an item under it."""
    return label == number or label.startswith(f"{number}(")
