"""The door of the server: every request, whatever it asks for, passes here first."""

import re
import secrets
from typing import Any
from urllib.parse import urlsplit

from jupyter_client.multikernelmanager import MultiKernelManager
from jupyter_server.auth.identity import IdentityProvider, User
from tornado.httputil import split_host_and_port
from tornado.ioloop import IOLoop
from tornado.web import HTTPError, RequestHandler, StaticFileHandler
from voila.handler import VoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workbook.share.serve.head import Headlong
from workbook.share.serve.settings import HEADERS, HOSTS

READER = "reader"
HASHED = re.compile(r"\.[0-9a-f]{8,}\.js$")
FAREWELL = 10  # seconds in which a page may find its way back to its kernel; its first try comes after one

REFUSAL = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>GCM drafts workbook: not open yet</title>
<main><h1>This page needs its whole address</h1>
<p>Copy the address from the window in which the dashboard was started,
with everything behind the question mark, and open it here.</p></main></html>
"""

FAILURE = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>GCM drafts workbook: nothing here</title>
<main><h1>Nothing to show here ({})</h1><p><a href="/">To the dashboard</a></p></main></html>
"""


class Door(IdentityProvider):
    """Knows a reader by a signed cookie, given once in exchange for the token."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - traitlets' own signature
        super().__init__(**settings)
        self.tickets: set[str] = set()

    def admit(self, handler: RequestHandler) -> None:
        """Give the reader's browser the cookie, until the browser or the server is closed."""
        name = self.get_cookie_name(handler)
        handler.set_signed_cookie(name, READER, expires_days=None, httponly=True, samesite="Strict")

    def get_user(self, handler: RequestHandler) -> User | None:
        """The reader where the cookie says so; nobody otherwise."""
        cookie = handler.get_signed_cookie(self.get_cookie_name(handler))
        return User(username=READER) if cookie == READER.encode() else None

    def get_handlers(self) -> list[tuple[str, object]]:
        """No login form: the token in the address is the only key."""
        return []

    def write_ticket(self) -> str:
        """A key that opens once: a browser's command line can be read by others on this machine."""
        ticket = secrets.token_urlsafe(24)
        self.tickets.add(ticket)
        return ticket

    def accept(self, key: str) -> bool:
        """Whether the key is the token, or a ticket that nobody has used."""
        if key in self.tickets:
            self.tickets.remove(key)
            return True
        return secrets.compare_digest(key.encode(), self.token.encode())


class Gate(RequestHandler):
    """What stands before each of Voilà's handlers: who asks, from where, and with which key."""

    def set_default_headers(self) -> None:
        """Our headers on every answer, the plain files among them."""
        super().set_default_headers()
        for name, value in HEADERS.items():
            self.set_header(name, value)

    async def prepare(self) -> None:
        """Let a known reader through; exchange a token for a cookie; refuse everyone else."""
        self.refuse_strangers()
        door: Door = self.settings["identity_provider"]
        is_page = self.request.path == self.settings["base_url"]
        key = self.get_query_argument("token", "") if is_page else ""
        if key and door.accept(key):
            door.admit(self)
        elif door.get_user(self) is None:
            raise HTTPError(403)
        if is_page and self.request.query:  # the token leaves the address; other questions have no answer
            self.redirect(self.settings["base_url"])
            return
        waiting = super().prepare()
        if waiting is not None:
            await waiting
        if is_page:
            self.xsrf_token  # noqa: B018 - reading it sets the cookie with which the page ends its kernel

    def refuse_strangers(self) -> None:
        """Raise 403 for a foreign Host, a foreign Origin, or another site's page that asks in secret."""
        host = self.request.headers.get("Host", "")
        if split_host_and_port(host)[0].lower() not in HOSTS:
            raise HTTPError(403)
        origin = self.request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != host:
            raise HTTPError(403)
        site = self.request.headers.get("Sec-Fetch-Site", "none")
        followed_link = self.request.headers.get("Sec-Fetch-Dest") == "document"
        if site not in ("same-origin", "none") and not followed_link:
            raise HTTPError(403)

    def write_error(self, status_code: int, **details: Any) -> None:  # noqa: ANN401 - tornado's own signature
        """A page that says what to do about a refusal, and only names any other failure."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(REFUSAL if status_code == 403 else FAILURE.format(status_code))


class Farewell(RequestHandler):
    """Ends a kernel whose tab has gone without saying so: closed by force, crashed, put to sleep for good."""

    def on_close(self) -> None:
        """Look again a little later: a page that only lost its line is back by then."""
        super().on_close()
        IOLoop.current().call_later(FAREWELL, end_lonely_kernel, self.kernel_manager, self.kernel_id)


async def end_lonely_kernel(kernels: MultiKernelManager, kernel_id: str) -> None:
    """Shut the kernel down if no page is connected to it."""
    if kernel_id in kernels and kernels.kernel_model(kernel_id)["connections"] == 0:
        await kernels.shutdown_kernel(kernel_id)


class Lasting(StaticFileHandler):
    """Lets a browser keep a file whose name changes with what stands in it; others it asks for again."""

    def set_headers(self) -> None:
        """The headers of a file."""
        super().set_headers()
        if HASHED.search(self.request.path):
            self.set_header("Cache-Control", "private, max-age=31536000, immutable")


def guard_handler(handler: type[RequestHandler]) -> type[RequestHandler]:
    """The handler behind the gate."""
    extras = {VoilaKernelWebsocketHandler: Farewell, StaticFileHandler: Lasting, VoilaHandler: Headlong}
    more = [extra for kind, extra in extras.items() if issubclass(handler, kind)]
    return type(f"Gated{handler.__name__}", (Gate, *more, handler), {})
