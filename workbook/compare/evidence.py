"""What speaks for two paragraphs being one: the runs of three words they share, rare ones most.

Boilerplate ("safe, orderly and regular migration") stands in many paragraphs and so weighs little;
a run that only two paragraphs have weighs most. Counted with sparse matrices, so that thousands of
paragraphs a side are no burden.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse

# A run that stands in more than this share of all paragraphs (and in more than a handful) says nothing.
COMMON_SHARE = 0.05
HANDFUL = 12
RUN = 3


class Runs(NamedTuple):
    """The runs of words of both drafts' paragraphs, numbered; old paragraphs first, then new ones."""

    olds: int  # how many paragraphs are old
    table: sparse.csr_array  # one row a paragraph, one column a run; the paragraph's edges count as words
    ordered: np.ndarray  # the runs of one paragraph after the other, in reading order
    starts: np.ndarray  # where each paragraph begins in `ordered`, and at last where it ends
    length: int  # words in a run

    def inner(self, paragraph: int) -> list[int]:
        """The runs of a paragraph that no edge is part of, in reading order."""
        start, end = self.starts[paragraph], self.starts[paragraph + 1]
        return self.ordered[start + self.length - 1 : max(start, end - self.length + 1)].tolist()


class Evidence(NamedTuple):
    """Candidate links as parallel arrays, ordered by old, then new paragraph (indices from 0)."""

    old: np.ndarray
    new: np.ndarray
    old_share: np.ndarray  # of the old paragraph's weight, how much the new one has too: 0 to 1
    new_share: np.ndarray  # of the new paragraph's weight, how much the old one has too: 0 to 1

    @property
    def share(self) -> np.ndarray:
        """The larger of the two shares: a paragraph that lost or gained a half is still itself."""
        return np.maximum(self.old_share, self.new_share)

    @property
    def likeness(self) -> np.ndarray:
        """The weight that two paragraphs share, of all that they have: Dice's coefficient, 0 to 1."""
        return 2 / (1 / self.old_share + 1 / self.new_share)

    def new_share_of(self, old: int, new: int) -> float:
        """The share of one link; 0 where there is none."""
        return float(self.new_share[(self.old == old) & (self.new == new)].sum())

    def turn(self) -> "Evidence":
        """The same evidence seen from the other draft: what finds splits finds mergers in it."""
        order = np.lexsort((self.old, self.new))
        return Evidence(self.new[order], self.old[order], self.new_share[order], self.old_share[order])


def number_runs(old_words: Sequence[list[str]], new_words: Sequence[list[str]], length: int = RUN) -> Runs:
    """The runs of this many words in both drafts, from the words of their paragraphs."""
    ids: defaultdict[str, int] = defaultdict(lambda: len(ids) + 1)
    edges = [0] * (length - 1)
    coded: list[int] = []
    sizes = []
    for words in (*old_words, *new_words):
        coded += [*edges, *[ids[word] for word in words], *edges]
        sizes.append(len(words) + 2 * len(edges))
    code, row = np.array(coded, dtype=np.int64), np.repeat(np.arange(len(sizes)), sizes)
    count = max(0, len(code) - length + 1)
    runs = sum(code[at : at + count] * (len(ids) + 1) ** (length - 1 - at) for at in range(length))
    inside = row[:count] == row[length - 1 :]
    _, columns = np.unique(runs[inside], return_inverse=True)
    shape = (len(sizes), columns.max(initial=0) + 1)
    starts = np.r_[0, np.cumsum(np.maximum(0, np.array(sizes) - length + 1))]
    # Copies: the table puts its runs in order, and ours stay in reading order.
    table = sparse.csr_array((np.ones(len(columns)), columns.copy(), starts.copy()), shape=shape)
    table.sum_duplicates()
    table.data[:] = 1  # a run counts once a paragraph
    return Runs(len(old_words), table, columns, starts, length)


def weigh_links(runs: Runs) -> Evidence:
    """Every old and new paragraph that share a run which is not boilerplate, with the shares."""
    count = runs.table.shape[0]
    often = np.bincount(runs.table.indices, minlength=runs.table.shape[1])
    weight = np.log1p(count / np.maximum(often, 1)) / np.log1p(count)
    weight[often > max(HANDFUL, COMMON_SHARE * count)] = 0
    weighed = runs.table * weight
    weighed.eliminate_zeros()
    shared = (runs.table[: runs.olds] @ weighed[runs.olds :].T).tocoo()
    order = np.lexsort((shared.col, shared.row))
    total = np.maximum(runs.table @ weight, 1e-9)
    rows, columns, data = shared.row[order], shared.col[order], shared.data[order]
    return Evidence(rows, columns, data / total[rows], data / total[runs.olds + columns])


def find_sole(runs: Runs) -> np.ndarray:
    """For each run whether one old paragraph alone has it: True or False."""
    old = runs.table[: runs.olds]
    return np.bincount(old.indices, minlength=old.shape[1]) == 1


def share_sole(runs: Runs, sole: np.ndarray, least: int) -> list[tuple[int, int]]:
    """The old and new paragraphs that share at least so many runs that no other old paragraph has."""
    own = runs.table[: runs.olds] * sole.astype(float)
    own.eliminate_zeros()
    shared = (own @ runs.table[runs.olds :].T).tocoo()
    enough = shared.data >= least
    return sorted(zip(shared.row[enough].tolist(), shared.col[enough].tolist(), strict=True))
