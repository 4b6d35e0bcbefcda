"""Readers: one a format, each returning RUNS; the file's ending decides which one reads."""

from pathlib import Path

import polars as pl

from workbook.schemas import RUNS, WorkbookError, conform
from workbook.text.read.marked import find_printed, read_hands, read_head, read_marked
from workbook.text.read.plain import read_plain, read_text

READERS = {".txt": read_plain, ".text": read_plain, ".md": read_marked, "": read_plain}


def read_file(path: Path) -> pl.DataFrame:
    """The runs of one file, as RUNS. Raises WorkbookError where it is missing, empty or not readable."""
    if not path.is_file():
        raise WorkbookError(f"{path}: there is no such file. Check the name and the folder.")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(ending for ending in READERS if ending)
        raise WorkbookError(
            f"{path}: files ending in {path.suffix} cannot be read. Save it as plain text ({known})."
        )
    return reader(path).pipe(conform, RUNS)


def name_hands(path: Path) -> dict[str, str]:
    """The hands that a file itself gives names: as its marks name them -> as people read them."""
    return read_hands(path) if path.suffix.lower() == ".md" else {}


def read_table(path: Path) -> pl.DataFrame:
    """A CSV table as it stands: every cell a text. Raises WorkbookError where it is missing or no table."""
    if not path.is_file():
        raise WorkbookError(f"{path}: there is no such table.")
    try:
        return pl.read_csv(path, infer_schema=False).with_columns(pl.all().fill_null(""))
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise WorkbookError(f"{path}: this is no CSV table ({str(error).splitlines()[0]}).") from error


def list_sources(path: Path) -> list[Path]:
    """The files that a file is read with: itself, and the printed text that the head of a marked one names.

    What is wrong with them is said where they are read.
    """
    if path.suffix.lower() != ".md":
        return [path]
    try:
        head, _start = read_head(read_text(path))
        return [path, find_printed(path, head["printed"])] if head.get("printed") else [path]
    except WorkbookError:
        return [path]
