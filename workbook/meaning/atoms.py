"""DIFFS and ORIGINS of a proposal -> its atoms: each insertion and each deletion, one by one.

What was put in for struck words is an atom, and so are they; a long insertion is an atom a sentence, as one
takes or leaves it. Words of two hands are two atoms.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import polars as pl

from workbook.compare.attribution import judge_rows
from workbook.compare.whereabouts import Placed, Stretch, place_spans
from workbook.compare.words import split_words
from workbook.schemas import PAIR_KEYS

_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z“\"])")


class Atom(NamedTuple):
    """One insertion or deletion; its place is in the new paragraph, of struck words in the old one."""

    key: tuple  # the six keys of its pair
    act: str
    text: str
    words: int
    start: int
    end: int
    hand: str
    grade: str | None

    @property
    def old(self) -> int | None:
        """The position of the amended paragraph; None where the proposal puts a new one in."""
        return self.key[1]

    @property
    def new(self) -> int | None:
        """The position of the proposal's paragraph; None where it strikes the whole of it."""
        return self.key[4]


def list_atoms(diffs: pl.DataFrame, origins: pl.DataFrame, paragraphs: pl.DataFrame) -> list[Atom]:
    """The atoms of one comparison, from the amended draft to the proposal, in the order of the diffs.

    Changes of form (case, commas, quotes) are none. Where the origins tell nothing, neither do the atoms.
    """
    sources = defaultdict(list)
    for row in origins.iter_rows(named=True):
        sources[row["old_position"], row["new_position"], row["span"], row["side"]].append(row)
    atoms = []
    keys = diffs.select(*PAIR_KEYS, "span").rows()
    for (*key, number), span in zip(keys, place_spans(diffs, paragraphs), strict=True):
        if span.op == "equal" or span.weight == "form":
            continue
        for side, act, text, at in _sides(span):
            told = sources[key[1], key[4], number, side]
            atoms += list(_cut(tuple(key), act, text, at, told))
    return atoms


def _sides(span: Placed) -> Iterator[tuple[str, str, str, list[Stretch]]]:
    if span.old_at:
        yield "old", "struck", span.old_text, span.old_at
    if span.new_at:
        yield "new", "inserted", span.new_text, span.new_at


def _cut(key: tuple, act: str, text: str, at: list[Stretch], origins: list[dict]) -> Iterator[Atom]:
    """The atoms of one side of a change: cut where the hand changes, and words put in at their sentences."""
    first, last = at[0][0], at[-1][1]
    whole = last - first == len(text)  # else its words stand apart, and no place inside is known
    told = list(_place_origins(text, origins))
    cuts = {start for (_, _, before), (start, _, after) in pairwise(told) if _differ(before, after)}
    if act == "inserted":
        cuts |= {found.end() for found in _SENTENCE_END.finditer(text)}
    for start, stop in pairwise([0, *sorted(cuts if whole else ()), len(text)]):
        words = text[start:stop]
        if count := len(split_words(words)):
            lead, tail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
            place = (first + start + lead, first + stop - tail) if whole else (first, last)
            own = [origin for begin, end, origin in told if begin < stop and start < end]
            yield Atom(key, act, words.strip(), count, *place, *judge_rows(own))


def _place_origins(text: str, origins: list[dict]) -> Iterator[tuple[int, int, dict]]:
    """Where in the text each of its stretches begins and ends."""
    cursor = 0
    for origin in origins:
        start = max(cursor, text.find(origin["text"], cursor))
        cursor = start + len(origin["text"])
        yield start, cursor, origin


def _differ(before: dict, after: dict) -> bool:
    return bool(before["hand"] and after["hand"]) and before["hand"] != after["hand"]
