"""Paragraphs of a Word file -> the runs that RUNS is made of."""

from collections.abc import Iterator
from itertools import groupby

from workbook.text.counters import count
from workbook.text.labels import read_label
from workbook.text.read.docx.book import Book, Paragraph, Piece
from workbook.text.read.docx.joins import settle_marks
from workbook.text.read.docx.marks import FORMATTING, PLAIN, Marks
from workbook.text.read.source import Run

# Where words came from that bear no number, or that the file does not tell.
_ELSEWHERE = "elsewhere"


def list_runs(book: Book) -> list[Run]:
    """The runs of all paragraphs in their order, numbers counted over all of them."""
    sources = _name_sources(book)
    runs = [
        run
        for block, (paragraph, mark) in enumerate(
            zip(book.paragraphs, settle_marks(book.paragraphs), strict=True)
        )
        for run in _list_paragraph(paragraph, mark, block, sources)
    ]
    shown = iter(count(run.counter for run in runs if run.counter))
    return [run._replace(text=next(shown)) if run.counter else run for run in runs]


def _list_paragraph(paragraph: Paragraph, mark: Marks, block: int, sources: dict[str, str]) -> Iterator[Run]:
    pieces = [Piece("1", own.within(mark), "number", counter=how) for how, own in paragraph.numbers]
    pieces = pieces + _join(paragraph.pieces)
    # A run that goes takes its break along: a mark with other hands than its last words stands alone.
    if not pieces or mark != PLAIN or pieces[-1].marks != PLAIN or pieces[-1].counter:
        pieces.append(Piece("", mark, paragraph.part))
    ending = "deleted" if mark.deleted else "inserted" if mark.inserted else "kept"
    for run, piece in enumerate(pieces):
        yield Run(
            block,
            run,
            block + 1,
            piece.text,
            piece.marks.inserted,
            piece.marks.deleted,
            break_=ending if run == len(pieces) - 1 else "none",
            moved_from=sources.get(piece.marks.moved, _ELSEWHERE) if piece.marks.moved else "",
            date=piece.marks.date,
            **_grade(piece.marks),
            part=piece.part,
            counter=piece.counter.write() if piece.counter else "",
        )


def _grade(marks: Marks) -> dict[str, str]:
    """What a tracked change says needs no grade; what was read off the formatting is inferred."""
    found = {}
    if marks.inserted == FORMATTING:
        found |= {"inserted_grade": "inferred", "inserted_note": "underlined, not tracked"}
    if marks.deleted == FORMATTING:
        found |= {"deleted_grade": "inferred", "deleted_note": "struck through, not tracked"}
    return found


def _join(pieces: list[Piece]) -> list[Piece]:
    """Pieces in the same state joined to one; two numbers of notes stay two."""
    alike = groupby(
        enumerate(pieces), key=lambda numbered: (numbered[1][1:], numbered[1].counter and numbered[0])
    )
    return [Piece("".join(piece.text for _at, piece in own), *state) for (state, _at), own in alike]


def _name_sources(book: Book) -> dict[str, str]:
    """For each move the label that stands at the head of the paragraph that its words come from."""
    numbered = [
        (paragraph, how)
        for paragraph in book.paragraphs
        for how, own in paragraph.numbers
        if not own.within(paragraph.own).within(paragraph.outer).inserted
    ]
    shown = count(how.write() for _paragraph, how in numbered)
    numbers = {id(paragraph): text for (paragraph, _how), text in zip(numbered, shown, strict=True)}
    return {
        name: label
        for name, paragraph in book.sources.items()
        if (label := _find_label(paragraph, numbers.get(id(paragraph), "")))
    }


def _find_label(paragraph: Paragraph, number: str) -> str:
    words = "".join(piece.text for piece in paragraph.pieces if not piece.marks.inserted)
    label = read_label(number + words)
    return label.canonical if label and label.marked else number.strip()
