"""Case 0, 1, 2 ...: the files made to break a reader, then damaged ones. A number always makes one file."""

from collections.abc import Callable
from functools import cache
from random import Random
from typing import NamedTuple

from tests.fuzz.hostile import BOMBS, HOSTILE
from tests.fuzz.mutations import mutate
from tests.fuzz.seeds import list_seeds

# One in so many damaged files bears the ending of another format.
_DISGUISED = 25


class Case(NamedTuple):
    """A file to be judged."""

    ending: str
    name: str
    raw: bytes


def make_case(number: int) -> Case:
    """The file with this number."""
    known = list_hostile()
    if number < len(known):
        ending, name, make = known[number]
        return Case(ending, name, make())
    return make_damaged(number - len(known))


@cache
def list_hostile() -> list[tuple[str, str, Callable[[], bytes]]]:
    """The files made to break a reader: ending, name, and what makes them."""
    listed = [
        (ending, name, lambda raw=raw: raw)
        for ending, files in HOSTILE.items()
        for name, raw in files.items()
        if ending in list_seeds()
    ]
    return listed + [
        (ending, name, make)
        for ending, files in BOMBS.items()
        for name, make in files.items()
        if ending in list_seeds()
    ]


def make_damaged(number: int, endings: tuple[str, ...] = ()) -> Case:
    """A valid file of a format, damaged by chance."""
    chance = Random(number)
    ending = chance.choice(endings or list(list_seeds()))
    raw = mutate(ending, chance.choice(list_seeds()[ending]), chance)
    if chance.randrange(_DISGUISED) == 0:
        ending = chance.choice(list(list_seeds()))
    return Case(ending, "damaged", raw)
