"""PARAGRAPHS of a draft -> its lines, each a paragraph of the Word file with its number and sources."""

import re
from typing import NamedTuple

import polars as pl

from workbook.text.paragraphs import lines_of
from workbook.text.parse import Parsed
from workbook.text.pieces import join_pieces


class Mark(NamedTuple):
    """Where a footnote is called: code points before it in the paragraph's text, and the note's words."""

    offset: int
    text: str


class Line(NamedTuple):
    """A paragraph of a draft as it is written out: number, words, then what stands in brackets behind."""

    position: int
    kind: str
    head: str  # the number as printed and a tab; empty for none
    text: str
    tail: tuple[str, ...]  # remarks of the drafters and sources, in their brackets
    notes: tuple[Mark, ...]


def list_lines(paragraphs: pl.DataFrame, parsed: Parsed) -> list[Line]:
    """The lines of a draft in its order; `paragraphs` are its rows, and `parsed` says where notes are called.

    Residue of printing has no line, and notes stand with the line that calls them.
    """
    rows = lines_of(paragraphs).sort("position").to_dicts()
    notes = _place_notes(paragraphs, rows, parsed)
    return [
        Line(
            row["position"],
            row["kind"],
            f"{row['printed_label']}\t" if row["printed_label"] else "",
            row["text"],
            (*_remark(row), *parsed.paragraphs[row["position"]].citations),
            tuple(sorted(notes.get(row["position"], []))),
        )
        for row in rows
    ]


def _remark(row: dict) -> list[str]:
    """What the drafters say of a paragraph, where its number as printed does not say it already."""
    said = row["remark"] or (row["former"] and f"former {row['former']}")
    told = said and re.search(rf"\b{re.escape(said.split()[-1])}\b", row["printed_label"], re.I)
    return [f"[{said}]"] if said and not told else []


def _place_notes(paragraphs: pl.DataFrame, rows: list[dict], parsed: Parsed) -> dict[int, list[Mark]]:
    """For each paragraph the notes that it calls; what nothing calls stands behind the line above it."""
    called = _find_calls(parsed)
    placed: dict[int, list[Mark]] = {}
    notes = paragraphs.filter(pl.col("kind") == "footnote").sort("position")
    for position, number, text in notes.select("position", "label", "text").iter_rows():
        if calls := called.get(number):
            near = min(calls, key=lambda call: abs(call[0] - position))
            calls.remove(near)
        else:
            above = max((row["position"] for row in rows if row["position"] < position), default=None)
            above = rows[0]["position"] if above is None else above
            near = (above, len(parsed.paragraphs[above].text))
        placed.setdefault(near[0], []).append(Mark(near[1], text))
    return placed


def _find_calls(parsed: Parsed) -> dict[str, list[tuple[int, int]]]:
    """Where the number of each note stands: the paragraph, and the code points before it."""
    calls: dict[str, list[tuple[int, int]]] = {}
    for position, paragraph in enumerate(parsed.paragraphs):
        role = "heading" if paragraph.kind == "heading" else "text"
        for at, piece in enumerate(paragraph.pieces):
            if piece.role != "note mark" or paragraph.kind == "footnote":
                continue
            number = re.sub(r"\D", "", parsed.text[piece.start : piece.end])
            before = join_pieces(parsed.text, list(paragraph.pieces[:at]), role)
            calls.setdefault(number, []).append((position, min(len(before), len(paragraph.text))))
    return calls
