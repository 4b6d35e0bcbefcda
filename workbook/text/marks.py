"""RUNS -> MARKS: the words of each paragraph that somebody put in, and those that somebody struck."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, groupby
from pathlib import Path

import polars as pl

from workbook.schemas import HANDS, MARKS, frame_of
from workbook.text.parse import Parsed, parse_drafts
from workbook.text.read import name_hands
from workbook.text.runs import apply_hands, list_applied

_SIGN = re.compile(r"\S")


class _Places:
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
                    signs = _SIGN.finditer(parsed.text, piece.start, piece.end)
                    self.known += [sign.start() for sign in signs]
            self.offsets += [sign.start() for sign in _SIGN.finditer(paragraph.text)]
            self.positions += [position] * (len(self.offsets) - len(self.positions))

    def find(self, start: int, end: int) -> Iterator[tuple[int, list[int]]]:
        """Each paragraph that has characters of a stretch, with these characters as places in `known`."""
        found = range(bisect_left(self.known, start), bisect_left(self.known, end))
        for position, signs in groupby(found, key=self.positions.__getitem__):
            yield position, list(signs)

    def end_at(self, end: int) -> tuple[int, int]:
        """The paragraph that the text up to here is in, and how many code points of it lie before."""
        paragraph = max(bisect_right(self.begins, (end - 1, len(self.positions))) - 1, 0)
        position = self.begins[paragraph][1]
        last = bisect_left(self.known, end) - 1
        inside = last >= 0 and self.positions[last] == position
        return position, self.offsets[last] + 1 if inside else 0


def find_marks(runs: pl.DataFrame, drafts: pl.DataFrame) -> pl.DataFrame:
    """One row a stretch of words that an applied hand put in or struck, as the frame MARKS.

    Inserted words stand in the paragraph's text between `start` and `end`; struck words do not stand in it,
    and `start` is where they stood. Words of labels, sources and notes carry marks too, and are left out.
    """
    rows = [
        row
        for parsed in parse_drafts(runs, drafts)
        for row in _list_marks(parsed, runs, drafts.filter(pl.col("draft") == parsed.draft)["hands"][0])
    ]
    return frame_of(rows, MARKS)


def list_hands(runs: pl.DataFrame) -> pl.DataFrame:
    """One row a hand of a file, with its name in full where the file gives one: the frame HANDS."""
    rows = []
    for (file,), own in runs.group_by("file", maintain_order=True):
        hands = dict.fromkeys([*own["inserted_by"], *own["deleted_by"]])
        if any(hands):
            names = name_hands(Path(file))
            rows += [(file, hand, names.get(hand, hand)) for hand in [*names, *hands] if hand]
    return frame_of(list(dict.fromkeys(rows)), HANDS)


def _list_marks(parsed: Parsed, runs: pl.DataFrame, hands: str) -> Iterator[tuple]:
    own = runs.filter(pl.col("file") == parsed.file).with_row_index("place")
    if hands == "printed" or not (own["inserted_by"] + own["deleted_by"] != "").any():
        return
    standing = apply_hands(own, hands)
    widths = standing["text"].str.len_chars() + (standing["break"] != "none")
    starts = [0, *accumulate(widths.to_list())]
    stands = dict(zip(standing["place"], starts, strict=False))
    places = _Places(parsed)
    applied = {"", *list_applied(own, hands)}
    number, reached = 0, 0
    for run in own.iter_rows(named=True):
        start = stands.get(run["place"])
        if start is None:
            found = _struck(run, applied, places, reached)
        else:
            reached = start + len(run["text"])
            found = _inserted(run, applied, places, start)
        for position, *rest in found:
            yield (parsed.draft, position, parsed.paragraphs[position].label, number, *rest)
            number += 1


def _inserted(run: dict, applied: set[str], places: _Places, start: int) -> Iterator[tuple]:
    """The words of a run that somebody put in or put back, paragraph by paragraph."""
    back = run["restored_by"] if run["deleted_by"] in applied else ""
    if not (hand := back or run["inserted_by"]):
        return
    act = "deleted" if back else "inserted"
    told = (run[f"{act}_grade"] or "documented", run[f"{act}_note"], run["moved_from"])
    for position, signs in places.find(start, start + len(run["text"])):
        first, end = places.offsets[signs[0]], places.offsets[signs[-1]] + 1
        yield (position, "inserted", hand, *told, first, end, places.texts[position][first:end])


def _struck(run: dict, applied: set[str], places: _Places, reached: int) -> Iterator[tuple]:
    """The words of a run that an applied hand struck, at the end of the words before them."""
    hand = run["deleted_by"]
    if hand and {run["inserted_by"], hand} <= applied and run["text"].strip() and places.begins:
        position, offset = places.end_at(reached)
        told = (run["deleted_grade"] or "documented", run["deleted_note"], "")
        yield (position, "struck", hand, *told, offset, offset, run["text"].strip())
