"""RUNS -> MARKS: the words of each paragraph that somebody put in, and those that somebody struck."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import polars as pl

from workbook.schemas import HANDS, MARKS, frame_of
from workbook.text.parse import Parsed, parse_drafts
from workbook.text.read import name_hands
from workbook.text.runs import apply_hands, list_applied


class _Place(NamedTuple):
    """Where a character stands: in which paragraph, and how many code points of its text lie before it."""

    position: int
    offset: int


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
    places = _place_characters(parsed)
    stands = dict(zip(standing["place"], starts, strict=False))
    known = sorted(places)
    applied = {"", *list_applied(own, hands)}
    number, reached = 0, 0
    for run in own.iter_rows(named=True):
        start = stands.get(run["place"])
        if start is None:
            found = _struck(run, applied, places, known, reached)
        else:
            reached = start + len(run["text"])
            found = _inserted(run, applied, range(start, reached), places)
        for position, *rest in found:
            yield (parsed.draft, position, parsed.paragraphs[position].label, number, *rest)
            number += 1


def _place_characters(parsed: Parsed) -> dict[int, _Place]:
    """For each character of running text but white space, by its place in the text: where it stands.

    Reading a paragraph changes its white space alone, so the other characters keep their order.
    """
    places: dict[int, _Place] = {}
    for position, paragraph in enumerate(parsed.paragraphs):
        if paragraph.kind not in ("paragraph", "item"):
            continue
        printed = (
            at
            for piece in paragraph.pieces
            if piece.role == "text"
            for at in range(piece.start, piece.end)
            if not parsed.text[at].isspace()
        )
        offsets = (at for at, sign in enumerate(paragraph.text) if not sign.isspace())
        places |= {at: _Place(position, offset) for at, offset in zip(printed, offsets, strict=True)}
    return places


def _inserted(run: dict, applied: set[str], stretch: range, places: dict[int, _Place]) -> Iterator[tuple]:
    """The words of a run that somebody put in or put back, paragraph by paragraph."""
    back = run["restored_by"] if run["deleted_by"] in applied else ""
    if not (hand := back or run["inserted_by"]):
        return
    act = "deleted" if back else "inserted"
    found: dict[int, list[int]] = {}
    for at in stretch:
        if at in places:
            found.setdefault(places[at].position, []).append(at)
    for position, signs in found.items():
        ends = places[signs[0]].offset, places[signs[-1]].offset + 1
        words = run["text"][signs[0] - stretch.start : signs[-1] + 1 - stretch.start]
        told = (run[f"{act}_grade"] or "documented", run[f"{act}_note"], run["moved_from"])
        yield (position, "inserted", hand, *told, *ends, words)


def _struck(
    run: dict, applied: set[str], places: dict[int, _Place], known: list[int], reached: int
) -> list[tuple]:
    """The words of a run that an applied hand struck, at the end of the words before them."""
    struck_by = run["deleted_by"]
    if not struck_by or not {run["inserted_by"], struck_by} <= applied or not (run["text"].strip() and known):
        return []
    at = bisect_right(known, reached - 1) - 1
    place = places[known[max(at, 0)]]
    offset = place.offset + 1 if at >= 0 else 0
    told = (run["deleted_grade"] or "documented", run["deleted_note"], "")
    return [(place.position, "struck", struck_by, *told, offset, offset, run["text"].strip())]
