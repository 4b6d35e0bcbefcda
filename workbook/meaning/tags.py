"""PARAGRAPHS and TERMS -> TAGS: what a paragraph is about, and the words that say so."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

import polars as pl

from workbook.schemas import TAGS, conform

RUNNING = ("paragraph", "item")  # headings and footnotes name objectives without being about them
ENOUGH = 4  # points that make a topic: one strong cue (4), two supporting ones (2), four faint ones (1)
SHORT = 40  # words; an item of fewer has little room to say a thing twice ...
ENOUGH_IF_SHORT = 2  # ... so where no topic has enough, its leading one needs a single supporting cue
MOST = 4  # topics of one weighted scheme in a paragraph: indexers file it under no more
PLAIN = str.maketrans("’‘‛ʼ‐‑\u00a0\u2009\u202fİ", "''''--   I")  # one sign for one: offsets stay

PARAGRAPH_END = "\x1e"  # the record separator: no text has it
SENTENCE_END = re.compile(rf"[.;] |{PARAGRAPH_END}")
SIGN = "\ue000"  # the first sign of Unicode's private area: no text has it
FIRST_SIGN, LAST_SIGN = ord(SIGN), 0xF8FF
# What a match may lack, and the sign that says whether as much as can be is taken, or as little.
MAYBE = re.compile(r"(?s:.)(?:[*?]|\{(?:\d+(?:,\d*)?|,\d*)\})[?+]?|[+.^$]")
UNSURE = re.compile(r"\\(?:[xuU]\w+|N\{[^}]*\}|\d+|(?s:.))|\[\^?\]?(?:\\.|[^\\\]])*\]")  # escapes and classes
LOOK = re.compile(r"\(\?<?[=!][^()]*\)")  # what stands around a match is no part of it
PIECE = re.compile(f"[{SIGN}-\uf8ff]|[^\0{SIGN}-\uf8ff]+")


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
    sentence: int
    cue: Cue


class Topic(NamedTuple):
    """What speaks for a tag in a paragraph: its best cue's points, all points, and the matches."""

    best: int
    points: int
    matches: list[Match]


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
    # What stays from draft to draft is read once.
    texts = running["text"].unique(maintain_order=True).to_list()
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    found: list[list[Match]] = [[] for _ in texts]
    for match in find_matches(PARAGRAPH_END.join(texts).translate(PLAIN).lower(), cues):
        found[bisect_right(starts, match.start) - 1].append(match)
    tagged = {
        text: [
            (cue.scheme, cue.tag, cue.term, text[start - first : end - first], start - first, end - first)
            for start, end, _, cue in keep_topics(matches, text.count(" ") < SHORT)
        ]
        for text, first, matches in zip(texts, starts, found, strict=False)
    }
    rows = [
        (*key, *row)
        for *key, text in running.select("draft", "position", "label", "text").iter_rows()
        for row in tagged[text]
    ]
    return pl.DataFrame(rows, schema=TAGS, orient="row").pipe(conform, TAGS)


def keep_topics(matches: list[Match], short: bool) -> list[Match]:
    """Of a paragraph's matches those that carry a tag, by place."""
    by_tag: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        by_tag.setdefault((match.cue.scheme, match.cue.tag), []).append(match)
    kept: list[Match] = []
    rivals: dict[str, list[Topic]] = {}
    for (scheme, _), same in by_tag.items():
        longest = keep_longest(same)
        if any(match.cue.weight is None for match in same):
            kept += longest
        else:
            points = count_points(longest, same)
            rivals.setdefault(scheme, []).append(Topic(max(points), sum(points), longest))
    for topics in rivals.values():
        kept += [match for topic in pick_topics(topics, short) for match in topic.matches]
    return sorted(kept, key=lambda match: match[:2])


def pick_topics(topics: list[Topic], short: bool) -> list[Topic]:
    """The topics of one scheme that a paragraph is about, not merely mentions."""
    topics = sorted(topics, key=lambda topic: (-topic.best, -topic.points, topic.matches[0].start))
    about = [topic for topic in topics if topic.points >= ENOUGH]
    if short and not about:
        about = [topic for topic in topics[:1] if topic.points >= ENOUGH_IF_SHORT]
    return about[:MOST]


def find_matches(lower: str, cues: list[Cue]) -> Iterator[Match]:
    """Every match of every cue, inside one sentence, that stands in none of the cue's exceptions."""
    ends = [*(stop.end() for stop in SENTENCE_END.finditer(lower)), len(lower)]
    holding = cache(partial(find_sentences, lower, ends))  # many cues have a word in common
    for cue in cues:
        for sentence in sorted({each for word in cue.words for each in holding(word)}):
            span = ends[sentence - 1] if sentence else 0, ends[sentence]
            barred = [found.span() for found in cue.exception.finditer(lower, *span)] if cue.exception else []
            for found in cue.pattern.finditer(lower, *span):
                start, end = found.span()
                if start < end and not any(first <= start and end <= last for first, last in barred):
                    yield Match(start, end, sentence, cue)


def find_sentences(lower: str, ends: list[int], word: str) -> list[int]:
    """The sentences, counted from 0, that hold this word."""
    hit = []
    place = lower.find(word)
    while 0 <= place < len(lower):
        hit.append(sentence := bisect_right(ends, place))
        place = lower.find(word, ends[sentence])
    return hit


def keep_longest(matches: list[Match]) -> list[Match]:
    """The matches by place, without those that overlap a longer one."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        if not any(match.start < other.end and other.start < match.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match[:2])


def count_points(longest: list[Match], matches: list[Match]) -> list[int]:
    """How much speaks for a tag: each cue counts once a sentence, at the best weight found in its words."""
    points: dict[tuple[str, int], int] = {}
    for match in longest:
        overlapping = (other.cue for other in matches if other.start < match.end and match.start < other.end)
        best = max(overlapping, key=lambda cue: cue.weight)
        points[best.term, match.sentence] = best.weight
    return list(points.values())


@lru_cache(maxsize=4096)  # compiling costs more than matching, and people tag the same terms again and again
def make_cue(scheme: str, tag: str, term: str, weight: int | None, pattern: str, exception: str) -> Cue:
    """The term with its patterns compiled for text in small letters and plain signs."""
    pattern, exception = lower_pattern(pattern), lower_pattern(exception or "")
    barred = re.compile(exception) if exception else None
    return Cue(scheme, tag, term, weight, needed_words(pattern), re.compile(pattern), barred)


def lower_pattern(pattern: str) -> str:
    """The pattern in small letters and plain signs; escapes such as \\W and \\B stay as they are."""
    return re.sub(
        r"\\.|[^\\]+",
        lambda part: part[0] if part[0][0] == "\\" else part[0].lower(),
        pattern.translate(PLAIN),
    )


def needed_words(pattern: str) -> tuple[str, ...]:
    """Literal pieces, at least one of which stands in every match; the empty word where none is sure.

    Escapes, classes, looks around and whatever may be absent are cut out; a group becomes one sign for the
    words of its alternatives; of a sequence the piece whose shortest word is longest is picked.
    """
    left = LOOK.sub("\0", UNSURE.sub("\0", pattern))
    too_many = left.count("(") > LAST_SIGN - FIRST_SIGN
    if too_many or re.search(rf"\(\?[^:]|[{SIGN}-{chr(LAST_SIGN)}]", left):
        return ("",)
    groups: list[tuple[str, ...]] = []

    def pick(alternatives: str) -> tuple[str, ...]:
        words: dict[str, None] = {}
        for branch in MAYBE.sub("\0", alternatives).split("|"):
            pieces = [groups[ord(p) - FIRST_SIGN] if p >= SIGN else (p,) for p in PIECE.findall(branch)]
            words |= dict.fromkeys(max(pieces, key=rate_words, default=("",)))
        return tuple(words)

    def close(group: re.Match) -> str:
        groups.append(pick(group[1]))
        return chr(FIRST_SIGN + len(groups) - 1)

    while (inner := re.sub(r"\((?:\?:)?([^()]*)\)", close, left)) != left:
        left = inner
    return pick(left)


def rate_words(words: tuple[str, ...]) -> int:
    """How well words spare searches: long ones stand in few texts, many of them in more."""
    return min(map(len, words)) - 2 * len(words)
