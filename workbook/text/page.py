"""The printed page: which lines are running text, and which are notes at its foot or furniture."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from workbook.text.layout import find_double_spaced, find_furniture, find_tops, is_blank, is_wrapped
from workbook.text.notes import Note, find_mark, find_notes


class Page(NamedTuple):
    """What the lines of a file are; every index counts lines from 0."""

    lines: list[str]
    tops: frozenset[int]
    furniture: frozenset[int]
    notes: tuple[Note, ...]
    marks: dict[int, list[tuple[int, int]]]  # line -> where the numbers of notes are glued to its text
    wrapped: bool  # lines are cut to the width of a page, a paragraph runs over many
    double_spaced: frozenset[int]  # lines round which sentences run over blank lines
    headings: frozenset[int] = frozenset()  # lines that the file's format calls headings
    flowing: bool = False  # each line is a paragraph of the file's own format
    # line -> where the number stands that the format itself counts: a label, whatever it looks like
    numbers: Mapping[int, tuple[int, int]] = MappingProxyType({})

    def is_blank(self, line: int) -> bool:
        """Whether nothing but white space stands on the line (or it does not exist)."""
        return is_blank(self.lines, line)


def read_page(lines: list[str]) -> Page:
    """What each line is: page tops, furniture, footnotes with their marks, and whether lines are wrapped."""
    tops = find_tops(lines)
    furniture = find_furniture(lines, tops)
    notes, marks = find_notes(lines, tops, furniture)
    called = {line: [mark] for line, mark in marks.items()}
    return Page(lines, tops, furniture, tuple(notes), called, is_wrapped(lines), find_double_spaced(lines))


def carry_page(printed: Page, lines: list[str], origins: tuple[tuple[int, int], ...]) -> Page:
    """The page of a reading: pages, notes and furniture stand where they stand in the printed text.

    `origins` gives for each line of the reading the printed lines that it begins and ends on, counted from
    1. Hands change the words of a text; they move no page break and no note.
    """
    begins: dict[int, int] = {}
    for line, (first, _last) in enumerate(origins):
        begins.setdefault(first - 1, line)

    def carry(numbers: frozenset[int]) -> frozenset[int]:
        return frozenset(begins[number] for number in numbers if number in begins)

    notes, marks = [], {}
    for note, called in zip(printed.notes, [*printed.marks, *[-1] * len(printed.notes)], strict=False):
        if kept := tuple(begins[line] for line in note.lines if line in begins):
            notes.append(Note(note.number, kept))
        if called in begins and (mark := find_mark(lines[begins[called]], note.number)):
            marks[begins[called]] = [mark]
    return Page(
        lines,
        carry(printed.tops),
        carry(printed.furniture),
        tuple(notes),
        marks,
        printed.wrapped,
        carry(printed.double_spaced),
    )
