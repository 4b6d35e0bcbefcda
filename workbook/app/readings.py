"""Drafts as a reader reads them: the runs of their files with the remarks of your-reading.csv made."""

from pathlib import Path
from typing import NamedTuple

import polars as pl

from workbook.schemas import RUNS, WorkbookError, frame_of
from workbook.text.drafts import data_folder
from workbook.text.folder import tell_status
from workbook.text.read.remarks import NOTED, read_remarks


class Own(NamedTuple):
    """A visitor's own drafts, whose files lie nowhere: DRAFTS, the RUNS of their files, HANDS and COMMENTS.

    What their readers had to guess is said where they are listed.
    """

    drafts: pl.DataFrame
    runs: pl.DataFrame
    hands: pl.DataFrame
    comments: pl.DataFrame


def read_drafts(
    drafts: pl.DataFrame,
    folder: Path | str | None = None,
    remarks: pl.DataFrame | None = None,
    own: Own | None = None,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The drafts, their titles saying where a reader's own reading stands in them, and their RUNS.

    `remarks` are NOTED; without them those of the data folder are made. The runs of those that are a
    visitor's `own` are there already. Raises WorkbookError where a file cannot be read, or a remark on it
    does not fit.
    """
    from workbook.text.remarks import apply_remarks, name_readings
    from workbook.text.runs import read_runs

    known = frame_of([], RUNS) if own is None else own.runs
    files = drafts.filter(~pl.col("file").is_in(known["file"].unique().to_list()))
    made = find_remarks(files, folder) if remarks is None else remarks
    data = Path(folder or data_folder())
    read = apply_remarks(read_runs(files), made, data) if len(files) else known.clear()
    runs = pl.concat([read, known])
    return tell_status(name_readings(drafts, made, data, runs), runs), runs


def read_asides(drafts: pl.DataFrame, own: Own | None = None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What stands beside the texts of these drafts, COMMENTS, and what their readers had to guess, NOTICES.

    Of those that are a visitor's `own` the comments are there already.
    """
    from workbook.text.asides import read_comments, read_notices

    if own is None:
        return read_comments(drafts), read_notices(drafts)
    files = drafts.filter(~pl.col("file").is_in(own.drafts["file"].to_list()))
    return pl.concat([read_comments(files), own.comments]), read_notices(files)


def find_remarks(
    drafts: pl.DataFrame, folder: Path | str | None = None, session: pl.DataFrame | None = None
) -> pl.DataFrame:
    """The remarks on the files of these drafts: those of the data folder, then those of a session: NOTED.

    Raises WorkbookError where your-reading.csv is broken, unless the drafts are texts that nobody marks.
    """
    data = Path(folder or data_folder())
    files = {file.removeprefix(f"{data.resolve()}/") for file in drafts["file"]}
    try:
        saved = read_remarks(data, files)
    except WorkbookError:
        plain = (drafts["status"] == "as issued") & ~drafts["file"].str.ends_with(".md")
        if not plain.all():
            raise
        saved = frame_of([], NOTED)
    own = saved.clear() if session is None else session.filter(pl.col("file").is_in(list(files)))
    return pl.concat([saved, own])


def name_drafts(
    drafts: pl.DataFrame, folder: Path | str | None = None, session: pl.DataFrame | None = None
) -> pl.DataFrame:
    """The drafts as they are listed: the title of each that remarks change says so.

    What is wrong with your-reading.csv is said where a draft that it touches is read, not here.
    """
    try:
        remarks = find_remarks(drafts, folder, session)
        if remarks.is_empty():
            return drafts
        from workbook.text.remarks import name_readings  # most pages need no reader of texts

        return name_readings(drafts, remarks, folder or data_folder())
    except WorkbookError:
        return drafts
