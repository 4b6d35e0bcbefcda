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
    inner: list[list[int]]  # of each paragraph, the runs between its edges, in reading order


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

    def turn(self) -> "Evidence":
        """The same evidence seen from the other draft: what finds splits finds mergers in it."""
        order = np.lexsort((self.old, self.new))
        return Evidence(self.new[order], self.old[order], self.new_share[order], self.old_share[order])


def number_runs(old_words: Sequence[list[str]], new_words: Sequence[list[str]], length: int = RUN) -> Runs:
    """The runs of this many words in both drafts, from the words of their paragraphs."""
    ids: defaultdict[str, int] = defaultdict(lambda: len(ids) + 1)
    edges = [0] * (length - 1)
    coded = [[*edges, *[ids[word] for word in words], *edges] for words in (*old_words, *new_words)]
    code = np.array([word for words in coded for word in words], dtype=np.int64)
    row = np.repeat(np.arange(len(coded)), [len(words) for words in coded])
    count = max(0, len(code) - length + 1)
    runs = sum(code[at : at + count] * (len(ids) + 1) ** (length - 1 - at) for at in range(length))
    inside = row[:count] == row[length - 1 :]
    _, columns = np.unique(runs[inside], return_inverse=True)
    rows = row[:count][inside]
    shape = (len(coded), columns.max(initial=0) + 1)
    table = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    table.data[:] = 1  # a run counts once a paragraph
    return Runs(
        len(old_words), table, _split_inner(columns.tolist(), [len(words) for words in coded], length)
    )


def _split_inner(columns: list[int], sizes: list[int], length: int) -> list[list[int]]:
    """For each paragraph the runs that no edge is part of."""
    ends = np.cumsum([max(0, size - length + 1) for size in sizes]).tolist()
    return [
        columns[start + length - 1 : max(start, end - length + 1)]
        for start, end in zip([0, *ends], ends, strict=False)
    ]


def weigh_links(runs: Runs) -> Evidence:
    """Every old and new paragraph that share a run which is not boilerplate, with the shares."""
    count = runs.table.shape[0]
    often = np.bincount(runs.table.indices, minlength=runs.table.shape[1])
    weight = np.log1p(count / often) / np.log1p(count)
    weight[often > max(HANDFUL, COMMON_SHARE * count)] = 0
    old, new = runs.table[: runs.olds], runs.table[runs.olds :]
    shared = (old @ sparse.diags_array(weight) @ new.T).tocoo()
    order = np.lexsort((shared.col, shared.row))
    kept = order[shared.data[order] > 0]
    total = np.maximum(runs.table @ weight, 1e-9)
    rows, columns, data = shared.row[kept], shared.col[kept], shared.data[kept]
    return Evidence(rows, columns, data / total[rows], data / total[runs.olds + columns])
