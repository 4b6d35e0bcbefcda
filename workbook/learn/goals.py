"""What an edited paragraph shall do -> whether it does, a plain sentence each."""

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

import polars as pl

from workbook.learn.balance import compare_marks, compare_themes, find_highest
from workbook.learn.bench import Moved
from workbook.learn.exercise import Goal
from workbook.schemas import WorkbookError

HIGHEST = 6
# More of anything in one paragraph is nobody's goal.
MOST = 20
_COUNTED = {
    "hedges_gained": ("hedge", "gained", "caveat came in", "caveats came in"),
    "hedges_lost": ("hedge", "lost", "caveat went", "caveats went"),
    "boosters_gained": ("booster", "gained", "emphasis came in", "emphases came in"),
    "boosters_lost": ("booster", "lost", "emphasis went", "emphases went"),
}
_TAGGED = {
    "themes_gained": ("gained", "came in", "does not come in yet"),
    "themes_lost": ("lost", "went", "is still there, or was never there"),
    "themes_kept": ("kept", "stays", "does not stay"),
}


class Met(NamedTuple):
    """One part of a goal: whether it is met, and what is said of it."""

    met: bool
    told: str


def read_goal(given: object) -> Goal:
    """The goal that a page sends. Raises WorkbookError where it is none."""
    names = {field.name for field in fields(Goal)}
    fit = isinstance(given, dict) and given.keys() <= names
    if not fit or not all(_is_aim(name, aim) for name, aim in given.items()):
        raise WorkbookError("The workbook does not understand what the amendment shall do.")
    return Goal(**{name: tuple(aim) if isinstance(aim, list) else aim for name, aim in given.items()})


def _is_aim(name: str, aim: object) -> bool:
    if name in _TAGGED:
        return (
            isinstance(aim, list)
            and len(aim) <= MOST
            and all(isinstance(tag, str) and len(tag) <= MOST for tag in aim)
        )
    most = HIGHEST if name == "highest_rung" else MOST
    return isinstance(aim, int) and not isinstance(aim, bool) and 0 <= aim <= most


def check_goal(goal: Goal, moved: Moved, terms: pl.DataFrame) -> list[Met]:
    """Whether each part of the goal is met, in the order of Goal.

    A number is met by just as many: what shall bring in one caveat shall not bring in two. Of themes, those
    named shall have come in, gone or stayed, whatever others did.
    """
    return [*_check_rung(goal, moved), *_check_marks(goal, moved), *_check_themes(goal, moved, terms)]


def _check_rung(goal: Goal, moved: Moved) -> Iterator[Met]:
    if (wanted := goal.highest_rung) is None:
        return
    found = find_highest(moved.new)
    told = f"the highest rung is {found}" if len(moved.new.clauses) else "no clause is on the scale"
    yield _tell(found == wanted and len(moved.new.clauses) > 0, told, f"rung {wanted}")


def _check_marks(goal: Goal, moved: Moved) -> Iterator[Met]:
    for name, (scheme, way, one, several) in _COUNTED.items():
        if (wanted := getattr(goal, name)) is None:
            continue
        words = compare_marks(moved, scheme)[way]
        quoted = f" ({', '.join(f'“{word}”' for word in words)})" if words else ""
        told = f"{len(words) or 'no'} {several if len(words) > 1 else one}{quoted}"
        yield _tell(len(words) == wanted, told, str(wanted or "none"))


def _check_themes(goal: Goal, moved: Moved, terms: pl.DataFrame) -> Iterator[Met]:
    titles = dict(terms.select("tag", "title").iter_rows())
    found = compare_themes(moved, terms)
    for name, (way, so, otherwise) in _TAGGED.items():
        there = {theme["tag"]: theme["words"] for theme in found[way]}
        for tag in getattr(goal, name) or ():
            title = f"“{titles.get(tag, tag)}” ({tag})"
            if tag in there:
                words = ", ".join(f"“{word}”" for word in there[tag])
                yield Met(True, f"Yes: {title} {so}, by the words {words}.")
            else:
                yield Met(False, f"Not yet: {title} {otherwise}.")


def _tell(met: bool, told: str, wanted: str) -> Met:
    return Met(met, f"Yes: {told}." if met else f"Not yet: {told}; wanted is {wanted}.")
