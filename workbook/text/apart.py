"""A file from anywhere, read in a process of its own, which may break: this one goes on.

Bytes that somebody sent may be made to fill the memory, or never to be done with. The process that
reads them has little of both, writes no file, and answers in JSON, which can do nothing where it is read.
"""

import asyncio
import json
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, NamedTuple

import polars as pl

from workbook.schemas import COMMENTS, DRAFTS, RUNS, Schema, WorkbookError, conform
from workbook.text.read.source import Source

try:
    import resource
except ImportError:  # not on Windows; there the time alone is bounded
    resource = None

# The folder that one is in is not searched for modules: anything may lie there.
COMMAND = (sys.executable, "-P", "-m", __name__)
# Bytes of memory: a hundred pages with marks take a third of it, Python and Polars most of that.
MOST_MEMORY = 1500 * 10**6
# Seconds of work, and on the clock: a machine may be busy with other visitors.
MOST_WORK, MOST_WAITING = 30, 90
# Characters and printed lines of a text: about 350 pages, which are compared in ten seconds.
MOST_TEXT, MOST_LINES = 10**6, 20_000
# Bytes of an answer; that of the longest text has a few million.
MOST_ANSWERED = 30 * 10**6
# Characters of an error that are passed on.
MOST_SAID = 1000
# No folder, so that no file can lie beside one that is read: whatever its text names is not there.
_NOWHERE = Path(os.devnull) / "drafts"
_FRAMES: dict[str, Schema] = {"runs": RUNS, "comments": COMMENTS, "drafts": DRAFTS}
# How JSON that is not an answer shows itself.
_NO_ANSWER = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
_MEND = "Save it anew with the program that it comes from, or as plain text."


class Reading(NamedTuple):
    """A file as it was read apart: its source, what to call it, and DRAFTS, the texts that stand in it."""

    source: Source
    title: str
    drafts: pl.DataFrame


def read_here(path: Path, raw: bytes) -> Source:
    """What a file on this disk gives, read in another process: its format's library knows no limits.

    Waits for it. Raises WorkbookError where it is not readable, or the process came to its limits or its end.
    """
    try:
        with ThreadPoolExecutor(1) as pool:  # in a notebook this thread has a loop already
            source = pool.submit(asyncio.run, read_apart(path.name, raw, any_length=True)).result().source
    except WorkbookError as error:
        raise WorkbookError(str(error).replace(path.name, str(path), 1)) from error
    own = pl.lit(str(path)).alias("file")
    return source._replace(runs=source.runs.with_columns(own), comments=source.comments.with_columns(own))


async def read_apart(name: str, raw: bytes, *, any_length: bool = False) -> Reading:
    """What these bytes give, read in another process as a file of this name, which lies nowhere.

    Raises WorkbookError where they are not readable so, or the process came to its limits or its end, or,
    unless `any_length` is allowed, where the text is too long to be compared while somebody waits.
    """
    transport, process = await asyncio.get_running_loop().subprocess_exec(
        _Process,
        *COMMAND,
        stderr=asyncio.subprocess.DEVNULL,  # a library may repeat what it reads
        env=_environment(),
    )
    try:
        given = transport.get_pipe_transport(0)
        given.write(json.dumps([name, any_length]).encode() + b"\n")
        given.write(raw)
        given.write_eof()
        await asyncio.wait_for(process.done, MOST_WAITING)
    except TimeoutError:
        raise _too_long(name) from None
    finally:
        transport.close()  # kills it, where it is still there
        await process.ended
    if resource and transport.get_returncode() == -signal.SIGXCPU:
        raise _too_long(name)
    return await asyncio.to_thread(_take, name, process.said if transport.get_returncode() == 0 else b"")


class _Process(asyncio.SubprocessProtocol):
    """The other process as it is heard: what it has said, whether that is all, and whether it has ended."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self.said, self.done, self.ended = bytearray(), loop.create_future(), loop.create_future()

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        self.said += data
        if len(self.said) > MOST_ANSWERED:
            self._finish(self.done)

    def process_exited(self) -> None:
        self._finish(self.ended)

    def connection_lost(self, exc: Exception | None) -> None:
        self._finish(self.done)

    def _finish(self, what: asyncio.Future) -> None:
        if not what.done():
            what.set_result(None)


def _take(name: str, answer: bytes | bytearray) -> Reading:
    """The answer as frames. Whoever wrote it had read a stranger's bytes: it is believed nothing."""
    try:
        told = json.loads(answer)
        if error := told.get("error"):
            raise WorkbookError(str(error)[:MOST_SAID])
        frames = {frame: _unpack(told[frame], schema) for frame, schema in _FRAMES.items()}
        hands = {str(hand): str(given) for hand, given in told["hands"].items()}
        notices, title = tuple(map(str, told["notices"])), str(told["title"])
    except (*_NO_ANSWER, pl.exceptions.PolarsError) as error:
        raise WorkbookError(
            f"{name}: this file could not be read: it is damaged, or needs more memory than there is. {_MEND}"
        ) from error
    drafts = frames.pop("drafts")
    return Reading(Source(hands=hands, notices=notices, **frames), title, drafts)


def _too_long(name: str) -> WorkbookError:
    return WorkbookError(
        f"{name}: reading this file took too long and was stopped. Take a part of it. {_MEND}"
    )


def _environment() -> dict[str, str]:
    """What the other process needs to find Python's packages, and none of the secrets of this one."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    package = str(Path(__file__).parents[2])
    return kept | {"PYTHONPATH": package, "PYTHONUTF8": "1", "POLARS_MAX_THREADS": "1"}


# The other process


def main() -> None:
    """Reads what is asked, a line of JSON, and behind it a file's bytes; writes what they give."""
    _bound()
    (name, any_length), raw = json.loads(sys.stdin.buffer.readline()), sys.stdin.buffer.read()
    write_answer(name, raw, sys.stdout.buffer, any_length)


def write_answer(name: str, raw: bytes, out: IO[bytes], any_length: bool = False) -> None:
    """Writes the source of these bytes and its texts, or what is wrong with them, as JSON."""
    path = _NOWHERE / Path(name).name
    try:
        told = _read(path, raw, any_length)
    except WorkbookError as error:
        told = {"error": str(error).replace(f"{_NOWHERE}/", "")}
    out.write(json.dumps(told).encode())


def _read(path: Path, raw: bytes, any_length: bool) -> dict:
    from workbook.text.folder import guess_title, list_readings
    from workbook.text.read import parse_source

    if not raw.strip():
        raise WorkbookError(f"{path}: the file is empty. Choose a file that holds the text of a draft.")
    source = parse_source(path, raw)
    if not any_length:
        _refuse_long(path, source.runs)
    frames = {"runs": source.runs, "comments": source.comments, "drafts": list_readings(path, source)}
    packed = {name: _pack(frame) for name, frame in frames.items()}
    return packed | {"title": guess_title(path, source), "hands": source.hands, "notices": source.notices}


def _refuse_long(path: Path, runs: pl.DataFrame) -> None:
    if runs["text"].str.len_chars().sum() > MOST_TEXT or runs["line"].n_unique() > MOST_LINES:
        raise WorkbookError(
            f"{path}: this text is too long to be compared here: more than {MOST_TEXT:,} characters or "
            f"{MOST_LINES:,} lines, about 350 pages. Take a part of it."
        )


def _bound() -> None:
    """Leaves this process little memory and time, no file that it could write, and no trace of its memory."""
    if resource is None:
        return
    limits = {
        resource.RLIMIT_AS: MOST_MEMORY,
        resource.RLIMIT_CPU: MOST_WORK,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        # The hard limit of time is a second later: at the soft one the process says why it ended.
        resource.setrlimit(limit, (most, most + (limit == resource.RLIMIT_CPU)))


def _pack(frame: pl.DataFrame) -> list:
    """The first column whole, and the others; of one that is the same in all rows, its value alone."""
    told = frame.with_columns(pl.col(pl.Date).dt.to_string("%Y-%m-%d"))
    first, *others = told.to_dict(as_series=False).items()
    return [first, *((name, values if len(set(values)) > 1 else values[:1]) for name, values in others)]


def _unpack(told: list, schema: Schema) -> pl.DataFrame:
    """The frame that was packed. What all rows share is stored once, however many there are."""
    (name, rows), *others = told
    whole = {name: values for name, values in others if len(values) == len(rows)}
    shared = {name: pl.lit(*values) for name, values in others if name not in whole}
    frame = pl.DataFrame({name: rows} | whole)
    frame = frame.with_columns(**shared)
    dates = [name for name, kind in schema.items() if kind == pl.Date]
    return frame.with_columns(pl.col(dates).cast(pl.String).str.to_date("%Y-%m-%d")).pipe(conform, schema)


if __name__ == "__main__":
    main()
