"""What an amendment moves -> what the page shows of it: a dict that can be written as JSON."""

from collections.abc import Iterable

import polars as pl

from workbook.learn.balance import compare_marks, compare_themes, find_highest
from workbook.learn.bench import Moved, Read
from workbook.learn.goals import Met
from workbook.learn.leaning import Reference


def tell_effects(
    moved: Moved, terms: pl.DataFrame, reference: Reference | None = None, met: Iterable[Met] = ()
) -> dict:
    """All that an amendment moves; of a goal, whether each part of it is met."""
    [(draft, position, label)] = moved.old.paragraph.select("draft", "position", "label").rows()
    return {
        "draft": draft,
        "position": position,
        "label": label,
        "old_text": moved.old.text,
        "new_text": moved.new.text,
        "spans": [
            list(span) for span in moved.diffs.select("op", "old_text", "new_text", "weight").iter_rows()
        ],
        "clauses": {side: _tell_clauses(read) for side, read in (("old", moved.old), ("new", moved.new))},
        "trail": [_tell_step(row) for row in moved.trail.select(_TRAIL).to_dicts()],
        "highest": [find_highest(moved.old), find_highest(moved.new)],
        "hedges": compare_marks(moved, "hedge"),
        "boosters": compare_marks(moved, "booster"),
        "themes": compare_themes(moved, terms),
        "sources": _tell_sources(moved.source_changes),
        "agreed": _tell_agreed(moved, reference),
        "sentence": moved.sentence,
        "goal": [{"met": part.met, "told": part.told} for part in met],
    }


_TRAIL = [
    *("direction", "rule", "old_phrase", "new_phrase", "old_rung", "new_rung"),
    *("hedges_gained", "hedges_lost", "boosters_gained", "boosters_lost"),
]


def _tell_step(row: dict) -> dict:
    """What became of a clause; of one that one text alone has, in words that know of no newer draft."""
    if row["old_rung"] is None:
        return row | {"rule": "the paragraph as it stands has no such clause"}
    if row["new_rung"] is None:
        return row | {"rule": "the amended paragraph has no such clause"}
    return row


def _tell_clauses(read: Read) -> list[dict]:
    return read.clauses.select("phrase", "rung", "other_rung", "listed", "text").to_dicts()


def _tell_sources(changes: pl.DataFrame) -> dict[str, list[str]]:
    rows = changes.select("change", "source", "pinpoint").rows()
    told: dict[str, list[str]] = {"gained": [], "lost": []}
    for change, *place in rows:
        if change in told:
            told[change].append(" ".join(filter(None, place)) or "a bracket that names no document")
    return told


def _tell_agreed(moved: Moved, reference: Reference | None) -> dict:
    """Whether words of the reference text were kept, broken, gained; nothing where none is known."""
    if reference is None:
        return {"known": False, "reference": "", "broken": [], "gained": [], "kept": 0}
    changes = moved.agreed_changes.filter(~pl.col("formula"))

    def tell(change: str) -> list[dict]:
        rows = changes.filter(pl.col("change") == change)
        return [
            {"words": words, "where": label} for words, label in rows.select("text", "reference_label").rows()
        ]

    kept = changes.filter(pl.col("change") == "kept")
    return {
        "known": True,
        "reference": reference.title,
        "broken": tell("lost"),
        "gained": tell("gained"),
        "kept": len(kept),
    }
