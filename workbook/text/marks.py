"""RUNS -> MARKS: the words of each paragraph that somebody put in, and those that somebody struck."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from workbook.schemas import HANDS, MARKS, frame_of
from workbook.text.parse import Parsed, parse_drafts
from workbook.text.places import Signs
from workbook.text.read import name_hands
from workbook.text.runs import apply_hands, list_applied


def find_marks(runs: pl.DataFrame, drafts: pl.DataFrame, parsed: list[Parsed] | None = None) -> pl.DataFrame:
    """One row a stretch of words that an applied hand put in or struck, as the frame MARKS.

    Inserted words stand in the paragraph's text between `start` and `end`; struck words do not stand in it,
    and `start` is where they stood. Words of labels, sources and notes carry marks too, and are left out.
    `parsed` are these drafts, where they are parsed already.
    """
    hands = dict(drafts.select("draft", "hands").iter_rows())
    rows = [
        row
        for draft in parsed or parse_drafts(runs, drafts)
        for row in _list_marks(draft, runs, hands[draft.draft])
    ]
    return frame_of(rows, MARKS)


def list_hands(runs: pl.DataFrame) -> pl.DataFrame:
    """One row a hand of a file, with its name in full where the file gives one: the frame HANDS."""
    rows = []
    for (file,), own in runs.group_by("file", maintain_order=True):
        acts = pl.concat([own["inserted_by"], own["deleted_by"]])
        hands = acts.unique(maintain_order=True).to_list()
        if any(hands):
            names = name_hands(Path(file))
            rows += [(file, hand, names.get(hand, hand)) for hand in [*names, *hands] if hand]
    return frame_of(list(dict.fromkeys(rows)), HANDS)


def _list_marks(parsed: Parsed, runs: pl.DataFrame, hands: str) -> Iterator[tuple]:
    own = runs.filter(pl.col("file") == parsed.file).with_row_index("place")
    if hands == "printed" or not (own["inserted_by"] + own["deleted_by"] != "").any():
        return
    signs, applied, number = Signs(parsed), {"", *list_applied(own, hands)}, 0
    for run in _place_marked(own, apply_hands(own, hands)).iter_rows(named=True):
        if run["start"] is None:
            found = _struck(run, applied, signs, run["reached"])
        else:
            found = _inserted(run, applied, signs, run["start"])
        for position, *rest in found:
            yield (parsed.draft, position, parsed.paragraphs[position].label, number, *rest)
            number += 1


def _place_marked(own: pl.DataFrame, standing: pl.DataFrame) -> pl.DataFrame:
    """The runs with a mark: `start`, where they begin in the text, null if they do not stand in it, and
    `reached`, where what stands before them ends."""
    width = pl.col("text").str.len_chars() + (pl.col("break") != "none")
    places = standing.select("place", start=width.cum_sum() - width)
    # Numbers, notes, headings and page furniture are no words of a paragraph.
    words = own.filter(pl.col("part").is_in(["line", "paragraph"]))
    end = pl.col("start") + pl.col("text").str.len_chars()
    return (
        words.join(places, on="place", how="left", maintain_order="left")
        .with_columns(reached=end.forward_fill().shift(1).fill_null(0))
        .filter((pl.col("inserted_by") != "") | (pl.col("deleted_by") != ""))
        .drop("file", "block", "run", "line", "date", "counter")
    )


def _inserted(run: dict, applied: set[str], signs: Signs, start: int) -> Iterator[tuple]:
    """The words of a run that somebody put in or put back, paragraph by paragraph."""
    back = run["restored_by"] if run["deleted_by"] in applied else ""
    if not (hand := back or run["inserted_by"]):
        return
    act = "deleted" if back else "inserted"
    told = (run[f"{act}_grade"] or "documented", run[f"{act}_note"], run["moved_from"])
    for position, first, end in signs.find(start, start + len(run["text"])):
        yield (position, "inserted", hand, *told, first, end, signs.texts[position][first:end])


def _struck(run: dict, applied: set[str], signs: Signs, reached: int) -> Iterator[tuple]:
    """The words of a run that an applied hand struck, at the end of the words before them."""
    hand = run["deleted_by"]
    if hand and {run["inserted_by"], hand} <= applied and run["text"].strip() and signs.begins:
        position, offset = signs.end_at(reached)
        told = (run["deleted_grade"] or "documented", run["deleted_note"], "")
        yield (position, "struck", hand, *told, offset, offset, run["text"].strip())
