"""The words of a paragraph: what pairing counts and what the word diff keeps whole.

A number (8,436), a date, a document symbol (A/76/642), a pinpoint (15(g)) and a hyphenated word
are one word each; every other mark is one of its own. Text is compared as written: "Children" is
another word than "children" to the diff, and the same to the pairing.
"""

import re
from collections.abc import Callable
from itertools import chain

from workbook.schemas import WorkbookError

_WORD = r"\w+(?:(?:[-‐‑’'/]|(?<=\d)[.,](?=\d))\w+)*(?:(?<=\d)\(\w{1,4}\)|(?<=s)[’'](?=\s|$))*"
TOKEN = re.compile(rf"{_WORD}|[^\w\s]")
WORD = re.compile(_WORD)
# What people count as a word, as Polars matches it: letters and digits, with the hyphens and apostrophes
# inside: "child-sensitive", "States'". Here "6.3" is two; a count of words is no place for symbols.
COUNTED = r"[\p{L}\p{N}]+(?:[-‐‑'’][\p{L}\p{N}]+)*"


def split_tokens(text: str) -> list[str]:
    """Words and single marks in reading order, white space left out."""
    return TOKEN.findall(text)


def split_words(text: str) -> list[str]:
    """Words in lower case, marks left out: what two paragraphs are matched by."""
    if len(_between_spaces) > MOST_KNOWN:
        _between_spaces.clear()
    return list(chain.from_iterable([_between_spaces[stretch] for stretch in text.lower().split()]))


class _Stretches(dict[str, tuple[str, ...]]):
    """The words of stretches without white space: nearly always one, and one that came before."""

    def __missing__(self, stretch: str) -> tuple[str, ...]:
        self[stretch] = words = tuple(WORD.findall(stretch))
        return words


_between_spaces = _Stretches()
# More stretches than a library of drafts has; then they are split anew.
MOST_KNOWN = 1 << 18


# There are no more characters to code words with.
MOST_CODES = 1_100_000


class Vocabulary:
    """A code of one character for every word, so that whole texts are compared as strings.

    White space behind a word does not count: "return " and "return" have one code.
    """

    def __init__(self, lone: Callable[[str], bool]) -> None:
        self.words: dict[str, str] = {}  # code -> word
        self.lone: set[str] = set()  # codes of words that are matched even alone
        self._codes = _Codes(self, lone)

    def encode(self, pieces: list[str]) -> str:
        """One character a piece, a piece being a word with the white space behind it."""
        codes = self._codes
        return "".join([codes[piece] for piece in pieces])


class _Codes(dict[str, str]):
    def __init__(self, vocabulary: Vocabulary, lone: Callable[[str], bool]) -> None:
        self.vocabulary, self.lone = vocabulary, lone

    def __missing__(self, piece: str) -> str:
        word = piece.strip()
        if word != piece:
            code = self[word]
        else:
            # The surrogates stand for nothing in a string: leave them out.
            number = len(self.vocabulary.words) + 1
            if number > MOST_CODES:
                raise WorkbookError(
                    "These drafts have more different words than can be compared. Take a part."
                )
            code = chr(number if number < 0xD800 else number + 0x800)
            self.vocabulary.words[code] = word
            if self.lone(word):
                self.vocabulary.lone.add(code)
        self[piece] = code
        return code
