"""Paragraph marks with hands on them: which can go, so that the next paragraph joins, and which must stay."""

from collections import defaultdict
from itertools import pairwise

from workbook.text.read.docx.book import Paragraph
from workbook.text.read.docx.marks import PLAIN, Marks


def settle_marks(paragraphs: list[Paragraph]) -> list[Marks]:
    """For each paragraph whose hands are on its mark, what it stands in included.

    A mark can go only where a paragraph follows in the same body, cell, note or box. A table in between
    keeps it, unless the table goes with it. The mark of a paragraph that must stay has no hand of its own.
    """
    nexts = _find_next(paragraphs)
    return [
        paragraph.own.within(paragraph.outer) if _can_go(paragraphs, at, nexts.get(at)) else paragraph.outer
        for at, paragraph in enumerate(paragraphs)
    ]


def _find_next(paragraphs: list[Paragraph]) -> dict[int, int]:
    """For each paragraph the next one in the same place; the last has none."""
    homes: dict[int, list[int]] = defaultdict(list)
    for at, paragraph in enumerate(paragraphs):
        homes[paragraph.home].append(at)
    return {at: following for own in homes.values() for at, following in pairwise(own)}


def _can_go(paragraphs: list[Paragraph], at: int, following: int | None) -> bool:
    own = paragraphs[at].own
    if own == PLAIN:
        return True
    if following is None:
        return False
    between = [paragraph.outer for paragraph in paragraphs[at + 1 : following]]
    return all(
        (own.deleted and outer.deleted == own.deleted) or (own.inserted and outer.inserted == own.inserted)
        for outer in between
    )
