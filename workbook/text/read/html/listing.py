"""Paragraphs of a page -> the runs that RUNS is made of."""

from collections.abc import Iterator

from workbook.text.read.html.looks import BY_FORMATTING
from workbook.text.read.html.walk import Paragraph, Piece
from workbook.text.read.source import Run

_REASONS = {"inserted": "underlined on the page", "deleted": "struck through on the page"}


def read_formatting(paragraphs: list[Paragraph]) -> bool:
    """Makes strike-through and underlining marks, where words are struck through so; whether any are."""
    struck = any(piece.struck and not _is_marked(piece) for own in paragraphs for piece in own.pieces)
    for own in paragraphs if struck else ():
        own.pieces[:] = [piece if _is_marked(piece) else _read_look(piece) for piece in own.pieces]
    return struck


def _is_marked(piece: Piece) -> bool:
    return bool(piece.inserted or piece.deleted)


def _read_look(piece: Piece) -> Piece:
    if piece.struck:
        return piece._replace(deleted=BY_FORMATTING)
    return piece._replace(inserted=BY_FORMATTING) if piece.underlined else piece


def list_runs(paragraphs: list[Paragraph]) -> list[Run]:
    """The runs of all paragraphs in their order."""
    return [run for block, own in enumerate(paragraphs) for run in _list_paragraph(own, block)]


def _list_paragraph(paragraph: Paragraph, block: int) -> Iterator[Run]:
    """The runs of one paragraph: where all of its words were put in or struck, so was the paragraph."""
    whole = _find_whole(paragraph.pieces)
    pieces = [number._replace(**whole) for number in paragraph.numbers] + paragraph.pieces
    # A run that goes takes its break along: words at the end with other marks do not carry it.
    if any(getattr(pieces[-1], act) != hand for act, hand in whole.items()):
        pieces.append(Piece("", pieces[-1].part, **whole))
    ending = "deleted" if whole["deleted"] else "inserted" if whole["inserted"] else "kept"
    for run, piece in enumerate(pieces):
        yield Run(
            block,
            run,
            block + 1,
            piece.text,
            piece.inserted,
            piece.deleted,
            break_=ending if run == len(pieces) - 1 else "none",
            date=piece.date,
            part=piece.part,
            **_grade(piece),
        )


def _find_whole(pieces: list[Piece]) -> dict[str, str]:
    """The hands that all words of a paragraph share."""
    words = [piece for piece in pieces if piece.text.strip()]
    hands = {act: {getattr(piece, act) for piece in words} for act in ("inserted", "deleted")}
    return {act: own.pop() if len(own) == 1 else "" for act, own in hands.items()}


def _grade(piece: Piece) -> dict[str, str]:
    """How surely a hand is known that formatting alone tells of."""
    told = {}
    for act, reason in _REASONS.items():
        if getattr(piece, act) == BY_FORMATTING:
            told |= {f"{act}_grade": "inferred", f"{act}_note": reason}
    return told
