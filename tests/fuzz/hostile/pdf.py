"""PDFs: a good one, and those made to break a reader."""

import io
import zlib
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from tests.fuzz.hostile.targets import DEEP


def make_pdf(compressed: bool = False) -> bytes:
    """A PDF of two pages with struck and underlined words, a running head and a table."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), pageCompression=int(compressed), invariant=1)
    for number in (1, 2):
        canvas.drawString(72, 810, f"Draft of today, page {number}")
        for line in range(20):
            canvas.drawString(
                72, 760 - 18 * line, f"{line + 1}. We agree on all of it and we act on it today."
            )
        canvas.setStrokeColorRGB(1, 0, 0)
        canvas.line(95, 763, 140, 763)
        canvas.line(95, 740, 140, 740)
        canvas.grid([72, 200, 330], [100, 120, 140])
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _flate(size: int) -> bytes:
    packed = zlib.compress(b" " * size, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue, with a right table of them."""
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        made
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            size,
            rows,
            size,
            len(made),
        )
    )


_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def _page(box: bytes = b"[0 0 595 842]", content: bytes = b"") -> bytes:
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    own = b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R >>" % box
    stream = content or b"<< /Length 0 >>\nstream\n\nendstream"
    return _pdf(_CATALOGUE, pages, own, stream)


def _form(*drawn: int) -> bytes:
    """A form that draws the forms with these numbers."""
    names = b" ".join(b"/X%d %d 0 R" % (number, number) for number in drawn)
    content = b" ".join(b"/X%d Do" % number for number in drawn)
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << %s >> >>" % names
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


def _draw(*forms: bytes) -> bytes:
    """A PDF whose page draws the first of these forms, which is object 5."""
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    head = b"/Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    page = b"<< /Type /Page %s /Resources << /XObject << /X5 5 0 R >> >> >>" % head
    return _pdf(_CATALOGUE, pages, page, b"<< /Length 6 >>\nstream\n/X5 Do\nendstream", *forms)


FILES: dict[str, bytes] = {
    "pages in a circle": _pdf(_CATALOGUE, b"<< /Type /Pages /Kids [2 0 R] /Count 5 >>"),
    "two nodes in a circle": _pdf(
        _CATALOGUE,
        b"<< /Type /Pages /Kids [3 0 R] /Count 5 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 5 >>",
    ),
    "a thousand million pages": _pdf(
        _CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>", b"<< /Type /Page >>"
    ),
    "a catalogue that is itself": _pdf(b"1 0 R"),
    "no pages": _pdf(_CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"),
    "a huge page": _page(b"[0 0 1000000000 1000000000]"),
    "a page turned inside out": _page(b"[500 500 -500 -500]"),
    "a page without size": _page(b"[0 0 0 0]"),
    "a page of no numbers": _page(b"[/a /b (c) null]"),
    "an empty page": _page(),
    "a stream that is its own length": _page(content=b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
    "a form that draws itself": _draw(_form(5)),
    "two forms that draw each other": _draw(_form(6), _form(5)),
    "encrypted": _page().replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>"
    ),
    "only a head": b"%PDF-1.7\n",
    "deep arrays": _pdf(b"<< /Type /Catalog /Pages %s >>" % (b"[" * DEEP + b"]" * DEEP)),
}


def _lines(count: int) -> bytes:
    """As many short lines in a packed stream: some kilobytes that ask for them all."""
    packed = zlib.compress(b"0 0 m 9 9 l S\n" * count, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _rules(count: int) -> bytes:
    drawn = b"10 10 m 90 10 l S\n" * count
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)


BOMBS: dict[str, Callable[[], bytes]] = {
    "a stream of 400 MB": lambda: _page(content=_flate(400_000_000)),
    "a form that draws itself twice": lambda: _draw(_form(5, 5)),
    "forms that draw the next one twice": lambda: _draw(*(_form(n + 6, n + 6) for n in range(25)), _form()),
    "half a million short lines": lambda: _page(content=_lines(500_000)),
    "a hundred thousand rules": lambda: _page(content=_rules(100_000)),
}
