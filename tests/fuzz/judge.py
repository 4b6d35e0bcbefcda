"""The judge of a reader: of any bytes it makes a source that can be read on, or one clear refusal."""

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import polars as pl

from tests.fuzz.hostile.targets import SECRET
from workbook.schemas import COMMENTS, RUNS, WorkbookError
from workbook.text.folder import draft_of_file
from workbook.text.paragraphs import split_paragraphs
from workbook.text.read import parse_source
from workbook.text.read.source import Source

# What a reader may never do: Python tells of each before it happens.
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "urllib.",
    "ftplib.",
    "http.",
)
_LONGEST_REFUSAL = 1000


class Verdict(NamedTuple):
    """What became of a file: "read", "refused" (with the message) or "finding" (with what is wrong)."""

    kind: str
    words: str


def judge(path: Path, raw: bytes) -> Verdict:
    """The verdict on a file of this name that holds these bytes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            source = parse_source(path, raw)
            wrong = _find_fault(source) or _read_on(path, source)
        return Verdict("finding", wrong) if wrong else Verdict("read", "")
    except WorkbookError as error:
        return _weigh_refusal(path, str(error))
    except (Exception, RecursionError, MemoryError) as error:
        return Verdict("finding", f"{type(error).__name__}: {error} ({_locate(error)})")


def _weigh_refusal(path: Path, message: str) -> Verdict:
    if not message.startswith(str(path)) or "\n" in message or len(message) > _LONGEST_REFUSAL:
        return Verdict("finding", f"this refusal is no sentence about the file: {message[:300]!r}")
    return Verdict("refused", message.removeprefix(str(path)).lstrip(":, "))


def _find_fault(source: Source) -> str:
    """What is wrong with a source, in words; empty where nothing is."""
    runs = source.runs
    if dict(runs.schema) != RUNS or dict(source.comments.schema) != COMMENTS:
        return f"the frames are not RUNS and COMMENTS: {runs.schema}"
    must = [
        "file",
        "block",
        "run",
        "line",
        "text",
        "inserted_by",
        "deleted_by",
        "restored_by",
        "break",
        "part",
    ]
    if holes := [name for name in must if runs[name].null_count()]:
        return f"these columns of RUNS have holes: {holes}"
    if not runs.select(pl.struct("block", "run").is_unique().all()).item():
        return "two runs have one place"
    if not runs["block"].is_sorted() or (runs["line"] == 0).any():
        return "the runs are out of order"
    if any(SECRET in text for text in [*runs["text"], *source.comments["text"], *source.notices]):
        return "another file was read"
    told = [*source.hands, *source.hands.values(), *source.notices]
    return "" if all(isinstance(words, str) for words in told) else "hands and notices are no words"


def _read_on(path: Path, source: Source) -> str:
    """What is wrong once hands are applied and the text is parsed."""
    file = str(path.resolve())
    runs = source.runs.with_columns(file=pl.lit(file))
    for hands in ("all", "none", "printed"):
        try:
            split_paragraphs(runs, draft_of_file(path, hands))
        except WorkbookError as error:
            if (verdict := _weigh_refusal(Path(file), str(error))).kind == "finding":
                return verdict.words
    return ""


def _locate(error: BaseException) -> str:
    """The last places of our own code on the way to an error."""
    places, trace = [], error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        if "workbook" in code.co_filename:
            places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " > ".join(places[-3:])


@contextmanager
def no_network() -> Iterator[None]:
    """Inside of this, whoever opens a connection or starts a program raises an error."""
    guard = _put_up_guard()
    guard["on"] = True
    try:
        yield
    finally:
        guard["on"] = False


@cache
def _put_up_guard() -> dict[str, bool]:
    """The switch of the one guard of this process: Python takes none down again."""
    switch = {"on": False}

    def guard(event: str, _arguments: tuple) -> None:
        if switch["on"] and event.startswith(_FORBIDDEN):
            raise PermissionError(f"a reader may not do this: {event}")

    sys.addaudithook(guard)
    return switch
