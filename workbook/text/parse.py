"""One file's lines -> its paragraphs in pieces: every character of them is text, label, source, mark ...

PARAGRAPHS, CITATIONS and ACCOUNT are three views of what is read here once.
"""

import re
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import polars as pl

from workbook.schemas import WorkbookError
from workbook.text.blocks import Block, read_blocks
from workbook.text.flow import Layout, lay_out, read_layout, tells_parts
from workbook.text.labels import former_label
from workbook.text.page import Page, carry_page, read_page
from workbook.text.pieces import Piece, cut_block, join_pieces
from workbook.text.runs import apply_hands

_BRACKETS = re.compile(r"\[[^\[\]]*\]|\((?:[^()]|\([^()]*\))*\)")
_OPTION = r"[\[(*]*(?:Option|OPTION|Alternative)\b"
# Characters of the headings above one that it still joins: a part, a chapter and an article have fewer.
_LONGEST_SECTION = 500
# Texts that were parsed last: paragraphs, sources and the account of one file ask for the same parse.
_KEPT = 16


class Paragraph(NamedTuple):
    """A row of PARAGRAPHS to be, with the pieces of the file that it was read from."""

    kind: str
    label: str
    printed: str
    former: str
    remark: str
    section: str
    text: str
    first_line: int
    last_line: int
    citations: tuple[str, ...]
    pieces: tuple[Piece, ...]


class Parsed(NamedTuple):
    """One draft as read: its file, the text of that file with the hands applied, and its paragraphs."""

    draft: str
    file: str
    text: str
    # For each line of the text: the printed lines that it begins and ends on, counted from 1.
    lines: tuple[tuple[int, int], ...]
    paragraphs: tuple[Paragraph, ...]


def parse_drafts(runs: pl.DataFrame, drafts: pl.DataFrame) -> list[Parsed]:
    """Every draft, parsed. Raises WorkbookError where no paragraph can be recognised in a file."""
    parsed = []
    for draft, file, hands in drafts.select("draft", "file", "hands").iter_rows():
        own = runs.filter(pl.col("file") == file)
        standing = apply_hands(own, hands)
        text, lines = _join_runs(standing)
        if tells_parts(own):
            paragraphs = parse_flow(text, read_layout(standing))
        else:
            printed = text if hands == "printed" else _join_runs(own)[0]
            paragraphs = parse_text(text) if text == printed else parse_reading(text, printed, lines)
        if not any(paragraph.kind in ("paragraph", "item") for paragraph in paragraphs):
            if not text.strip() and own["text"].str.contains(r"\S").any():
                raise WorkbookError(f"{file}: with these changes made ({hands}), no words are left in it.")
            raise WorkbookError(
                f"{file}, line 1: no paragraph can be recognised in this file. "
                "A draft is a text with sentences, best with numbered paragraphs (1., 2bis., OP3)."
            )
        parsed.append(Parsed(draft, file, text, lines, paragraphs))
    return parsed


def _join_runs(runs: pl.DataFrame) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text that the runs make; and for each of its lines, on which printed lines it begins and ends."""
    ends = pl.when(pl.col("break") == "none").then(pl.lit("")).otherwise(pl.lit("\n"))
    pieces = runs.select(pl.col("text") + ends).to_series().to_list()
    numbers = runs["line"].to_list()
    lines: list[tuple[int, int]] = []
    first = None
    for piece, line in zip(pieces, numbers, strict=True):
        first = line if first is None else first
        if piece.endswith("\n"):
            lines.append((first, line))
            first = None
    if first is not None:
        lines.append((first, numbers[-1]))
    else:  # behind the last line feed stands one more, empty line
        last = lines[-1][1] + 1 if lines else 1
        lines.append((last, last))
    return "".join(pieces), tuple(lines)


@lru_cache(maxsize=_KEPT)
def parse_text(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of one text in order, every character with text in exactly one piece."""
    return _parse_page(text, read_page(text.split("\n")))


@lru_cache(maxsize=_KEPT)
def parse_reading(text: str, printed: str, lines: tuple[tuple[int, int], ...]) -> tuple[Paragraph, ...]:
    """The same of a reading, on the pages of its printed text; `lines` as in Parsed."""
    return _parse_page(text, carry_page(read_page(printed.split("\n")), text.split("\n"), lines))


@lru_cache(maxsize=_KEPT)
def parse_flow(text: str, layout: Layout) -> tuple[Paragraph, ...]:
    """The same of a text whose format says what each line is: its own paragraphs, headings and notes."""
    return _parse_page(text, lay_out(text.split("\n"), layout))


def _parse_page(text: str, page: Page) -> tuple[Paragraph, ...]:
    starts = [0]
    for line in page.lines:
        starts.append(starts[-1] + len(line) + 1)
    paragraphs: list[Paragraph] = []
    section, last = "", ""
    for block in read_blocks(page):
        cut = cut_block(page, block, starts)
        own = join_pieces(text, cut, "text")
        if block.kind == "heading":
            section = _head(section, own, below=last == "heading")
        paragraphs.append(_build(text, block, section, own, cut))
        paragraphs += _inline_notes(text, page, block, section, cut)
        last = block.kind if block.kind not in ("footnote", "debris") else last
    return tuple(paragraphs)


def _head(section: str, heading: str, below: bool) -> str:
    """The section that begins with a heading: a heading right below another joins it, and the
    options of an Article stay in their Article. A list of headings alone is no section of them all."""
    above = re.sub(rf" – {_OPTION}.*", "", section)
    joins = below and len(above) <= _LONGEST_SECTION
    if joins or (above != section and re.match(_OPTION, heading)):
        return f"{above} – {heading}"
    return heading


def _build(text: str, block: Block, section: str, own: str, cut: list[Piece]) -> Paragraph:
    notes = [text[piece.start : piece.end] for piece in cut if piece.role == "remark"]
    formers = [block.former, *(former_label(note) for note in notes)]
    remarks = [block.remark, *(note.strip("[]() ").upper() for note in notes if not former_label(note))]
    return Paragraph(
        # A line of sources or residue alone is no paragraph.
        kind="debris" if block.kind == "paragraph" and not (own or block.label) else block.kind,
        label=block.label,
        printed=block.printed,
        former=next(filter(None, formers), ""),
        remark=next(filter(None, remarks), ""),
        section=section,
        text=own,
        first_line=block.lines[0] + 1,
        last_line=block.lines[-1] + 1,
        citations=list_brackets(text, cut, "citation"),
        pieces=_with_roles(block, [piece for piece in cut if piece.role != "footnote"]),
    )


def list_brackets(text: str, cut: list[Piece], wanted: str) -> tuple[str, ...]:
    """The brackets of one role, "citation" say; one that runs over a page lies in several pieces."""
    runs = groupby(cut, key=lambda piece: piece.role)
    given = (" ".join(text[p.start : p.end] for p in run) for role, run in runs if role == wanted)
    return tuple(" ".join(bracket.split()) for run in given for bracket in _BRACKETS.findall(run))


def _with_roles(block: Block, cut: list[Piece]) -> tuple[Piece, ...]:
    """A heading's words are "heading" in the account, a letter's "letter": not running text."""
    if block.kind in ("paragraph", "item"):
        return tuple(cut)
    return tuple(Piece(p.start, p.end, block.kind if p.role == "text" else p.role) for p in cut)


def _inline_notes(text: str, page: Page, block: Block, section: str, cut: list[Piece]) -> list[Paragraph]:
    """Footnotes that a converter set into the line of their mark: "[2: Objective 4 ...]"."""
    notes = []
    for piece in (p for p in cut if p.role == "footnote"):
        number, body = re.match(r"\[(\d+):\s(.*)\]", text[piece.start : piece.end], re.S).groups()
        ends = (piece.start + len(number) + 2, piece.end - 1)
        line = 1 + text.count("\n", 0, piece.start)
        pieces = (
            Piece(piece.start, ends[0], "note number"),
            Piece(*ends, "footnote"),
            Piece(ends[1], piece.end, "note number"),
        )
        joined = " ".join(body.split())
        notes.append(Paragraph("footnote", number, number, "", "", section, joined, line, line, (), pieces))
    return notes
