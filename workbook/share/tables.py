"""Frames -> files that other programs open: CSV, Parquet, JSON, Excel, each with what must be known of it.

What must be known (ABOUT: drafts, hands, lists, filters, version, date) is a second sheet in Excel. CSV and
Parquet have room for one table only: there it lies in a file beside, so that the table stays what R, pandas
and Polars read; a page hands out one file at a time, so from there both come in one .zip.
"""

import io
import zipfile
from pathlib import Path
from typing import TextIO

import polars as pl

from workbook.schemas import WorkbookError

TABLES = (".csv", ".parquet", ".json", ".xlsx")
# A spreadsheet takes a cell that begins so for a formula, and runs it; some take the wide signs as well.
_FORMULA = r"^[=+\-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]"
# The oldest moment that a .zip can tell: what is packed twice is the same twice.
_MOMENT = (1980, 1, 1, 0, 0, 0)
BESIDE = "read-me.txt"


def write_table(frame: pl.DataFrame, path: Path, about: pl.DataFrame | None = None) -> None:
    """Writes a frame to `path`, in the format of its ending: .csv, .parquet, .json or .xlsx.

    `about` (ABOUT), what must be known of it, is the second sheet of an .xlsx; for the others it goes into a
    file of the same name beside it.

    Raises WorkbookError for any other ending, or where the file cannot be written.
    """
    check_ending(path, TABLES)
    packed = pack_table(frame, path.suffix.lower(), about)
    try:
        path.write_bytes(packed)
        if about is not None and len(about) and path.suffix.lower() != ".xlsx":
            path.with_name(f"{path.name}.{BESIDE}").write_text(tell_about(about), encoding="utf-8")
    except OSError as error:
        raise WorkbookError(f"{path}: the table cannot be written there ({error}).") from error


def pack_table(frame: pl.DataFrame, ending: str, about: pl.DataFrame | None = None) -> bytes:
    """The frame as a file with this ending, one of TABLES; only an .xlsx holds `about` as well."""
    stream = io.BytesIO()
    match ending:
        case ".csv":
            stream.write(defuse(frame).write_csv().encode())
        case ".parquet":
            frame.write_parquet(stream)
        case ".json":
            frame.write_json(stream)
        case ".xlsx":
            from workbook.share.sheets import write_sheets  # its library loads when it is first asked for

            stream.write(write_sheets(frame, about))
    return stream.getvalue()


def pack_both(frame: pl.DataFrame, name: str, ending: str, about: pl.DataFrame) -> tuple[str, bytes]:
    """The name and the bytes of one file that holds the frame and what must be known of it."""
    if ending == ".xlsx":
        return f"{name}{ending}", pack_table(frame, ending, about)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, raw in (
            (f"{name}{ending}", pack_table(frame, ending)),
            (BESIDE, tell_about(about).encode()),
        ):
            archive.writestr(zipfile.ZipInfo(file, _MOMENT), raw, zipfile.ZIP_DEFLATED)
    return f"{name}{ending}.zip", stream.getvalue()


def tell_about(about: pl.DataFrame) -> str:
    """What must be known of a table, a line a fact."""
    return "".join(f"{what}: {' '.join(said.split())}\n" for what, said in about.iter_rows())


def check_ending(path: Path, endings: tuple[str, ...]) -> None:
    """Raises WorkbookError where a file's name has none of these endings."""
    if path.suffix.lower() not in endings:
        raise WorkbookError(f"{path}: this is written to files ending in {', '.join(endings)}.")


def print_table(frame: pl.DataFrame, stream: TextIO) -> None:
    """Prints a frame as CSV."""
    stream.write(defuse(frame).write_csv())


def defuse(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with an apostrophe before each text that a spreadsheet would take for a formula.

    Parquet and JSON hold the texts as they are, and so does Excel, where a text is marked as such.
    """
    text = pl.col(pl.String)
    return frame.with_columns(
        pl.when(text.str.contains(_FORMULA)).then("'" + text).otherwise(text).name.keep()
    )
