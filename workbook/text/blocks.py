"""Lines -> blocks: the paragraphs, headings, notes and letter of one file, as groups of its lines."""

import re
from itertools import islice, zip_longest
from typing import NamedTuple

from workbook.text.labels import ITEM, Label, item_follows, read_label
from workbook.text.layout import ends_sentence, hide_residue
from workbook.text.numbering import Numbering, read_numbering
from workbook.text.page import Page
from workbook.text.sequence import is_division

# More words than this are no heading; twelve are few enough for one that no label follows.
LONGEST_HEADING = 45
SHORT_HEADING = 12
# More characters than this hold more words than a heading, even with a footnote set into its line.
LONGEST_LINE = 1500
MOST_LINES = 8
# Blocks behind which a list does not go on: no text has so many unlabelled ones between two of its items.
_REACH = 200
_TRAILING_NOTES = re.compile(r"(?:\s*(?:\[[^\]]*\]|\([^)]*\)|(?<!\d)\d{1,2}(?!\d)))+\s*$")
# A heading ends in none of these words: where a line does, its sentence goes on.
_GOES_ON = re.compile(r"\b(?:the|an?|of|and|or|to|in|on|for|by|with|as|at|from|that|which)\s*$", re.I)
_JOINS = re.compile(r"\b(?:and|or)\s*$")
_STOP = re.compile(r"[.!?:;,][”\"’\])]*\s*$")
# Headings known by their words or their numeral, even where they stand first and could be titles.
_SECTION_WORD = re.compile(
    r"\s*(?:introduction|preamble|chapeau|background|(?:[IVX]{1,5}|[A-H])[.)]\s)|"
    r"\s*(?:article|chapter|part|section|annex|objective|action|commitment)\s+(?:\d|[IVXLC]+\b)",
    re.I,
)


class Block(NamedTuple):
    """A group of lines that belong together.

    In the first of them the printed label stands from `label_start` to `start`, then the text begins.
    """

    kind: str
    lines: tuple[int, ...]
    label: str = ""
    printed: str = ""
    former: str = ""
    remark: str = ""
    label_start: int = 0
    start: int = 0


def read_blocks(page: Page) -> list[Block]:
    """The blocks of a file in the order of their first lines; every line with text is in exactly one."""
    numbering = read_numbering(page)
    units = _group_lines(page, numbering)
    blocks = [
        Block("footnote", note.lines, label=str(note.number), printed=str(note.number)) for note in page.notes
    ]
    blocks += [Block("debris", (line,)) for line in sorted(page.furniture)]
    body: list[Block] = []
    for unit, following in zip_longest(units, units[1:]):
        block = _name_unit(page, numbering, unit, following, body)
        if block is None:
            body[-1] = body[-1]._replace(lines=body[-1].lines + tuple(unit))
        else:
            body.append(block)
    return sorted(blocks + body, key=lambda block: block.lines[0])


def _group_lines(page: Page, numbering: Numbering) -> list[list[int]]:
    """Runs of lines, each of which could be a paragraph or a heading of its own."""
    apart = page.furniture | {line for note in page.notes for line in note.lines}
    units: list[list[int]] = []
    for line, text in enumerate(page.lines):
        if not text.strip() or line in apart:
            continue
        if not units or _opens_unit(page, numbering, line, units[-1]):
            units.append([line])
        else:
            units[-1].append(line)
    return units


def _opens_unit(page: Page, numbering: Numbering, line: int, unit: list[int]) -> bool:
    """Whether a line could begin a paragraph, item or heading of its own, and not go on with the unit."""
    if page.flowing:
        return True
    text, previous = hide_residue(page.lines[line]), page.lines[unit[-1]]
    if numbering.labels(line) or is_division(page, line, previous) or is_division(page, unit[-1], ""):
        return True
    if _is_marked_heading(previous) or _is_marked_heading(text):
        return True
    labelled = numbering.labels(unit[0]) or ITEM.match(page.lines[unit[0]])
    ended = ends_sentence(previous) or previous.rstrip().endswith(",")
    parted = page.is_blank(line - 1) or line in page.tops
    if ITEM.match(text) and (ended or parted or not page.wrapped or _JOINS.search(previous)):
        return True
    if not (ended or parted) and (numbering.labels(unit[-1]) or ITEM.match(previous)):
        return False
    heading = not labelled and _looks_like_heading(page, unit)
    if not (ended or (parted and not page.wrapped) or heading):
        return False
    return not text.lstrip(' “"‘[(')[:1].islower() and (parted or not page.wrapped)


def _name_unit(
    page: Page, numbering: Numbering, unit: list[int], following: list[int] | None, blocks: list[Block]
) -> Block | None:
    """The block that a unit is; None where it goes on with the block before."""
    first, lines = unit[0], tuple(unit)
    if first in page.numbers:
        return _name_numbered(page, lines, blocks)
    if label := numbering.body.get(first):
        numbers = _heads_numbers(page, label, unit, following and numbering.body.get(following[0]))
        return _labelled("heading" if numbers or first in page.headings else "paragraph", lines, label)
    if numbering.has_letter and first < numbering.first:
        return _name_in_letter(page, numbering, unit, following)
    last = blocks[-1] if blocks else None
    if mark := _item_mark(page, first, blocks):
        return Block("item", lines, mark.label, mark.printed, label_start=mark.start, start=mark.end)
    if _is_heading(page, numbering, unit, following):
        before = ("paragraph", "heading", "title") if page.flowing else ("paragraph", "heading")
        opening = first < numbering.first and not any(block.kind in before for block in blocks)
        named = _SECTION_WORD.match(page.lines[first]) or _is_marked_heading(page.lines[first])
        return Block("title" if opening and not named else "heading", lines)
    if last and last.kind in ("paragraph", "item") and _goes_on(page, last, first):
        return None
    return Block("paragraph", lines)


def _name_numbered(page: Page, lines: tuple[int, ...], blocks: list[Block]) -> Block:
    """A paragraph, heading or item whose number the file's format counts."""
    first = lines[0]
    kind = "heading" if first in page.headings else "paragraph"
    start, end = page.numbers[first]
    if kind == "paragraph" and (mark := _item_mark(page, first, blocks)):
        return Block("item", lines, mark.label, mark.printed, label_start=mark.start, start=mark.end)
    label = read_label(page.lines[first])
    if label and label.end >= end - 1:  # with what stands behind it: [former 9]
        return _labelled(kind, lines, label)
    printed = page.lines[first][start:end].strip()
    return Block(kind, lines, printed.rstrip(".:"), printed, label_start=start, start=end)


def _labelled(kind: str, lines: tuple[int, ...], label: Label) -> Block:
    return Block(
        kind, lines, label.canonical, label.printed, label.former, label.remark, label.start, label.end
    )


def _heads_numbers(page: Page, label: Label, unit: list[int], following: Label | None) -> bool:
    """Whether a numbered line is a heading: "2. Commitments" with 2.1 behind it."""
    if not following or len(following.key[1]) <= len(label.key[1]):
        return False
    return following.key[1][: len(label.key[1])] == label.key[1] and _looks_like_heading(page, unit)


def _goes_on(page: Page, last: Block, first: int) -> bool:
    """Whether an unlabelled unit belongs to the paragraph before it."""
    if page.flowing:
        return False
    if page.wrapped:
        return bool(last.label)
    previous = page.lines[last.lines[-1]]
    return bool(last.label) and bool(
        re.search(r"[:;]\s*$", previous) or page.lines[first].lstrip()[:1] in "-–•*"
    )


def _name_in_letter(
    page: Page, numbering: Numbering, unit: list[int], following: list[int] | None
) -> Block | None:
    first, lines = unit[0], tuple(unit)
    if label := numbering.quoted.get(first):
        return _labelled("letter", lines, label)
    if ask := numbering.asks.get(first):
        # The letter's own numbers name no paragraph of the draft: they are printed, but no label.
        return _labelled("letter", lines, ask)._replace(label="")
    heads_body = bool(following) and following[0] == numbering.first
    kind = "title" if heads_body and _looks_like_heading(page, unit) else "letter"
    return Block(kind, lines)


def _is_heading(page: Page, numbering: Numbering, unit: list[int], following: list[int] | None) -> bool:
    if _is_marked_heading(page.lines[unit[0]]) or is_division(page, unit[0], ""):
        return True
    if page.headings:  # the format tells them: nothing need be guessed
        return unit[0] in page.headings
    if not _looks_like_heading(page, unit) or following is None:
        return False
    if following[0] in numbering.body or is_division(page, following[0], ""):
        return True
    words = sum(len(page.lines[line].split()) for line in unit)
    opens = page.lines[following[0]].lstrip()[:1]
    return words <= SHORT_HEADING and (opens.isupper() or opens in '([“"')


def _is_marked_heading(line: str) -> bool:
    """Whether a line says that it is a heading, as Markdown does: "## Lamps"."""
    return line.startswith("#") and bool(re.match(r"#{1,6}\s", line))


def _looks_like_heading(page: Page, unit: list[int]) -> bool:
    """Few words, a capital or number first, and no stop at the end (notes and brackets aside)."""
    if len(unit) > MOST_LINES or sum(len(page.lines[line]) for line in unit) > LONGEST_LINE:
        return False
    text = " ".join(hide_residue(page.lines[line]).strip() for line in unit).strip()
    if text[-1:] in ("]", ")") or text[-1:].isdigit():
        text = _TRAILING_NOTES.sub("", text)
    starts = text.lstrip(' “"‘[(')[:1]
    return (
        (starts.isupper() or starts.isdigit())
        and len(text.split()) <= LONGEST_HEADING
        and not _STOP.search(text)
        and not _GOES_ON.search(text)
    )


class _Mark(NamedTuple):
    label: str
    printed: str
    start: int
    end: int


def _item_mark(page: Page, line: int, blocks: list[Block]) -> _Mark | None:
    """The label of a lettered item, "12(a)" or "12(a)(i)", where the line continues or opens a list."""
    if not (found := ITEM.match(page.lines[line])):
        return None
    # An unlabelled line between two items does not end their list; a heading does.
    near = islice(reversed(blocks), _REACH)
    last = next((block for block in near if block.label or block.kind == "heading"), None)
    if not last or last.kind not in ("paragraph", "item"):
        return None
    mark, suffix = found["mark"], (found["suffix"] or "").strip()
    parent, *marks = re.split(r"[()]+", last.label.rstrip(")"))
    above = list(marks)
    while marks and not (item_follows(mark, marks[-1]) or (suffix and mark == marks[-1])):
        marks.pop()
    if marks:
        marks[-1] = mark + suffix
    elif item_follows(mark, None):
        marks = [*above, mark]
    else:
        return None
    label = parent + "".join(f"({m})" for m in marks)
    start = len(found[0]) - len(found[0].lstrip())
    return _Mark(label, found[0].strip(), start, found.end())
