"""A draft's own paragraphs -> changes that the workbook makes up, by rules that are told.

Form alone: another spelling, other capitals, the comma before the last of a list, a hyphen left out. Of
substance: a verb one rung down the scale, "shall" to "should", a caveat put in, a word struck, "and" to "or",
another number. The words stand in data/lexicon/swaps.csv; whether a verb is one rung lower the scale says,
read on the paragraph as changed. No rule knows what a draft is about.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

import polars as pl

from workbook.meaning.clauses import find_clauses
from workbook.schemas import PARAGRAPHS, conform

# Of one rule so many places of a paragraph are kept: the first ones.
MOST_PLACES = 2
# A number that looks like a year becomes a later one; another number grows by a little.
YEARS, LATER, MORE = range(1900, 2100), 5, 2
_BEFORE_LAST = re.compile(r", [\w’'-]{4,}(,?) and (?=[a-z])")
_HYPHEN = re.compile(r"(?<![\w-])[a-z]{4,}-[a-z]{4,}(?![\w-])")
_COMMON = re.compile(r"\bthe ([a-z]{5,})(?= [a-z])")
_CLAUSE_END = re.compile(r"(?<=[a-z])[.;](?=\s|$)")
# No part of a symbol, a name ("2030 Agenda"), a date or a figure with marks in it.
_NUMBER = re.compile(r"(?<=[a-z] )\d{1,4}(?= [a-z]|[;,.](?:\s|$))")
_BETWEEN = re.compile(r"(?<=[a-z]{4} )(?:and|or)(?= [a-z]{4})")
# What a struck word must stand before, and what it must not stand behind: "an effective remedy".
_GOES_ON = re.compile(r" (?!and\b|or\b|but\b)[a-z]{3,}")
_BOUND = re.compile(r"(?:\b(?:an?|and|or|but|most|more|as)|,) $", re.I)
_SAME = "The words are the same; only"
_Found = tuple[int, int, str, str]  # start, end, the words put there instead, why it is form or substance
_Rule = Callable[[str, "Swaps"], Iterator[_Found]]


class Decoy(NamedTuple):
    """A change made up: which words of a paragraph's text became which, by what rule, and what it does."""

    position: int
    label: str
    start: int  # code points in the paragraph's text
    end: int
    words: str  # that stand there instead
    rule: str
    weight: str  # substance or form
    why: str


class Swaps:
    """SWAPS for looking up: `words` by rule, and where one of them stands in a text."""

    def __init__(self, swaps: pl.DataFrame) -> None:
        self.words: dict[str, dict[str, str]] = {rule: {} for rule in swaps["rule"].dtype.categories}
        self.caveats: list[str] = []
        for rule, old, new in swaps.select("rule", "from", "to").iter_rows():
            if rule == "caveat":
                self.caveats.append(new)
            elif old:
                self.words[rule][old] = new
                if rule in ("spelling", "capital"):
                    self.words[rule][new] = old
        self._patterns = {rule: _join(words) for rule, words in self.words.items()}

    def find(self, rule: str, text: str) -> Iterator[tuple[int, int, str, str]]:
        """The first places of a rule's words: start, end, the words there, the words for them."""
        for found in _first(self._patterns[rule], text):
            yield *found.span(), found[0], self.words[rule][found[0]]


def make_decoys(
    shown: pl.DataFrame, clauses: pl.DataFrame, ladder: pl.DataFrame, swaps: Swaps
) -> list[Decoy]:
    """All changes that can be made up in PARAGRAPHS of one draft; `clauses` are theirs by this scale."""
    rows = shown.select("position", "label", "text").sort("position").rows()
    found = [
        Decoy(position, label or "", start, end, words, rule, weight, why)
        for position, label, text in rows
        for rule, (weight, find) in RULES.items()
        for start, end, words, why in find(text, swaps)
    ]
    return found + _lower_verbs(rows, clauses, ladder, swaps)


def _respell(text: str, swaps: Swaps) -> Iterator[_Found]:
    for start, end, _old, new in swaps.find("spelling", text):
        yield start, end, new, "One word in two spellings; it says the same."


def _recapitalize(text: str, swaps: Swaps) -> Iterator[_Found]:
    for start, end, _old, new in swaps.find("capital", text):
        yield start, end, new, f"{_SAME} capitals differ."


def _capitalize_common(text: str, _swaps: Swaps) -> Iterator[_Found]:
    for found in _first(_COMMON, text):
        yield *found.span(1), found[1].capitalize(), f"{_SAME} a capital came in."


def _move_comma(text: str, _swaps: Swaps) -> Iterator[_Found]:
    for found in _first(_BEFORE_LAST, text):
        way = "went" if found[1] else "came in"
        yield *found.span(1), "" if found[1] else ",", f"{_SAME} a comma before the last of a list {way}."


def _drop_hyphen(text: str, _swaps: Swaps) -> Iterator[_Found]:
    for found in _first(_HYPHEN, text):
        yield *found.span(), found[0].replace("-", " "), f"{_SAME} a hyphen went."


def _soften(text: str, swaps: Swaps) -> Iterator[_Found]:
    for start, end, old, new in swaps.find("modal", text):
        yield start, end, new, f"“{old}” leaves no choice, “{new}” advises."


def _put_in_caveat(text: str, swaps: Swaps) -> Iterator[_Found]:
    for found in _first(_CLAUSE_END, text):
        caveats = [caveat for caveat in swaps.caveats if caveat not in text]
        if caveats:
            caveat = caveats[found.start() % len(caveats)]
            why = f"A caveat came in: “{caveat}” leaves room to do less, or later."
            yield found.start(), found.start(), f", {caveat}", why


def _strike(text: str, swaps: Swaps) -> Iterator[_Found]:
    for start, end, old, _new in swaps.find("struck", text):
        if _GOES_ON.match(text, end) and not _BOUND.search(text[:start]):
            yield start, end + 1, "", f"A word went that said how, how much or which: “{old}”."


def _exchange_joint(text: str, swaps: Swaps) -> Iterator[_Found]:
    for found in _first(_BETWEEN, text):
        if new := swaps.words["joint"].get(found[0]):
            yield *found.span(), new, "“And” wants both; “or” is content with one of them."


def _change_number(text: str, _swaps: Swaps) -> Iterator[_Found]:
    for found in _first(_NUMBER, text):
        number = int(found[0])
        more = str(number + (LATER if number in YEARS else MORE))
        yield *found.span(), more, f"Another number: {found[0]} became {more}."


# By what they are called where the answer is told; a verb one rung down is tried apart, all at once.
RULES: dict[str, tuple[str, _Rule]] = {
    "another spelling": ("form", _respell),
    "other capitals": ("form", _recapitalize),
    "a capital for a common noun": ("form", _capitalize_common),
    "the comma before the last of a list": ("form", _move_comma),
    "a hyphen left out": ("form", _drop_hyphen),
    "another modal verb": ("substance", _soften),
    "a caveat put in": ("substance", _put_in_caveat),
    "a word struck": ("substance", _strike),
    "and and or exchanged": ("substance", _exchange_joint),
    "another number": ("substance", _change_number),
}


def _lower_verbs(rows: list[tuple], clauses: pl.DataFrame, ladder: pl.DataFrame, swaps: Swaps) -> list[Decoy]:
    """Verbs exchanged for others one rung lower, as the scale reads the paragraph after the exchange."""
    texts = {position: (label or "", text) for position, label, text in rows}
    tried = []
    for row in clauses.filter(pl.col("position").is_in(list(texts))).iter_rows(named=True):
        label, text = texts[row["position"]]
        verb = row["phrase"].split()[-1]
        start = text.find(row["phrase"], row["start"], row["end"]) + len(row["phrase"]) - len(verb)
        new = swaps.words["verb"].get(verb)
        if new and row["listed"] and row["other_rung"] is None and text.startswith(verb, start):
            tried.append((row, label, start, verb, new, text[:start] + new + text[start + len(verb) :]))
    read = _read_rungs([text for *_rest, text in tried], ladder)
    found = []
    for number, (row, label, start, verb, new, _text) in enumerate(tried):
        phrase, rung = read.get((number, row["clause"]), ("", None))
        if rung == row["rung"] - 1 and phrase.endswith(new):
            why = (
                f"Another verb, one rung lower on the scale of commitment: “{row['phrase']}” stands on rung "
                f"{row['rung']}, “{phrase}” on rung {rung}."
            )
            at = (row["position"], label, start, start + len(verb))
            found.append(Decoy(*at, new, "a verb one rung down", "substance", why))
    return found


def _read_rungs(texts: list[str], ladder: pl.DataFrame) -> dict[tuple[int, int], tuple[str, int]]:
    """The phrase and rung of each clause, by the number of its text and its own."""
    rows = [
        dict.fromkeys(PARAGRAPHS)
        | {"draft": "", "position": number, "label": "", "kind": "paragraph", "text": text}
        for number, text in enumerate(texts)
    ]
    paragraphs = pl.DataFrame(rows, schema=list(PARAGRAPHS), infer_schema_length=None).pipe(
        conform, PARAGRAPHS
    )
    found = find_clauses(paragraphs, ladder).select("position", "clause", "phrase", "rung")
    return {(position, clause): (phrase, rung) for position, clause, phrase, rung in found.iter_rows()}


def _join(words: dict[str, str]) -> re.Pattern:
    longest = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest) or '(?!)'})(?![\w-])")


def _first(pattern: re.Pattern, text: str) -> Iterator[re.Match]:
    return islice(pattern.finditer(text), MOST_PLACES)
