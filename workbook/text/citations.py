"""RUNS -> CITATIONS: the sources that the drafters give in brackets."""

import polars as pl

from workbook.schemas import CITATIONS, frame_of
from workbook.text.brackets import read_sources
from workbook.text.parse import parse_drafts


def find_citations(runs: pl.DataFrame, drafts: pl.DataFrame) -> pl.DataFrame:
    """One row a source that a paragraph gives in brackets: the frame CITATIONS.

    `printed` is the whole bracket; one bracket that names three sources makes three rows.
    """
    rows = [
        (parsed.draft, position, paragraph.label, source, pinpoint, printed)
        for parsed in parse_drafts(runs, drafts)
        for position, paragraph in enumerate(parsed.paragraphs)
        for printed in paragraph.citations
        for source, pinpoint in read_sources(printed) or [("", "")]
    ]
    return frame_of(rows, CITATIONS)
