"""The explorer on the drafts of a data folder, in a notebook and in the dashboard."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from workbook.app.comparison import compare_drafts, make_page_bundle
from workbook.app.readings import find_remarks, name_drafts
from workbook.schemas import WorkbookError
from workbook.share.cache import remember
from workbook.text.drafts import data_folder, load_drafts, pick_drafts, shipped_data

if TYPE_CHECKING:
    from workbook.show.explorer.widget import Explorer


def explore(
    old: str | None = None, new: str | None = None, folder: Path | str | None = None, edit: bool = True
) -> "Explorer":
    """The explorer on the drafts of the data folder; without ids the first two are compared.

    With `edit`, what a reader changes on a mark is written to your-reading.csv in the data folder at once;
    without, it stays in this explorer, and can be downloaded from its page.
    """
    from workbook.share.reading import Reading
    from workbook.show.explorer.widget import Explorer

    drafts, data = load_drafts(folder), Path(folder or data_folder())
    reading = Reading(data, edit, lambda remarks: _check_last(remarks, data))

    def make_bundle(old: str, new: str) -> dict:
        current = load_drafts(folder)  # the table may have changed since the page was opened
        remarks = find_remarks(pick_drafts(current, [old, new]), folder, reading.session)
        named = name_drafts(current, folder, reading.session)

        def make() -> dict:
            return make_page_bundle(compare_drafts(old, new, folder, remarks), named, folder)

        if len(reading.session):  # what a visitor thinks is not kept on disk
            return make()
        told = [remarks.rows(), named["title"].to_list()]
        return remember(json.dumps(["bundle", old, new, *told]), _sources(current, [old, new], folder), make)

    return Explorer(make_bundle, name_drafts(drafts, folder), old, new, reading)


def _check_last(remarks: pl.DataFrame, data: Path) -> None:
    """Raises WorkbookError where the last remark is on no file of a draft, or does not fit its file."""
    from workbook.text.read import read_file
    from workbook.text.remarks import apply_remarks

    name = remarks["file"][-1]
    file = f"{data.resolve()}/{name}"
    if file not in load_drafts(data)["file"].to_list():
        raise WorkbookError(f"Your reading: no draft of this data folder has the file “{name[:80]}”.")
    apply_remarks(read_file(Path(file)), remarks.filter(pl.col("file") == name), data)


def _sources(drafts: pl.DataFrame, ids: list[str], folder: Path | str | None) -> list[Path]:
    """The files that a comparison of these drafts is made from. Raises WorkbookError where one is missing."""
    files = [Path(file) for file in pick_drafts(drafts, ids)["file"]]
    for file in files:
        if not file.is_file():
            raise WorkbookError(f"{file}: there is no such file. Check the column file in drafts.csv.")
    own = Path(folder) if folder else data_folder()
    # Where the user's folder has no term list, ours is used.
    lexicons = [*(own / "lexicon").glob("*.csv"), *(shipped_data() / "lexicon").glob("*.csv")]
    return [*files, own / "drafts.csv", *sorted(lexicons)]


def show_dashboard() -> "Explorer":
    """What the dashboard's one cell shows: the explorer on the drafts of WORKBOOK_DATA, or on ours.

    What visitors change on marks is kept in the data folder where WORKBOOK_EDIT is "yes", as for
    `workbook dashboard --edit`; else in the page of each alone.
    """
    return explore(edit=os.environ.get("WORKBOOK_EDIT") == "yes")
