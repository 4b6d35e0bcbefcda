"""RUNS -> ACCOUNT: where every character of a printed file went. Nothing is lost."""

import polars as pl

from workbook.schemas import ACCOUNT, frame_of
from workbook.text.parse import Parsed, parse_drafts


def account_for(runs: pl.DataFrame, drafts: pl.DataFrame) -> pl.DataFrame:
    """One row a stretch of a line with one role, in the order of the file: the frame ACCOUNT.

    The texts of a draft's rows, joined, are its file as read; `start` counts code points.
    """
    rows = [row for parsed in parse_drafts(runs, drafts) for row in _account(parsed)]
    return frame_of(rows, ACCOUNT)


def _account(parsed: Parsed) -> list[tuple]:
    pieces = sorted(
        (piece.start, piece.end, piece.role, position)
        for position, paragraph in enumerate(parsed.paragraphs)
        for piece in paragraph.pieces
    )
    rows: list[tuple] = []
    done, line = 0, 1
    for start, end, role, position in [*pieces, (len(parsed.text), len(parsed.text), "space", None)]:
        for stretch, its_role, owner in (
            (parsed.text[done:start], "space", None),
            (parsed.text[start:end], role, position),
        ):
            for part in stretch.splitlines(keepends=True):
                known = its_role if part.strip() else "space"
                rows.append((parsed.file, parsed.lines[line - 1][0], done, known, parsed.draft, owner, part))
                done += len(part)
                line += part.count("\n")
    return rows
