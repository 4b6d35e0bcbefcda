"""What the log says of a fault, and what it keeps to itself."""

import os
import stat
from pathlib import Path

import pytest

from workbook.show import faults
from workbook.show.faults import LOG, note_fault, open_log, tell_fault

SECRET = "a sentence out of somebody's draft"


def fail() -> Exception:
    """An error that holds words of a draft."""
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        return error


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(LOG, "")
    file = tmp_path / "state" / "dashboard.log"
    open_log(file)
    return file


def test_the_page_names_the_number_under_which_the_log_says_where_it_happened(log: Path):
    told = tell_fault("comparing two drafts", fail())
    (line,) = log.read_text().splitlines()
    number = line.split("fault ")[1].split(":")[0]
    assert told == f"This is fault {number} in the log of this dashboard."
    assert "comparing two drafts: KeyError in test_faults.py:" in line
    assert line.endswith(" fail")


def test_no_word_of_a_draft_reaches_the_log_or_the_page(log: Path, capfd: pytest.CaptureFixture):
    told = tell_fault("comparing two drafts", fail())
    assert SECRET not in told + log.read_text() + "".join(capfd.readouterr())


def test_in_a_notebook_the_kind_of_error_is_told_and_python_logs_the_rest(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.delenv(LOG, raising=False)
    assert tell_fault("comparing two drafts", fail()) == "KeyError."
    assert SECRET in caplog.text


def test_only_its_owner_can_read_the_log(log: Path):
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert os.environ[LOG] == str(log)


def test_a_log_that_has_grown_makes_room_when_the_server_starts(log: Path):
    log.write_bytes(b"x" * (faults.LARGEST // 2 + 1))
    open_log(log)
    assert (log.stat().st_size, log.with_name("dashboard.log.1").exists()) == (0, True)


def test_faults_that_somebody_provokes_do_not_fill_the_disk(log: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(faults, "LARGEST", 300)
    for _ in range(20):
        note_fault("comparing two drafts", fail())
    assert log.stat().st_size < 600


def test_a_log_that_has_gone_fails_nobody(log: Path):
    log.unlink()
    assert note_fault("comparing two drafts", fail())
