"""What begins at one place of a Word file and ends at another: comments, and words that were moved."""

from lxml import etree

from workbook.text.read.docx.book import Book, Comment, Paragraph
from workbook.text.read.docx.marks import Marks
from workbook.text.read.docx.names import W, value

_SIGNS = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
SIGNS = tuple(W + name for name in (*_SIGNS, "commentRangeStart", "commentRangeEnd", "commentReference"))
# A move that its range does not name.
NAMELESS = "?"


class Ranges:
    """The comments and moves that a word stands in, while a part is read from its start."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._comments: dict[str, Comment] = {}
        self._leaving: dict[str, str] = {}  # the names of moves out of here, by id
        self._coming: dict[str, str] = {}

    @property
    def move(self) -> str:
        """The name of the move that brought what comes now."""
        return next(reversed(self._coming.values()), NAMELESS)

    def pass_sign(self, sign: etree._Element, paragraph: Paragraph | None) -> None:
        """Goes on behind a place where something begins, ends or is called."""
        kind, id_ = etree.QName(sign).localname, value(sign, "id") or ""
        if kind.startswith("move"):
            ranges = self._leaving if kind.startswith("moveFrom") else self._coming
            ranges.pop(id_, None)
            if kind.endswith("Start"):
                ranges[id_] = value(sign, "name") or NAMELESS
        elif kind == "commentRangeEnd":
            self._comments.pop(id_, None)
        else:
            comment = self._book.comments.setdefault(id_, Comment())
            comment.paragraph = comment.paragraph or paragraph
            if kind == "commentRangeStart":
                self._comments[id_] = comment

    def begin(self, paragraph: Paragraph) -> None:
        """A paragraph begins: comments that began before it stand in it."""
        for comment in self._comments.values():
            comment.paragraph = comment.paragraph or paragraph

    def pass_words(self, words: str, marks: Marks, paragraph: Paragraph) -> None:
        """Goes on behind words, which comments are on and moves may come from."""
        if marks.deleted:
            for name in self._leaving.values():
                self._book.sources.setdefault(name, paragraph)
        for comment in self._comments.values():
            comment.words.append((words, bool(marks.deleted)))
