"""data/lexicon/ladder.csv -> LADDER: the scale of commitment, which a user may change."""

import csv
from pathlib import Path

import polars as pl

from workbook.meaning.lexicon import check_pattern
from workbook.schemas import LADDER, LADDER_SCHEME, WorkbookError, conform
from workbook.text.drafts import data_folder, shipped_data

HIGHEST = 6


def load_ladder(folder: Path | str | None = None) -> pl.DataFrame:
    """One row a phrase of the scale, in the order of the file: the frame LADDER.

    `folder` holds ladder.csv; without one, or where it holds none, the project's own is taken. Raises
    WorkbookError, with file and line, where a column is missing, a scheme is unknown, a rung is none of
    0 to 6 or a pattern does not compile.
    """
    own = (Path(folder) if folder else data_folder() / "lexicon") / "ladder.csv"
    path = own if own.is_file() else shipped_data() / "lexicon" / "ladder.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file, restval="")
            if missing := [name for name in LADDER if name not in (lines.fieldnames or ())]:
                raise WorkbookError(f"{path}, line 1: no column {', '.join(missing)}.")
            rows = [check_phrase(row, f"{path}, line {lines.line_num}") for row in lines]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise WorkbookError(
            f"{path}: cannot be read as a scale ({error}). Save it as CSV in UTF-8."
        ) from error
    return pl.DataFrame(rows, schema=list(LADDER), orient="row", infer_schema_length=None).pipe(
        conform, LADDER
    )


def check_phrase(row: dict, place: str) -> dict:
    """The row with its rung as a number; WorkbookError, beginning with the place, where it is no phrase."""
    if None in row:
        raise WorkbookError(f"{place}: more cells than columns. Put quotes round a cell that holds a comma.")
    if row["scheme"] not in LADDER_SCHEME.categories:
        known = ", ".join(LADDER_SCHEME.categories)
        raise WorkbookError(f"{place}: no scheme is called '{row['scheme']}'. Use one of: {known}.")
    for name in ("tag", "title", "term", "pattern"):
        if not row[name].strip():
            raise WorkbookError(f"{place}: the column {name} is empty. Fill it in or take the row out.")
    for name in ("pattern", "except"):
        check_pattern(row[name], f"{place}: the {name} '{row[name]}'")
    rung = row["rung"].strip()
    if rung and not (rung.isascii() and rung.isdigit() and int(rung) <= HIGHEST):
        raise WorkbookError(f"{place}: the rung '{rung}' is no number from 0 to {HIGHEST}.")
    if row["scheme"] in ("act", "tone", "object") and not rung:
        raise WorkbookError(f"{place}: the column rung is empty. Only what others decide may leave it so.")
    return row | {"rung": int(rung) if rung else None}
