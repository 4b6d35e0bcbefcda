"""PAIRS of neighbouring drafts -> TRACE: one paragraph through every draft, link by link.

A chain is a paragraph as it goes on: of a split, the part that carries most of its words; of a merger, the
paragraph that most words come from. The other parts begin chains of their own, and their rows say which one
they came from. Boxes (paragraphs) and ribbons (links, as wide as the words that they carried) of a flow
figure are both in it.
"""

from collections import defaultdict
from itertools import pairwise

import polars as pl

from workbook.compare.words import COUNTED
from workbook.schemas import PAIR_KEYS, TRACE, WorkbookError, frame_of
from workbook.text.paragraphs import body_of

Place = tuple[str, int | None]  # draft and position


def trace_paragraphs(
    paragraphs: pl.DataFrame, pairs: pl.DataFrame, diffs: pl.DataFrame, drafts: list[str]
) -> pl.DataFrame:
    """One row a link between a paragraph and the draft before, draft by draft: the frame TRACE.

    `drafts` are ids in their order; `pairs` and `diffs` hold every two neighbours of them. A paragraph of the
    first draft, and one that nothing is like, has a row too. Raises WorkbookError where two neighbours have
    not been compared.
    """
    known = _Known(paragraphs, drafts)
    chains: dict[Place, int] = {}
    rows = [_first_row(known, key, chains) for key in known.places if key[0] == drafts[0]]
    for old, new in pairwise(drafts):
        links = _weigh_links(pairs, diffs, old, new)
        _carry_chains(links, known, chains)
        former = _find_disagreeing(links, known)
        rows += [_link_row(link, known, chains, former) for link in links]
    return frame_of(rows, TRACE)


class _Known:
    """What the paragraphs say of themselves."""

    def __init__(self, paragraphs: pl.DataFrame, drafts: list[str]) -> None:
        body = pl.concat([body_of(paragraphs, draft).sort("position") for draft in drafts])
        counted = body.select(
            "draft", "position", "label", "former", pl.col("text").str.count_matches(COUNTED)
        )
        self.places = {row[:2]: row[2:] for row in counted.iter_rows()}
        self.numbers = defaultdict(set)  # of a draft
        for (draft, _), (label, _, _) in self.places.items():
            self.numbers[draft].add(label)

    def words(self, place: Place) -> int | None:
        """How many words the paragraph has; null where it is none."""
        return self.places[place][2] if place[1] is not None else None


def _weigh_links(pairs: pl.DataFrame, diffs: pl.DataFrame, old: str, new: str) -> list[dict]:
    """The pairs of two drafts, each with the words that it kept and the share that it did not."""
    is_step = (pl.col("old_draft") == old) & (pl.col("new_draft") == new)
    rows = pairs.filter(is_step)
    if rows.is_empty():
        raise WorkbookError(f"{old} and {new}: these neighbours have not been compared. Pair them first.")
    kept = (pl.col("op") == "equal") | ((pl.col("op") == "replace") & (pl.col("weight") == "form"))
    words = [pl.col(f"{side}_text").str.count_matches(COUNTED) for side in ("old", "new")]
    weighed = (
        diffs.filter(is_step)
        .group_by("old_position", "new_position")
        .agg(
            words[1].filter(kept).sum().alias("carried"),
            (words[0] + words[1]).filter(~kept).sum().alias("changed"),
            (words[0] + words[1]).sum().alias("of"),
        )
        .with_columns(share=pl.col("changed") / pl.col("of"))
    )
    keys = ["old_position", "new_position"]
    return rows.join(weighed, on=keys, how="left", nulls_equal=True, maintain_order="left").to_dicts()


def _carry_chains(links: list[dict], known: _Known, chains: dict[Place, int]) -> None:
    """Each chain goes on along the link that carries most; what no chain reaches begins one."""
    main = [link for link in links if link["relation"] != "fragment" and link["carried"] is not None]
    main.sort(key=lambda link: (-link["carried"], link["old_label"] != link["new_label"]))
    taken: set[Place] = set()
    for link in main:
        old, new = _sides(link)
        if None not in (old[1], new[1]) and old not in taken and new not in chains:
            taken.add(old)
            chains[new] = chains[old]
    for link in links:
        if link["new_position"] is not None:
            chains.setdefault(_sides(link)[1], 1 + max(chains.values(), default=-1))


def _find_disagreeing(links: list[dict], known: _Known) -> set[Place]:
    """The new paragraphs whose number, or the old number that they announce, is another paragraph's.

    So it is where the older draft has that number, and no words came from the paragraph that bears it.
    """
    sources = defaultdict(set)
    for link in links:
        if link["relation"] not in ("fragment", "deleted"):
            sources[_sides(link)[1]].add(link["old_label"])
    return {
        place
        for place, labels in sources.items()
        if (said := known.places[place][1] or known.places[place][0])
        and said in known.numbers[links[0]["old_draft"]]
        and said not in labels
    }


def _sides(link: dict) -> tuple[Place, Place]:
    return (link["old_draft"], link["old_position"]), (link["new_draft"], link["new_position"])


def _first_row(known: _Known, place: Place, chains: dict[Place, int]) -> tuple:
    chains[place] = len(chains)
    label, _, words = known.places[place]
    before = ("", None, "", None)
    return (
        *place,
        label,
        chains[place],
        *before,
        None,
        False,
        False,
        False,
        0.0,
        "",
        False,
        words,
        *[None] * 3,
    )


def _link_row(link: dict, known: _Known, chains: dict[Place, int], disagreeing: set[Place]) -> tuple:
    old, new = _sides(link)
    facts = [name for name in link if name not in PAIR_KEYS][:6]
    return (
        *new,
        link["new_label"],
        chains[new if new[1] is not None else old],
        *old,
        link["old_label"],
        chains.get(old),
        *(link[name] for name in facts),
        new in disagreeing,
        known.words(new),
        known.words(old),
        link["carried"],
        link["share"],
    )
