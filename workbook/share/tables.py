"""Frames -> files that other programs open: CSV, Parquet, JSON."""

from pathlib import Path
from typing import TextIO

import polars as pl

from workbook.schemas import WorkbookError

# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = r"^[=+\-@\t\r]"


def write_table(frame: pl.DataFrame, path: Path) -> None:
    """Writes a frame to `path`, in the format of its ending: .csv, .parquet or .json.

    Raises WorkbookError for any other ending, or where the file cannot be written.
    """
    writers = {
        ".csv": lambda: defuse(frame).write_csv(path),
        ".parquet": lambda: frame.write_parquet(path),
        ".json": lambda: frame.write_json(path),
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise WorkbookError(f"{path}: tables are written to files ending in {', '.join(writers)}.")
    try:
        writer()
    except OSError as error:
        raise WorkbookError(f"{path}: the table cannot be written there ({error.strerror}).") from error


def print_table(frame: pl.DataFrame, stream: TextIO) -> None:
    """Prints a frame as CSV."""
    stream.write(defuse(frame).write_csv())


def defuse(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with an apostrophe before each text that a spreadsheet would take for a formula.

    Parquet and JSON hold the texts as they are.
    """
    text = pl.col(pl.String)
    return frame.with_columns(
        pl.when(text.str.contains(_FORMULA)).then("'" + text).otherwise(text).name.keep()
    )
