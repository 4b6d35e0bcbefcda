"""data/drafts.csv -> DRAFTS: the texts that a user can pick."""

import os
from functools import lru_cache
from pathlib import Path

import polars as pl

from workbook.schemas import DRAFTS, WorkbookError, conform
from workbook.text.folder import HANDS_SIGN, draft_of_file, list_folder, list_unread

# Tables that were read last: each chapter of a page asks which drafts there are.
_KEPT = 8


def data_folder() -> Path:
    """The folder of drafts.csv, printed/ and lexicon/: the user's own, named by WORKBOOK_DATA, or ours."""
    own = os.environ.get("WORKBOOK_DATA")
    return Path(own) if own else shipped_data()


def shipped_data() -> Path:
    """The data that comes with the package: inside it once installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    return package / "data" if (package / "data").is_dir() else package.parent / "data"


def load_drafts(folder: Path | str | None = None) -> pl.DataFrame:
    """One row a text that can be picked, in the order of drafts.csv: the frame DRAFTS.

    `file` becomes an absolute path. Of a folder without drafts.csv, each file that can be read is a draft.
    Raises WorkbookError, with the line, where drafts.csv lacks a column, holds a word that a column does not
    know, or names one id twice, and where it is missing from a folder without drafts.
    """
    table = Path(folder or data_folder()).resolve() / "drafts.csv"
    if not table.is_file():
        return _load_folder(table)
    drafts = _parse_table(table, table.read_bytes())
    _refuse_strangers(drafts, table)
    return drafts.clone()


@lru_cache(maxsize=_KEPT)
def _parse_table(table: Path, raw: bytes) -> pl.DataFrame:
    """A table is soon read from the disk: what is kept is known by its very bytes."""
    rows = _read_rows(table, raw)
    _refuse_twins(rows, table)
    _refuse_gaps(rows, table)
    try:
        return rows.with_columns(
            pl.col("date").str.to_date("%Y-%m-%d", strict=True),
            file=pl.lit(str(table.parent) + "/") + pl.col("file"),
        ).pipe(conform, DRAFTS)
    except pl.exceptions.PolarsError as error:
        raise WorkbookError(f"{table}, line {_bad_line(rows)}: {_first_line(error)}. {_mend()}") from error


def list_left_out(folder: Path | str | None = None) -> list[str]:
    """A sentence on each file of a data folder that is no draft because it cannot be read.

    Where there is a drafts.csv, it says which files are drafts, and nothing is left out.
    """
    home = Path(folder or data_folder()).resolve()
    return [] if (home / "drafts.csv").is_file() else list_unread(home)


def _load_folder(table: Path) -> pl.DataFrame:
    if not table.parent.is_dir():
        raise WorkbookError(f"{table}: there is no such file, and no such folder. Check the name.")
    drafts = list_folder(table.parent)
    if drafts.is_empty():
        unread = list_unread(table.parent)
        raise WorkbookError(
            f"{table}: there is no such file, and no other file in its folder that can be read. "
            f"{' '.join([*unread, ''])}Put your drafts there (Word, PDF, HTML, plain text), or a drafts.csv: "
            f"{_columns()}."
        )
    return drafts


def pick_drafts(drafts: pl.DataFrame, ids: list[str]) -> pl.DataFrame:
    """The DRAFTS rows of these ids, in their order; the path of a file works in place of an id.

    Behind a path may stand whose changes are made: "draft.docx@none", "draft.docx@Ana;Ben". A path
    that a row of `drafts` names brings that row's title and status along. Raises WorkbookError where an
    id is neither known nor the path of a file.
    """
    picked = [_pick(drafts, name) for name in dict.fromkeys(ids)]
    return pl.concat(picked) if picked else drafts


def _pick(drafts: pl.DataFrame, name: str) -> pl.DataFrame:
    known = drafts.filter(pl.col("draft") == name)
    if len(known):
        return known
    if reading := _split_reading(name):
        return draft_of_file(*reading)
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise WorkbookError(f"{name!r}: the name of this file is no UTF-8 text. Rename it.") from error
    try:
        path = Path(name).resolve(strict=True)
        if not path.is_file():
            raise OSError
    except (OSError, ValueError) as error:
        names = ", ".join(drafts["draft"])
        raise WorkbookError(
            f"{name}: no draft has this id and no file this name. The ids are: {names}."
        ) from error
    ours = drafts.filter(pl.col("file") == str(path)).with_columns(draft=pl.lit(name))
    # Of a file with several readings, its own name means the words as they are printed.
    return ours if len(ours) == 1 else draft_of_file(name)


def _split_reading(name: str) -> tuple[str, str] | None:
    """The path of a file and the hands behind it: a hand may be an address, and bear the sign itself."""
    signs = [at for at, sign in enumerate(name) if sign == HANDS_SIGN]
    readings = ((name[:at], name[at + 1 :]) for at in reversed(signs))
    return next(
        ((path, hands) for path, hands in readings if hands and _is_file(path) and not _is_file(name)), None
    )


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _read_rows(table: Path, raw: bytes) -> pl.DataFrame:
    try:
        rows = pl.read_csv(raw, infer_schema=False).with_columns(pl.all().fill_null(""))
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise WorkbookError(f"{table}: this is no CSV table ({_first_line(error)}). {_mend()}") from error
    if missing := [name for name in DRAFTS if name not in rows.columns]:
        raise WorkbookError(f"{table}, line 1: the columns {', '.join(missing)} are missing. {_mend()}")
    return rows.select(list(DRAFTS)).with_columns(pl.when(pl.col("date") != "").then("date"))


def _refuse_twins(rows: pl.DataFrame, table: Path) -> None:
    twins = rows.with_row_index("line", offset=2).filter(~pl.col("draft").is_first_distinct())
    if len(twins):
        line, draft = twins.row(0)[:2]
        raise WorkbookError(f"{table}, line {line}: a second draft is called {draft}. Give each its own id.")


def _refuse_gaps(rows: pl.DataFrame, table: Path) -> None:
    if rows.is_empty():
        raise WorkbookError(f"{table}, line 1: there are no rows below the head. {_mend()}")
    for column in ("draft", "file", "hands"):
        gaps = rows.with_row_index("line", offset=2).filter(pl.col(column) == "")
        if len(gaps):
            raise WorkbookError(f"{table}, line {gaps['line'][0]}: the column {column} is empty. {_mend()}")


def _refuse_strangers(drafts: pl.DataFrame, table: Path) -> None:
    """A table names files of its own folder: what is shown and published comes from nowhere else."""
    for line, file in enumerate(drafts["file"].str.strip_prefix(f"{table.parent}/"), 2):
        if not (table.parent / file).resolve().is_relative_to(table.parent):
            raise WorkbookError(f"{table}, line {line}: {file} lies outside {table.parent}. Copy it there.")


def _bad_line(rows: pl.DataFrame) -> int:
    """The first line (the header is line 1) that the frame refuses."""
    for line, row in enumerate(rows.iter_slices(1), 2):
        try:
            row.with_columns(pl.col("date").str.to_date("%Y-%m-%d", strict=True)).pipe(conform, DRAFTS)
        except pl.exceptions.PolarsError:
            return line
    return 1


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".")


def _columns() -> str:
    return "one row a draft, columns " + ", ".join(DRAFTS)


def _mend() -> str:
    kinds, statuses = (", ".join(DRAFTS[name].categories) for name in ("kind", "status"))
    return (
        f"It needs {_columns()}; kind is one of {kinds}; status one of {statuses}; "
        "dates are written 2022-04-27."
    )
