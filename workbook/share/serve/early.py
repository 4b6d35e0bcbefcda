"""What a page is given before it has a kernel: the results that are kept, and a line to hold on to."""

import asyncio
import json

from tornado.web import RequestHandler
from tornado.websocket import WebSocketHandler

from workbook.schemas import WorkbookError
from workbook.share.serve.offer import Find
from workbook.share.serve.reception import Reception

GONE = 2  # seconds: a tab that has let go of its line and opened none to its kernel has been left
KERNEL_ID = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"


class Kept(RequestHandler):
    """Hands out what is kept of two drafts, and makes nothing."""

    def initialize(self, find: Find) -> None:
        """`find` reads the disk; it is called beside the server's loop."""
        self.find = find

    async def get(self) -> None:
        """The kept page as JSON; 204 where none is; 404 with a sentence where there are no such drafts.

        With `or=first`, the page of the first two drafts where the one asked for is not to be had.
        """
        pair = [self.get_query_argument(side, "", strip=False) for side in ("old", "new")]
        self.set_header("Cache-Control", "no-store")
        try:
            found = await self.look(pair)
        except WorkbookError as error:
            self.set_status(404)
            self.set_header("Content-Type", "application/json")
            self.finish(json.dumps({"error": str(error)}))
            return
        if found is None:
            self.set_status(204)
            return
        self.set_header("Content-Type", "application/json")
        self.finish(found)

    async def look(self, pair: list[str]) -> bytes | None:
        """What is kept of these two drafts, or else of the first two where the page takes those as well."""
        lenient = self.get_query_argument("or", "") == "first"
        try:
            found = await asyncio.to_thread(self.find, *pair)
        except WorkbookError:
            if not lenient:
                raise
            found = None
        if found is None and lenient and any(pair):
            found = await self.look_first()
        return found

    async def look_first(self) -> bytes | None:
        """What is kept of the first two drafts."""
        try:
            return await asyncio.to_thread(self.find, "", "")
        except WorkbookError:  # the kernel says what is wrong
            return None


class Line(WebSocketHandler):
    """Held open by a page until it has a line to its kernel: where it breaks before, the tab has gone."""

    def open(self, kernel_id: str) -> None:
        """A page is there."""
        self.reception: Reception = self.settings["reception"]
        self.kernel_id = kernel_id
        self.reception.lines[kernel_id] += 1

    def on_message(self, message: str | bytes) -> None:
        """Nothing: the line is held, not spoken on."""

    def on_close(self) -> None:
        """Look a little later: a page lets go of this line when it has the other."""
        self.reception.lines[self.kernel_id] -= 1
        self.reception.look_later(self.kernel_id, GONE)


def list_handlers(find: Find, base: str = "/") -> list[tuple]:
    """The routes of this file, below the server's own path."""
    return [
        (f"{base}workbook/kept", Kept, {"find": find}),
        (f"{base}workbook/line/{KERNEL_ID}", Line),
    ]
