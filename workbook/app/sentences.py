"""A comparison -> one plain sentence a pair of paragraphs, from end to end."""

from pathlib import Path

import polars as pl

from workbook.app.comparison import Comparison


def make_cards(
    found: Comparison,
    folder: Path | str | None = None,
    weighed: tuple[pl.DataFrame, pl.DataFrame] | None = None,
    scale: str = "",
    source_changes: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """One row a pair of paragraphs, with what changed in one sentence: the frame CARDS.

    `weighed` are CLAUSES and TRAIL of this comparison, as `source_changes` are its SOURCE_CHANGES, where they
    were made before; `scale` are a reader's changes to the scale of commitment.
    """
    from workbook.app.cited import follow_sources
    from workbook.app.comparison import weigh_clauses
    from workbook.app.scaling import load_scale
    from workbook.show.explorer.bundle import find_whose
    from workbook.show.sentences import tell_changes

    compared = ("pairs", "diffs", "paragraphs", "tags", "terms", "origins")
    frames = {name: getattr(found, name) for name in compared}
    frames["clauses"], frames["trail"] = weighed or weigh_clauses(found, load_scale(folder, scale))
    frames["source_changes"] = follow_sources(found, folder) if source_changes is None else source_changes
    return tell_changes(frames, find_whose(None, found.hands, found.drafts).names, bool(scale))
