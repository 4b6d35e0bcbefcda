"""Whose hands are on a stretch of a Word file: tracked changes, one within the other."""

import datetime
from typing import NamedTuple

from lxml import etree

from workbook.text.read.docx.names import W, value
from workbook.text.read.source import RESERVED

NOBODY = "unknown author"
# Whoever struck or underlined words without tracking it.
FORMATTING = "formatting"
_PUT_IN = {f"{W}ins", f"{W}moveTo", f"{W}cellIns"}
_STRUCK = {f"{W}del", f"{W}moveFrom", f"{W}cellDel"}
CHANGES = _PUT_IN | _STRUCK
# All elements by which a file tracks changes, those of formatting too.
_OTHERS = ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "numbering")
TRACKED = CHANGES | {f"{W}cellMerge", *(f"{W}{name}Change" for name in _OTHERS)}


class Marks(NamedTuple):
    """Who put in and who struck a stretch; `moved`: the name of the move that brought it, "" for none."""

    inserted: str = ""
    deleted: str = ""
    moved: str = ""
    date: datetime.date | None = None

    def within(self, outer: "Marks") -> "Marks":
        """The same for a stretch that stands in a changed one; of two who did the same, the inner counts."""
        return Marks(
            self.inserted or outer.inserted,
            self.deleted or outer.deleted,
            self.moved or outer.moved,
            self.date or outer.date,
        )


PLAIN = Marks()


class Hands:
    """The authors of a file's changes, by names that can be asked for."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}  # hand -> as the file spells it
        self.renamed: dict[str, str] = {}  # as the file spells it -> hand, where they differ

    def read(self, change: etree._Element, move: str = "") -> Marks:
        """What an element such as w:ins or w:moveFrom says of whatever it is about."""
        hand = self.name(value(change, "author") or "")
        date = read_date(value(change, "date"))
        if change.tag in _PUT_IN:
            return Marks(inserted=hand, moved=move, date=date)
        return Marks(deleted=hand, date=date)

    def read_all(self, properties: etree._Element | None, outer: Marks) -> Marks:
        """What the properties of a paragraph mark, row or cell say of it, inside what is around it."""
        for change in () if properties is None else properties:
            if change.tag in CHANGES:
                outer = self.read(change).within(outer)
        return outer

    def name(self, author: str) -> str:
        """The hand of an author: the name as it is spelled, but for what cannot be asked for."""
        spelled = " ".join(author.split())
        hand = spelled.replace(";", ",") or NOBODY
        if hand.lower() in RESERVED | {FORMATTING}:
            hand = f"{hand} (author)"
        self.names.setdefault(hand, spelled or NOBODY)
        if hand != spelled:
            self.renamed[spelled] = hand
        return hand


def read_date(written: str | None) -> datetime.date | None:
    """The day of a w:date; None where it is none."""
    try:
        return datetime.date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
