"""RUNS -> places: where words of a paragraph stand in its draft's text, and in the printed file."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

import polars as pl

from workbook.text.parse import Paragraph, Parsed, parse_drafts
from workbook.text.runs import apply_hands

# Words with single spaces between them: as they stand in the text, they stand in the paragraph.
_WORDS = re.compile(r"\S+(?: \S+)*")


class Place(NamedTuple):
    """A stretch of a printed file, which may go on over line ends."""

    line: int
    start: int  # code points from the start of the line
    words: str


class _Stretch(NamedTuple):
    """Words that stand in a paragraph as they do in the text that it was read from, space for space."""

    start: int  # in the text
    end: int
    position: int  # the paragraph
    offset: int  # code points of the paragraph that lie before them


_POSITION = attrgetter("position")


class Signs:
    """Where the words of a text stand in its paragraphs: white space, labels and sources stand nowhere.

    Reading a paragraph changes its white space alone, so its other characters keep their order.
    """

    def __init__(self, parsed: Parsed) -> None:
        self._text = parsed.text
        self._stretches: list[_Stretch] = []  # in the order of the text
        self.begins: list[tuple[int, int]] = []  # where the paragraphs begin, label and all
        self.texts = [paragraph.text for paragraph in parsed.paragraphs]
        for position, paragraph in enumerate(parsed.paragraphs):
            if paragraph.kind in ("paragraph", "item") and paragraph.pieces:
                self.begins.append((paragraph.pieces[0].start, position))
                self._stretches += _follow_words(parsed.text, paragraph, position)
        self._starts = [stretch.start for stretch in self._stretches]

    def find(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Each paragraph that has words of a stretch, with the place of their first and last in its text."""
        first, last = max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end)
        places = (self._clip(stretch, start, end) for stretch in self._stretches[first:last])
        for position, found in groupby(filter(None, places), key=itemgetter(0)):
            own = list(found)
            yield position, own[0][1], own[-1][2]

    def _clip(self, stretch: _Stretch, start: int, end: int) -> tuple[int, int, int] | None:
        """The paragraph and the place of what a stretch has between these places; None of white space."""
        first, last = max(start, stretch.start), min(end, stretch.end)
        words = self._text[first:last]
        if not (bare := words.lstrip()):
            return None
        offset = stretch.offset + first - stretch.start
        return stretch.position, offset + len(words) - len(bare), offset + len(words.rstrip())

    def stand_in(self, position: int) -> dict[int, int]:
        """For each character of a paragraph, by its offset: where it stands in the text."""
        first, end = (find(self._stretches, position, key=_POSITION) for find in (bisect_left, bisect_right))
        return {
            stretch.offset + place - stretch.start: place
            for stretch in self._stretches[first:end]
            for place in range(stretch.start, stretch.end)
            if not self._text[place].isspace()
        }

    def end_at(self, end: int) -> tuple[int, int]:
        """The paragraph that the text up to here is in, and how many code points of it lie before."""
        paragraph = max(bisect_right(self.begins, (end - 1, len(self.texts))) - 1, 0)
        position = self.begins[paragraph][1]
        last = bisect_left(self._starts, end) - 1
        inside = last >= 0 and self._stretches[last].position == position
        return position, self._clip(self._stretches[last], 0, end)[2] if inside else 0


def _follow_words(text: str, paragraph: Paragraph, position: int) -> Iterator[_Stretch]:
    """The stretches of a paragraph; a line end, or what was taken out, parts one from the next."""
    offset = 0
    for piece in paragraph.pieces:
        if piece.role != "text":
            continue
        for words in _WORDS.finditer(text, piece.start, piece.end):
            yield _Stretch(*words.span(), position, offset)
            offset += len(words[0])
            offset += paragraph.text.startswith(" ", offset)


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
