"""The desk of the amendment bench: what is read once, what is read anew, and what is nobody else's."""

import asyncio
import os

import pytest

from workbook.app import desk as desks
from workbook.app.chapters import Asked, make_chapter
from workbook.app.chapters.bench import MOST_TYPED
from workbook.app.desk import MOST, Desk, lay_draft
from workbook.app.taking import make_taken
from workbook.app.uploads import Uploads
from workbook.schemas import PAIRS, WorkbookError, frame_of

TEXT = "1. We aim to act. [GCM para 24]\n\n2. We welcome this, as appropriate.\n"


@pytest.fixture
def folder(tmp_path):
    """A data folder with one draft."""
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def ask(folder, desk=None, scale="", **extra):
    asked = Asked("draft.txt", "draft.txt", folder, extra=extra, scale=scale, desk=desk or Desk())
    return make_chapter("bench", asked)


def test_without_a_text_the_bench_tells_which_paragraphs_can_be_amended(folder):
    told = ask(folder, draft="draft.txt")
    assert [(row["label"], row["text"], row["citations"]) for row in told["paragraphs"]] == [
        ("1", "We aim to act.", ["[GCM para 24]"]),
        ("2", "We welcome this, as appropriate.", []),
    ]


def test_a_draft_is_read_once_for_a_visit_and_anew_when_its_file_changes(folder, monkeypatch):
    desk, made = Desk(), []
    real = Asked.read
    monkeypatch.setattr(Asked, "read", lambda self, ids: made.append(ids) or real(self, ids))
    edit = {"draft": "draft.txt", "position": 0, "text": "We commit to acting. [GCM para 24]"}
    assert [ask(folder, desk, **edit)["highest"] for _again in range(3)] == [[4, 5]] * 3
    assert len(made) == 1
    (folder / "draft.txt").write_text(TEXT.replace("aim to act", "will act at once"), encoding="utf-8")
    assert ask(folder, desk, **edit)["old_text"] == "We will act at once."
    assert len(made) == 2


def test_a_draft_that_was_exchanged_for_one_of_the_same_length_and_date_is_read_anew(folder):
    desk, file = Desk(), folder / "draft.txt"
    edit = {"draft": "draft.txt", "position": 0, "text": "We act."}
    assert ask(folder, desk, **edit)["old_text"] == "We aim to act."
    seen = file.stat()
    file.write_text(TEXT.replace("aim", "vow"), encoding="utf-8")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert ask(folder, desk, **edit)["old_text"] == "We vow to act."


def test_what_one_visit_laid_ready_no_other_one_finds(folder, monkeypatch):
    made = []
    real = Asked.read
    monkeypatch.setattr(Asked, "read", lambda self, ids: made.append(ids) or real(self, ids))
    for _visitor in range(2):
        lay_draft(Asked("draft.txt", "draft.txt", folder), "draft.txt")
    assert len(made) == 2
    assert not [name for name, value in vars(desks).items() if isinstance(value, Desk)]


def test_a_desk_holds_no_more_than_a_dozen_things():
    desk = Desk()
    made = [desk.remember((number,), lambda number=number: number) for number in range(MOST + 3)]
    assert made == list(range(MOST + 3))
    assert len(desk._made) == MOST


def test_a_visitors_scale_counts_at_once_and_is_said(folder):
    edit = {"draft": "draft.txt", "position": 0, "text": "We commit to establishing it. [GCM para 24]"}
    desk = Desk()
    for scale, rung in (("", 5), ("add.6.establishing", 6), ("", 5)):
        told = ask(folder, desk, scale, **edit)
        assert told["highest"] == [4, rung]
        assert ("your scale" in told["sentence"]) == bool(scale)


def test_a_visitors_own_treaty_is_amended_in_memory_alone_and_gone_once_it_is_removed(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shelf = Uploads()
    treaty = (
        b"Article 1\n\n1. Each Party [shall][should] act.\n\n2. Option A: Parties may [consider to] report.\n"
    )
    file = asyncio.run(shelf.add("treaty.txt", treaty))
    asked = {"old": file.id, "new": file.id, "folder": tmp_path, "uploads": shelf, "desk": shelf.desk}
    (tmp_path / "other.txt").write_text("1. We act.\n", encoding="utf-8")
    listed = make_chapter("bench", Asked(**asked))["paragraphs"]
    edit = {"draft": file.id, "position": listed[0]["position"], "text": "Each Party shall act."}
    told = make_chapter("bench", Asked(**asked, extra=edit))
    assert told["old_text"] == "Each Party [shall][should] act."
    assert told["clauses"]["new"][0]["phrase"] == "shall act"
    given = {
        "draft": file.id,
        "amendments": [edit | {"old": told["old_text"], "delegation": "A", "reason": ""}],
    }
    name, raw = make_taken("docx", Asked(**asked), frame_of([], PAIRS), [], "", given)
    assert (name, raw[:2]) == (f"{file.id}-amended.docx", b"PK")
    assert not list((tmp_path / "cache").rglob("*.*"))
    assert shelf.desk._made
    shelf.remove(file.id)
    assert not shelf.desk._made
    with pytest.raises(WorkbookError, match="Choose one of the list"):
        make_chapter("bench", Asked(**{**asked, "old": "other.txt", "new": "other.txt"}, extra=edit))


def test_what_is_too_long_or_nowhere_is_refused_in_a_sentence(folder):
    cases = {
        "takes 20,000 characters": {"position": 0, "text": "x" * (MOST_TYPED + 1)},
        "no paragraph at this place": {"position": 9, "text": "x"},
        "does not understand": {"position": "0", "text": "x"},
        "the page asks. Load the page": {"position": 10**40, "text": "x"},
        "does not understand what the page": {"position": 0, "text": "x", "reference": ["x"]},
        "Choose one of the list": {"position": 0, "text": "x", "reference": "/etc/passwd"},
    }
    for said, extra in cases.items():
        with pytest.raises(WorkbookError, match=said):
            ask(folder, draft="draft.txt", **extra)
