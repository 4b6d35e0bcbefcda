"""Plain text -> RUNS: every printed line is one block of one run, nobody's hand on it."""

from pathlib import Path

from workbook.schemas import WorkbookError
from workbook.text.read.encoding import Letters, guess_letters
from workbook.text.read.source import Run, Source, make_source, read_raw

_MEND = "Save the document as plain text, encoding UTF-8."


def read_plain(path: Path, raw: bytes) -> Source:
    """One run a printed line, its text as it stands in the file without the line feed behind it.

    Joining the texts with line feeds gives the file back, character for character. Raises
    WorkbookError where the bytes are no text in any coding that is known here.
    """
    text, doubt = decode(path, raw)
    lines = text.split("\n")
    last = len(lines) - 1
    # The last line has no line feed behind it.
    breaks = ["kept"] * last + ["none"]
    runs = [
        Run(line, 0, line + 1, text, break_=ending)
        for line, (text, ending) in enumerate(zip(lines, breaks, strict=True))
    ]
    return make_source(path, runs, notices=(doubt,) if doubt else ())


def read_text(path: Path) -> str:
    """The text of a file, its line ends and all. Raises WorkbookError where it holds none."""
    return decode(path, read_raw(path)).text


def decode(path: Path, raw: bytes) -> Letters:
    """The text of these bytes, and the doubt about it. Raises WorkbookError where they are none."""
    letters = guess_letters(raw)
    if letters is None:
        raise WorkbookError(f"{path}, line {_find_trouble(raw)}. {_MEND}")
    # Line ends of the first Macintoshes, in a file that has no others.
    return letters if "\n" in letters.text else letters._replace(text=letters.text.replace("\r", "\n"))


def _find_trouble(raw: bytes) -> str:
    """The first line that is no text, and why."""
    at, why = raw.find(b"\0"), "this is no text file (it holds zero bytes)"
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not 0 <= at < error.start:
            at, why = error.start, "these bytes are no text in UTF-8, nor in another coding that is likely"
    line = 1 + raw.count(b"\n", 0, max(at, 0))
    return f"{line}: {why}"
