"""Black underlines that only stress: those of headings, and of opening words where nothing is struck."""

from itertools import zip_longest

from workbook.text.read.pdf.hands import PLAIN_HAND, name_colour
from workbook.text.read.pdf.joining import Paragraph
from workbook.text.read.pdf.page import Line, Mark

# "Recalling further" and the like open paragraphs underlined; changes are longer, or stand inside.
_OPENING_WORDS = 3


def drop_emphasis(paragraphs: list[Paragraph]) -> int:
    """Takes off the underlines that stress words, and says how many these were.

    A heading underlined whole is put in only where what follows it is put in as well. An underline in a
    colour of its own, or one that a reader of the PDF put on, stays.
    """
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    struck = any(mark.act == "struck" for line in lines for mark in line.marks)
    body = [paragraph for paragraph in paragraphs if paragraph.part != "furniture"]
    dropped = 0
    for paragraph, below in zip_longest(body, body[1:]):
        whole = _is_whole(paragraph) and not (below and _is_whole(below))
        if struck and not (whole and paragraph.part == "heading"):
            continue
        for at, line in enumerate(paragraph.lines):
            kept = [
                mark for mark in line.marks if not (_is_plain(mark) and (whole or _opens(line, mark, at)))
            ]
            dropped += len(line.marks) - len(kept)
            line.marks = kept
    return dropped


def _is_plain(mark: Mark) -> bool:
    return not mark.author and name_colour(mark.colour) == PLAIN_HAND


def _is_whole(paragraph: Paragraph) -> bool:
    """Whether all of its letters are underlined in black."""
    return all(_is_underlined(line) for line in paragraph.lines)


def _is_underlined(line: Line) -> bool:
    bare = list(line.text)
    for mark in line.marks:
        if _is_plain(mark) and mark.act == "inserted":
            bare[mark.start : mark.end] = " " * (mark.end - mark.start)
    return not any(letter.isalpha() for letter in bare)


def _opens(line: Line, mark: Mark, at: int) -> bool:
    before = line.text[: mark.start]
    words = line.text[mark.start : mark.end].split()
    return at == 0 and not any(letter.isalpha() for letter in before) and len(words) <= _OPENING_WORDS
