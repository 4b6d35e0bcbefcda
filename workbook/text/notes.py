"""Footnotes in the middle of a text: where each one stands, and where the text calls for it.

A note begins behind a blank line or a printed rule with the number that the text called for last,
and goes on to the end of the page; one that has no final stop there goes on at the foot of the next.
"""

import re
from typing import NamedTuple

from workbook.text.layout import RULE, is_blank

# A note's number glued to the word before it ("Network,5 we"). Only the number that comes next counts,
# so look-alikes ("OP2", "pp4]") do no harm.
NOTE_MARK = re.compile(
    r"(?<=[^\W\d_A-Z])[1-9]\d?(?=[\s,.;:)]|$)|(?<=[^\W\d_A-Z][)\].,;:”\"’])[1-9]\d?(?=[\s,.;:)]|$)"
    r"|(?<=\d\))[1-9]\d?(?=\s|$)"
)
NOTE_START = re.compile(r"\s{0,8}(?P<number>\d{1,2})(?P<dot>[.)/])?\s+(?=[^\W\d_]|[“\"‘(])")


class Note(NamedTuple):
    """A footnote: its number and the lines it stands on, in order (a long one goes on over the page)."""

    number: int
    lines: tuple[int, ...]


def find_notes(
    lines: list[str], tops: frozenset[int], furniture: frozenset[int]
) -> tuple[list[Note], dict[int, tuple[int, int]]]:
    """The footnotes in order, and where each one's number stands in the text."""
    starts = {line: start for line, text in enumerate(lines) if (start := _read_start(text))}
    last_opening = _find_openings(lines, starts)
    notes: list[Note] = []
    marks: dict[int, tuple[int, int]] = {}
    unread = 0  # lines before this one belong to a note already
    for line, text in enumerate(lines):
        if line < unread or line in furniture or not text.strip():
            continue
        called, written = len(marks) + 1, len(notes) + 1
        if written < called and _opens_note(lines, line, starts.get(line), notes):
            unread = _zone_end(lines, line, tops, starts, written)
            notes.append(Note(written, _with_text(lines, range(line, unread), furniture)))
        elif notes and _is_cut(lines, notes[-1]) and (end := _tail_end(lines, line, tops)):
            unread = end
            tail = _with_text(lines, range(line, unread), furniture)
            notes[-1] = Note(notes[-1].number, notes[-1].lines + tail)
        elif last_opening.get(called, 0) > line and (mark := find_mark(text, called)):
            marks[line] = mark
    return notes, marks


def _find_openings(lines: list[str], starts: dict[int, re.Match[str]]) -> dict[int, int]:
    """For each number the last line on which its note could begin: free, or close below one that does."""
    openings: dict[int, int] = {}
    free_at = -1  # the last line of a stretch that a note opens
    for line, start in starts.items():
        below = 0 <= free_at < line and not any(is_blank(lines, between) for between in range(free_at, line))
        if below or _stands_free(lines, line, start):
            openings[int(start["number"])] = free_at = line
    return openings


def _read_start(text: str) -> re.Match[str] | None:
    return NOTE_START.match(text) if text.lstrip()[:1].isdigit() else None


def _stands_free(lines: list[str], line: int, start: re.Match[str]) -> bool:
    """Behind a printed rule, or a blank line; but "1." behind a blank line could be a paragraph."""
    if is_blank(lines, line - 1) and not start["dot"]:
        return True
    return any(RULE.match(before) for before in lines[max(0, line - 2) : line])


def _opens_note(lines: list[str], line: int, start: re.Match[str] | None, notes: list[Note]) -> bool:
    """Whether the next note begins here: it stands free, or close behind the note before it."""
    if not start or int(start["number"]) != len(notes) + 1:
        return False
    return bool(notes and notes[-1].lines[-1] == line - 1) or _stands_free(lines, line, start)


def find_mark(text: str, called: int) -> tuple[int, int] | None:
    """Where a text calls for the note of this number; None where it does not."""
    if str(called) not in text:
        return None
    return next((mark.span() for mark in NOTE_MARK.finditer(text) if int(mark[0]) == called), None)


def _zone_end(
    lines: list[str], number: int, tops: frozenset[int], starts: dict[int, re.Match[str]], written: int
) -> int:
    """The line behind the last one of a note: a page top, the next note, or the stop that ends it."""
    for line in range(number + 1, len(lines)):
        following = starts.get(line)
        if line in tops or (following and int(following["number"]) == written + 1):
            return line
        if is_blank(lines, line) and re.search(r"[.!?]\s*$", lines[line - 1]):
            return line
    return len(lines)


def _is_cut(lines: list[str], note: Note) -> bool:
    return not re.search(r"[.!?]\s*$", lines[note.lines[-1]])


def _tail_end(lines: list[str], number: int, tops: frozenset[int]) -> int:
    """Where the rest of a note ends that begins here, behind two blank lines, and fills the page; else 0."""
    if not (is_blank(lines, number - 1) and is_blank(lines, number - 2)) or re.match(
        r"\s*\d+[.a-z]", lines[number]
    ):
        return 0
    end = number
    while end < len(lines) and end not in tops and not (is_blank(lines, end) and is_blank(lines, end + 1)):
        end += 1
    return end if end in tops else 0


def _with_text(lines: list[str], numbers: range, furniture: frozenset[int]) -> tuple[int, ...]:
    return tuple(number for number in numbers if lines[number].strip() and number not in furniture)
