"""data/lexicon/swaps.csv -> SWAPS: the words by which an exercise makes up changes."""

from pathlib import Path

import polars as pl

from workbook.meaning.sheet import read_sheet
from workbook.schemas import SWAP_RULE, SWAPS, WorkbookError, frame_of
from workbook.text.drafts import data_folder, shipped_data


def load_swaps(folder: Path | str | None = None) -> pl.DataFrame:
    """One row an exchange of words, in the order of the file: the frame SWAPS.

    `folder` holds swaps.csv; without one, or where it holds none, the project's own is taken. Raises
    WorkbookError, with file and line, where a column is missing, a rule is unknown, or a row changes nothing.
    """
    own = (Path(folder) if folder else data_folder() / "lexicon") / "swaps.csv"
    path = own if own.is_file() else shipped_data() / "lexicon" / "swaps.csv"
    rows = []
    for place, row in read_sheet(path, SWAPS, "a table of exchanges"):
        words = {name: row[name].strip() for name in SWAPS}
        if words["rule"] not in SWAP_RULE.categories:
            known = ", ".join(SWAP_RULE.categories)
            raise WorkbookError(f"{place}: no rule is called '{words['rule'][:40]}'. Use one of: {known}.")
        if words["from"] == words["to"]:
            raise WorkbookError(
                f"{place}: from and to are the same. Say what is changed, or take the row out."
            )
        rows.append(tuple(words.values()))
    return frame_of(rows, SWAPS)
