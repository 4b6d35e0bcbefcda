"""The workbook put together: one comparison from end to end, and the explorer that shows it."""

from pathlib import Path
from typing import NamedTuple

import polars as pl

from workbook.compare.diffs import diff_words
from workbook.compare.pairs import pair_paragraphs
from workbook.meaning.lexicon import load_terms
from workbook.meaning.tags import tag_paragraphs
from workbook.schemas import WorkbookError
from workbook.show.counts import count_changes
from workbook.show.explorer.bundle import bundle_comparison
from workbook.show.explorer.widget import Explorer
from workbook.text.account import account_for
from workbook.text.citations import find_citations
from workbook.text.drafts import load_drafts, pick_drafts
from workbook.text.objectives import list_objectives
from workbook.text.paragraphs import split_paragraphs
from workbook.text.runs import read_runs


class Comparison(NamedTuple):
    """Every frame of one comparison; `drafts` and `paragraphs` hold the two drafts compared."""

    old: str
    new: str
    drafts: pl.DataFrame
    paragraphs: pl.DataFrame
    pairs: pl.DataFrame
    diffs: pl.DataFrame
    terms: pl.DataFrame
    tags: pl.DataFrame
    counts: pl.DataFrame


def compare_drafts(old: str, new: str, folder: Path | str | None = None) -> Comparison:
    """Two drafts read, paired, diffed, tagged and counted; an id or the path of a file names each.

    `folder` is the data folder to use instead of the workbook's own. Raises WorkbookError where a
    draft is unknown, its file cannot be read, or the term lists have an error.
    """
    drafts = pick_drafts(load_drafts(folder), [old, new])
    paragraphs = split_paragraphs(read_runs(drafts), drafts)
    pairs = pair_paragraphs(paragraphs, old, new)
    diffs = diff_words(pairs, paragraphs)
    terms = load_terms(folder and Path(folder) / "lexicon")
    tags = tag_paragraphs(paragraphs, terms)
    counts = count_changes(diffs, tags, paragraphs, terms)
    return Comparison(old, new, drafts, paragraphs, pairs, diffs, terms, tags, counts)


def explore(old: str | None = None, new: str | None = None, folder: Path | str | None = None) -> Explorer:
    """The explorer on the drafts of the data folder; without ids the first two are compared."""
    drafts = load_drafts(folder)
    if drafts.is_empty():
        raise WorkbookError("There is no draft to show: drafts.csv has no rows. Add one row a draft.")

    def make_bundle(old: str, new: str) -> dict:
        comparison = compare_drafts(old, new, folder)
        return bundle_comparison(
            old,
            new,
            drafts=drafts,
            paragraphs=comparison.paragraphs,
            pairs=comparison.pairs,
            diffs=comparison.diffs,
            tags=comparison.tags,
            terms=comparison.terms,
        )

    return Explorer(make_bundle, drafts, old, new)


def show_dashboard() -> Explorer:
    """What the dashboard's one cell shows: the explorer on the drafts of WORKBOOK_DATA, or on ours."""
    return explore()


def make_table(
    name: str, ids: list[str], folder: Path | str | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frame of this name (a key of schemas.FRAMES) and the DRAFTS rows that it was made from.

    `ids` are draft ids or paths of files; without any, all drafts of the data folder are meant, and
    for pairs, diffs and counts its first two. Raises WorkbookError where other than two are given there.
    """
    drafts = load_drafts(folder)
    if name in ("pairs", "diffs", "counts"):
        ids = ids or drafts["draft"].head(2).to_list()
        if len(ids) != 2:
            raise WorkbookError(f"{name} compares two drafts, an older and a newer one: name two.")
        comparison = compare_drafts(*ids, folder)
        return getattr(comparison, name), comparison.drafts
    drafts = pick_drafts(drafts, ids)
    return _read_table(name, drafts, folder), drafts


def _read_table(name: str, drafts: pl.DataFrame, folder: Path | str | None) -> pl.DataFrame:
    if name == "drafts":
        return drafts
    runs = read_runs(drafts)
    makers = {
        "runs": lambda: runs,
        "paragraphs": lambda: split_paragraphs(runs, drafts),
        "objectives": lambda: list_objectives(split_paragraphs(runs, drafts)),
        "citations": lambda: find_citations(runs, drafts),
        "account": lambda: account_for(runs, drafts),
        "tags": lambda: tag_paragraphs(
            split_paragraphs(runs, drafts), load_terms(folder and Path(folder) / "lexicon")
        ),
    }
    return makers[name]()
