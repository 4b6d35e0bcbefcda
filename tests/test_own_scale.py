"""A visitor's own scale through the whole workbook: cards, filters and chapters say whose scale it is."""

import re

import pytest

from workbook.app import compare_drafts, explore
from workbook.app.changes import make_changes
from workbook.app.chapters import Asked, make_chapter
from workbook.schemas import WorkbookError
from workbook.share.cache import cache_folder

OLD = "1. We will adopt laws on wages for all at sea.\n2. We aim to develop places of safety on land.\n"
NEW = OLD.replace("adopt", "develop", 1).replace("aim to develop", "commit to establishing")


@pytest.fixture
def drafts(tmp_path, monkeypatch):
    """The paths of two drafts; what is kept is kept beside them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    files = []
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        files.append(str(tmp_path / name))
    return files


@pytest.fixture
def explorer(drafts):
    explorer = explore(*drafts)
    yield explorer
    explorer.close()


def list_promises(explorer) -> list[tuple]:
    return [(way, told) for row in explorer.bundle["rows"] for way, told, _whose in row["promises"]]


def test_cards_and_filters_follow_the_scale_and_say_that_it_is_yours(explorer):
    assert [way for way, _told in list_promises(explorer)] == ["down", "up"]
    explorer.change = "weaker"
    assert explorer.selection["old_label"].to_list() == ["1"]
    explorer.scale = "merge*add.6.establishing"
    assert explorer.selection.is_empty()
    promises = list_promises(explorer)
    assert [way for way, _told in promises] == ["form", "up"]
    assert all("(your scale)" in told for _way, told in promises)
    assert explorer.bundle["kinds"]["weaker"] == "a weaker verb (your scale)"
    explorer.scale = ""
    assert not any("your scale" in told for _way, told in list_promises(explorer))


def test_the_table_of_all_changes_says_whose_scale_it_is(drafts):
    found = compare_drafts(*drafts)
    told = make_changes(found, None, "add.6.establishing")["commitments"].to_list()
    assert re.search(r"commitment 4 to 6.*\(your scale\)", told[1])
    assert "your scale" not in make_changes(found)["commitments"][1]


def test_what_is_made_by_a_scale_of_ones_own_is_not_kept_for_others(explorer, drafts):
    before = sorted(cache_folder().rglob("*"))
    explorer.scale = "add.6.establishing"
    assert "commitment 4 to 6" in list_promises(explorer)[1][1]
    make_chapter("commitments", Asked(*drafts, scale="add.6.establishing"))
    assert sorted(cache_folder().rglob("*")) == before


def test_a_scale_in_an_address_that_does_not_fit_is_refused_with_a_reason(explorer):
    explorer.set_state({"scale": "act.no such act.5"})
    assert "no phrase of the scale here is called “no such act”" in explorer.error
    assert [way for way, _told in list_promises(explorer)] == ["down", "up"]


def test_the_scale_as_a_table_gives_the_same_scale_when_it_is_loaded_again(drafts):
    table = make_chapter("scale", Asked(*drafts, scale="merge*add.6.establishing"))["table"]
    assert make_chapter("scale", Asked(*drafts, extra={"table": table})) == {
        "scale": "add.5.establishing*merge"
    }
    assert make_chapter("scale", Asked(*drafts, extra={"scale": "act.adopt.5"})) == {"scale": "act.adopt.5"}
    for strange in ({"table": 5}, {"scale": ["merge"]}, {"scale": "add.6.(a+)+"}):
        with pytest.raises(WorkbookError, match="Your"):
            make_chapter("scale", Asked(*drafts, extra=strange))
