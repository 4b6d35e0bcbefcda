"""Entries -> WordprocessingML: paragraphs with tracked insertions, deletions and moves."""

import re
from collections.abc import Iterable, Iterator
from itertools import count, groupby

from lxml import etree

from workbook.share.docx.authors import Author
from workbook.share.docx.notes import Piece
from workbook.share.docx.weave import Comment, Entry

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What XML cannot hold, and the carriage return, which it would read as a line feed.
_NO_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLES = {"title": "Title", "heading": "Heading1", "item": "Item"}
# The ends of a move must bear a date, which nobody is shown: this one stands for none.
_NO_DATE = "1970-01-01T00:00:00Z"
# The longest name of an author that Word takes.
_LONGEST_NAME = 255
_ELEMENTS = {"inserted": "ins", "deleted": "del", "moved from": "moveFrom", "moved to": "moveTo"}


def clean(text: str) -> str:
    """The text with a sign in the place of each character that no XML file can hold."""
    return _NO_XML.sub("\ufffd", text)


def add(parent: etree._Element, tag: str, /, **attributes: object) -> etree._Element:
    """A new element of WordprocessingML, last in its parent."""
    values = {f"{{{W}}}{key}": str(value) for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{W}}}{tag}", values)


class Markup:
    """Writes entries into the body of a document, their notes and comments into parts of their own."""

    def __init__(
        self, body: etree._Element, notes: etree._Element, comments: etree._Element | None = None
    ) -> None:
        self.body, self.notes, self.comments = body, notes, comments
        self._ids = count(1)
        self._note_ids = count(1)

    def write(self, entries: Iterable[Entry]) -> None:
        """The entries as paragraphs.

        The last paragraph mark of a Word file can be neither put in nor struck: behind one that is, an
        empty paragraph stands.
        """
        last = "kept"
        for entry in entries:
            self._write_entry(entry)
            last = entry.mark
        if last != "kept":
            add(self.body, "p")

    def _write_entry(self, entry: Entry) -> None:
        paragraph = add(self.body, "p")
        style = _STYLES.get(entry.kind)
        if style or entry.mark != "kept":
            properties = add(paragraph, "pPr")
        if style:
            add(properties, "pStyle", val=style)
        if entry.mark != "kept":
            self._change(add(properties, "rPr"), entry.mark, entry.author)
        move = _ELEMENTS[entry.mark] if entry.move else ""
        number = next(self._ids) if move else 0
        if move:
            told = {"name": entry.move, "date": _NO_DATE} | _sign(entry.author)
            add(paragraph, f"{move}RangeStart", id=number, **told)
        comment = self._begin_comment(paragraph, entry.comment)
        for piece in _join(entry.pieces):
            self._write_piece(paragraph, piece, entry)
        if comment is not None:
            self._end_comment(paragraph, comment, entry)
        if move:
            add(self.body, f"{move}RangeEnd", id=number)

    def _write_piece(self, parent: etree._Element, piece: Piece, entry: Entry | None = None) -> None:
        if entry and entry.move and piece.act != "inserted" and (piece.note is None):
            parent = self._change(parent, entry.mark, entry.author)
        if piece.act != "kept":
            parent = self._change(parent, piece.act, piece.author)
        run = add(parent, "r")
        if piece.note is None:
            _write_text(run, piece.text, "delText" if piece.act == "deleted" else "t")
        else:
            add(add(run, "rPr"), "rStyle", val="FootnoteReference")
            add(run, "footnoteReference", id=self._write_note(piece))

    def _begin_comment(self, paragraph: etree._Element, said: Comment | None) -> int | None:
        """Writes a comment on the words that follow; its number, None where there is none."""
        if said is None or self.comments is None:
            return None
        number = next(self._ids)
        signed = {"author": _sign(said.author)["author"], "initials": _shorten(said.author.name)}
        comment = add(self.comments, "comment", id=number, **signed)
        for at, line in enumerate(said.text.split("\n")):
            words = add(comment, "p")
            if at == 0:
                add(add(words, "r"), "annotationRef")
            _write_text(add(words, "r"), line, "t")
        add(paragraph, "commentRangeStart", id=number)
        return number

    def _end_comment(self, paragraph: etree._Element, number: int, entry: Entry) -> None:
        add(paragraph, "commentRangeEnd", id=number)
        # Whoever rejects a paragraph that was put in takes what is said of it away with it.
        inside = entry.mark == "inserted" or all(piece.act == "inserted" for piece in entry.pieces)
        author = entry.comment.author
        parent = self._change(paragraph, "inserted", author) if inside else paragraph
        add(add(parent, "r"), "commentReference", id=number)

    def _write_note(self, call: Piece) -> int:
        number = next(self._note_ids)
        paragraph = add(add(self.notes, "footnote", id=number), "p")
        add(add(paragraph, "pPr"), "pStyle", val="FootnoteText")
        parent = paragraph if call.act == "kept" else self._change(paragraph, call.act, call.author)
        run = add(parent, "r")
        add(add(run, "rPr"), "rStyle", val="FootnoteReference")
        add(run, "footnoteRef")
        for piece in _join((call._replace(text=" ", note=None), *call.note)):
            self._write_piece(paragraph, piece)
        return number

    def _change(self, parent: etree._Element, act: str, author: Author) -> etree._Element:
        return add(parent, _ELEMENTS[act], id=next(self._ids), **_sign(author))


def _join(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, words in a row that one author put in or struck as one."""
    for (act, author, is_call), row in groupby(
        pieces, lambda piece: (piece.act, piece.author, piece.note is not None)
    ):
        if is_call:
            yield from row
        else:
            yield Piece(act, "".join(piece.text for piece in row), author)


def _sign(author: Author) -> dict[str, str]:
    name = " ".join(clean(author.name).split())[:_LONGEST_NAME]
    return {"author": name} | ({"date": f"{author.date}T00:00:00Z"} if author.date else {})


def _shorten(name: str) -> str:
    """The initials of a name, by which Word counts comments."""
    return "".join(word[0] for word in clean(name).split()[:3])


def _write_text(run: etree._Element, text: str, name: str) -> None:
    """The text in a run; a tab and a line feed are elements of their own."""
    for part in re.split(r"([\t\n])", clean(text)):
        if part in ("\t", "\n"):
            add(run, "tab" if part == "\t" else "br")
        elif part:
            words = add(run, name)
            words.text = part
            words.set(_SPACE, "preserve")
