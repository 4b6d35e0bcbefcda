"""SOURCES of two drafts and their PAIRS -> SOURCE_CHANGES: which sources were kept, gained and lost."""

from collections import defaultdict

import polars as pl

from workbook.schemas import PAIR_KEYS, SOURCE_CHANGES, SOURCE_COUNTS, conform, frame_of

_Cited = dict[tuple[str, str], dict]  # a paragraph's rows of SOURCES by source and pinpoint


def compare_sources(sources: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """One row a cited place of a pair, in the pairs' order: the frame SOURCE_CHANGES.

    A source is kept where any paragraph that the words went to cites it: moved, split, merged or in
    fragments. It is lost or gained once, beside the paragraph that holds most of the words. `scheme`, `tag`,
    `doubt` and `printed` are those of the newer draft, of the older one for what is lost.
    """
    cited: dict[tuple, _Cited] = defaultdict(dict)
    for row in sources.to_dicts():
        cited[row["draft"], row["position"]][row["source"].lower(), row["pinpoint"]] = row
    links = pairs.select(*PAIR_KEYS, "relation", "score").rows()
    olds, news = _group(links, slice(0, 2)), _group(links, slice(3, 5))
    rows = []
    for link in links:
        before, after = cited[link[0:2]], cited[link[3:5]]
        rows += [_row(link, "kept", after[place]) for place in after if place in before]
        rows += [_row(link, "gained", after[place]) for place in _own(after, link, news[link[3:5]], cited, 0)]
        rows += [_row(link, "lost", before[place]) for place in _own(before, link, olds[link[0:2]], cited, 3)]
    return frame_of(rows, SOURCE_CHANGES)


def _group(links: list[tuple], side: slice) -> dict[tuple, list[tuple]]:
    """The links of each paragraph of one side, its main one first."""
    of: dict[tuple, list[tuple]] = defaultdict(list)
    for link in links:
        of[link[side]].append(link)
    for same in of.values():
        same.sort(key=lambda link: (link[6] == "fragment", -(link[7] or 0)))
    return of


def _own(here: _Cited, link: tuple, links: list[tuple], cited: dict[tuple, _Cited], side: int) -> list[tuple]:
    """The places that no linked paragraph on the other side cites, told with the main link alone."""
    if not here or link is not links[0]:
        return []
    others = [cited[other[side : side + 2]] for other in links]
    return [place for place in here if not any(place in other for other in others)]


def _row(link: tuple, change: str, source: dict) -> tuple:
    told = ("source", "pinpoint", "scheme", "tag", "doubt", "printed")
    return (*link[:6], change, *(source[name] for name in told))


def count_sources(changes: pl.DataFrame) -> pl.DataFrame:
    """One row a document, first the one that most newer paragraphs cite: the frame SOURCE_COUNTS.

    Paragraphs are counted once each, however many places they cite; kept, gained and lost count places.
    """

    def count_paragraphs(side: str, *kinds: str) -> pl.Expr:
        return pl.col(f"{side}_position").filter(pl.col("change").cast(pl.String).is_in(kinds)).n_unique()

    def count_places(kind: str) -> pl.Expr:
        # A source that two parts of a split both cite is kept in each of them.
        return (pl.col("change") == kind).sum()

    return (
        changes.group_by("source", maintain_order=True)
        .agg(
            paragraphs_old=count_paragraphs("old", "kept", "lost"),
            paragraphs_new=count_paragraphs("new", "kept", "gained"),
            **{kind: count_places(kind) for kind in ("kept", "gained", "lost")},
        )
        .sort("paragraphs_new", "paragraphs_old", descending=True, maintain_order=True)
        .pipe(conform, SOURCE_COUNTS)
    )
