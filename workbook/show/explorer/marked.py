"""RUNS -> what the explorer's page shows of a marked file: whose hand is on which words of a printed line."""

import polars as pl

from workbook.text.read.remarks import NOT_KNOWN
from workbook.text.runs import STATE


def list_marks(
    runs: pl.DataFrame, drafts: pl.DataFrame, draft: str, names: dict[str, str], folder: str = ""
) -> dict | None:
    """The marks of a draft's file; None where it has none and none are missing from it.

    `file`: as the data folder `folder` names it, empty where it lies elsewhere. `hands`: [hand, name] of all
    that can have made a mark. `states`: each state once, as STATE. `stretches`: [line, start, length, state]
    of the words that somebody put in or struck; start and length in code points.
    """
    row = drafts.row(by_predicate=pl.col("draft") == draft, named=True)
    own = runs.filter(pl.col("file") == (row["file"] or ""))
    # Where a run begins in its printed line, spaces and struck words counted too.
    start = (pl.col("text").str.len_chars().cum_sum() - pl.col("text").str.len_chars()).over("line")
    # Words that nobody's hand is on have a note where a reader took a mark from them.
    told = pl.any_horizontal(pl.col("inserted_by", "deleted_by", "inserted_note") != "")
    marked = own.with_columns(start=start).filter(told, pl.col("text") != "")
    if marked.is_empty() and row["status"] != "flattened":
        return None
    states: dict[tuple, int] = {}
    stretches = [
        [line, start, len(text), states.setdefault(tuple(state), len(states))]
        for line, start, text, *state in marked.select("line", "start", "text", *STATE).iter_rows()
    ]
    inside = row["file"].startswith(f"{folder}/") if folder else False
    return {
        "file": row["file"].removeprefix(f"{folder}/") if inside else "",
        "hands": [[hand, name] for hand, name in names.items() if hand != NOT_KNOWN],
        "states": [[value or "" for value in state] for state in states],
        "stretches": stretches,
    }


def read_lines(runs: pl.DataFrame, drafts: pl.DataFrame, draft: str) -> str:
    """The file of a draft as it is printed, line by line, whoever wrote in it."""
    file = drafts.filter(pl.col("draft") == draft).select("file")
    own = runs.join(file, on="file", how="semi", maintain_order="left")
    lines = own.group_by("line", maintain_order=True).agg(pl.col("text").str.join())
    last = lines["line"].max() or 0
    every = pl.DataFrame({"line": pl.int_range(1, last + 1, dtype=pl.UInt32, eager=True)})
    return "\n".join(every.join(lines, on="line", how="left", maintain_order="left")["text"].fill_null(""))
