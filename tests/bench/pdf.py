"""A PDF as long as a treaty, drawn for measuring: a change in every line, as an office draws it."""

import io

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WORDS = "We reaffirm that the Compact is based on the principles that all of us share and on the work"
LINES, LEADING, SIZE, LEFT, TOP = 48, 14, 11, 72, 770


def draw_redline(pages: int) -> bytes:
    """The file: on each line one word struck in red and one put in, underlined in blue."""
    raw = io.BytesIO()
    canvas = Canvas(raw)
    for _ in range(pages):
        for row in range(LINES):
            draw_line(canvas, TOP - LEADING * row, row)
        canvas.showPage()
    canvas.save()
    return raw.getvalue()


def draw_line(canvas: Canvas, y: float, row: int) -> None:
    """A line of words; which two are marked depends on the row."""
    x = LEFT
    for at, word in enumerate(WORDS.split()):
        canvas.setFont("Times-Roman", SIZE)
        canvas.drawString(x, y, word + " ")
        end = x + stringWidth(word, "Times-Roman", SIZE)
        if at == row % 7:
            canvas.setStrokeColorRGB(1, 0, 0)
            canvas.line(x, y + 3, end, y + 3)
        if at == row % 7 + 3:
            canvas.setStrokeColorRGB(0, 0, 1)
            canvas.line(x, y - 1.5, end, y - 1.5)
        x = end + stringWidth(" ", "Times-Roman", SIZE)
