"""All that is known of a comparison in one table, one row a pair of paragraphs."""

from pathlib import Path

import polars as pl

from workbook.app.comparison import Comparison, weigh_clauses


def make_changes(found: Comparison, folder: Path | str | None = None, scale: str = "") -> pl.DataFrame:
    """The frame CHANGES of a comparison, by the term lists and the scale of the data folder.

    `scale` are a reader's changes to it. Raises WorkbookError where one cannot be made.
    """
    from workbook.app.scaling import load_scale
    from workbook.show.changes import list_changes

    clauses, trail = weigh_clauses(found, load_scale(folder, scale))
    return list_changes(
        found.pairs,
        found.diffs,
        found.paragraphs,
        found.tags,
        found.terms,
        make_travels(found),
        clauses,
        trail,
        found.origins,
        found.hands,
        bool(scale),
    )


def make_travels(found: Comparison) -> pl.DataFrame:
    """The tags of a comparison's newer draft, own, inherited and lost: the frame TRAVELS."""
    from workbook.meaning.travels import follow_tags

    drafts = [found.old, found.new]
    return follow_tags(found.tags, found.pairs, found.diffs, found.paragraphs, drafts)
