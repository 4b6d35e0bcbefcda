"""Rooms: short addresses behind which everybody finds the same view, kept in a file over a restart."""

import contextlib
import json
import math
import os
import re
import secrets
import stat
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from workbook.schemas import WorkbookError
from workbook.share.serve.views import check_view

# Neither 0 and O nor 1, I and L: a code is read off a wall, and called across a room.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 6  # 31 ** 6: nine hundred million codes
CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
SPACED = re.compile(r"[\s._\-\u2010-\u2015]+")
LASTS = 7 * 24 * 3600  # seconds: a course of a week
MOST = 50  # rooms: the newest stay
LARGEST = 2_000_000  # bytes of the file: more than all rooms take
VERSION = 1


class Room(NamedTuple):
    """A code, the view that it leads to (what stands behind the # of an address), and when it was opened."""

    code: str
    view: str
    opened: float  # seconds since 1970


class Rooms:
    """The rooms that are open."""

    def __init__(self, file: Path) -> None:
        """Those of the file that are not over; `said` says what was wrong with it, if anything."""
        self.file, self.said = file, ""
        self.open: dict[str, Room] = {}
        try:
            self.open = read_rooms(file)
        except FileNotFoundError:
            pass
        except (OSError, ValueError, TypeError, KeyError, ArithmeticError, RecursionError, WorkbookError):
            self.said = put_aside(file)

    def open_room(self, view: object) -> Room:
        """A room for this view: the one that it has, for another week, or a new one.

        Raises WorkbookError where the view is none, or the room cannot be kept.
        """
        view, now = check_view(view), time.time()
        known = next((room.code for room in self.open.values() if room.view == view), "")
        room = Room(known or self.draw_code(), view, now)
        newest = sorted([*self.close(room.code).values(), room], key=lambda each: -each.opened)[:MOST]
        self.keep({each.code: each for each in newest})
        return room

    def find(self, code: str) -> Room | None:
        """The room of this code, as it was typed; None where there is none, or it is over."""
        room = self.open.get(read_code(code))
        return room if room and not is_over(room) else None

    def close_room(self, code: str) -> None:
        """Ends a room: its address leads nowhere. Raises WorkbookError where that cannot be kept."""
        self.keep(self.close(read_code(code)))

    def close(self, code: str) -> dict[str, Room]:
        """The rooms without this one, and without those that are over."""
        return {name: room for name, room in self.open.items() if name != code and not is_over(room)}

    def draw_code(self) -> str:
        """A code that no room has."""
        while (code := "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))) in self.open:
            pass
        return code

    def keep(self, rooms: dict[str, Room]) -> None:
        """These are the rooms from now on, also after a restart."""
        try:
            write_rooms(self.file, list(rooms.values()))
        except OSError as error:
            said = error.strerror or type(error).__name__
            raise WorkbookError(f"The room cannot be kept in {self.file.parent} ({said}).") from None
        self.open = rooms


def read_code(typed: str) -> str:
    """The code as rooms have it, however it was typed: small letters, hyphens, spaces."""
    return SPACED.sub("", typed).upper()


def is_code(typed: str) -> bool:
    """Whether there could be a room of this code."""
    return bool(CODE.fullmatch(read_code(typed)))


def is_over(room: Room) -> bool:
    """Whether its week is over."""
    return time.time() - room.opened > LASTS


def read_rooms(file: Path) -> dict[str, Room]:
    """The rooms of a file that are not over, by their codes.

    A view is checked as if it came from a page: a program may have written the file. Raises OSError, also
    where it is not a file of our own, and where it is damaged ValueError, TypeError, KeyError,
    ArithmeticError, RecursionError or WorkbookError.
    """
    kept = json.loads(read_own(file).decode())
    if kept["version"] != VERSION:
        raise ValueError
    rooms = {}
    for each in kept["rooms"]:
        opened = min(float(each["opened"]), time.time())  # a clock that was wrong makes no room last longer
        if not math.isfinite(opened):
            raise ValueError
        room = Room(each["code"], check_view(each["view"]), opened)
        if not CODE.fullmatch(room.code):
            raise ValueError
        if not is_over(room):
            rooms[room.code] = room
    return rooms


def read_own(file: Path) -> bytes:
    """A file that nobody else has put there: who writes a code into a shared folder would know it.

    Raises OSError where it is another user's, a link or no file at all, ValueError where it is too large.
    """
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):  # each as far as the system knows it
        flags |= getattr(os, name, 0)
    with os.fdopen(os.open(file, flags), "rb") as opened:
        found = os.fstat(opened.fileno())
        if not stat.S_ISREG(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
            raise PermissionError
        if found.st_size > LARGEST:
            raise ValueError
        return opened.read()


def write_rooms(file: Path, rooms: list[Room]) -> None:
    """Writes beside, then renames: the file is whole at all times, and its owner's alone. Raises OSError."""
    entry, beside = tempfile.mkstemp(".part", f"{file.name}.", file.parent)  # mode 600
    try:
        with os.fdopen(entry, "w", encoding="utf-8") as written:
            json.dump({"version": VERSION, "rooms": [room._asdict() for room in rooms]}, written)
        Path(beside).replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            Path(beside).unlink(missing_ok=True)
        raise


def put_aside(file: Path) -> str:
    """Makes room for a new file; what to tell whoever starts the server of the damaged one."""
    aside = file.with_name(f"{file.name}.damaged")
    with contextlib.suppress(OSError):
        file.replace(aside)
        return f"The rooms of last time could not be read: they are closed. The damaged file is {aside}."
    return f"The rooms of last time could not be read: they are closed. The damaged file is {file}."
