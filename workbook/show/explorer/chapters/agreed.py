"""What the page's tab on sources shows of a reference text: words that stand in it, and where they depart."""

import re
from collections import defaultdict

import polars as pl

from workbook.compare.spans import diff_texts
from workbook.compare.words import COUNTED
from workbook.meaning.tags import RUNNING

Rows = list[dict]
# Words kept on each side of a change, where what lies between two changes is long.
AROUND = 7


def tell_agreed(
    agreed: pl.DataFrame,
    changes: pl.DataFrame,
    cited: pl.DataFrame,
    paragraphs: pl.DataFrame,
    references: pl.DataFrame,
    new: str,
) -> dict:
    """The chapter: how much of the newer draft stands in the reference, its `rows`, and what was `lost`.

    `agreed` is AGREED and `changes` AGREED_CHANGES of both drafts, `cited` CITED_WORDS of the newer one,
    `references` are PARAGRAPHS of the reference text. A row is a paragraph of the newer draft: its text in
    `pieces` (words as they are, [words, span] or, where they depart, [words, span, 1]) and its `spans`:
    [place, words, kept or gained, formula, places, the draft's departure, the reference's words for it].
    A place is one of `places`: the label, the heading above it, and the text of a paragraph of the reference.
    """
    own = agreed.filter(pl.col("draft") == new)
    running = paragraphs.filter(pl.col("draft") == new, pl.col("kind").cast(pl.String).is_in(RUNNING))
    places = [*own["reference_position"], *changes["reference_position"]]
    places = {position: at for at, position in enumerate(sorted(set(places)))}
    rows = list_rows(own, changes, cited, running, places)
    return {
        "whole": count_whole(rows, own, running),
        "places": list_places(references, places),
        "rows": rows,
        "lost": list_lost(changes, places),
    }


def count_whole(rows: Rows, own: pl.DataFrame, running: pl.DataFrame) -> dict:
    """How much of the newer draft stands in the reference, of how much; formulas are counted apart."""
    true = own.filter(~pl.col("formula"))
    marked = [
        piece[0]
        for row in rows
        for piece in row["pieces"]
        if len(piece) == 2 and not isinstance(piece, str) and not row["spans"][piece[1]][3]
    ]
    return {
        "paragraphs": [true["position"].n_unique(), len(running)],
        "words": [_count_words(marked), _count_words(running["text"].to_list())],
        "spans": len(true),
        "formulas": len(own) - len(true),
    }


def _count_words(texts: list[str]) -> int:
    return int(pl.Series(texts, dtype=pl.String).str.count_matches(COUNTED).sum() or 0)


def list_places(references: pl.DataFrame, places: dict[int, int]) -> list[list[str]]:
    """The paragraphs of the reference that are meant: label, heading, text."""
    told = {row["position"]: row for row in references.to_dicts()}
    return [[told[position][name] or "" for name in ("label", "section", "text")] for position in places]


def list_rows(
    own: pl.DataFrame,
    changes: pl.DataFrame,
    cited: pl.DataFrame,
    running: pl.DataFrame,
    places: dict[int, int],
) -> Rows:
    """The paragraphs of the newer draft that hold a span, or that cite the reference, in their order."""
    spans, checks = defaultdict(list), defaultdict(list)
    for row in own.to_dicts():
        spans[row["position"]].append(row)
    for position, *check in cited.select(
        "position", "pinpoint", "reference_label", "words", "elsewhere"
    ).iter_rows():
        checks[position].append(check)
    here = changes.filter(pl.col("change") != "lost")
    fates = {
        (at, start): change
        for at, start, change in here.select("new_position", "start", "change").iter_rows()
    }
    old = dict(here.select("new_position", "old_position").iter_rows())
    return [
        {
            "position": position,
            "old_position": old.get(position),
            "label": label,
            "pieces": cut_pieces(text, spans[position]),
            "spans": [
                [
                    places[row["reference_position"]],
                    row["words"],
                    fates.get((position, row["start"]), ""),
                    row["formula"],
                    row["places"],
                    row["departure"],
                    row["departure_from"],
                ]
                for row in spans[position]
            ],
            "cited": checks[position],
        }
        for position, label, text in running.select("position", "label", "text").iter_rows()
        if position in spans or position in checks
    ]


def cut_pieces(text: str, spans: Rows) -> list:
    """The text in pieces, those that stand in the reference with the number of their span.

    Where two spans claim the same words, the first has them. Words that depart from what is quoted around
    them are pieces of their own.
    """
    pieces, at = [], 0
    for number, row in enumerate(spans):
        start = max(row["start"], at)
        while start < row["end"] and not text[start].isalnum():
            start += 1  # behind words that another span has
        if start == row["end"]:
            continue
        pieces += [text[at:start], [text[start : row["end"]], number]]
        at = row["end"]
        words = row["departure"]
        behind = text.find(words, at, at + len(words) + AROUND) if words else -1
        following = spans[number + 1]["start"] if number + 1 < len(spans) else len(text)
        if behind >= 0 and behind + len(words) <= following:
            pieces += [text[at:behind], [words, number, 1]]
            at = behind + len(words)
    return [piece for piece in (*pieces, text[at:]) if piece]


def list_lost(changes: pl.DataFrame, places: dict[int, int]) -> Rows:
    """What only the older draft had of the reference in one piece, and what stands in its place."""
    return [
        {
            **{name: row[name] for name in ("old_position", "old_label", "new_position", "new_label")},
            "place": places[row["reference_position"]],
            "formula": row["formula"],
            "words": row["words"],
            "text": row["text"] if row["now"] is None else "",
            "redline": [] if row["now"] is None else draw_change(row["text"], row["now"]),
        }
        for row in changes.filter(pl.col("change") == "lost").to_dicts()
    ]


def draw_change(old: str, new: str) -> list:
    """The redline of a span: words, or [taken out, put in]; long stretches between changes cut short."""
    spans = [
        span.new_text if span.op == "equal" else [span.old_text, span.new_text]
        for span in diff_texts(old, new)
    ]
    last = len(spans) - 1
    return [
        _shorten(span, at > 0, at < last) if isinstance(span, str) else span for at, span in enumerate(spans)
    ]


def _shorten(stretch: str, before: bool, behind: bool) -> str:
    """The first and the last few words of a long stretch; only those on the side of a change."""
    words = [word.span() for word in re.finditer(r"\S+", stretch)]
    if len(words) <= (before + behind) * AROUND + 1:  # the sign for what is left out takes a word's room
        return stretch
    head = stretch[: words[AROUND - 1][1]] + " " if before else ""
    tail = " " + stretch[words[-AROUND][0] :] if behind else ""
    return f"{head}…{tail}"
