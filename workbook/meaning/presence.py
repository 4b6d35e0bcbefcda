"""PARAGRAPHS -> PRESENCE: whether a sentence stands in a draft, where, and what there is most like it.

By the measure of the ledger. Source of the chance figure: random phrases of the same length out of the same
draft, each put to all paragraphs but its own.
"""

import polars as pl

from workbook.compare.words import Vocabulary
from workbook.meaning.chance import Body, Chance, align_phrase, encode
from workbook.meaning.outcomes import ALIKE, RARE, find_all
from workbook.schemas import PRESENCE, WorkbookError, frame_of

# Nobody looks for more words at once; longer texts are drafts, and have a tab of their own.
MOST_WORDS = 300
# So many places are told: those after them are hardly alike.
MOST_PLACES = 8
NEAREST = 3
_SAID = {
    "verbatim": "stands here word for word",
    "in part": "not word for word; these words are {similarity:.0%} alike",
    "not found": "not found; the nearest words are {similarity:.0%} alike, and that says nothing",
}
_CHANCE = "; {as_well} of {phrases} random phrases of that length score as well elsewhere in this draft"
_NOWHERE = "not found: nothing in this draft is like it"


def look_for(sentence: str, paragraphs: pl.DataFrame, draft: str) -> pl.DataFrame:
    """One row a place of a draft where a sentence stands, or where its nearest words do: the frame PRESENCE.

    Case and punctuation do not count. Where it stands nowhere, up to NEAREST paragraphs are told, the most
    alike first: "in part" where hardly any random phrase is as alike to another paragraph, else "not found",
    as is the one row without a place where nothing is alike. Raises WorkbookError where there are no words or
    too many.
    """
    vocabulary = Vocabulary(lambda _: False)
    body = Body(paragraphs, draft, vocabulary)
    needle = encode(sentence, vocabulary)
    if not needle:
        raise WorkbookError("There are no words to look for. Type a sentence, or paste one.")
    if len(needle) > MOST_WORDS:
        raise WorkbookError(f"These are {len(needle)} words; up to {MOST_WORDS} can be looked for at once.")
    places = _find_places(needle, body)
    if not places:
        return frame_of([(draft, None, "", "not found", "", None, None, 0.0, None, None, _NOWHERE)], PRESENCE)
    chance = Chance(body)
    counted = {score: chance.count_elsewhere(len(needle), score) for score in {place[0] for place in places}}
    return frame_of([_row(draft, body, place, counted[place[0]]) for place in places[:MOST_PLACES]], PRESENCE)


def _find_places(needle: str, body: Body) -> list[tuple[float, int, int, int]]:
    """How alike, in which paragraph, and from which word to which: word for word, else the nearest."""
    length = len(needle)
    exact = [
        (1.0, at, start, start + length)
        for at, codes in body.codes.items()
        for start in find_all(needle, codes)
    ]
    if exact:
        return exact
    aligned = [(at, *align_phrase(needle, codes, ALIKE)) for at, codes in body.codes.items()]
    near = [(score, at, first, last) for at, score, first, last in aligned if score >= ALIKE and last > first]
    return sorted(near, key=lambda place: -place[0])[:NEAREST]


def _row(draft: str, body: Body, place: tuple, chance: tuple[int, int]) -> tuple:
    score, position, first, last = place
    words = body.places[position][first:last]
    start, end = words[0][0], words[-1][1]
    rare = chance[0] <= RARE * chance[1]
    state = "verbatim" if score == 1 else "in part" if rare else "not found"
    said = (_SAID[state] + _CHANCE * bool(chance[1])).format(
        similarity=score, as_well=chance[0], phrases=chance[1]
    )
    text = body.texts[position][start:end]
    return (draft, position, body.labels[position], state, text, start, end, round(score, 3), *chance, said)
