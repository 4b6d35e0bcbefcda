"""Where rooms are opened and closed, and where people come in by a room's code."""

import json

from tornado.web import HTTPError, RequestHandler

from workbook.schemas import WorkbookError
from workbook.share.serve.gate import is_guest
from workbook.share.serve.guesses import Guesses
from workbook.share.serve.hosts import write_address
from workbook.share.serve.offer import Offer
from workbook.share.serve.rooms import Rooms, is_code
from workbook.share.serve.settings import CONTENT_SECURITY_POLICY
from workbook.share.serve.template import PAGE

FORM = (PAGE / "room.html").read_text(encoding="utf-8")
# As everywhere, but that a form may be sent to this server.
POLICY = CONTENT_SECURITY_POLICY.replace("form-action 'none'", "form-action 'self'")
LARGEST = 100_000  # bytes that a page may send

ALONE = (
    "This dashboard answers this machine alone, so there is no address for a room. Stop it (Ctrl-C) and "
    "start it again with: workbook dashboard --share"
)
PROXIED = (
    "This dashboard stands behind a proxy with a sign-in of its own and gives out no short addresses. Hand "
    "out this page's own address: it leads everybody who may sign in to this view."
)
HUB = (
    "Behind JupyterHub everybody signs in and has a dashboard of their own, so there is no address for a "
    "room. Hand out the hub's address, and what stands behind the # in this page's: added to theirs, it "
    "shows this view."
)
GUEST = (
    "You came in by a room's code, so you can neither open nor close rooms here. Whoever started the "
    "dashboard can, with the address that was printed then."
)
UNKNOWN = "There is no open room of this code. It may have been mistyped, or the room was closed."
NO_CODE = "A room's code has six letters and digits; 0, O, 1, I and L are never among them."
SLOWED = "Too many wrong codes have come of late. Wait a minute, then type the code again."
WAIT = 60  # seconds


class Lobby:
    """What opening a room and coming into one have in common."""

    def __init__(self, rooms: Rooms, hosts: list[str], port: int) -> None:
        """`hosts` are the names and addresses that are handed out, the best known first."""
        self.rooms, self.hosts, self.port, self.guesses = rooms, hosts, port, Guesses()

    def describe(self, code: str) -> dict:
        """What a page shows of a room: its code, its addresses, and the first of them as a QR code.

        `qr` are the rows of the code's squares, "1" dark, without the margin of four squares that it needs.
        """
        import segno  # a few milliseconds, when the first room is opened

        addresses = [write_address(host, self.port, f"r/{code}") for host in self.hosts]
        squares = segno.make_qr(addresses[0], error="m").matrix
        return {"code": code, "addresses": addresses, "qr": ["".join(map(str, row)) for row in squares]}


class Answering(RequestHandler):
    """Answers a page in JSON. A refusal is no error of HTTP: browsers would write it to the console."""

    def initialize(self, lobby: Lobby | None, reason: str) -> None:
        """`reason` says why there are no rooms here, and is empty where there are."""
        self.lobby, self.reason = lobby, reason

    def refuse(self) -> str:
        """Why this reader can open and close no room; empty where they can. HTTPError: it is forged."""
        self.check_xsrf_cookie()
        self.set_header("Cache-Control", "no-store")
        if self.reason:
            return self.reason
        return GUEST if is_guest(self.settings["identity_provider"].get_user(self)) else ""


class Opening(Answering):
    """Opens a room."""

    def post(self) -> None:
        """The room for the `view` that is sent: `code`, `addresses`, `qr`; or in `error` what to do."""
        reason = self.refuse()
        if reason:
            self.finish({"error": reason})
            return
        try:
            sent = json.loads(self.request.body) if len(self.request.body) <= LARGEST else None
        except (ValueError, RecursionError):
            raise HTTPError(400) from None
        try:
            room = self.lobby.rooms.open_room(sent.get("view") if isinstance(sent, dict) else None)
            self.finish(self.lobby.describe(room.code))
        except WorkbookError as error:
            self.finish({"error": str(error)})


class Closing(Answering):
    """Closes a room."""

    def delete(self, code: str) -> None:
        """An empty `error`, also where there is no such room; else what to do."""
        reason = self.refuse()
        if not reason:
            try:
                self.lobby.rooms.close_room(code)
            except WorkbookError as error:
                reason = str(error)
        self.finish({"error": reason})


class Entrance(RequestHandler):
    """Lets in who knows the code of a room, and leads to its view."""

    is_entrance = True

    def initialize(self, lobby: Lobby) -> None:
        """Whose rooms they are."""
        self.lobby = lobby

    def get(self, code: str | None = None) -> None:
        """To the room of this code; or a page to type it on, which says what is wrong."""
        code = code or self.get_query_argument("code", "")
        self.set_header("Cache-Control", "no-store")
        if not is_code(code):
            self.ask_again(404 if code else 200, NO_CODE if code else "")
        elif not self.lobby.guesses.may_try(self.request.remote_ip):
            self.set_header("Retry-After", str(WAIT))
            self.ask_again(429, SLOWED)
        elif room := self.lobby.rooms.find(code):
            door = self.settings["identity_provider"]
            if door.get_user(self) is None:
                door.admit(self, is_guest=True)
            self.redirect(f"{self.settings['base_url']}#{room.view}")
        else:
            self.lobby.guesses.miss(self.request.remote_ip)
            self.ask_again(404, UNKNOWN)

    def ask_again(self, status: int, said: str) -> None:
        """The page with a field for the code."""
        self.set_status(status)
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(FORM.replace("{said}", said).replace("{home}", self.settings["base_url"]))


def open_lobby(offer: Offer, hosts: list[str], port: int) -> Lobby | None:
    """The lobby of a dashboard that is shared, with the rooms that the last one left at this port."""
    if not offer.share:
        return None
    return Lobby(Rooms(offer.log.with_name(f"rooms-{port}.json")), hosts, port)


def list_room_handlers(offer: Offer, lobby: Lobby | None, base: str = "/") -> list[tuple]:
    """The routes of this file; where the dashboard is not shared, those alone that say so."""
    asked = {"lobby": lobby, "reason": "" if lobby else explain_absence(offer)}
    routes = [
        (f"{base}workbook/rooms", Opening, asked),
        (f"{base}workbook/rooms/([^/]{{1,40}})", Closing, asked),
    ]
    return [*routes, (f"{base}r(?:/([^/]{{0,40}}))?", Entrance, {"lobby": lobby})] if lobby else routes


def explain_absence(offer: Offer) -> str:
    """Why a dashboard that is not shared has no rooms, and what to do."""
    if offer.hub:
        return HUB
    return PROXIED if offer.names else ALONE
