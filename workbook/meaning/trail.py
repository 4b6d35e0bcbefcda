"""CLAUSES of two drafts -> TRAIL: what became of each promise, request and stance, and the rule that says so.

Every row names the two phrases, so that a reader can disagree. It says which words stand in which clause:
nothing about law, weight, or anybody's intention.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import polars as pl
from rapidfuzz.fuzz import token_sort_ratio

from workbook.compare.attribution import Attribution, Attributions, judge_rows
from workbook.compare.spans import diff_texts
from workbook.compare.words import split_words
from workbook.meaning.clauses import UNLISTED
from workbook.meaning.shades import DOUBLED, Shades, make_shades
from workbook.schemas import PAIR_KEYS, TRAIL, frame_of

# Two clauses that share less than this, of 100, are two clauses: one is gone, the other new.
ALIKE = 40
# A clause is known by its verb and what that takes, which stand in its first words; beginnings that share
# less than this, of 100, are no such sign.
OPENING, BEGUN = 16, 80
# The hedges that stand before a verb and take from it, by their tag in hedges.csv.
_SOFT = "soft verb"
_MARKS = {"hedge": ("hedges_gained", "hedges_lost"), "booster": ("boosters_gained", "boosters_lost")}


class _Judged(NamedTuple):
    direction: str
    rule: str
    words: list[str]  # that the judgement rests on


def follow_clauses(
    clauses: pl.DataFrame,
    pairs: pl.DataFrame,
    tags: pl.DataFrame,
    ladder: pl.DataFrame,
    origins: pl.DataFrame,
) -> pl.DataFrame:
    """One row a clause of either draft, paired where both have it, in the pairs' order: the frame TRAIL.

    `clauses` and `tags` hold both drafts. `direction` is "up" or "down" where the rung or a verb of the
    scale inside the clause changed, "tone" or "object" where these alone did, "form" where other words say
    the same, else "none"; `rule` says why. Hedges and boosters stand beside it and never change it.
    `hand` and `grade` are those of the words that decide, of the least sure one where there are several.
    """
    rows = pairs.filter(pl.col("relation") != "fragment").select(list(PAIR_KEYS)).rows()
    of = defaultdict(list)
    for clause in clauses.to_dicts():
        of[clause["draft"], clause["position"]].append(clause)
    shades, marks = make_shades(ladder), _Marks(tags)
    told, found = Attributions(origins), []
    for key, old, new in _match(rows, of):
        judged = _judge(old, new, shades) if old and new else _tell_lone(old, new)
        gained_lost = marks.compare(old, new)
        if judged.direction in ("form", "none") and not judged.rule.startswith(DOUBLED):
            judged = marks.find_softened(old, new) or judged
        whose = _tell_hand(judged, gained_lost, (old, new), told)
        found.append((*key, *_show(old), *_show(new), judged.direction, judged.rule, *gained_lost, *whose))
    return frame_of(found, TRAIL)


def _show(clause: dict | None) -> tuple:
    return (clause["clause"], clause["phrase"], clause["rung"]) if clause else (None, "", None)


def _match(
    rows: list[tuple], of: dict[tuple, list[dict]]
) -> Iterator[tuple[tuple, dict | None, dict | None]]:
    """The clauses of linked paragraphs, the most alike first; each clause once, also over a split."""
    linked = [
        (_liken(old["text"], new["text"]), -at, -(old["clause"] + new["clause"]), old, new)
        for at, row in enumerate(rows)
        for old in of.get(row[:2], ())
        for new in of.get(row[3:5], ())
    ]
    partner: dict[tuple, tuple[int, dict]] = {}
    for score, at, _, old, new in sorted(linked, key=lambda link: link[:3], reverse=True):
        ids = _id(old), _id(new)
        if score >= ALIKE and ids[0] not in partner and ids[1] not in partner:
            partner[ids[0]], partner[ids[1]] = (-at, new), (-at, old)
    told: set[tuple] = set()
    for at, row in enumerate(rows):
        for old in of.get(row[:2], ()):
            place, new = partner.get(_id(old), (at, None))
            if place == at and _id(old) not in told:
                told.add(_id(old))
                yield row, old, new
        for new in of.get(row[3:5], ()):
            if _id(new) not in partner and _id(new) not in told:
                told.add(_id(new))
                yield row, None, new


def _liken(old: str, new: str) -> float:
    """How alike two clauses are, of 100: as wholes, or in how they begin where one lost its rest."""
    opening = token_sort_ratio(*(" ".join(text.split()[:OPENING]) for text in (old, new)))
    return max(token_sort_ratio(old, new), opening if opening >= BEGUN else 0)


def _id(clause: dict) -> tuple:
    return clause["draft"], clause["position"], clause["clause"]


def _tell_lone(old: dict | None, new: dict | None) -> _Judged:
    which, here = ("newer", old) if old else ("older", new)
    return _Judged("none", f"the {which} draft has no such clause", split_words(here["phrase"]))


def _judge(old: dict, new: dict, shades: Shades) -> _Judged:
    phrases = f"“{old['phrase']}” → “{new['phrase']}”"
    exchanged = sorted({*split_words(old["phrase"])} ^ {*split_words(new["phrase"])})
    if doubled := [clause for clause in (old, new) if clause["other_rung"] is not None]:
        told = " and ".join(_name_doubled(clause) for clause in doubled)
        return _Judged("none", f"{DOUBLED} in {told}: the file cannot say which is live", exchanged)
    if old["rung"] != new["rung"]:
        direction = "up" if new["rung"] > old["rung"] else "down"
        return _Judged(direction, f"rung {old['rung']} to {new['rung']}: {phrases}", exchanged)
    texts = old["text"], new["text"]
    compared = diff_texts(*texts) if texts[0] != texts[1] else []
    spans = [span[1:3] for span in compared if span.op != "equal"]
    if shade := shades.compare(spans):
        return _Judged(*shade)
    # A word that came in or went is no exchange: "are concerned" became "are deeply concerned" as a whole.
    if tone := shades.compare([(old["phrase"], new["phrase"])], "tone"):
        return _Judged(*tone[:2], exchanged)
    if exchanged:
        return _Judged("form", f"the same rung in other words: {phrases}", exchanged)
    changed = any(old_text.strip() or new_text.strip() for old_text, new_text in spans)
    rule = "same verbs; other words changed" if changed else "no word changed"
    return _Judged("none", rule, [])


def _name_doubled(clause: dict) -> str:
    high, low = clause["rung"], clause["other_rung"]
    rungs = f"both on rung {high}" if high == low else f"rungs {high} and {low}"
    return f"“{clause['phrase']}” ({rungs})"


class _Marks:
    """The hedges and boosters of each clause, by the place of their tags."""

    def __init__(self, tags: pl.DataFrame) -> None:
        self._of = defaultdict(list)
        wanted = tags.filter(pl.col("scheme").cast(pl.String).is_in(list(_MARKS)))
        columns = ("draft", "position", "scheme", "tag", "term", "match", "start")
        for draft, position, *mark in wanted.select(columns).iter_rows():
            self._of[draft, position].append(mark)

    def compare(self, old: dict | None, new: dict | None) -> list[str]:
        """Hedges gained and lost, boosters gained and lost: the words as they stand, joined by "; "."""
        told = []
        for scheme in _MARKS:
            before, after = self._list(old, scheme), self._list(new, scheme)
            gained = [match for term, match in _without(after, before)] if old and new else []
            lost = [match for term, match in _without(before, after)] if old and new else []
            told += ["; ".join(gained), "; ".join(lost)]
        return told

    def find_softened(self, old: dict | None, new: dict | None) -> _Judged | None:
        """What a softening verb does that came or went inside a promise: "will strive to include"."""
        if not (old and new) or min(old["rung"], new["rung"]) < UNLISTED:
            return None
        before, after = self._list(old, _SOFT), self._list(new, _SOFT)
        gained, lost = _without(after, before), _without(before, after)
        if bool(gained) == bool(lost):
            return None
        word = (gained or lost)[0][1]
        told = ("down", "came in") if gained else ("up", "is gone")
        return _Judged(told[0], f"a softening verb inside the clause {told[1]}: “{word}”", [word])

    def _list(self, clause: dict | None, wanted: str) -> list[tuple[str, str]]:
        if clause is None:
            return []
        return [
            (term, match)
            for scheme, tag, term, match, start in self._of[clause["draft"], clause["position"]]
            if wanted in (scheme, tag) and clause["start"] <= start < clause["end"]
        ]


def _without(these: list[tuple[str, str]], those: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """These without as many of the same term as there are among those."""
    left = [term for term, _match in those]
    kept = []
    for term, match in these:
        if term in left:
            left.remove(term)
        else:
            kept.append((term, match))
    return kept


def _tell_hand(
    judged: _Judged, marks: list[str], clauses: Iterable[dict | None], told: Attributions
) -> Attribution:
    """Whose the deciding words of the clauses are, and how surely; nobody's where no marks tell."""
    said = (phrase for each in (*judged.words, *marks) for phrase in each.split("; ") if phrase)
    phrases = dict.fromkeys(said)
    found = [
        origin
        for clause in clauses
        if clause
        for phrase in phrases
        for origin in _find_origins(phrase, clause, told)
    ]
    return judge_rows(found)


def _find_origins(phrase: str, clause: dict, told: Attributions) -> list[dict]:
    """What the marks tell of the phrase, the first time that it stands in the clause and was changed."""
    for hit in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", clause["text"], re.IGNORECASE):
        at = clause["start"] + hit.start()
        if rows := told.find(clause["draft"], clause["position"], at, at + len(phrase)):
            return rows
    return []
