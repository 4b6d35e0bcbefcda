"""Drafts that follow from one another, and questions about words in them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from workbook.schemas import HANDS, ORIGINS, frame_of

if TYPE_CHECKING:
    from workbook.show.answers import Answer


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


def ask_whose(
    words: str,
    label: str = "",
    hand: str = "",
    drafts: tuple[str, str] | None = None,
    folder: Path | str | None = None,
) -> "Answer":
    """What the files of a data folder say of who wrote these words, in a paragraph or anywhere.

    `hand` is one that the marks name, "a State", or empty for whoever it was. `drafts` are two ids: theirs is
    the line that is looked through; without them that of the first two. Raises WorkbookError where there are
    no words or no such draft.
    """
    from workbook.app.readings import read_drafts
    from workbook.text.drafts import load_drafts, pick_drafts

    known = load_drafts(folder)
    ids = drafts or (known["draft"][0], known["draft"][min(1, len(known) - 1)])
    line = follow_line(*ids, known, lambda wanted: read_drafts(pick_drafts(known, wanted), folder))
    return answer_line(line, name_hands(line.drafts, line.runs), words, label, hand)


def answer_line(line: Line, hands: dict[str, str], words: str, label: str, hand: str) -> "Answer":
    """The same of a line of drafts; `hands` names its hands for people."""
    from workbook.meaning.written import find_written
    from workbook.show.answers import Named, answer_whose

    written = find_written(words, line.paragraphs, line.diffs, line.origins)
    letters = line.paragraphs.filter(pl.col("kind") == "letter")
    titles = dict(line.drafts.select("draft", "title").iter_rows())
    return answer_whose(words, label, hand, written, letters, Named(hands, titles))


def name_hands(drafts: pl.DataFrame, runs: pl.DataFrame, own: pl.DataFrame | None = None) -> dict[str, str]:
    """The hands of these drafts' files, as people read them; `own`: HANDS of files that lie nowhere."""
    from workbook.show.explorer.whose import RECONSTRUCTED
    from workbook.text.marks import list_hands

    own = frame_of([], HANDS) if own is None else own
    known = list_hands(runs.filter(~pl.col("file").is_in(own["file"].to_list())))
    judged = drafts.filter(pl.col("status") == "reconstructed")["file"].to_list()
    rows = pl.concat([known, own]).iter_rows()
    return {hand: name + RECONSTRUCTED * (file in judged) for file, hand, name in rows}


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
