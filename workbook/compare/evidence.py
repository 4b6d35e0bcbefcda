"""What speaks for two paragraphs being one: the runs of three words they share, rare ones most.

Boilerplate ("safe, orderly and regular migration") stands in many paragraphs and so weighs little;
a run that only two paragraphs have weighs most. Counted with sparse matrices, so that thousands of
paragraphs a side are no burden.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse

from workbook.compare.words import split_words

# A run that stands in more than this share of all paragraphs (and in more than a handful) says nothing.
COMMON_SHARE = 0.05
HANDFUL = 12
_RUN = 3


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


def weigh_links(old_texts: Sequence[str], new_texts: Sequence[str]) -> Evidence:
    """Every old and new paragraph that share a run of words which is not boilerplate, with the shares."""
    words = [split_words(text) for text in (*old_texts, *new_texts)]
    features = _run_features(words)
    often = np.asarray((features > 0).sum(axis=0)).ravel()
    weight = np.log1p(len(words) / np.maximum(often, 1)) / np.log1p(len(words))
    weight[often > max(HANDFUL, COMMON_SHARE * len(words))] = 0
    old, new = features[: len(old_texts)], features[len(old_texts) :]
    shared = (old @ sparse.diags_array(weight) @ new.T).tocoo()
    order = np.lexsort((shared.col, shared.row))
    kept = order[shared.data[order] > 0]
    total = np.maximum(features @ weight, 1e-9)
    rows, columns, data = shared.row[kept], shared.col[kept], shared.data[kept]
    return Evidence(rows, columns, data / total[rows], data / total[len(old_texts) + columns])


def _run_features(words: list[list[str]]) -> sparse.csr_array:
    """One row a paragraph, one column a run of three words (the paragraph's edges count as words)."""
    ids: dict[str, int] = {}
    edge = 0
    coded: list[int] = []
    owner: list[int] = []
    for paragraph, own in enumerate(words):
        padded = [edge, edge, *(ids.setdefault(word, len(ids) + 1) for word in own), edge, edge]
        coded += padded
        owner += [paragraph] * len(padded)
    code, row = np.array(coded, dtype=np.int64), np.array(owner)
    size = len(ids) + 1
    runs = (code[:-2] * size + code[1:-1]) * size + code[2:]
    inside = row[:-2] == row[2:]
    _, columns = np.unique(runs[inside], return_inverse=True)
    rows = row[:-2][inside]
    found = sparse.csr_array(
        (np.ones(len(rows)), (rows, columns)), shape=(len(words), columns.max(initial=0) + 1)
    )
    found.data[:] = 1  # a run counts once a paragraph
    return found
