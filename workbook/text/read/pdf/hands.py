"""Whose a mark is: the name that an annotation bears, or the colour of a rule in words."""

import colorsys
import datetime
import re
from collections import Counter

from workbook.text.read.pdf.page import Mark
from workbook.text.read.source import RESERVED

# The hand of rules as black as their text.
PLAIN_HAND = "marks"
# Hue in degrees up to which a colour bears a name.
_NAMES = [
    (15, "red"), (45, "orange"), (68, "yellow"), (165, "green"), (198, "teal"),
    (255, "blue"), (292, "purple"), (340, "pink"), (361, "red"),
]  # fmt: skip
# Colours with less of it are greys.
_LEAST_COLOUR = 0.18
_DARK = 0.25
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


def name_colour(colour: int) -> str:
    """The plain name of a colour; of black and grey, that of the marks without colour."""
    red, green, blue = (colour >> shift & 255 for shift in (16, 8, 0))
    hue, depth, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
    if depth < _LEAST_COLOUR or value < _DARK:
        return PLAIN_HAND
    name = next(name for end, name in _NAMES if hue * 360 <= end)
    return "brown" if name == "orange" and value < 0.65 else name


def is_coloured(colour: int) -> bool:
    """Whether a colour is none of black, grey and white."""
    return name_colour(colour) != PLAIN_HAND


def name_hands(marks: list[Mark]) -> dict[tuple[int, str], str]:
    """A hand for each colour and each author; two colours of one name are told apart by a number."""
    found = Counter((0 if mark.author else mark.colour, mark.author) for mark in marks)
    hands: dict[tuple[int, str], str] = {}
    taken: Counter[str] = Counter()
    for colour, author in found:
        name = clean_author(author) if author else name_colour(colour)
        if not author and name != PLAIN_HAND:
            taken[name] += 1
            name = name if taken[name] == 1 else f"{name} {taken[name]}"
        hands[colour, author] = name
    return hands


def clean_author(author: str) -> str:
    """An author's name as it can stand in a list of hands."""
    name = " ".join(re.sub(r"[;@]", " ", author).split())
    return f"{name} (author)" if not name or name in RESERVED else name


def read_date(date: str) -> datetime.date | None:
    """The day that a PDF's date names; nothing where it names none."""
    found = _DATE.match(date)
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
