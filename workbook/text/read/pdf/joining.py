"""Lines -> paragraphs: where one ends is told by its last line, its spacing, its indent and its label."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from workbook.text.labels import ITEM, read_label
from workbook.text.layout import ends_sentence
from workbook.text.read.pdf.columns import Column
from workbook.text.read.pdf.page import Line

# A gap between two lines that is so much wider than between others parts paragraphs.
_WIDER = 1.28
# Where nothing tells, the distance between two lines, in sizes of the type; how many lines of a column tell.
_LEADING, _FEW = 1.2, 6
# In sizes of the type: an indent is no less.
_INDENT = 0.7
# In points: justified lines end as near to each other.
_SAME_END = 0.5
# Type this much larger or smaller is another kind of paragraph.
_OTHER_SIZE = 0.08
_BULLET = re.compile(r"[•▪■●○◦–—*-]\s")
_OPENING = "“\"‘'([{"
_JOINS = re.compile(r"\b(?:and|or)\s*$")
_GOES_ON = re.compile(r"\b(?:the|an?|of|and|or|to|in|on|for|by|with|as|at|from|that|which)\s*$", re.I)
_HYPHEN_END = re.compile(r"[^\W\d_]-$")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; `number` is a note's own."""

    lines: list[Line]
    part: str = "paragraph"
    number: str = ""


class _Place(NamedTuple):
    """A line in its column."""

    line: Line
    left: float
    right: float
    leading: float  # from one baseline to the next inside a paragraph, in sizes of the type
    column: int
    cell: bool


def join_paragraphs(columns: list[Column]) -> list[Paragraph]:
    """The paragraphs of the columns, read one after the other; one may go on in the next column."""
    usual = _find_leading(columns, _LEADING, 1)
    places = [
        _Place(line, column.left, right, leading, number, column.cell)
        for number, column in enumerate(columns)
        for right, leading in [(_right_edge(column), _find_leading([column], usual, _FEW))]
        for line in column.lines
    ]
    groups: list[list[_Place]] = []
    for place in places:
        if groups and _goes_on(groups[-1], place):
            groups[-1].append(place)
        else:
            groups.append([place])
    return [Paragraph([place.line for place in group]) for group in groups]


def _right_edge(column: Column) -> float:
    """How far lines of text reach; one that is too long for its column tells nothing."""
    ends = sorted(line.x1 for line in column.lines)
    return ends[-1 - len(ends) // 20]


def _find_leading(columns: list[Column], otherwise: float, few: int) -> float:
    """The usual distance between two lines of a paragraph, in sizes of the type; where few tell, another."""
    steps: Counter[float] = Counter()
    for column in columns:
        right = _right_edge(column)
        for line, below in zip(column.lines, column.lines[1:], strict=False):
            if abs(line.size - below.size) < 0.5 and line.x1 > right - 4 * line.size:
                steps[round((below.baseline - line.baseline) / line.size, 1)] += 1
    if sum(steps.values()) < few:
        return otherwise
    # Of two that are about as frequent the lesser one is that inside paragraphs.
    most = max(steps.values(), default=0)
    return min((step for step, count in steps.items() if count >= 0.6 * most), default=otherwise)


def _goes_on(group: list[_Place], place: _Place) -> bool:
    """Whether the line belongs to the paragraph."""
    above, line = group[-1], place.line
    text = above.line.text.rstrip()
    if _HYPHEN_END.search(text) and line.text[:1].islower() and not (above.cell or place.cell):
        return True
    if abs(line.size - above.line.size) > _OTHER_SIZE * line.size:
        return False
    lower = line.text.lstrip(_OPENING)[:1].islower()
    ended = ends_sentence(text) or text.endswith((";", ":"))
    short = _has_room(above, line) and not _is_justified(group)
    if _is_labelled(line) and (ended or short or text.endswith(",") or _JOINS.search(text)):
        return False
    if above.column != place.column:
        return _goes_on_beyond(group, place, ended, short, lower)
    step = (line.baseline - above.line.baseline) / line.size
    if step > _WIDER * above.leading and not (
        lower and not ended and not short and step < 2.2 * above.leading
    ):
        return False
    if line.bold != above.line.bold and (short or ended):
        return False
    if short and not (not ended and (lower or _GOES_ON.search(text))):
        return False
    return not _is_indented(group, place)


def _goes_on_beyond(group: list[_Place], place: _Place, ended: bool, short: bool, lower: bool) -> bool:
    """The same at the top of the next column or page."""
    above = group[-1]
    if above.cell or place.cell:
        return False
    if lower and not ended:
        return True
    if short or above.line.bold or place.line.bold:  # set apart as headings are
        return False
    own, last = place.line.x0 - place.left, above.line.x0 - above.left
    if ended and len(group) > 1:
        return abs(own - last) < _INDENT * place.line.size
    return not ended or own < _INDENT * place.line.size


def _has_room(above: _Place, line: Line) -> bool:
    """Whether the first word of the line would have stood in the line above, had it gone on."""
    word = line.text.split(" ", 1)[0]
    needed = line.rights[max(0, len(word) - 1)] - line.lefts[0] + 0.3 * line.size
    last = above.line
    room = above.right - last.x1
    if _is_centred(above):
        room = (above.right - above.left) - (last.x1 - last.x0)
    return room > needed


def _is_justified(group: list[_Place]) -> bool:
    """Whether the last two lines end at one place: a quotation set in from the right fills its lines too."""
    return len(group) > 1 and abs(group[-1].line.x1 - group[-2].line.x1) < _SAME_END


def _is_balanced(place: _Place) -> bool:
    """Whether the line is as far from the left of its column as from the right."""
    line = place.line
    return abs((line.x0 - place.left) - (place.right - line.x1)) < 2 * line.size


def _is_centred(place: _Place) -> bool:
    return _is_balanced(place) and place.line.x0 > place.left + 1.5 * place.line.size


def _is_indented(group: list[_Place], place: _Place) -> bool:
    """Whether the line begins elsewhere than those above it; the second line of a paragraph may."""
    above = group[-1]
    moved = abs(place.line.x0 - above.line.x0) > _INDENT * place.line.size
    if not moved or (_is_balanced(above) and _is_balanced(place)):
        return False
    return len(group) > 1


def _is_labelled(line: Line) -> bool:
    label = read_label(line.text)
    return bool((label and label.marked) or ITEM.match(line.text) or _BULLET.match(line.text))
