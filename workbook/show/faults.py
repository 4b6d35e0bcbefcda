"""What went wrong that nobody foresaw: a number for the page, and where it happened for the log."""

import logging
import os
import secrets
import time
import traceback
from pathlib import Path

LOG = "WORKBOOK_LOG"  # names the log's file to the dashboard's server and to its kernels
LARGEST = 5_000_000  # bytes: a visitor who provokes faults must not fill the disk
DEEPEST = 12  # places of one fault: the innermost tell where to look


def tell_fault(doing: str, error: BaseException) -> str:
    """What a page says of an error: its number, where there is a log; in a notebook, what kind it was of.

    `doing` says for the log what was being done, without a word of a draft. In a notebook the error itself
    goes to Python's own log, which JupyterLab shows.
    """
    if os.environ.get(LOG):
        return f"This is fault {note_fault(doing, error)} in the log of this dashboard."
    logging.getLogger(__name__).error("While %s", doing, exc_info=error)
    return f"{type(error).__name__}."


def note_fault(doing: str, error: BaseException) -> str:
    """The number under which the log says where this happened.

    The error's own words are left out of it: they may hold words of a draft, which may be a visitor's own.
    """
    number = secrets.token_hex(4)
    passed = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    told = [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in reversed(passed)]
    moment = time.strftime("%Y-%m-%d %H:%M:%S%z")
    _write(f"{moment} fault {number}: {doing}: {type(error).__name__} in {', in '.join(told)}\n")
    return number


def open_log(file: Path) -> None:
    """Makes the log, readable for its owner alone, and names it to this process and to those that it starts.

    A log that has grown large makes room: it is kept once more, under the name with `.1` behind it.
    Raises OSError where it cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and file.stat().st_size > LARGEST // 2:
        file.replace(file.with_name(f"{file.name}.1"))
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    os.environ[LOG] = str(file)


def log_file() -> Path:
    """Where the log is unless another place is given: in the user's folder for such things."""
    home = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(home).expanduser() / "gcm-workbook" / "dashboard.log"


def _write(line: str) -> None:
    """One line in one write, since server and kernels write to the same file."""
    name = os.environ.get(LOG)
    if not name:
        return
    try:
        entry = os.open(name, os.O_WRONLY | os.O_APPEND)
    except OSError:  # the file has gone: what a reader does must not fail over it
        return
    try:
        if os.fstat(entry).st_size < LARGEST:
            os.write(entry, line.encode("utf-8", "replace"))
    except OSError:  # a full disk
        pass
    finally:
        os.close(entry)
