"""Files of drafts -> RUNS, and the one rule by which hands are applied to them."""

from pathlib import Path

import polars as pl

from workbook.schemas import WorkbookError
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
    did, and when nobody struck it, or a hand that is not applied did. Raises WorkbookError where a
    name is no hand's in these runs.
    """
    if hands == "printed":
        return runs
    inserted, deleted = pl.col("inserted_by"), pl.col("deleted_by")
    if hands in ("none", "all"):
        applied = pl.lit(hands == "all")
        return runs.filter((inserted == _NOBODY) | applied, (deleted == _NOBODY) | ~applied)
    names = split_hands(hands)
    _refuse_strangers(runs, names)
    return runs.filter((inserted == _NOBODY) | inserted.is_in(names), ~deleted.is_in(names))


def split_hands(hands: str) -> list[str]:
    """The names in a list of hands: "rev3; wimn" names two."""
    return [name.strip() for name in hands.split(";") if name.strip()]


def _refuse_strangers(runs: pl.DataFrame, names: list[str]) -> None:
    known = sorted({*runs["inserted_by"], *runs["deleted_by"]} - {_NOBODY})
    if strangers := [name for name in names if name not in known]:
        whose = f"The hands in it are {', '.join(known)}." if known else "There are no marks in it."
        raise WorkbookError(
            f"{runs['file'][0]}: no mark is by {', '.join(strangers)}. {whose} "
            "printed, none and all work for every file."
        )
