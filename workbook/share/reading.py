"""A reader's own remarks, kept: in your-reading.csv beside the data, or for one visit alone."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl

from workbook.schemas import REMARKS, WorkbookError, frame_of
from workbook.text.read.remarks import (
    MOST_IN_FILE,
    NOTED,
    YOURS,
    check_remark,
    find_table,
    read_remarks,
    write_remarks,
)
from workbook.text.read.source import LARGEST_FILE

try:
    import fcntl
except ImportError:  # not on Windows; there two programs that write in the same moment are not parted
    fcntl = None

# A visitor's session holds so many; a file more.
MOST_IN_SESSION = 500
_MEND = (
    "Copy the data folder to a place of your own and name it: workbook dashboard --edit --data FOLDER, "
    "or explore(folder=...) in a notebook."
)


class Reading:
    """The remarks that a view is made with: those of the data folder, then those of this session.

    With `edit` each act is written to the folder's your-reading.csv before it counts; without, or where
    the folder cannot be written, it stays in this object. `check` is told the remarks on a file, the
    new ones last, and raises WorkbookError where one does not fit it.
    """

    def __init__(self, folder: Path, edit: bool, check: Callable[[pl.DataFrame], None]) -> None:
        self.folder, self._check = Path(folder), check
        self.trouble = find_trouble(self.folder) if edit else ""
        self.saves = edit and not self.trouble
        self.session = frame_of([], NOTED)

    def list_remarks(self) -> pl.DataFrame:
        """All remarks, the later over the earlier: the frame NOTED. Raises where the file is broken."""
        return pl.concat([read_remarks(self.folder), self.session])

    def add(self, *remarks: object) -> None:
        """Makes remarks, perhaps those of a page: all or none. Raises WorkbookError where one cannot be."""
        if not remarks:
            return
        made = frame_of([(*_check(remark), None) for remark in remarks], NOTED)
        if self.saves:
            with _alone(self.folder):
                known = read_remarks(self.folder)
                self._fit(known, made, MOST_IN_FILE)
                save_remarks(self.folder, pl.concat([known, made]))
            return
        known = pl.concat([read_remarks(self.folder, made["file"].to_list()), self.session])
        self._fit(known, made, MOST_IN_SESSION, len(self.session))
        self.session = pl.concat([self.session, made])

    def take_back(self, remark: object) -> None:
        """Takes back the last remark that is like this one; where none is any more, all is well."""
        row = _check(remark)
        if self.saves:
            with _alone(self.folder):
                known = read_remarks(self.folder)
                left = _leave_out(known, row)
                if len(left) < len(known):
                    save_remarks(self.folder, left)
            return
        self.session = _leave_out(self.session, row)

    def write(self) -> str:
        """All remarks as the table your-reading.csv."""
        return write_remarks(self.list_remarks())

    def _fit(self, known: pl.DataFrame, made: pl.DataFrame, most: int, have: int | None = None) -> None:
        """Raises WorkbookError where these are too many, or do not fit their file and what is known of it."""
        touched = pl.concat([known, made]).filter(pl.col("file").is_in(made["file"].to_list()))
        for _file, remarks in touched.group_by("file", maintain_order=True):
            self._check(remarks)
        if (len(known) if have is None else have) + len(made) > most:
            raise WorkbookError(
                f"Your reading holds {most} remarks, as many as fit. Take some back, or write a marked text "
                "of your own (data/README.md says how)."
            )


def _check(remark: object) -> tuple:
    return check_remark(remark if isinstance(remark, dict) else {}, "Your reading")


def find_trouble(folder: Path) -> str:
    """Why nothing can be written into a data folder, and what to do; empty where it can."""
    # Inside of an installed package, the next release takes away what was written.
    shipped = folder.resolve().is_relative_to(Path(__file__).parents[1].resolve())
    if shipped or not os.access(folder, os.W_OK):
        why = "it belongs to the installed workbook" if shipped else "it may only be read"
        return f"{folder}: your reading cannot be written there: {why}. {_MEND}"
    return ""


def save_remarks(folder: Path, remarks: pl.DataFrame) -> None:
    """Writes the folder's your-reading.csv as a whole: after a crash it is the old one or the new one.

    Nothing outside of the folder is written, whatever links lie in it. Raises WorkbookError where the
    table is such a link, or the disk does not take it.
    """
    path, table = find_table(folder), write_remarks(remarks).encode()
    if len(table) > LARGEST_FILE:
        raise WorkbookError(
            f"{path}: your reading is larger than {LARGEST_FILE // 10**6} MB, which nobody could read again. "
            "Take a remark on many words back first."
        )
    beside = None
    try:
        entry, beside = tempfile.mkstemp(".part", f".{YOURS}.", folder)
        with os.fdopen(entry, "wb") as file:
            file.write(table)
            file.flush()
            os.fsync(file.fileno())
        # Who may look into the folder may read the table; as it was made, its writer alone may.
        Path(beside).chmod(folder.stat().st_mode & 0o644)
        Path(beside).replace(path)
        _settle(folder)
    except OSError as error:
        if beside:
            with contextlib.suppress(OSError):
                Path(beside).unlink(missing_ok=True)
        raise _tell_failure(path, error) from error


def _tell_failure(path: Path, error: OSError) -> WorkbookError:
    return WorkbookError(f"{path}: your reading cannot be written there ({error.strerror}). {_MEND}")


def _settle(folder: Path) -> None:
    """Makes the new name of a file last, where the system can."""
    if os.name == "posix":
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keeps other windows and notebooks from writing meanwhile: none of their acts is lost."""
    lock = folder / f".{YOURS}.lock"
    if lock.is_symlink():
        raise WorkbookError(f"{lock}: this is a link to another file. Delete it; it is made anew.")
    try:
        entry = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError as error:
        raise _tell_failure(folder / YOURS, error) from error
    try:
        if fcntl:
            fcntl.flock(entry, fcntl.LOCK_EX)
        yield
    finally:
        os.close(entry)


def _leave_out(remarks: pl.DataFrame, row: tuple) -> pl.DataFrame:
    known = remarks.select(list(REMARKS)).rows()
    if row not in known:
        return remarks
    last = len(known) - 1 - known[::-1].index(row)
    return remarks.with_row_index("at").filter(pl.col("at") != last).drop("at")
