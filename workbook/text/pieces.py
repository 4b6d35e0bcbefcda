"""A block's characters -> pieces, each with one role: text, label, source, note mark, residue ..."""

import re
from typing import NamedTuple

from workbook.text.blocks import Block
from workbook.text.brackets import is_source
from workbook.text.labels import FORMER, REMARK
from workbook.text.page import Page

_BRACKET = re.compile(
    r"(?P<residue>\[bookmark:[^\[\]\n]*\])"
    r"|(?P<mark>\[footnoteRef:\d+\]|\[\^\d+\](?!:))"
    r"|(?P<note>\[(?P<number>\d{1,2}):\s[^\[\]]*\])"
    r"|(?P<bracket>\[[^\[\]]*\]|\([^()]*\))"
)
# What converters leave in plain text, by the groups above.
_LEFT = {"residue": "debris", "mark": "note mark", "note": "footnote"}
# Marks of a plain-text list or of bold type before a number: they say nothing.
_LIST_MARK = re.compile(r"[-*+]+")
_OPENING = re.compile(r"[\[(]")
# A hyphen at a line's end belongs to its word; before "and" or "or" it stands alone ("short- and long-term").
_LINE_END_HYPHEN = re.compile(r"-(?<=[^\W_]-)[ \t\r]*\n\s*(?=[^\W_])(?!(?:and|or|to)\b)")


class Piece(NamedTuple):
    """A stretch of a file with one role; offsets count code points from the file's start."""

    start: int
    end: int
    role: str


def cut_block(page: Page, block: Block, starts: list[int]) -> list[Piece]:
    """The pieces of one block, in order, without the line feeds between its lines."""
    raw, stretches = _raw_text(page, block, starts)
    cuts: list[tuple[int, int, str]] = []
    if block.start:
        before = _BRACKET.finditer(raw, 0, block.label_start)
        cuts += [(*found.span(), "debris") for found in before if found["residue"]]
        cuts += [(*mark.span(), "debris") for mark in _LIST_MARK.finditer(raw, 0, block.label_start)]
        cuts.append((block.label_start, block.start, "label"))
    elif block.kind == "heading" and not page.flowing and (marks := re.match(r"#{1,6}\s", raw)):
        cuts.append((*marks.span(), "debris"))
    elif block.kind == "footnote":
        number = re.match(r"\s*\d+[.)/]?", raw)
        cuts += [(0, number.end(), "note number")] if number else []
    cuts += _marks(page, block, raw)
    if block.kind != "debris":
        cuts += _brackets(raw, block, page.flowing)
    return _fill(raw, stretches, sorted(cuts))


def _raw_text(page: Page, block: Block, starts: list[int]) -> tuple[str, list[tuple[int, int]]]:
    """The block's lines joined, and for each stretch of lines in a row where it begins: here, in the file."""
    stretches: list[tuple[int, int]] = []
    length, last = 0, -1
    for line in block.lines:
        if line != last + 1 or not stretches:
            stretches.append((length, starts[line]))
        length += len(page.lines[line]) + 1
        last = line
    return "".join([page.lines[line] + "\n" for line in block.lines]), stretches


def _marks(page: Page, block: Block, raw: str) -> list[tuple[int, int, str]]:
    marks, offset = [], 0
    for line in block.lines:
        spans = page.marks.get(line, ())
        marks += [(offset + start, offset + end, "note mark") for start, end in spans]
        offset += len(page.lines[line]) + 1
    return marks


def _brackets(raw: str, block: Block, flowing: bool) -> list[tuple[int, int, str]]:
    """The brackets that are no text. What converters leave in plain text are words where a format flows."""
    found_at: list[tuple[int, int, str]] = []
    for opening in _OPENING.finditer(raw, block.start):
        found = _BRACKET.match(raw, opening.start())
        if not found or (found_at and opening.start() < found_at[-1][1]):
            continue
        start, end = found.span()
        if not flowing and found.lastgroup in _LEFT:
            found_at.append((start, end, _LEFT[found.lastgroup]))
        elif block.kind not in ("paragraph", "item", "letter"):
            continue
        elif REMARK.fullmatch(found[0]) or FORMER.fullmatch(found[0]):
            found_at.append((start, end, "remark"))
        elif is_source(found[0]):
            between = raw[found_at[-1][1] : start] if found_at and found_at[-1][2] == "citation" else "-"
            # What merely parts two sources goes with them.
            if not between.strip(" ,;\n\t"):
                start = found_at.pop()[0]
            found_at.append((start, end, "citation"))
    return found_at


def _fill(raw: str, stretches: list[tuple[int, int]], cuts: list[tuple[int, int, str]]) -> list[Piece]:
    """The cuts with the text between them, as places in the file; split where the file has lines between."""
    spans: list[tuple[int, int, str]] = []
    done = 0
    for start, end, role in [*cuts, (len(raw), len(raw), "text")]:
        if start < done:  # inside a cut that was made already
            continue
        if raw[done:start].strip():
            spans.append((done, start, "text"))
        if raw[start:end].strip():
            spans.append((start, end, role))
        done = end
    ends = [*(begin for begin, _ in stretches[1:]), len(raw)]
    return [
        Piece(max(start, begin) - begin + there, min(end, stop) - begin + there, role)
        for start, end, role in spans
        for (begin, there), stop in zip(stretches, ends, strict=True)
        if begin < end and start < stop
    ]


def join_pieces(text: str, pieces: list[Piece], role: str) -> str:
    """The running text: one space between words, line-end hyphens joined, no gap before punctuation
    where a source, or a note at the foot of a page, was taken out."""
    parts: list[str] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if piece.role != role:
            continue
        part = text[piece.start : piece.end]
        cut_out = before is not None and (
            before.role in ("citation", "remark", "debris") or text[before.end : piece.start].strip() != ""
        )
        if cut_out and parts and part.lstrip()[:1] in tuple(",.;:"):
            parts[-1] = parts[-1].rstrip()
            part = part.lstrip()
        if parts and before is not None and before.role == "label":
            part = part.lstrip()  # "[12. We" is "[We"
        parts.append(part)
    return " ".join(_LINE_END_HYPHEN.sub("-", "".join(parts)).split())
