"""Small frames for the tests of this wing."""

import polars as pl
import pytest

from workbook.schemas import PARAGRAPHS, TERMS, conform


@pytest.fixture
def make_paragraphs():
    """PARAGRAPHS from texts, or from (kind, text)."""

    def make(*texts):
        pairs = [text if isinstance(text, tuple) else ("paragraph", text) for text in texts]
        rows = [
            dict.fromkeys(PARAGRAPHS)
            | {"draft": "one", "position": place, "label": str(place), "kind": kind, "text": text}
            for place, (kind, text) in enumerate(pairs)
        ]
        return pl.DataFrame(rows, schema=list(PARAGRAPHS), infer_schema_length=None).pipe(conform, PARAGRAPHS)

    return make


@pytest.fixture
def make_terms():
    """TERMS from (tag, pattern, except, weight); a weight of None: each match stands for itself."""

    def make(*rows):
        columns = ["scheme", "tag", "title", "term", "pattern", "except", "weight", "note"]
        full = [
            ("objective", tag, tag, f"{tag} {number}", pattern, exception, weight, "")
            for number, (tag, pattern, exception, weight) in enumerate(rows)
        ]
        return pl.DataFrame(full, schema=columns, orient="row", infer_schema_length=None).pipe(conform, TERMS)

    return make
