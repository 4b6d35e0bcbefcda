"""PAIRS and PARAGRAPHS -> GHOSTS: words of a flattened draft that were probably struck already.

Where strike-through was lost, struck words stand beside those put in for them. The draft that comes later
tells them apart: a struck word is gone there, and the words around it stand side by side. But a word that
the later draft's authors cut leaves the same trace. So the trace is trusted only where the later text is
flattened too (what its authors struck still stands in it), and less where the sentence reads well with the
words. Elsewhere the sentence must be broken: a stray ending, rival verbs, a second beginning.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import polars as pl

from workbook.compare.alignment import join_blocks, match_words
from workbook.compare.manners import SENTENCE_STOPS, WEAK
from workbook.compare.spans import diff_texts
from workbook.compare.words import TOKEN, WORD, split_tokens
from workbook.schemas import GHOSTS, WorkbookError, frame_of

# Of ten words shown, nine or more were struck: measured on the printed drafts and on made ones.
SHOWN = 0.9
SEAM = "absent later and the seam closes"
BROKEN = "absent later and the seam closes; with them, words stand side by side that nowhere else do"
NATURAL = "absent later and the seam closes, but the sentence reads well with them: perhaps cut later"
ENDING = "a broken ending: stray letters beside a word"
VERBS = "a doubled verb: two rivals side by side, of which the other survives"
AGAIN = "a passage that stands twice in this draft: it was moved, and the other one is there later"
BEGINNING = "a second beginning: behind them the sentence begins again"
# How surely words with this trace were struck: where the later text is flattened too, and where it is not.
SURETY = {
    ENDING: (0.97, 0.97),
    VERBS: (0.97, 0.97),
    BEGINNING: (0.95, 0.9),
    AGAIN: (0.95, 0.9),
    BROKEN: (0.97, 0.8),
    SEAM: (0.9, 0.6),
    NATURAL: (0.75, 0.5),
}
# Behind these stands a verb; one seen there in either draft is known as a verb everywhere.
BEFORE_VERBS = frozenset({"we", "will", "shall"})
# Stray letters: at most so many; so many words end in them; and hardly ever do they stand alone.
LONGEST_ENDING, FEWEST_ENDED, ENDED_TO_ALONE = 4, 10, 10
# A passage is longer than any formula, and known by its first words.
PASSAGE, HEAD = 12, 6
# Fewer words in a row stand elsewhere by chance.
MOVED_ROW = 3
SEAM_WORDS = 4  # shown on either side of a seam


class Usage(NamedTuple):
    """How the two drafts use their words, case ignored."""

    small: set[str]  # words that are somewhere written without a capital
    words: Counter[str]
    pairs: Counter[tuple[str, str]]  # two words or marks, one behind the other
    verbs: set[str]
    endings: Counter[str]  # how many different words end so
    size: int  # all words and marks


class Loss(NamedTuple):
    """Words of an older text that are gone, and where they would stand in the later one."""

    words: list[str]  # the older text's words and marks
    start: int
    end: int
    at: int  # where in the later text's words
    put: int  # how many words were put in there
    edges: tuple[tuple[str, str], tuple[str, str]]  # the first lost word and the one before; last, behind

    @property
    def lost(self) -> list[str]:
        """The lost words in lower case, marks among them."""
        return [word.lower() for word in self.words[self.start : self.end]]


def find_ghosts(
    pairs: pl.DataFrame, paragraphs: pl.DataFrame, later_flattened: bool = False, surety: float = SHOWN
) -> pl.DataFrame:
    """One row a run of words that was probably struck in the old draft, in reading order: the frame GHOSTS.

    Ask it of a flattened old draft only; of a clean one every row is wrong. `later_flattened` says that the
    new draft still holds what its own authors struck. Rows less sure than `surety` are left out.
    Raises WorkbookError where the paragraphs lack one that a pair names.
    """
    texts = {(draft, at): text for draft, at, text in paragraphs["draft", "position", "text"].iter_rows()}
    linked = pairs.filter(pl.col("relation") != "fragment").drop_nulls(["old_position", "new_position"])
    keys = ["old_draft", "old_position", "old_label", "new_draft"]
    parts = linked.sort(*keys, "new_position").group_by(keys, maintain_order=True)
    groups = [(key, rows["new_position", "new_label"].rows()) for key, rows in parts]
    rows: list[tuple] = []
    for drafts in dict.fromkeys((key[0], key[3]) for key, _ in groups):
        bodies = [
            _body(pairs, texts, side, draft) for side, draft in zip(("old", "new"), drafts, strict=True)
        ]
        usage = _learn_usage(bodies[0] + bodies[1])
        whole = tuple("\n".join(_row(split_tokens(text.lower())) for text in body) for body in bodies)
        for key, news in (group for group in groups if (group[0][0], group[0][3]) == drafts):
            spots = [(position, label, texts[key[3], position]) for position, label in news]
            told = _tell_paragraph(texts[key[:2]], spots, usage, whole, later_flattened)
            rows += [(*key[:3], *fact[:5], key[3], *fact[5:]) for fact in told if fact[4] >= surety]
    return frame_of(rows, GHOSTS)


def _body(pairs: pl.DataFrame, texts: dict[tuple[str, int], str], side: str, draft: str) -> list[str]:
    """The texts of all paragraphs of a draft that the pairs name."""
    named = pairs.filter(pl.col(f"{side}_draft") == draft)[f"{side}_position"].drop_nulls().unique().sort()
    if missing := [position for position in named if (draft, position) not in texts]:
        raise WorkbookError(f"{draft}: the paragraphs lack position {missing[0]}, which a pair names.")
    return [texts[draft, position] for position in named]


def _learn_usage(texts: list[str]) -> Usage:
    rows = [split_tokens(text.lower()) for text in texts]
    words = Counter(word for row in rows for word in row)
    pairs = Counter(pair for row in rows for pair in pairwise(["", *row, ""]))
    verbs = {word for before, word in pairs if before in BEFORE_VERBS and word not in WEAK | BEFORE_VERBS}
    # An ending is shorter than its word by a stem of three letters.
    ends = Counter(word[-n:] for word in words for n in range(1, LONGEST_ENDING + 1) if len(word) > n + 2)
    small = {word for text in texts for word in split_tokens(text) if word.islower()}
    return Usage(small, words, pairs, verbs, ends, words.total())


def _tell_paragraph(
    old: str, spots: Sequence[tuple[int, str, str]], usage: Usage, drafts: Sequence[str], flattened: bool
) -> Iterator[tuple]:
    """(start, end, words, reason, surety, later position, later label, seam) of each run perhaps struck."""
    new = " ".join(text for _, _, text in spots)
    places, marks = list(TOKEN.finditer(old)), list(TOKEN.finditer(new))
    owners = [spot for spot in spots for _ in split_tokens(spot[2])]
    for loss in _find_losses(old, new):
        moved, again = _was_moved(loss, *drafts), _stands_again(loss, *drafts)
        reason = "" if moved else AGAIN if again else _find_reason(loss, usage)
        if not reason:
            continue
        start, end = places[loss.start].start(), places[loss.end - 1].end()
        place = loss.at + loss.put  # so that the seam is a stretch of the later text
        sides = marks[:place][-SEAM_WORDS:], marks[place:][:SEAM_WORDS]
        seam = " | ".join(new[side[0].start() : side[-1].end()] if side else "" for side in sides)
        sure = SURETY[reason][0 if flattened else 1]
        position, label, _ = owners[max(0, place - 1)]
        yield start, end, old[start:end], reason, sure, position, label, seam


def _find_losses(old: str, new: str) -> Iterator[Loss]:
    """The words lost between the words that both texts keep; not those put in again in other places."""
    olds, news = split_tokens(old), split_tokens(new)
    blocks, i, j = [], 0, 0
    for span in diff_texts(old, new):
        was, now = split_tokens(span.old_text), split_tokens(span.new_text)
        # A redline marks small kept words between two changes as retyped; here each of them counts.
        kept = [(0, 0, len(was))] if span.op == "equal" else match_words(was, now)
        blocks += [(i + a, j + b, length) for a, b, length in kept if length]
        i, j = i + len(was), j + len(now)
    blocks = [(0, 0, 0), *join_blocks(blocks), (len(olds), len(news), 0)]
    gaps = [(a + n, c, b + n, d - b - n) for (a, b, n), (c, d, _) in pairwise(blocks)]
    gained = {word.lower() for _, _, at, put in gaps for word in news[at : at + put]}
    for start, end, at, put in gaps:
        while start < end and not WORD.match(olds[start]):
            start += 1
        while start < end and not WORD.match(olds[end - 1]):
            end -= 1
        told = {word.lower() for word in olds[start:end] if WORD.match(word)}
        # An "and" that was put in elsewhere is another one; a word with a meaning may have gone there.
        if told and not (told - WEAK and told - WEAK <= gained):
            around = [word.lower() for word in ("", *olds, "")]
            edges = (around[start], around[start + 1]), (around[end], around[end + 1])
            yield Loss(olds, start, end, at, put, edges)


def _was_moved(loss: Loss, old: str, new: str) -> bool:
    """Whether the later draft has the lost words as often as the older one: then they stand elsewhere."""
    row = _row(loss.lost)
    return len(loss.lost) >= MOVED_ROW and new.count(row) >= old.count(row)


def _stands_again(loss: Loss, old: str, new: str) -> bool:
    """Whether a long passage begins as another one of the old draft does, and only one is there later."""
    head = _row(loss.lost[:HEAD])
    return len(loss.lost) >= PASSAGE and old.count(head) > new.count(head) > 0


def _row(words: list[str]) -> str:
    return f" {' '.join(words)} "


def _find_reason(loss: Loss, usage: Usage) -> str:
    """Why these words were probably struck, the best evidence first; empty where nothing says so."""
    if _begins_again(loss, usage):
        return BEGINNING
    if loss.put:
        return ""
    if len(loss.lost) == 1 and _is_ending(loss.words[loss.start], usage):
        return ENDING
    if len(loss.lost) == 1 and any(_are_rivals(pair, usage) for pair in loss.edges):
        return VERBS
    if any(_is_odd(pair, usage) for pair in loss.edges):
        return BROKEN
    # Counted once: here, where the words stand.
    return NATURAL if all(usage.pairs[pair] > 1 for pair in loss.edges) else SEAM


def _begins_again(loss: Loss, usage: Usage) -> bool:
    """Whether a sentence begins with the lost words, and behind them with a word else written small."""
    before = loss.edges[0][0]
    first, behind = loss.words[loss.start], "".join(loss.words[loss.end : loss.end + 1])
    sentence = (before == "" or before in SENTENCE_STOPS) and not SENTENCE_STOPS.intersection(loss.lost)
    capitals = all(re.fullmatch(r"[^\W\d_][^\W\d_]+", word) and word.istitle() for word in (first, behind))
    return sentence and capitals and first != behind and behind.lower() in usage.small


def _is_ending(word: str, usage: Usage) -> bool:
    ended = usage.endings[word] if word.isalpha() and word.islower() else 0
    return ended >= FEWEST_ENDED and ended >= usage.words[word] * ENDED_TO_ALONE


def _are_rivals(pair: tuple[str, str], usage: Usage) -> bool:
    """Whether both are verbs of one form that stand side by side nowhere else."""
    forms = all(word in usage.verbs for word in pair) or all(
        re.fullmatch(r"\w{3,}ing", word) for word in pair
    )
    return forms and usage.pairs[pair] <= 1


def _is_odd(pair: tuple[str, str], usage: Usage) -> bool:
    """Whether two words so common that chance alone would have brought them together never do elsewhere."""
    expected = usage.words[pair[0]] * usage.words[pair[1]] / usage.size
    return all(pair) and expected >= 1 and usage.pairs[pair] <= 1
