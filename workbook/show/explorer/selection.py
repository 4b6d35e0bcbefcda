"""What the explorer shows of a bundle -> a Polars frame. `src/counting.js` chooses in the same way."""

import re
from collections.abc import Mapping

import polars as pl

from workbook.schemas import PAIRS, Schema, frame_of
from workbook.show.explorer.kinds import has_changed

SELECTION: Schema = PAIRS | {"words": pl.String}

# Marks that a keyboard writes in one way and a draft in several.
ALIKE = {mark: f"[{marks}]" for marks in ("'’‘", '"“”', "\\-‐‑–") for mark in marks.replace("\\", "")}


def select_pairs(bundle: dict, choices: Mapping[str, object]) -> pl.DataFrame:
    """The rows of PAIRS that the choices leave, each with `words`, what became of it.

    `choices` holds objective, theme, section, change, hand, words and changed_only; None or empty asks
    for all. A fragment stays with the paragraph that it feeds. Without any choice these are all PAIRS.
    """
    drafts = {"old_draft": bundle.get("old"), "new_draft": bundle.get("new")}
    rows = [row for row in bundle.get("rows", []) if passes(row, bundle, choices)]
    found = sorted((part for row in rows for part in (row, *row["links"])), key=lambda part: part["at"])
    return frame_of([[(drafts | part)[name] for name in SELECTION] for part in found], SELECTION)


def passes(row: dict, bundle: dict, choices: Mapping[str, object]) -> bool:
    """Whether the choices leave this row of a bundle."""
    objective, theme, section, change = map(choices.get, ("objective", "theme", "section", "change"))
    tags = [bundle["tags"][at] for at, _matches in row["tags"]]
    objectives = [tag["tag"] for tag in tags if tag["scheme"] == "objective"]
    themes = [tag["tag"] for tag in tags if tag["scheme"] != "objective"]
    return (
        (objective is None or objective in objectives)
        and (theme is None or theme in themes)
        and (section is None or row["section"] == section)
        and (change is None or change in row["kinds"])
        and (choices.get("hand") is None or choices["hand"] in row["hands"])
        and (not choices.get("changed_only") or has_changed(row))
        and holds(row["spans"], str(choices.get("words") or ""))
    )


def holds(spans: list, words: str) -> bool:
    """Whether the words stand in the old or in the new text, whatever their case and spaces."""
    if not words.strip():
        return True
    sought = re.compile(write_pattern(words), re.IGNORECASE)
    texts = ("".join(span if isinstance(span, str) else span[side] for span in spans) for side in (0, 1))
    return any(sought.search(text) for text in texts)


def write_pattern(words: str) -> str:
    """A pattern for the words as typed: any space between them, any shape of quotes and hyphens."""
    return r"\s+".join("".join(ALIKE.get(sign) or re.escape(sign) for sign in word) for word in words.split())
