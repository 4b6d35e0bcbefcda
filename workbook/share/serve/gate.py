"""The door of the server: every request, whatever it asks for, passes here first."""

import re
import secrets
from typing import Any
from urllib.parse import urlsplit

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.httputil import split_host_and_port
from tornado.web import HTTPError, RequestHandler, StaticFileHandler
from voila.handler import VoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workbook.share.serve.head import Headlong
from workbook.share.serve.settings import HEADERS, HOSTS
from workbook.show.faults import note_fault

# What leads to a kernel: each is reached by the reader alone for whom it was started.
KERNEL = re.compile(r"/(?:api/kernels|voila/api/shutdown|voila/query|workbook/line)/([^/]*)")
HASHED = re.compile(r"\.[0-9a-f]{8,}\.js$")
FAREWELL = 10  # seconds in which a page may find its way back to its kernel; its first try comes after one

REFUSAL = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>GCM drafts workbook: not open yet</title>
<main><h1>This page needs its whole address</h1>
<p>Copy the address from the window in which the dashboard was started,
with everything behind the question mark, and open it here.</p>{room}</main></html>
"""
ROOM = '<p>In a workshop: <a href="{home}r/">type the code of the room</a>.</p>'

NOTHING = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>GCM drafts workbook: nothing here</title>
<main><h1>Nothing to show here ({status})</h1><p><a href="{home}">To the dashboard</a></p></main></html>
"""

FAILURE = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>GCM drafts workbook: something went wrong</title>
<main><h1>Something went wrong</h1>
<p>This is fault {number}. Whoever runs this dashboard finds it under that number in its log.</p>
<p><a href="{home}">To the dashboard</a></p></main></html>
"""

GUEST = "guest:"  # begins the cookie of who came in by the code of a room


def is_guest(reader: User) -> bool:
    """Whether this reader came in by the code of a room, and not by the token."""
    return reader.name == GUEST


class Door(IdentityProvider):
    """Knows a reader by a signed cookie, given once in exchange for the token."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - traitlets' own signature
        super().__init__(**settings)
        self.tickets: set[str] = set()

    def admit(self, handler: RequestHandler, reader: str = "", is_guest: bool = False) -> None:
        """Give the reader's browser a cookie of its own, until the browser or the server is closed.

        It goes with a link that is followed from a mail, and with nothing else that another site asks for.
        A guest came in by the code of a room.
        """
        name, path = self.get_cookie_name(handler), handler.settings["base_url"]
        is_secret = handler.request.protocol == "https"
        given = {"expires_days": None, "httponly": True, "samesite": "Lax", "secure": is_secret, "path": path}
        known = (GUEST if is_guest else "") + (reader or secrets.token_urlsafe(16))
        handler.set_signed_cookie(name, known, **given)

    def send_away(self, handler: RequestHandler, is_page: bool) -> None:
        """Who has neither the token nor the cookie is refused, and told what to do."""
        raise HTTPError(403)

    def get_user(self, handler: RequestHandler) -> User | None:
        """The reader where a cookie that we signed says so; nobody otherwise."""
        cookie = handler.get_signed_cookie(self.get_cookie_name(handler))
        if not cookie:
            return None
        known = cookie.decode()
        return User(username=known.removeprefix(GUEST), name=GUEST if known.startswith(GUEST) else "")

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

    is_entrance = False  # whether who is not known yet may come in here

    def set_default_headers(self) -> None:
        """Our headers on every answer, the plain files among them."""
        super().set_default_headers()
        for name, value in HEADERS.items():
            self.set_header(name, value)

    async def prepare(self) -> None:
        """Let a known reader through; exchange a token for a cookie; refuse everyone else."""
        self.refuse_strangers()
        if self.is_entrance:
            return
        door: Door = self.settings["identity_provider"]
        is_page = self.request.path == self.settings["base_url"]
        key = self.get_query_argument("token", "") if is_page else ""
        reader = door.get_user(self)
        if key and door.accept(key):
            # Who has been here before stays who he is: his other tabs have their kernels.
            if reader is None or is_guest(reader):
                door.admit(self, reader.username if reader else "")
        elif reader is None:
            door.send_away(self, is_page)
            return
        self.refuse_other_readers(reader)
        if is_page and self.request.query:  # the token leaves the address; other questions have no answer
            self.redirect(self.settings["base_url"])
            return
        waiting = super().prepare()
        if waiting is not None:
            await waiting
        if is_page:
            self.xsrf_token  # noqa: B018 - reading it sets the cookie with which the page ends its kernel

    def refuse_other_readers(self, reader: User | None) -> None:
        """Raise 404 where a kernel is asked for that is not this reader's: to him there is none."""
        if found := KERNEL.search(self.request.path):
            owner = self.settings["reception"].owners.get(found[1])
            if reader is None or owner != reader.username:
                raise HTTPError(404)

    def refuse_strangers(self) -> None:
        """Raise 403 for a foreign Host, a foreign Origin, or another site's page that asks in secret."""
        host = self.request.headers.get("Host", "")
        if split_host_and_port(host)[0].lower() not in self.settings.get("hosts", HOSTS):
            raise HTTPError(403)
        origin = self.request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != host:
            raise HTTPError(403)
        site = self.request.headers.get("Sec-Fetch-Site", "none")
        followed_link = self.request.headers.get("Sec-Fetch-Dest") == "document"
        if site not in ("same-origin", "none") and not followed_link:
            raise HTTPError(403)

    def write_error(self, status_code: int, **details: Any) -> None:  # noqa: ANN401 - tornado's own signature
        """A page that says what to do about a refusal; of a fault, the number under which the log has it."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        home = self.settings["base_url"]
        if status_code == 403:
            room = ROOM.format(home=home) if self.settings.get("has_rooms") else ""
            self.finish(REFUSAL.format(room=room))
        elif status_code < 500:
            self.finish(NOTHING.format(status=status_code, home=home))
        else:
            self.finish(FAILURE.format(number=self.fault, home=home))

    fault = "unknown"

    def log_exception(self, kind: Any, error: Any, trace: Any) -> None:  # noqa: ANN401 - tornado's own signature
        """A refusal is no event; a fault is noted without the address, which may hold the token."""
        if not isinstance(error, HTTPError) or error.status_code >= 500:
            self.fault = note_fault(f"answering {type(self).__name__}", error)


class Farewell(RequestHandler):
    """Ends a kernel whose tab has gone without saying so: closed by force, crashed, put to sleep for good."""

    def on_close(self) -> None:
        """Look again a little later: a page that only lost its line is back by then."""
        super().on_close()
        self.settings["reception"].look_later(self.kernel_id, FAREWELL)


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
    entrance = {"is_entrance": getattr(handler, "is_entrance", False)}
    return type(f"Gated{handler.__name__}", (Gate, *more, handler), entrance)
