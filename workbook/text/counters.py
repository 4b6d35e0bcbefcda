"""Numbers that no file holds, a list's or a footnote's: they are counted over the runs that stand.

A run whose text is counted says how in its column `counter`: a `Counter`, written as JSON. A Word file
does not hold such numbers either: accept a new paragraph, and all behind it count on.
"""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import polars as pl

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = tuple(
    zip(_VALUES, ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), strict=True)
)
# Roman numbers and repeated letters ("aaa") become long; no list comes near this, and Word stops there too.
_LARGEST = 5000
_PLACE = re.compile(r"%([1-9])")


class Counter(NamedTuple):
    """How a number is counted: the `level` of a list, from 0, and what all levels down to it look like."""

    list: str  # numbers of one list are counted together
    level: int = 0
    text: str = "%1"  # "%1.%2)": the numbers of the levels, and what stands between them
    formats: tuple[str, ...] = ("decimal",)
    starts: tuple[int, ...] = (1,)
    restarts: int = -1  # the level from which on a higher number starts this one over; -1: any higher one
    anew: str = ""  # a part of the list that starts at a number of its own, when it comes first
    behind: str = ""  # what parts the number from the text

    def write(self) -> str:
        """As the column `counter` holds it."""
        return json.dumps(self, ensure_ascii=False)


def count_again(runs: pl.DataFrame) -> pl.DataFrame:
    """The same runs, their numbers counted anew in the order in which the runs stand.

    Where paragraphs were joined, the number stands in front, as that of any paragraph; one that has no
    words beside it is counted and not shown, as Word's empty items are.
    """
    if not (runs["counter"] != "").any():
        return runs
    texts = iter(count(runs.filter(pl.col("counter") != "")["counter"]))
    counted = [next(texts) if how else text for how, text in runs.select("counter", "text").iter_rows()]
    number = pl.col("part") == "number"
    line = (pl.col("break") != "none").cum_sum().shift(1, fill_value=0)
    words = (pl.col("text").str.strip_chars() != "") & ~number
    return (
        runs.with_columns(pl.Series("text", counted, dtype=pl.String), _line=line)
        .with_columns(
            text=pl.when(number & ~words.any().over("_line")).then(pl.lit("")).otherwise("text"),
            _order=~number,
        )
        .sort("_line", "_order", maintain_order=True)
        .drop("_line", "_order")
    )


def count(counters: Iterable[str]) -> list[str]:
    """The numbers of these counters, counted in this order."""
    counts = _Counts()
    return [counts.next(_read(counter)) for counter in counters]


@lru_cache(maxsize=1024)
def _read(counter: str) -> Counter:
    given = json.loads(counter)
    return Counter(*[tuple(part) if isinstance(part, list) else part for part in given])


class _Counts:
    """The numbers that the lists of a text have reached."""

    def __init__(self) -> None:
        self._now = 0
        self._reached: dict[tuple[str, int], int] = {}
        self._when: dict[tuple[str, int], int] = {}  # a level was last counted at
        self._begun: set[tuple[str, str, int]] = set()

    def next(self, how: Counter) -> str:
        """The next number of a list, as it is shown."""
        self._now += 1
        place = (how.list, how.level)
        begins = bool(how.anew) and (how.list, how.anew, how.level) not in self._begun
        if begins:
            self._begun.add((how.list, how.anew, how.level))
        over = begins or place not in self._reached or self._starts_over(how)
        self._reached[place] = how.starts[how.level] if over else self._reached[place] + 1
        self._when[place] = self._now
        return _PLACE.sub(lambda found: self._show(how, int(found[1]) - 1), how.text) + how.behind

    def _starts_over(self, how: Counter) -> bool:
        """Whether a higher level was counted since this one was."""
        lowest = how.level if how.restarts < 0 else min(how.restarts, how.level)
        own = self._when[how.list, how.level]
        return any(self._when.get((how.list, level), 0) > own for level in range(lowest))

    def _show(self, how: Counter, level: int) -> str:
        if level > how.level:
            return ""
        reached = self._reached.setdefault((how.list, level), how.starts[level])
        return show_number(reached, how.formats[level])


def show_number(number: int, form: str) -> str:
    """A number in one of Word's formats, "lowerLetter" say; one that is not known here shows digits."""
    if form in ("none", "bullet"):
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if not 0 < number < _LARGEST or form not in ("lowerLetter", "upperLetter", "lowerRoman", "upperRoman"):
        return str(number)
    shown = _show_roman(number) if form.endswith("Roman") else _show_letters(number)
    return shown.upper() if form.startswith("upper") else shown


def _show_letters(number: int) -> str:
    """a, b ... z, aa, bb ..., as Word counts on."""
    rounds, letter = divmod(number - 1, len(_LETTERS))
    return _LETTERS[letter] * (rounds + 1)


def _show_roman(number: int) -> str:
    shown = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        shown += sign * times
    return shown
