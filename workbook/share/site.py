"""Comparisons -> a folder for any static host: a page a pair of drafts, an index, plotly.js beside them."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from workbook.schemas import WorkbookError
from workbook.share.html import write_index
from workbook.show.explorer.parts import PLOTLY, read_plotly


class Leaf(NamedTuple):
    """One page of a site: which drafts it compares, their titles, what came of it, and the page itself."""

    old: str
    new: str
    title: str
    summary: str
    page: str


def name_pages(ids: list[str]) -> dict[tuple[str, str], str]:
    """The file name of each pair of drafts, either way round."""
    names: dict[str, str] = {}
    for draft in ids:
        stem = re.sub(r"[^A-Za-z0-9.-]+", "-", draft).strip("-.").lower() or "draft"
        # Two drafts whose names differ in signs alone still have two files.
        names[draft] = stem if stem not in names.values() else f"{stem}-{len(names) + 1}"
    return {(old, new): f"{names[old]}--{names[new]}.html" for old in ids for new in ids if old != new}


def write_site(folder: Path, leaves: Iterable[Leaf], ids: list[str]) -> list[Path]:
    """Writes the pages, an index.html that leads to them, and plotly.js; the files written.

    Raises WorkbookError where the folder cannot be written.
    """
    files, links = name_pages(ids), []
    written = [folder / PLOTLY]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written[0].write_bytes(read_plotly())
        for leaf in leaves:
            file = folder / files[leaf.old, leaf.new]
            file.write_text(leaf.page, encoding="utf-8")
            written.append(file)
            if ids.index(leaf.old) < ids.index(leaf.new):
                links.append((file.name, leaf.title, leaf.summary))
        index = folder / "index.html"
        index.write_text(write_index(links), encoding="utf-8")
    except OSError as error:
        raise WorkbookError(f"{folder}: the site cannot be written there ({error.strerror}).") from error
    return [*written, index]
