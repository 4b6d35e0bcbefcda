"""What a reader gives of a file: its runs, and beside them what the file itself says of hands and doubts."""

import datetime
from pathlib import Path
from typing import NamedTuple

import polars as pl

from workbook.schemas import COMMENTS, RUNS, WorkbookError, frame_of

# What the page and the command line call no hand, or all of them.
RESERVED = frozenset({"?", "not known", "none", "all", "printed"})
# No negotiated text comes near this; what does is something else.
LARGEST_FILE = 20 * 10**6


class Run(NamedTuple):
    """A row of RUNS but for its file; `break_` is the column break."""

    block: int
    run: int
    line: int
    text: str
    inserted_by: str = ""
    deleted_by: str = ""
    restored_by: str = ""
    break_: str = "none"
    moved_from: str = ""
    date: datetime.date | None = None
    inserted_grade: str | None = None
    inserted_note: str = ""
    deleted_grade: str | None = None
    deleted_note: str = ""
    part: str = "line"
    counter: str = ""


class Source(NamedTuple):
    """A file as read.

    `hands` names the hands that the file itself gives names: as RUNS name them -> as people read them.
    `comments` are the frame COMMENTS. `notices` are sentences on what the reader had to guess or leave out.
    """

    runs: pl.DataFrame
    hands: dict[str, str]
    comments: pl.DataFrame
    notices: tuple[str, ...]


def make_source(
    path: Path,
    runs: list[Run],
    hands: dict[str, str] | None = None,
    comments: list[tuple] | None = None,
    notices: tuple[str, ...] = (),
) -> Source:
    """A file's source from its runs and, for each comment, (block, author, date, words, text)."""
    name = str(path)
    return Source(
        frame_of([(name, *run) for run in runs], RUNS),
        hands or {},
        frame_of([(name, *comment) for comment in comments or ()], COMMENTS),
        notices,
    )


def read_raw(path: Path) -> bytes:
    """The bytes of a file. Raises WorkbookError where it is missing, too large, empty or not readable."""
    if not path.is_file():
        raise WorkbookError(f"{path}: there is no such file. Check the name and the folder.")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise WorkbookError(
                f"{path}: the file is larger than {LARGEST_FILE // 10**6} MB. Take a part of it."
            )
        raw = path.read_bytes()
    except OSError as error:
        raise WorkbookError(f"{path}: the file cannot be read ({error.strerror}).") from error
    if not raw.strip():
        raise WorkbookError(f"{path}: the file is empty. Choose a file that holds the text of a draft.")
    return raw
