"""The numbers that a browser puts before the items of a list: no file holds them."""

import re

from lxml import etree

from workbook.text.counters import show_number

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "none": "none",
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_STYLE = re.compile(
    rf"list-style(?:-type)?\s*:[^;]{{0,80}}?({'|'.join(sorted(_STYLES, key=len, reverse=True))})(?![\w-])",
    re.I,
)


class Lists:
    """Counts the items of the numbered lists of one page."""

    def __init__(self) -> None:
        self._next: dict[etree._Element, int] = {}

    def count(self, item: etree._Element) -> str:
        """The number of an item of a list, "3." say; nothing where the list has none."""
        own = item.getparent()
        if own is None or own.tag != "ol":
            return ""
        backwards = own.get("reversed") is not None
        number = _read_number(item.get("value"))
        if number is None:
            number = self._next[own] if own in self._next else _first_of(own, backwards)
        self._next[own] = number - 1 if backwards else number + 1
        shown = show_number(number, _find_form(item, own))
        return f"{shown}." if shown else ""


def _first_of(own: etree._Element, backwards: bool) -> int:
    start = _read_number(own.get("start"))
    if start is not None:
        return start
    return sum(1 for _item in own.iterchildren("li")) if backwards else 1


def _find_form(item: etree._Element, own: etree._Element) -> str:
    for element in (item, own):
        if styled := _STYLE.search(element.get("style", "")):
            return _STYLES[styled[1].lower()]
        if (kind := element.get("type")) in _TYPES:
            return _TYPES[kind]
    return "decimal"


def _read_number(said: str | None) -> int | None:
    """A whole number as pages write it; None where it is none, or too long for one."""
    return int(said) if said and re.fullmatch(r"\s*-?\d{1,9}\s*", said) else None
