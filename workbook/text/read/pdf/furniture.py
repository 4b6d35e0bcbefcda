"""Running heads, running feet and page numbers: what stands at the same height on several pages."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise

from workbook.text.labels import read_label
from workbook.text.layout import ends_sentence
from workbook.text.read.pdf.page import Line, Page

# As many rows at the top and at the bottom of a page as heads and feet have.
_EDGE = 4
# In points: the same height on two pages.
_SAME_HEIGHT = 3.0
# In sizes of the type: a page number stands further from the text than its lines from each other.
_APART = 1.6
_ROMAN = re.compile(r"\(?[ivxlc]+\)?")
_NUMBER = re.compile(
    r"(?:page |p\. ?)?[-–—(\[]? ?(?:\d{1,4}|[ivxl]{1,6}) ?[-–—)\]]?(?: ?(?:/|of) ?\d{1,4})?", re.I
)
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[\w.()*-]+)+\*?")

# Heads are no sentences and bear no label: what looks like one has to stand on so many other pages.
_SENTENCES = 3

# Numbers of fewer rows than these may number paragraphs of one row each; less will do once a page has them.
_COUNTED, _COUNTED_MORE = 10, 3

Rows = list[list[Line]]


def mark_furniture(pages: list[Page]) -> None:
    """Calls the lines of heads and feet "furniture", and text that runs another way than the page's."""
    edges = [_edges_of(page.lines) for page in pages]
    heights: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page, (top, bottom) in zip(pages, edges, strict=True):
        for line in (line for row in top + bottom for line in row):
            heights[_key(line), _height(line)].add(page.number)
    for top, bottom in edges:
        for rows in (top, bottom):
            _mark_repeated(rows, heights)
            _mark_number(rows)
    heads = {_key(line) for page in pages for line in page.lines if line.part == "furniture"}
    for top, _bottom in edges:
        for line in (line for row in top for line in row):
            if _SYMBOL.fullmatch(line.text.strip()) and _key(line) in heads:
                line.part = "furniture"
    for line in (line for page in pages for line in page.stray):
        line.part = "furniture"
    if any(_mark_line_numbers(page.lines, _COUNTED) for page in pages):
        for page in pages:
            _mark_line_numbers(page.lines, _COUNTED_MORE)


def _mark_line_numbers(lines: list[Line], fewest: int) -> bool:
    """Whether numbers in a margin count the rows of the page, each or each fifth; these are furniture."""
    numbers = sorted((line for line in lines if line.text.strip().isdigit()), key=lambda line: line.baseline)
    rows = sorted({round(line.baseline) for line in lines})
    steps: Counter[tuple[int, int]] = Counter()
    for one, other in pairwise(numbers):
        between = bisect_left(rows, round(other.baseline)) - bisect_left(rows, round(one.baseline))
        steps[int(other.text) - int(one.text), between] += 1
    (step, between), often = steps.most_common(1)[0] if steps else ((0, 1), 0)
    # Of other numbers that stand alone in their row few follow each other so.
    counts = step == between > 0 and often >= max(fewest / step, 0.8 * len(numbers) - 1)
    for line in numbers if counts else []:
        line.part = "furniture"
    return counts


def _edges_of(lines: list[Line]) -> tuple[Rows, Rows]:
    """The rows at the top of a page, from its edge inwards, and those at the bottom; with one row more."""
    rows: Rows = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.x0)):
        if rows and line.baseline - rows[-1][0].baseline < _SAME_HEIGHT:
            rows[-1].append(line)
        else:
            rows.append([line])
    half = len(rows) // 2 + 1
    return rows[: min(_EDGE + 1, half)], rows[::-1][: min(_EDGE + 1, half)]


def _height(line: Line) -> int:
    return round(line.baseline / _SAME_HEIGHT)


def _key(line: Line) -> str:
    text = line.text.strip().casefold()
    return "#" if _ROMAN.fullmatch(text) else re.sub(r"\d+", "#", text)


def _mark_repeated(rows: Rows, heights: dict[tuple[str, int], set[int]]) -> None:
    """From the edge inwards, as long as something in a row stands on another page too; then comes a gap."""
    known = [[line for line in row if _is_repeated(line, heights)] for row in rows]
    count = next((at for at, found in enumerate(known) if not found), len(rows) - 1)
    while count > 0 and not _are_apart(rows[count - 1], rows[count]):
        count -= 1
    for line in (line for found in known[:count] for line in found):
        line.part = "furniture"


def _are_apart(row: list[Line], other: list[Line]) -> bool:
    """Whether the gap between two rows is wider than one between lines of text."""
    return abs(row[0].baseline - other[0].baseline) > _APART * max(row[0].size, other[0].size)


def _is_repeated(line: Line, heights: dict[tuple[str, int], set[int]]) -> bool:
    key, height = _key(line), _height(line)
    others = sum(len(heights.get((key, near), ())) for near in (height - 1, height, height + 1)) - 1
    label = read_label(line.text)
    sentence = ends_sentence(line.text) or bool(label and label.marked)
    return others >= (_SENTENCES if sentence else 1)


def _mark_number(rows: Rows) -> None:
    """A page number or a document's symbol alone in the outermost row, well apart from the text."""
    outer = next((row for row in rows if any(line.part != "furniture" for line in row)), None)
    if outer is None or len(outer) > 1 or outer is not rows[0] or len(rows) < 2:
        return
    line, text = outer[0], outer[0].text.strip()
    if _are_apart(outer, rows[1]) and (_NUMBER.fullmatch(text) or _SYMBOL.fullmatch(text)):
        line.part = "furniture"
