"""How the characters of a text object are set: size, weight, colour, and which way they run."""

import ctypes
import re
from math import hypot

import pypdfium2.raw as pdfium

from workbook.text.read.pdf.calls import get_colour, get_font, get_matrix, get_size
from workbook.text.read.pdf.page import Style

# Type of no size at all, which nobody sees, is counted as this: distances are told in sizes.
_SMALLEST = 0.1
# Names of bold fonts, where the font itself gives no weight; CMBX is TeX's.
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b|^(?:\w{6}\+)?(?:CMBX|SFBX|ECBX|LMRomanDemi)", re.I)
_BOLD_WEIGHT = 600
# LaTeX draws the wavy lines of latexdiff with a sign of this font.
_WAVE = re.compile(r"^(?:\w{6}\+)?LASY\d", re.I)
# A scanned page that was straightened is off by as much.
_ASLANT = 0.02


class Styles:
    """The styles of a document; each of its fonts is asked once."""

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._colours = (ctypes.c_uint * 4)()
        start = ctypes.addressof(self._colours)
        self._places = [start + 4 * at for at in range(4)]

    def read(self, page: int, at: int, holder: int) -> tuple[Style, int, float]:
        """The style of a character; how many quarter turns against the clock its text runs, -1 for text
        aslant; and how far down its baseline is."""
        matrix = self._matrix
        get_matrix(page, at, ctypes.addressof(matrix))
        size = abs(get_size(page, at) * hypot(matrix.c, matrix.d)) or 1.0
        get_colour(page, at, *self._places)
        red, green, blue, _alpha = self._colours
        bold, wave = self._tell_font(holder)
        turn = _tell_turn(matrix.a, matrix.b)
        baseline = {1: matrix.e, 2: matrix.f, 3: -matrix.e}.get(turn, -matrix.f)
        return (
            Style(max(round(size, 1), _SMALLEST), bold, red << 16 | green << 8 | blue, wave),
            turn,
            baseline,
        )

    def _tell_font(self, holder: int) -> tuple[bool, bool]:
        """Whether the font of a text object is bold, and whether it draws waves."""
        key = get_font(holder) or 0
        if key not in self._fonts:
            self._fonts[key] = _read_font(holder) if key else (False, False)
        return self._fonts[key]


def _read_font(holder: int) -> tuple[bool, bool]:
    font = pdfium.FPDFTextObj_GetFont(ctypes.cast(holder, pdfium.FPDF_PAGEOBJECT))
    room = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, room, len(room))
    name = room.value.decode("utf-8", "replace")
    heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
    return heavy or bool(_BOLD.search(name)), bool(_WAVE.match(name))


def _tell_turn(along: float, up: float) -> int:
    if abs(up) <= _ASLANT * abs(along):
        return 0 if along >= 0 else 2
    if abs(along) <= _ASLANT * abs(up):
        return 1 if up > 0 else 3
    return -1
