"""Files of drafts -> what stands beside their texts: COMMENTS, and NOTICES on how each file was read."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from workbook.schemas import COMMENTS, NOTICES, WorkbookError, frame_of
from workbook.text.read import read_source
from workbook.text.read.source import Source


def read_comments(drafts: pl.DataFrame) -> pl.DataFrame:
    """The comments in the files that the drafts name, each file once: the frame COMMENTS."""
    return pl.concat([frame_of([], COMMENTS), *(source.comments for _file, source in _read(drafts))])


def read_notices(drafts: pl.DataFrame) -> pl.DataFrame:
    """What readers had to guess or leave out in the files that the drafts name: the frame NOTICES."""
    return frame_of([(file, notice) for file, source in _read(drafts) for notice in source.notices], NOTICES)


def _read(drafts: pl.DataFrame) -> Iterator[tuple[str, Source]]:
    for file in drafts["file"].unique(maintain_order=True):
        # What is wrong with a file is said where its text is read.
        with contextlib.suppress(WorkbookError):
            yield file, read_source(Path(file))
