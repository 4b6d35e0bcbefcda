"""Beside the main pairs: the parts of a split or a merger, and fragments taken from elsewhere."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbook.compare.evidence import RUN, Evidence

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


class Side(NamedTuple):
    """One draft as the links see it: the runs of three words in each of its paragraphs."""

    ordered: list[list[int]]  # in reading order
    runs: list[set[int]]
    alone: list[set[int]]  # of these, the ones that no other paragraph of this draft has
    family: Sequence[object]  # what labels of one number have in common; None without a label


class Link(NamedTuple):
    """A link beside the main pairs; `words` is how long the longest row of words is that the two share."""

    old: int
    new: int
    share: float
    words: int


def side_of(inner: list[list[int]], family: Sequence[object]) -> Side:
    """A draft's side of the links, from the runs and the families of its paragraphs."""
    runs = [set(own) for own in inner]
    paragraphs = Counter(run for own in runs for run in own)
    alone = [{run for run in own if paragraphs[run] == 1} for own in runs]
    return Side(inner, runs, alone, family)


def find_parts(old: Side, new: Side, evidence: Evidence, main: dict[int, int]) -> list[Link]:
    """New paragraphs without a main partner that are a part of an old one that has one: splits.

    `main` gives the new partner of an old paragraph. Seen from the other side, these are mergers.
    """
    parts = []
    for whole, part, share in _strongest(evidence, set(main.values())):
        if whole not in main:
            continue
        family = old.family[whole] is not None and old.family[whole] == new.family[part]
        shared = old.runs[whole] & new.runs[part]
        left = len(shared - new.runs[main[whole]]) / max(1, len(shared))
        enough = FAMILY_SHARE if family else PART_SHARE
        if share >= enough and (family or left >= LEFT_SHARE):
            parts.append(Link(whole, part, share, _words(_longest_row(new.ordered[part], shared))))
    return parts


def _strongest(evidence: Evidence, taken: set[int]) -> list[tuple[int, int, float]]:
    """For each new paragraph that is not taken, the old one that it shares most of itself with."""
    best: dict[int, tuple[float, int]] = {}
    for old, new, share in _candidates(evidence):
        if new not in taken and share > best.get(new, (0.0, 0))[0]:
            best[new] = (share, old)
    return [(old, new, share) for new, (share, old) in sorted(best.items())]


def find_fragments(old: Side, new: Side, evidence: Evidence, linked: list[tuple[int, int]]) -> list[Link]:
    """Long rows of words that a new paragraph has from an old one that it is not linked with."""
    heirs, sources = _neighbours(linked), _neighbours([(new_, old_) for old_, new_ in linked])
    fragments = []
    for whole, part, share in _candidates(evidence):
        if part in heirs.get(whole, ()):
            continue
        # A formula stands in several paragraphs; a fragment comes, for the most part, from one.
        if len(old.alone[whole] & new.runs[part]) * 2 <= MOVED_WORDS - RUN + 1:
            continue
        row = _longest_row(new.ordered[part], old.runs[whole])
        kept = [new.runs[heir] for heir in heirs.get(whole, ())]
        known = [old.runs[source] for source in sources.get(part, ())]
        if _mostly_in(row, [old.alone[whole]]) and _is_fragment(row, kept, known):
            fragments.append(Link(whole, part, share, _words(row)))
    return fragments


def _is_fragment(row: list[int], kept: list[set[int]], known: list[set[int]]) -> bool:
    """Long enough, and either gone from where it stood or not from the new paragraph's own sources."""
    left = not _mostly_in(row, kept)
    if _mostly_in(row, known):
        return left and _words(row) >= COPIED_WORDS
    return _words(row) >= (MOVED_WORDS if left else COPIED_WORDS)


def _candidates(evidence: Evidence) -> Iterator[tuple[int, int, float]]:
    return zip(evidence.old.tolist(), evidence.new.tolist(), evidence.new_share.tolist(), strict=True)


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
