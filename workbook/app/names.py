"""Names that a visitor or a file gives, as they are shown: cleaned, cut, and told apart."""

import itertools
import re
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

# Characters of names and sentences that a file, or its reader, may give.
LONGEST_NAME, LONGEST_TITLE, LONGEST_NOTICE = 80, 200, 500
# Room in a title for what tells it from another one: an ending, or a number.
_ROOM = 12
# What is obeyed rather than shown: controls, half characters, ends of lines, and turns of direction.
_OBEYED = {"Cc", "Cs", "Zl", "Zp"}
_TURNS = {"\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


def clean(words: object, longest: int) -> str:
    """Words that are only shown: no controls, no turns of direction, single spaces, no more than fit."""
    shown = (
        " " if sign in _TURNS or unicodedata.category(sign) in _OBEYED else sign
        for sign in str(words)[: 2 * longest]
    )
    single = re.sub(r"\s+", " ", "".join(shown)).strip()
    return single if len(single) <= longest else f"{single[: longest - 1]}…"


def clean_name(name: object) -> str:
    """A file's name without folders and without what is obeyed rather than shown, cut to what can be read."""
    last = PureWindowsPath(PurePosixPath(str(name)[-1000:]).name).name if isinstance(name, str) else ""
    ending = PurePosixPath(last).suffix[:10]
    return clean(last.removesuffix(ending), LONGEST_NAME) + clean(ending, 10) or "a file without a name"


def tell_apart(title: object, name: str, taken: dict[str, str]) -> str:
    """What to list a file of this name as: its title and, where another has it, its ending or a number.

    `taken` are the titles that others have, each with the name of its file.
    """
    shown = clean(title, LONGEST_TITLE - _ROOM) or name
    if shown not in taken:
        return shown
    own, other = (PurePosixPath(each).suffix[1:].lower() for each in (name, taken[shown]))
    numbers = (str(number) for number in itertools.count(2))
    marks = itertools.chain([own] if own != other else [], numbers)
    return next(told for mark in marks if (told := f"{shown} ({mark})") not in taken)
