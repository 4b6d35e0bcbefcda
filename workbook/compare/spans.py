"""Two texts -> the spans of a redline: kept, struck and put in, each with its very characters."""

import re
from typing import NamedTuple

from .alignment import Block, align_words
from .manners import polish
from .words import TOKEN

_PIECE = re.compile(rf"(?:{TOKEN.pattern})\s*")
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
    return diff_pieces(split_pieces(old), split_pieces(new))


def split_pieces(text: str) -> list[str]:
    """The words and marks of a text, each with the white space behind it; joined, they are the text."""
    pieces = _PIECE.findall(text)
    lost = len(text) - sum(map(len, pieces))
    return [text[:lost] + pieces[0], *pieces[1:]] if lost and pieces else pieces or [text] * bool(text)


def diff_pieces(old: list[str], new: list[str]) -> list[Span]:
    """The spans between two texts given as pieces (words with the white space behind them)."""
    # One canonical order, so that the redline there and the redline back are mirror images.
    turned = old > new
    first, second = (new, old) if turned else (old, new)
    first_words = [piece.strip() for piece in first]
    second_words = [piece.strip() for piece in second]
    blocks = align_words(*code_words(first_words, second_words))
    polished = polish(blocks, first_words, second_words)
    spans = _read_spans(polished, first, second)
    return [_turn(span) for span in spans] if turned else spans


def code_words(old: list[str], new: list[str]) -> tuple[str, str]:
    """Both texts with one character a word, the same character for the same word."""
    codes: dict[str, str] = {}
    return tuple("".join([codes.setdefault(word, chr(len(codes) + 1)) for word in side]) for side in (old, new))


def _turn(span: Span) -> Span:
    other = {"insert": "delete", "delete": "insert"}
    return Span(other.get(span.op, span.op), span.new_text, span.old_text, span.weight)


def _read_spans(blocks: list[Block], old: list[str], new: list[str]) -> list[Span]:
    """Changes and kept words in turn. White space that differs behind a kept word goes to the change there."""
    spans: list[Span] = []
    old_end = new_end = 0
    old_space = new_space = ""
    for i, j, length in (*blocks, (len(old), len(new), 0)):
        _append(spans, old_space + "".join(old[old_end:i]), new_space + "".join(new[new_end:j]))
        old_end, new_end, old_space, new_space = i + length, j + length, "", ""
        start = i
        for at in range(i, old_end):
            was, now = old[at], new[j + at - i]
            if was == now:
                continue
            word = was.strip()
            _keep(spans, "".join(old[start:at]) + word)
            start, gaps = at + 1, (was[len(word) :], now[len(word) :])
            if start == old_end:
                old_space, new_space = gaps
            else:
                _append(spans, *gaps)
        _keep(spans, "".join(old[start:old_end]))
    return spans


def _keep(spans: list[Span], text: str) -> None:
    if text:
        spans.append(Span("equal", text, text, "form"))


def _append(spans: list[Span], old: str, new: str) -> None:
    if not (old or new):
        return
    op = "replace" if old and new else "delete" if old else "insert"
    spans.append(Span(op, old, new, "form" if _shape(old) == _shape(new) else "substance"))


def _shape(text: str) -> str:
    return "".join(text.casefold().translate(_SHAPES).split())
