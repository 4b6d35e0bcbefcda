"""PARAGRAPHS -> OBJECTIVES: the objectives that a draft itself lists in its footnotes."""

import polars as pl

from workbook.schemas import OBJECTIVES, conform

# "Objective 2: Minimize the adverse drivers ...", up to the semicolon or the end of the note.
_LISTED = r"Objective\s+\d{1,2}:\s*[^;]+"


def list_objectives(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """One row an objective that a footnote of a draft spells out: the frame OBJECTIVES.

    `section` is the heading that the footnote belongs to: the round table that the objective is
    discussed under.
    """
    parts = pl.col("listed").str.extract_groups(r"Objective\s+(?<objective>\d{1,2}):\s*(?<title>[^;]+)")
    return (
        paragraphs.filter(pl.col("kind") == "footnote")
        .with_columns(listed=pl.col("text").str.extract_all(_LISTED))
        .explode("listed", empty_as_null=False)
        .with_columns(parts.struct.unnest())
        .with_columns(title=pl.col("title").str.strip_chars(" ."))
        .select(*OBJECTIVES)
        .pipe(conform, OBJECTIVES)
    )
