"""RUNS -> places: where words of a paragraph stand in the file that was printed."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import polars as pl

from workbook.text.parse import Parsed, parse_drafts
from workbook.text.runs import apply_hands


class Place(NamedTuple):
    """A stretch of a printed file, which may go on over line ends."""

    line: int
    start: int  # code points from the start of the line
    words: str


class Places:
    """Leads from the words of a draft's paragraphs back to the printed lines of its file.

    Reading a paragraph changes its white space alone, so its other characters keep their order.
    """

    def __init__(self, runs: pl.DataFrame, drafts: pl.DataFrame, draft: str) -> None:
        """`runs` are those of the draft's file. Raises WorkbookError where it holds no paragraph."""
        row = drafts.filter(pl.col("draft") == draft)
        own = runs.filter(pl.col("file") == row["file"][0]).with_row_index("place")
        ends = pl.when(pl.col("break") == "none").then(pl.lit("")).otherwise(pl.lit("\n"))
        own = own.with_columns(own=pl.col("text") + ends)
        self.printed = "".join(own["own"])
        own = own.with_columns(stands=pl.col("own").str.len_chars().cum_sum() - pl.col("own").str.len_chars())
        # For each character of the draft's text: where it stands in the printed file.
        self._stands = [
            place
            for start, text in apply_hands(own, row["hands"][0]).select("stands", "own").iter_rows()
            for place in range(start, start + len(text))
        ]
        [self._parsed] = parse_drafts(runs, row)

    def find(self, position: int, stretches: Iterable[tuple[int, int]]) -> list[list[Place]]:
        """For each stretch (start, end) of a paragraph's text: the printed stretches that it consists of.

        There are several where other words stand in between: a page's foot, a source, words struck before.
        """
        paragraph = self._parsed.paragraphs[position]
        offsets = [at for at, sign in enumerate(paragraph.text) if not sign.isspace()]
        known = dict(zip(offsets, _signs(self._parsed, position), strict=True))
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


def _signs(parsed: Parsed, position: int) -> Iterator[int]:
    """The characters of a paragraph's running text but white space, as places in the draft's text."""
    for piece in parsed.paragraphs[position].pieces:
        if piece.role == "text":
            yield from (at for at in range(piece.start, piece.end) if not parsed.text[at].isspace())
