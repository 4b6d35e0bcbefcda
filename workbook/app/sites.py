"""The pages of a site: one for every pair of drafts, each with all that its tabs show."""

import json
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from workbook.app.chapters import Asked, make_all
from workbook.app.comparison import compare_drafts, make_page_bundle
from workbook.app.readings import name_drafts
from workbook.share.html import sum_up, write_page
from workbook.share.site import PLOTLY, Leaf, name_pages


def compare_all(drafts: pl.DataFrame, folder: Path | str | None = None) -> Iterator[Leaf]:
    """The page of every pair of these drafts, either way round, one after the other."""
    drafts = name_drafts(drafts, folder)
    files = name_pages(drafts["draft"].to_list())
    pages = {
        json.dumps(pair, ensure_ascii=False, separators=(",", ":")): file for pair, file in files.items()
    }
    titles = dict(drafts.select("draft", "title").iter_rows())
    for old, new in files:
        found = compare_drafts(old, new, folder)
        frames = (found.drafts, found.paragraphs, found.pairs, found.diffs)
        bundle = make_page_bundle(found, drafts, folder)
        chapters = make_all(Asked(old, new, folder, made=found))
        page = write_page(
            *frames, bundle, notices=found.notices, plotly=PLOTLY, pages=pages, chapters=chapters
        )
        yield Leaf(old, new, f"{titles[old]} → {titles[new]}", sum_up(found.pairs), page)
