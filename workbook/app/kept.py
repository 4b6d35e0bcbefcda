"""What a page is kept under: the kernel that makes it and the server that hands it out name it alike."""

import json
from pathlib import Path
from typing import NamedTuple

import polars as pl

from workbook.app.readings import find_remarks, name_drafts
from workbook.schemas import WorkbookError
from workbook.share.cache import find_kept
from workbook.text.drafts import data_folder, list_left_out, load_drafts, pick_drafts, shipped_data
from workbook.text.read import list_sources


class Wanted(NamedTuple):
    """The page of two drafts before it is made: what goes into it, and the name that it is kept under."""

    name: str
    sources: list[Path]
    remarks: pl.DataFrame  # as NOTED
    drafts: pl.DataFrame  # all of the data folder, as they are listed


def name_bundle(
    old: str, new: str, folder: Path | str | None = None, session: pl.DataFrame | None = None
) -> Wanted:
    """What the page of these drafts is made from, as the data folder is now; `session` are remarks not saved.

    Raises WorkbookError where drafts.csv is broken, a draft is unknown or its file is missing.
    """
    current = load_drafts(folder)  # the table may have changed since a page was opened
    remarks = find_remarks(pick_drafts(current, [old, new]), folder, session)
    named = name_drafts(current, folder, session)
    listed = [named["title"].to_list(), list_left_out(folder)]
    name = json.dumps(["bundle", old, new, remarks.rows(), *listed])
    return Wanted(name, _sources(current, [old, new], folder), remarks, named)


def find_bundle(old: str = "", new: str = "", folder: Path | str | None = None) -> bytes | None:
    """The kept page of two drafts of the data folder as JSON, its bundle under `made`; None: none is kept.

    Without ids the first two are meant, as in the explorer. Nothing is made here, so that a server may ask.
    Raises WorkbookError where an id is none of the data folder's: the path of a file is no id here.
    """
    known = load_drafts(folder)["draft"].to_list()
    old, new = old or known[0], new or known[min(1, len(known) - 1)]
    for draft in (old, new):
        if draft not in known:
            raise WorkbookError(f"No draft is called “{draft[:80]}”. The drafts are: {', '.join(known)}.")
    wanted = name_bundle(old, new, folder)
    return find_kept(wanted.name, wanted.sources)


def list_every_source(folder: Path | str | None = None) -> list[Path]:
    """The files of every draft of the data folder, its tables and its exercises."""
    own = Path(folder) if folder else data_folder()
    files = [Path(file) for file in load_drafts(folder)["file"]]
    read = [source for file in files if file.is_file() for source in list_sources(file)]
    tables = [*own.glob("*.csv"), *own.glob("exercises/*.toml")]
    return [*dict.fromkeys(read), *sorted(tables)]


def _sources(drafts: pl.DataFrame, ids: list[str], folder: Path | str | None) -> list[Path]:
    """The files that a comparison of these drafts is made from. Raises WorkbookError where one is missing."""
    files = [Path(file) for file in pick_drafts(drafts, ids)["file"]]
    for file in files:
        if not file.is_file():
            raise WorkbookError(f"{file}: there is no such file. Check the column file in drafts.csv.")
    own = Path(folder) if folder else data_folder()
    # Where the user's folder has no term list, ours is used.
    lexicons = [*(own / "lexicon").glob("*.csv"), *(shipped_data() / "lexicon").glob("*.csv")]
    read = [source for file in files for source in list_sources(file)]
    table = [own / "drafts.csv"] if (own / "drafts.csv").is_file() else []
    return [*read, *table, *sorted(lexicons)]
