"""One file's lines -> its paragraphs in pieces: every character of them is text, label, source, mark ...

PARAGRAPHS, CITATIONS and ACCOUNT are three views of what is read here once.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from ..schemas import WorkbookError
from .blocks import Block, read_blocks
from .brackets import is_source
from .labels import REMARK
from .layout import Page, read_page
from .runs import apply_hands

_BRACKET = re.compile(
    r"(?P<residue>\[bookmark:[^\]\n]*\])"
    r"|(?P<mark>\[footnoteRef:\d+\]|\[\^\d+\](?!:))"
    r"|(?P<note>\[(?P<number>\d{1,2}):\s[^\]]*\])"
    r"|(?P<bracket>\[[^\[\]]*\]|\([^()]*\))"
)
# A hyphen at a line's end belongs to its word; before "and" or "or" it stands alone ("short- and long-term").
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W_])-[ \t\r]*\n\s*(?=[^\W_])(?!(?:and|or|to)\b)")
# Texts that were parsed last: paragraphs, sources and the account of one file ask for the same parse.
_KEPT = 16


class Piece(NamedTuple):
    """A stretch of a file with one role; offsets count code points from the file's start."""

    start: int
    end: int
    role: str


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
    paragraphs: tuple[Paragraph, ...]


def parse_drafts(runs: pl.DataFrame, drafts: pl.DataFrame) -> list[Parsed]:
    """Every draft, parsed. Raises WorkbookError where no paragraph can be recognised in a file."""
    parsed = []
    for draft, file, hands in drafts.select("draft", "file", "hands").iter_rows():
        standing = apply_hands(runs.filter(pl.col("file") == file), hands)
        text = _join_runs(standing)
        paragraphs = parse_text(text)
        if not any(paragraph.kind in ("paragraph", "item") for paragraph in paragraphs):
            raise WorkbookError(
                f"{file}, line 1: no paragraph can be recognised in this file. "
                "A draft is a text with sentences, best with numbered paragraphs (1., 2bis., OP3)."
            )
        parsed.append(Parsed(draft, file, text, paragraphs))
    return parsed


def _join_runs(runs: pl.DataFrame) -> str:
    ends = pl.when(pl.col("break") == "none").then(pl.lit("")).otherwise(pl.lit("\n"))
    return "".join(runs.select(pl.col("text") + ends).to_series())


@lru_cache(maxsize=_KEPT)
def parse_text(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of one text in order, every character with text in exactly one piece."""
    page = read_page(text.split("\n"))
    starts = [0]
    for line in page.lines:
        starts.append(starts[-1] + len(line) + 1)
    paragraphs: list[Paragraph] = []
    section, last = "", ""
    for block in read_blocks(page):
        cut = _cut_block(page, block, starts)
        own = _join_pieces(text, cut, "text")
        if block.kind == "heading":
            section = f"{section} – {own}" if last == "heading" else own
        paragraphs.append(_build(text, block, section, own, cut))
        paragraphs += _inline_notes(text, page, block, section, cut)
        last = block.kind if block.kind not in ("footnote", "debris") else last
    return tuple(paragraphs)


def _build(text: str, block: Block, section: str, own: str, cut: list[Piece]) -> Paragraph:
    remarks = [
        block.remark,
        *(text[p.start : p.end].strip("[]() ").upper() for p in cut if p.role == "remark"),
    ]
    return Paragraph(
        # A line of sources or residue alone is no paragraph.
        kind="debris" if block.kind == "paragraph" and not (own or block.label) else block.kind,
        label=block.label,
        printed=block.printed,
        former=block.former,
        remark=next(filter(None, remarks), ""),
        section=section,
        text=own,
        first_line=block.lines[0] + 1,
        last_line=block.lines[-1] + 1,
        citations=tuple(
            " ".join(bracket.split())
            for p in cut
            if p.role == "citation"
            for bracket in re.findall(r"\[[^\[\]]*\]|\((?:[^()]|\([^()]*\))*\)", text[p.start : p.end])
        ),
        pieces=_with_roles(block, [p for p in cut if p.role != "footnote"]),
    )


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


def _cut_block(page: Page, block: Block, starts: list[int]) -> list[Piece]:
    """The pieces of one block, in order, without the line feeds between its lines."""
    raw, at = _raw_text(page, block, starts)
    cuts: list[tuple[int, int, str]] = []
    if block.start:
        before = _BRACKET.finditer(raw, 0, block.label_start)
        cuts += [(*found.span(), "debris") for found in before if found["residue"]]
        cuts.append((block.label_start, block.start, "label"))
    elif block.kind == "footnote":
        number = re.match(r"\s*\d+[.)/]?", raw)
        cuts.append((0, number.end(), "note number"))
    cuts += _marks(page, block, raw)
    if block.kind != "debris":
        cuts += _brackets(raw, block)
    return _fill(raw, at, sorted(cuts))


def _raw_text(page: Page, block: Block, starts: list[int]) -> tuple[str, list[int]]:
    """The block's lines joined, and for each character its place in the file."""
    raw: list[str] = []
    at: list[int] = []
    for line in block.lines:
        raw.append(page.lines[line] + "\n")
        at += range(starts[line], starts[line + 1])
    return "".join(raw), at


def _marks(page: Page, block: Block, raw: str) -> list[tuple[int, int, str]]:
    marks, offset = [], 0
    for line in block.lines:
        if line in page.marks:
            start, end = page.marks[line]
            marks.append((offset + start, offset + end, "note mark"))
        offset += len(page.lines[line]) + 1
    return marks


def _brackets(raw: str, block: Block) -> list[tuple[int, int, str]]:
    found_at: list[tuple[int, int, str]] = []
    for found in _BRACKET.finditer(raw, block.start):
        start, end = found.span()
        if found["residue"]:
            found_at.append((start, end, "debris"))
        elif found["mark"]:
            found_at.append((start, end, "note mark"))
        elif found["note"]:
            found_at.append((start, end, "footnote"))
        elif block.kind not in ("paragraph", "item", "letter"):
            continue
        elif REMARK.fullmatch(found[0]):
            found_at.append((start, end, "remark"))
        elif is_source(found[0]):
            between = raw[found_at[-1][1] : start] if found_at and found_at[-1][2] == "citation" else "-"
            # What merely parts two sources goes with them.
            if not between.strip(" ,;\n\t"):
                start = found_at.pop()[0]
            found_at.append((start, end, "citation"))
    return found_at


def _fill(raw: str, at: list[int], cuts: list[tuple[int, int, str]]) -> list[Piece]:
    """The cuts with the text between them, as places in the file; split where the file has lines between."""
    spans: list[tuple[int, int, str]] = []
    done = 0
    for start, end, role in [*cuts, (len(raw), len(raw), "text")]:
        if raw[done:start].strip():
            spans.append((done, start, "text"))
        if raw[start:end].strip():
            spans.append((start, end, role))
        done = max(done, end)
    return [piece for start, end, role in spans for piece in _place(raw, at, start, end, role)]


def _place(raw: str, at: list[int], start: int, end: int, role: str) -> list[Piece]:
    pieces = []
    while start < end:
        stop = start
        while stop + 1 < end and at[stop + 1] == at[stop] + 1:
            stop += 1
        pieces.append(Piece(at[start], at[stop] + 1, role))
        start = stop + 1
    return pieces


def _join_pieces(text: str, pieces: list[Piece], role: str) -> str:
    """The running text: one space between words, line-end hyphens joined, no gap before punctuation
    where a source was taken out."""
    parts: list[str] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if piece.role != role:
            continue
        part = text[piece.start : piece.end]
        cut_out = before is not None and before.role in ("citation", "remark", "debris")
        if cut_out and parts and part.lstrip()[:1] in tuple(",.;:"):
            parts[-1] = parts[-1].rstrip()
            part = part.lstrip()
        if parts and before is not None and before.role == "label":
            part = part.lstrip()  # "[12. We" is "[We"
        parts.append(part)
    return " ".join(_LINE_END_HYPHEN.sub("-", "".join(parts)).split())
