"""DIFFS and MARKS -> ORIGINS: whose words a change is, as far as a marked text tells.

A mark speaks of the change between a draft and the one that it amends. What no mark covers, and what a
mark calls unknown, is nobody's: it is counted apart and attributed to no hand.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile
from operator import itemgetter

import polars as pl

from workbook.compare.attribution import FORM, KEPT, place_origins
from workbook.compare.words import COUNTED, TOKEN, split_words
from workbook.schemas import ORIGINS, PAIR_KEYS, conform, frame_of
from workbook.text.read.remarks import NOT_KNOWN
from workbook.text.runs import split_hands

Told = tuple[str, str, str]  # hand, grade, reason
# A word of a changed span, or a mark, with the white space behind it, and what is told of it.
Token = tuple[str, Told]
# A changed span of a pair: its number, its weight, and the words of both sides.
Traced = tuple[int, str, dict[str, list[Token]]]

# A word or a mark, with the white space behind it.
_SPACED = re.compile(rf"({TOKEN.pattern})\s*")
UNMARKED: Told = ("", "unknown", "no mark stands on these words")
# As many letters as two forms of a word share at least, and as differ at most ("commit", "committing").
STEM, ENDING = 4, 4
# A struck stretch is a part of a paragraph that is gone: so many words, and this share of them there.
LONE, MOST = 4, 0.8


def trace_hands(
    diffs: pl.DataFrame, marks: pl.DataFrame, paragraphs: pl.DataFrame, drafts: pl.DataFrame
) -> pl.DataFrame:
    """One row a stretch of inserted or struck words in one hand, in the order of DIFFS: the frame ORIGINS.

    `drafts` are DRAFTS: the two that were compared and those between them. The marks of the newer draft
    tell, where it amends the older one, directly or in steps, or is the same file with more hands applied;
    those of the older one where it is the other way round. Else nobody can tell, and the frame is empty.
    """
    if diffs.is_empty():
        return frame_of([], ORIGINS)
    ids = diffs["old_draft"][0], diffs["new_draft"][0]
    for side, draft, other in (("new", ids[1], ids[0]), ("old", ids[0], ids[1])):
        own = marks.filter(
            pl.col("draft") == draft, pl.col("hand").is_in(find_hands_between(other, draft, marks, drafts))
        )
        if len(own):
            tracer = _Tracer(side, own, paragraphs.filter(pl.col("draft") == draft), diffs)
            traced = frame_of(list(place_origins(tracer.list_rows(), diffs, paragraphs)), ORIGINS)
            counted = pl.col("text").str.count_matches(COUNTED)
            return traced.with_columns(words=counted).pipe(conform, ORIGINS)
    return frame_of([], ORIGINS)


def find_hands_between(base: str, draft: str, marks: pl.DataFrame, drafts: pl.DataFrame) -> list[str]:
    """The hands whose marks in `draft` lead from `base` to it; none where they lead elsewhere."""
    rows = {row["draft"]: row for row in drafts.to_dicts()}
    own = marks.filter(pl.col("draft") == draft)["hand"].unique().to_list()
    here, there = rows[draft], rows[base]
    if here["file"] == there["file"] and there["hands"] not in ("printed", "all"):
        return [hand for hand in own if hand not in split_hands(there["hands"])]
    return own if base in _ancestors(draft, rows) else []


def _ancestors(draft: str, rows: dict[str, dict]) -> list[str]:
    found: list[str] = []
    while (draft := rows.get(draft, {}).get("amends") or "") and draft not in found:
        found.append(draft)
    return found


class _Tracer:
    """Follows the words of the diffs back to the marks of the draft on one side."""

    def __init__(self, side: str, marks: pl.DataFrame, paragraphs: pl.DataFrame, diffs: pl.DataFrame) -> None:
        self.side, self.diffs = side, diffs
        self.texts = dict(paragraphs.select("position", "text").iter_rows())
        self.inserted: dict[int, list[tuple[int, int, Told]]] = defaultdict(list)
        self.struck: dict[int, list[list[tuple[str, Told]]]] = defaultdict(list)
        for row in marks.iter_rows(named=True):
            known = row["grade"] != "unknown" and row["hand"] != NOT_KNOWN
            told = (row["hand"] if known else "", row["grade"], row["reason"])
            if row["act"] == "inserted":
                self.inserted[row["position"]].append((row["start"], row["end"], told))
            else:
                self.struck[row["position"]].append([(word, told) for word in split_words(row["text"])])
        self.cousins = self._link_cousins()

    def _link_cousins(self) -> dict[int | None, set[int]]:
        """For each paragraph of the other draft, those of this one that share its words."""
        other = "old" if self.side == "new" else "new"
        cousins: dict[int | None, set[int]] = defaultdict(set)
        for own, theirs in (
            self.diffs.select(f"{self.side}_position", f"{other}_position").unique().iter_rows()
        ):
            if own is not None:
                cousins[theirs].add(own)
        return cousins | {None: set(self.texts)}

    def list_rows(self) -> Iterator[tuple[tuple, int]]:
        """The rows of ORIGINS without the last two columns, and where each text begins in its span."""
        pairs, key_of = defaultdict(list), itemgetter(*PAIR_KEYS)
        for span in self.diffs.iter_rows(named=True):
            pairs[key_of(span)].append(span)
        for key, spans in pairs.items():
            traced = list(self._trace_pair(sorted(spans, key=itemgetter("span"))))
            for span, weight, sides in _settle_kept(traced):
                for side in ("old", "new"):
                    act = "inserted" if side == self.side else "struck"
                    reached = 0
                    for told, text in _join_stretches(sides[side]):
                        yield (*key, span, side, act, *told, text.strip(), 0, weight), reached
                        reached += len(text)

    def _trace_pair(self, spans: list[dict]) -> Iterator[Traced]:
        other = "old" if self.side == "new" else "new"
        own, theirs = spans[0][f"{self.side}_position"], spans[0][f"{other}_position"]
        # Struck words are looked for where the pair is, then in paragraphs that share its words.
        places = [own, *(near for near in sorted(self.cousins[theirs]) if near != own)]
        pool = [words for place in places for words in self.struck[place]]
        if own is None and not self.cousins[theirs]:
            pool = self._find_gone("".join(span[f"{other}_text"] for span in spans))
        cursor = 0
        for span in spans:
            here, there = span[f"{self.side}_text"], span[f"{other}_text"]
            start = max(0, self.texts.get(own, "").find(here, cursor)) if here else cursor
            cursor = start + len(here)
            if span["op"] != "equal":
                sides = {
                    self.side: list(self._trace_inserted(here, own, start)),
                    other: list(_trace_struck(there, pool)),
                }
                yield span["span"], span["weight"], sides

    def _find_gone(self, text: str) -> list[list[tuple[str, Told]]]:
        """The struck stretches, wherever they stand, that a paragraph which is gone consists of."""
        words = set(split_words(text))
        stretches = (stretch for struck in self.struck.values() for stretch in struck)
        return [s for s in stretches if len(s) >= LONE and sum(w in words for w, _ in s) >= len(s) * MOST]

    def _trace_inserted(self, text: str, position: int, start: int) -> Iterator[Token]:
        """The words of a text, each with what the mark says that covers it, or a part of it."""
        marks = self.inserted[position]
        for token in _SPACED.finditer(text):
            first, last = start + token.start(), start + token.end(1)
            tolds = [told for begin, end, told in marks if begin < last and first < end]
            yield token[0], tolds[0] if tolds else UNMARKED


def _settle_kept(traced: list[Traced]) -> list[Traced]:
    """The changes of a pair, with unmarked words given to the hand of the change that they stand in.

    A redline strikes and sets anew what stands between two changes, and the whole of a word of which only
    the ending changed; such words stand in both drafts, and no mark is on them.
    """
    unmarked = {
        side: Counter(
            word
            for _span, _weight, sides in traced
            for text, told in sides[side]
            if told is UNMARKED
            for word in split_words(text)
        )
        for side in ("old", "new")
    }
    common = unmarked["old"] & unmarked["new"]
    kept = {"old": common.copy(), "new": common.copy()}
    for _span, _weight, sides in traced:
        tolds = [told for side in ("new", "old") for _text, told in sides[side]]
        around = next((told for told in tolds if told is not UNMARKED), None)
        if around is None or UNMARKED not in tolds:
            continue
        words = {
            side: [word for text, _told in own for word in split_words(text)] for side, own in sides.items()
        }
        for side, other in (("old", "new"), ("new", "old")):
            sides[side] = [_give(*token, kept[side], words[other], around) for token in sides[side]]
    return traced


def _give(text: str, told: Told, kept: Counter, other: list[str], around: Told) -> Token:
    if told is not UNMARKED:
        return text, told
    words = split_words(text)
    if not words:  # a comma goes with the change that it stands in
        return text, around
    grade = "inferred" if around[0] else "unknown"
    if all(kept[word] > 0 for word in words):
        kept.subtract(words)
        return text, (around[0], grade, KEPT)
    if all(any(_is_form(word, each) for each in other) for word in words):
        return text, (around[0], grade, FORM)
    return text, told


def _is_form(word: str, other: str) -> bool:
    """Whether two words differ in their endings alone, as "redouble" and "redoubling" do."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return word != other and shared >= STEM and max(len(word), len(other)) - shared <= ENDING


def _trace_struck(text: str, pool: list[list[tuple[str, Told]]]) -> Iterator[Token]:
    """The words of a text, each with what the first struck stretch says that still holds it."""
    told = UNMARKED
    stretch: list[tuple[str, Told]] = []
    for token in _SPACED.finditer(text):
        for word in split_words(token[0]):
            stretch, pair = _find_struck(word, [stretch, *pool])
            told = pair[1]
            if pair in stretch:
                stretch.remove(pair)  # each struck word accounts for one
        yield token[0], told


def _find_struck(word: str, pool: list[list[tuple[str, Told]]]) -> tuple[list, tuple[str, Told]]:
    """The stretch that holds the word, else the longest part of it: where only "ing" was struck, the
    diff has the whole word."""
    for stretch in pool:
        for pair in stretch:
            if pair[0] == word:
                return stretch, pair
    parts = [
        (len(pair[0]), -at, pair)
        for at, stretch in enumerate(pool)
        for pair in stretch
        if _is_part(pair[0], word)
    ]
    if not parts:
        return [], (word, UNMARKED)
    _length, at, pair = max(parts)
    return pool[-at], pair


def _is_part(fragment: str, word: str) -> bool:
    return word.startswith(fragment) or word.endswith(fragment)


def _join_stretches(tokens: Iterable[Token]) -> Iterator[tuple[Told, str]]:
    for told, stretch in groupby(tokens, key=itemgetter(1)):
        yield told, "".join(text for text, _ in stretch)
