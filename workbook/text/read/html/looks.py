"""What the tags and styles of a page say of words: put in, struck, underlined, hidden; by whom and when."""

import datetime
import re
from typing import NamedTuple

from lxml import etree

from workbook.text.read.source import RESERVED

# Who changed words in a page that does not say it; and who did where formatting alone tells.
NOBODY_NAMED = "marks in the page"
BY_FORMATTING = "formatting"
FORMATTING = (
    "Words in the page are struck through without being tracked changes: these were read as taken out, and "
    f"underlined ones as put in, by the hand “{BY_FORMATTING}”. That is inferred."
)
# A longer title of a mark is an explanation and no name.
_LONGEST_NAME = 60
_AUTHORS = ("data-author", "data-user", "data-username", "author", "title")
_CLASS = re.compile(r"(?:^|,)\s*\w*\.([\w-]+)\s*(?=,|$)")
# Rules that say nothing of these are of no use here, and a longer one is none that a program writes.
_SAYS = re.compile(r"text-decoration|display|visibility|mso-hide", re.I)
_LONGEST_RULE = 2000
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,80}line-through", re.I)
_UNDERLINED = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,80}underline", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)


class Look(NamedTuple):
    """How words stand on the page."""

    inserted: str = ""
    deleted: str = ""
    date: datetime.date | None = None
    struck: bool = False
    underlined: bool = False
    hidden: bool = False


class Looks:
    """Reads what each element of a page adds to the look of its words."""

    def __init__(self, root: etree._Element) -> None:
        self._classes: dict[str, str] = {}
        for sheet in root.iter("style"):
            for part in (sheet.text or "").split("}"):
                around, _brace, rule = part.rpartition("{")
                for name in _CLASS.findall(around.rpartition("{")[2]) if _SAYS.search(rule) else ():
                    self._classes[name] = f"{self._classes.get(name, '')};{rule}"[-_LONGEST_RULE:]

    def read(self, element: etree._Element, outer: Look) -> Look:
        """The look of the words in an element that stands in words of the outer look."""
        tag = element.tag
        style = ";".join([*map(self._style_of, element.get("class", "").split()), element.get("style", "")])
        if _HIDDEN.search(style) or element.get("hidden") is not None:
            return outer._replace(hidden=True)
        if tag in ("ins", "del"):
            act = "inserted" if tag == "ins" else "deleted"
            date = _read_date(element.get("datetime", ""))
            return outer._replace(**{act: _read_author(element), "date": date or outer.date})
        struck = tag in ("s", "strike") or _STRUCK.search(style)
        underlined = tag == "u" or (tag != "a" and _UNDERLINED.search(style))
        if struck or underlined:
            return outer._replace(
                struck=outer.struck or bool(struck), underlined=outer.underlined or bool(underlined)
            )
        return outer

    def _style_of(self, name: str) -> str:
        return self._classes.get(name, "")


def _read_author(element: etree._Element) -> str:
    said = (" ".join(element.get(name, "").replace(";", ",").split()) for name in _AUTHORS)
    name = next((name for name in said if name and len(name) <= _LONGEST_NAME), NOBODY_NAMED)
    return f"{name} (author)" if name in RESERVED | {BY_FORMATTING} else name


def _read_date(said: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(said.strip()[:10])
    except ValueError:
        return None
