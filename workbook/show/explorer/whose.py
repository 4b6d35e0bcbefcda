"""ORIGINS -> what the explorer's page shows of whose words a change is."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

import polars as pl

from workbook.schemas import PAIR_KEYS
from workbook.show.tallies import count_hands
from workbook.text.read.remarks import NOT_KNOWN

# Where the page's filter and its counts speak of words that are nobody's.
NOBODY = "?"
# A reading is made by judgement: it never bears a name without saying so.
RECONSTRUCTED = ", as reconstructed"
Stretch = list[int]  # how many code points, and which row of `told`


class Whose:
    """The origins of one comparison as the page needs them: every hand and every reason listed once."""

    def __init__(self, origins: pl.DataFrame, hands: pl.DataFrame, reconstructed: bool) -> None:
        """`hands` are HANDS of the compared files; `reconstructed` says whether the marks were judged."""
        self.origins = origins
        self.names = {
            hand: name + RECONSTRUCTED * reconstructed
            for hand, name in hands.select("hand", "name").iter_rows()
        }
        self._files: dict[str, list[str]] = defaultdict(list)
        for file, hand in hands.select("file", "hand").iter_rows():
            self._files[file].append(hand)
        self.told: dict[tuple[str, str, str], int] = {}
        self._stretches: dict[tuple, list[tuple[str, int]]] = defaultdict(list)
        self._hands: dict[tuple, set[str]] = defaultdict(set)
        for row in origins.iter_rows(named=True):
            hand = row["hand"] or NOBODY
            at = self.told.setdefault((hand, row["grade"], row["reason"]), len(self.told))
            key = tuple(row[name] for name in PAIR_KEYS)
            self._stretches[(key, row["span"], row["side"])].append((row["text"], at))
            if row["weight"] == "substance" and row["words"]:
                self._hands[key].add(hand)

    def list_hands(self) -> list[dict]:
        """The hands that changed words, the busiest first, those of no known hand last: hand, name, words."""
        return [
            {
                "hand": row["hand"] or NOBODY,
                "name": self.names.get(row["hand"], row["hand"]) or NOT_KNOWN,
                "words": [row["words_in"], row["words_out"]],
            }
            for row in count_hands(self.origins).to_dicts()
        ]

    def name_hands(self, drafts: pl.DataFrame, draft: str) -> dict[str, str]:
        """The hands in the file of a draft -> as people read them."""
        file = drafts.filter(pl.col("draft") == draft)["file"][0]
        return {hand: self.names[hand] for hand in self._files[file]}

    def list_told(self) -> list[list[str]]:
        """What marks tell, each once: hand, grade, reason."""
        return [list(told) for told in self.told]

    def of_pair(self, key: tuple) -> list[str]:
        """The hands that changed words of a pair of paragraphs."""
        return sorted(self._hands.get(key, ()))

    def of_span(self, key: tuple, span: int, old: str, new: str) -> list[list[Stretch]]:
        """For the struck and the inserted words of a span: the stretches that they consist of."""
        sides = ((old, "old"), (new, "new"))
        return [_measure(text, self._stretches.get((key, span, side), ())) for text, side in sides]

    @property
    def backwards(self) -> bool:
        """Whether the older of the two drafts is the one that was made out of the other."""
        return not self.origins.filter(pl.col("side") == "old", pl.col("act") == "inserted").is_empty()


def _measure(text: str, stretches: Iterable[tuple[str, int]]) -> list[Stretch]:
    """How long each stretch is, with the white space behind it: together they are the text."""
    starts, told, found = [], [], 0
    for words, place in stretches:
        found = max(found, text.find(words, found))
        starts.append(found if starts else 0)
        told.append(place)
        found += len(words)
    lengths = (end - start for start, end in pairwise([*starts, len(text)]))
    return [list(stretch) for stretch in zip(lengths, told, strict=True)]
