"""Findings between two drafts: what became of a paragraph, and of a clause in it."""

import polars as pl

from workbook.app.chapters.asked import Asked
from workbook.app.findings import EVERY_LIST, About, Finding, take_one
from workbook.schemas import PAIR_KEYS, WorkbookError
from workbook.share.claims import PAIR

# What is kept of a row of TRAIL.
_WORDS = ("hedges_gained", "hedges_lost", "boosters_gained", "boosters_lost")
CLAUSE = ("old_phrase", "new_phrase", "direction", "rule", *_WORDS, "hand", "grade")
NUMBERS, RUNGS = ("old_clause", "new_clause"), ("old_rung", "new_rung")
_MEND = "Name it by old_label or new_label, or both; by old_position and new_position where it has no number."


def find_change(asked: Asked, about: About) -> Finding:
    """What became of a paragraph: the words of its redline, and whose they are.

    `about` names it by `old_label`, `new_label`, `old_position` or `new_position`.
    """
    found = asked.comparison
    pair = pick_pair(found.pairs, about)
    (card,) = asked.cards.filter(_is_of(pair)).to_dicts()
    diffs, marks = (frame.filter(_is_of(pair)).sort("span") for frame in (found.diffs, found.origins))
    whose = marks.select(pl.col("act", "text", "hand", "grade").cast(pl.String).fill_null("")).rows()
    content = {
        "relation": card["fate"] or pair["relation"],
        "spans": _list_spans(diffs),
        "whose": list(map(list, whose)),
    }
    return Finding(_tell_pair(pair), content, card["sentence"], EVERY_LIST)


def find_clause(asked: Asked, about: About) -> Finding:
    """What became of a clause.

    `about` names its paragraph as for a change, and the clause by its number there, `old_clause` or
    `new_clause`, or by a `phrase` of it.
    """
    from workbook.meaning.clauses import find_clauses
    from workbook.show.cards import name_label
    from workbook.show.trails import tell_trail

    found = asked.comparison
    rows = asked.trail.filter(_is_of(pick_pair(found.pairs, about)))
    for name in NUMBERS:
        if name in about:
            rows = rows.filter(pl.col(name).eq_missing(pl.lit(_check_number(about[name]), pl.UInt32)))
    if "phrase" in about:
        sought = pl.col("old_phrase", "new_phrase").str.contains(str(about["phrase"]), literal=True)
        rows = rows.filter(pl.any_horizontal(sought))
    row = take_one(rows, "the clauses of this paragraph", "Name it by old_clause, new_clause or phrase.")
    clauses = find_clauses(found.paragraphs, asked.ladder)
    texts = {f"{side}_text": _read_clause(clauses, row, side) for side in ("old", "new")}
    hands = dict(found.hands.select("hand", "name").iter_rows())
    told = tell_trail(rows, hands, bool(asked.scale)).select("sentence", "whose").rows()
    stayed = f"{name_label(row['new_label'])}: “{row['new_phrase']}”, rung {row['new_rung']}, as before."
    sentence, whose = told[0] if told else (stayed, "")
    numbers, rungs = ({name: row[name] for name in names} for names in (NUMBERS, RUNGS))
    content = {name: row[name] or "" for name in CLAUSE} | rungs | texts
    said = f"{sentence} {whose[0].upper()}{whose[1:]}." if whose else sentence
    return Finding(_tell_pair(row) | numbers, content, said, ("ladder.csv", "hedges.csv"))


def pick_pair(pairs: pl.DataFrame, about: About) -> dict:
    """The one row of PAIRS that `about` names. Raises WorkbookError where none fits, or several do.

    A number that several paragraphs bear, or that none bears, is told by the positions.
    """
    whole = pairs.filter(pl.col("relation") != "fragment")
    for side in ("old", "new"):
        if f"{side}_label" in about:
            whole = whole.filter(pl.col(f"{side}_label").fill_null("") == str(about[f"{side}_label"]))
    if len(whole) != 1:
        for name in ("old_position", "new_position"):
            if name in about:
                whole = whole.filter(pl.col(name).eq_missing(pl.lit(_check_number(about[name]), pl.UInt32)))
    names = " → ".join(str(about.get(f"{side}_label") or "…")[:20] for side in ("old", "new"))
    return take_one(whole, f"the paragraphs {names} of these drafts", _MEND)


def _check_number(value: object) -> int | None:
    if value is None or (type(value) is int and 0 <= value < 2**32):
        return value
    raise WorkbookError(f"“{str(value)[:40]}” is no place of a paragraph or clause. {_MEND}")


def _is_of(pair: dict) -> pl.Expr:
    """Whether a row is about this pair of paragraphs."""
    return pl.all_horizontal(pl.col(name).eq_missing(pl.lit(pair[name])) for name in PAIR_KEYS)


def _tell_pair(pair: dict) -> dict:
    return {name: pair[name] or "" if name.endswith("label") else pair[name] for name in PAIR}


def _read_clause(clauses: pl.DataFrame, row: dict, side: str) -> str:
    keys = {name: row[f"{side}_{name}"] for name in ("draft", "position", "clause")}
    if None in keys.values():
        return ""
    return clauses.filter(**keys)["text"].first() or ""


def _list_spans(diffs: pl.DataFrame) -> list[list[str]]:
    """The redline as a claim holds it: words that stayed, came or went, once; of an exchange both."""
    spans = diffs.select(pl.col("op").cast(pl.String), "old_text", "new_text").fill_null("").iter_rows()
    sides = {"equal": (1,), "delete": (0,), "insert": (1,), "replace": (0, 1)}
    return [[op, *(texts[side] for side in sides[op])] for op, *texts in spans]
