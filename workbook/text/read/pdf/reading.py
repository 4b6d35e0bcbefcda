"""A document that pdfium has opened -> its pages, one after the other, each closed behind it."""

from collections.abc import Iterator

import pypdfium2.raw as pdfium

from workbook.text.read.pdf.annotations import Remark, read_annotations
from workbook.text.read.pdf.drawing import join_rules, read_drawing, surround, turn_point
from workbook.text.read.pdf.glyphs import MOST_CHARACTERS, read_spans
from workbook.text.read.pdf.lines import build_lines, join_spans
from workbook.text.read.pdf.marks import mark_lines
from workbook.text.read.pdf.page import Page, Rule, Span
from workbook.text.read.pdf.styles import Styles

# In points: what lies this far off the visible page can still be part of a letter on it.
_MARGIN = 2.0


def read_pages(document: object) -> Iterator[tuple[Page, list[Remark]]]:
    """Every page with the comments on it."""
    styles = Styles()
    for number in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            yield Page(number, [], [], [], [], 0, 0, 0, damaged=True), []
            continue
        try:
            textpage = pdfium.FPDFText_LoadPage(page)
            try:
                yield _read_page(page, textpage, number, styles)
            finally:
                pdfium.FPDFText_ClosePage(textpage)
        finally:
            pdfium.FPDF_ClosePage(page)


def _read_page(page: object, textpage: object, number: int, styles: Styles) -> tuple[Page, list[Remark]]:
    spans, unreadable = read_spans(textpage, styles)
    turn = max((turn for turn in spans if turn >= 0), key=lambda turn: _weigh(spans[turn]), default=0)
    visible = _visible(page, turn)
    upright = spans.pop(turn, [])
    inside = [span for span in upright if _is_inside(span, visible)]
    outside = _weigh(upright) - _weigh(inside)
    drawing = read_drawing(page, turn)
    notes = read_annotations(page, turn)
    lines = build_lines(inside, number, drawing.posts)
    rules = drawing.rules + join_rules([_wave_rule(span) for span in inside if span.style.wave])
    cuts = mark_lines(lines, rules, drawing.posts, notes)
    stray = [join_spans([span], number) for others in spans.values() for span in others if span.text.strip()]
    read = Page(number, lines, stray, cuts, drawing.posts, drawing.pictures, unreadable, outside)
    read.crowded = not drawing.whole or pdfium.FPDFText_CountChars(textpage) > MOST_CHARACTERS
    return read, notes.remarks


def _weigh(spans: list[Span]) -> int:
    return sum(len(span.text) for span in spans)


def _wave_rule(span: Span) -> Rule:
    # The sign's own line runs a little above its baseline.
    y = span.baseline - 0.25 * span.style.size
    return Rule(span.lefts[0], span.rights[-1], y, 1.0, span.style.colour, wave=True)


def _visible(page: object, turn: int) -> tuple[float, float, float, float]:
    """The part of the page that is shown, in the measures of the reader."""
    shown = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, shown)
    ends = [(shown.left, shown.bottom), (shown.right, shown.top)]
    return surround([turn_point(x, y, turn) for x, y in ends])


def _is_inside(span: Span, visible: tuple[float, float, float, float]) -> bool:
    x0, y0, x1, y1 = visible
    across = span.rights[-1] >= x0 - _MARGIN and span.lefts[0] <= x1 + _MARGIN
    return across and y0 - _MARGIN <= span.baseline <= y1 + span.style.size
