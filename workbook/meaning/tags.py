"""PARAGRAPHS and TERMS -> TAGS: what a paragraph is about, and the words that say so."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from ..schemas import TAGS, conform

RUNNING = ("paragraph", "item")  # headings and footnotes name objectives without being about them
ENOUGH = 4  # points that make a topic: one strong cue (4), two supporting ones (2), four faint ones (1)
MOST = 4  # topics of one weighted scheme in a paragraph: indexers file it under no more
PLAIN = str.maketrans("’‘‛ʼ‐‑\u00a0\u2009\u202f", "''''--   ")  # one sign for one: offsets stay


class Cue(NamedTuple):
    """A term made ready: `words`, one of which every match holds, spare most searches."""

    scheme: str
    tag: str
    term: str
    weight: int | None
    words: tuple[str, ...]
    pattern: re.Pattern
    exception: re.Pattern | None


class Match(NamedTuple):
    """Where a cue stands in a text."""

    start: int
    end: int
    cue: Cue


def tag_paragraphs(paragraphs: pl.DataFrame, terms: pl.DataFrame) -> pl.DataFrame:
    """One row a match of a term in running text, in the order of the text: the frame TAGS.

    `start` and `end` count code points of the paragraph's text. Of overlapping matches of one tag the
    longest stays. Where terms bear weights (objectives), only the matches that made a topic are rows.
    """
    cues = [
        make_cue(*row)
        for row in terms.select("scheme", "tag", "term", "weight", "pattern", "except").iter_rows()
    ]
    running = paragraphs.filter(pl.col("kind").cast(pl.String).is_in(RUNNING))
    rows = [
        (draft, position, label, m.cue.scheme, m.cue.tag, m.cue.term, text[m.start : m.end], m.start, m.end)
        for draft, position, label, text in running.select("draft", "position", "label", "text").iter_rows()
        for m in find_topics(text, cues)
    ]
    return pl.DataFrame(rows, schema=TAGS, orient="row").pipe(conform, TAGS)


def find_topics(text: str, cues: list[Cue]) -> list[Match]:
    """The matches that carry a tag of this text, by place."""
    plain = text.translate(PLAIN)
    by_tag: dict[tuple[str, str], list[Match]] = {}
    for match in find_matches(plain, cues):
        by_tag.setdefault((match.cue.scheme, match.cue.tag), []).append(match)
    kept, rivals = [], {}
    for (scheme, tag), matches in by_tag.items():
        longest = keep_longest(matches)
        if any(match.cue.weight is None for match in longest):
            kept += longest
        elif (points := count_points(plain, longest, matches)) >= ENOUGH:
            rivals.setdefault(scheme, []).append((-points, longest[0].start, tag, longest))
    for topics in rivals.values():
        kept += [match for *_, longest in sorted(topics)[:MOST] for match in longest]
    return sorted(kept, key=lambda match: match[:2])


def find_matches(plain: str, cues: list[Cue]) -> Iterator[Match]:
    """Every match of every cue that stands in none of its exceptions."""
    lower = plain.lower()
    for cue in cues:
        if not any(word in lower for word in cue.words):
            continue
        barred = [m.span() for m in cue.exception.finditer(plain)] if cue.exception else []
        for found in cue.pattern.finditer(plain):
            start, end = found.span()
            if start < end and not any(first <= start and end <= last for first, last in barred):
                yield Match(start, end, cue)


def keep_longest(matches: list[Match]) -> list[Match]:
    """The matches by place, without those that overlap a longer one."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        if not any(match.start < other.end and other.start < match.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match[:2])


def count_points(plain: str, longest: list[Match], matches: list[Match]) -> int:
    """How much speaks for a tag: each cue counts once a sentence, at the best weight found in its words."""
    points: dict[tuple[str, int], int] = {}
    for match in longest:
        best = max(
            (o for o in matches if o.start < match.end and match.start < o.end), key=lambda o: o.cue.weight
        )
        sentence = plain.count(". ", 0, match.start) + plain.count("; ", 0, match.start)
        points[best.cue.term, sentence] = best.cue.weight
    return sum(points.values())


@lru_cache(maxsize=4096)  # compiling costs more than matching, and people tag the same terms again and again
def make_cue(scheme: str, tag: str, term: str, weight: int | None, pattern: str, exception: str) -> Cue:
    """The term with its patterns compiled, deaf to case and to the shape of apostrophes."""
    pattern, exception = pattern.translate(PLAIN), (exception or "").translate(PLAIN)
    barred = re.compile(exception, re.IGNORECASE) if exception else None
    return Cue(scheme, tag, term, weight, needed_words(pattern), re.compile(pattern, re.IGNORECASE), barred)


def needed_words(pattern: str) -> tuple[str, ...]:
    """One literal piece of each alternative; a text that holds none of them cannot match.

    Groups, classes, escapes and whatever may be absent are cut out. An alternative that has no
    literal left gives the empty word, which is in every text.
    """
    left = re.sub(r"\\.|\[[^\]]*\]", "\0", pattern)
    while (inner := re.sub(r"\([^()]*\)", "\0", left)) != left:
        left = inner
    left = re.sub(r".(?:[*?]|\{[^}]*\})|[+.^$]", "\0", left)
    return tuple(max(branch.split("\0"), key=len).lower() for branch in left.split("|"))
