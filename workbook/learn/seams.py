"""A change of form -> whether it is rather a seam: a trace of how a text was put together, nobody's wish.

No drafter lets a sentence begin small, or strikes one comma of a list. Such changes come from words that were
taken out of a marked or flattened text, or from its printing, so no exercise calls them real.
"""

import re

import polars as pl

from workbook.compare.manners import WEAK
from workbook.compare.words import split_words

# How a text that was put together knows whose a change is: these two rest on a document.
SURE = ("documented", "corroborated")
_FULL_STOP = re.compile(r"[.?!][”’\"')\]]*\s+$")
_GOES_ON = re.compile(r"[\w,]\s+$")
# An item of a list: four words at most. Behind the last comma but one, "and" or "or" comes before the last.
_ITEM = r"(?!(?:and|or)\b)[\w’'-]+(?:\s+(?!(?:and|or)\b)[\w’'-]+){0,3}"
_LIST_GOES_ON = re.compile(rf"\s*{_ITEM}(?:,\s+{_ITEM})*,?\s+(?:and|or)\b")

Key = tuple[int, int, int]


def is_seam(left: str, old: str, new: str, right: str) -> bool:
    """Whether a change of form, between these words of its paragraph, is a trace of piecing together.

    So is a sentence that begins small behind a full stop, or a small word with a capital in the midst of one,
    in either text; and a comma alone that comes or goes in a list, save the one before its last "and".
    """
    if (old + new).strip() == ",":
        return bool(_LIST_GOES_ON.match(right))
    if old.strip().casefold() != new.strip().casefold():
        return False
    begins = [text.strip()[:1] for text in (old, new)]
    if begins[0] == begins[1]:
        return False
    small = split_words(new)[:1] and split_words(new)[0] in WEAK
    return bool(_FULL_STOP.search(left) or (small and _GOES_ON.search(left)))


def list_unsure(origins: pl.DataFrame) -> set[Key]:
    """The changed spans of ORIGINS whose hand is inferred or not known: both positions and the span."""
    rows = origins.filter(~pl.col("grade").cast(pl.String).is_in(SURE))
    return set(rows.select("old_position", "new_position", "span").iter_rows())
