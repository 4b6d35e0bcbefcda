"""TRAIL -> what the explorer's page shows of commitments: a sentence a clause, and which way it went."""

from collections import defaultdict

import polars as pl

from workbook.schemas import PAIR_KEYS
from workbook.show.trails import tell_trail


class Promises:
    """What became of the clauses of each pair of paragraphs."""

    def __init__(self, trail: pl.DataFrame | None, hands: dict[str, str], own_scale: bool = False) -> None:
        """`hands` names the hands for people; `own_scale` says that a reader changed the scale."""
        self._rows: dict[tuple, list[list[str]]] = defaultdict(list)
        if trail is not None:
            told = tell_trail(trail, hands, own_scale).select(*PAIR_KEYS, "direction", "told", "whose")
            for *key, direction, words, whose in told.iter_rows():
                self._rows[tuple(key)].append([direction, words, whose])

    def of_pair(self, key: tuple) -> list[list[str]]:
        """For each clause that changed: which way (as in TRAIL), what became of it, whose change it is."""
        return self._rows.get(key, [])
