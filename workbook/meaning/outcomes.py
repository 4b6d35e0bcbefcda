"""What became of an atom in a later draft, with the evidence, and how often chance would do as well.

Words put in are looked for in the paragraphs that the atom's own became, and then, among words that are new
in the later draft, everywhere. Words struck are followed to where they stood. Source of the chance figure:
phrases of the same length from other paragraphs of the amended draft are put to the same test.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import polars as pl

from workbook.compare.whereabouts import place_spans
from workbook.compare.words import Vocabulary
from workbook.meaning.atoms import Atom
from workbook.meaning.chance import Body, Chance, align_phrase, encode

# Less alike than this, two phrases share little more than the words that all sentences share.
ALIKE = 0.5
# Words that stand elsewhere, or stood there before, are the atom's only where nearly all of them are.
NEARLY = 0.8
# One word or two stand anywhere.
FEWEST = 3
# Of the words that an atom corresponds to, at least this share must be new in the later draft.
NEW_SHARE = 0.5
# Where more than this share of random phrases scores as well, a likeness says nothing.
RARE = 0.05
# Parts words that stand apart; a private character, which no word is coded as.
_GAP = "\ue000"


class Match(NamedTuple):
    """A stretch of words of a later paragraph, and how alike it is to what was looked for."""

    score: float
    position: int
    first: int  # words, counted from 0
    last: int  # behind the last one
    new: float  # the share of its words that are new in the later draft


class Outcome(NamedTuple):
    """The last columns of LEDGER before `said`; `found` is in the later draft's paragraph."""

    outcome: str
    position: int | None = None
    start: int | None = None
    end: int | None = None
    similarity: float = 0.0
    as_well: int | None = None
    phrases: int | None = None


class Later:
    """A later draft beside the proposal and the draft that both start from."""

    def __init__(
        self, pairs: pl.DataFrame, diffs: pl.DataFrame, paragraphs: pl.DataFrame, drafts: tuple[str, str, str]
    ) -> None:
        amended, proposal, later = drafts
        self.vocabulary = Vocabulary(lambda _: False)
        self.before = Body(paragraphs, amended, self.vocabulary)
        self.body = Body(paragraphs, later, self.vocabulary)
        self.heirs = {draft: _link(pairs, draft, later) for draft in (amended, proposal)}
        self.amended, self.proposal = amended, proposal
        self.sources = defaultdict(list)
        for position, heirs in self.heirs[amended].items():
            for heir in heirs:
                self.sources[heir].append(position)
        self._follow(diffs.filter(pl.col("old_draft") == amended, pl.col("new_draft") == later), paragraphs)
        self.chance = Chance(self.before)
        self.new_words = {at: self._take_new(at) for at in self.body.codes}
        self._alike: dict[int, np.ndarray] = {}  # by length: random phrases beside all new words

    def _follow(self, diffs: pl.DataFrame, paragraphs: pl.DataFrame) -> None:
        """Flags what is new in the later draft, and what of the amended one is gone; the rest is `kept`."""
        self.kept = defaultdict(list)  # of an amended paragraph: where a stretch stands now
        for span in place_spans(diffs, paragraphs):
            if span.op != "equal" and span.weight != "form":
                for start, end in span.new_at:
                    self.body.flag(span.new[1], start, end)
                for start, end in span.old_at:
                    self.before.flag(span.old[1], start, end)
            elif len(span.old_at) == len(span.new_at):
                for (start, end), (there, _) in zip(span.old_at, span.new_at, strict=True):
                    self.kept[span.old[1]].append((start, end, span.new[1], there))

    def _take_new(self, position: int) -> tuple[str, list[int]]:
        """The new words of a later paragraph, gaps between those that stand apart; and which they are."""
        codes, at = "", []
        for word, new in enumerate(self.body.flags[position]):
            if new:
                if at and at[-1] != word - 1:
                    codes, at = codes + _GAP, [*at, at[-1]]
                codes += self.body.codes[position][word]
                at.append(word)
        return codes, at

    def judge(self, atom: Atom) -> Outcome:
        """What became of the atom."""
        return self._judge_inserted(atom) if atom.act == "inserted" else self._judge_struck(atom)

    def _judge_inserted(self, atom: Atom) -> Outcome:
        needle = encode(atom.text, self.vocabulary)
        homes = [*self.heirs[self.proposal].get(atom.new, ()), *self.heirs[self.amended].get(atom.old, ())]
        homes = list(dict.fromkeys(homes))
        found = max((self._find(needle, home) for home in homes), key=_rank, default=None)
        if found and found.score >= ALIKE:
            without = {atom.old}.union(*(self.sources[home] for home in homes))
            texts = [self.body.codes[home] for home in homes]
            chance = self.chance.count_alike(len(needle), without, texts, found.score)
            if kind := _name(found, chance):
                there = self._tell(kind, found, chance)
                return there if found.new >= NEW_SHARE else self._find_elsewhere(needle, homes) or there
        score = round(found.score, 3) if found else 0.0
        return self._find_elsewhere(needle, homes) or Outcome("not found", similarity=score)

    def _find(self, needle: str, position: int) -> Match:
        """The stretch of a paragraph that is most like the words, new ones first."""
        codes, flags = self.body.codes[position], self.body.flags[position]
        whole, apart = self.new_words[position]
        windows = [(1.0, at, at + len(needle)) for at in find_all(needle, codes)]
        if not windows:
            windows = [align_phrase(needle, codes)]
            score, first, last = align_phrase(needle, whole)
            if last > first:
                windows.append((score, apart[first], apart[last - 1] + 1))
        shares = [float(flags[first:last].mean()) if last > first else 0.0 for _, first, last in windows]
        matches = [
            Match(score, position, first, last, new)
            for (score, first, last), new in zip(windows, shares, strict=True)
        ]
        return max(matches, key=_rank)

    def _find_elsewhere(self, needle: str, homes: list[int]) -> Outcome | None:
        """The new words of another paragraph that are nearly these, where hardly any other phrase is."""
        if len(needle) < FEWEST:
            return None
        others = {at: new for at, new in self.new_words.items() if at not in homes and new[0]}
        best = max(
            ((*align_phrase(needle, codes, NEARLY), at) for at, (codes, _) in others.items()),
            key=lambda found: found[0],
            default=(0.0, 0, 0, 0),
        )
        score, first, last, position = best
        if score < NEARLY:
            return None
        chance = self._count_elsewhere(len(needle), homes, score)
        if chance[0] > RARE * chance[1]:
            return None
        apart = others[position][1]
        found = Match(score, position, apart[first], apart[last - 1] + 1, 1.0)
        return self._tell("elsewhere", found, chance)

    def _count_elsewhere(self, length: int, homes: list[int], score: float) -> tuple[int, int]:
        """How many random phrases are as alike to new words of other paragraphs, and how many there are."""
        places = [at for at, (codes, _) in self.new_words.items() if codes]
        if length not in self._alike:  # once for all atoms of a length: where much is alike, it takes long
            texts = [self.new_words[at][0] for at in places]
            self._alike[length] = self.chance.score_alike(length, texts, NEARLY)
        alike = self._alike[length]
        best = alike[:, [at not in homes for at in places]].max(axis=1, initial=0)
        return int(np.count_nonzero(best >= score - 1e-6)), len(alike)

    def _tell(self, outcome: str, found: Match, chance: tuple[int, int]) -> Outcome:
        places = self.body.places[found.position][found.first : found.last]
        return Outcome(outcome, found.position, places[0][0], places[-1][1], round(found.score, 3), *chance)

    def _judge_struck(self, atom: Atom) -> Outcome:
        """Whether the struck words are gone from where they stood."""
        words = self.before.words_at(atom.old, atom.start, atom.end)
        share = float(self.before.flags[atom.old][words].mean()) if words else 0.0
        heirs = self.heirs[self.amended].get(atom.old, [])
        where = next(self._still(atom), (heirs[0] if heirs else None, None, None))
        if share == 0:
            return Outcome("not found", *where)
        chance = self.chance.count_gone(len(words), {atom.old}, share)
        return Outcome("verbatim" if share == 1 else "in part", *where, round(share, 3), *chance)

    def _still(self, atom: Atom) -> Iterator[tuple[int, int, int]]:
        """Where in the later draft some of these words still stand."""
        for start, end, position, there in self.kept[atom.old]:
            first, last = max(start, atom.start), min(end, atom.end)
            text = self.before.texts[atom.old][first:last]
            if first < last and text.strip():
                lead = len(text) - len(text.lstrip())
                place = there + first - start + lead
                yield position, place, place + len(text.strip())


def _link(pairs: pl.DataFrame, old: str, new: str) -> dict[int, list[int]]:
    """For each old paragraph those that it became, fragments left out."""
    rows = pairs.filter(
        pl.col("old_draft") == old, pl.col("new_draft") == new, pl.col("relation") != "fragment"
    ).drop_nulls(["old_position", "new_position"])
    heirs = defaultdict(list)
    for old_position, new_position in rows.select("old_position", "new_position").iter_rows():
        heirs[old_position].append(new_position)
    return heirs


def _rank(match: Match) -> tuple[bool, float, float]:
    return match.score >= ALIKE and match.new >= NEW_SHARE, match.score, match.new


def _name(found: Match, chance: tuple[int, int]) -> str:
    """What a likeness in the atom's own paragraph is called; empty where it says nothing."""
    if found.new < NEW_SHARE:
        return "already there" if found.score >= NEARLY else ""
    if found.score == 1:
        return "verbatim"
    return "in part" if chance[0] <= RARE * chance[1] else ""


def find_all(needle: str, codes: str) -> list[int]:
    """Where the words stand in a text, both coded: the first word of each place."""
    found, place = [], codes.find(needle)
    while place >= 0:
        found.append(place)
        place = codes.find(needle, place + 1)
    return found
