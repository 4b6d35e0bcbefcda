"""The main pairs: which new paragraph each old one became, one to one.

Words decide, and the label only where the words allow it: labels are moved, reused and skipped.
Candidates share rare runs of words; the best choice among all of them together is an assignment
problem (scipy's min_weight_full_bipartite_matching on the candidates alone).
"""

from collections import Counter, defaultdict, deque
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from workbook.compare.evidence import Evidence
from workbook.text.labels import read_label

# Two paragraphs are one when they share this much of the smaller one; less when the number, or the
# drafters' own note [former 9], says so as well.
SAME_SHARE = 0.25
TOLD_SHARE = 0.15
# What an announced former number or an equal number adds to the share.
ANNOUNCED, SAME_LABEL = 0.3, 0.15
# What standing in the same place adds at most: enough to decide between equals.
SAME_PLACE = 1e-3
# The likeness in rarer words from which on two paragraphs that share few runs are one, rewritten.
REWRITTEN = 0.4
# A paragraph that keeps its number is the old one; the one put in behind it (6bis) is its part.
PUT_IN_BEHIND = 0.5


class Draft(NamedTuple):
    """One side of a comparison, in the order of the document."""

    name: str
    positions: list[int]
    labels: list[str]
    formers: list[str]
    sections: list[str]
    texts: list[str]
    words: list[list[str]]  # of each text


@lru_cache(maxsize=4096)
def family_of(label: str) -> object:
    """What labels of one number have in common (6, 6bis, 6ter); None for a paragraph without a label."""
    read = read_label(f"{label} ")
    return read.key[:2] if read else None


def assign_pairs(before: Draft, after: Draft, evidence: Evidence) -> dict[int, int]:
    """The one-to-one choice with the greatest sum of evidence: old index -> new index.

    Paragraphs with the same words are paired first, however often these words come back.
    """
    twins = _pair_twins(before, after)
    same, told, behind = _read_labels(before, after, evidence)
    share = evidence.share
    possible = share >= np.where(same | told, TOLD_SHARE, SAME_SHARE)
    possible &= ~np.isin(evidence.old, list(twins)) & ~np.isin(evidence.new, list(twins.values()))
    both = 0.7 * share + 0.3 * np.minimum(evidence.old_share, evidence.new_share)
    value = both + ANNOUNCED * told + SAME_LABEL * same - PUT_IN_BEHIND * behind
    # Where two candidates are equally good, the order of the document decides.
    places = evidence.old / len(before.texts) - evidence.new / len(after.texts)
    value += SAME_PLACE * (1 - np.abs(places))
    chosen = _match(evidence, value, possible & (value > 0), turned=before.texts > after.texts)
    return dict(sorted((twins | chosen).items()))


def _pair_twins(before: Draft, after: Draft) -> dict[int, int]:
    """The paragraphs with the same words: those with the same number first, then in their order."""
    twins: dict[int, int] = {}
    for key in (lambda draft, at: (draft.texts[at], draft.labels[at]), lambda draft, at: draft.texts[at]):
        waiting = defaultdict(deque)
        taken = set(twins.values())
        for new in range(len(after.texts)):
            if new not in taken:
                waiting[key(after, new)].append(new)
        for old in range(len(before.texts)):
            if old not in twins and waiting[key(before, old)]:
                twins[old] = waiting[key(before, old)].popleft()
    return twins


def assign_rewritten(
    before: Draft, after: Draft, evidence: Evidence, olds: set[int], news: set[int]
) -> dict[tuple[int, int], float]:
    """Of paragraphs left over on both sides, those that are one after all: (old, new) -> likeness.

    `evidence` counts single words: a paragraph that was rewritten keeps its rarer words, but few runs.
    """
    likeness = evidence.likeness
    free = np.isin(evidence.old, list(olds)) & np.isin(evidence.new, list(news))
    chosen = _match(evidence, likeness, free & (likeness >= REWRITTEN), turned=before.texts > after.texts)
    links = zip(evidence.old.tolist(), evidence.new.tolist(), likeness.tolist(), strict=True)
    return {(old, new): alike for old, new, alike in links if chosen.get(old) == new}


def _match(evidence: Evidence, value: np.ndarray, possible: np.ndarray, turned: bool) -> dict[int, int]:
    """The choice among the possible links; `turned` looks from the other side, so that equally good
    choices fall out the same whichever draft is called the old one."""
    old, new, value = evidence.old[possible], evidence.new[possible], np.round(value[possible], 9)
    if not len(old):
        return {}
    if turned:
        order = np.lexsort((old, new))
        old, new, value = new[order], old[order], value[order]
    # A private way out for each paragraph, worth nothing: it may stay alone.
    olds, news = old.max() + 1, new.max() + 1
    rows, columns = np.r_[old, np.arange(olds)], np.r_[new, news + np.arange(olds)]
    costs = np.r_[-value, np.full(olds, -1e-9)]
    matrix = sparse.csr_array((costs, (rows, columns)), shape=(olds, news + olds))
    chosen_old, chosen_new = min_weight_full_bipartite_matching(matrix)
    real = chosen_new < news
    sides = (chosen_old[real].tolist(), chosen_new[real].tolist())
    return dict(sorted(zip(*(reversed(sides) if turned else sides), strict=True)))


def _read_labels(
    before: Draft, after: Draft, evidence: Evidence
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each candidate: equal labels; announced by the drafters; put in behind a number that was kept."""
    same = _equal(_tell_apart(before), _tell_apart(after), evidence)
    told = _equal(before.labels, after.formers, evidence) | _equal(before.formers, after.labels, evidence)
    families = _equal(*([family_of(label) for label in side.labels] for side in (before, after)), evidence)
    stayed = same & (evidence.share >= TOLD_SHARE)
    kept = np.isin(evidence.old, evidence.old[stayed]) | np.isin(evidence.new, evidence.new[stayed])
    return same, told & ~same, families & kept & ~same & ~told


def _equal(old: list, new: list, evidence: Evidence) -> np.ndarray:
    """For each candidate whether its old and its new paragraph have the same value; "" and None have none."""
    numbers: dict[object, int] = {}
    old_numbers, new_numbers = (
        np.array([numbers.setdefault(value, len(numbers) + 1) if value else 0 for value in side])
        for side in (old, new)
    )
    chosen = old_numbers[evidence.old]
    return (chosen > 0) & (chosen == new_numbers[evidence.new])


def _tell_apart(draft: Draft) -> list[str]:
    """The labels; where numbering starts over, each with the heading that it stands under."""
    often = Counter(draft.labels)
    return [
        f"{label}, {section}" if label and often[label] > 1 else label
        for label, section in zip(draft.labels, draft.sections, strict=True)
    ]
