"""PAIRS and DIFFS of several drafts -> the redlines of a passport, without the texts that it has already.

A paragraph that has a partner of its own is told as lengths: its two texts, read along, give the words. Where
it was split or merged, its words are divided among rows, and stand there as they are.
"""

from collections import Counter, defaultdict

import polars as pl

from workbook.schemas import PAIR_KEYS
from workbook.show.cards import tell_relations
from workbook.show.explorer.whose import Whose

KEYS = list(PAIR_KEYS)
Rows = list[dict]


class Sayings:
    """Texts, each once; others say where in the list theirs stands."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place(self, text: str) -> int:
        """Where this text stands in the list."""
        return self._places.setdefault(text, len(self._places))

    @property
    def listed(self) -> list[str]:
        """The texts."""
        return list(self._places)


def list_pairs(
    pairs: pl.DataFrame,
    diffs: pl.DataFrame,
    paragraphs: pl.DataFrame,
    whose: Whose,
    order: list[str],
    said: Sayings,
) -> Rows:
    """One dict a comparison: the places of its two drafts in `order`, and its rows.

    A row: the two positions, places in `said` of what became of the paragraph and of why the two are linked,
    the score in percent, and its spans: [] for a fragment and for a paragraph whose words are all its own.
    """
    texts = {row[:2]: row[2] for row in paragraphs.select("draft", "position", "text").iter_rows()}
    spans = _group_spans(diffs)
    found = []
    for ids, rows in pairs.group_by("old_draft", "new_draft", maintain_order=True):
        told = tell_relations(rows)["words"]
        shared = [Counter(rows[f"{side}_position"].drop_nulls()) for side in ("old", "new")]
        listed = []
        for row, words in zip(rows.to_dicts(), told, strict=True):
            key = tuple(row[name] for name in KEYS)
            own = _spell(spans[key], key, whose)
            whole = all(
                count[row[f"{side}_position"]] == 1
                for side, count in zip(("old", "new"), shared, strict=True)
            )
            if whole and _reads_along(spans[key], texts, row):
                own = [_measure(span) for span in own]
            facts = [said.place(words), said.place(row["matched_by"]), round(100 * row["score"])]
            listed.append([row["old_position"], row["new_position"], *facts, own])
        found.append({"at": [order.index(draft) for draft in ids], "rows": listed})
    return found


def _group_spans(diffs: pl.DataFrame) -> dict[tuple, Rows]:
    spans = defaultdict(list)
    for row in diffs.sort("span", maintain_order=True).iter_rows(named=True):
        spans[tuple(row[name] for name in KEYS)].append(row)
    return spans


def _spell(spans: Rows, key: tuple, whose: Whose) -> list:
    """The spans of a pair as a bundle has them."""
    if key[1] is None or key[4] is None:
        return []
    found: list = []
    for row in spans:
        old, new = row["old_text"] or "", row["new_text"] or ""
        if row["op"] == "equal":
            found.append(new)
            continue
        own = whose.of_span(key, row["span"], old, new) if whose.told else []
        told = own if any(own) else []
        form = row["weight"] == "form"
        found.append([old, new, int(form), *told] if told or form else [old, new])
    return found


def _reads_along(spans: Rows, texts: dict, row: dict) -> bool:
    """Whether the spans, one behind the other, are the two texts."""
    return all(
        "".join(span[f"{side}_text"] or "" for span in spans)
        == texts[row[f"{side}_draft"], row[f"{side}_position"]]
        for side in ("old", "new")
        if row[f"{side}_position"] is not None
    )


def _measure(span: str | list) -> int | list:
    """A span by the lengths of its texts, in code points."""
    return len(span) if isinstance(span, str) else [len(span[0]), len(span[1]), *span[2:]]
