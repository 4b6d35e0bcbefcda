"""Formatting that stands for changes: words struck through or underlined by hand, without tracking.

A text may be formatted for other reasons, so it is a redline only where the document speaks for it:
where words are struck through, or where words in the midst of paragraphs are underlined in a colour of
their own. A document that tracks its changes says itself what was changed: there nothing is guessed.
"""

from collections.abc import Callable, Iterable
from itertools import groupby

from workbook.text.read.docx.book import Book, Paragraph, Piece
from workbook.text.read.docx.marks import FORMATTING, Marks

NAME = "Marks by formatting, not tracked"
# Paragraphs that begin with a few underlined words ("Recalling") do so by habit, from this many on.
_HABIT, _FEW_WORDS = 3, 4
# A title may be underlined as a whole; what is longer than a title is a paragraph put in.
_LONGEST_TITLE = 12
# What most of it shares, more than half, is the rule in a text.
_MOST = 0.5

_Test = Callable[[Piece], bool]


def read_redline(book: Book) -> list[str]:
    """Puts the hand "formatting" on words struck or put in without tracking; says what was taken for what."""
    text = [paragraph for paragraph in book.paragraphs if paragraph.part != "furniture"]
    pieces = [piece for paragraph in text for piece in paragraph.pieces]
    struck, lined = _count(pieces, _is_struck), _count(pieces, _is_lined)
    coloured = _count(
        pieces, lambda piece: bool(piece.look.colour) and not _is_struck(piece) | _is_lined(piece)
    )
    said = [f"The colour of words, by itself, was taken for no change: {coloured}."] if coloured else []
    if not struck + lined:
        return said
    if book.tracks:
        how = f"Words struck through ({struck}) or underlined ({lined}) without being tracked changes"
        return [f"{how} were read as they stand.", *said]
    if struck and struck == _count(pieces, lambda piece: True):
        return [f"All words are struck through ({struck}): none was read as deleted.", *said]
    put_in = _find_put_in(text, bool(struck))
    taken = sum(
        len(piece.text.split()) for paragraph in text for piece in paragraph.pieces if id(piece) in put_in
    )
    for paragraph in text:
        paragraph.pieces = [_mark(piece, id(piece) in put_in) for piece in paragraph.pieces]
    if struck + taken:
        book.hands.names[FORMATTING] = NAME
    return [*_tell(struck, taken, lined - taken), *said]


def _tell(struck: int, taken: int, left: int) -> Iterable[str]:
    by = f"by the hand “{FORMATTING}”"
    if struck:
        yield f"Words struck through without tracked changes were read as deleted {by}: {struck}."
    if taken:
        yield f"Words underlined without tracked changes were read as put in {by}: {taken}."
    if left:
        yield f"Words underlined, which nothing else says were put in, were taken for no change: {left}."


def _find_put_in(text: list[Paragraph], strikes: bool) -> set[int]:
    """The pieces, by identity, whose underline says that they were put in."""
    stretches = [
        (paragraph, list(own))
        for paragraph in text
        for lined, own in groupby(paragraph.pieces, key=_is_lined)
        if lined and not _is_title(paragraph)
    ]
    # A line to be filled in by hand is underlined and holds no words.
    stretches = [(paragraph, own) for paragraph, own in stretches if any(p.text.strip() for p in own)]
    pieces = [piece for _paragraph, own in stretches for piece in own]
    # Where most underlined words have a colour, or nothing is struck, a bare underline says nothing.
    bare = _count(pieces, lambda piece: not piece.look.colour) < _count(pieces, lambda piece: True) * _MOST
    if bare or not strikes:
        stretches = [(paragraph, own) for paragraph, own in stretches if all(p.look.colour for p in own)]
    if not strikes and not any(_is_amid(paragraph) for paragraph, _own in stretches):
        return set()
    openings = [own for paragraph, own in stretches if _opens(paragraph, own)]
    habit = len(openings) >= _HABIT and len(openings) > len(stretches) * _MOST
    return {id(piece) for _paragraph, own in stretches if not (habit and own in openings) for piece in own}


def _is_title(paragraph: Paragraph) -> bool:
    """A heading, or a short line that is underlined as a whole and no sentence."""
    if paragraph.part == "heading":
        return True
    words = "".join(piece.text for piece in paragraph.pieces).split()
    whole = all(_is_lined(piece) for piece in paragraph.pieces if piece.text.strip())
    return whole and 0 < len(words) <= _LONGEST_TITLE and not words[-1].endswith((".", ";", ","))


def _is_amid(paragraph: Paragraph) -> bool:
    """Whether words that are not underlined stand in a paragraph too."""
    return any(piece.text.strip() and not _is_lined(piece) for piece in paragraph.pieces)


def _opens(paragraph: Paragraph, own: list[Piece]) -> bool:
    """Whether a paragraph begins with this stretch, a few words long, and goes on otherwise."""
    words = "".join(piece.text for piece in own).split()
    first = next((piece for piece in paragraph.pieces if piece.text.strip()), None)
    return first is own[0] and len(words) <= _FEW_WORDS and _is_amid(paragraph)


def _is_struck(piece: Piece) -> bool:
    return piece.look.struck and bool(piece.text.strip())


def _is_lined(piece: Piece) -> bool:
    return piece.look.underlined and not piece.look.struck


def _count(pieces: Iterable[Piece], test: _Test) -> int:
    """The words of the pieces of which this holds; what is tracked is counted with its tracked change."""
    return sum(len(piece.text.split()) for piece in pieces if not piece.counter and test(piece))


def _mark(piece: Piece, put_in: bool) -> Piece:
    if _is_struck(piece):
        return piece._replace(marks=Marks(deleted=FORMATTING))
    return piece._replace(marks=Marks(inserted=FORMATTING)) if put_in else piece
