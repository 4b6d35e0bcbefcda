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
    notes: list[Note] = []
    marks: dict[int, tuple[int, int]] = {}
    unread = 0  # lines before this one belong to a note already
    for number, line in enumerate(lines):
        if number < unread or number in furniture or not line.strip():
            continue
        called, written = len(marks) + 1, len(notes) + 1
        start = NOTE_START.match(line)
        ruled = any(RULE.match(before) for before in lines[max(0, number - 2) : number])
        if (
            start
            and int(start["number"]) == written < called
            and _opens_zone(lines, number, notes, ruled, start)
        ):
            unread = _zone_end(lines, number, tops, written)
            notes.append(Note(written, _with_text(lines, range(number, unread), furniture)))
        elif notes and _is_cut(lines, notes[-1]) and (end := _tail_end(lines, number, tops)):
            unread = end
            tail = _with_text(lines, range(number, unread), furniture)
            notes[-1] = Note(notes[-1].number, notes[-1].lines + tail)
        else:
            mark = next((m for m in NOTE_MARK.finditer(line) if int(m[0]) == called), None)
            if mark and _has_note(lines, number, called):
                marks[number] = mark.span()
    return notes, marks


def _has_note(lines: list[str], number: int, called: int) -> bool:
    """Whether a line further down can open the note: a number alone is no note mark."""
    return any(
        (start := NOTE_START.match(lines[later]))
        and int(start["number"]) == called
        and (RULE.match(lines[later - 1]) or (is_blank(lines, later - 1) and not start["dot"]))
        for later in range(number + 1, len(lines))
    )


def _opens_zone(lines: list[str], number: int, notes: list[Note], ruled: bool, start: re.Match[str]) -> bool:
    """Behind a rule, another note or a blank line; "1." behind a blank line could be a paragraph."""
    follows = bool(notes and notes[-1].lines[-1] == number - 1)
    return ruled or follows or (is_blank(lines, number - 1) and not start["dot"])


def _zone_end(lines: list[str], number: int, tops: frozenset[int], written: int) -> int:
    """The line behind the last one of a note: a page top, the next note, or the stop that ends it."""
    for line in range(number + 1, len(lines)):
        following = NOTE_START.match(lines[line])
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
