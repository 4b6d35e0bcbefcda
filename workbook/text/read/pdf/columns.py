"""The lines of a page -> its columns in the order that they are read in.

A gutter is a strip down the page that no line crosses, with full lines on either side. What crosses it, a
heading or a rule over both columns, ends the columns above it; those below are read after them.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from statistics import median
from typing import NamedTuple

from workbook.text.read.pdf.lines import join_lines
from workbook.text.read.pdf.page import Line, Rule
from workbook.text.read.pdf.tables import Table

# A column is wider than this, in sizes of the type: less is room for a label.
_NARROWEST = 8
# Lines of running text fill this much of their column; cells of a table less.
_FULL = 0.55
# As many lines side by side show that there is a gutter.
_FEWEST = 3
# In sizes of the type: gutters are wider than the gap between two words.
_GUTTER = 0.8
_DEEPEST = 6


class Column(NamedTuple):
    """Lines one below the other, and how far to the left and right its text reaches."""

    lines: list[Line]
    left: float
    right: float
    cell: bool = False  # of a table: no paragraph goes on out of it or into it

    def without_notes(self) -> "Column":
        """The column without the notes at its foot."""
        lines = [line for line in self.lines if line.part != "footnote"]
        return self._replace(lines=lines)


def order_columns(lines: list[Line], cuts: list[Rule], tables: list[Table]) -> list[Column]:
    """The columns of a page and the cells of its tables, each line of the page in one of them."""
    found: list[Column] = []
    for table in tables:
        above = [line for line in lines if line.baseline < table.y0]
        within = [line for line in lines if table.holds(line)]
        if within:
            found += [_finish(group) for group in _split(above, cuts, 0)] if above else []
            found += [_finish(cell)._replace(cell=True) for cell in _split_cells(within, table)]
            taken = {id(line) for line in above + within}
            lines = [line for line in lines if id(line) not in taken]
    return found + [_finish(group) for group in _split(lines, cuts, 0)] if lines else found


def _split_cells(lines: list[Line], table: Table) -> list[list[Line]]:
    """The lines of each cell, row by row."""
    placed = sorted(((table.find_cell(line), line) for line in lines), key=lambda one: one[0])
    return [[line for _, line in cell] for _, cell in groupby(placed, key=lambda one: one[0])]


def _finish(lines: list[Line]) -> Column:
    ordered = sorted(lines, key=lambda line: (line.baseline, line.x0))
    rows: list[list[Line]] = []
    for line in ordered:
        if rows and line.baseline - rows[-1][0].baseline < 0.25 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    joined = [join_lines(sorted(row, key=lambda line: line.x0)) for row in rows]
    return Column(joined, min(line.x0 for line in joined), max(line.x1 for line in joined))


def _split(lines: list[Line], cuts: list[Rule], depth: int) -> Iterator[list[Line]]:
    gutter = _find_gutter(lines, cuts) if depth < _DEEPEST else None
    if gutter is None:
        yield lines
        return
    for band in _cut_bands(lines, cuts, gutter):
        left = [line for line in band if line.x1 <= gutter]
        right = [line for line in band if line.x0 >= gutter]
        if len(left) + len(right) < len(band) or not left or not right:
            yield from _split(band, cuts, depth + 1) if len(band) < len(lines) else [band]
        else:
            yield from _split(left, cuts, depth + 1)
            yield from _split(right, cuts, depth + 1)


def _find_gutter(lines: list[Line], cuts: list[Rule]) -> float | None:
    """Where the right one of two columns begins; nothing where there is one column only."""
    if len(lines) < 2 * _FEWEST:
        return None
    start = min(line.x0 for line in lines)
    edges = Counter(round(line.x0) for line in lines if line.x0 > start + _NARROWEST * line.size)
    best, most = None, 0
    for edge, count in edges.most_common(8):
        if count < _FEWEST:
            break
        x = edge - 1.0
        found = sum(len(band) for band in _cut_bands(lines, cuts, x) if _are_columns(band, x))
        if found > most:
            best, most = x, found
    return best


def _cut_bands(lines: list[Line], cuts: list[Rule], x: float) -> list[list[Line]]:
    """The lines in stretches down the page, each all across the gutter or all beside it."""
    marks = [(line.baseline, 1, line) for line in lines]
    marks += [(cut.y, 0, None) for cut in cuts if cut.x0 < x - 20 and cut.x1 > x + 20]
    marks.sort(key=lambda mark: mark[:2])
    bands: list[list[Line]] = []
    number, crossing = 0, False
    numbered = []
    for _y, _kind, line in marks:
        crosses = line is not None and line.x0 < x < line.x1
        if line is None or crosses != crossing:
            number += 1
            crossing = crosses
        if line is not None:
            numbered.append((number, line))
    for _number, group in groupby(numbered, key=lambda one: one[0]):
        bands.append([line for _, line in group])
    return bands


def _are_columns(band: list[Line], x: float) -> bool:
    sides = [[line for line in band if line.x1 <= x], [line for line in band if line.x0 >= x]]
    if min(len(side) for side in sides) < _FEWEST:
        return False
    size = median(line.size for line in band)
    (left0, left1), (right0, right1) = (
        (min(line.x0 for line in side), max(line.x1 for line in side)) for side in sides
    )
    if right0 - left1 < _GUTTER * size or min(left1 - left0, right1 - right0) < _NARROWEST * size:
        return False
    return all(_fill(side) >= _FULL for side in sides) and _overlap(sides) >= 0.5


def _fill(side: list[Line]) -> float:
    """How much of a column's width its rows fill."""
    left, right = min(line.x0 for line in side), max(line.x1 for line in side)
    rows = groupby(sorted(side, key=lambda line: line.baseline), key=lambda line: round(line.baseline))
    filled = [sum(line.x1 - line.x0 for line in row) for _, row in rows]
    return sum(filled) / len(filled) / (right - left)


def _overlap(sides: list[list[Line]]) -> float:
    """How far down the page the shorter side has the other beside it."""
    spans = [(min(line.baseline for line in side), max(line.baseline for line in side)) for side in sides]
    both = min(end for _, end in spans) - max(start for start, _ in spans)
    return both / max(1.0, min(end - start for start, end in spans))
