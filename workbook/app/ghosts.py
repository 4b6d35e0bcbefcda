"""Words of a flattened draft that were probably struck: found, and marked in a text of their own."""

import os
from pathlib import Path
from typing import NamedTuple

import polars as pl

from workbook.app.comparison import compare_drafts
from workbook.schemas import REMARKS, WorkbookError, frame_of

HAND, NAME = "struck", "struck earlier, as inferred"


class Ghosts(NamedTuple):
    """What was found: GHOSTS of the old draft, the two DRAFTS, and the RUNS of their files."""

    ghosts: pl.DataFrame
    drafts: pl.DataFrame
    runs: pl.DataFrame


def find_struck(old: str, new: str, folder: Path | str | None = None) -> Ghosts:
    """The words of a flattened old draft that were probably struck, as the new one tells.

    Raises WorkbookError where the old one is not flattened: of a clean text, each would be wrong.
    """
    from workbook.compare.ghosts import find_ghosts

    found = compare_drafts(old, new, folder)
    status = dict(found.drafts.select("draft", "status").iter_rows())
    if status[old] != "flattened":
        raise WorkbookError(
            f"{old}: struck words are looked for in a flattened text, and this one is {status[old]}. "
            "Where strike-through was lost in it, say “flattened” in the column status of drafts.csv."
        )
    ghosts = find_ghosts(found.pairs, found.paragraphs, later_flattened=status[new] == "flattened")
    return Ghosts(ghosts, found.drafts, found.runs)


def mark_struck(found: Ghosts, file: Path) -> str:
    """The old draft's file with the ghosts marked as struck, to be written to `file`: a marked text.

    Each is graded inferred. Raises WorkbookError where the file has marks of its own that name hands.
    """
    from workbook.share.marked import write_marked
    from workbook.text.marks import list_hands
    from workbook.text.places import Places
    from workbook.text.read import name_hands
    from workbook.text.remarks import mark_places

    draft, printed = found.drafts.row(0, named=True)["draft"], Path(found.drafts["file"][0])
    own = found.runs.filter(pl.col("file") == str(printed))
    if name_hands(printed):
        raise WorkbookError(f"{printed}: this text is marked already. Change its marks in place.")
    places = Places(found.runs, found.drafts, draft)
    rows = [
        (printed.name, *place, "", HAND, "inferred", reason)
        for position, start, end, reason in found.ghosts.select(
            "position", "start", "end", "reason"
        ).iter_rows()
        for place in places.find(position, [(start, end)])[0]
    ]
    hands = {HAND: NAME} | dict.fromkeys(list_hands(own)["hand"], "by a hand that is not known")
    marked = mark_places(own, frame_of(rows, REMARKS))
    return write_marked(marked, hands, _name_printed(printed, file.resolve()))


def _name_printed(printed: Path, file: Path) -> str:
    """The printed text as the marked one names it, where both lie in one data folder."""
    name = Path(os.path.relpath(printed, file.parent)).as_posix()
    fits = printed.is_relative_to(file.parents[1]) and not set(name) & set("{}<>")
    return name if fits else ""
