"""Beside the main pairs: the parts of a split or a merger, and fragments taken from elsewhere."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from workbook.compare.evidence import Evidence
from workbook.compare.words import split_words

# The share of a paragraph that must come from another one to be a part of it; less when the labels
# are of one family (6, 6bis), for then the number says so too.
PART_SHARE = 0.25
FAMILY_SHARE = 0.2
# The share of these words that must have left their old paragraph: what also stayed was copied.
LEFT_SHARE = 0.5
# This many words in a row are no chance (the field's formulas are shorter); fewer suffice when they
# left the paragraph they stood in.
COPIED_RUN = 10
MOVED_RUN = 6

Gram = tuple[str, str, str]


class Side(NamedTuple):
    """One draft as the links see it: the words of each paragraph and the runs of three in them."""

    words: list[list[str]]
    grams: list[set[Gram]]
    family: Sequence[object]  # what labels of one number have in common; None without a label


class Link(NamedTuple):
    """A link beside the main pairs; `run` is the longest run of words that the two share."""

    old: int
    new: int
    share: float
    run: int


def side_of(texts: Sequence[str], family: Sequence[object]) -> Side:
    """A draft's side of the links, from the texts and the families of its paragraphs."""
    words = [split_words(text) for text in texts]
    return Side(words, [set(_runs_of_three(own)) for own in words], family)


def turn(evidence: Evidence) -> Evidence:
    """The same evidence seen from the other draft: what finds splits finds mergers in it."""
    order = np.lexsort((evidence.old, evidence.new))
    return Evidence(
        evidence.new[order], evidence.old[order], evidence.new_share[order], evidence.old_share[order]
    )


def find_parts(old: Side, new: Side, evidence: Evidence, main: dict[int, int]) -> list[Link]:
    """New paragraphs without a main partner that are a part of an old one that has one: splits.

    `main` gives the new partner of an old paragraph. Seen from the other side, these are mergers.
    """
    parts = []
    for whole, part, share in _strongest(evidence, set(main.values())):
        if whole not in main:
            continue
        family = old.family[whole] is not None and old.family[whole] == new.family[part]
        shared = old.grams[whole] & new.grams[part]
        left = len(shared - new.grams[main[whole]]) / max(1, len(shared))
        enough = FAMILY_SHARE if family else PART_SHARE
        if share >= enough and (family or left >= LEFT_SHARE):
            parts.append(Link(whole, part, share, len(_longest_run(new.words[part], shared))))
    return parts


def _strongest(evidence: Evidence, taken: set[int]) -> list[tuple[int, int, float]]:
    """For each new paragraph that is not taken, the old one that it shares most of itself with."""
    best: dict[int, tuple[float, int]] = {}
    links = zip(evidence.old.tolist(), evidence.new.tolist(), evidence.new_share.tolist(), strict=True)
    for old, new, share in links:
        if new not in taken and share > best.get(new, (0.0, 0))[0]:
            best[new] = (share, old)
    return [(old, new, share) for new, (share, old) in sorted(best.items())]


def find_fragments(old: Side, new: Side, evidence: Evidence, linked: list[tuple[int, int]]) -> list[Link]:
    """Long runs of words that a new paragraph has from an old one that it is not linked with."""
    heirs, sources = _neighbours(linked), _neighbours([(new_, old_) for old_, new_ in linked])
    fragments = []
    links = zip(evidence.old.tolist(), evidence.new.tolist(), evidence.new_share.tolist(), strict=True)
    for whole, part, share in links:
        shared = old.grams[whole] & new.grams[part]
        if part in heirs.get(whole, ()) or len(shared) < MOVED_RUN - 2:
            continue
        run = _longest_run(new.words[part], shared)
        kept = [new.grams[heir] for heir in heirs.get(whole, ())]
        known = [old.grams[source] for source in sources.get(part, ())]
        if _is_fragment(run, kept, known) and _has_one_source(run, old):
            fragments.append(Link(whole, part, share, len(run)))
    return fragments


def _is_fragment(run: list[str], kept: list[set[Gram]], known: list[set[Gram]]) -> bool:
    """Long enough, and either gone from where it stood or not from the new paragraph's own sources."""
    left = not _mostly_in(run, kept)
    if _mostly_in(run, known):
        return left and len(run) >= COPIED_RUN
    return len(run) >= (MOVED_RUN if left else COPIED_RUN)


def _has_one_source(run: list[str], old: Side) -> bool:
    """Whether most of the run stands in one old paragraph alone: a formula stands in several."""
    grams = _runs_of_three(run)
    return sum(sum(gram in own for own in old.grams) == 1 for gram in grams) * 2 > len(grams)


def _neighbours(linked: list[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in linked:
        found.setdefault(one, []).append(other)
    return found


def _longest_run(words: list[str], shared: set[Gram]) -> list[str]:
    """The longest run of words whose every run of three is shared."""
    best, length, run = 0, 0, 0
    for at, gram in enumerate(_runs_of_three(words)):
        run = run + 1 if gram in shared else 0
        if run > length:
            best, length = at - run + 1, run
    return words[best : best + length + 2] if length else []


def _mostly_in(run: list[str], texts: list[set[Gram]]) -> bool:
    inside = _runs_of_three(run)
    return sum(any(gram in text for text in texts) for gram in inside) * 2 > len(inside)


def _runs_of_three(words: list[str]) -> list[Gram]:
    return list(zip(words, words[1:], words[2:], strict=False))
