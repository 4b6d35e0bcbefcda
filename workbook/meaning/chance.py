"""How alike two phrases are, and how often a random phrase of the same length would be as alike."""

import random
from collections.abc import Iterable

import numpy as np
import polars as pl
from rapidfuzz import fuzz, process

from workbook.compare.words import WORD, Vocabulary
from workbook.text.paragraphs import body_of

# So many random phrases tell one in a hundred from one in twenty; more only take longer.
PHRASES = 200
# The same phrases are drawn each time, so that a second run says the same.
SEED = 2018


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
    """The words of a text in lower case, one character each."""
    return vocabulary.encode([word[0].lower() for word in WORD.finditer(text)])


class Chance:
    """Random phrases of a draft, the same ones for every atom of a length."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self._gone = {at: [0, *np.cumsum(flags).tolist()] for at, flags in body.flags.items()}
        starts = [(at, word) for at, codes in body.codes.items() for word in range(len(codes))]
        random.Random(SEED).shuffle(starts)
        self._starts = starts
        self._rooms = np.array([len(body.codes[at]) - word for at, word in starts])
        self._drawn: dict[int, list[tuple[int, int]]] = {}

    def draw(self, length: int, without: Iterable[int]) -> list[tuple[int, int]]:
        """Up to PHRASES phrases of so many words, as position and first word, from other paragraphs."""
        if length not in self._drawn:
            # Twice as many as needed: some stand in paragraphs that are left out.
            fitting = np.flatnonzero(self._rooms >= length)[: 2 * PHRASES]
            self._drawn[length] = [self._starts[at] for at in fitting.tolist()]
        barred = set(without)
        return [place for place in self._drawn[length] if place[0] not in barred][:PHRASES]

    def count_alike(
        self, length: int, without: Iterable[int], texts: list[str], score: float
    ) -> tuple[int, int]:
        """How many random phrases are as alike to one of these texts, and how many there are."""
        phrases = [self.body.codes[at][start : start + length] for at, start in self.draw(length, without)]
        if not phrases:
            return 0, 0
        best = np.max([_score_all(phrases, text, score) for text in texts], axis=0)
        return int(np.count_nonzero(best >= score - 1e-6)), len(phrases)

    def count_gone(self, length: int, without: Iterable[int], share: float) -> tuple[int, int]:
        """Of how many random phrases as large a share is gone, and how many phrases there are."""
        phrases = self.draw(length, without)
        gone = [self._gone[at][start + length] - self._gone[at][start] for at, start in phrases]
        return sum(words >= share * length - 1e-6 for words in gone), len(phrases)


def align_phrase(needle: str, codes: str) -> tuple[float, int, int]:
    """How alike the words are to the most alike stretch of that length, and where it stands.

    The measure, 0 to 1: twice the words that both have in the same order, of all words of both (Indel).
    """
    if len(needle) > len(codes):
        return fuzz.ratio(needle, codes) / 100, 0, len(codes)
    found = fuzz.partial_ratio_alignment(needle, codes)
    return found.score / 100, found.dest_start, found.dest_end


def _score_all(phrases: list[str], text: str, least: float) -> np.ndarray:
    """The same measure for many phrases of one length; below `least` it may be 0."""
    if least == 1:
        return np.array([float(phrase in text) for phrase in phrases])
    scorer = fuzz.ratio if len(phrases[0]) > len(text) else fuzz.partial_ratio
    return process.cdist(phrases, [text], scorer=scorer, score_cutoff=100 * least - 1e-3)[:, 0] / 100
