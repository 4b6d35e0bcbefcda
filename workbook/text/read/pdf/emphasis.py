"""Black underlines where nothing is struck: those of headings and opening words only stress them."""

from workbook.text.read.pdf.hands import PLAIN_HAND, name_colour
from workbook.text.read.pdf.joining import Paragraph
from workbook.text.read.pdf.page import Line, Mark

# "Recalling further" and the like open paragraphs underlined; changes are longer, or stand inside.
_OPENING_WORDS = 3


def drop_emphasis(paragraphs: list[Paragraph]) -> int:
    """Takes off the underlines that stress words in a text where nothing is struck; says how many.

    An underline in a colour of its own, or one that a reader of the PDF put on, stays.
    """
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    if any(mark.act == "struck" for line in lines for mark in line.marks):
        return 0
    dropped = 0
    for paragraph in paragraphs:
        whole = all(_is_whole(line) for line in paragraph.lines)
        for at, line in enumerate(paragraph.lines):
            kept = [
                mark for mark in line.marks if not (_is_plain(mark) and (whole or _opens(line, mark, at)))
            ]
            dropped += len(line.marks) - len(kept)
            line.marks = kept
    return dropped


def _is_plain(mark: Mark) -> bool:
    return not mark.author and name_colour(mark.colour) == PLAIN_HAND


def _is_whole(line: Line) -> bool:
    """Whether all of the line's letters are underlined in black."""
    bare = list(line.text)
    for mark in line.marks:
        if _is_plain(mark):
            bare[mark.start : mark.end] = " " * (mark.end - mark.start)
    return not any(letter.isalpha() for letter in bare)


def _opens(line: Line, mark: Mark, at: int) -> bool:
    before = line.text[: mark.start]
    words = line.text[mark.start : mark.end].split()
    return at == 0 and not any(letter.isalpha() for letter in before) and len(words) <= _OPENING_WORDS
