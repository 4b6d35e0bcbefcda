"""The process that files are tried in, one after another: what it needs in time and memory is measured."""

import resource
import time
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.cases import make_case
from tests.fuzz.judge import Verdict, judge, no_network

# A limit of the system on addresses, well above the limit on memory that is measured: it stops a runaway.
_ADDRESSES = 1500 * 2**20


class Trial(NamedTuple):
    """A file and what became of it."""

    number: int
    ending: str
    name: str
    size: int
    verdict: Verdict
    seconds: float
    megabytes: float  # at its height, more than before


def work(told: Connection, first: int) -> None:
    """Tries file after file from this number on, and tells of each before and behind it."""
    judge(Path("first.docx"), b"")  # what is imported once is nobody's time
    _limit_memory()
    with no_network():
        for number in count(first):
            case = make_case(number)
            told.send((number, case.ending, case.name, len(case.raw)))
            told.send(_try(number, case))


def _try(number: int, case) -> Trial:
    Path("/proc/self/clear_refs").write_text("5")  # the height is measured anew from here
    before = _read_status("VmRSS")
    start = time.perf_counter()
    verdict = judge(Path(f"case-{number}{case.ending}"), case.raw)
    seconds = time.perf_counter() - start
    height = (_read_status("VmHWM") - before) / 1024
    return Trial(number, case.ending, case.name, len(case.raw), verdict, seconds, height)


def _limit_memory() -> None:
    most = _read_status("VmSize") * 1024 + _ADDRESSES
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _read_status(name: str) -> int:
    """Kilobytes of this process, as the system counts them."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))
