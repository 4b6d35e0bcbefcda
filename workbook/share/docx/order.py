"""PAIRS -> one order of two drafts' lines in which each draft's own lines keep their order.

What cannot keep it has moved: it is taken away at its old place and put in at its new one.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

import polars as pl

from workbook.compare.facts import heaviest_rise
from workbook.schemas import PAIR_KEYS
from workbook.share.docx.lines import Line

# As much of their letters two headings share at least to be one heading, reworded.
_ALIKE = 0.5


class Link(NamedTuple):
    """An old and a new line with words in common: their places, and their pair's keys where PAIRS have it."""

    old: int
    new: int
    key: tuple | None
    moved: bool = False


Unit = tuple[Link, ...]  # one link, or those of a split or a merger, in order


class Step(NamedTuple):
    """One thing to write: what becomes of a line of one draft, or of the lines of a unit."""

    act: str  # kept, deleted, inserted, moved from, moved to
    links: Unit = ()
    line: int = -1  # for deleted and inserted: the place in its draft


def order_lines(olds: list[Line], news: list[Line], pairs: pl.DataFrame, diffs: pl.DataFrame) -> list[Step]:
    """What to write, in order: the old lines among it are in the old order, the new ones in the new."""
    units = [*_link_body(olds, news, pairs, diffs), *_link_rest(olds, news)]
    stays, goes = _part_moved(units, news)
    # A split that stands elsewhere: its longest part moved, the others are new.
    moved = [max(unit, key=lambda link: len(news[link.new].text)) for unit in goes]
    from_at = {link.old: Step("moved from", (link,)) for link in moved}
    to_at = {link.new: Step("moved to", (link,)) for link in moved}
    steps: list[Step] = []
    old = new = 0
    for unit in [*stays, None]:
        next_old, next_new = (unit[0].old, unit[0].new) if unit else (len(olds), len(news))
        steps += [from_at.get(at) or Step("deleted", line=at) for at in range(old, next_old)]
        steps += [to_at.get(at) or Step("inserted", line=at) for at in range(new, next_new)]
        if unit:
            steps.append(Step("kept", unit))
            old, new = unit[-1].old + 1, unit[-1].new + 1
    return steps


def _part_moved(units: list[Unit], news: list[Line]) -> tuple[list[Unit], list[Unit]]:
    """The units that stand in the same order in both drafts, as many words as can be, and the others."""
    units = sorted(units, key=lambda unit: unit[0].old)
    weights = [sum(1 if link.moved else 1 + len(news[link.new].text) for link in unit) for unit in units]
    spine = set(heaviest_rise([unit[0].new for unit in units], weights))
    return [units[at] for at in sorted(spine)], [unit for at, unit in enumerate(units) if at not in spine]


def _link_body(
    olds: list[Line], news: list[Line], pairs: pl.DataFrame, diffs: pl.DataFrame
) -> Iterator[Unit]:
    """The links of PAIRS as units; of links that share a line and make no unit, those with most words."""
    places = [{line.position: at for at, line in enumerate(lines)} for lines in (olds, news)]
    kept = _count_kept(diffs)
    linked = pairs.filter(
        pl.col("old_position").is_not_null(),
        pl.col("new_position").is_not_null(),
        pl.col("relation") != "fragment",
    )
    links = [
        Link(places[0][key[1]], places[1][key[4]], key, moved)
        for *key, moved in linked.select(*PAIR_KEYS, "moved").iter_rows()
        for key in [tuple(key)]
    ]
    shares = _join_shares(diffs)
    for group in _group(links):
        if len(group) == 1 or _is_whole(group, olds, news, shares):
            yield tuple(group)
            continue
        taken: set[tuple[int, int]] = set()
        for link in sorted(group, key=lambda link: -kept.get(link.key, 0)):
            if not {(0, link.old), (1, link.new)} & taken:
                taken |= {(0, link.old), (1, link.new)}
                yield (link,)


def _count_kept(diffs: pl.DataFrame) -> dict[tuple, int]:
    kept = (
        diffs.filter(pl.col("op") == "equal")
        .group_by(list(PAIR_KEYS))
        .agg(pl.col("new_text").str.len_chars().sum())
    )
    return {tuple(row[:-1]): row[-1] for row in kept.iter_rows()}


def _join_shares(diffs: pl.DataFrame) -> dict[tuple, tuple[str, str]]:
    """The words of either side that a link holds."""
    joined = (
        diffs.sort("span", maintain_order=True)
        .group_by(list(PAIR_KEYS))
        .agg(pl.col("old_text").str.join(), pl.col("new_text").str.join())
    )
    return {tuple(row[:-2]): row[-2:] for row in joined.iter_rows()}


def _group(links: list[Link]) -> list[list[Link]]:
    """Links that share a line, directly or by way of others, each group in the order of both drafts."""
    group_of: dict[tuple[int, int], list[Link]] = {}
    for link in links:
        sides = ((0, link.old), (1, link.new))
        near = {id(group): group for side in sides if (group := group_of.get(side)) is not None}
        joined = [*(other for group in near.values() for other in group), link]
        for other in joined:
            group_of[0, other.old] = group_of[1, other.new] = joined
    return [sorted(group) for group in {id(group): group for group in group_of.values()}.values()]


def _is_whole(
    group: list[Link], olds: list[Line], news: list[Line], shares: dict[tuple, tuple[str, str]]
) -> bool:
    """Whether one line became neighbours, or neighbours one line, so that a paragraph mark says it all."""
    for whole, lines, side in (("old", olds, 0), ("new", news, 1)):
        part = "new" if whole == "old" else "old"
        one = {getattr(link, whole) for link in group}
        many = [getattr(link, part) for link in group]
        if len(one) == 1 and all(behind == before + 1 for before, behind in pairwise(many)):
            words = "".join(shares.get(link.key, ("", ""))[side] for link in group)
            return words == lines[one.pop()].text
    return False


def _link_rest(olds: list[Line], news: list[Line]) -> Iterator[Unit]:
    """Titles, headings and letters, which no pair links: the same words, or in their place most of them."""
    rest = [
        [(at, line) for at, line in enumerate(lines) if line.kind not in ("paragraph", "item")]
        for lines in (olds, news)
    ]
    keys = [[(line.kind, line.text) for _at, line in lines] for lines in rest]
    for act, i, i_end, j, j_end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if act not in ("equal", "replace"):
            continue
        for (old, was), (new, now) in zip(rest[0][i:i_end], rest[1][j:j_end], strict=False):
            if act == "equal" or (was.kind == now.kind and _likeness(was.text, now.text) >= _ALIKE):
                yield (Link(old, new, None),)


def _likeness(old: str, new: str) -> float:
    from rapidfuzz.fuzz import ratio

    return ratio(old, new) / 100
