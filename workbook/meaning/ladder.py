"""data/lexicon/ladder.csv -> LADDER: the scale of commitment, which a user may change."""

from pathlib import Path

import polars as pl

from workbook.meaning.lexicon import check_pattern
from workbook.meaning.sheet import keep_table, read_sheet, refuse_gaps
from workbook.schemas import LADDER, LADDER_SCHEME, WorkbookError, conform
from workbook.text.drafts import data_folder, shipped_data

SCHEMES = tuple(LADDER_SCHEME.categories)
HIGHEST = 6


def load_ladder(folder: Path | str | None = None) -> pl.DataFrame:
    """One row a phrase of the scale, in the order of the file: the frame LADDER.

    `folder` holds ladder.csv; without one, or where it holds none, the project's own is taken. Raises
    WorkbookError, with file and line, where a column is missing, a scheme is unknown, a rung is none of
    0 to 6 or a pattern does not compile.
    """
    own = (Path(folder) if folder else data_folder() / "lexicon") / "ladder.csv"
    return _read_ladder(own if own.is_file() else shipped_data() / "lexicon" / "ladder.csv")


@keep_table
def _read_ladder(path: Path, raw: bytes) -> pl.DataFrame:
    rows = [check_phrase(row, place) for place, row in read_sheet(path, LADDER, "a scale", raw)]
    return pl.DataFrame(rows, schema=list(LADDER), orient="row", infer_schema_length=None).pipe(
        conform, LADDER
    )


def check_phrase(row: dict, place: str) -> dict:
    """The row with its rung as a number; WorkbookError, beginning with the place, where it is no phrase."""
    if row["scheme"] not in SCHEMES:
        known = ", ".join(SCHEMES)
        raise WorkbookError(f"{place}: no scheme is called '{row['scheme']}'. Use one of: {known}.")
    refuse_gaps(row, ("tag", "title", "term", "pattern"), place)
    for name in ("pattern", "except"):
        check_pattern(row[name], f"{place}: the {name} '{row[name]}'")
    rung = check_rung(row["rung"], place)
    if row["scheme"] in ("act", "tone", "object") and rung is None:
        raise WorkbookError(f"{place}: the column rung is empty. Only what others decide may leave it so.")
    return row | {"rung": rung}


def check_rung(cell: str, place: str) -> int | None:
    """The rung in a cell, None of an empty one. WorkbookError, beginning with the place, where it is none."""
    rung = cell.strip()
    if rung and not (rung.isascii() and rung.isdigit() and len(rung) == 1 and int(rung) <= HIGHEST):
        raise WorkbookError(f"{place}: the rung '{rung[:20]}' is no number from 0 to {HIGHEST}.")
    return int(rung) if rung else None
