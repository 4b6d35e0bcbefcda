"""data/lexicon/*.csv -> TERMS: the words by which objectives, principles, themes and hedges are known."""

import re
from functools import lru_cache
from pathlib import Path

import polars as pl

from workbook.meaning.sheet import keep_table, read_sheet, refuse_gaps
from workbook.schemas import SCHEME, TERMS, WorkbookError, conform
from workbook.text.drafts import data_folder, shipped_data

FILES = ("objectives.csv", "themes.csv", "hedges.csv")
SCHEMES = tuple(SCHEME.categories)
# More than all lists of one folder have, and more than Python's own store of compiled patterns holds.
PATTERNS = 4096
MOST_POINTS = 9  # more would say nothing: a cue of 4 points makes a topic alone


def load_terms(folder: Path | str | None = None, schemes: tuple[str, ...] = SCHEMES) -> pl.DataFrame:
    """One row a cue, in the order of the files: the frame TERMS, of these schemes.

    `folder` holds objectives.csv, themes.csv and hedges.csv; a file that it lacks is taken from the
    project's own lexicon, so a folder may hold only the list that somebody changed. Raises
    WorkbookError, with file and line, where a column is missing, a scheme is unknown, a weight is
    no number or a pattern does not compile.
    """
    folder = Path(folder) if folder else data_folder() / "lexicon"
    shipped = shipped_data() / "lexicon"
    files = (folder / name if (folder / name).is_file() else shipped / name for name in FILES)
    terms = pl.concat(map(read_terms, files))
    return terms.filter(pl.col("scheme").cast(pl.String).is_in(schemes))


@keep_table
def read_terms(path: Path, raw: bytes) -> pl.DataFrame:
    """The TERMS of one file, each checked; WorkbookError names the line of a bad one."""
    rows = [check_term(row, place) for place, row in read_sheet(path, TERMS, "a table of terms", raw)]
    return pl.DataFrame(rows, schema=dict(TERMS), orient="row").pipe(conform, TERMS)


def check_term(row: dict, place: str) -> dict:
    """The row with its weight as a number; WorkbookError, beginning with the place, where it is no term."""
    if row["scheme"] not in SCHEMES:
        raise WorkbookError(
            f"{place}: no scheme is called '{row['scheme']}'. Use one of: {', '.join(SCHEMES)}."
        )
    refuse_gaps(row, ("tag", "title", "term", "pattern"), place)
    for name in ("pattern", "except"):
        check_pattern(row[name], f"{place}: the {name} '{row[name]}'")
    weight = row["weight"].strip()
    if weight and not (weight.isascii() and weight.isdigit() and 1 <= int(weight) <= MOST_POINTS):
        raise WorkbookError(
            f"{place}: the weight '{weight}' is no number from 1 to {MOST_POINTS}. Leave it empty or mend it."
        )
    return row | {"weight": int(weight) if weight else None}


@lru_cache(PATTERNS)
def _finds_nothing(pattern: str) -> bool:
    return re.compile(pattern, re.IGNORECASE).search("") is not None


def check_pattern(pattern: str, place: str) -> None:
    """Nothing; WorkbookError where the pattern does not compile or would match the empty text."""
    try:
        matches_nothing = pattern and _finds_nothing(pattern)
    except re.error as error:
        raise WorkbookError(
            f"{place} is no regular expression: {error}. See data/lexicon/README.md."
        ) from error
    if matches_nothing:
        raise WorkbookError(f"{place} matches even where there are no words. Take out a * or a ?.")
