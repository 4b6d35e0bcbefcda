"""The printed page: which lines are running text, and which are notes at its foot or furniture.

A text taken out of a PDF keeps its page breaks, footnotes and running heads in the middle of
sentences. They are told apart here by what holds for any such file: a note begins behind a blank
line with the number that the text called for last; a running head comes back page after page.
"""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

# A note's number glued to the word before it ("Network,5 we"). Only the number that comes next counts,
# so look-alikes ("OP2", "pp4]") do no harm.
NOTE_MARK = re.compile(
    r"(?<=[^\W\d_A-Z])[1-9]\d?(?=[\s,.;:)]|$)|(?<=[^\W\d_A-Z][)\].,;:”\"’])[1-9]\d?(?=[\s,.;:)]|$)"
    r"|(?<=\d\))[1-9]\d?(?=\s|$)"
)
NOTE_START = re.compile(r"\s{0,8}(?P<number>\d{1,2})(?P<dot>[.)/])?\s+(?=[^\W\d_]|[“\"‘(])")
# A printed line above the notes, and between parts of a page.
RULE = re.compile(r"\s*[_=–—*-]{4,}\s*$")
# What stands at the edges of pages: a document's symbol, a job number, "2/3".
PAGE_EDGE = re.compile(
    r"\s*(?:[A-Z]{1,4}(?:/[\w.()-]+)+|(?:[\d-]{5,}(?:\s*\([A-Z]\))?)?\s*\d{1,3}/\d{1,3}(?:\s+[\d-]{5,})?|\*\d{5,}\*"
    r"|[\d-]{5,}(?:\s*\([A-Z]\))?)\s*$"
)
SENTENCE_END = re.compile(r"[.!?:;][”\"’)\]]*\s*$|[\])]\s*$")
# A heading under which numbering may start over.
DIVISION = re.compile(
    r"\s*(?:#{1,6}\s*)?\**[\[(]*\s*(?:article|chapter|part|section|annex|appendix|title"
    r"|objective|action|commitment|goal|theme|option|alternative)\s+(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])(?:[ -]?(?:bis|ter|quater|alt))?\b\.?",
    re.I,
)
PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?[-–—]?\s*\d{1,3}\s*(?:(?:/|of)\s*\d{1,3})?\s*[-–—]?\s*$", re.I)
# What Word's converters leave behind: bookmarks stand for nothing, footnote bodies are set beside their line.
RESIDUE = re.compile(r"\[bookmark:[^\]\n]*\]")
# A page holds at least this many printed lines; what comes sooner is an indent, not a page top.
SHORTEST_PAGE = 15
# No page prints longer lines; a file with more such lines has one paragraph on each.
PAGE_WIDTH = 150
# The share of lines that go on in lower case from which on lines are cut, not whole paragraphs.
GOING_ON = 0.05
# A running head comes back at least this often.
FEWEST_PAGES = 3


class Note(NamedTuple):
    """A footnote: its number and the lines it stands on, in order (a long one goes on over the page)."""

    number: int
    lines: tuple[int, ...]


class Page(NamedTuple):
    """What the lines of a file are; every index counts lines from 0."""

    lines: list[str]
    tops: frozenset[int]
    furniture: frozenset[int]
    notes: tuple[Note, ...]
    marks: dict[int, tuple[int, int]]  # line -> where a note's number is glued to its text
    wrapped: bool  # lines are cut to the width of a page, a paragraph runs over many

    def is_blank(self, line: int) -> bool:
        """Whether nothing but white space stands on the line (or it does not exist)."""
        return not (0 <= line < len(self.lines)) or not self.lines[line].strip()


def hide_residue(line: str) -> str:
    """The line with converter residue blanked out, every other character at its place."""
    return RESIDUE.sub(lambda found: " " * len(found[0]), line) if "[bookmark:" in line else line


def read_page(lines: list[str]) -> Page:
    """What each line is: page tops, furniture, footnotes with their marks, and whether lines are wrapped."""
    furniture = find_furniture(lines)
    tops = find_tops(lines)
    notes, marks = find_notes(lines, tops, furniture)
    return Page(lines, tops, furniture, tuple(notes), marks, is_wrapped(lines))


def is_wrapped(lines: list[str]) -> bool:
    """Whether sentences run over line ends: lines no longer than a page is wide, going on in lower case."""
    text = [line for line in lines if line.strip()]
    going_on = sum(
        not SENTENCE_END.search(line) and following.lstrip()[:1].islower()
        for line, following in pairwise(text)
    )
    wide = sum(len(line) > PAGE_WIDTH for line in text)
    return going_on > len(text) * GOING_ON and wide < len(text) / 10


def find_tops(lines: list[str]) -> frozenset[int]:
    """The first lines of pages: behind a form feed, or a lone leading blank that few lines have."""
    fed = {number for number, line in enumerate(lines) if "\f" in line}
    # A feed alone on its line, or at its end, opens the page on the next line that has text.
    fed = {
        _next_text(lines, number) if not lines[number].split("\f")[-1].strip() else number for number in fed
    }
    text = [number for number, line in enumerate(lines) if line.strip()]
    leading = [number for number in text if re.match(r" \S", lines[number])]
    indented = sum(lines[number][0] in " \t" for number in text)
    far_apart = [
        number
        for number, before in zip(leading, [-SHORTEST_PAGE, *leading], strict=False)
        if number - before >= SHORTEST_PAGE
    ]
    if indented > len(text) / 10 or len(far_apart) < len(leading):
        far_apart = []
    return frozenset(fed) | frozenset(far_apart)


def find_furniture(lines: list[str]) -> frozenset[int]:
    """Running heads, page numbers and printed rules: lines that belong to the page, not to the text."""
    rules = {number for number, line in enumerate(lines) if RULE.match(line)}
    shapes = {
        number: re.sub(r"\d+", "#", " ".join(line.split()))
        for number, line in enumerate(lines)
        if line.strip() and len(line) < 100
    }
    often = {shape for shape, times in Counter(shapes.values()).items() if times >= FEWEST_PAGES}
    heads = {
        number
        for number, shape in shapes.items()
        if shape in often
        and (PAGE_NUMBER.match(lines[number]) or not SENTENCE_END.search(lines[number]))
        and not DIVISION.match(lines[number])
        and _is_detached(lines, number)
    }
    return frozenset(rules | heads | _page_edges(lines))


def _page_edges(lines: list[str]) -> set[int]:
    """Symbols and page numbers next to a form feed: the first and the last two lines of a page."""
    text = [number for number, line in enumerate(lines) if line.strip()]
    opens = {number for number in find_tops(lines) if "\f" in "".join(lines[max(0, number - 2) : number + 1])}
    edges: set[int] = set()
    for at, number in enumerate(text):
        if number in opens:
            edges.update(text[max(0, at - 2) : at + 2])
    edges.update(text[-1:] if opens else ())
    return {number for number in edges if PAGE_EDGE.match(lines[number].replace("\f", " "))}


def _is_detached(lines: list[str], number: int) -> bool:
    """Whether a blank line, a form feed or the edge of the file stands on either side."""
    before = lines[number - 1] if number else ""
    behind = lines[number + 1] if number + 1 < len(lines) else ""
    fed = "\f" in lines[number] or "\f" in before or "\f" in behind
    return fed or (not before.strip() or not behind.strip())


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
        and (RULE.match(lines[later - 1]) or (_blank(lines, later - 1) and not start["dot"]))
        for later in range(number + 1, len(lines))
    )


def _opens_zone(lines: list[str], number: int, notes: list[Note], ruled: bool, start: re.Match[str]) -> bool:
    """Behind a rule, a blank line or another note; "1." with a dot could be a paragraph, so not behind a blank."""
    follows = bool(notes and notes[-1].lines[-1] == number - 1)
    return ruled or follows or (_blank(lines, number - 1) and not start["dot"])


def _zone_end(lines: list[str], number: int, tops: frozenset[int], written: int) -> int:
    """The line behind the last one of a note: a page top, the next note, or the stop that ends it."""
    for line in range(number + 1, len(lines)):
        following = NOTE_START.match(lines[line])
        if line in tops or (following and int(following["number"]) == written + 1):
            return line
        if _blank(lines, line) and re.search(r"[.!?]\s*$", lines[line - 1]):
            return line
    return len(lines)


def _is_cut(lines: list[str], note: Note) -> bool:
    return not re.search(r"[.!?]\s*$", lines[note.lines[-1]])


def _tail_end(lines: list[str], number: int, tops: frozenset[int]) -> int:
    """Where the rest of a note ends that begins here, behind two blank lines, and fills the page; else 0."""
    if not (_blank(lines, number - 1) and _blank(lines, number - 2)) or re.match(
        r"\s*\d+[.a-z]", lines[number]
    ):
        return 0
    end = number
    while end < len(lines) and end not in tops and not (_blank(lines, end) and _blank(lines, end + 1)):
        end += 1
    return end if end in tops else 0


def _with_text(lines: list[str], numbers: range, furniture: frozenset[int]) -> tuple[int, ...]:
    return tuple(number for number in numbers if lines[number].strip() and number not in furniture)


def _blank(lines: list[str], number: int) -> bool:
    return not (0 <= number < len(lines)) or not lines[number].strip()


def _next_text(lines: list[str], number: int) -> int:
    return next((later for later in range(number + 1, len(lines)) if lines[later].strip()), number)
