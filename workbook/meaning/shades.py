"""LADDER made ready for comparing: verbs, tones and objects that were exchanged inside a clause."""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import polars as pl

# Words exchanged in a stretch longer than this belong to other sentences, not to each other.
LONGEST_EXCHANGE = 4
# How the rule begins where nothing is compared.
DOUBLED = "two verbs side by side"
Spans = list[tuple[str, str]]  # struck words and those put in for them
Shade = tuple[str, str, list[str]]  # direction, rule, the words that decide


class _Order(NamedTuple):
    """The phrases of one kind, each with its place in the order."""

    each: list[tuple[re.Pattern, int]]
    any: re.Pattern | None  # finds whether there is one at all; null where their groups would be mixed up


class Shades:
    """What stands above what: acts by their rung, tones and objects by their order."""

    def __init__(self, rows: tuple[tuple, ...]) -> None:
        kinds: dict[tuple[str, str, str], list[tuple[str, int]]] = defaultdict(list)
        for scheme, tag, title, pattern, rung in rows:
            if scheme in ("act", "tone", "object"):
                kind = ("act", "", "") if scheme == "act" else (scheme, tag, title)
                kinds[kind].append((pattern, rung))
        self._scales = {kind: _order(phrases) for kind, phrases in kinds.items()}

    def compare(self, spans: Spans, wanted: str = "") -> Shade | None:
        """The first exchange of a weaker word for a stronger one of its kind, or the other way round.

        `wanted` is "tone" where only the tone can have changed.
        """
        for (scheme, _tag, title), order in self._scales.items():
            if wanted and scheme != wanted:
                continue
            for old, new in spans:
                if not (old and new) or old == new:
                    continue  # nothing was exchanged
                if scheme == "act" and max(len(old.split()), len(new.split())) > LONGEST_EXCHANGE:
                    continue
                # "will strive to include": the softer verb governs; of tones and objects the stronger.
                pick = min if scheme == "act" else max
                before = _find(order, old, pick)
                after = _find(order, new, pick) if before else None
                if before and after and before[1] != after[1]:
                    return self._tell(scheme, title, before, after)
        return None

    def _tell(self, scheme: str, title: str, before: tuple[str, int], after: tuple[str, int]) -> Shade:
        stronger = after[1] > before[1]
        words = f"“{before[0]}” → “{after[0]}”"
        if scheme == "act":
            rule = f"a verb inside the clause, rung {before[1]} to {after[1]}: {words}"
            return "up" if stronger else "down", rule, [before[0], after[0]]
        way = "stronger" if stronger else "weaker"
        return (
            scheme,
            f"{way} {'tone' if scheme == 'tone' else 'object'}, {title}: {words}",
            [before[0], after[0]],
        )


@lru_cache(maxsize=8)
def _make(rows: tuple[tuple, ...]) -> Shades:
    return Shades(rows)


def make_shades(ladder: pl.DataFrame) -> Shades:
    """The scale's orders, compiled."""
    return _make(tuple(ladder.select("scheme", "tag", "title", "pattern", "rung").iter_rows()))


def _order(phrases: list[tuple[str, int]]) -> _Order:
    each = [(_compile(pattern), rung) for pattern, rung in phrases]
    grouped = any(pattern.groups for pattern, _rung in each)
    return _Order(each, None if grouped else _compile("|".join(pattern for pattern, _rung in phrases)))


def _compile(pattern: str) -> re.Pattern:
    return re.compile(rf"\b(?:{pattern})\b", re.I)


def _find(order: _Order, text: str, pick: Callable) -> tuple[str, int] | None:
    """The phrase in these words that governs, with its place in the order."""
    if order.any and not order.any.search(text):
        return None  # nearly always: one look spares many
    found = [(rung, hit[0]) for pattern, rung in order.each if (hit := pattern.search(text))]
    return pick(found)[::-1] if found else None
