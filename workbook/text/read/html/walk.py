"""The tree of a page -> its paragraphs, each in pieces of words in one state."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from workbook.text.read.html.lists import Lists
from workbook.text.read.html.looks import Look, Looks
from workbook.text.read.html.notes import Notes

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# What begins and ends a paragraph.
_PARTED = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form header hr html legend li main menu nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul"
)
_BLOCKS = _HEADINGS | set(_PARTED.split())
# What is no text of the page, whatever words stand in it.
_UNSHOWN = (
    "head title script style template noscript iframe object audio video canvas svg select datalist button "
    "textarea rp"
)
_SILENT = set(_UNSHOWN.split())
_FURNITURE = {"nav", "header", "footer"}
_FURNITURE_ROLES = {"navigation", "banner", "contentinfo"}
# Where these stand, a header or footer belongs to the text.
_TEXTS = {"article", "section", "main", "blockquote"}
_SPACES = re.compile(r"[ \t\n\r\f]+")
_LINE = "\v"  # a line's end inside a paragraph; no text has this sign in a page
# How a line begins that is an item of its own: "2. ", "(a) ", "- ".
_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,4}|[a-z]|[ivx]{1,5})(?:bis|ter|quater)?[.)]|[-•–])\s", re.I)


class Piece(NamedTuple):
    """Words in one state."""

    text: str
    part: str
    inserted: str = ""
    deleted: str = ""
    date: datetime.date | None = None
    struck: bool = False
    underlined: bool = False


class Paragraph(NamedTuple):
    """A paragraph of the page; `numbers` are what a list or a note gives it in front of its words."""

    numbers: tuple[Piece, ...]
    pieces: list[Piece]


class _State(NamedTuple):
    part: str
    look: Look
    verbatim: bool  # line ends stand as they are written
    inside: bool  # of what holds the text: a header or footer here belongs to it


def walk_page(root: etree._Element, notes: Notes) -> list[Paragraph]:
    """The paragraphs of a page in their order; those without words are left out."""
    return _Walk(root, notes).walk()


class _Walk:
    def __init__(self, root: etree._Element, notes: Notes) -> None:
        self._root, self._notes = root, notes
        self._looks, self._lists = Looks(root), Lists()
        self._said: list[Piece] = []
        self._numbers: list[Piece] = []
        self._paragraphs: list[Paragraph] = []

    def walk(self) -> list[Paragraph]:
        states = [_State("paragraph", Look(), verbatim=False, inside=False)]
        for event, element in etree.iterwalk(self._root, events=("start", "end")):
            if event == "start":
                states.append(self._enter(element, states[-1]))
                self._say(element.text, states[-1])
            else:
                states.pop()
                if element.tag in _BLOCKS:
                    self._end()
                if element.tag == "li" or element in self._notes.bodies:  # without words it shows no number
                    self._numbers = []
                self._say(element.tail, states[-1])
        self._end()
        return self._paragraphs

    def _enter(self, element: etree._Element, outer: _State) -> _State:
        tag = element.tag
        if outer.look.hidden or tag in _SILENT or element in self._notes.backs:
            return outer._replace(look=outer.look._replace(hidden=True))
        look = self._looks.read(element, outer.look)
        part, inside = self._find_part(element, outer), outer.inside or tag in _TEXTS
        state = _State(part, look, outer.verbatim or tag == "pre", inside)
        if look.hidden:
            return state
        if tag in _BLOCKS:
            self._end()
        if tag == "br":
            self._add(_LINE, state)
        if element in self._notes.bodies:
            self._numbers = [_piece(f"{self._notes.bodies[element]} ", state._replace(part="note number"))]
        elif tag == "li" and state.part != "footnote" and (number := self._lists.count(element)):
            self._numbers.append(_piece(f"{number} ", state._replace(part="number")))
        if element in self._notes.marks:
            self._add(self._notes.marks[element], state._replace(part="note mark"))
            return state._replace(look=look._replace(hidden=True))
        return state

    def _find_part(self, element: etree._Element, outer: _State) -> str:
        if element in self._notes.bodies or outer.part == "footnote":
            return "footnote"
        furniture = element.tag in _FURNITURE or element.get("role") in _FURNITURE_ROLES
        if furniture and (element.tag == "nav" or not outer.inside):
            return "furniture"
        return "heading" if element.tag in _HEADINGS and outer.part == "paragraph" else outer.part

    def _say(self, text: str | None, state: _State) -> None:
        if text and not state.look.hidden:
            text = text.replace("\r\n", "\n").replace(_LINE, " ")
            self._add(text.replace("\n", _LINE) if state.verbatim else text, state)

    def _add(self, text: str, state: _State) -> None:
        self._said.append(_piece(text, state))

    def _end(self) -> None:
        """Ends a paragraph; what was said since the last end may be several, parted by empty lines."""
        said, self._said = self._said, []
        for lines in _group_lines(said):
            if pieces := _tidy(lines):
                self._paragraphs.append(Paragraph(tuple(self._numbers), pieces))
                self._numbers = []


def _piece(text: str, state: _State) -> Piece:
    look = state.look
    return Piece(text, state.part, look.inserted, look.deleted, look.date, look.struck, look.underlined)


def _group_lines(said: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each paragraph: an empty line ends one, and an item's own line begins one."""
    own: list[Piece] = []
    for line in _split_lines(said):
        words = "".join(piece.text for piece in line)
        if own and (not words.strip() or _ITEM.match(words)):
            yield own
            own = []
        if words.strip():
            own += [line[0]._replace(text=" "), *line] if own else line
    if own:
        yield own


def _split_lines(said: list[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in said:
        first, *others = piece.text.split(_LINE)
        line.append(piece._replace(text=first))
        for text in others:
            yield line
            line = [piece._replace(text=text)]
    yield line


def _tidy(pieces: list[Piece]) -> list[Piece]:
    """The pieces with single spaces between words and none around them, alike neighbours joined."""
    tidy: list[Piece] = []
    spaced = True
    for piece in pieces:
        text = _SPACES.sub(" ", piece.text)
        text = text[1:] if spaced and text.startswith(" ") else text
        if not text:
            continue
        spaced = text.endswith(" ")
        if tidy and tidy[-1][1:] == piece[1:] and piece.part != "note mark":
            tidy[-1] = tidy[-1]._replace(text=tidy[-1].text + text)
        else:
            tidy.append(piece._replace(text=text))
    while tidy and not tidy[-1].text.rstrip(" "):
        tidy.pop()
    if tidy:
        tidy[-1] = tidy[-1]._replace(text=tidy[-1].text.rstrip(" "))
    return tidy if any(piece.text.strip() for piece in tidy) else []
