"""Tables that people keep in a spreadsheet, row by row, each row with its place for a message."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, wraps
from pathlib import Path

import polars as pl

from workbook.schemas import WorkbookError

# Files of one kind that were read last: those of a folder, and of the workbook's own.
_KEPT = 8


def keep_table(read: Callable[[Path, bytes], pl.DataFrame]) -> Callable[[Path], pl.DataFrame]:
    """A reader of files, which has `read` make a table only where the bytes are new.

    Whoever asks gets a frame of his own. Raises what `read` does, and WorkbookError where the file cannot be
    opened.
    """
    read_once = lru_cache(maxsize=_KEPT)(read)

    @wraps(read)
    def read_file(path: Path) -> pl.DataFrame:
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise WorkbookError(f"{path}: cannot be read as a table ({error}).") from error
        return read_once(path, raw).clone()

    return read_file


def read_sheet(
    path: Path, columns: Iterable[str], called: str, raw: bytes | None = None
) -> Iterator[tuple[str, dict[str, str]]]:
    """For each row of a CSV file: where it stands, "FILE, line 3", and its cells as text.

    `called` is what the table is, in an error's words; `raw` are its bytes where they have been read already.
    Raises WorkbookError where the file is no such table, a column is missing, or a row has more cells than
    there are columns.
    """
    try:
        raw = path.read_bytes() if raw is None else raw
        with io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8-sig", newline="") as lines:
            yield from read_rows(lines, columns, str(path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise WorkbookError(
            f"{path}: cannot be read as {called} ({error}). Save it as CSV in UTF-8."
        ) from error


def read_rows(
    lines: Iterable[str], columns: Iterable[str], name: str
) -> Iterator[tuple[str, dict[str, str]]]:
    """For each row of a CSV file's lines: where it stands, "NAME, line 3", and its cells as text.

    Raises WorkbookError where a column is missing, or a row has more cells than there are columns.
    """
    rows, wanted = csv.DictReader(lines, restval=""), list(columns)
    if missing := [column for column in wanted if column not in (rows.fieldnames or ())]:
        raise WorkbookError(
            f"{name}, line 1: no column {', '.join(missing)}. The columns are: {', '.join(wanted)}."
        )
    for row in rows:
        place = f"{name}, line {rows.line_num}"
        if None in row:
            raise WorkbookError(
                f"{place}: more cells than columns. Put quotes round a cell that holds a comma."
            )
        yield place, row


def refuse_gaps(row: dict[str, str], names: Iterable[str], place: str) -> None:
    """Nothing; WorkbookError, beginning with the place, where one of these cells is empty."""
    for name in names:
        if not row[name].strip():
            raise WorkbookError(f"{place}: the column {name} is empty. Fill it in or take the row out.")
