"""What a page may take away: asked for by its ending, made of what the filters leave, and nothing else."""

import pytest

from workbook.schemas import WorkbookError
from workbook.show.explorer.taking import LONGEST, MOST_GIVEN, tell_filters
from workbook.show.explorer.widget import Explorer

BUNDLE = {
    "tags": [
        {"scheme": "objective", "tag": "13", "short": "13 Detention"},
        {"scheme": "principle", "tag": "P07", "short": "Gender-responsive"},
    ],
    "kinds": {"new": "new"},
    "hands": [{"hand": "?", "name": "no known hand"}],
}


@pytest.fixture
def taking(make, monkeypatch):
    """What a page is told when it asks, and what the maker of files was asked for."""
    asked = []

    def take(kind, *given):
        asked.append((kind, *given))
        if kind == "docx":
            raise WorkbookError("two.txt: there is no such file.")
        if kind == "html":
            raise ZeroDivisionError("a secret path")
        return f"changes.{kind}", b"made"

    drafts = make.drafts(("one", "One", "as issued"), ("two", "Two", "as issued"))
    explorer = Explorer(lambda old, new: BUNDLE | {"old": old, "new": new, "rows": []}, drafts, take=take)
    told = []
    monkeypatch.setattr(explorer, "send", lambda content, buffers=None: told.append((content, buffers)))

    def ask(**content):
        explorer._answer(explorer, {"ask": "take", "id": 7} | content, [])
        return told[-1]

    yield explorer, ask, asked
    explorer.close()


def test_a_file_is_made_of_what_the_filters_leave_and_says_them(taking):
    explorer, ask, asked = taking
    explorer.objective, explorer.words = "13", " lamps "
    told, files = ask(kind="xlsx", view="#words=lamps")
    assert (told, files) == ({"told": 7, "error": "", "name": "changes.xlsx"}, [b"made"])
    ((kind, old, new, selection, filters, view, given),) = asked
    assert (kind, old, new, view, given) == ("xlsx", "one", "two", "#words=lamps", None)
    assert selection is explorer.selection
    assert filters == ["objective: 13 Detention", "words in either text: “lamps”"]


STRANGE = [{}, {"kind": "exe"}, {"kind": "../xlsx"}, {"kind": ["csv"]}, {"kind": "csv", "view": 1}]


@pytest.mark.parametrize("content", [*STRANGE, {"kind": "csv", "view": "x" * (LONGEST + 1)}])
def test_what_is_no_kind_of_file_is_refused_before_anything_is_made(taking, content):
    _, ask, asked = taking
    told, files = ask(**content)
    assert "taken away" in told["error"]
    assert (files, asked) == ([], [])


def test_what_a_page_gives_to_be_written_is_handed_on_and_no_more_of_it_than_a_file_takes(taking):
    _, ask, asked = taking
    ask(kind="xlsx", given={"draft": "one"})
    assert asked[-1][-1] == {"draft": "one"}
    for strange in ("one", ["one"], {"draft": "x" * MOST_GIVEN}):
        assert "more than one file takes" in ask(kind="xlsx", given=strange)[0]["error"]
    assert len(asked) == 1


def test_what_goes_wrong_is_told_and_no_more_of_it_than_a_reader_can_use(taking):
    _, ask, _ = taking
    assert ask(kind="docx")[0]["error"] == "two.txt: there is no such file."
    assert ask(kind="html")[0]["error"] == "The file could not be made: ZeroDivisionError."


def test_an_explorer_without_a_maker_hands_out_nothing(make, monkeypatch):
    drafts = make.drafts(("one", "One", "as issued"))
    explorer = Explorer(lambda old, new: {"old": old, "new": new, "rows": []}, drafts)
    assert "error" in explorer.take_file({"kind": "csv"}, ("one", "one"), explorer.selection, [])[0]
    explorer.close()


def test_each_filter_is_told_in_words():
    choices = {"objective": None, "theme": "P07", "section": "", "change": "new", "hand": "?"}
    assert tell_filters(BUNDLE, choices | {"words": "", "changed_only": True}) == [
        "theme: Gender-responsive",
        "section: the opening",
        "kind of change: new",
        "whose change: no known hand",
        "only what changed",
    ]
    assert tell_filters(BUNDLE, {"objective": "99", "words": None}) == ["objective: 99"]
