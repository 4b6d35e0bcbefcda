"""Word files -> RUNS: every word with whose tracked changes are on it, by lxml on the parts of the package.

Nothing in a file is run, fetched or unpacked to the disk: parts are read from memory within limits, and
macros, templates and pictures are left alone. The text is that of the body; notes follow as blocks of their
own, then the heads and feet of pages. What Word counts, numbers of lists and notes, is counted here.
"""

from pathlib import Path

from lxml import etree

from workbook.text.counters import Counter
from workbook.text.read.docx.book import Book, Call, Piece, Said
from workbook.text.read.docx.listing import list_runs
from workbook.text.read.docx.marks import read_date
from workbook.text.read.docx.names import W, value
from workbook.text.read.docx.notices import list_notices
from workbook.text.read.docx.package import Package
from workbook.text.read.docx.redline import read_redline
from workbook.text.read.docx.story import Story
from workbook.text.read.docx.styles import Numbering, Styles
from workbook.text.read.source import Source, make_source


def read_docx(path: Path, raw: bytes) -> Source:
    """The runs of a Word file, its authors as hands, its comments, and what had to be guessed or left out.

    Raises WorkbookError where the file is something else, encrypted, damaged, or larger than any text.
    """
    package = Package(path, raw)
    parts = {relation.kind: relation.target for relation in package.list_relations(package.main)
             if not relation.outside and relation.target in package}  # fmt: skip

    def read(kind: str) -> etree._Element | None:
        return package.read_tree(parts[kind]) if kind in parts else None

    styles = Styles(read("styles"))
    book = Book(styles, Numbering(read("numbering"), styles))
    Story(path, book).read(package.text)
    for kind in ("footnote", "endnote"):
        _read_notes(path, book, kind, read(f"{kind}s"))
    _read_furniture(path, book, package)
    formatting = read_redline(book)
    said = _read_comments(path, read("comments"))
    blocks = {id(paragraph): block for block, paragraph in enumerate(book.paragraphs)}
    comments = [
        (blocks.get(id(found.paragraph), 0), *said[id_][:2], found.join(), said[id_].text)
        for id_, found in book.comments.items()
        if id_ in said
    ]
    return make_source(
        path, list_runs(book), book.hands.names, comments, (*formatting, *list_notices(book, package))
    )


def _read_notes(path: Path, book: Book, kind: str, root: etree._Element | None) -> None:
    """The notes that the text calls for, in the order of the calls, with the hands that are on the calls."""
    notes = {} if root is None else {value(note, "id"): note for note in root.iterfind(W + kind)}
    for call in [call for call in book.calls.values() if call.kind == kind]:
        note = notes.get(call.id)
        if note is None:
            continue
        first = len(book.paragraphs)
        Story(path, book, "footnote").read(note, call.marks)
        for paragraph in book.paragraphs[first : first + 1]:
            paragraph.pieces[:0] = [_number_note(call)]


def _number_note(call: Call) -> Piece:
    if call.sign:
        return Piece(f"{call.sign} ", call.marks, "note number")
    return Piece("1 ", call.marks, "note number", counter=Counter(list=call.kind, behind=" "))


def _read_furniture(path: Path, book: Book, package: Package) -> None:
    """Heads and feet of pages, each once, however many pages and sections bear it."""
    for relation in package.list_relations(package.main):
        if relation.kind in ("header", "footer") and not relation.outside and relation.target in package:
            Story(path, book, "furniture").read(package.read_tree(relation.target))


def _read_comments(path: Path, root: etree._Element | None) -> dict[str, Said]:
    """What the comments say, by id, with all changes made that are tracked in them."""
    said = {}
    for comment in () if root is None else root.iterfind(f"{W}comment"):
        own = Book(Styles(None), Numbering(None, Styles(None)))
        Story(path, own).read(comment)
        lines = ("".join(piece.text for piece in paragraph.pieces if not piece.marks.deleted)
                 for paragraph in own.paragraphs)  # fmt: skip
        author = " ".join((value(comment, "author") or "").split())
        said[value(comment, "id") or ""] = Said(
            author, read_date(value(comment, "date")), "\n".join(line for line in lines if line.strip())
        )
    return said
