"""RUNS -> places: where words of a paragraph stand in its draft's text, and in the printed file."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

import polars as pl

from workbook.text.parse import Parsed, parse_drafts
from workbook.text.runs import apply_hands


class Place(NamedTuple):
    """A stretch of a printed file, which may go on over line ends."""

    line: int
    start: int  # code points from the start of the line
    words: str


class Signs:
    """Where each character of a text stands in its paragraphs: white space, labels and sources stand nowhere.

    Reading a paragraph changes its white space alone, so its other characters keep their order.
    """

    def __init__(self, parsed: Parsed) -> None:
        self.known: list[int] = []  # places in the text, ascending, and for each of them
        self.positions: list[int] = []  # the paragraph
        self.offsets: list[int] = []  # how many code points of the paragraph lie before it
        self.begins: list[tuple[int, int]] = []  # where the paragraphs begin, label and all
        self.texts = [paragraph.text for paragraph in parsed.paragraphs]
        for position, paragraph in enumerate(parsed.paragraphs):
            if paragraph.kind not in ("paragraph", "item") or not paragraph.pieces:
                continue
            self.begins.append((paragraph.pieces[0].start, position))
            for piece in paragraph.pieces:
                if piece.role == "text":
                    self.known += _list_signs(parsed.text[piece.start : piece.end], piece.start)
            self.offsets += _list_signs(paragraph.text, 0)
            self.positions += [position] * (len(self.offsets) - len(self.positions))

    def find(self, start: int, end: int) -> Iterator[tuple[int, list[int]]]:
        """Each paragraph that has characters of a stretch, with these characters as places in `known`."""
        found = range(bisect_left(self.known, start), bisect_left(self.known, end))
        for position, signs in groupby(found, key=self.positions.__getitem__):
            yield position, list(signs)

    def stand_in(self, position: int) -> dict[int, int]:
        """For each character of a paragraph, by its offset: where it stands in the text."""
        first, end = bisect_left(self.positions, position), bisect_right(self.positions, position)
        return dict(zip(self.offsets[first:end], self.known[first:end], strict=True))

    def end_at(self, end: int) -> tuple[int, int]:
        """The paragraph that the text up to here is in, and how many code points of it lie before."""
        paragraph = max(bisect_right(self.begins, (end - 1, len(self.positions))) - 1, 0)
        position = self.begins[paragraph][1]
        last = bisect_left(self.known, end) - 1
        inside = last >= 0 and self.positions[last] == position
        return position, self.offsets[last] + 1 if inside else 0


def _list_signs(text: str, start: int) -> list[int]:
    """Where the characters stand that are no white space, counted from `start`."""
    return [at for at, sign in enumerate(text, start) if not sign.isspace()]


class Places:
    """Leads from the words of a draft's paragraphs back to the printed lines of its file."""

    def __init__(self, runs: pl.DataFrame, drafts: pl.DataFrame, draft: str) -> None:
        """`runs` are those of the draft's file. Raises WorkbookError where it holds no paragraph."""
        row = drafts.filter(pl.col("draft") == draft)
        own = runs.filter(pl.col("file") == row["file"][0]).with_row_index("place")
        ends = pl.when(pl.col("break") == "none").then(pl.lit("")).otherwise(pl.lit("\n"))
        own = own.with_columns(own=pl.col("text") + ends)
        self.printed = "".join(own["own"])
        own = own.with_columns(stands=pl.col("own").str.len_chars().cum_sum() - pl.col("own").str.len_chars())
        # For each character of the draft's text: where it stands in the printed file. A number that is
        # counted may be longer there, or shorter.
        standing = apply_hands(own, row["hands"][0]).with_columns(now=pl.col("text") + ends)
        self._stands = [
            start + min(at, len(text))
            for start, text, now in standing.select("stands", "own", "now").iter_rows()
            for at in range(len(now))
        ]
        [parsed] = parse_drafts(runs, row)
        self._signs = Signs(parsed)

    def find(self, position: int, stretches: Iterable[tuple[int, int]]) -> list[list[Place]]:
        """For each stretch (start, end) of a paragraph's text: the printed stretches that it consists of.

        There are several where other words stand in between: a page's foot, a source, words struck before.
        """
        known = self._signs.stand_in(position)
        return [
            list(self._join([self._stands[known[at]] for at in range(start, end) if at in known]))
            for start, end in stretches
        ]

    def _join(self, places: list[int]) -> Iterator[Place]:
        """Characters between which nothing but white space stands, as one stretch."""
        begins = 0
        for at, (here, there) in enumerate(pairwise([*places, len(self.printed) + 1]), 1):
            if at == len(places) or self.printed[here + 1 : there].strip():
                start, end = places[begins], here + 1
                line = self.printed.count("\n", 0, start)
                first = self.printed.rfind("\n", 0, start) + 1
                yield Place(line + 1, start - first, self.printed[start:end])
                begins = at
