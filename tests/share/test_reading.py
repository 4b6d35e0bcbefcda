"""Where a reader's remarks are kept: in your-reading.csv, safely, or in one session alone."""

import os
import subprocess
import sys

import pytest

from workbook.schemas import REMARKS, WorkbookError, frame_of
from workbook.share import reading
from workbook.share.reading import Reading
from workbook.text.read.remarks import YOURS, read_remarks

REMARK = {
    "file": "text.md",
    "line": 1,
    "start": 6,
    "words": "shall",
    "inserted_by": "",
    "deleted_by": "one",
    "grade": "inferred",
    "reason": "why",
}
# Twenty acts of another program, in the same folder at the same time.
ACTS = """
import sys
from pathlib import Path
from workbook.share.reading import Reading
kept = Reading(Path(sys.argv[1]), True, lambda remarks: None)
for at in range(20):
    kept.add({**%r, "start": at, "reason": sys.argv[2]})
"""


@pytest.fixture
def keep(tmp_path):
    return lambda edit=True, check=lambda remarks: None: Reading(tmp_path, edit, check)


def table(folder):
    return folder / YOURS


def test_an_act_stands_in_the_file_before_it_counts_and_another_window_knows_it(keep, tmp_path):
    first, second = keep(), keep()
    first.add(REMARK)
    second.add(REMARK | {"reason": "too"})
    assert first.list_remarks()["reason"].to_list() == ["why", "too"]
    assert table(tmp_path).read_text("utf-8").splitlines()[0] == ",".join(REMARKS)


def test_remarks_are_taken_back_one_by_one_the_last_first(keep):
    kept = keep()
    for reason in ("why", "too", "why"):
        kept.add(REMARK | {"reason": reason})
    kept.take_back(REMARK)
    assert kept.list_remarks()["reason"].to_list() == ["why", "too"]
    kept.take_back(REMARK)
    kept.take_back(REMARK)  # another window was quicker
    assert kept.list_remarks()["reason"].to_list() == ["too"]


def test_where_nothing_is_made_or_taken_back_nothing_is_written(keep, tmp_path):
    kept = keep()
    kept.add()
    kept.take_back(REMARK)
    assert not table(tmp_path).exists()
    kept.add(REMARK)
    before = table(tmp_path).stat().st_mtime_ns, table(tmp_path).stat().st_ino
    kept.add()
    kept.take_back(REMARK | {"reason": "never made"})
    assert (table(tmp_path).stat().st_mtime_ns, table(tmp_path).stat().st_ino) == before


def test_a_session_keeps_its_remarks_from_the_disk_and_its_table_is_honoured_there(keep, tmp_path):
    visit = keep(edit=False)
    visit.add(REMARK)
    assert not table(tmp_path).exists()
    assert keep(edit=False).list_remarks().is_empty()
    table(tmp_path).write_text(visit.write(), encoding="utf-8", newline="")
    assert keep(edit=False).list_remarks().select(list(REMARKS)).row(0) == tuple(REMARK.values())


def test_a_session_adds_to_what_the_folder_holds_and_takes_back_its_own_alone(keep):
    keep().add(REMARK)
    visit = keep(edit=False)
    visit.add(REMARK | {"reason": "mine"})
    assert visit.list_remarks()["reason"].to_list() == ["why", "mine"]
    visit.take_back(REMARK)
    visit.take_back(REMARK | {"reason": "mine"})
    assert visit.list_remarks()["reason"].to_list() == ["why"]


def test_a_session_is_bounded(keep, monkeypatch):
    monkeypatch.setattr(reading, "MOST_IN_SESSION", 2)
    visit = keep(edit=False)
    visit.add(REMARK)
    visit.add(REMARK)
    with pytest.raises(WorkbookError, match="2 remarks, as many as fit"):
        visit.add(REMARK)


def test_a_file_is_bounded_so_that_it_can_be_read_again(keep, monkeypatch, tmp_path):
    kept = keep()
    kept.add(REMARK)
    for bound, most, said in (
        ("MOST_IN_FILE", 1, "1 remarks, as many"),
        ("LARGEST_FILE", 100, "larger than"),
    ):
        with monkeypatch.context() as small, pytest.raises(WorkbookError, match=said):
            small.setattr(reading, bound, most)
            kept.add(REMARK)
    assert len(read_remarks(tmp_path)) == 1


@pytest.mark.parametrize("given", [None, [], {}, REMARK | {"more": 1}, {**REMARK, "grade": ["inferred"]}])
def test_what_is_no_remark_is_refused_and_nothing_is_written(keep, given, tmp_path):
    with pytest.raises(WorkbookError, match="Your reading"):
        keep().add(given)
    assert not table(tmp_path).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"grade": "sure"},
        {"words": "x" * 20_001},
        {"words": " "},
        {"reason": ""},
        {"reason": "x" * 1_001},
        {"reason": "\ud800"},
        {"line": -1},
        {"line": "1e9"},
        {"start": 10**12},
        {"line": None},
        {"inserted_by": "one"},
        {"file": "a\x00b"},
    ],
)
def test_input_from_a_page_is_checked_cell_by_cell(keep, wrong):
    with pytest.raises(WorkbookError, match="Your reading"):
        keep(edit=False).add(REMARK | wrong)


def test_a_remark_that_does_not_fit_is_not_kept(keep, tmp_path):
    def refuse(remarks):
        raise WorkbookError("It does not stand there.")

    for edit in (True, False):
        kept = keep(edit, refuse)
        with pytest.raises(WorkbookError, match="does not stand"):
            kept.add(REMARK)
        assert kept.list_remarks().is_empty()
    assert not table(tmp_path).exists()


def test_a_broken_file_is_never_written_over(keep, tmp_path):
    table(tmp_path).write_text("my notes\n", encoding="utf-8")
    for act in (keep().add, keep().take_back):
        with pytest.raises(WorkbookError, match=f"{YOURS}, line 1"):
            act(REMARK)
    assert table(tmp_path).read_text("utf-8") == "my notes\n"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_last_confirmed_act(keep, tmp_path, monkeypatch, step):
    kept = keep()
    kept.add(REMARK)

    def fail(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(WorkbookError, match="No space left"):
        kept.add(REMARK | {"reason": "lost"})
    monkeypatch.undo()
    assert read_remarks(tmp_path)["reason"].to_list() == ["why"]
    assert sorted(file.name for file in tmp_path.iterdir()) == [f".{YOURS}.lock", YOURS]


LINKS = [f".{YOURS}.part", f".{YOURS}.lock", YOURS]


@pytest.mark.skipif(os.name != "posix", reason="links need rights that Windows gives to few")
@pytest.mark.parametrize("name", LINKS)
@pytest.mark.parametrize("there", [True, False])
def test_no_link_in_the_folder_leads_what_is_written_to_another_place(keep, tmp_path, name, there):
    kept, other = keep(), tmp_path.parent / f"{tmp_path.name}-other"
    if there:
        other.write_text("mine\n", encoding="utf-8")
    (tmp_path / name).symlink_to(other)
    if name == LINKS[0]:
        kept.add(REMARK)
    else:
        with pytest.raises(WorkbookError, match=r"link.*[Dd]elete|[Dd]elete.*link"):
            kept.add(REMARK)
        with pytest.raises(WorkbookError):
            kept.take_back(REMARK)
    assert (tmp_path / name).is_symlink()
    assert other.exists() == there
    assert not there or other.read_text("utf-8") == "mine\n"


@pytest.mark.skipif(os.name != "posix", reason="links need rights that Windows gives to few")
def test_a_table_that_is_a_link_is_neither_read_nor_written(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    reading.save_remarks(tmp_path, frame_of([tuple(REMARK.values())], REMARKS))
    table(folder).symlink_to(table(tmp_path))
    for act in (read_remarks, lambda there: reading.save_remarks(there, frame_of([], REMARKS))):
        with pytest.raises(WorkbookError, match="leads to another file"):
            act(folder)
    assert len(read_remarks(tmp_path)) == 1


def test_a_lock_is_opened_as_it_is_and_never_emptied(keep, tmp_path):
    lock = tmp_path / f".{YOURS}.lock"
    lock.write_text("notes", encoding="utf-8")
    keep().add(REMARK)
    assert lock.read_text("utf-8") == "notes"


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
@pytest.mark.parametrize(("folder", "file"), [(0o700, 0o600), (0o755, 0o644), (0o777, 0o644)])
def test_who_may_look_into_the_folder_may_read_the_table(keep, tmp_path, folder, file):
    tmp_path.chmod(folder)
    keep().add(REMARK)
    assert table(tmp_path).stat().st_mode & 0o777 == file


def test_programs_that_write_at_the_same_time_lose_nothing(tmp_path):
    both = [
        subprocess.Popen([sys.executable, "-c", ACTS % REMARK, str(tmp_path), name]) for name in ("a", "b")
    ]
    assert [program.wait() for program in both] == [0, 0]
    found = read_remarks(tmp_path)["reason"].to_list()
    assert (found.count("a"), found.count("b")) == (20, 20)


def test_a_folder_that_cannot_be_written_keeps_the_reading_in_the_session_and_says_why(keep, monkeypatch):
    monkeypatch.setattr(reading.os, "access", lambda *_given: False)
    kept = keep()
    assert not kept.saves
    assert "it may only be read. Copy the data folder" in kept.trouble
    kept.add(REMARK)
    assert len(kept.list_remarks()) == 1


def test_data_inside_of_the_installed_package_is_never_written(monkeypatch, tmp_path):
    monkeypatch.setattr(reading, "__file__", str(tmp_path / "workbook" / "share" / "reading.py"))
    (tmp_path / "workbook" / "data").mkdir(parents=True)
    said = reading.find_trouble(tmp_path / "workbook" / "data")
    assert "belongs to the installed workbook" in said
    assert reading.find_trouble(tmp_path) == ""


def test_a_folder_that_went_away_is_told(tmp_path):
    kept = Reading(tmp_path, True, lambda remarks: None)
    kept.folder = tmp_path / "gone"
    with pytest.raises(WorkbookError, match="cannot be written there"):
        kept.add(REMARK)


def test_what_is_saved_is_a_whole_table_at_every_moment(tmp_path):
    reading.save_remarks(tmp_path, frame_of([tuple(REMARK.values())] * 3, REMARKS))
    assert len(read_remarks(tmp_path)) == 3
