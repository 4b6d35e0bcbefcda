"""Whose words are, and how surely: the one rule for cards, charts, asks and answers alike.

A change rests on all of its words. Where nobody knows one of them, the change is nobody's; else it is graded
as its least sure word is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import polars as pl

from workbook.compare.whereabouts import Placed, Stretch, place_spans
from workbook.schemas import GRADE
from workbook.text.read.remarks import NOT_KNOWN

GRADES = GRADE.categories.to_list()
# Reasons of words that stand in both drafts: beside others they decide nothing.
KEPT = "these words stand in both drafts; the change around them sets them anew"
FORM = "another form of a word that stands in both drafts; it goes with the change around it"


class Attribution(NamedTuple):
    """Whose some words are: the hands joined by "; ", empty where nobody is known, and the grade."""

    hand: str
    grade: str | None  # null where no mark tells anything


def attribute(told: Iterable[tuple[str, str]]) -> Attribution:
    """Whose words are of which these hands and grades are told, and how surely.

    A hand that is empty or not known counts as unknown, whatever its grade says.
    """
    told = list(told)
    if not told:
        return Attribution("", None)
    if any(grade == "unknown" or hand in ("", NOT_KNOWN) for hand, grade in told):
        return Attribution("", "unknown")
    least = max((grade for _, grade in told), key=GRADES.index)
    return Attribution("; ".join(dict.fromkeys(hand for hand, _ in told)), least)


def judge_rows(rows: Iterable[dict]) -> Attribution:
    """Whose words are of which these rows of ORIGINS or MARKS tell, and how surely.

    What stands in both drafts, and was only set anew, decides where nothing else does.
    """
    return attribute((row["hand"], row["grade"]) for row in pick_deciding(rows))


def pick_deciding(rows: Iterable[dict]) -> list[dict]:
    """These rows without those of words that stand in both drafts, unless there are no others."""
    rows = list(rows)
    return [row for row in rows if row["reason"] not in (KEPT, FORM)] or rows


class Attributions:
    """ORIGINS by the paragraph that their words stand in."""

    def __init__(self, origins: pl.DataFrame) -> None:
        self._of: dict[tuple[str, int], list[dict]] = defaultdict(list)
        self._spans: dict[tuple, list[dict]] = defaultdict(list)
        self.speaks = not origins.is_empty()  # else no mark tells of hands at all
        for row in origins.iter_rows(named=True):
            self._spans[row["old_position"], row["new_position"], row["span"]].append(row)
            side = row["side"]
            if row["start"] is not None:
                self._of[row[f"{side}_draft"], row[f"{side}_position"]].append(row)

    def of_span(self, pair: dict, span: int) -> list[dict]:
        """The rows of one change of a pair of paragraphs, both sides."""
        return self._spans.get((pair["old_position"], pair["new_position"], span), [])

    def find(self, draft: str, position: int | None, start: int, end: int) -> list[dict]:
        """The rows whose words touch this stretch of a paragraph; none where nothing there was changed."""
        if position is None:
            return []
        return [row for row in self._of[draft, position] if row["start"] < end and start < row["end"]]

    def judge(self, draft: str, position: int | None, start: int, end: int) -> Attribution:
        """Whose the words of this stretch are that were put in or struck."""
        return judge_rows(self.find(draft, position, start, end))


def place_origins(
    rows: Iterable[tuple[tuple, int]], diffs: pl.DataFrame, paragraphs: pl.DataFrame
) -> Iterator[tuple]:
    """The rows of ORIGINS without their place (six keys, span, side, ..., text, words, weight), with it.

    Beside each row stands where its text begins, counted from its span's first word. Where a span's words
    stand apart, no place inside is known: the place is then from the first of them to the last; null where
    they are not found.
    """
    keys = diffs.select("old_position", "new_position", "span").rows()
    spans = dict(zip(keys, place_spans(diffs, paragraphs), strict=True))
    for row, offset in rows:
        yield (*row, *_place(spans[row[1], row[4], row[6]], row[7], offset, len(row[12])))


def _place(span: Placed, side: str, offset: int, length: int) -> Stretch | tuple[None, None]:
    at, text = (span.old_at, span.old_text) if side == "old" else (span.new_at, span.new_text)
    if not at:
        return None, None
    first, last = at[0][0], max(end for _, end in at)
    if len(at) == 1 and last - first == len(text):
        begin = first + len(text) - len(text.lstrip()) + offset
        return begin, begin + length
    return min(start for start, _ in at), last
