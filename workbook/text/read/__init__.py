"""Readers: one a format, each returning RUNS; the file's ending decides which one reads."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import polars as pl

from workbook.schemas import WorkbookError
from workbook.text.read.marked import find_printed, read_head, read_marked
from workbook.text.read.plain import read_plain, read_text
from workbook.text.read.source import Source, read_raw

Reader = Callable[[Path, bytes], Source]


def _read_docx(path: Path, raw: bytes) -> Source:
    from workbook.text.read.docx import read_docx  # lxml is loaded when the first such file is read

    return read_docx(path, raw)


def _read_pdf(path: Path, raw: bytes) -> Source:
    from workbook.text.read.pdf import read_pdf  # and pdfium likewise

    return read_pdf(path, raw)


def _read_html(path: Path, raw: bytes) -> Source:
    from workbook.text.read.html import read_html

    return read_html(path, raw)


READERS: dict[str, Reader] = {".txt": read_plain, ".text": read_plain, ".md": read_marked, "": read_plain}
READERS |= dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), _read_docx)
READERS[".pdf"] = _read_pdf
READERS |= dict.fromkeys((".html", ".htm", ".xhtml"), _read_html)
# Formats whose library takes as much memory as a file asks for: read in a process that has little.
UNBOUNDED = {".pdf"}
# Files that were read last: their runs, hands and comments are asked for apart.
_KEPT = 8


def read_file(path: Path) -> pl.DataFrame:
    """The runs of one file, as RUNS. Raises WorkbookError where it is missing, empty or not readable."""
    return read_source(path).runs


def read_source(path: Path) -> Source:
    """All that a file gives. Raises WorkbookError where it is missing, empty or not readable."""
    if find_reader(path) in (read_plain, read_marked) or not path.is_file():
        return _parse_once(path, *map(read_raw, list_sources(path)))
    seen = path.stat()
    return _read_once(path, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=_KEPT)
def _parse_once(path: Path, raw: bytes, _printed: bytes = b"") -> Source:
    """A text is soon read from the disk: what is kept is known by its very bytes, and its printed text's."""
    return parse_source(path, raw)


@lru_cache(maxsize=_KEPT)
def _read_once(path: Path, _changed: int, _size: int) -> Source:
    if path.suffix.lower() in UNBOUNDED:
        from workbook.text.apart import read_here  # which reads with what stands in this file

        return read_here(path, read_raw(path))
    return parse_source(path, read_raw(path))


def parse_source(path: Path, raw: bytes) -> Source:
    """What these bytes give, read as a file of this name, which may lie nowhere.

    Raises WorkbookError where they are not readable so.
    """
    return find_reader(path)(path, raw)


def find_reader(path: Path) -> Reader:
    """The reader for files with this ending. Raises WorkbookError where there is none."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(ending for ending in READERS if ending)
        raise WorkbookError(
            f"{path}: files ending in {path.suffix} cannot be read. Save it as one of these: {known}."
        )
    return reader


def name_hands(path: Path) -> dict[str, str]:
    """The hands that a file itself gives names: as its marks name them -> as people read them."""
    return read_source(path).hands if path.suffix.lower() not in (".txt", ".text", "") else {}


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
