"""data/references.csv, lexicon/sources.csv and pinpoints.csv -> what is known of cited texts."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from workbook.meaning.lexicon import SCHEMES, check_pattern
from workbook.meaning.sheet import keep_table, read_sheet, refuse_gaps
from workbook.schemas import DOCUMENTS, PINPOINTS, REFERENCES, Schema, WorkbookError, frame_of
from workbook.text.drafts import data_folder, shipped_data

_NUMBERS = {"first", "last"}


def load_documents(folder: Path | str | None = None) -> pl.DataFrame:
    """One row a document that drafters name in several ways: the frame DOCUMENTS.

    `folder` is the lexicon that holds sources.csv; without one, or where it holds none, the project's own
    is taken, as for the two lists below. Raises WorkbookError, with file and line, where a column is missing
    or a pattern does not compile.
    """
    return _read_documents(_find("lexicon/sources.csv", folder))


@keep_table
def _read_documents(path: Path, raw: bytes) -> pl.DataFrame:
    rows = []
    for place, row in _read(path, raw, DOCUMENTS, ("source", "pattern")):
        check_pattern(row["pattern"], f"{place}: the pattern '{row['pattern']}'")
        rows.append(list(row.values()))
    return frame_of(rows, DOCUMENTS)


def load_pinpoints(folder: Path | str | None = None) -> pl.DataFrame:
    """One row a stretch of a document's places, and what it stands for: the frame PINPOINTS.

    Raises WorkbookError also where first or last is no number, or the scheme is unknown.
    """
    return _read_pinpoints(_find("lexicon/pinpoints.csv", folder))


@keep_table
def _read_pinpoints(path: Path, raw: bytes) -> pl.DataFrame:
    rows = []
    for place, row in _read(path, raw, PINPOINTS, ("source", "kind", "first", "last")):
        for name in sorted(_NUMBERS):
            if not (row[name].isascii() and row[name].isdigit()):
                raise WorkbookError(f"{place}: the column {name} holds '{row[name]}', no number.")
        if row["scheme"] not in ("", *SCHEMES):
            raise WorkbookError(f"{place}: no scheme is called '{row['scheme']}'.")
        rows.append([int(cell) if name in _NUMBERS else cell for name, cell in row.items()])
    return frame_of(rows, PINPOINTS)


def load_references(folder: Path | str | None = None) -> pl.DataFrame:
    """One row a text that helps to see agreed language, and where it is published: the frame REFERENCES.

    Nothing is fetched. `folder` is the data folder that holds references.csv.
    """
    rows = _read(_find("references.csv", folder), None, REFERENCES, ("symbol", "title"))
    return frame_of([list(row.values()) for _, row in rows], REFERENCES)


def _find(name: str, folder: Path | str | None) -> Path:
    own = Path(folder) / Path(name).name if folder else data_folder() / name
    return own if own.is_file() else shipped_data() / name


def _read(
    path: Path, raw: bytes | None, schema: Schema, filled: tuple[str, ...]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Where each row of a table stands, and its cells without space around them; some must be filled."""
    for place, row in read_sheet(path, schema, "a table", raw):
        refuse_gaps(row, filled, place)
        yield place, {name: row[name].strip() for name in schema}
