"""Two texts -> the spans of a redline: kept, struck and put in, each with its very characters."""

import re
from functools import cache
from typing import NamedTuple

from workbook.compare.alignment import Block, align_words
from workbook.compare.manners import is_lone, polish
from workbook.compare.words import TOKEN, Vocabulary

# Most pieces are a plain word and one space: tried first, they are found in half the time.
_PIECE = re.compile(rf"[a-z]+ (?!\s)|(?:{TOKEN.pattern})\s*")
# More letters than a change of form takes away or adds.
LARGEST_FORM = 12
# More words than a library of drafts has; then the codes start anew.
MOST_WORDS = 200_000
# What differs in nothing but these differs in form alone: case, commas, spaces, the shape of quotes.
_SHAPES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", ",": None})


class Span(NamedTuple):
    """A stretch of a redline; `op` is equal, insert, delete or replace, `weight` substance or form."""

    op: str
    old_text: str
    new_text: str
    weight: str


def diff_texts(old: str, new: str) -> list[Span]:
    """The spans that turn one text into the other, in order; none where both are empty.

    The old texts joined are `old`, the new texts joined are `new`. Exchanging the two texts
    exchanges the sides of every span and changes nothing else.
    """
    return diff_pieces(split_pieces(old), split_pieces(new), share_vocabulary())


def share_vocabulary() -> Vocabulary:
    """The codes of the words seen so far: most words come back, in every pair of drafts."""
    if len(_vocabulary().words) > MOST_WORDS:
        _vocabulary.cache_clear()
    return _vocabulary()


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(is_lone)


def split_pieces(text: str) -> list[str]:
    """The words and marks of a text, each with the white space behind it; joined, they are the text.

    White space that the text begins with is a piece of its own.
    """
    words = text.lstrip()
    lead = text[: len(text) - len(words)]
    return [lead, *_PIECE.findall(words)] if lead else _PIECE.findall(words)


def diff_pieces(old: list[str], new: list[str], vocabulary: Vocabulary) -> list[Span]:
    """The spans between two texts given as pieces (words with the white space behind them)."""
    # One canonical order, so that the redline there and the redline back are mirror images.
    turned = old > new
    first, second = (new, old) if turned else (old, new)
    codes = vocabulary.encode(first), vocabulary.encode(second)
    blocks = polish(align_words(*codes, vocabulary.lone), *codes, vocabulary.words)
    spans = _read_spans(blocks, first, second)
    return [_turn(span) for span in spans] if turned else spans


def _turn(span: Span) -> Span:
    other = {"insert": "delete", "delete": "insert"}
    return Span(other.get(span.op, span.op), span.new_text, span.old_text, span.weight)


def _read_spans(blocks: list[Block], old: list[str], new: list[str]) -> list[Span]:
    """Changes and kept words in turn."""
    changes: list[tuple[str, str]] = []
    kept: list[str] = []
    old_end = new_end = 0
    gaps = ("", "")
    for i, j, length in (*blocks, (len(old), len(new), 0)):
        changes.append((gaps[0] + "".join(old[old_end:i]), gaps[1] + "".join(new[new_end:j])))
        old_end, new_end, gaps = i + length, j + length, ("", "")
        start = i
        for at in range(i, old_end) if old[i:old_end] != new[j:new_end] else ():
            was, now = old[at], new[j + at - i]
            if was == now:
                continue
            # White space that differs behind a kept word is a change of its own, or opens the next one.
            word = was.strip()
            kept.append("".join(old[start:at]) + word)
            start, gaps = at + 1, (was[len(word) :], now[len(word) :])
            if start < old_end:
                changes.append(gaps)
                gaps = ("", "")
        if start < old_end:
            kept.append("".join(old[start:old_end]))
    changes.append(gaps)
    return _spans(changes, kept)


def _spans(changes: list[tuple[str, str]], kept: list[str]) -> list[Span]:
    """Change, kept, change, kept ... as spans; the white space that ends both sides of a change is kept."""
    spans: list[Span] = []
    for at, (old, new) in enumerate(changes):
        tail = _common_tail(old, new)
        old, new = (old[: -len(tail)], new[: -len(tail)]) if tail else (old, new)
        if old or new:
            op = "replace" if old and new else "delete" if old else "insert"
            spans.append(Span(op, old, new, "form" if _alike(old, new) else "substance"))
        text = tail + (kept[at] if at < len(kept) else "")
        if text:
            spans.append(Span("equal", text, text, "form"))
    return spans


def _common_tail(old: str, new: str) -> str:
    """The white space at the end of both."""
    spaces = old[len(old.rstrip()) :]
    return spaces if spaces and new.endswith(spaces) else ""


def _alike(old: str, new: str) -> bool:
    """Whether two texts differ in form alone; the lengths of most say at once that they do not."""
    return abs(len(old) - len(new)) <= LARGEST_FORM and _shape(old) == _shape(new)


def _shape(text: str) -> str:
    return "".join(text.casefold().translate(_SHAPES).split())
