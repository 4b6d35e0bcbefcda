"""My list: what the page cannot tell of chosen words and paragraphs by itself."""

import re
from collections.abc import Iterator

import polars as pl

from workbook.show.explorer.selection import ALIKE
from workbook.text.paragraphs import body_of


def find_places(
    paragraphs: pl.DataFrame, words: str
) -> Iterator[tuple[int, str, str, list[tuple[int, int]]]]:
    """Each paragraph of the body that has the words: position, label, text, where they start and end.

    Whole words are meant, in any case, with any space between them; * stands for any letters.
    """
    pattern = write_whole(words)
    if pattern is None:
        return
    for position, label, text in body_of(paragraphs).select("position", "label", "text").iter_rows():
        spans = [match.span() for match in pattern.finditer(text)]
        if spans:
            yield position, label, text, spans


def write_whole(words: str) -> re.Pattern[str] | None:
    """A pattern for whole words; None where none are given. `src/list/finding.js` finds in the same way."""
    parts = [part for part in words.split() if part.strip("*")]
    if not parts:
        return None
    signs = [
        "".join(r"\w*" if sign == "*" else ALIKE.get(sign) or re.escape(sign) for sign in part)
        for part in parts
    ]
    whole = r"\s+".join(signs)
    return re.compile(rf"(?<!\w){whole}(?!\w)", re.IGNORECASE)
