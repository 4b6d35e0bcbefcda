"""The words of a paragraph: what pairing counts and what the word diff keeps whole.

A number (8,436), a date, a document symbol (A/76/642), a pinpoint (15(g)) and a hyphenated word
are one word each; every other mark is one of its own. Text is compared as written: "Children" is
another word than "children" to the diff, and the same to the pairing.
"""

import re

_WORD = r"\w+(?:(?:[-‐‑’'/]|(?<=\d)[.,](?=\d))\w+)*(?:(?<=\d)\(\w{1,4}\)|(?<=s)[’'](?=\s))*"
TOKEN = re.compile(rf"{_WORD}|[^\w\s]")
WORD = re.compile(_WORD)


def split_tokens(text: str) -> list[str]:
    """Words and single marks in reading order, white space left out."""
    return TOKEN.findall(text)


def split_words(text: str) -> list[str]:
    """Words in lower case, marks left out: what two paragraphs are matched by."""
    return WORD.findall(text.lower())
