"""LADDER made ready for matching: who speaks, the verbs that lead, and the acts behind them."""

import re
from functools import lru_cache
from typing import NamedTuple

import polars as pl

# A verb ends where its word does; text taken out of a PDF glues the next one to it ("call fortheir").
_END = r"(?:\b|(?=the|their|our|its))"
# An aside may part a verb from its "to": "commit, as appropriate, to". What is longer is a clause of its own.
_PARTED = re.compile(r"(?P<verb>\w+(?: \w+){0,2}), [^,.;:]{1,60}, to\b")


class Phrase(NamedTuple):
    """A phrase of the scale found in a text; a lead without a rung leaves it to the act behind it."""

    start: int
    end: int
    rung: int | None
    kind: str  # "helping": "will" and its like, the verb behind it decides; "leave": "may"; "noun": no verb


class _Pattern(NamedTuple):
    found: re.Pattern
    rung: int | None
    kind: str


class _Phrases(NamedTuple):
    each: list[_Pattern]
    any: re.Pattern | None  # finds whether there is one at all; null where their groups would be mixed up


class Scale(NamedTuple):
    """The phrases of the scale, compiled."""

    speaker: re.Pattern
    body: re.Pattern  # of the speakers, those who are bound by the text and do not write it
    leads: _Phrases
    acts: _Phrases

    def find_lead(self, text: str, place: int) -> Phrase | None:
        """The longest verb that leads, beginning right here; None where there is none."""
        found = _longest(self.leads, text, place)
        parted = None if found else _PARTED.match(text, place)
        if parted is None:
            return found
        whole = _longest(self.leads, f"{parted['verb']} to", 0)
        is_all = whole is not None and whole.end > len(parted["verb"])
        return whole._replace(start=place, end=parted.end()) if is_all else None

    def find_act(self, text: str, place: int) -> Phrase | None:
        """The longest act beginning right here; None where there is none."""
        return _longest(self.acts, text, place)


def make_scale(ladder: pl.DataFrame) -> Scale:
    """The scale ready for matching; upper and lower case are one."""
    return _compile(tuple(ladder.select("scheme", "tag", "pattern", "rung").iter_rows()))


@lru_cache(maxsize=8)  # people read one text after the other with the same scale
def _compile(rows: tuple[tuple, ...]) -> Scale:
    speakers = [(tag, pattern) for scheme, tag, pattern, _rung in rows if scheme == "speaker"]
    anybody = _join([pattern for _tag, pattern in speakers])
    body = _join([pattern for tag, pattern in speakers if tag == "body"])
    leads, acts = (_gather([row[1:] for row in rows if row[0] == wanted]) for wanted in ("lead", "act"))
    return Scale(anybody, body, leads, acts)


def _join(patterns: list[str]) -> re.Pattern:
    """Finds any of them; nothing where there are none."""
    return re.compile(rf"\b(?:{'|'.join(patterns) or '(?!)'})", re.I)


def _gather(rows: list[tuple[str, str, int | None]]) -> _Phrases:
    each = [_Pattern(re.compile(rf"(?:{pattern}){_END}", re.I), rung, tag) for tag, pattern, rung in rows]
    if any(pattern.found.groups for pattern in each):
        return _Phrases(each, None)
    joined = "|".join(pattern for _tag, pattern, _rung in rows)
    return _Phrases(each, re.compile(rf"(?:{joined or '(?!)'}){_END}", re.I))


def _longest(phrases: _Phrases, text: str, place: int) -> Phrase | None:
    if phrases.any and not phrases.any.match(text, place):
        return None  # nearly always: one look spares a hundred
    hits = [pattern.found.match(text, place) for pattern in phrases.each]
    found = [(hit.end(), -at) for at, hit in enumerate(hits) if hit]
    if not found:
        return None
    end, at = max(found)
    return Phrase(place, end, phrases.each[-at].rung, phrases.each[-at].kind)
