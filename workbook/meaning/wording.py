"""PARAGRAPHS -> their words, one character each, so that texts are searched and compared as strings."""

import re
from typing import NamedTuple

import polars as pl

from workbook.compare.words import Vocabulary
from workbook.meaning.tags import PLAIN, RUNNING

# Without hyphens, so that "whole-of-society" and "whole of society" are the same words.
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class Wording(NamedTuple):
    """A paragraph: its key, its text, and its words as one character each, with their places."""

    draft: str
    position: int
    label: str
    text: str
    words: str
    places: list[tuple[int, int]]

    def cut(self, first: int, last: int) -> str:
        """The text from one word up to another."""
        return self.text[self.places[first][0] : self.places[last - 1][1]] if first < last else ""


def make_vocabulary() -> Vocabulary:
    """The codes of words, to be shared by all texts that are compared."""
    return Vocabulary(lone=lambda word: False)


def code_paragraphs(paragraphs: pl.DataFrame, vocabulary: Vocabulary) -> list[Wording]:
    """The running text of each paragraph; case, punctuation, quotes' shapes, and hyphens do not count."""
    running = paragraphs.filter(pl.col("kind").cast(pl.String).is_in(RUNNING))
    return [
        Wording(*key, text, *code_words(text, vocabulary))
        for *key, text in running.select("draft", "position", "label", "text").iter_rows()
    ]


def code_words(text: str, vocabulary: Vocabulary) -> tuple[str, list[tuple[int, int]]]:
    """The words of a text, one character each, and where each begins and ends."""
    words, places = find_words(text)
    return vocabulary.encode(words), places


def find_words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a text, in small letters and plain signs, and where each begins and ends."""
    plain = text.translate(PLAIN).lower()
    places = [word.span() for word in _WORD.finditer(plain)]
    return [plain[start:end] for start, end in places], places
