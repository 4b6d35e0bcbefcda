"""Drafts that follow from one another, as one asks about words in them."""

from collections.abc import Callable
from typing import NamedTuple

import polars as pl

from workbook.schemas import ORIGINS, frame_of


class Line(NamedTuple):
    """Drafts in their order, and every step from one to the next: what changed, and whose it is."""

    drafts: pl.DataFrame
    runs: pl.DataFrame
    paragraphs: pl.DataFrame
    diffs: pl.DataFrame
    origins: pl.DataFrame


Read = Callable[[list[str]], tuple[pl.DataFrame, pl.DataFrame]]


def follow_line(old: str, new: str, known: pl.DataFrame, read: Read) -> Line:
    """The drafts that `old` and `new` come from or lead to, by what each amends, and the steps between them.

    Two that have nothing to do with each other are one step. `read` gives DRAFTS and RUNS of these ids.
    """
    from workbook.app.followed import compare_steps
    from workbook.compare.origins import trace_hands
    from workbook.text.marks import find_marks
    from workbook.text.paragraphs import split_paragraphs

    ids = list_line(old, new, known)
    drafts, runs = read(ids)
    paragraphs = split_paragraphs(runs, drafts)
    marks = find_marks(runs, drafts)
    amends = dict(known.select("draft", "amends").iter_rows())
    steps = [(amends[draft], draft) for draft in ids if amends.get(draft) in ids]
    if old != new and not all(any(draft in step for step in steps) for draft in (old, new)):
        steps.append((old, new))
    _, diffs = compare_steps(paragraphs, steps)
    listed = pl.concat([drafts, known]).unique("draft", keep="first", maintain_order=True)
    origins = [frame_of([], ORIGINS)]
    for before, after in steps:
        own = diffs.filter(pl.col("old_draft") == before, pl.col("new_draft") == after)
        origins.append(trace_hands(own, marks, paragraphs, listed))
    return Line(drafts, runs, paragraphs, diffs, pl.concat(origins))


def list_line(old: str, new: str, known: pl.DataFrame) -> list[str]:
    """The ids of these two drafts and of those that they come from or lead to, each behind what it amends."""
    from workbook.app.followed import order_drafts

    amends = dict(known.select("draft", "amends").iter_rows())
    line = {old, new}
    while (
        grown := {
            other
            for draft, base in amends.items()
            for other in (draft, base)
            if {draft, base} & line and base in amends
        }
        - line
    ):
        line |= grown
    rows = known.filter(pl.col("draft").is_in(list(line))).unique("draft", keep="first", maintain_order=True)
    ordered = order_drafts(rows)
    return [*ordered, *(draft for draft in dict.fromkeys((old, new)) if draft not in ordered)]
