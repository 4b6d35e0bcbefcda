"""Plain text -> RUNS: every printed line is one block of one run, nobody's hand on it."""

from pathlib import Path

import polars as pl

from workbook.schemas import WorkbookError

# No negotiated text comes near this; what does is something else.
LARGEST_FILE = 20 * 10**6
_MEND = "Save the document as plain text, encoding UTF-8."


def read_plain(path: Path) -> pl.DataFrame:
    """One row a printed line, its text as it stands in the file without the line feed behind it.

    Joining the texts with line feeds gives the file back, character for character. Raises
    WorkbookError where the file is empty, is no UTF-8 text, or holds bytes that no text holds.
    """
    lines = read_text(path).split("\n")
    last = len(lines)
    return pl.DataFrame({"text": lines}).select(
        file=pl.lit(str(path)),
        block=pl.int_range(last, dtype=pl.UInt32),
        run=pl.lit(0, dtype=pl.UInt32),
        line=pl.int_range(1, last + 1, dtype=pl.UInt32),
        text="text",
        inserted_by=pl.lit(""),
        deleted_by=pl.lit(""),
        restored_by=pl.lit(""),
        # The last line has no line feed behind it.
        **{"break": pl.Series(["kept"] * (last - 1) + ["none"])},
        moved_from=pl.lit(""),
        date=pl.lit(None, dtype=pl.Date),
        inserted_grade=pl.lit(None, dtype=pl.String),
        inserted_note=pl.lit(""),
        deleted_grade=pl.lit(None, dtype=pl.String),
        deleted_note=pl.lit(""),
    )


def read_text(path: Path) -> str:
    """The text of a file, its line ends and all. Raises WorkbookError where it holds none."""
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
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise WorkbookError(f"{path}, line {line}: these bytes are no UTF-8 text. {_MEND}") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise WorkbookError(f"{path}, line {line}: this is no text file (it holds zero bytes). {_MEND}")
    # Line ends of the first Macintoshes, in a file that has no others.
    return text if "\n" in text else text.replace("\r", "\n")
