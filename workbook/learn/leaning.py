"""A reference text made ready: which of its paragraphs can share words with what somebody types."""

from collections import defaultdict
from collections.abc import Iterable

import polars as pl

from workbook.meaning.agreed import RUN
from workbook.meaning.wording import find_words
from workbook.text.paragraphs import body_of


class Reference:
    """The text whose agreed language is looked for: its title, and its paragraphs by their words."""

    def __init__(self, draft: str, title: str, paragraphs: pl.DataFrame) -> None:
        self.draft, self.title = draft, title
        self._body = body_of(paragraphs).with_row_index("row")
        self._holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for row, text in self._body.select("row", "text").iter_rows():
            for words in _list_runs(text):
                self._holders[words].add(row)

    def narrow(self, texts: Iterable[str]) -> pl.DataFrame:
        """Its paragraphs, PARAGRAPHS, that share four words in a row with one of these texts.

        All that AGREED tells of the texts rests on rows of four words and more, so it is the same of these.
        """
        near = {row for text in texts for words in _list_runs(text) for row in self._holders.get(words, ())}
        return self._body.filter(pl.col("row").is_in(sorted(near))).drop("row")


def _list_runs(text: str) -> Iterable[tuple[str, ...]]:
    words, _places = find_words(text)
    return zip(*(words[step:] for step in range(RUN)), strict=False)
