"""TRAIL -> one plain sentence a clause: the list's row, the hover and what a screen reader reads."""

import polars as pl

from workbook.meaning.shades import DOUBLED
from workbook.schemas import PAIR_KEYS, TRAIL, Schema, conform
from workbook.show.cards import name_label
from workbook.text.read.remarks import NOT_KNOWN

SENTENCES: Schema = PAIR_KEYS | {
    "direction": TRAIL["direction"],
    "sentence": pl.String,
    "told": pl.String,
    "whose": pl.String,
}

_MARKS = {
    "hedges_gained": "a caveat came in",
    "hedges_lost": "a caveat went",
    "boosters_gained": "an emphasis came in",
    "boosters_lost": "an emphasis went",
}
# Up to this rung one asks, takes a stance or notices: no commitment is weighed.
ASKING = 3
# What a person must know of every such sentence, once beside them all.
HONEST = (
    "This says which verbs and caveats stand in which clause. It says nothing about force in law, political "
    "weight or what anybody meant, and a higher rung is not a better text."
)
YOUR_SCALE = "your scale"
# What became of a clause, in plain words: the directions of TRAIL, and where no direction can be given.
WAYS = {
    "down": "a weaker verb",
    "up": "a stronger verb",
    "tone": "another tone",
    "object": "another object",
    "form": "other words on the same rung",
    "doubled": "two verbs side by side",
    "same": "the same verb",
    "gone": "in the older draft alone",
    "came": "in the newer draft alone",
}


def tell_trail(trail: pl.DataFrame, hands: dict[str, str], own_scale: bool = False) -> pl.DataFrame:
    """One row a clause that changed: the keys of its pair, `direction`, `sentence`, `told` and `whose`.

    `hands` names the hands for people; `own_scale` says that a user changed the scale, and so does each
    sentence that rests on it. Clauses of which nothing changed but other words have no row.
    """
    rows = []
    for row in trail.iter_rows(named=True):
        words, whose = tell_clause(row, hands, own_scale)
        if words:
            label = name_label(row["new_label"] or row["old_label"])
            said = (f"{label}: {words[0].lower()}{words[1:]}", words, whose)
            rows.append([*(row[name] for name in PAIR_KEYS), row["direction"], *said])
    return pl.DataFrame(rows, schema=SENTENCES, orient="row").pipe(conform, SENTENCES)


def tell_clause(row: dict, hands: dict[str, str], own_scale: bool = False) -> tuple[str, str]:
    """What became of the clause of one row of TRAIL, and whose change it is; empty where nothing did."""
    verbs, marks = _tell_verbs(row), [_tell_marks(row, name, words) for name, words in _MARKS.items()]
    told = [words for words in (verbs, *marks) if words]
    if not told:
        return "", ""
    scale = f" ({YOUR_SCALE})" if own_scale and verbs else ""
    words = f"{'; '.join(told)}{scale}."
    return words[0].upper() + words[1:], _tell_whose(row, hands)


def name_way(row: dict) -> str:
    """What became of the clause of one row of TRAIL: a key of WAYS."""
    if row["new_clause"] is None:
        return "gone"
    if row["old_clause"] is None:
        return "came"
    if row["direction"] != "none":
        return row["direction"]
    return "doubled" if row["rule"].startswith(DOUBLED) else "same"


def _tell_verbs(row: dict) -> str:
    old, new = f"“{row['old_phrase']}”", f"“{row['new_phrase']}”"
    if row["new_clause"] is None:
        return f"{old} (rung {row['old_rung']}) is in the older draft alone"
    if row["old_clause"] is None:
        return f"{new} (rung {row['new_rung']}) is in the newer draft alone"
    if row["direction"] in ("up", "down") and row["old_rung"] != row["new_rung"]:
        scale = "commitment" if min(row["old_rung"], row["new_rung"]) > ASKING else "rung"
        return f"{old} becomes {new}, {scale} {row['old_rung']} to {row['new_rung']}"
    if row["direction"] == "none":
        return row["rule"] if row["rule"].startswith(DOUBLED) else ""
    if row["direction"] == "form":
        return f"{old} becomes {new}, the same rung ({row['new_rung']})"
    return row["rule"]


def _tell_marks(row: dict, name: str, words: str) -> str:
    return f"{words}: “{row[name].replace('; ', '”, “')}”" if row[name] else ""


def _tell_whose(row: dict, hands: dict[str, str]) -> str:
    """Whose change it is, as far as the marks tell; empty where no marks tell hands."""
    if row["grade"] is None:
        return ""
    named = [hands.get(hand, hand) for hand in row["hand"].split("; ") if hand]
    if not named:
        return f"whose change: {NOT_KNOWN}"
    return f"whose change: {' and '.join(named)} ({row['grade']})"
