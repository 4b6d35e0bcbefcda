"""A comparison -> one plain sentence a pair of paragraphs, from end to end."""

from pathlib import Path

import polars as pl

from workbook.app.comparison import Comparison


def make_cards(
    found: Comparison,
    folder: Path | str | None = None,
    weighed: tuple[pl.DataFrame, pl.DataFrame] | None = None,
    scale: str = "",
) -> pl.DataFrame:
    """One row a pair of paragraphs, with what changed in one sentence: the frame CARDS.

    `weighed` are CLAUSES and TRAIL of this comparison, where they were made before; `scale` are a reader's
    changes to the scale of commitment.
    """
    from workbook.app.cited import find_cited
    from workbook.app.comparison import weigh_clauses
    from workbook.meaning.source_changes import compare_sources
    from workbook.show.explorer.bundle import find_whose
    from workbook.show.sentences import tell_changes

    compared = ("pairs", "diffs", "paragraphs", "tags", "terms", "origins")
    frames = {name: getattr(found, name) for name in compared}
    frames["clauses"], frames["trail"] = weighed or weigh_clauses(found, folder, scale)
    sources = find_cited(found.runs, found.drafts, found.tags, folder)
    frames["source_changes"] = compare_sources(sources, found.pairs)
    return tell_changes(frames, find_whose(found.origins, found.hands, found.drafts).names, bool(scale))
