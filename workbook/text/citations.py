"""RUNS -> CITATIONS: the sources that the drafters give in brackets."""

from collections.abc import Iterable, Iterator

import polars as pl

from workbook.schemas import CITATIONS, frame_of
from workbook.text.brackets import read_sources
from workbook.text.parse import Parsed, parse_drafts


def find_citations(
    runs: pl.DataFrame, drafts: pl.DataFrame, parsed: list[Parsed] | None = None
) -> pl.DataFrame:
    """One row a source that a paragraph gives in brackets: the frame CITATIONS.

    `printed` is the whole bracket; one bracket that names three sources makes three rows. `parsed` are these
    drafts, where they are parsed already.
    """
    rows = [
        row
        for draft in parsed or parse_drafts(runs, drafts)
        for position, paragraph in enumerate(draft.paragraphs)
        for row in list_rows((draft.draft, position, paragraph.label), paragraph.citations)
    ]
    return frame_of(rows, CITATIONS)


def list_rows(place: tuple[str, int, str], brackets: Iterable[str]) -> Iterator[tuple]:
    """The rows of CITATIONS of a paragraph that gives these brackets; `place` as in PLACE."""
    for printed in brackets:
        for source, pinpoint in read_sources(printed) or [("", "")]:
            yield (*place, source, pinpoint, printed)
