"""Beside the main pairs: the parts of a split or a merger, and fragments taken from elsewhere."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from workbook.compare.evidence import RUN, Evidence, Runs, find_sole, share_sole

# The share of a paragraph that must come from another one to be a part of it; less when the labels
# are of one family (6, 6bis), for then the number says so too.
PART_SHARE = 0.25
FAMILY_SHARE = 0.2
# The share of these words that must have left their old paragraph: what also stayed was copied.
LEFT_SHARE = 0.5
# This many words in a row are no chance (the field's formulas are shorter); fewer suffice when they
# left the paragraph they stood in.
COPIED_WORDS = 10
MOVED_WORDS = 6


class Side:
    """One draft as the links see it: the runs of three words in its paragraphs, read when asked for."""

    def __init__(self, runs: Runs, first: int, family: Sequence[object]) -> None:
        """`first` is the draft's first paragraph in `runs`; `family` what labels of one number share."""
        self.family = family
        self.ordered = lru_cache(maxsize=None)(lambda at: runs.inner(first + at))
        self.runs = lru_cache(maxsize=None)(lambda at: set(self.ordered(at)))


class Link(NamedTuple):
    """A link beside the main pairs; `words` is how long the longest row of words is that the two share."""

    old: int
    new: int
    share: float
    words: int


def find_parts(old: Side, new: Side, evidence: Evidence, main: dict[int, int]) -> list[Link]:
    """New paragraphs without a main partner that are a part of an old one that has one: splits.

    `main` gives the new partner of an old paragraph. Seen from the other side, these are mergers.
    """
    parts = []
    for whole, part, share in _strongest(evidence, list(main.values())):
        if whole not in main or share < FAMILY_SHARE:
            continue
        family = old.family[whole] is not None and old.family[whole] == new.family[part]
        shared = old.runs(whole) & new.runs(part)
        left = len(shared - new.runs(main[whole])) / max(1, len(shared))
        if family or (share >= PART_SHARE and left >= LEFT_SHARE):
            parts.append(Link(whole, part, share, _words(_longest_row(new.ordered(part), shared))))
    return parts


def _strongest(evidence: Evidence, taken: list[int]) -> list[tuple[int, int, float]]:
    """For each new paragraph that is not taken, the old one that it shares most of itself with."""
    free = np.flatnonzero(~np.isin(evidence.new, taken))
    order = free[np.lexsort((evidence.old[free], -evidence.new_share[free], evidence.new[free]))]
    _, first = np.unique(evidence.new[order], return_index=True)
    best = order[first]
    chosen = (evidence.old[best], evidence.new[best], evidence.new_share[best])
    return list(zip(*(array.tolist() for array in chosen), strict=True))


def find_fragments(
    old: Side, new: Side, runs: Runs, evidence: Evidence, linked: list[tuple[int, int]]
) -> list[Link]:
    """Long rows of words that a new paragraph has from an old one that it is not linked with."""
    heirs, sources = _neighbours(linked), _neighbours([(new_, old_) for old_, new_ in linked])
    sole = find_sole(runs)
    fragments = []
    # A formula stands in several paragraphs; a fragment comes, for the most part, from one.
    for whole, part in share_sole(runs, sole, least=(MOVED_WORDS - RUN + 1) // 2 + 1):
        if part in heirs.get(whole, ()):
            continue
        row = _longest_row(new.ordered(part), old.runs(whole))
        kept = [new.runs(heir) for heir in heirs.get(whole, ())]
        known = [old.runs(source) for source in sources.get(part, ())]
        if 2 * np.count_nonzero(sole[row]) > len(row) and _is_fragment(row, kept, known):
            fragments.append(Link(whole, part, evidence.new_share_of(whole, part), _words(row)))
    return fragments


def _is_fragment(row: list[int], kept: list[set[int]], known: list[set[int]]) -> bool:
    """Long enough, and either gone from where it stood or not from the new paragraph's own sources."""
    left = not _mostly_in(row, kept)
    if _mostly_in(row, known):
        return left and _words(row) >= COPIED_WORDS
    return _words(row) >= (MOVED_WORDS if left else COPIED_WORDS)


def _neighbours(linked: list[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in linked:
        found.setdefault(one, []).append(other)
    return found


def _longest_row(ordered: list[int], shared: set[int]) -> list[int]:
    """The longest row of runs that are all shared."""
    best, length, row = 0, 0, 0
    for at, run in enumerate(ordered):
        row = row + 1 if run in shared else 0
        if row > length:
            best, length = at - row + 1, row
    return ordered[best : best + length]


def _words(row: list[int]) -> int:
    return len(row) + RUN - 1 if row else 0


def _mostly_in(row: list[int], texts: list[set[int]]) -> bool:
    return sum(any(run in text for text in texts) for run in row) * 2 > len(row)
