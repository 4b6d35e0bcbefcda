"""A page's characters -> spans: what the file draws at one go, in one style, on one baseline.

Calls to pdfium are what reading costs, so that for each character only its box is asked; its letter comes
with those of the whole page, and all else once for each text object.
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
# pdfium writes this for a hyphen that stands at a line's end, and 0xFFFE where it is asked for a whole text.
_HYPHEN_AT_END = 2
_SAME = {_HYPHEN_AT_END: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-"}
_SAME |= dict.fromkeys((0x9, 0xA, 0xD, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x200A, 0x202F), " ")
# What Word's fonts of signs call their bullets.
_SAME |= {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF02D: "–"}
_INVISIBLE = {0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF}
_SOFT, _UNKNOWN = "\u00ad", "\ufffd"
# Whether as many characters belong to one text object is asked at once.
_STEP = 8
# The same functions with addresses in place of typed pointers, which cost as much as the calls themselves.
_POINTER = ctypes.c_void_p
_get_object = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.CFUNCTYPE(_POINTER, _POINTER, ctypes.c_int))
_get_box = ctypes.cast(
    pdfium.FPDFText_GetLooseCharBox, ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, ctypes.c_int, _POINTER)
)


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


class _Letters(dict[str, str]):
    """The letter that each sign of pdfium's stands for; of others a mark for that, or nothing."""

    def __missing__(self, sign: str) -> str:
        letter = _SAME.get(ord(sign)) or sign
        if not letter.isprintable() and letter != _SOFT:
            letter = "" if ord(sign) in _INVISIBLE else _UNKNOWN
        self[sign] = letter
        return letter


def read_spans(textpage: object, fonts: Fonts) -> tuple[dict[int, list[Span]], int]:
    """The spans of a page by the way that they run, in quarter turns (-1: aslant), and how many
    characters no letter is known of."""
    spans: dict[int, list[Span]] = {}
    letters = _read_letters(textpage)
    page, box = ctypes.cast(textpage, ctypes.c_void_p).value, pdfium.FS_RECTF()
    box_at = ctypes.addressof(box)
    holder, apart, sure, text = 0, True, 0, []
    span, turn, wide, last = Span(Style(1, False, 0, False), 0, True), 0, 0.0, 0.0
    for at, letter in enumerate(letters):
        if at >= sure:
            found = _get_object(page, at)
            sure = at + _STEP if found and _get_object(page, at + _STEP - 1) == found else at + 1
            if not found:  # pdfium's own space or line end between two text objects
                apart = True
                continue
            fresh = found != holder
        if not letter:
            continue
        _get_box(page, at, box_at)
        if fresh:
            holder, fresh, turn = found, False, _read_turn(textpage, at)
            span, text = _open_span(span, text, _begin_span(textpage, at, fonts, turn, apart), spans, turn)
            wide, apart = WIDE_GAP * span.style.size, False
            last = _run_along(box, turn)[0]
        left, right = (box.left, box.right) if turn <= 0 else _run_along(box, turn)
        if not -wide <= left - last <= wide:
            span, text = _open_span(span, text, Span(span.style, span.baseline, True), spans, turn)
        if right <= left:
            if letter == _SOFT:
                continue
            if letter == " ":  # pdfium's own, between two words of one text object
                left = min(last, left)
        last = right
        text.append(letter)
        span.lefts.append(left)
        span.rights.append(right)
    span.text = "".join(text)
    for span in (span for own in spans.values() for span in own):
        span.text = span.text.replace(_SOFT, "-")  # drawn, it is the hyphen of a font with one sign for both
    return spans, letters.count(_UNKNOWN)


def _open_span(
    last: Span, text: list[str], span: Span, spans: dict[int, list[Span]], turn: int
) -> tuple[Span, list[str]]:
    """The new span, with the last one's text written down."""
    last.text = "".join(text)
    spans.setdefault(turn, []).append(span)
    return span, []


def _read_letters(textpage: object) -> list[str]:
    """The letter of each character of a page."""
    count = min(pdfium.FPDFText_CountChars(textpage), MOST_CHARACTERS)
    codes = (ctypes.c_ushort * (count + 1))()
    got = pdfium.FPDFText_GetText(textpage, 0, count, codes)
    text = bytes(codes)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if got != count + 1 or len(text) != count:  # some characters have two codes or none: each is asked for
        return [_LETTERS[chr(pdfium.FPDFText_GetUnicode(textpage, at))] for at in range(count)]
    return [_LETTERS[letter] for letter in text]


_LETTERS = _Letters()


def _begin_span(textpage: object, at: int, fonts: Fonts, turn: int, apart: bool) -> Span:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, at, matrix)
    size = abs(pdfium.FPDFText_GetFontSize(textpage, at) * hypot(matrix.c, matrix.d)) or 1.0
    baseline = {1: matrix.e, 2: matrix.f, 3: -matrix.e}.get(turn, -matrix.f)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFText_GetFillColor(textpage, at, red, green, blue, alpha)
    bold, wave = fonts.tell(pdfium.FPDFText_GetTextObject(textpage, at))
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
