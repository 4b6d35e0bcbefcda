"""ORIGINS -> whose changes: words by hand, with those that are nobody's counted apart."""

import polars as pl

from workbook.schemas import ORIGINS, PAIR_KEYS, TALLIES, conform, frame_of

KEYS = list(PAIR_KEYS)
# A word that only changed its case or lost a comma is no change of substance.
SUBSTANTIAL = (pl.col("weight") == "substance") & (pl.col("words") > 0)


def count_hands(origins: pl.DataFrame) -> pl.DataFrame:
    """One row a hand, the busiest first: the frame TALLIES.

    Words count by what the hand did, whichever draft stands first. Changes of form are left out. The row
    without a hand, the last one, holds the words of which no mark tells the hand, or tells it surely
    enough: they are in nobody's tally.
    """
    put, struck = (pl.col("words").filter(pl.col("act") == act).sum() for act in ("inserted", "struck"))
    return (
        origins.filter(SUBSTANTIAL)
        .group_by("hand", maintain_order=True)
        .agg(
            pl.struct("new_position", "old_position").n_unique().alias("pairs"),
            put.alias("words_in"),
            struck.alias("words_out"),
        )
        .sort(pl.col("hand") == "", pl.col("words_in") + pl.col("words_out"), descending=[False, True])
        .pipe(conform, TALLIES)
    )


def add_unknown(words: pl.DataFrame, origins: pl.DataFrame | None) -> pl.DataFrame:
    """Rows of pairs, with `words_unknown`: their words in and out that are attributed to nobody.

    Null where no mark tells of hands at all.
    """
    told = frame_of([], ORIGINS) if origins is None else origins
    nobodys = pl.col("words").filter(SUBSTANTIAL, pl.col("hand") == "").sum()
    unknown = told.group_by(KEYS).agg(nobodys.alias("words_unknown"))
    return words.join(unknown, on=KEYS, how="left", nulls_equal=True, maintain_order="left")


def tells_hands(origins: pl.DataFrame | None) -> bool:
    """Whether any mark tells of the hands in a comparison."""
    return origins is not None and not origins.is_empty()
