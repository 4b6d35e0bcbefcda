"""ASKS, PARAGRAPHS and MARKS -> ASK_WORDS: where the words that a letter wants stand, and whose act that is.

Looked for in the paragraphs that the letter names, and, of words to be put in, in all others: there they
count where the suggested language itself puts them in.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from workbook.compare.attribution import GRADES, judge_rows
from workbook.compare.origins import find_hands_between
from workbook.meaning.asks import split_labels
from workbook.meaning.lexicon import PATTERNS
from workbook.meaning.tags import PLAIN, lower_pattern, needed_words
from workbook.schemas import ASK_WORDS, WorkbookError, frame_of
from workbook.text.paragraphs import body_of

# A paragraph is new where nearly all of its letters were put in: spaces and a stray comma may bear no mark.
NEW_SHARE = 0.9


class _Found(NamedTuple):
    """What became of wanted words in one paragraph; as the columns of ASK_WORDS behind `words`."""

    state: str
    match: str = ""
    start: int | None = None
    end: int | None = None
    hand: str = ""
    grade: str | None = None
    seen: bool = True


def find_wanted(
    asks: pl.DataFrame, paragraphs: pl.DataFrame, marks: pl.DataFrame, drafts: pl.DataFrame
) -> pl.DataFrame:
    """One row a wanted thing in a paragraph, the letter's paragraphs first: the frame ASK_WORDS.

    `paragraphs` and `marks` are those of the suggested language, `drafts` holds it and what it amends. Struck
    words are `seen` where the file tracks changes, and not where the text was reconstructed from a copy that
    lost its strike-through. Raises WorkbookError where the drafts lack the suggested language.
    """
    rows: list[tuple] = []
    for (draft,), own in asks.group_by("draft", maintain_order=True):
        text = _Text(draft, paragraphs, marks, drafts)
        for (ask,), wants in own.group_by("ask", maintain_order=True):
            rows += [(draft, *row[:2], ask, *row[2:]) for row in _find_ask(wants.to_dicts(), text)]
    return frame_of(rows, ASK_WORDS)


def _find_ask(wants: list[dict], text: "_Text") -> Iterator[tuple]:
    """(position, label, listed, want, words, and what was found) of one ask."""
    named = {label for want in wants for label in split_labels(want["labels"])}
    for want in wants:
        for label in split_labels(want["labels"]):
            position = text.positions.get(label)
            found = _Found("missing") if position is None else text.look(want, position)
            yield position, label, True, want["want"], want["words"], *found
    for labels in dict.fromkeys(want["labels"] for want in wants if want["want"] == "in"):
        alike = [want for want in wants if (want["want"], want["labels"]) == ("in", labels)]
        places = [place for place in text.labels.items() if place[1] not in named]
        beyond = [row for place in places for row in _look_beyond(alike, *place, text)]
        if not (beyond or labels):
            beyond = [(None, "", True, want["want"], want["words"], *_Found("missing")) for want in alike]
        yield from beyond


def _look_beyond(wants: list[dict], position: int, label: str, text: "_Text") -> list[tuple]:
    """The same rows for a paragraph that the letter does not name; none where nothing was put in there."""
    found = [text.look(want, position) for want in wants]
    if all(each.state != "put in" for each in found):
        return []
    return [
        (position, label, False, want["want"], want["words"], *each)
        for want, each in zip(wants, found, strict=True)
    ]


class _Text:
    """The suggested language: its paragraphs, and the marks of those who suggest it."""

    def __init__(
        self, draft: str, paragraphs: pl.DataFrame, marks: pl.DataFrame, drafts: pl.DataFrame
    ) -> None:
        rows = drafts.filter(pl.col("draft") == draft).to_dicts()
        if not rows:
            raise WorkbookError(
                f"asks.csv names the draft {draft}, which is not there. Give it a row in drafts.csv."
            )
        self.tracked = rows[0]["status"] == "as issued"
        body = body_of(paragraphs, draft)
        self.labels = dict(body.select("position", "label").iter_rows())
        self.positions = {label: position for position, label in reversed(self.labels.items())}
        self.texts = dict(body.select("position", "text").iter_rows())
        self._plain = {at: text.translate(PLAIN).lower() for at, text in self.texts.items()}
        own = marks.filter(pl.col("draft") == draft)
        if rows[0]["amends"]:
            between = find_hands_between(rows[0]["amends"], draft, marks, drafts)
            own = own.filter(pl.col("hand").is_in(between))
        self._marks = defaultdict(list)
        for mark in own.iter_rows(named=True):
            self._marks[mark["position"], mark["act"]].append(mark)

    def look(self, want: dict, position: int) -> _Found:
        """What became of the wanted words in this paragraph."""
        words, pattern = _compile(want["pattern"])
        plain = self._plain[position]
        there = any(word in plain for word in words)
        spans = [found.span() for found in pattern.finditer(plain)] if there else []
        if want["want"] == "out":
            return self._look_struck(pattern, position, spans)
        if want["want"] == "paragraph":
            spans = [(0, len(self.texts[position]))] if spans else []
        told = [self._tell(position, *span) for span in spans]
        if want["want"] == "kept":
            told = [found._replace(state="kept", hand="", grade=None) for found in told]
        if want["want"] == "paragraph" and told and self._share_put_in(position) < NEW_SHARE:
            told = [told[0]._replace(state="stood already", hand="", grade=None)]
        return max(told, key=_rank, default=_Found("missing"))

    def _tell(self, position: int, start: int, end: int) -> _Found:
        """Whether the suggested language put these words in, or a part of them."""
        match = self.texts[position][start:end]
        touching = [
            mark for mark in self._marks[position, "inserted"] if mark["start"] < end and start < mark["end"]
        ]
        if not touching:
            return _Found("stood already", match, start, end)
        return _Found("put in", match, start, end, *judge_rows(touching))

    def _look_struck(self, pattern: re.Pattern, position: int, spans: list[tuple[int, int]]) -> _Found:
        if spans:
            start, end = spans[0]
            return _Found("still there", self.texts[position][start:end], start, end)
        for mark in self._marks[position, "struck"]:
            if pattern.search(mark["text"].translate(PLAIN).lower()):
                place = (mark["text"], mark["start"], mark["end"])
                return _Found("struck", *place, *judge_rows([mark]), seen=self.tracked)
        return _Found("missing")

    def _share_put_in(self, position: int) -> float:
        marked = sum(mark["end"] - mark["start"] for mark in self._marks[position, "inserted"])
        return marked / max(1, len(self.texts[position]))


@lru_cache(PATTERNS)
def _compile(pattern: str) -> tuple[tuple[str, ...], re.Pattern]:
    """Words of which every match has one, which spare most searches, and the pattern."""
    lower = lower_pattern(pattern)
    return needed_words(lower), re.compile(lower)


def _rank(found: _Found) -> tuple[bool, int]:
    """Words put in before those that stood already, surer ones first."""
    return found.state == "put in", -GRADES.index(found.grade) if found.grade else -len(GRADES)
