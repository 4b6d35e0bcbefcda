"""A page's characters -> spans: what the file draws at one go, in one style, on one baseline.

One call to pdfium a character and fact is what reading costs, so only three are asked for each of them: the
letter, the text object that it belongs to, and its box. All else is asked once for each text object.
"""

import ctypes
import re
from math import hypot

import pypdfium2.raw as pdfium

from workbook.text.read.pdf.page import Span, Style

# Type of no size at all, which nobody sees, is counted as this: distances are told in sizes.
_SMALLEST = 0.1
# A gap this wide, in sizes of the type, may be that between two columns.
WIDE_GAP = 0.9
# A page of the smallest print holds fewer.
MOST_CHARACTERS = 100_000
# Names of bold fonts, where the font itself gives no weight; CMBX is TeX's.
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b|^(?:\w{6}\+)?(?:CMBX|SFBX|ECBX|LMRomanDemi)", re.I)
_BOLD_WEIGHT = 600
# LaTeX draws the wavy lines of latexdiff with a sign of this font.
_WAVE = re.compile(r"^(?:\w{6}\+)?LASY\d", re.I)
# pdfium writes this for a hyphen that stands at a line's end.
_HYPHEN_AT_END = 2
_SPACE = 32
_SAME = {_HYPHEN_AT_END: "-", 0x2010: "-", 0x2011: "-"}
_SAME |= dict.fromkeys((0x9, 0xA, 0xD, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x200A, 0x202F), " ")
# What Word's fonts of signs call their bullets.
_SAME |= {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF02D: "–"}
_ZERO_WIDTH = 0x200B
_INVISIBLE = {_ZERO_WIDTH, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF}
_SOFT_HYPHEN, _UNKNOWN = 0xAD, "\ufffd"


class Fonts:
    """What the fonts of a document are, each asked once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[bool, bool]] = {}

    def tell(self, text_object: object) -> tuple[bool, bool]:
        """Whether the font is bold, and whether it draws waves."""
        font = pdfium.FPDFTextObj_GetFont(text_object)
        if not font:
            return False, False
        key = ctypes.addressof(font.contents)
        if key not in self._known:
            room = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, room, len(room))
            name = room.value.decode("utf-8", "replace")
            heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            self._known[key] = (heavy or bool(_BOLD.search(name)), bool(_WAVE.match(name)))
        return self._known[key]


def read_spans(textpage: object, fonts: Fonts) -> tuple[dict[int, list[Span]], int]:
    """The spans of a page by the way that they run, in quarter turns (-1: aslant), and how many
    characters no letter is known of."""
    spans: dict[int, list[Span]] = {}
    unreadable, current, apart = 0, 0, True
    get_letter, get_object = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject
    get_box, address = pdfium.FPDFText_GetLooseCharBox, ctypes.addressof
    box = pdfium.FS_RECTF()
    span, turn, wide, last = Span(Style(1, False, 0, False), 0, True), 0, 0.0, 0.0
    for at in range(min(pdfium.FPDFText_CountChars(textpage), MOST_CHARACTERS)):
        code, holder = get_letter(textpage, at), get_object(textpage, at)
        if not holder:  # pdfium's own space or line end between two text objects
            apart = True
            continue
        get_box(textpage, at, box)
        left, right = (box.left, box.right) if turn <= 0 else _run_along(box, turn)
        key = address(holder.contents)
        if key != current:
            current, turn = key, _read_turn(textpage, at)
            left, right = _run_along(box, turn)
            span = _begin_span(textpage, at, holder, fonts, turn, apart)
            spans.setdefault(turn, []).append(span)
            wide, apart = WIDE_GAP * span.style.size, False
        elif left - last > wide or last - left > wide:
            span = Span(span.style, span.baseline, True)
            spans[turn].append(span)
        if right <= left and code == _SPACE:  # pdfium's own, between two words of one text object
            left = min(last, left)
        last = right
        if code == _SOFT_HYPHEN:  # drawn, it is the hyphen of a font that has one for both
            code = _HYPHEN_AT_END if right > left else _ZERO_WIDTH
        letter = _SAME.get(code) or chr(code)
        if not letter.isprintable():
            if code in _INVISIBLE:
                continue
            letter = _UNKNOWN
        unreadable += letter == _UNKNOWN
        span.text += letter
        span.lefts.append(left)
        span.rights.append(right)
    return spans, unreadable


def _begin_span(textpage: object, at: int, holder: object, fonts: Fonts, turn: int, apart: bool) -> Span:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, at, matrix)
    size = abs(pdfium.FPDFText_GetFontSize(textpage, at) * hypot(matrix.c, matrix.d)) or 1.0
    baseline = {1: matrix.e, 2: matrix.f, 3: -matrix.e}.get(turn, -matrix.f)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFText_GetFillColor(textpage, at, red, green, blue, alpha)
    bold, wave = fonts.tell(holder)
    return Span(Style(max(round(size, 1), _SMALLEST), bold, _number(red, green, blue), wave), baseline, apart)


def _number(red: ctypes.c_uint, green: ctypes.c_uint, blue: ctypes.c_uint) -> int:
    return red.value << 16 | green.value << 8 | blue.value


def _read_turn(textpage: object, at: int) -> int:
    """How the text runs, in quarter turns against the clock; -1 for text aslant."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, at, matrix)
    along, up = matrix.a, matrix.b
    if abs(up) <= 0.02 * abs(along):  # a scanned page that was straightened is off by as much
        return 0 if along >= 0 else 2
    if abs(along) <= 0.02 * abs(up):
        return 1 if up > 0 else 3
    return -1


def _run_along(box: object, turn: int) -> tuple[float, float]:
    """Where a character begins and ends in the direction that its text runs."""
    if turn == 1:
        return box.bottom, box.top
    if turn == 2:
        return -box.right, -box.left
    if turn == 3:
        return -box.top, -box.bottom
    return box.left, box.right
