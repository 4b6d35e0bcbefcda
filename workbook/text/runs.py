"""Files of drafts -> RUNS, and the one rule by which hands are applied to them."""

from pathlib import Path

import polars as pl

from workbook.schemas import WorkbookError
from workbook.text.counters import count_again
from workbook.text.read import read_file

# What a mark says of its words: whose hand is on them, how surely, and why.
STATE = [
    *("inserted_by", "deleted_by", "restored_by"),
    *("inserted_grade", "inserted_note", "deleted_grade", "deleted_note"),
]
_NOBODY = ""


def read_runs(drafts: pl.DataFrame) -> pl.DataFrame:
    """The runs of every file that the drafts name, each file once: the frame RUNS.

    Raises WorkbookError where a file is missing, empty or no text.
    """
    files = drafts["file"].unique(maintain_order=True)
    return pl.concat(read_file(Path(file)) for file in files)


def apply_hands(runs: pl.DataFrame, hands: str) -> pl.DataFrame:
    """The runs that stand in the text once these hands are applied, their numbers counted anew.

    `printed` keeps every run, `none` undoes all changes, `all` makes them all; names joined by ";"
    make the changes of these hands alone. A run stands when nobody put it in, or an applied hand
    did, and when nobody struck it, a hand that is not applied did, or one that is put it back.
    Raises WorkbookError where a name is no hand's in these runs.
    """
    if hands == "printed":
        return runs
    names = list_applied(runs, hands)
    inserted, deleted, restored = (pl.col(f"{act}_by") for act in ("inserted", "deleted", "restored"))
    there = (inserted == _NOBODY) | inserted.is_in(names)
    return count_again(runs.filter(there, ~deleted.is_in(names) | restored.is_in(names)))


def list_applied(runs: pl.DataFrame, hands: str) -> list[str]:
    """The hands of these runs that are applied. Raises WorkbookError where a name is no hand's."""
    acts = pl.concat(runs[f"{act}_by"] for act in ("inserted", "deleted", "restored"))
    known = sorted({*acts.unique()} - {_NOBODY, None})
    if hands in ("none", "all"):
        return known if hands == "all" else []
    names = split_hands(hands)
    if strangers := [name for name in names if name not in known]:
        whose = f"The hands in it are {', '.join(known)}." if known else "There are no marks in it."
        raise WorkbookError(
            f"{runs['file'][0]}: no mark is by {', '.join(strangers)}. {whose} "
            "printed, none and all work for every file."
        )
    return names


def split_hands(hands: str) -> list[str]:
    """The names in a list of hands: "rev3; wimn" names two."""
    return [name.strip() for name in hands.split(";") if name.strip()]
