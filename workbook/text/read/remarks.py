"""your-reading.csv -> NOTED: a reader's own remarks on the marks of a data folder's files."""

import csv
import io
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import polars as pl

from workbook.schemas import GRADE, REMARKS, Schema, WorkbookError, frame_of
from workbook.text.read.source import LARGEST_FILE

# The file of the data folder that holds a reader's remarks: REMARKS, the later over the earlier.
YOURS = "your-reading.csv"
# The hand of a remark on a file whose marks name no hands.
NOT_KNOWN = "not known"
# Remarks as they are applied: where each stands in YOURS; null: nowhere, it was made on a page.
NOTED: Schema = REMARKS | {"row": pl.UInt32}
# The longest passage that one remark may cover, and the longest reason, in characters.
MOST_WORDS, MOST_REASON = 20_000, 1_000
# A file holds no more: every page and every act reads it anew, and these take a quarter of a second.
MOST_IN_FILE = 5_000
# A spreadsheet takes a cell that begins so for a formula: an apostrophe stands before it in the file.
_GUARDED = re.compile(r"'(?='*[=+\-@\t\r])")
_GUARD = re.compile(r"(?='*[=+\-@\t\r])")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
# Words are held against their text, which may hold any of the others: line ends of Windows, page breaks.
_IN_NO_TEXT = re.compile(r"[\x00\ud800-\udfff]")
_HEAD = ",".join(REMARKS)
_MEND = f"The columns are {_HEAD}. Mend this row, or delete it; without the file the edition stands as it is."


def read_remarks(folder: Path | str, files: Collection[str] | None = None) -> pl.DataFrame:
    """The remarks that stand in the data folder's your-reading.csv, in their order: the frame NOTED.

    With `files`, as the remarks name them, those on other files are left out unread, so that what is wrong
    with one does not harm the rest. Without such a file there are none. Raises WorkbookError, with file,
    line and words, where it is no such table or a row holds what no remark can.
    """
    path = find_table(folder)
    rows = [
        (*check_remark(row, f"{path}, line {line}"), line)
        for line, row in _read_rows(path)
        if files is None or row["file"] in files
    ]
    return frame_of(rows, NOTED)


def find_table(folder: Path | str) -> Path:
    """Where your-reading.csv stands, or would stand. Raises WorkbookError where it leads to another place."""
    path = Path(folder) / YOURS
    if path.is_symlink() or path.resolve().parent != Path(folder).resolve():
        raise WorkbookError(
            f"{path}: this leads to another file. Put the table itself into the folder, or delete the link."
        )
    return path


def check_remark(row: dict[str, object], where: str) -> tuple:
    """The values of one remark in the order of REMARKS. Raises WorkbookError where they cannot be one's."""
    if set(row) != set(REMARKS):
        raise WorkbookError(f"{where}: this is no remark. {_MEND}")
    words, reason = str(row["words"]), str(row["reason"]).strip()
    for name in ("line", "start"):
        if not re.fullmatch(r"\d{1,9}", str(row[name]), re.ASCII):
            raise WorkbookError(
                f"{where}: {name} is “{row[name]}”, not a whole number (“{words[:60]}”). {_MEND}"
            )
    for name, cell in row.items():
        wrong = _IN_NO_TEXT if name == "words" else _UNWRITABLE
        if isinstance(cell, str) and wrong.search(cell):
            raise WorkbookError(f"{where}: {name} holds characters that no text holds. {_MEND}")
    if row["grade"] not in GRADE.categories.to_list():
        known = ", ".join(GRADE.categories)
        raise WorkbookError(f"{where}: “{words[:60]}” has the grade “{row['grade']}”. It is one of {known}.")
    if not words.strip() or len(words) > MOST_WORDS:
        raise WorkbookError(
            f"{where}: a remark is on 1 to {MOST_WORDS} characters, here {len(words)}. {_MEND}"
        )
    if not reason or len(reason) > MOST_REASON:
        raise WorkbookError(
            f"{where}: “{words[:60]}” needs a reason of 1 to {MOST_REASON} characters: why do you read it so?"
        )
    put, struck = str(row["inserted_by"]), str(row["deleted_by"])
    if put and put == struck:
        raise WorkbookError(
            f"{where}: “{words[:60]}” was put in and struck by {put}. Name two hands, or leave one empty."
        )
    return (str(row["file"]), int(row["line"]), int(row["start"]), words, put, struck, row["grade"], reason)


def write_remarks(remarks: pl.DataFrame) -> str:
    """The remarks as the table that `read_remarks` reads; no cell of it runs in a spreadsheet."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    table.writerow(REMARKS)
    for row in remarks.select(list(REMARKS)).iter_rows():
        # Python's own rule quotes a line feed alone; a bare carriage return would end the row.
        fit = quoted if any("\r" in str(cell) for cell in row) else table
        fit.writerow([_GUARD.sub("'", cell, count=1) if _is_risky(cell) else cell for cell in row])
    return out.getvalue()


def _is_risky(cell: object) -> bool:
    return isinstance(cell, str) and _GUARD.match(cell) is not None


def _read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with the line that it begins on."""
    if not path.exists():
        return
    if not path.is_file():  # a folder, or a pipe, which would be waited for without end
        raise WorkbookError(f"{path}: this is no file. Put the table in its place, or delete it.")
    table = csv.reader(io.StringIO(_read_table(path), newline=""), strict=True)
    line = 1
    try:
        for number, cells in enumerate(table):
            if number > MOST_IN_FILE:
                raise WorkbookError(
                    f"{path}, line {line}: the table has more than {MOST_IN_FILE} rows, which is too much "
                    "for a reading. Delete some, or write a marked text of your own: see data/README.md."
                )
            if line == 1 and set(cells) != set(REMARKS):
                raise WorkbookError(f"{path}, line 1: these columns are not those of a reading. {_MEND}")
            if line == 1:
                names = cells
            elif cells and len(cells) != len(names):
                found = ", ".join(cells)[:60]
                raise WorkbookError(
                    f"{path}, line {line}: {len(cells)} cells, not {len(names)}: “{found}”. {_MEND}"
                )
            elif cells:
                yield line, dict(zip(names, (_GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell
                                             for cell in cells), strict=True))  # fmt: skip
            line = table.line_num + 1
    except csv.Error as error:
        raise WorkbookError(f"{path}, line {line}: this is no CSV table ({error}). {_MEND}") from error


def _read_table(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise WorkbookError(f"{path}: the file is larger than {LARGEST_FILE // 10**6} MB. {_MEND}")
        raw = path.read_bytes()
    except OSError as error:
        raise WorkbookError(f"{path}: the file cannot be read ({error.strerror}).") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise WorkbookError(
            f"{path}, line {line}: these bytes are no UTF-8 text. Save the table as CSV, encoding UTF-8."
        ) from error
