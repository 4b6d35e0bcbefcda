"""PARAGRAPHS and LADDER -> CLAUSES: who promises, asks, takes a stance or notices, and in which words.

A clause is a speaker ("We"), what leads ("commit to", "welcome", "are concerned") and, where that alone
decides nothing, the act behind it ("adopting", "strengthening"). Participles ("Recognizing ...") and what
others did ("Member States recognized") are no clauses.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import polars as pl

from workbook.meaning.scale import Phrase, Scale, make_scale
from workbook.meaning.tags import PLAIN, RUNNING
from workbook.schemas import CLAUSES, frame_of

# An own act that the scale does not list: more than an intention; nobody has said that it is a result.
UNLISTED = 5
# One who asks others, as one who acts, goes on with "to do this and that".
ASKING = 3
# "Shall", "will" and "may" bind others than the speaker too, or leave them free. Behind another subject they
# say nothing of who spoke before: "storms grow and may displace people".
BINDING = ("helping", "leave")
# Brackets say that words are not agreed, and break no sentence: each gives its place to a white space that no
# text has, so that what they part can be told.
PARTING = "\x1f"
BRACKETS = str.maketrans("[]", 2 * PARTING)
_SENTENCE = re.compile(r"(?:[^.;]+|[.;](?!\s|$))+[.;]?")
# What parts a speaker from the verb, and a verb from its act: words between commas.
_ASIDE = re.compile(r"\s*(?:,(?:[^,.;]{0,80},)?)?\s*(?:and\s*,\s*[^,.;]{0,80},\s*)?")
_ADVERBS = re.compile(
    r"(?:(?:also|further|furthermore|therefore|thus|hereby|again|once again|moreover|jointly|together|now|"
    r"still|hence|not|first|in this regard|to this end|accordingly|\w+ly)\s*,?\s+)*",
    re.I,
)
_WORD = re.compile(r"[\w’'-]+")
_JOINT = re.compile(r"(?P<comma>[,;])\s*(?:and|but|as well as)\s+|,\s+|\b(?:and|but|as well as)\s+", re.I)
_LEADS_ON = re.compile(r"\b(?:and|but|as well as)$")
_LIST = re.compile(r"(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+)(?:\w+ly\s+)?")
# Behind these a word that could be a verb is a noun: "solidarity with, and support for, migrants".
_NOUN = re.compile(r"\s*(?:for|of|in|with|from|and|or|by|at|as|,|\.|;|$)", re.I)


class Clause(NamedTuple):
    """One clause of a paragraph; places are code points of its text."""

    start: int
    phrase_start: int
    phrase_end: int
    rung: int
    other_rung: int | None  # of the other verb, where two stand side by side
    listed: bool
    kind: str  # of its first verb, as in Phrase


def find_clauses(paragraphs: pl.DataFrame, ladder: pl.DataFrame) -> pl.DataFrame:
    """One row a clause, in the order of the text: the frame CLAUSES.

    Where two verbs stand side by side, as in a flattened text, `rung` is the higher one's and `other_rung`
    the lower one's. `listed` is false where the act is none of the scale's. Source of the scale and of the
    rule "clauses, never averages": data/lexicon/README.md.
    """
    scale = make_scale(ladder)
    running = paragraphs.filter(pl.col("kind").cast(pl.String).is_in(RUNNING))
    # What stays from draft to draft is read once.
    read = {text: list(_list_rows(text, scale)) for text in running["text"].unique(maintain_order=True)}
    rows = [
        (draft, position, label, number, *row)
        for draft, position, label, text in running.select("draft", "position", "label", "text").iter_rows()
        for number, row in enumerate(read[text])
    ]
    return frame_of(rows, CLAUSES)


def _list_rows(text: str, scale: Scale) -> Iterator[tuple]:
    plain = text.translate(PLAIN | BRACKETS)
    for sentence in _SENTENCE.finditer(plain):
        found = list(_read_sentence(plain, *sentence.span(), scale))
        starts = [*(clause.start for clause in found), sentence.end()]
        for clause, end in zip(found, starts[1:], strict=True):
            words = _trim(text[clause.start : end])
            phrase = text[clause.phrase_start : clause.phrase_end]
            if "]" in phrase.partition("[")[0] and text[: clause.phrase_start].endswith("["):
                phrase = f"[{phrase}"
            told = (clause.other_rung, clause.listed, clause.start, clause.start + len(words))
            yield (phrase, clause.rung, words, *told)


def _trim(words: str) -> str:
    """A clause's words without what leads on to the next clause."""
    return _strip_end(_LEADS_ON.sub("", _strip_end(words)))


def _strip_end(words: str) -> str:
    end = len(words)
    while end and (words[end - 1] in ",;" or words[end - 1].isspace()):
        end -= 1
    return words[:end]


def _read_sentence(text: str, start: int, end: int, scale: Scale) -> Iterator[Clause]:
    """The clauses of one sentence: those that a speaker opens, and behind each those that go on with it."""
    openings = [(found.start(), found.end()) for found in scale.speaker.finditer(text, start, end)]
    if not text[:start].strip():
        openings.insert(0, (start, start))  # "Requests the Secretary-General ...": the body itself speaks
    for (first, behind), (stop, _) in pairwise([*openings, (end, end)]):
        clause = _read_clause(text, first, behind, scale, named=behind > first)
        while clause:
            yield clause
            clause = _read_joined(text, clause, stop, scale)


def _read_clause(text: str, first: int, behind: int, scale: Scale, named: bool = True) -> Clause | None:
    """The clause that begins at `first` and whose verb stands behind `behind`, past asides and adverbs."""
    place = behind
    for _ in range(2):  # "We, and, in this regard, declare": an aside, then perhaps adverbs
        place = _skip_aside(text, place)
    verbs = _read_leads(text, place, scale)
    if not verbs or (not named and not text[verbs[0].start : verbs[0].end].split()[0].endswith("s")):
        return None
    if not named and _NOUN.match(text, verbs[-1].end):
        return None
    if verbs[0].kind not in BINDING and scale.body.fullmatch(text, first, behind):
        return None
    return _close(text, first, verbs, scale)


def _read_leads(text: str, place: int, scale: Scale) -> list[Phrase]:
    """The verbs that lead, side by side: one, "will" and what it helps, or two of which one was struck."""
    verbs: list[Phrase] = []
    while found := scale.find_lead(text, place):
        # "may decide to": leave to act is all that there is, unless brackets part the two
        if verbs and verbs[-1].kind == "leave" and PARTING not in text[verbs[-1].end : found.start]:
            break
        verbs.append(found)
        place = _ADVERBS.match(text, _skip_space(text, found.end)).end()
    return verbs


def _close(text: str, first: int, verbs: list[Phrase], scale: Scale) -> Clause:
    """The clause that these verbs lead, with the act behind them where they alone decide nothing."""
    rungs, helped, behind = [], False, verbs[0].start
    for verb in verbs:
        # "will aim to": what is helped decides; "[shall] [endeavour to]" can be read with either
        if helped and rungs and PARTING not in text[behind : verb.start]:
            rungs.pop()
        behind = verb.end
        rungs.append(verb.rung)
        helped = verb.kind == "helping"
    begin, kind = verbs[0].start, verbs[0].kind
    told = [rung for rung in rungs if rung is not None]
    if len(told) == len(rungs):
        return Clause(first, begin, verbs[-1].end, max(told), _other(told), True, kind)
    acts = _read_acts(text, verbs[-1].end, scale)
    if not acts:
        word = _WORD.search(text, _skip_aside(text, verbs[-1].end))
        end = word.end() if word else verbs[-1].end
        told.append(UNLISTED)
        return Clause(first, begin, end, max(told), _other(told), False, kind)
    told += [act.rung for act in acts]
    end, highest = _read_list(text, acts[-1], scale)
    return Clause(first, begin, end, max(*told, highest), _other(told), True, kind)


def _read_list(text: str, act: Phrase, scale: Scale) -> tuple[int, int]:
    """Where a list of acts ends that this one begins ("promoting and protecting"), and its highest rung."""
    last, highest = act, act.rung
    while (joint := _LIST.match(text, last.end)) and (found := scale.find_act(text, joint.end())):
        if found.kind == "noun" or _is_gerund(text, found) != _is_gerund(text, act):
            break
        last, highest = found, max(highest, found.rung)
    return last.end, highest


def _read_acts(text: str, place: int, scale: Scale) -> list[Phrase]:
    """The act behind a verb; two where they stand side by side, as in "adopting developing"."""
    place = _skip_aside(text, place)
    acts: list[Phrase] = []
    while len(acts) < 2 and (found := scale.find_act(text, place)):
        if acts and (found.kind == "noun" or _is_gerund(text, found) != _is_gerund(text, acts[0])):
            break
        acts.append(found)
        place = _skip_space(text, found.end)
    return acts


def _is_gerund(text: str, act: Phrase) -> bool:
    return text.endswith("ing", act.start, act.end)


def _other(rungs: list[int]) -> int | None:
    return min(rungs) if len(rungs) > 1 else None


def _read_joined(text: str, clause: Clause, stop: int, scale: Scale) -> Clause | None:
    """The next clause with the same speaker: "..., and reaffirm our commitment".

    One who acts or asks goes on with "to do this and that", so there a comma must part the clauses, unless
    the verb renews a promise of one's own.
    """
    loose = clause.rung < UNLISTED and clause.rung != ASKING
    place = _skip_aside(text, clause.phrase_end) if clause.kind == "leave" else clause.phrase_end
    for joint in _JOINT.finditer(text, place, stop):
        place = _ADVERBS.match(text, joint.end()).end()
        verbs = _read_leads(text, place, scale)
        if not verbs or verbs[0].kind in BINDING or _NOUN.match(text, verbs[-1].end):
            continue
        if loose or joint["comma"] or verbs[0].kind == "renewal":
            return _close(text, place, verbs, scale)
    return None


def _skip_aside(text: str, place: int) -> int:
    return _ADVERBS.match(text, _ASIDE.match(text, place).end()).end()


def _skip_space(text: str, place: int) -> int:
    while place < len(text) and text[place] in (" ", PARTING):
        place += 1
    return place
