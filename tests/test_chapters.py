"""Chapters: what a tab asks for, about which drafts, and what is kept of it."""

import json

import polars as pl
import pytest

from workbook.app import chapters
from workbook.app.chapters import CHAPTERS, Asked, make_chapter
from workbook.schemas import REMARKS, WorkbookError, frame_of
from workbook.share.cache import cache_folder

SHORT = ("1. We commit to act.\n2. We note this.\n", "1. We will act, as appropriate.\n2. We note this.\n")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A data folder with two short drafts that speak of no objective, no source and no ask."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    data = tmp_path / "data"
    data.mkdir()
    for name, text in zip(("first", "second"), SHORT, strict=True):
        (data / f"{name}.txt").write_text(text, encoding="utf-8")
    return data


@pytest.fixture
def counted(monkeypatch):
    """A chapter that counts how often it was made."""
    made = []
    monkeypatch.setitem(CHAPTERS, "counted", lambda asked: made.append(asked) or {"made": len(made)})
    return made


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_chapter_can_tell_of_short_drafts_either_way_round_and_of_one_with_itself(name, folder):
    ids = Asked("", "", folder).known["draft"].to_list()
    for old, new in [ids, ids[::-1], [ids[0], ids[0]]]:
        told = make_chapter(name, Asked(old, new, folder))
        assert json.loads(json.dumps(told, allow_nan=False)) == told


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_chapter_takes_whatever_a_page_asks_besides(name, folder):
    ids = Asked("", "", folder).known["draft"].to_list()
    for value in (None, 0, -1, "", "x" * 999, [], {}, [["x"]], {"x": 1}, "/etc/passwd", True):
        words = ("drafts", "later", "reference", "scale", "words", "sentence", "paragraph", "hand", "pair")
        for extra in ({"strange": value}, dict.fromkeys(words, value)):
            try:
                json.dumps(make_chapter(name, Asked(*ids, folder, extra=extra)))
            except WorkbookError as error:
                assert "root:" not in str(error)


def test_a_chapter_is_made_once_for_the_same_sources_and_anew_when_any_draft_changes(folder, counted):
    ids = Asked("", "", folder).known["draft"].to_list()
    assert [make_chapter("counted", Asked(*ids, folder))["made"] for _again in range(2)] == [1, 1]
    (folder / "third.txt").write_text("1. We go on.\n", encoding="utf-8")
    assert make_chapter("counted", Asked(*ids, folder))["made"] == 2


def test_what_a_visitor_asks_or_remarks_is_not_kept_on_disk(folder, counted):
    ids = Asked("", "", folder).known["draft"].to_list()
    remark = dict.fromkeys(REMARKS, "x") | {"line": 1, "start": 0, "grade": "unknown"}
    remarks = frame_of([tuple(remark.values())], REMARKS)
    make_chapter("counted", Asked(*ids, folder, extra={"sentence": "ours"}))
    make_chapter("counted", Asked(*ids, folder, session=remarks.with_columns(row=pl.lit(None, pl.UInt32))))
    assert len(counted) == 2
    assert not list(cache_folder().glob("*"))


def test_a_page_cannot_ask_for_a_file_that_is_no_draft(folder, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("1. A secret.\n", encoding="utf-8")
    asked = Asked(*Asked("", "", folder).known["draft"].to_list(), folder)
    for ask in (lambda: asked.read([str(other)]), lambda: asked.compare(asked.old, str(other))):
        with pytest.raises(WorkbookError, match="Choose one of the list"):
            ask()


def test_an_unknown_chapter_is_a_sentence(folder):
    with pytest.raises(WorkbookError, match="no chapter called “nothing”"):
        chapters.make_chapter("nothing", Asked("first", "second", folder))
