"""Numbers counted over the runs that stand."""

from pathlib import Path

import pytest

from workbook.text.counters import Counter, count, count_again, show_number
from workbook.text.read.source import Run, make_source


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (53, "lowerLetter", "aaa"),
        (7, "decimalZero", "07"),
        (0, "upperRoman", "0"),
        (10**9, "lowerLetter", "1000000000"),
        (3, "chicago", "3"),
        (3, "bullet", ""),
    ],
)
def test_a_number_in_words_formats(number, form, shown):
    assert show_number(number, form) == shown


def test_a_level_whose_higher_one_was_never_counted_begins_with_its_start():
    deep = Counter("a", 1, "%1.%2", ("decimal", "decimal"), (4, 1))
    assert count([deep.write(), deep.write()]) == ["4.1", "4.2"]


def test_lists_are_counted_apart():
    one, two = Counter("a").write(), Counter("b").write()
    assert count([one, two, one, two]) == ["1", "1", "2", "2"]


def test_runs_without_counters_come_back_as_they_are():
    runs = make_source(Path("a.docx"), [Run(0, 0, 1, "We act.", break_="kept", part="paragraph")]).runs
    assert count_again(runs).equals(runs)


def test_a_number_moves_to_the_head_of_its_line():
    rows = [
        Run(0, 0, 1, "We agree ", part="paragraph"),
        Run(1, 0, 2, "7. ", part="number", counter=Counter("a", text="%1.", behind=" ").write()),
        Run(1, 1, 2, "to act.", part="paragraph", break_="kept"),
    ]
    assert count_again(make_source(Path("a.docx"), rows).runs)["text"].to_list() == [
        "1. ",
        "We agree ",
        "to act.",
    ]
