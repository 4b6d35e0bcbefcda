"""All that is known of a pair of paragraphs: texts, tags, clauses, sources, what changed, and whose it is."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

import polars as pl

from workbook.compare.attribution import Attributions
from workbook.compare.whereabouts import Stretch, place_spans
from workbook.schemas import PAIR_KEYS

KEYS = list(PAIR_KEYS)
Frames = dict[str, pl.DataFrame]
# What a paragraph is about, in the order in which it is told.
_SCHEMES = ("theme", "objective", "principle")
# So many words and characters of a draft are quoted in a sentence: enough to know the place again.
QUOTED_WORDS, QUOTED = 12, 90
_MARKS = " ,;:."
_WORD = re.compile(r"\S+")


class Mention(NamedTuple):
    """What a paragraph is about, and the words that say so."""

    scheme: str
    tag: str
    match: str
    start: int
    end: int
    title: str  # of the tag


@dataclass(frozen=True)
class Side:
    """One paragraph as a comparison has it; the paragraph that is not there has no text."""

    text: str = ""
    tags: list[Mention] = field(default_factory=list)
    clauses: dict[int, dict] = field(default_factory=dict)


NOTHING = Side()


def make_sides(frames: Frames) -> dict[tuple, Side]:
    """Every paragraph of both drafts by draft and position."""
    texts = frames["paragraphs"].select("draft", "position", "text").iter_rows()
    sides = {(draft, position): Side(text) for draft, position, text in texts}
    titles = {row[:2]: row[2] for row in frames["terms"].select("scheme", "tag", "title").iter_rows()}
    about = frames["tags"].filter(pl.col("scheme").is_in(list(_SCHEMES)))
    columns = ("draft", "position", "scheme", "tag", "match", "start", "end")
    for draft, position, *row in about.select(columns).iter_rows():
        mention = Mention(*row, titles.get((row[0], row[1]), ""))
        sides[draft, position].tags.append(mention)
    for side in sides.values():
        side.tags.sort(key=lambda mention: (_SCHEMES.index(mention.scheme), mention.start))
    for clause in frames["clauses"].iter_rows(named=True):
        sides[clause["draft"], clause["position"]].clauses[clause["clause"]] = clause
    return sides


def place_changes(diffs: pl.DataFrame, paragraphs: pl.DataFrame) -> dict[tuple, list[Stretch]]:
    """Where words of substance came or went: the stretches by old and new position and side.

    Of a paragraph that was split or merged each stretch is in the pair that its words went to.
    """
    found: dict[tuple, list[Stretch]] = defaultdict(list)
    keys = diffs.select("old_position", "new_position").rows()
    for key, span in zip(keys, place_spans(diffs, paragraphs), strict=True):
        if span.op != "equal" and span.weight != "form":
            found[*key, "old"] += span.old_at
            found[*key, "new"] += span.new_at
    return found


class Pair(NamedTuple):
    """All that is known of one pair of paragraphs."""

    row: dict  # of PAIRS
    spans: list[dict]  # of DIFFS, what is equal left out
    trail: list[dict]
    sources: list[dict]  # of SOURCE_CHANGES
    old: Side
    new: Side
    changed: dict[str, list[Stretch]]  # of each side, where words came or went
    whose: Attributions

    @property
    def is_whole(self) -> bool:
        """Whether only one of the drafts has the paragraph."""
        return self.row["relation"] in ("inserted", "deleted")

    def is_changed(self, side: str, start: int, end: int) -> bool:
        """Whether a word of this stretch of one side came or went."""
        return any(first < end and start < last for first, last in self.changed[side])

    def side(self, name: str) -> Side:
        """The paragraph of one draft."""
        return self.old if name == "old" else self.new

    def find(self, name: str, start: int, end: int) -> list[dict]:
        """What marks tell of words of one side."""
        return self.whose.find(self.row[f"{name}_draft"], self.row[f"{name}_position"], start, end)


def gather_pairs(frames: Frames) -> Iterator[Pair]:
    """Everything of each pair, in the order of PAIRS, without fragments: they have no diff of their own.

    `frames` holds pairs, diffs, paragraphs, tags, terms, trail, clauses, origins and source_changes.
    """
    changes = frames["diffs"].filter(pl.col("op") != "equal")
    spans, trail, sources = map(_group, (changes, frames["trail"], frames["source_changes"]))
    sides, whose = make_sides(frames), Attributions(frames["origins"])
    changed = place_changes(frames["diffs"], frames["paragraphs"])
    for row in frames["pairs"].filter(pl.col("relation") != "fragment").iter_rows(named=True):
        key = tuple(row[name] for name in KEYS)
        both = (
            sides.get((row[f"{side}_draft"], row[f"{side}_position"]), NOTHING) for side in ("old", "new")
        )
        at = {side: changed[key[1], key[4], side] for side in ("old", "new")}
        yield Pair(row, spans[key], trail[key], sources[key], *both, at, whose)


def _group(frame: pl.DataFrame) -> dict[tuple, list[dict]]:
    """The rows of each pair."""
    found = defaultdict(list)
    for row in frame.iter_rows(named=True):
        found[tuple(row[name] for name in KEYS)].append(row)
    return found


def find_phrase(phrase: str, text: str) -> Iterator[Stretch]:
    """Where a phrase stands in a text, as whole words in any case."""
    for hit in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE):
        yield hit.span()


def quote(text: str) -> str:
    """The words in quotation marks, cut behind a word where they are many."""
    words = text.strip(_MARKS)
    shown = cut(text)
    return f"“{shown}”" if len(shown) == len(words) else f"“{shown} …”"


def cut(text: str) -> str:
    """The first words of a text, so many as a sentence can quote."""
    words = text.strip(_MARKS)
    if len(words) <= QUOTED:
        ends = [found.end() for found in islice(_WORD.finditer(words), QUOTED_WORDS + 1)]
        return words if len(ends) <= QUOTED_WORDS else words[: ends[-2]].rstrip(_MARKS)
    ends = [found.end() for found in islice(_WORD.finditer(words), QUOTED_WORDS)]
    return words[: max((end for end in ends if end <= QUOTED), default=QUOTED)].rstrip(_MARKS)
