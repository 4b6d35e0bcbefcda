"""DIFFS of neighbouring drafts -> SEEN: in which draft words are first seen, and in which last.

Words that only changed their form (case, commas, quotes) go on. Words that come back in the paragraph that
they had gone from are first seen where they stood first, and marked as returned.
"""

from collections import defaultdict
from itertools import groupby, pairwise
from typing import NamedTuple

import polars as pl

from workbook.compare.whereabouts import Placed, Stretch, place_spans
from workbook.compare.words import COUNTED, split_words
from workbook.schemas import SEEN, conform, frame_of
from workbook.text.paragraphs import body_of

Place = tuple[str, int]  # draft and position
Told = tuple[str, str | None]  # hand and grade
# The draft and label where words are first seen; whether they had gone since; who put them in there.
First = tuple[str, str, bool, Told]
Gone = dict[tuple[str, ...], First]  # words that a paragraph has lost

# A single word struck here and put in there is another one; two or more are the same, moved.
MOVED_WORDS = 2


def date_words(
    paragraphs: pl.DataFrame, diffs: pl.DataFrame, drafts: list[str], origins: pl.DataFrame | None = None
) -> pl.DataFrame:
    """One row a stretch of a paragraph's words with one past and one future: the frame SEEN.

    `drafts` are ids in their order; `diffs` hold every two neighbours of them, and so do `origins`, which
    tell whose the words are; without them nobody's are. The rows of a paragraph, joined, are its text.
    """
    body = pl.concat([body_of(paragraphs, draft) for draft in drafts])
    rows = body.select("draft", "position", "label", "text").rows()
    texts = {row[:2]: row[3] for row in rows}
    labels = {row[:2]: row[2] for row in rows}
    steps = [_step(diffs, paragraphs, *pair) for pair in pairwise(drafts)]
    first = _look_back(_begin(texts, labels, origins), steps)
    last = _look_ahead(texts, steps)
    found = [
        (*key, label, start, end, text[start:end], 0, *past, future, *told)
        for *key, label, text in rows
        for start, end, (*past, told), future in _stretches(first[tuple(key)], last[tuple(key)])
    ]
    counted = pl.col("text").str.count_matches(COUNTED)
    return frame_of(found, SEEN).with_columns(words=counted).pipe(conform, SEEN)


class _Step(NamedTuple):
    """What became of the words between two neighbouring drafts."""

    spans: list[Placed]
    kept: list[Placed]  # the same words on both sides; those moved inside their paragraph as well


def _step(diffs: pl.DataFrame, paragraphs: pl.DataFrame, old: str, new: str) -> _Step:
    own = diffs.filter(pl.col("old_draft") == old, pl.col("new_draft") == new)
    spans = place_spans(own, paragraphs)
    kept = [span for span in spans if span.op == "equal" or (span.op, span.weight) == ("replace", "form")]
    changed = [span for span in spans if span.op != "equal" and span.weight != "form"]
    struck = {(span.old, span.new, _key(span.old_text)): span.old_at for span in changed if span.old_at}
    for span in changed:
        key = (span.old, span.new, _key(span.new_text))
        if span.old and len(key[2]) >= MOVED_WORDS and key in struck:
            kept.append(span._replace(old_at=struck.pop(key)))
    return _Step(spans, kept)


def _key(text: str) -> tuple[str, ...]:
    return tuple(split_words(text))


def _begin(
    texts: dict[Place, str], labels: dict[Place, str], origins: pl.DataFrame | None
) -> dict[Place, list[First]]:
    """For every character of every paragraph, itself; and who put it in."""
    nobody: Told = ("", None)
    first = {key: [(key[0], labels[key], False, nobody)] * len(text) for key, text in texts.items()}
    if origins is None:
        return first
    is_put_in = (pl.col("side") == "new") & (pl.col("act") == "inserted")
    placed = origins.filter(is_put_in).drop_nulls("start")
    for draft, position, start, end, hand, grade in placed.select(
        "new_draft", "new_position", "start", "end", "hand", "grade"
    ).iter_rows():
        own, text = first[draft, position], texts[draft, position]
        end += len(text[end:]) - len(text[end:].lstrip())  # the space behind words is theirs
        own[start:end] = [(draft, labels[draft, position], False, (hand, grade))] * (end - start)
    return first


def _look_back(first: dict[Place, list[First]], steps: list[_Step]) -> dict[Place, list[First]]:
    """For every character of every paragraph, where it is first seen; `first` is filled, and returned."""
    gone: dict[Place, Gone] = {}
    for step in steps:
        lost: dict[Place, Gone] = defaultdict(dict)
        for span in step.spans:
            if span.old and span.new:
                lost[span.new] |= gone.get(span.old, {})
        for span in step.spans:
            if span.op != "equal" and span.new and (came := lost[span.new].get(_key(span.new_text))):
                for start, end in span.new_at:
                    first[span.new][start:end] = [(*came[:2], True, came[3])] * (end - start)
        for span in step.kept:
            _copy(first[span.old], span.old_at, first[span.new], span.new_at)
        for span in step.spans:
            if span.op != "equal" and span.new and span.old_at:
                lost[span.new][_key(span.old_text)] = first[span.old][span.old_at[0][0]]
        gone = lost
    return first


def _look_ahead(texts: dict[Place, str], steps: list[_Step]) -> dict[Place, list[str]]:
    """For every character of every paragraph, the draft where it is last seen."""
    last = {key: [key[0]] * len(text) for key, text in texts.items()}
    for step in reversed(steps):
        for span in step.kept:
            _copy(last[span.new], span.new_at, last[span.old], span.old_at)
    return last


def _copy(source: list, source_at: list[Stretch], target: list, target_at: list[Stretch]) -> None:
    """Gives what is known of the source's characters to the target's; of more, the last one's holds."""
    known = [each for start, end in source_at for each in source[start:end]]
    at = 0
    for start, end in target_at:
        piece = known[at : at + end - start]
        target[start:end] = piece + known[-1:] * (end - start - len(piece))
        at += end - start


def _stretches(first: list[First], last: list[str]) -> list[tuple[int, int, First, str]]:
    """The stretches of characters that share their past and their future."""
    found, start = [], 0
    for (past, future), same in groupby(zip(first, last, strict=True)):
        end = start + len(list(same))
        found.append((start, end, past, future))
        start = end
    return found
