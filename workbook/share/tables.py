"""Frames -> files that other programs open: CSV, Parquet, JSON."""

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import polars as pl

from workbook.schemas import WorkbookError

TABLES = (".csv", ".parquet", ".json")
# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = r"^[=+\-@\t\r]"


def write_table(frame: pl.DataFrame, path: Path, cautions: Sequence[str] = ()) -> None:
    """Writes a frame to `path`, in the format of its ending: .csv, .parquet or .json.

    `cautions`, what must be known of its texts, go into a file of the same name beside it.

    Raises WorkbookError for any other ending, or where the file cannot be written.
    """
    check_ending(path, TABLES)
    try:
        match path.suffix.lower():
            case ".csv":
                defuse(frame).write_csv(path)
            case ".parquet":
                frame.write_parquet(path)
            case ".json":
                frame.write_json(path)
        if cautions:
            beside = path.with_name(f"{path.name}.read-me.txt")
            beside.write_text("".join(f"{caution}\n" for caution in cautions), encoding="utf-8")
    except OSError as error:
        raise WorkbookError(f"{path}: the table cannot be written there ({error}).") from error


def check_ending(path: Path, endings: tuple[str, ...]) -> None:
    """Raises WorkbookError where a file's name has none of these endings."""
    if path.suffix.lower() not in endings:
        raise WorkbookError(f"{path}: this is written to files ending in {', '.join(endings)}.")


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
