"""PDF -> RUNS: the text in the order that it is read in, what rules mark in it, notes and furniture apart."""

from collections import Counter
from itertools import chain
from pathlib import Path

from workbook.text.read.pdf.annotations import Remark
from workbook.text.read.pdf.columns import Column, order_columns
from workbook.text.read.pdf.emphasis import drop_emphasis
from workbook.text.read.pdf.furniture import mark_furniture
from workbook.text.read.pdf.hands import name_hands
from workbook.text.read.pdf.headings import mark_headings
from workbook.text.read.pdf.hyphens import Hyphens
from workbook.text.read.pdf.joining import Paragraph, join_paragraphs
from workbook.text.read.pdf.notes import group_notes, split_notes
from workbook.text.read.pdf.notices import refuse_textless, tell_marks, tell_pages
from workbook.text.read.pdf.opening import open_document
from workbook.text.read.pdf.page import Line, Page
from workbook.text.read.pdf.reading import read_pages
from workbook.text.read.pdf.remarks import place_remarks
from workbook.text.read.pdf.tables import find_tables
from workbook.text.read.pdf.writing import Piece, write_paragraph, write_runs
from workbook.text.read.source import Source, make_source


def read_pdf(path: Path, raw: bytes) -> Source:
    """The text of a PDF, a block a paragraph; rules through words struck them, rules under words put them in.

    Each colour of rules is a hand, and so is each reader who marked words with a name. Raises WorkbookError
    where the file is locked, damaged or too large, or holds pictures of pages and no text.
    """
    with open_document(path, raw) as document:
        read = list(read_pages(document))
    pages = [page for page, _ in read]
    refuse_textless(path, pages)
    mark_furniture(pages)
    paragraphs = _find_paragraphs(pages)
    dropped = drop_emphasis(paragraphs)
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    hands = name_hands([mark for line in lines for mark in line.marks])
    blocks = _write(paragraphs, lines)
    return make_source(
        path,
        list(chain.from_iterable(write_runs(at, pieces, hands) for at, (_, pieces) in enumerate(blocks))),
        {hand: hand for hand in hands.values()},
        place_remarks(_remarks_of(read), [paragraph.lines for paragraph, _ in blocks]),
        tuple(tell_pages(pages) + tell_marks(lines, hands, dropped)),
    )


def _find_paragraphs(pages: list[Page]) -> list[Paragraph]:
    """The paragraphs of the text with the furniture of its pages between them, and the notes behind it."""
    usual = _usual_size(pages)
    columns: list[Column] = []
    notes: list[Line] = []
    for page in pages:
        own = order_columns(
            [line for line in page.lines if line.part != "furniture"],
            page.cuts,
            find_tables(page.cuts, page.posts),
        )
        found = split_notes(own, page.cuts, usual, going_on=bool(notes) and notes[-1].page == page.number - 1)
        notes += found
        columns += [column.without_notes() for column in own]
    body = join_paragraphs([column for column in columns if column.lines])
    mark_headings(body, usual)
    apart = [
        Paragraph([line], "furniture")
        for page in pages
        for line in page.lines + page.stray
        if line.part == "furniture"
    ]
    placed = sorted(apart + body, key=lambda paragraph: paragraph.lines[0].page)
    return placed + group_notes(notes)


def _usual_size(pages: list[Page]) -> float:
    """The size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page.lines if line.part != "furniture"):
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _write(paragraphs: list[Paragraph], lines: list[Line]) -> list[tuple[Paragraph, list[Piece]]]:
    hyphens = Hyphens(lines)
    numbers = {paragraph.number for paragraph in paragraphs if paragraph.part == "footnote"}
    written = [(paragraph, write_paragraph(paragraph, numbers, hyphens)) for paragraph in paragraphs]
    return [(paragraph, pieces) for paragraph, pieces in written if pieces]


def _remarks_of(read: list[tuple[Page, list[Remark]]]) -> list[tuple[int, Remark]]:
    return [(page.number, remark) for page, remarks in read for remark in remarks]
