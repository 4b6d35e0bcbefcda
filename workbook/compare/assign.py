"""The main pairs: which new paragraph each old one became, one to one.

Words decide, and the label only where the words allow it: labels are moved, reused and skipped.
Candidates share rare runs of words; the best choice among all of them together is an assignment
problem (scipy's min_weight_full_bipartite_matching on the candidates alone).
"""

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
# A paragraph that keeps its number is the old one; the one put in behind it (6bis) is its part.
PUT_IN_BEHIND = 0.5


class Draft(NamedTuple):
    """One side of a comparison, in the order of the document."""

    name: str
    positions: list[int]
    labels: list[str]
    formers: list[str]
    texts: list[str]


@lru_cache(maxsize=4096)
def family_of(label: str) -> object:
    """What labels of one number have in common (6, 6bis, 6ter); None for a paragraph without a label."""
    read = read_label(f"{label} ")
    return read.key[:2] if read else None


def assign_pairs(before: Draft, after: Draft, evidence: Evidence) -> dict[int, int]:
    """The one-to-one choice with the greatest sum of evidence: old index -> new index."""
    same, told, behind = _read_labels(before, after, evidence)
    share = evidence.share
    possible = share >= np.where(same | told, TOLD_SHARE, SAME_SHARE)
    # Where two candidates are equally good, the order of the document decides.
    order = 1e-3 * (
        1 - np.abs(evidence.old / max(1, len(before.texts)) - evidence.new / max(1, len(after.texts)))
    )
    both = 0.7 * share + 0.3 * np.minimum(evidence.old_share, evidence.new_share)
    value = both + ANNOUNCED * told + SAME_LABEL * same - PUT_IN_BEHIND * behind + order
    possible &= value > 0
    return _match(
        evidence.old[possible], evidence.new[possible], value[possible], len(before.texts), len(after.texts)
    )


def _match(old: np.ndarray, new: np.ndarray, value: np.ndarray, olds: int, news: int) -> dict[int, int]:
    if not len(old):
        return {}
    # A private way out for each old paragraph, worth nothing: it may stay alone.
    rows = np.r_[old, np.arange(olds)]
    columns = np.r_[new, news + np.arange(olds)]
    costs = np.r_[-np.round(value, 9), np.full(olds, -1e-9)]
    matrix = sparse.csr_array((costs, (rows, columns)), shape=(olds, news + olds))
    chosen_old, chosen_new = min_weight_full_bipartite_matching(matrix)
    real = chosen_new < news
    return dict(zip(chosen_old[real].tolist(), chosen_new[real].tolist(), strict=True))


def _read_labels(
    before: Draft, after: Draft, evidence: Evidence
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each candidate: equal labels; announced by the drafters; put in behind a number that was kept."""
    pairs = list(zip(evidence.old.tolist(), evidence.new.tolist(), evidence.share.tolist(), strict=True))
    same = np.array([_same(before.labels[o], after.labels[n]) for o, n, _ in pairs], dtype=bool)
    told = np.array([_same(before.labels[o], after.formers[n]) for o, n, _ in pairs], dtype=bool)
    kept = {
        before.labels[o]
        for (o, _, share), equal in zip(pairs, same, strict=True)
        if equal and share >= TOLD_SHARE
    }
    behind = np.array([_is_behind(before.labels[o], after.labels[n], kept) for o, n, _ in pairs], dtype=bool)
    return same, told & ~same, behind & ~told


def _same(old: str, new: str) -> bool:
    return bool(old) and old == new


def _is_behind(old: str, new: str, kept: set[str]) -> bool:
    """Whether one of two labels of a family is a number that was kept, and the other hangs on it."""
    if old == new or not old or not new or family_of(old) != family_of(new):
        return False
    return old in kept or new in kept
