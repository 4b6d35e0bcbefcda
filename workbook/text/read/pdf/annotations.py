"""What readers of a PDF put on its words: struck, underlined and commented, by whom and when; links."""

import ctypes
from typing import NamedTuple

import pypdfium2.raw as pdfium

from workbook.text.read.pdf.drawing import Box, surround, turn_point
from workbook.text.read.pdf.page import Rule

# A page with more than this was not made by people who read it.
MOST_ANNOTATIONS = 5000
_ACTS = {
    pdfium.FPDF_ANNOT_STRIKEOUT: "struck",
    pdfium.FPDF_ANNOT_UNDERLINE: "inserted",
    pdfium.FPDF_ANNOT_SQUIGGLY: "inserted",
}
_SAID = {*_ACTS, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT}
_SAID |= {pdfium.FPDF_ANNOT_CARET}


class Remark(NamedTuple):
    """A comment that somebody left on a page."""

    boxes: tuple[Box, ...]
    author: str
    date: str
    text: str


class Annotations(NamedTuple):
    """What stands on a page beside what it draws."""

    rules: list[Rule]
    remarks: list[Remark]
    links: list[Box]


def read_annotations(page: object, turn: int) -> Annotations:
    """The marks, comments and links of a page."""
    found = Annotations([], [], [])
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        try:
            _read_one(note, turn, found)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return found


def _read_one(note: object, turn: int, found: Annotations) -> None:
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    if kind != pdfium.FPDF_ANNOT_LINK and kind not in _SAID:
        return
    boxes = _read_boxes(note, turn)
    if kind == pdfium.FPDF_ANNOT_LINK:
        found.links.extend(boxes)
        return
    author, date, text = (_read_text(note, key) for key in (b"T", b"M", b"Contents"))
    if act := _ACTS.get(kind):
        colour = _read_colour(note)
        for x0, top, x1, bottom in boxes:
            found.rules.append(Rule(x0, x1, bottom, 0, colour, act, author, date, top))
    if text.strip():
        found.remarks.append(Remark(tuple(boxes), author, date, text.strip()))


def _read_boxes(note: object, turn: int) -> list[Box]:
    boxes = []
    corners = pdfium.FS_QUADPOINTSF()
    for at in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(note), MOST_ANNOTATIONS)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(note, at, corners):
            pairs = [(corners.x1, corners.y1), (corners.x2, corners.y2), (corners.x3, corners.y3)]
            pairs.append((corners.x4, corners.y4))
            boxes.append(surround([turn_point(x, y, turn) for x, y in pairs]))
    around = pdfium.FS_RECTF()
    if not boxes and pdfium.FPDFAnnot_GetRect(note, around):
        ends = [(around.left, around.bottom), (around.right, around.top)]
        boxes.append(surround([turn_point(x, y, turn) for x, y in ends]))
    return boxes


def _read_text(note: object, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if length <= 2:
        return ""
    room = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFAnnot_GetStringValue(note, key, room, length)
    return bytes(room).decode("utf-16-le", "replace").rstrip("\0")


def _read_colour(note: object) -> int:
    red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
    if not pdfium.FPDFAnnot_GetColor(note, pdfium.FPDFANNOT_COLORTYPE_Color, red, green, blue, alpha):
        return 0
    return red.value << 16 | green.value << 8 | blue.value
