"""Two drafts -> the newer paragraphs of which one can ask from which older one they came.

Taken are only links that nobody need doubt: one paragraph that it came from, by most of the rarer wording,
while every other one shown beside it shares much less. What is merged out of several paragraphs, or holds a
fragment of another one, is not used. Of the inserted paragraphs those are used that hardly anything in the
older draft is like.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import heapify, heappop
from typing import NamedTuple

import polars as pl

from workbook.compare.manners import WEAK
from workbook.compare.words import split_words
from workbook.learn.exercise import Shown
from workbook.learn.picking import Sides, order_by_seed, quote_words, say_paragraph
from workbook.schemas import WorkbookError
from workbook.text.paragraphs import body_of

# A link is sure from this share of the rarer wording on, and another paragraph clearly less alike when it has
# at most this share itself and not half of the true one's: between them lies what people judge differently.
SURE, UNLIKE, HALF = 0.5, 0.3, 0.5
# A paragraph of which every older one shares less than this is new.
NEW = 0.15
# A paragraph that shares more than this, or begins with the same words, is known again at once: not asked
# where so many others are left.
EASY, BEGINS, ENOUGH = 0.9, 5, 8
# Of so many paragraphs one is new at most, or "none of them" would be a good guess.
NEW_OF = 3
# So many others are kept to choose from, and so few do: two others make a question of chance.
NEAREST, FEWEST_OTHERS = 6, 2
# Words of a paragraph: of fewer nobody can tell where they came from; five of more are too much to read.
FEWEST, MOST = 6, 120
# Shorter words are seldom rare; one alone could be chance.
LENGTH, FEWEST_RARE, MOST_RARE = 4, 2, 5


class Choice(NamedTuple):
    """A newer paragraph that can be asked about: the older one that it came from, and others like it."""

    new: Shown
    parent: Shown | None  # None: it is new
    others: tuple[Shown, ...]  # the most alike first
    rare: tuple[
        str, ...
    ]  # words that it shares with no other paragraph shown; of a new one, with none at all
    why: str  # what the pairing rests on
    score: float  # the share of the rarer wording; 0 where it is new
    elsewhere: bool  # it moved, has another number, was split off or is new: its place does not tell
    told: str  # what this is, for the seed


class _Likeness(NamedTuple):
    """The older paragraphs by place, how alike each newer one is to them, and how many hold a word."""

    olds: dict[int, Shown]
    fair: list[Shown]  # those neither too short nor too long to be shown
    scores: dict[int, dict[int, float]]
    themes: dict[tuple[str, int], set[str]]
    holders: Counter


def find_choices(
    sides: Sides,
    paragraphs: pl.DataFrame,
    pairs: pl.DataFrame,
    similarity: pl.DataFrame,
    tags: pl.DataFrame,
) -> list[Choice]:
    """The newer paragraphs that can be asked about, out of PARAGRAPHS, PAIRS, SIMILARITY and TAGS.

    Those that were changed, and those that are new; what stayed word for word would be no question. First
    those whose place does not tell (split off, moved, renumbered, new) and those that begin otherwise. Where
    these are too few, also those changed much, then the rest. Raises WorkbookError, with the reason, where no
    paragraph can be asked about.
    """
    news, likeness = _show(paragraphs, sides.new), _liken(sides, paragraphs, similarity, tags)
    if len(likeness.olds) <= FEWEST_OTHERS:
        raise WorkbookError(
            f"“Which paragraph became this one?” needs an older draft of more than {FEWEST_OTHERS} "
            f"paragraphs: {sides.old_title} has {len(likeness.olds)}. Choose longer drafts."
        )
    links: dict[int, list[dict]] = defaultdict(list)
    for row in pairs.filter(pl.col("new_position").is_not_null()).iter_rows(named=True):
        links[row["new_position"]].append(row)
    found = [_choose(news[at], links[at], likeness, sides) for at in sorted(links) if at in news]
    choices = [choice for choice in found if choice]
    if not any(choice.parent for choice in choices):
        raise WorkbookError(
            "“Which paragraph became this one?” finds nothing to ask in these two drafts: no paragraph was "
            "changed that surely came from one older paragraph and is like no other. Choose two drafts of "
            "one text with changes between them."
        )
    return _prefer_hard(choices)


def list_words(text: str) -> list[str]:
    """The words of meaning in a text, each once, without numbers."""
    words = dict.fromkeys(split_words(text))
    return [word for word in words if len(word) >= LENGTH and word not in WEAK and word[0].isalpha()]


def _prefer_hard(choices: list[Choice]) -> list[Choice]:
    """The hardest of them, at least so many as are enough; of these not too many new ones."""
    news = order_by_seed((each for each in choices if not each.parent), 0, "new", lambda each: each.told)
    linked = [each for each in choices if each.parent]
    hard: list[Choice] = []
    kept: list[Choice] = []
    for is_hard in (_hides_itself, _is_much_changed, bool):
        hard = [each for each in linked if each in hard or is_hard(each)]
        kept = [*hard, *news[: len(hard) // (NEW_OF - 1)]]
        if len(kept) >= ENOUGH:
            break
    return kept


def _hides_itself(choice: Choice) -> bool:
    return choice.elsewhere or (choice.parent is not None and _begin_apart(choice.parent, choice.new))


def _begin_apart(old: Shown, new: Shown) -> bool:
    return split_words(old.text)[:BEGINS] != split_words(new.text)[:BEGINS]


def _is_much_changed(choice: Choice) -> bool:
    return choice.score < EASY


def _choose(new: Shown, links: list[dict], likeness: _Likeness, sides: Sides) -> Choice | None:
    """The newer paragraph with what to show beside it; None where it is no fair question."""
    if len(links) != 1 or not FEWEST <= _count(new) <= MOST:
        return None
    link = links[0]
    if link["relation"] == "inserted":
        return _choose_new(new, likeness, sides)
    parent = likeness.olds.get(link["old_position"])
    if link["relation"] not in ("edited", "split") or parent is None or _count(parent) > MOST:
        return None
    # By the pair, which of a split weighs the part alone, or by both paragraphs as they stand: the lesser.
    score = min(link["score"], likeness.scores[new.position].get(parent.position, 0.0))
    others = _pick_others(new, likeness, sides, min(UNLIKE, HALF * score))
    rare = _find_rare(new, parent, others, likeness)
    if score < SURE or len(others) < FEWEST_OTHERS or len(rare) < FEWEST_RARE:
        return None
    why = (
        f"It stands as {say_paragraph(parent.label)} in {sides.old_title}, and as "
        f"{say_paragraph(new.label)} in {sides.new_title}. No other paragraph shown shares "
        f"{quote_words(rare)} with it. What the two are paired by: {link['matched_by']}."
    )
    # The first part of a split paragraph stands where that stood: only the others hide where they came from.
    split_off = link["relation"] == "split" and _begin_apart(parent, new)
    elsewhere = split_off or link["moved"] or parent.label != new.label
    told = f"{parent.position} {new.position} {new.text}"
    return Choice(new, parent, others, rare, why, score, elsewhere, told)


def _choose_new(new: Shown, likeness: _Likeness, sides: Sides) -> Choice | None:
    if max(likeness.scores[new.position].values(), default=0.0) >= NEW:
        return None
    others = _pick_others(new, likeness, sides, NEW)
    rare = tuple(word for word in list_words(new.text) if not likeness.holders[word])[:MOST_RARE]
    if len(others) < FEWEST_OTHERS or len(rare) < FEWEST_RARE:
        return None
    why = (
        f"It stands as {say_paragraph(new.label)} in {sides.new_title}. The workbook finds no paragraph of "
        f"{sides.old_title} that it came from: none there has {quote_words(rare)}."
    )
    return Choice(new, None, others, rare, why, 0.0, True, f"new {new.position} {new.text}")


def _pick_others(new: Shown, likeness: _Likeness, sides: Sides, limit: float) -> tuple[Shown, ...]:
    """The older paragraph with this one's number, then those most like it by wording, by themes, by place.

    None of them shares as much as `limit`, so the parent is not among them, nor another one with its words.
    """
    scores = likeness.scores[new.position]
    about = likeness.themes[sides.new, new.position]

    def rank(old: Shown) -> tuple:
        shared = len(about & likeness.themes[sides.old, old.position])
        same = bool(new.label) and old.label == new.label
        return (
            -same,
            -scores.get(old.position, 0.0),
            -shared,
            abs(old.position - new.position),
            old.position,
        )

    # A heap gives the first few of thousands without putting all of them in order.
    waiting = [(rank(old), old) for old in likeness.fair if scores.get(old.position, 0.0) < limit]
    heapify(waiting)
    kept: dict[str, Shown] = {}
    while waiting and len(kept) < NEAREST:
        _rank, old = heappop(waiting)
        kept.setdefault(old.text, old)
    return tuple(kept.values())


def _find_rare(new: Shown, parent: Shown, others: Iterable[Shown], likeness: _Likeness) -> tuple[str, ...]:
    """Words that both have and no other one shown, those of the fewest paragraphs first."""
    elsewhere = {word for old in others for word in split_words(old.text)}
    both = set(list_words(parent.text))
    words = [word for word in list_words(new.text) if word in both and word not in elsewhere]
    return tuple(sorted(words, key=lambda word: (likeness.holders[word], -len(word), word))[:MOST_RARE])


def _liken(sides: Sides, paragraphs: pl.DataFrame, similarity: pl.DataFrame, tags: pl.DataFrame) -> _Likeness:
    olds = _show(paragraphs, sides.old)
    scores: dict[int, dict[int, float]] = defaultdict(dict)
    for old, new, score in similarity.select("old_position", "new_position", "score").iter_rows():
        scores[new][old] = score
    themes: dict[tuple[str, int], set[str]] = defaultdict(set)
    about = tags.filter(pl.col("scheme").is_in(["theme", "objective"]))
    for draft, position, tag in about.select("draft", "position", "tag").iter_rows():
        themes[draft, position].add(tag)
    holders = Counter(word for old in olds.values() for word in set(split_words(old.text)))
    fair = [old for old in olds.values() if FEWEST <= _count(old) <= MOST]
    return _Likeness(olds, fair, scores, themes, holders)


def _show(paragraphs: pl.DataFrame, draft: str) -> dict[int, Shown]:
    rows = body_of(paragraphs, draft).sort("position").select("label", "position", "text").iter_rows()
    return {position: Shown(label or "", position, text) for label, position, text in rows}


def _count(shown: Shown) -> int:
    return len(shown.text.split())
