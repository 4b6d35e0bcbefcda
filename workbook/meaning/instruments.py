"""Treaties, declarations, resolutions and frameworks that a text names, found by how such names are built."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from workbook.meaning.lexicon import check_pattern
from workbook.meaning.sheet import read_sheet, refuse_gaps
from workbook.meaning.tags import needed_words
from workbook.text.drafts import shipped_data

COLUMNS = ("kind", "pattern", "note")


class Instrument(NamedTuple):
    """How such names are built; `words`, one of which each of them has, spare most searches."""

    words: tuple[str, ...]
    pattern: re.Pattern


@lru_cache(maxsize=1)
def load_patterns() -> tuple[Instrument, ...]:
    """The patterns of data/lexicon/instruments.csv, in which case counts."""
    path = Path(shipped_data()) / "lexicon/instruments.csv"
    found = []
    for place, row in read_sheet(path, COLUMNS, "a table of patterns"):
        refuse_gaps(row, ("kind", "pattern"), place)
        check_pattern(row["pattern"], f"{place}: the pattern '{row['pattern']}'")
        found.append(Instrument(needed_words(row["pattern"]), re.compile(row["pattern"])))
    return tuple(found)


def find_instruments(text: str) -> list[tuple[str, int, int]]:
    """The names in a text in their order: the name, and the code points where it begins and ends."""
    found = sorted(_list_names(text), key=lambda name: (name[1], -name[2]))
    kept: list[tuple[str, int, int]] = []
    for name in found:
        if not kept or name[1] >= kept[-1][2]:
            kept.append(name)
    return kept


def _list_names(text: str) -> Iterator[tuple[str, int, int]]:
    for words, pattern in load_patterns():
        if not any(word in text for word in words):
            continue
        for hit in pattern.finditer(text):
            name = hit[0].removeprefix("The ")
            if " " in name or any(sign.isdigit() for sign in name):  # "the Convention" names none
                yield name, hit.end() - len(name), hit.end()
