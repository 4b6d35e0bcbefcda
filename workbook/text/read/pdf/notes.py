"""Notes at the foot of pages, their numbers, and the marks that call them from the text."""

import re
from typing import NamedTuple

from workbook.text.read.pdf.columns import Column
from workbook.text.read.pdf.joining import Paragraph
from workbook.text.read.pdf.lines import SMALL
from workbook.text.read.pdf.page import Line, Rule

# Notes are set in type no larger than this beside that of the text.
_NOTE_SIZE = 0.94
# The rule above notes: shorter than this share of the column, and longer than a word.
_RULE_SHARE = 0.75
_RULE_LENGTH = 30.0
# A note's number stands at least so high above the line, in sizes of the type.
_LIFT = 0.12
_NUMBER = re.compile(r"\s*[\[(]?(?P<number>\d{1,3}|[*†‡§¶]{1,4}|[a-z](?=[ \t)]))[\])/]?\.?\s*")
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§¶]{1,4})(?:\s*,\s*\d{1,3})*[\])/]?")


class NoteStart(NamedTuple):
    """Where in a note's first line its number begins and ends."""

    number: str
    start: int
    end: int


def split_notes(columns: list[Column], cuts: list[Rule], usual: float, going_on: bool) -> list[Line]:
    """Calls the lines of notes at the foot of the page "footnote"; gives them in their order.

    `going_on`: the last page ended in a note, so that this page's may begin without a number.
    """
    notes: list[Line] = []
    for column in columns:
        low = [line for line in column.lines if _stands_low(line, columns, usual)]
        start = _find_start(column, low, cuts, usual, going_on)
        for line in column.lines[start:]:
            line.part = "footnote"
            notes.append(line)
    return notes


def _stands_low(line: Line, columns: list[Column], usual: float) -> bool:
    """Whether nothing set as the text stands below the line, beside or under it."""
    return not any(
        other.baseline > line.baseline
        and other.size > _NOTE_SIZE * usual
        and other.x0 < line.x1
        and other.x1 > line.x0
        for column in columns
        for other in column.lines
    )


def _find_start(column: Column, low: list[Line], cuts: list[Rule], usual: float, going_on: bool) -> int:
    """The place of the first line of the notes in the column; its end where there are none."""
    lines = column.lines
    end = len(lines)
    rule = _find_rule(column, cuts)
    first = end
    while first > 0 and lines[first - 1].size <= _NOTE_SIZE * usual and lines[first - 1] in low:
        first -= 1
    if rule is not None:
        below = next((at for at, line in enumerate(lines) if line.baseline > rule), end)
        # Below the rule all are notes, though they be set as large as the text.
        if below < end and (read_number(lines[below]) or (going_on and below >= first)):
            return below
    while first < end and not read_number(lines[first]) and not (going_on and rule is None and first == 0):
        first += 1
    return first


def _find_rule(column: Column, cuts: list[Rule]) -> float | None:
    """The height of the short rule above the notes; the lowest one where there are several."""
    width = column.right - column.left
    heights = [
        cut.y
        for cut in cuts
        if abs(cut.x0 - column.left) < 12
        and _RULE_LENGTH <= cut.x1 - cut.x0 <= _RULE_SHARE * width
        and not any(_touches(cut, line) for line in column.lines)
        and any(line.baseline > cut.y for line in column.lines)
    ]
    return max(heights, default=None)


def _touches(cut: Rule, line: Line) -> bool:
    """Whether the rule runs along the line's own words: it stands no clear space above notes then."""
    return (
        -0.7 * line.size < cut.y - line.baseline < 0.35 * line.size and cut.x0 < line.x1 and cut.x1 > line.x0
    )


def read_number(line: Line) -> NoteStart | None:
    """The number that a note begins with: raised, or followed by the note's own words."""
    found = _NUMBER.match(line.text)
    if not found or found.end() == len(line.text):
        return None
    raised = any(
        part.start <= found.start("number") < part.end and part.raised > _LIFT * line.size
        for part in line.parts
    )
    if not raised and line.text[found.end()].islower():
        return None
    return NoteStart(found["number"], found.start("number"), found.end())


def find_note_marks(line: Line, numbers: set[str]) -> list[tuple[int, int]]:
    """Where the numbers of notes stand in a line of text: raised, small, and known or behind a word."""
    found = []
    for part in line.parts:
        text = line.text[part.start : part.end].rstrip()
        small = part.style.size <= SMALL * line.size
        if part.raised < (_LIFT if small else 2 * _LIFT) * line.size or not _MARK.fullmatch(text.strip()):
            continue
        if set(re.findall(r"\d+|[*†‡§¶]+", text)) & numbers:
            found.append((part.start, part.start + len(text)))
    return found


def group_notes(lines: list[Line]) -> list[Paragraph]:
    """The notes of a text, each from its number on; what stands before the first number is one as well."""
    notes: list[Paragraph] = []
    for line in lines:
        start = read_number(line)
        if start and _follows(start.number, notes, line):
            notes.append(Paragraph([line], "footnote", start.number))
        elif notes:
            notes[-1].lines.append(line)
        else:
            notes.append(Paragraph([line], "footnote"))
    return notes


def _follows(number: str, notes: list[Paragraph], line: Line) -> bool:
    """Whether this can be the next note: numbers go up by one, or begin anew on a page."""
    last = next((note for note in reversed(notes) if note.number.isdigit()), None)
    if not number.isdigit() or last is None:
        return True
    return (
        int(number) == int(last.number) + 1
        or (last.lines[0].page < line.page and int(number) == 1)
        or (last.lines[-1].page < line.page and int(number) > int(last.number))
    )
