"""A file is read in a process of its own, and whatever happens there, this one goes on."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from workbook.schemas import COMMENTS, DRAFTS, RUNS, WorkbookError, frame_of
from workbook.text import apart
from workbook.text.apart import _pack, _unpack, read_apart
from workbook.text.drafts import shipped_data
from workbook.text.read import parse_source, read_source

MARKED = (
    "{>>hands: one = The first; two = The second<<}\n"
    "1. We {--shall--}{>>one inferred: two verbs<<}{++will++}{>>two inferred: it stays<<} light the road.\n"
)


def read(name, raw):
    return asyncio.run(read_apart(name, raw.encode() if isinstance(raw, str) else raw))


def refuse(name, raw):
    """What is said of a file that cannot be read."""
    with pytest.raises(WorkbookError) as error:
        read(name, raw)
    return str(error.value)


@pytest.fixture
def read_by(monkeypatch):
    """Has texts read by a stranger's program in place of our reader."""

    def replace(reader, *, before=""):
        code = f"""
import os, sys, time
from pathlib import Path
from workbook.text import apart, read
{before}
def reader(path, raw):
    {reader}
read.READERS[".txt"] = reader
apart.main()
"""
        monkeypatch.setattr(apart, "COMMAND", (sys.executable, "-c", code))

    return replace


def test_a_file_read_apart_is_read_as_it_is_here():
    reading = read("note.md", MARKED)
    here = parse_source(Path("note.md"), MARKED.encode())
    assert_frame_equal(reading.source.runs.drop("file"), here.runs.drop("file"))
    assert (reading.source.hands, reading.title) == (here.hands, "note")
    assert reading.drafts["hands"].to_list() == ["none", "all", "two", "one"]


def test_what_is_wrong_with_a_file_is_said_under_its_own_name():
    assert refuse("note.txt", b" \n") == (
        "note.txt: the file is empty. Choose a file that holds the text of a draft."
    )
    assert refuse("note.txt", b"1. We\0 go.").startswith("note.txt, line 1: ")
    assert refuse("note.xyz", b"1. We go.").startswith("note.xyz: files ending in .xyz cannot be read.")
    assert "1. " not in refuse("note.md", "1. We {++go}.").split("(")[0]


def test_a_text_that_is_too_long_to_be_compared_is_refused():
    assert "too long to be compared here" in refuse("note.txt", "1. We go.\n" * (apart.MOST_LINES + 1))
    assert "too long to be compared here" in refuse(
        "note.txt", "1. We go on and on. " * (apart.MOST_TEXT // 10)
    )


def test_a_marked_text_can_name_no_file_of_this_machine(tmp_path, monkeypatch):
    (tmp_path / "secret.txt").write_text("1. We will light the road.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    way = os.path.relpath(tmp_path / "secret.txt", "/dev/null/drafts")
    for name in ("secret.txt", "../secret.txt", str(tmp_path / "secret.txt"), way, "/etc/passwd"):
        raw = MARKED.replace("\n", f"\n{{>>printed: {name}<<}}\n", 1)
        assert "there is no printed text" in refuse("note.md", raw)


@pytest.mark.parametrize(
    "reader",
    [
        "os.abort()",
        "os._exit(0)",
        "raise ValueError('We keep this')",
        "print('{')",
        "print('[' * 100_000); os._exit(0)",
        'sys.stdout.buffer.write(b\'{"error": 1, "runs": [[]]}\' * 2); sys.stdout.flush(); os._exit(0)',
        "memory = [bytearray(10**8) for _ in range(100)]",
        "import polars; polars.Series([0]).new_from_index(0, 10**10).sum()",
    ],
)
def test_a_reader_that_breaks_is_one_sentence(read_by, reader, capfd):
    read_by(reader)
    assert refuse("note.txt", "1. We go.") == (
        "note.txt: this file could not be read: it is damaged, or needs more memory than there is. "
        "Save it anew with the program that it comes from, or as plain text."
    )
    assert capfd.readouterr() == ("", "")


def test_a_reader_that_writes_without_end_is_heard_to_a_limit(read_by, monkeypatch):
    monkeypatch.setattr(apart, "MOST_ANSWERED", 10**6)
    read_by("while True: sys.stdout.write('x' * 10**5)")
    assert "could not be read" in refuse("note.txt", "1. We go.")


def test_a_reader_that_works_without_end_is_stopped(read_by):
    read_by("while True: pass", before="apart.MOST_WORK = 1")
    assert "took too long and was stopped" in refuse("note.txt", "1. We go.")


def test_a_reader_that_waits_for_ever_is_stopped(read_by, monkeypatch, tmp_path):
    monkeypatch.setattr(apart, "MOST_WAITING", 3)  # seconds: the reader must have begun
    read_by(f"Path({str(tmp_path / 'pid')!r}).symlink_to(str(os.getpid())); time.sleep(1000)")
    assert "took too long and was stopped" in refuse("note.txt", "1. We go.")
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").readlink().name), 0)


def test_what_is_read_goes_into_no_file_and_the_reader_knows_no_secret(read_by, tmp_path, monkeypatch):
    monkeypatch.setenv("JPY_TOKEN", "secret")
    written = tmp_path / "written"
    read_by(
        f"""
    try: Path({str(written)!r}).write_bytes(raw)
    except OSError as error: told = f"{{error.errno}} {{os.environ.get('JPY_TOKEN')}}"
    from workbook.schemas import WorkbookError
    raise WorkbookError(told)"""
    )
    assert refuse("note.txt", "1. We go.") == "27 None"  # EFBIG
    assert written.read_bytes() == b""


def test_while_a_file_is_read_other_work_goes_on(read_by):
    read_by("time.sleep(1000)")

    async def work():
        reading = asyncio.create_task(read_apart("note.txt", b"1. We go."))
        for _ in range(100):
            await asyncio.sleep(0)
        done = reading.done()
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        return done

    assert asyncio.run(work()) is False


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.dates() | st.none())))
def test_a_frame_comes_through_as_it_was(rows):
    comments = frame_of(
        [("a.txt", at, name, date, name, "same") for at, (name, date) in enumerate(rows)], COMMENTS
    )
    assert_frame_equal(_unpack(_pack(comments), COMMENTS), comments)


@pytest.mark.parametrize("schema", [RUNS, COMMENTS, DRAFTS])
def test_an_empty_frame_comes_through(schema):
    empty = pl.DataFrame(schema=schema)
    assert_frame_equal(_unpack(_pack(empty), schema), empty)


def test_a_pdf_on_this_disk_is_read_in_another_process_and_gives_the_same():
    file = shipped_data() / "samples" / "harbours.pdf"
    here, there = parse_source(file, file.read_bytes()), read_source(file)
    assert there.runs.equals(here.runs)
    assert (there.hands, there.notices) == (here.hands, here.notices)
    told = "import sys; from pathlib import Path; from workbook.text.read import read_source; "
    told += f"read_source(Path({str(file)!r})); sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0


def test_what_is_wrong_with_a_pdf_on_this_disk_is_said_with_its_place(tmp_path):
    (tmp_path / "one.pdf").write_bytes(b"%PDF-1.7\nnothing")
    with pytest.raises(WorkbookError, match=re.escape(f"{tmp_path}/one.pdf")):
        read_source(tmp_path / "one.pdf")
