"""Word files, made in memory and read."""

from pathlib import Path

import polars as pl
import pytest

from tests.office.word import pack
from workbook.text.read import parse_source
from workbook.text.runs import apply_hands


class Reading:
    """A Word file as read: its source, and the paragraphs with words that stand in it."""

    def __init__(self, raw, path="a.docx"):
        self.source = parse_source(Path(path), raw)
        self.runs = self.source.runs

    def standing(self, hands, *parts):
        """The paragraphs once these hands are applied; of these parts alone, where some are named."""
        runs = apply_hands(self.runs, hands)
        lines = [""]
        for text, part, ending in runs.select("text", "part", "break").iter_rows():
            lines[-1] += text if not parts or part in parts else ""
            lines += [""] if ending != "none" else []
        return [line for line in lines if line.strip()]

    @property
    def all(self):
        """Every change made."""
        return self.standing("all")

    @property
    def none(self):
        """No change made."""
        return self.standing("none")

    def run(self, text):
        """The run of this text, as a dict."""
        return self.runs.row(by_predicate=pl.col("text") == text, named=True)


@pytest.fixture
def read():
    """Reads a body of WordprocessingML, and other parts of the file by name."""
    return lambda *body, **parts: Reading(pack("".join(body), **parts))


@pytest.fixture
def read_raw():
    """Reads the bytes of a file as a Word file."""
    return Reading
