"""RUNS and REMARKS -> RUNS: a reader who disagrees with a mark changes it, and the edition stays as it is."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import polars as pl

from workbook.schemas import RUNS, WorkbookError, frame_of

# What a remark replaces on the characters that it covers; the rest of a run stays.
_STATE = [
    "inserted_by",
    "deleted_by",
    "restored_by",
    "moved_from",
    "date",
    "inserted_grade",
    "inserted_note",
    "deleted_grade",
    "deleted_note",
]
State = tuple


def apply_remarks(runs: pl.DataFrame, remarks: pl.DataFrame, folder: Path | str) -> pl.DataFrame:
    """RUNS with the remarks made, the later ones over the earlier: the frame RUNS.

    `folder` is the data folder that the remarks name their files in. Raises WorkbookError where the words
    of a remark do not stand in its line: the text changed since it was written.
    """
    own = remarks.with_columns(file=pl.lit(f"{Path(folder).resolve()}/") + pl.col("file"))
    touched = own.join(runs, on="file", how="semi")
    if touched.is_empty():
        return runs
    lines = {key: part.to_dicts() for key, part in touched.group_by("file", "line", maintain_order=True)}
    rows = [
        row
        for key, line in runs.group_by("file", "line", maintain_order=True)
        for row in (_remark_line(line, lines[key]) if key in lines else line.iter_rows())
    ]
    return frame_of(rows, RUNS)


def _remark_line(line: pl.DataFrame, remarks: list[dict]) -> Iterator[tuple]:
    """The runs of one printed line, cut where the remarks begin and end."""
    printed = "".join(line["text"])
    states = [state for *state, text in line.select(*_STATE, "text").iter_rows() for _sign in text]
    for remark in remarks:
        start, end = remark["start"], remark["start"] + len(remark["words"])
        if printed[start:end] != remark["words"]:
            raise WorkbookError(
                f"{remark['file']}, line {remark['line']}: “{remark['words']}” does not stand where your "
                "reading changes its mark; the text was changed since. Delete this row and mark it anew."
            )
        told = [remark["grade"], f"your reading: {remark['reason']}"]
        put, struck = remark["inserted_by"], remark["deleted_by"]
        nothing = [None, ""]
        states[start:end] = [
            [put, struck, "", "", None, *(told if put else nothing), *(told if struck else nothing)]
        ] * (end - start)
    return _cut_line(line.row(-1, named=True), printed, states)


def _cut_line(last: dict, printed: str, states: list[list]) -> Iterator[tuple]:
    """One run a stretch in one state; the break behind the line stays with its last run."""
    stretches = [(state, list(signs)) for state, signs in groupby(range(len(states)), key=states.__getitem__)]
    pieces = [(dict(zip(_STATE, state, strict=True)), printed[at[0] : at[-1] + 1]) for state, at in stretches]
    if not pieces or (last["text"] == "" and last["break"] in ("inserted", "deleted")):
        pieces.append(({name: last[name] for name in _STATE}, ""))
    for run, (state, text) in enumerate(pieces):
        behind = last["break"] if run == len(pieces) - 1 else "none"
        row = {**last, "run": run, "text": text, "break": behind, **state}
        yield tuple(row[name] for name in RUNS)
