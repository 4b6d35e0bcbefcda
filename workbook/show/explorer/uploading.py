"""What a page may do with a visitor's own drafts: send a file in pieces, have it read, name it, remove it."""

import asyncio
from typing import Protocol

import traitlets

from workbook.schemas import WorkbookError
from workbook.show.explorer.remarking import stay
from workbook.show.faults import tell_fault

# What a page asks for.
ASKED = ("begin", "piece", "read", "cancel", "edit", "remove")
# Bytes of one message at most; ten times as many are more than a websocket takes.
PIECE = 2**20
_AGAIN = "Choose the file once more."


class Shelf(Protocol):
    """Where a visitor's drafts are while the visit lasts; `app.uploads.Uploads` is one."""

    endings: list[str]  # of files that can be read
    largest: int  # bytes of one

    def check(self, name: object, size: object) -> str:
        """The name under which such a file would be listed."""

    async def add(self, name: str, raw: bytes) -> object:
        """Reads a file."""

    def edit(self, file: object, title: object, date: object, hands: object) -> None:
        """Names a file and its hands."""

    def remove(self, file: object) -> None:
        """Forgets one."""

    def list_drafts(self) -> list[dict]:
        """The texts in all of them, as drafts to choose from."""

    def list_files(self) -> list[dict]:
        """The files, as the page shows them."""


class Incoming:
    """A file on its way: what has come of it so far."""

    def __init__(self, number: int, name: str, size: int) -> None:
        self.number, self.name, self.size, self.raw = number, name, size, bytearray()

    def take(self, start: object, piece: object) -> None:
        """Adds the next piece. Raises WorkbookError where it is another, or more than was announced."""
        came = memoryview(piece).nbytes if isinstance(piece, (bytes, bytearray, memoryview)) else 0
        fits = 0 < came <= PIECE and len(self.raw) + came <= self.size
        if type(start) is not int or start != len(self.raw) or not fits:
            raise WorkbookError(f"{self.name}: the file did not come as it was announced. {_AGAIN}")
        self.raw += piece


class Uploading(traitlets.HasTraits):
    """The part of the explorer that takes files. Nothing that a page sends is trusted."""

    # What can be brought along, and what was; empty where nothing can be
    uploads = traitlets.Dict().tag(sync=True, from_json=stay("uploads"))

    shelf: Shelf | None = None
    _incoming: Incoming | None = None
    _reading: asyncio.Task | None = None
    _begun = 0

    def open_shelf(self, shelf: Shelf | None) -> None:
        """Takes the place for a visitor's drafts on."""
        self.shelf = shelf
        self.list_uploads()

    def list_uploads(self) -> None:
        """Keeps `uploads` in step with the shelf."""
        if self.shelf is not None:
            limits = {"endings": self.shelf.endings, "largest": self.shelf.largest, "piece": PIECE}
            self.uploads = limits | {"files": self.shelf.list_files()}

    def join_drafts(self, listed: list[dict]) -> list[dict]:
        """The drafts of a bundle, and behind them the visitor's own as they are now called."""
        own = self.shelf.list_drafts() if self.shelf else []
        ours = {draft["draft"] for draft in own}
        return [draft for draft in listed if not draft.get("yours") and draft["draft"] not in ours] + own

    def receive(self, content: dict, buffers: object) -> dict | None:
        """Does what a page asks, and returns what to tell it: `error`, and what it asked for.

        None where that takes a while: it is told when the file is read.
        """
        try:
            if self.shelf is None:
                raise WorkbookError("No drafts can be added here.")
            match content.get("ask"):
                case "begin":
                    return {"error": "", "upload": self._begin(content)}
                case "piece":
                    return {"error": "", "came": self._take(content, buffers)}
                case "read":
                    return self._start(content)
                case "cancel":
                    self._drop()
                case "edit":
                    self.shelf.edit(*(content.get(name) for name in ("file", "title", "date", "hands")))
                case "remove":
                    self.shelf.remove(content.get("file"))
        except WorkbookError as error:
            return {"error": str(error)}
        except Exception as error:  # the page must go on, and say what happened
            return {"error": f"This could not be done. {tell_fault('taking a file', error)}"}
        self.list_uploads()
        self.show_uploads()
        return {"error": ""}

    def _begin(self, content: dict) -> int:
        if self._reading is not None:
            raise WorkbookError("Another file is still being read. Wait until it is there.")
        self._incoming = None  # one at a time: what was not sent to its end is forgotten
        name = self.shelf.check(content.get("name"), content.get("size"))
        self._begun += 1
        self._incoming = Incoming(self._begun, name, content["size"])
        return self._begun

    def _take(self, content: dict, buffers: object) -> int:
        incoming = self._find(content)
        try:
            incoming.take(content.get("start"), buffers[0] if isinstance(buffers, list) and buffers else None)
        except WorkbookError:
            self._incoming = None
            raise
        return len(incoming.raw)

    def _start(self, content: dict) -> None:
        incoming, self._incoming = self._find(content), None
        if len(incoming.raw) != incoming.size:
            raise WorkbookError(f"{incoming.name}: a part of the file did not come. {_AGAIN}")
        self._reading = asyncio.get_running_loop().create_task(self._read(incoming, content.get("id")))

    async def _read(self, incoming: Incoming, asked: object) -> None:
        told = {"error": ""}
        try:
            added = await self.shelf.add(incoming.name, bytes(incoming.raw))
            told["file"] = getattr(added, "id", "")
        except WorkbookError as error:
            told["error"] = str(error)
        except asyncio.CancelledError:
            told["error"] = f"{incoming.name}: reading it was stopped."
        except Exception as error:  # as in `receive`
            told["error"] = f"{incoming.name}: reading it failed. {tell_fault('reading a file', error)}"
        finally:
            self._reading = None
        self.list_uploads()
        self.show_uploads()
        self.send({"told": asked, **told})

    def answer_sent(self, content: dict, buffers: object) -> None:
        """Does what a page asks on a file, and tells it under the number of its question."""
        number = content.get("id")
        content = content | {"id": number if type(number) is int else None}
        told = self.receive(content, buffers)
        if told is not None:
            self.send({"told": content["id"], **told})

    def show_uploads(self) -> None:
        """Shows what changed on the shelf among the drafts to choose from: the explorer knows how."""

    def _find(self, content: dict) -> Incoming:
        if self._incoming is None or content.get("upload") != self._incoming.number:
            raise WorkbookError(f"This file is not on its way any more. {_AGAIN}")
        return self._incoming

    def _drop(self) -> None:
        self._incoming = None
        if self._reading is not None:
            self._reading.cancel()
