"""The page's own module on saved amendments: what it takes from a file, and what it keeps. No browser."""

from pathlib import Path

import pytest

from tests.browser.practice import run_module
from workbook.app.amending import LONGEST_NAME, LONGEST_REASON, MOST_AMENDMENTS
from workbook.app.chapters.bench import MOST_TYPED

SCRIPT = Path(__file__).with_name("amendments.mjs")
ONE = {"id": "a", "draft": "rev2", "title": "Rev 2", "position": 3, "label": "55", "old": "We aim.",
       "text": "We will.", "delegation": "=Ruritania", "reason": "", "said": "55: it moved."}  # fmt: skip


@pytest.fixture(scope="module")
def ask():
    """What the module makes of each of these."""

    return lambda name, *values: run_module(SCRIPT, name, values)


def file(*amendments, **changes):
    return {"workbook": "amendments", "version": 1, "amendments": list(amendments)} | changes


def test_a_list_is_written_and_read_again_and_nothing_else_that_a_file_says(ask):
    assert ask("again", [ONE, ONE | {"id": "b"}]) == [[ONE, ONE | {"id": "b"}]]
    [told] = ask("read", file(ONE | {"script": "<b>"}, more=1))
    assert told == {"error": "", "amendments": [ONE]}


def test_what_is_longer_than_the_kernel_takes_or_of_another_kind_is_refused_whole(ask):
    strange = [
        *("", "{", "null", "[]", {"workbook": "answers", "version": 1, "amendments": []}),
        file(ONE, version=2),
        file(*[ONE] * (MOST_AMENDMENTS + 1)),
        *(file(ONE, ONE | change) for change in (
            {"text": "x" * (MOST_TYPED + 1)}, {"delegation": "x" * (LONGEST_NAME + 1)}, {"delegation": " "},
            {"reason": "x" * (LONGEST_REASON + 1)}, {"position": "3"}, {"position": -1}, {"text": None},
            {"id": ""},
        )),
        file(None),
    ]  # fmt: skip
    for told in ask("read", *strange):
        assert told["error"] and told["amendments"] == []
    fits = ONE | {"text": "x" * MOST_TYPED, "delegation": "x" * LONGEST_NAME, "reason": "x" * LONGEST_REASON}
    assert ask("read", file(*[fits] * 9))[0]["error"] == ""


def test_an_amendment_takes_the_place_of_the_one_with_its_id_and_outlasts_the_page(ask):
    many = [ONE | {"id": str(at)} for at in range(MOST_AMENDMENTS + 1)]
    changed = [ONE, ONE | {"id": "b"}, ONE | {"text": "We shall."}]
    saved, full = ask("save", changed, many)
    assert saved == [[True] * 3, [["a", "We shall."], ["b", "We will."]]]
    assert full[0] == [True] * MOST_AMENDMENTS + [False]


def test_half_typed_words_outlast_the_page_unless_they_are_of_a_draft_that_does_not(ask):
    half = {"text": "half", "reason": "", "id": ""}
    lasting, gone = ask("hold", True, False)
    assert lasting[:2] == [half, half]
    assert gone == [half, None, ""]
