"""The head of the page, which waits for nothing; what stands behind it, when its kernel's turn has come."""

import re
from collections.abc import AsyncIterator
from typing import Any

from tornado.web import RequestHandler

from workbook.share.serve.reception import Place, Reception
from workbook.share.serve.template import PAGE
from workbook.show.faults import note_fault

HEAD = (PAGE / "head.html").read_text(encoding="utf-8")
# What `page.js` tells the reader of the kernel that is not there.
SAID = '<template class="said" data-what="{}" data-number="{}"></template>\n'
END = "</main>\n</div>\n</body>\n"
KERNEL = re.compile(r'"kernelId":\s*"([\w-]+)"')
# A kernel that is used is followed by another: at once where people wait, else when the page is painted.
REFILL = 1.0  # seconds


class Headlong(RequestHandler):
    """Sends the page's head at once; Voilà's part follows when a kernel is there."""

    def initialize(self, **given: Any) -> None:  # noqa: ANN401 - Voilà's own signature
        """Nothing is asked for yet."""
        super().initialize(**given)
        self.place = Place()

    def on_connection_close(self) -> None:
        """A page that is left before it was its turn gives its place up."""
        super().on_connection_close()
        self.settings["reception"].leave(self.place)

    async def get_generator(self, path: str | None = None) -> AsyncIterator[str]:
        """The parts of the page, in order. A path leads elsewhere: only Voilà's word is given then."""
        if path:
            async for part in super().get_generator(path):
                yield part
            return
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        yield HEAD
        reception: Reception = self.settings["reception"]
        try:
            async for before in reception.wait(self.place):
                yield SAID.format("waiting", before)
            if self.place.left:
                return
            if reception.is_full():
                yield SAID.format("full", reception.most) + END
                return
            async for part in self.render(reception):
                yield part
        finally:
            reception.leave(self.place)

    async def render(self, reception: Reception) -> AsyncIterator[str]:
        """Voilà's part of the page; where it fails, the number of the fault."""
        self.kernel_manager.fill_delay = 0.0 if reception.waiting else REFILL
        try:
            async for part in super().get_generator():
                if found := KERNEL.search(part):
                    reception.hand_out(found[1], self.current_user.username, self.place)
                yield part
        except Exception as error:  # the head is sent: the reader has a page, which says what is wrong
            yield SAID.format("failed", note_fault("starting a kernel", error)) + END
