"""TRACE -> where the boxes and ribbons of the flow stand: a draft a column, heights in words."""

from collections import defaultdict
from typing import NamedTuple

import polars as pl

Place = tuple[str, int]  # draft and position

# The least height of a chart in pixels; what a paragraph of middling length has; and the greatest.
LEAST, EACH, MOST = 340, 21, 6000
# Pixels between two boxes, so that a ribbon's end can be told from its neighbour's.
GAP = 4
# Half a column is box, the other half is ribbon.
HALF = 0.25
# Where a curve has points, from the older box to the newer: enough to look smooth, few enough to send.
BENDS = tuple(step / 12 for step in range(13))
# The width in words of a ribbon of which one knows only that some words are the same.
THIN = 3.0


class Box(NamedTuple):
    """One paragraph of one draft."""

    column: int
    top: float  # words and gaps above it in its column
    words: int
    label: str
    chain: int
    share: float  # of the words changed since the draft before; 1 where it is new, 0 in the first draft
    first: bool  # its draft is the first one
    new: bool  # nothing in the draft before is like it
    gone: bool  # nothing in the draft behind is like it

    @property
    def fate(self) -> str:
        """What no ribbon says: "new" or "gone"; one that came and went is new."""
        return "new" if self.new else "gone" if self.gone else ""


class Ribbon(NamedTuple):
    """One link between two boxes: the words that it carried, at the place that they have in each."""

    kind: str  # stayed, moved, split, merged, fragment
    column: int  # of the older box
    old: tuple[float, float]  # top and bottom
    new: tuple[float, float]


class Flow(NamedTuple):
    """All that a chart of the flow is drawn from."""

    boxes: dict[Place, Box]
    ribbons: list[Ribbon]
    height: int  # in pixels
    depth: float  # in words and gaps: the longest column
    scale: float  # pixels a word


def lay_flow(trace: pl.DataFrame) -> Flow:
    """Where every box and ribbon of a TRACE stands: drafts in their order, paragraphs in theirs."""
    columns = _group_columns(trace)
    longest = max((sum(row["words"] for row in column.values()) for column in columns.values()), default=1)
    most = max(map(len, columns.values()), default=1)
    height = min(max(LEAST, EACH * most), MOST)
    scale = max(height - GAP * most, height / 2) / max(1, longest)
    boxes = _stack_boxes(columns, trace, GAP / scale)
    depth = max((box.top + box.words for box in boxes.values()), default=1.0)
    return Flow(boxes, _lay_ribbons(trace, boxes), height, depth, scale)


def find_kind(link: dict) -> str:
    """What a link is drawn as: a split or a merger, even where a part of it moved; else a move."""
    if link["relation"] in ("split", "merged", "fragment"):
        return link["relation"]
    return "moved" if link["moved"] else "stayed"


def _group_columns(trace: pl.DataFrame) -> dict[str, dict[int, dict]]:
    """For each draft its paragraphs, in their order, each with the first of its rows."""
    drafts = dict.fromkeys(trace["draft"].to_list())
    columns: dict[str, dict[int, dict]] = {draft: {} for draft in drafts}
    for row in trace.drop_nulls("position").sort("position", maintain_order=True).iter_rows(named=True):
        columns[row["draft"]].setdefault(row["position"], row)
    return columns


def _stack_boxes(columns: dict[str, dict[int, dict]], trace: pl.DataFrame, gap: float) -> dict[Place, Box]:
    shares, drafts = weigh_changes(trace), list(columns)
    links = trace.drop_nulls(["position", "old_position"])
    lead_on = set(links.select("old_draft", "old_position").rows())
    led_to = set(links.select("draft", "position").rows())
    boxes: dict[Place, Box] = {}
    for at, (draft, column) in enumerate(columns.items()):
        top = 0.0
        for position, row in column.items():
            place, first = (draft, position), at == 0
            new, gone = not first and place not in led_to, draft != drafts[-1] and place not in lead_on
            share = 0.0 if first else shares.get(place, 1.0)
            boxes[place] = Box(at, top, row["words"], row["label"], row["chain"], share, first, new, gone)
            top += row["words"] + gap
    return boxes


def weigh_changes(trace: pl.DataFrame) -> dict[Place, float]:
    """Of each paragraph of a later draft, the share of words put in or struck since the draft before, 0 to 1.

    Over all links that brought it words: of a merger, what became of all its parts. One that is new has
    no link, and no share.
    """
    # A link keeps its carried words on both sides, and the rest of both sides is what changed.
    of = 2 * pl.col("carried") / (1 - pl.col("share"))
    weighed = (
        trace.filter(pl.col("carried") > 0)
        .with_columns(of=of)
        .group_by("draft", "position")
        .agg((pl.col("share") * pl.col("of")).sum() / pl.col("of").sum())
    )
    return {(draft, position): share for draft, position, share in weighed.iter_rows()}


def _lay_ribbons(trace: pl.DataFrame, boxes: dict[Place, Box]) -> list[Ribbon]:
    """The ribbons, each as high as the words that it carried; side by side in the middle of their boxes."""
    rows = trace.drop_nulls(["position", "old_position"]).to_dicts()
    links = [
        ((row["old_draft"], row["old_position"]), (row["draft"], row["position"]), row)
        for row in sorted(rows, key=lambda row: (row["old_position"], row["position"]))
    ]
    width = [THIN if row["carried"] is None else float(row["carried"]) for _old, _new, row in links]
    starts = [_stack_ends([link[side] for link in links], width, boxes) for side in (0, 1)]
    return [
        Ribbon(find_kind(row), boxes[old].column, (left, left + words), (right, right + words))
        for (old, _new, row), words, left, right in zip(links, width, *starts, strict=True)
    ]


def _stack_ends(places: list[Place], width: list[float], boxes: dict[Place, Box]) -> list[float]:
    """Where each ribbon begins at the boxes of one side."""
    needed: dict[Place, float] = defaultdict(float)
    for place, words in zip(places, width, strict=True):
        needed[place] += words
    free = {
        place: boxes[place].top + max(0.0, boxes[place].words - carried) / 2
        for place, carried in needed.items()
    }
    starts = []
    for place, words in zip(places, width, strict=True):
        starts.append(free[place])
        free[place] += words
    return starts


def bend(ribbon: Ribbon) -> tuple[list[float], list[float]]:
    """The outline of a ribbon, there along its upper edge and back along its lower one."""
    steps = (0.0, 1.0) if ribbon.kind == "stayed" else BENDS
    across = [ribbon.column + HALF + step * (1 - 2 * HALF) for step in steps]
    ease = [step * step * (3 - 2 * step) for step in steps]
    edges = [
        [old + (new - old) * step for step in ease] for old, new in zip(ribbon.old, ribbon.new, strict=True)
    ]
    return across + across[::-1], edges[0] + edges[1][::-1]
