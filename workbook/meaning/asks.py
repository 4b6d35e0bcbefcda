"""data/asks.csv -> ASKS: what a letter asks for, in its own words, and how one would find it in a text."""

from pathlib import Path

import polars as pl

from workbook.meaning.lexicon import check_pattern
from workbook.meaning.sheet import keep_table, read_sheet, refuse_gaps
from workbook.schemas import ASK_WANT, ASKS, WorkbookError, frame_of
from workbook.text.drafts import data_folder
from workbook.text.labels import canonical_label

# What may be empty: where no place is named, and where the letter leaves nothing open.
_MAY_BE_EMPTY = ("labels", "note")
_SEVERAL = ";"
_WANTS = tuple(ASK_WANT.categories)


def load_asks(folder: Path | str | None = None) -> pl.DataFrame:
    """One row a thing that is wanted, in the order of the file: the frame ASKS.

    `folder` is the data folder that holds asks.csv. Where it has none, nobody asks, and the frame is empty.
    Raises WorkbookError, with file and line, where a column is missing, a cell is empty that must not be, a
    want is unknown or a pattern does not compile.
    """
    path = Path(folder or data_folder()) / "asks.csv"
    return _read_asks(path) if path.is_file() else frame_of([], ASKS)


@keep_table
def _read_asks(path: Path, raw: bytes) -> pl.DataFrame:
    rows = [check_ask(row, place) for place, row in read_sheet(path, ASKS, "a table of asks", raw)]
    return frame_of([[row[name] for name in ASKS] for row in rows], ASKS)


def check_ask(row: dict, place: str) -> dict:
    """The row, its labels in canonical spelling; WorkbookError, beginning with the place, if it is none."""
    if row["want"] not in _WANTS:
        known = ", ".join(_WANTS)
        raise WorkbookError(f"{place}: nothing is wanted by '{row['want']}'. Use one of: {known}.")
    refuse_gaps(row, (name for name in ASKS if name not in _MAY_BE_EMPTY), place)
    if not row["labels"].strip() and row["want"] != "in":
        raise WorkbookError(
            f"{place}: the column labels is empty. Only words to be put in may have no place: name one."
        )
    check_pattern(row["pattern"], f"{place}: the pattern '{row['pattern']}'")
    return row | {"labels": _SEVERAL.join(split_labels(row["labels"]))}


def split_labels(labels: str) -> list[str]:
    """The paragraphs that a cell names, "9 bis; 22", in canonical spelling."""
    return [canonical_label(label) for label in labels.split(_SEVERAL) if label.strip()]
