"""Who is named as the author of a change, and when they made it: only what the files tell."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from workbook.schemas import PAIR_KEYS

# What no file tells is nobody's; and in a text that we made out of a flattened copy it is ours.
NOT_KNOWN, RECONSTRUCTION = "not known", "reconstruction"
# What a letter says or another text shows; anything less puts no words into anybody's mouth.
_SURE = ("documented", "corroborated")


class Author(NamedTuple):
    """Whose change it is, as Word's margin will name them; without a date where none is known."""

    name: str
    date: datetime.date | None = None


class Credits:
    """Whose each change between two drafts is."""

    def __init__(
        self, drafts: pl.DataFrame, runs: pl.DataFrame, hands: pl.DataFrame, origins: pl.DataFrame
    ) -> None:
        self._rebuilt = "reconstructed" in drafts["status"].to_list()
        self._dates = _list_dates(runs)
        self._names = dict(hands.select("hand", "name").iter_rows())
        # Compared backwards, a change undoes what a hand did: it is not theirs.
        forward = origins.filter((pl.col("side") == "new") == (pl.col("act") == "inserted"))
        self._stretches: dict[tuple, list[tuple[str, Author]]] = defaultdict(list)
        self._of_pair: dict[tuple, set[Author]] = defaultdict(set)
        for row in forward.iter_rows(named=True):
            key, author = tuple(row[name] for name in PAIR_KEYS), self._name(row)
            self._stretches[key, row["span"], row["side"]].append((row["text"], author))
            self._of_pair[key].add(author)
        own = not self._rebuilt and drafts["file"].n_unique() == 1
        self._of_words = _list_whole(runs, self._names) if own else {}
        self.default = self._name_rest(drafts, len(forward) > 0)

    def of_pair(self, key: tuple | None) -> Author:
        """Whose the changes of a pair are that no mark speaks of: its number, its paragraph mark.

        Theirs who made all its other changes; else the default.
        """
        authors = self._of_pair.get(key, set())
        return next(iter(authors)) if len(authors) == 1 else self.default

    def of_words(self, act: str, text: str, otherwise: Author) -> Author:
        """Whose words these are that ORIGINS do not follow (a number, a space), if a mark holds just them."""
        return self._of_words.get((act, text.strip() or text), otherwise)

    def divide(self, key: tuple, span: int, side: str, text: str) -> Iterator[tuple[str, Author]]:
        """The words of one side of a span of DIFFS, stretch by stretch, each with its author."""
        stretches = self._stretches.get((key, span, side), [])
        starts, at = [], 0
        for words, _author in stretches:
            at = text.find(words, at)
            if at < 0:
                break
            starts.append(at)
            at += len(words)
        if not starts or len(starts) < len(stretches):
            yield text, self.default
            return
        starts[0] = 0
        for (_words, author), start, end in zip(stretches, starts, [*starts[1:], len(text)], strict=True):
            yield text[start:end], author

    def _name(self, row: dict) -> Author:
        name = self._names.get(row["hand"], row["hand"])
        if not self._rebuilt:
            return Author(name, self._date(row)) if name else Author(NOT_KNOWN)
        sure = name and row["grade"] in _SURE
        return Author(f"{name}, as reconstructed" if sure else RECONSTRUCTION)

    def _name_rest(self, drafts: pl.DataFrame, marked: bool) -> Author:
        """The author of what no mark tells."""
        if self._rebuilt:
            return Author(RECONSTRUCTION)
        authors = {author for found in self._of_pair.values() for author in found}
        if len(authors) == 1:
            return authors.pop()
        if marked or "flattened" in drafts["status"].to_list():
            return Author(NOT_KNOWN)
        new = drafts.row(-1, named=True)
        return Author(new["title"], new["date"])

    def _date(self, row: dict) -> datetime.date | None:
        """When the words were put in or struck; none where the file has several answers."""
        dated = self._dates.get((row["hand"], row["act"]), [])
        same = {date for text, date in dated if row["text"] == text.strip()}
        around = {date for text, date in dated if row["text"] in text}
        found = same or around or {date for _text, date in dated}
        return found.pop() if len(found) == 1 else None


def _list_whole(runs: pl.DataFrame, names: dict[str, str]) -> dict[tuple[str, str], Author]:
    """For each act and the words of a mark, whose it is: where one hand alone has such a mark, on one day."""
    found: dict[tuple[str, str], set[Author]] = defaultdict(set)
    for inserted, deleted, text, date in runs.select("inserted_by", "deleted_by", "text", "date").iter_rows():
        for hand, act in ((inserted, "inserted"), (deleted, "deleted")):
            if hand and text:
                found[act, text.strip() or text].add(Author(names.get(hand, hand), date))
    return {words: next(iter(authors)) for words, authors in found.items() if len(authors) == 1}


def _list_dates(runs: pl.DataFrame) -> dict[tuple[str, str], list[tuple[str, datetime.date | None]]]:
    """For each hand and act, the words of its marks with their dates."""
    dates = defaultdict(list)
    for inserted, deleted, text, date in runs.select("inserted_by", "deleted_by", "text", "date").iter_rows():
        for hand, act in ((inserted, "inserted"), (deleted, "struck")):
            if hand:
                dates[hand, act].append((text, date))
    return dates
