"""Small frames for the tests of this wing. `make` holds one maker a frame."""

from types import SimpleNamespace

import polars as pl
import pytest

from workbook.schemas import (
    DIFFS,
    DRAFTS,
    PAIR_KEYS,
    PAIRS,
    PARAGRAPHS,
    RUNS,
    SIMILARITY,
    TAGS,
    TERMS,
    TRAIL,
    conform,
)


def fill(schema, names, rows, **rest):
    """Rows of values for `names`; `rest` is the same in every row, other columns are null."""
    full = [dict.fromkeys(schema) | rest | dict(zip(names, row, strict=True)) for row in rows]
    return pl.DataFrame(full, schema=list(schema), infer_schema_length=None).pipe(conform, schema)


def make_pair(old, new, relation, **facts):
    """One row of PAIRS as a dict; `old` and `new` are (position, label); None: no such side."""
    sides = ("one", *(old or (None, "")), "two", *(new or (None, "")))
    found = {"relation": relation, "moved": False, "renumbered": False, "announced": False}
    evidence = {"score": 0.8, "matched_by": "three rare words"}
    return dict(zip(PAIR_KEYS, sides, strict=True)) | found | evidence | facts


def make_diffs(*diffs):
    """DIFFS from (pair, span, span ...); a span is (op, old_text, new_text), or has a weight too."""
    rows = [
        [*list(pair.values())[:6], number, *span, *["substance"][: 4 - len(span)]]
        for pair, *spans in diffs
        for number, span in enumerate(spans)
    ]
    return fill(DIFFS, list(DIFFS), rows)


def make_trail(*clauses):
    """TRAIL from (pair, direction, old rung, new rung): one clause each, in the words "old" and "new"."""
    names = [*PAIR_KEYS, "direction", "old_rung", "new_rung"]
    rows = [[*list(pair.values())[:6], *rest] for pair, *rest in clauses]
    marks = ["hedges_gained", "hedges_lost", "boosters_gained", "boosters_lost"]
    both = {"old_clause": 0, "new_clause": 0, "old_phrase": "old", "new_phrase": "new"}
    return fill(TRAIL, names, rows, **dict.fromkeys([*marks, "hand", "rule"], ""), **both)


@pytest.fixture
def make():
    return SimpleNamespace(
        pair=make_pair,
        pairs=lambda *rows: fill(PAIRS, list(PAIRS), [list(row.values()) for row in rows]),
        diffs=make_diffs,
        trail=make_trail,
        drafts=lambda *rows: fill(DRAFTS, ["draft", "title", "status"], rows),
        paragraphs=lambda *rows: fill(PARAGRAPHS, ["draft", "position", "label", "section"], rows, text=""),
        tags=lambda *rows: fill(TAGS, ["draft", "position", "scheme", "tag", "match"], rows, start=0, end=1),
        runs=lambda *rows: fill(RUNS, ["file", "line", "text"], rows),
        similarity=lambda *rows: fill(SIMILARITY, list(SIMILARITY), rows),
        terms=lambda *rows: fill(TERMS, ["scheme", "tag", "title"], rows),
    )
