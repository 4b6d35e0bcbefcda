"""The head of the page, which waits for nothing."""

from collections.abc import AsyncIterator

from tornado.web import RequestHandler

from workbook.share.serve.template import PAGE

HEAD = (PAGE / "head.html").read_text(encoding="utf-8")


class Headlong(RequestHandler):
    """Sends the page's head at once; Voilà's part follows when a kernel is there."""

    async def get_generator(self, path: str | None = None) -> AsyncIterator[str]:
        """The parts of the page, in order. A path leads elsewhere: only Voilà's word is given then."""
        if not path:
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.set_header("Cache-Control", "no-store")
            yield HEAD
        async for part in super().get_generator(path):
            yield part
