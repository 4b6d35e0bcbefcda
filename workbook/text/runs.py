"""Files of drafts -> RUNS, and the one rule by which hands are applied to them."""

from pathlib import Path

import polars as pl

from workbook.text.read import read_file

_NOBODY = ""


def read_runs(drafts: pl.DataFrame) -> pl.DataFrame:
    """The runs of every file that the drafts name, each file once: the frame RUNS.

    Raises WorkbookError where a file is missing, empty or no text.
    """
    files = drafts["file"].unique(maintain_order=True)
    return pl.concat(read_file(Path(file)) for file in files)


def apply_hands(runs: pl.DataFrame, hands: str) -> pl.DataFrame:
    """The runs that stand in the text once these hands are applied.

    `printed` keeps every run, `none` undoes all changes, `all` makes them all; names joined by ";"
    make the changes of these hands alone. A run stands when nobody put it in, or an applied hand
    did, and when nobody struck it, or a hand that is not applied did.
    """
    if hands == "printed":
        return runs
    inserted, deleted = pl.col("inserted_by"), pl.col("deleted_by")
    if hands in ("none", "all"):
        applied = pl.lit(hands == "all")
        return runs.filter((inserted == _NOBODY) | applied, (deleted == _NOBODY) | ~applied)
    names = [name.strip() for name in hands.split(";")]
    return runs.filter((inserted == _NOBODY) | inserted.is_in(names), ~deleted.is_in(names))
