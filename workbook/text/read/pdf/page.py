"""What a page of a PDF holds, in the measures of its reader.

Lengths are points. The text runs to the right and `y` grows down the page, whichever way the page was turned.
"""

from array import array
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple


class Style(NamedTuple):
    """How characters are set; `colour` is red, green and blue in one number."""

    size: float
    bold: bool
    colour: int
    wave: bool  # signs that typesetters draw wavy lines with


@dataclass(slots=True)
class Span:
    """Characters that the file draws at one go: one style, one baseline, no gap wider than a letter."""

    style: Style
    baseline: float
    apart: bool  # a word ends before it
    text: str = ""
    lefts: array = field(default_factory=partial(array, "f"))
    rights: array = field(default_factory=partial(array, "f"))


class Rule(NamedTuple):
    """A thin line across the page, or what a reader of the PDF drew on words with a name and a date to it."""

    x0: float
    x1: float
    y: float
    height: float
    colour: int
    act: str = ""  # what an annotation says: inserted or struck; a drawn line says it by where it runs
    author: str = ""
    date: str = ""  # as the file writes it: D:20180711...
    top: float = 0.0  # of an annotation: it lies on the lines between top and y
    wave: bool = False


class Post(NamedTuple):
    """A thin line down the page: of a table, a box, a bar in the margin."""

    x: float
    y0: float
    y1: float


class Mark(NamedTuple):
    """Characters of a line that a rule goes through or under."""

    start: int
    end: int
    act: str  # inserted, struck
    colour: int
    author: str
    date: str


class Part(NamedTuple):
    """Characters of a line in one style; `raised` is how far above the line's baseline they stand."""

    start: int
    end: int
    style: Style
    raised: float


@dataclass(slots=True)
class Line:
    """Characters in a row, from left to right, with no gap wide enough for a gutter between them."""

    page: int
    baseline: float
    size: float  # of most of its characters
    text: str
    lefts: array
    rights: array
    parts: list[Part]
    marks: list[Mark] = field(default_factory=list)
    part: str = "paragraph"

    @property
    def x0(self) -> float:
        """Where its first character begins."""
        return self.lefts[0]

    @property
    def x1(self) -> float:
        """Where its last character ends."""
        return self.rights[-1]

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return all(part.style.bold for part in self.parts if self.text[part.start : part.end].strip())


@dataclass(slots=True)
class Page:
    """A page as drawn."""

    number: int  # counted from 0
    lines: list[Line]
    stray: list[Line]  # text that runs another way: stamps in a margin, watermarks
    cuts: list[Rule]  # rules that are no marks: of tables, above notes, between columns
    posts: list[Post]
    pictures: int
    unreadable: int  # characters whose font does not say what letters they are
    outside: int  # characters off the visible page
    crowded: bool = False  # more was on it than is read
    damaged: bool = False
