"""Where the words of a diff stand in the paragraph that they were taken from.

A diff keeps every character, so that in a pair of its own a span stands behind the one before it. Where a
paragraph is split or merged, its words are divided among several rows: there each span is looked for, the
longest first, where no other one stands.
"""

from collections import defaultdict
from typing import NamedTuple

import polars as pl

from workbook.compare.spans import split_pieces

Stretch = tuple[int, int]  # code points from the start of the paragraph's text


class Placed(NamedTuple):
    """A span of DIFFS, and where each side of it stands in the text of its paragraph."""

    old: tuple[str, int] | None  # draft and position; None where a side is empty
    new: tuple[str, int] | None
    op: str
    weight: str
    old_text: str
    new_text: str
    old_at: list[Stretch]
    new_at: list[Stretch]


def place_spans(diffs: pl.DataFrame, paragraphs: pl.DataFrame) -> list[Placed]:
    """Every span of the diffs, in their order, with its stretches in both texts."""
    columns = ("op", "weight", "old_text", "new_text")
    keys = [diffs.select(f"{side}_draft", f"{side}_position").rows() for side in ("old", "new")]
    spans = diffs.select(columns).rows()
    texts = {row[:2]: row[2] for row in paragraphs.select("draft", "position", "text").iter_rows()}
    at = []
    for side, other in ((0, 1), (1, 0)):
        owned = defaultdict(list)
        for number, span in enumerate(spans):
            if span[2 + side]:
                owned[keys[side][number]].append((number, span[2 + side], keys[other][number]))
        at.append({number: where for key, own in owned.items() for number, where in _place(own, texts[key])})
    paragraph = [[None if key[1] is None else key for key in own] for own in keys]
    return [
        Placed(old, new, *span, at[0].get(number, []), at[1].get(number, []))
        for number, (old, new, span) in enumerate(zip(*paragraph, spans, strict=True))
    ]


def _place(own: list[tuple[int, str, tuple]], text: str) -> list[tuple[int, list[Stretch]]]:
    """The stretches of the spans (number, text, the paragraph on the other side) of one paragraph."""
    if len({partner for _, _, partner in own}) == 1:
        placed, start = [], 0
        for number, span, _ in own:
            placed.append((number, [(start, start + len(span))]))
            start += len(span)
        return placed
    free = _Free(text)
    return [
        (number, free.take(span))
        for number, span, _ in sorted(own, key=lambda span: (-len(span[1]), span[0]))
    ]


class _Free:
    """A text whose characters are given away, each once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.taken = bytearray(len(text))

    def take(self, words: str) -> list[Stretch]:
        """Where these words stand and nobody else's; in pieces where they stand apart."""
        place = self._find(words)
        if place < 0:
            pieces = split_pieces(words)
            return [where for piece in pieces for where in self.take(piece)] if len(pieces) > 1 else []
        self.taken[place : place + len(words)] = b"\1" * len(words)
        return [(place, place + len(words))]

    def _find(self, words: str) -> int:
        place = self.text.find(words)
        # Where a character is taken, no place before it is free either.
        while place >= 0 and (taken := self.taken.rfind(1, place, place + len(words))) >= 0:
            place = self.text.find(words, taken + 1)
        return place
