"""How alike two phrases are, and how often a random phrase of the same length would be as alike."""

import random
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import polars as pl
from rapidfuzz import fuzz, process

from workbook.compare.words import WORD, Vocabulary
from workbook.meaning.tags import PLAIN
from workbook.text.paragraphs import body_of

# So many random phrases tell one in a hundred from one in twenty; more only take longer.
PHRASES = 200
# The same phrases are drawn each time, so that a second run says the same.
SEED = 2018
# Parts texts from each other; a private character, which no word is coded as.
_GAP = "\ue001"


class Body:
    """A draft's paragraphs as words: coded one character a word, with the place of each."""

    def __init__(self, paragraphs: pl.DataFrame, draft: str, vocabulary: Vocabulary) -> None:
        rows = body_of(paragraphs, draft).select("position", "label", "text").rows()
        self.texts = {position: text for position, _, text in rows}
        self.labels = {position: label for position, label, _ in rows}
        self.places = {at: [word.span() for word in WORD.finditer(text)] for at, text in self.texts.items()}
        self.codes = {at: encode(text, vocabulary) for at, text in self.texts.items()}
        self.flags = {at: np.zeros(len(places), bool) for at, places in self.places.items()}

    def flag(self, position: int, start: int, end: int) -> None:
        """Marks the words that touch this stretch of characters as changed."""
        for at, (first, last) in enumerate(self.places[position]):
            if first < end and start < last:
                self.flags[position][at] = True

    def words_at(self, position: int, start: int, end: int) -> list[int]:
        """Which words touch this stretch of characters."""
        return [at for at, (first, last) in enumerate(self.places[position]) if first < end and start < last]


def encode(text: str, vocabulary: Vocabulary) -> str:
    """The words of a text in lower case, one character each; the shape of apostrophes does not count."""
    return vocabulary.encode([word[0].lower() for word in WORD.finditer(text.translate(PLAIN))])


@lru_cache(maxsize=8)
def _shuffle(count: int) -> list[int]:
    """The numbers below this one in a random order, always the same."""
    order = list(range(count))
    random.Random(SEED).shuffle(order)
    return order


class _Drawn(NamedTuple):
    """Random phrases of one length: of each its paragraph, its words as codes, how many are gone."""

    positions: np.ndarray
    codes: list[str]
    gone: np.ndarray


class Chance:
    """Random phrases of a draft, the same ones for every atom of a length."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self._gone = {at: np.concatenate(([0], np.cumsum(flags))) for at, flags in body.flags.items()}
        starts = [(at, word) for at, codes in body.codes.items() for word in range(len(codes))]
        starts = [starts[at] for at in _shuffle(len(starts))]
        self._starts = starts
        self._rooms = np.array([len(body.codes[at]) - word for at, word in starts])
        self._drawn: dict[int, _Drawn] = {}

    def _draw(self, length: int) -> _Drawn:
        """Phrases of so many words from all paragraphs, twice as many as needed: some are left out."""
        if length not in self._drawn:
            fitting = np.flatnonzero(self._rooms >= length)[: 2 * PHRASES]
            places = [self._starts[at] for at in fitting.tolist()]
            codes = [self.body.codes[at][start : start + length] for at, start in places]
            gone = [self._gone[at][start + length] - self._gone[at][start] for at, start in places]
            self._drawn[length] = _Drawn(np.array([at for at, _ in places]), codes, np.array(gone))
        return self._drawn[length]

    def _choose(self, drawn: _Drawn, without: Iterable[int | None]) -> np.ndarray:
        """Which of the phrases count: up to PHRASES, from other paragraphs than these."""
        kept = np.ones(len(drawn.positions), bool)
        for position in set(without) - {None}:
            kept &= drawn.positions != position
        return np.flatnonzero(kept)[:PHRASES]

    def count_alike(
        self, length: int, without: Iterable[int | None], texts: list[str], score: float
    ) -> tuple[int, int]:
        """How many random phrases are as alike to one of these texts, and how many there are."""
        drawn = self._draw(length)
        phrases = [drawn.codes[at] for at in self._choose(drawn, without).tolist()]
        if not phrases:
            return 0, 0
        if score == 1:
            everywhere = _GAP.join(texts)
            return sum(phrase in everywhere for phrase in phrases), len(phrases)
        best = _score(phrases, texts, score).max(axis=1, initial=0)
        return int(np.count_nonzero(best >= score - 1e-6)), len(phrases)

    def score_alike(self, length: int, texts: list[str], least: float) -> np.ndarray:
        """How alike each random phrase (a row) is to each text; what is less alike than `least` is nought."""
        drawn = self._draw(length)
        return _score([drawn.codes[at] for at in self._choose(drawn, ()).tolist()], texts, least)

    def count_elsewhere(self, length: int, score: float) -> tuple[int, int]:
        """How many random phrases are as alike to a paragraph not their own, and how many there are."""
        drawn = self._draw(length)
        chosen = self._choose(drawn, ()).tolist()
        if not chosen:
            return 0, 0
        texts = {at: codes for at, codes in self.body.codes.items() if len(codes) >= length}
        scores = process.cdist(
            [drawn.codes[at] for at in chosen],
            list(texts.values()),
            scorer=fuzz.partial_ratio,
            score_cutoff=100 * score - 1e-3,
        )
        own = drawn.positions[chosen][:, None] == np.array(list(texts))[None, :]
        scores[own] = 0
        return int(np.count_nonzero(scores.max(axis=1) >= 100 * score - 1e-3)), len(chosen)

    def count_gone(self, length: int, without: Iterable[int | None], share: float) -> tuple[int, int]:
        """Of how many random phrases as large a share is gone, and how many phrases there are."""
        drawn = self._draw(length)
        gone = drawn.gone[self._choose(drawn, without)]
        return int(np.count_nonzero(gone >= share * length - 1e-6)), len(gone)


def _score(phrases: list[str], texts: list[str], least: float) -> np.ndarray:
    """How alike each phrase (a row) is to each text, 0 to 1; what is less alike than `least` is nought.

    Phrases are of one length: in a longer text the most alike stretch counts, of a shorter one all of it.
    """
    scores = np.zeros((len(phrases), len(texts)))
    length = len(phrases[0]) if phrases else 0
    shorter = np.array([len(text) < length for text in texts], bool)
    for scorer, which in ((fuzz.partial_ratio, ~shorter), (fuzz.ratio, shorter)):
        if length and which.any():
            others = [texts[at] for at in np.flatnonzero(which).tolist()]
            cutoff = 100 * least - 1e-3
            scores[:, which] = process.cdist(phrases, others, scorer=scorer, score_cutoff=cutoff) / 100
    return scores


def align_phrase(needle: str, codes: str, least: float = 0.0) -> tuple[float, int, int]:
    """How alike the words are to the most alike stretch of that length, and where it stands.

    The measure, 0 to 1: twice the words that both have in the same order, of all words of both (Indel).
    What is less alike than `least` is nought: to know that takes much less time.
    """
    if len(needle) > len(codes):
        return fuzz.ratio(needle, codes, score_cutoff=100 * least) / 100, 0, len(codes)
    found = fuzz.partial_ratio_alignment(needle, codes, score_cutoff=100 * least)
    return (found.score / 100, found.dest_start, found.dest_end) if found else (0.0, 0, 0)
