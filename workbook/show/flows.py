"""TRACE -> what became of each paragraph since the draft before, in the words of its card."""

import polars as pl

from workbook.schemas import PAIRS, PLACE, TRACE, Schema, conform
from workbook.show.cards import tell_relations

TOLD: Schema = TRACE | {"told": pl.String}
FIRST = "the first draft here"
# The drafters' number leads to other words than the text itself.
MISLEADING = "its number, or the one that it announces, was another paragraph's in the draft before"


def tell_links(trace: pl.DataFrame) -> pl.DataFrame:
    """TRACE with `told`: "moved from 55, as announced", "new", "gone"; FIRST in the first draft."""
    first = trace.filter(pl.col("relation").is_null()).with_columns(told=pl.lit(FIRST))
    links = trace.filter(pl.col("relation").is_not_null())
    steps = [_tell_step(step) for _, step in links.group_by("old_draft", maintain_order=True)]
    return pl.concat([first, *steps]).pipe(conform, TOLD)


def _tell_step(links: pl.DataFrame) -> pl.DataFrame:
    """The links of two neighbouring drafts; a sentence on one speaks of the others."""
    pairs = links.rename({name: f"new_{name}" for name in PLACE}).select(*PAIRS)
    return links.with_columns(told=tell_relations(pairs.pipe(conform, PAIRS))["words"])
