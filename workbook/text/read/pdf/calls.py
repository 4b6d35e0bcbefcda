"""The functions of pdfium that are called for each character and each object of a page.

They take addresses in place of typed pointers: making and checking those costs as much as the calls do.
"""

import ctypes
from collections.abc import Callable

import pypdfium2.raw as pdfium

_ADDRESS, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float


def _take(function: object, result: type, *arguments: type) -> Callable:
    return ctypes.cast(function, ctypes.CFUNCTYPE(result, *arguments))


get_text_object = _take(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
get_box = _take(pdfium.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
get_matrix = _take(pdfium.FPDFText_GetMatrix, _INT, _ADDRESS, _INT, _ADDRESS)
get_size = _take(pdfium.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INT)
get_colour = _take(pdfium.FPDFText_GetFillColor, _INT, _ADDRESS, _INT, *[_ADDRESS] * 4)
get_font = _take(pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
get_object = _take(pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
get_inner_object = _take(pdfium.FPDFFormObj_GetObject, _ADDRESS, _ADDRESS, ctypes.c_ulong)
get_kind = _take(pdfium.FPDFPageObj_GetType, _INT, _ADDRESS)


def address_of(pointer: object) -> int:
    """The address that a typed pointer holds."""
    return ctypes.cast(pointer, _ADDRESS).value or 0
