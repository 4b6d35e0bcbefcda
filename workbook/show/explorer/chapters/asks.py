"""What the page's tab "Asks" shows: a letter's asks and what is done for each, and the ledger of a proposal.

Positions are those of the proposal and of the draft that it changes.
"""

from collections import Counter, defaultdict

import polars as pl

from workbook.show.answers import Answer

Rows = list[dict]
# The outcomes in the order in which they are told.
OUTCOMES = {
    "verbatim": "corresponds word for word",
    "in part": "corresponds in part",
    "elsewhere": "corresponds elsewhere",
    "already there": "stood there before",
    "not found": "not found",
    "unknown": "unknown",
}
VERDICTS = {
    "agrees": "agrees",
    "probably agrees": "probably agrees",
    "agrees in part": "agrees in part",
    "cannot be told": "cannot be told",
    "does not agree": "does not agree",
}


def tell_asks(asks: pl.DataFrame, places: pl.DataFrame, pairs: pl.DataFrame, diffs: pl.DataFrame) -> Rows:
    """The asks of one suggested text in the order of their letter.

    Each: ask, title, letter (its sentences), words ([want, words, labels]), places. A place: label, paragraph
    (the name of its card), listed, verdict, reason, and spans, its words: what stayed, else [struck, put in].
    """
    linked = pairs.filter(pl.col("relation") != "fragment").select("old_position", "new_position")
    cards = {row[1]: row for row in linked.iter_rows()}
    spans = _group_spans(diffs)
    found, asked = defaultdict(list), defaultdict(list)
    for row in places.iter_rows(named=True):
        found[row["ask"]].append(_tell_place(row, cards, spans))
    for row in asks.iter_rows(named=True):
        asked[row["ask"], row["title"]].append(row)
    return [
        {
            "ask": ask,
            "title": title,
            "letter": list(dict.fromkeys(row["letter"] for row in own)),
            "words": [[row["want"], row["words"], row["labels"]] for row in own],
            "places": found[ask],
        }
        for (ask, title), own in asked.items()
    ]


def _tell_place(row: dict, cards: dict, spans: dict) -> dict:
    pair = cards.get(row["position"])
    return {
        "label": row["label"],
        "paragraph": "" if pair is None else f"{'' if pair[0] is None else pair[0]}-{pair[1]}",
        "listed": row["listed"],
        "verdict": row["verdict"],
        "reason": row["reason"],
        "spans": spans.get(row["position"], []),
    }


def _group_spans(diffs: pl.DataFrame) -> dict[int, list]:
    """The words of each newer paragraph: what stayed as text, a change as [struck, put in]."""
    found: dict[int, list] = {}
    rows = diffs.drop_nulls("new_position").select("new_position", "op", "old_text", "new_text")
    for position, op, old, new in rows.iter_rows():
        found.setdefault(position, []).append(new if op == "equal" else [old, new])
    return found


def tell_ledger(ledger: pl.DataFrame, hands: dict[str, str]) -> dict:
    """The ledger for the page: `rows`, and `counts`, [outcome, its name, atoms, words], in order.

    A row: label, paragraph (the name of its card in the proposal), act, text, words (how many), hand (its
    name; empty: nobody's), grade, outcome, said, there (what it corresponds to), at (the later label).
    """
    atoms, words = Counter(ledger["outcome"]), Counter()
    for outcome, count in ledger.select("outcome", "words").iter_rows():
        words[outcome] += count
    return {
        "rows": [_tell_atom(row, hands) for row in ledger.to_dicts()],
        "counts": [[kind, name, atoms[kind], words[kind]] for kind, name in OUTCOMES.items() if atoms[kind]],
    }


def _tell_atom(row: dict, hands: dict[str, str]) -> dict:
    old, new = (("" if row[name] is None else row[name]) for name in ("old_position", "new_position"))
    return {
        "label": row["new_label"] or row["old_label"],
        "paragraph": f"{old}-{new}",
        "act": row["act"],
        "text": row["text"],
        "words": row["words"],
        "hand": hands.get(row["hand"], row["hand"]),
        "grade": row["grade"] or "",
        "outcome": row["outcome"],
        "said": row["said"],
        "there": row["later_text"],
        "at": row["later_label"],
    }


def tell_presence(presence: pl.DataFrame) -> Rows:
    """The places where a sentence stands or its nearest words do: label, position, state, text, said."""
    return presence.select("label", "position", "state", "text", "said").to_dicts()


def tell_answer(answer: Answer) -> dict:
    """An answer: verdict, sentence, said, grade."""
    return {name: getattr(answer, name) for name in ("verdict", "sentence", "said", "grade")}
