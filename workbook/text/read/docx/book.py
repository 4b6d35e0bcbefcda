"""What the parts of a Word file give while they are read: paragraphs, calls for notes, comments, moves."""

import datetime
from typing import NamedTuple

from workbook.text.counters import Counter
from workbook.text.read.docx.marks import PLAIN, Hands, Marks
from workbook.text.read.docx.styles import Numbering, Styles

# Stretches of words in one state that a comment is quoted with: some pages.
LONGEST_QUOTE = 2000


class Look(NamedTuple):
    """How words are formatted, as far as it may be somebody's mark."""

    struck: bool = False
    underlined: bool = False
    colour: str = ""  # empty: the text's own


AS_USUAL = Look()


class Piece(NamedTuple):
    """A stretch of a paragraph in one state."""

    text: str
    marks: Marks
    part: str
    look: Look = AS_USUAL
    counter: Counter | None = None


class Paragraph:
    """A w:p as it was read. `home`: the body, cell, note or box that it stands in."""

    def __init__(self, home: int, part: str, outer: Marks) -> None:
        self.home, self.part, self.outer = home, part, outer
        self.own = PLAIN  # the changes of its mark, without those of what it stands in
        self.numbers: list[tuple[Counter, Marks]] = []
        self.pieces: list[Piece] = []


class Call(NamedTuple):
    """A note that the text calls for: its kind and id, whose hands are on the call, a mark of its own."""

    kind: str
    id: str
    marks: Marks
    sign: str


class Comment:
    """Where a comment stands, and the words that it is on."""

    def __init__(self) -> None:
        self.paragraph: Paragraph | None = None
        # Those of the whole part, with whether they were struck: many comments may be on the same ones.
        self.words: list[tuple[str, bool]] = []
        self.start, self.end = 0, None  # of those that it is on; None: it has no end

    def join(self) -> str:
        """The words, those that were struck only where there are no others."""
        own = self.words[self.start : self.end][:LONGEST_QUOTE]
        kept = "".join(text for text, struck in own if not struck)
        return " ".join((kept if kept.strip() else "".join(text for text, _struck in own)).split())


class Said(NamedTuple):
    """A comment's own part of the file."""

    author: str
    date: datetime.date | None
    text: str


class Book:
    """A Word file while it is read."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles, self.numbering = styles, numbering
        self.hands = Hands()
        self.paragraphs: list[Paragraph] = []
        self.calls: dict[tuple[str, str], Call] = {}
        self.comments: dict[str, Comment] = {}
        self.sources: dict[str, Paragraph] = {}  # a move's name -> the paragraph that its words come from
        self.seen: dict[str, int] = {}  # what was met and not read, by name
        self.tracks = False  # whether any change is tracked, be it of formatting
        self.homes = 0

    def open_home(self) -> int:
        """A new place for paragraphs of its own."""
        self.homes += 1
        return self.homes

    def note(self, what: str, times: int = 1) -> None:
        """Remembers that something was met that is not read."""
        self.seen[what] = self.seen.get(what, 0) + times
