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
        self._words: list[tuple[str, bool]] = []  # with whether they were struck
        self._waiting: list[Comment] = []  # for the paragraph that they stand in
        self._leaving: dict[str, str] = {}  # the names of moves out of here, by id, until a word leaves
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
        else:
            self._pass_comment(kind, self._book.comments.setdefault(id_, Comment()), paragraph)

    def _pass_comment(self, kind: str, comment: Comment, paragraph: Paragraph | None) -> None:
        comment.paragraph = comment.paragraph or paragraph
        if kind == "commentRangeStart":
            comment.words, comment.start, comment.end = self._words, len(self._words), None
            self._waiting += [] if comment.paragraph else [comment]
        elif kind == "commentRangeEnd" and comment.words is self._words:
            comment.end = len(self._words)

    def begin(self, paragraph: Paragraph) -> None:
        """A paragraph begins: comments that began before it stand in it."""
        while self._waiting:
            comment = self._waiting.pop()
            comment.paragraph = comment.paragraph or paragraph

    def pass_words(self, words: str, marks: Marks, paragraph: Paragraph) -> None:
        """Goes on behind words, which comments are on and moves may come from."""
        self._words.append((words, bool(marks.deleted)))
        if marks.deleted:
            for name in self._leaving.values():
                self._book.sources.setdefault(name, paragraph)
            self._leaving.clear()
