"""The two printed drafts, small invented ones, and how their pairs are read."""

import polars as pl
import pytest
from hypothesis import settings

from workbook.schemas import PARAGRAPHS, conform
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.paragraphs import split_paragraphs
from workbook.text.runs import read_runs

# The same examples on every machine, however slow it is.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def printed():
    """PARAGRAPHS of the two printed texts; none may change it."""
    drafts = load_drafts(shipped_data())
    return split_paragraphs(read_runs(drafts), drafts)


@pytest.fixture(scope="session")
def make():
    """PARAGRAPHS from drafts=[(label, text) or (label, text, former) ...]."""

    def build(**drafts):
        rows = [
            dict.fromkeys(PARAGRAPHS)
            | dict(zip(("label", "text", "former"), (*row, "")[:3], strict=True))
            | {"draft": draft, "position": position, "kind": "paragraph"}
            for draft, paragraphs in drafts.items()
            for position, row in enumerate(paragraphs)
        ]
        return pl.DataFrame(rows, schema=list(PARAGRAPHS), infer_schema_length=None).pipe(conform, PARAGRAPHS)

    return build


@pytest.fixture(scope="session")
def links():
    """{(old label, new label)} of the pairs that have these relations or for which these facts hold."""

    def read(pairs, *wanted):
        held = pl.col("relation").cast(pl.String).is_in(wanted)
        for fact in ("moved", "renumbered", "announced"):
            held = held | (pl.col(fact) if fact in wanted else pl.lit(False))
        return set(pairs.filter(held).select("old_label", "new_label").iter_rows())

    return read
