"""Texts whose format says what each of their lines is: the paragraphs, headings and notes of a Word file."""

from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from workbook.text.notes import Note
from workbook.text.page import Page


class Layout(NamedTuple):
    """What a format says of its lines; every index counts lines from 0."""

    headings: frozenset[int]
    furniture: frozenset[int]
    notes: tuple[Note, ...]
    marks: tuple[tuple[int, int, int], ...]  # the line, and where in it a note's number begins and ends
    numbers: tuple[tuple[int, int, int], ...] = ()  # the same of the number of a list that stands before it


class _Line(NamedTuple):
    """A line's parts, and where the numbers of notes and its own number stand in it."""

    parts: set[str]
    marks: list[tuple[int, int]]
    numbers: list[tuple[int, int]]

    @property
    def is_heading(self) -> bool:
        """A heading that was joined to a paragraph is none."""
        return "heading" in self.parts and "paragraph" not in self.parts


def tells_parts(runs: pl.DataFrame) -> bool:
    """Whether the format of a file says what its lines are, so that nothing need be read off the page."""
    return bool((runs["part"] != "line").any())


def read_layout(runs: pl.DataFrame) -> Layout:
    """What the lines are that the runs make, the hands applied."""
    lines = list(_read_lines(runs))
    return Layout(
        headings=frozenset(number for number, line in enumerate(lines) if line.is_heading),
        furniture=frozenset(number for number, line in enumerate(lines) if "furniture" in line.parts),
        notes=tuple(_group_notes(lines)),
        marks=tuple((number, *mark) for number, line in enumerate(lines) for mark in line.marks),
        numbers=tuple((number, *own) for number, line in enumerate(lines) for own in line.numbers),
    )


def lay_out(lines: list[str], layout: Layout) -> Page:
    """The page of a text with this layout."""
    marks: dict[int, list[tuple[int, int]]] = {}
    for line, start, end in layout.marks:
        marks.setdefault(line, []).append((start, end))
    return Page(
        lines,
        tops=frozenset(),
        furniture=frozenset(line for line in layout.furniture if lines[line].strip()),
        notes=layout.notes,
        marks=marks,
        wrapped=False,
        double_spaced=frozenset(),
        headings=layout.headings,
        flowing=True,
        numbers={line: (start, end) for line, start, end in layout.numbers},
    )


def _read_lines(runs: pl.DataFrame) -> Iterator[_Line]:
    line, width = _Line(set(), [], []), 0
    for text, part, ending in runs.select("text", "part", "break").iter_rows():
        if text.strip():
            line.parts.add(part)
        if part == "note mark":
            line.marks.append((width, width + len(text)))
        if part == "number" and text.strip():
            line.numbers.append((width, width + len(text)))
        width += len(text)
        if ending != "none":
            yield line
            line, width = _Line(set(), [], []), 0
    yield line


def _group_notes(lines: list[_Line]) -> Iterator[Note]:
    """A note begins with its number; the paragraphs of the same note behind it bear none."""
    own: list[int] = []
    number = 0
    for at, line in enumerate(lines):
        if "note number" in line.parts and own:
            yield Note(number, tuple(own))
            own = []
        if "note number" in line.parts:
            number += 1
        if line.parts & {"note number", "footnote"}:
            own.append(at)
    if own:
        yield Note(max(number, 1), tuple(own))
