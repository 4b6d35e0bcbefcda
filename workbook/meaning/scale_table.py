"""A reader's own scale as the table ladder.csv, and such a table -> the changes that make it."""

import csv
import io

import polars as pl

from workbook.meaning.ladder import check_rung
from workbook.meaning.own_scale import (
    APART,
    EFFORT,
    MERGE,
    MOVABLE,
    RESULT,
    Change,
    edit_ladder,
    read_changes,
    tell_leads_apart,
    write_changes,
)
from workbook.meaning.phrases import check_phrase_words, make_rows
from workbook.meaning.sheet import read_rows
from workbook.schemas import LADDER, WorkbookError

# Characters of a table that is loaded in a page: ten times the longest that we know.
LONGEST_TABLE = 200_000
_NAME = "Your ladder.csv"
_FOLDER = "Put the file into the folder lexicon of your data folder, where patterns of your own are read."
# What makes two rows of a scale the same phrase.
_SAME = ("scheme", "tag", "term", "pattern", "except")


def write_ladder(ladder: pl.DataFrame) -> str:
    """The scale as the table ladder.csv, which `load_ladder` and `find_changes` read."""
    return ladder.write_csv()


def find_changes(table: object, ladder: pl.DataFrame) -> str:
    """The changes that make the scale of this table out of the given one, as `edit_ladder` takes them.

    A pattern in such a table is compared and never run: only phrases of the given scale, and those that were
    added in plain words, are taken. Raises WorkbookError, with the line, where there is another one.
    """
    found = _read_table(table)
    base = {_name(row): row for row in ladder.to_dicts()}
    apart = {_name(row) for row in tell_leads_apart(ladder)}
    added: list[Change] = []
    rungs: dict[tuple, int | None] = {}
    parted = False
    for place, row in found:
        name = _name(row)
        if known := _find(base, row):
            rungs[known] = row["rung"]
        elif name in apart:
            parted = True
        elif change := _read_added(row, place):
            added.append(change)
    merged = _is_merged(base, rungs)
    moved = [change for name, row in base.items() for change in _tell_move(row, name, rungs, merged)]
    switches = [(MERGE,)] * merged + [(APART,)] * parted
    changes = write_changes([*dict.fromkeys([*moved, *added]), *switches])
    _refuse_others(edit_ladder(ladder, changes), [row for _place, row in found])
    return write_changes(read_changes(changes))


def _read_table(table: object) -> list[tuple[str, dict]]:
    if not isinstance(table, str) or len(table) > LONGEST_TABLE:
        raise WorkbookError(f"{_NAME}: it is longer than a scale can be. {_FOLDER}")
    lines = io.StringIO(table.removeprefix("\ufeff"), newline="")
    try:
        rows = list(read_rows(lines, LADDER, _NAME))
    except csv.Error as error:
        raise WorkbookError(f"{_NAME}: cannot be read as a scale ({error}). Save it as CSV.") from error
    return [(place, row | {"rung": check_rung(row["rung"], place)}) for place, row in rows]


def _name(row: dict) -> tuple:
    return tuple(row[name] for name in _SAME)


def _find(base: dict[tuple, dict], row: dict) -> tuple | None:
    """The phrase of the scale that this row is, whatever rung it stands on."""
    name = _name(row)
    if name in base:
        return name
    same = (known for known in base if (known[0], *known[2:]) == (name[0], *name[2:]) and known[0] in MOVABLE)
    return next((known for known in same if known[1].isdigit() and row["tag"] == str(row["rung"])), None)


def _read_added(row: dict, place: str) -> Change | None:
    """The phrase that was added in plain words. On rung 4 such a phrase has two rows; each says the same."""
    try:
        words = check_phrase_words(row["term"])
        made = make_rows(words, row["rung"], row["title"]) if row["rung"] else []
    except WorkbookError:
        made = []
    if any(_name(each) == _name(row) for each in made):
        return ("add", str(row["rung"]), row["term"])
    raise WorkbookError(
        f"{place}: “{row['term'][:60]}” is neither a phrase of the scale here nor one in plain words. "
        f"{_FOLDER}"
    )


def _is_merged(base: dict[tuple, dict], rungs: dict[tuple, int | None]) -> bool:
    """Whether every result stands among the efforts."""
    results = [name for name, row in base.items() if row["scheme"] == "act" and row["rung"] == RESULT]
    return len(results) > 1 and all(rungs.get(name, EFFORT) == EFFORT for name in results)


def _tell_move(row: dict, name: tuple, rungs: dict[tuple, int | None], merged: bool) -> list[Change]:
    """How this row of the scale was moved, in one change or none."""
    rung, movable = row["rung"], row["scheme"] in MOVABLE and row["rung"] is not None
    if name not in rungs:
        if not movable:
            raise WorkbookError(
                f"{_NAME}: the row “{row['term'][:60]}” ({row['scheme']}) is missing. {_FOLDER}"
            )
        return [(row["scheme"], row["term"], "")]
    if not movable or rung == rungs[name] or (merged and row["scheme"] == "act" and rung == RESULT):
        return []
    return [(row["scheme"], row["term"], "" if rungs[name] is None else str(rungs[name]))]


def _refuse_others(made: pl.DataFrame, rows: list[dict]) -> None:
    """Raises WorkbookError where the changes do not make what the table says."""
    wanted = sorted((_name(row), row["rung"] or 0) for row in rows)
    if sorted((_name(row), row["rung"] or 0) for row in made.to_dicts()) != wanted:
        raise WorkbookError(f"{_NAME}: it differs from the scale here by more than phrases moved. {_FOLDER}")
