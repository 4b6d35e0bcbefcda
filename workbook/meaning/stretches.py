"""Stretches of a text: which of many are touched by one."""

from bisect import bisect_left, bisect_right
from operator import itemgetter

_START, _END = itemgetter(0), itemgetter(1)


def find_touched(stretches: list[tuple], start: int, end: int) -> list[tuple]:
    """Those that share a character with the one from start to end.

    Each begins with its own start and end; they stand apart, in the order of the text.
    """
    first = bisect_right(stretches, start, key=_END)
    return stretches[first : bisect_left(stretches, end, first, key=_START)]
