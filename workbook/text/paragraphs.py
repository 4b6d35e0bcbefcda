"""RUNS -> PARAGRAPHS: what stands on the page, paragraph by paragraph."""

import polars as pl

from workbook.schemas import PARAGRAPHS, frame_of
from workbook.text.parse import Parsed, parse_drafts


def split_paragraphs(
    runs: pl.DataFrame, drafts: pl.DataFrame, parsed: list[Parsed] | None = None
) -> pl.DataFrame:
    """One row a paragraph, heading, footnote or part of a covering letter: the frame PARAGRAPHS.

    `position` counts the rows of a draft from 0 in the order of the document; `parsed` are these drafts,
    where they are parsed already. Raises WorkbookError where no paragraph can be recognised in a file.
    """
    rows = [
        (
            draft.draft,
            position,
            paragraph.label,
            paragraph.printed,
            paragraph.former,
            paragraph.remark,
            paragraph.kind,
            *paragraph[5:7],
            draft.lines[paragraph.first_line - 1][0],
            draft.lines[paragraph.last_line - 1][1],
        )
        for draft in parsed or parse_drafts(runs, drafts)
        for position, paragraph in enumerate(draft.paragraphs)
    ]
    return frame_of(rows, PARAGRAPHS)


def lines_of(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """What stands in a file from its first to its last line: all but notes and the furniture of pages."""
    return paragraphs.filter(~pl.col("kind").is_in(["footnote", "debris"]))


def body_of(paragraphs: pl.DataFrame, draft: str | None = None) -> pl.DataFrame:
    """The paragraphs and items of the draft itself: no headings, notes, letter or debris."""
    is_body = pl.col("kind").is_in(["paragraph", "item"])
    return paragraphs.filter(is_body if draft is None else is_body & (pl.col("draft") == draft))
