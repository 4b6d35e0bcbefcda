"""What a page draws beside its text: rules across it, posts down it, and how many pictures."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from workbook.text.read.pdf.calls import address_of, get_inner_object, get_kind, get_object
from workbook.text.read.pdf.page import Post, Rule
from workbook.text.read.pdf.tables import join_posts

# A line thicker than this is a bar or a box. Word draws 1.5 points under large type; engine notes say 2.
THICKEST = 2.5
# Waves reach a little higher than the line that they stand for.
HIGHEST_WAVE = 4.0
# A page with more than this is a map or made to waste time: its rules are not read.
MOST_OBJECTS = 60_000
MOST_SEGMENTS = 4000
_DEEPEST = 12
# Lines paler than this cannot be seen on white.
_PALEST = 0xF0

Box = tuple[float, float, float, float]  # x0, y0, x1, y1, y growing down the page
Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1, 0, 0, 1, 0, 0)


class Drawing(NamedTuple):
    """The lines and pictures of a page."""

    rules: list[Rule]
    posts: list[Post]
    pictures: int
    whole: bool  # false where there is too much to read


def read_drawing(page: object, turn: int) -> Drawing:
    """Rules, posts and the number of pictures on a page whose text runs in this direction."""
    rules: list[Rule] = []
    posts: list[Post] = []
    pictures = 0
    for count, (kind, item, matrix) in enumerate(_walk(page)):
        if count > MOST_OBJECTS:
            return Drawing([], [], pictures, whole=False)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            for box, colour in _read_path(item, matrix, turn):
                _sort_in(box, colour, rules, posts)
    return Drawing(join_rules(rules), join_posts(posts), pictures, whole=True)


def _walk(page: object) -> Iterator[tuple[int, object, Matrix]]:
    """Every path and picture with the matrix that puts it on the page; those of forms inside forms too."""
    count = min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS + 1)
    address = address_of(page)
    waiting = [(get_object(address, at), _PLAIN, 0) for at in range(count)]
    while waiting:
        place, matrix, depth = waiting.pop()
        kind = get_kind(place)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        item = ctypes.cast(place, pdfium.FPDF_PAGEOBJECT)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            own = _multiply(_matrix_of(item), matrix)
            inner = min(pdfium.FPDFFormObj_CountObjects(item), MOST_OBJECTS + 1 - len(waiting))
            waiting += [(get_inner_object(place, at), own, depth + 1) for at in range(inner)]
        yield kind, item, matrix


def _matrix_of(item: object) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _multiply(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _read_path(item: object, matrix: Matrix, turn: int) -> Iterator[tuple[Box, int]]:
    """The boxes of the lines that a path draws, each with its colour."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
        return
    colour = _colour_of(
        item, pdfium.FPDFPageObj_GetStrokeColor if stroke.value else pdfium.FPDFPageObj_GetFillColor
    )
    if colour is None:
        return
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *edges)
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    x0, y0, x1, y1 = _place([edge.value for edge in edges], matrix, turn)
    thin = min(x1 - x0, y1 - y0) <= HIGHEST_WAVE
    if thin:
        # pdfium adds the width of the pen on every side.
        pen = min(width.value, x1 - x0, y1 - y0) / 2 if stroke.value else 0
        yield (x0 + pen, y0 + pen, x1 - pen, y1 - pen), colour
    elif 2 <= pdfium.FPDFPath_CountSegments(item) <= MOST_SEGMENTS:
        yield from ((box, colour) for box in _read_segments(item, matrix, turn, bool(stroke.value)))


def _colour_of(item: object, ask: object) -> int | None:
    """The colour as one number; nothing where the line cannot be seen."""
    red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
    ask(item, red, green, blue, alpha)
    if alpha.value == 0 or min(red.value, green.value, blue.value) >= _PALEST:
        return None
    return red.value << 16 | green.value << 8 | blue.value


def _place(edges: list[float], matrix: Matrix, turn: int) -> Box:
    left, bottom, right, top = edges
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    return surround([turn_point(x, y, turn) for x, y in corners])


def turn_point(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the file in the measures of the reader: along the text, and down the page."""
    return {1: (y, x), 2: (-x, y), 3: (-y, -x)}.get(turn, (x, -y))


def surround(points: list[tuple[float, float]]) -> Box:
    """The box around points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _read_segments(item: object, matrix: Matrix, turn: int, stroked: bool) -> Iterator[Box]:
    """The box of each stroke of a path; of filled ones, the box of each of its closed figures."""
    own = _multiply(_matrix_of(item), matrix)
    a, b, c, d, e, f = own
    figure: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = turn_point(a * x.value + c * y.value + e, b * x.value + d * y.value + f, turn)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _close_figure(figure, stroked)
            figure = []
        figure.append(point)
        if stroked and pdfium.FPDFPathSegment_GetClose(segment):
            figure.append(figure[0])
    yield from _close_figure(figure, stroked)


def _close_figure(figure: list[tuple[float, float]], stroked: bool) -> Iterator[Box]:
    if len(figure) < 2:
        return
    box = surround(figure)
    if not stroked or min(box[2] - box[0], box[3] - box[1]) <= HIGHEST_WAVE:
        yield box
        return
    yield from (surround([one, two]) for one, two in pairwise(figure))


def _sort_in(box: Box, colour: int, rules: list[Rule], posts: list[Post]) -> None:
    x0, y0, x1, y1 = box
    wide, high = x1 - x0, y1 - y0
    if wide > high and high <= (HIGHEST_WAVE if wide > 2 * HIGHEST_WAVE else THICKEST):
        rules.append(Rule(x0, x1, (y0 + y1) / 2, high, colour, wave=high > THICKEST))
    elif wide <= THICKEST and high > 2 * THICKEST:
        posts.append(Post((x0 + x1) / 2, y0, y1))


def join_rules(rules: list[Rule]) -> list[Rule]:
    """Rules of one colour that go on where the last one ended are one: dots, dashes, one a word."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.colour, round(rule.y * 2), rule.x0)):
        last = joined[-1] if joined else None
        # As wide as the gap between two dashes; two words stand further apart.
        if last and last.colour == rule.colour and abs(last.y - rule.y) < 0.6 and rule.x0 - last.x1 < 1.5:
            joined[-1] = last._replace(x1=max(last.x1, rule.x1), height=max(last.height, rule.height))
        else:
            joined.append(rule)
    return joined
