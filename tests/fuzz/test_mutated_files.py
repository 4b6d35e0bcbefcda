"""Whatever a file holds, its reader gives a source that can be read on, or refuses it in one sentence."""

from pathlib import Path

import pytest

from tests.fuzz.cases import Case, make_damaged
from tests.fuzz.hostile import HOSTILE
from tests.fuzz.judge import judge, no_network
from tests.fuzz.seeds import list_seeds

# A few seconds; `make fuzz` goes on from there.
DAMAGED = 80


@pytest.mark.parametrize(
    ("ending", "name"), [(ending, name) for ending in HOSTILE for name in HOSTILE[ending]]
)
def test_a_hostile_file_is_read_or_refused(ending, name):
    assert _find(Case(ending, name, HOSTILE[ending][name])) == ""


@pytest.mark.parametrize("ending", list_seeds())
def test_a_damaged_file_is_read_or_refused(ending):
    found = {number: _find(make_damaged(number, (ending,))) for number in range(DAMAGED)}
    assert {number: words for number, words in found.items() if words} == {}


@pytest.mark.parametrize("ending", list_seeds())
def test_the_files_that_are_damaged_are_read_whole(ending):
    verdicts = [judge(Path(f"whole{ending}"), raw) for raw in list_seeds()[ending]]
    assert {verdict.kind for verdict in verdicts} == {"read"}


def test_a_number_always_makes_the_same_file():
    assert make_damaged(7) == make_damaged(7)
    assert make_damaged(7) != make_damaged(8)


def _find(case):
    with no_network():
        verdict = judge(Path(f"case{case.ending}"), case.raw)
    return verdict.words if verdict.kind == "finding" else ""
