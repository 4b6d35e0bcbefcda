"""Plain text -> RUNS: every printed line is one block of one run, nobody's hand on it."""

from pathlib import Path

from workbook.schemas import WorkbookError
from workbook.text.read.source import Run, Source, make_source, read_raw

_MEND = "Save the document as plain text, encoding UTF-8."


def read_plain(path: Path, raw: bytes) -> Source:
    """One run a printed line, its text as it stands in the file without the line feed behind it.

    Joining the texts with line feeds gives the file back, character for character. Raises
    WorkbookError where the file is no UTF-8 text, or holds bytes that no text holds.
    """
    lines = decode(path, raw).split("\n")
    last = len(lines) - 1
    # The last line has no line feed behind it.
    breaks = ["kept"] * last + ["none"]
    runs = [
        Run(line, 0, line + 1, text, break_=ending)
        for line, (text, ending) in enumerate(zip(lines, breaks, strict=True))
    ]
    return make_source(path, runs)


def read_text(path: Path) -> str:
    """The text of a file, its line ends and all. Raises WorkbookError where it holds none."""
    return decode(path, read_raw(path))


def decode(path: Path, raw: bytes) -> str:
    """The text that the bytes of a file are. Raises WorkbookError where they are none."""
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
