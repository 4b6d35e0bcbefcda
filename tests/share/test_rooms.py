"""Rooms: opened by who has the token, entered by a code, kept over a restart, and not to be guessed."""

import asyncio
import json
import os
import re
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
import zxingcpp
from PIL import Image
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from workbook.schemas import WorkbookError
from workbook.share.serve import guesses, lobby, rooms
from workbook.share.serve.gate import GUEST, Door, guard_handler
from workbook.share.serve.hosts import LOCAL
from workbook.share.serve.lobby import Lobby, explain_absence, list_room_handlers
from workbook.share.serve.offer import Offer
from workbook.share.serve.rooms import ALPHABET, Rooms
from workbook.share.serve.views import KEYS, check_view
from workbook.show.explorer import parts

VIEW = "tab=workshop&room=E1%2CE3&hints=no"
XSRF = {"Cookie": "_xsrf=same", "X-XSRFToken": "same"}


class Home(RequestHandler):
    """The page itself, which tells who has come."""

    def get(self) -> None:
        reader = self.settings["identity_provider"].get_user(self)
        self.finish(f"{reader.username} {reader.name == GUEST}")


class Room:
    """A server with rooms, as it is asked from outside."""

    def __init__(
        self, file: Path, offer: Offer, hosts: tuple[str, ...] = ("room.example", "192.0.2.7")
    ) -> None:
        self.lobby = Lobby(Rooms(file), list(hosts), 8866) if offer.share else None
        self.door = Door(token="the token", cookie_name="reader")
        routes = [*list_room_handlers(offer, self.lobby), ("/", Home)]
        self.application = Application(
            [(path, guard_handler(kind), *rest) for path, kind, *rest in routes],
            identity_provider=self.door,
            base_url="/",
            cookie_secret="secret",
            has_rooms=offer.share,
            hosts=LOCAL | set(hosts),
            reception=None,
        )
        self.cookies: dict[str, str] = {}

    def ask(self, path: str, method: str = "GET", body: object = None, **headers: str) -> HTTPResponse:
        """The answer to a browser that keeps its cookies."""

        async def answer() -> HTTPResponse:
            (socket,) = bind_sockets(0, "127.0.0.1")
            server = HTTPServer(self.application)
            server.add_socket(socket)
            url = f"http://127.0.0.1:{socket.getsockname()[1]}{path}"
            sent = {name.replace("_", "-"): text for name, text in headers.items()}
            kept = "; ".join([f"{name}={text}" for name, text in self.cookies.items()])
            sent["Cookie"] = "; ".join(filter(None, [kept, sent.get("Cookie", "")]))
            body_sent = body if isinstance(body, (bytes, type(None))) else json.dumps(body)
            request = HTTPRequest(url, method, sent, body_sent, follow_redirects=False)
            try:
                return await AsyncHTTPClient(force_instance=True).fetch(request, raise_error=False)
            finally:
                server.stop()

        with ThreadPoolExecutor(
            1
        ) as beside:  # where browsers are driven too, this thread has a loop that runs
            found = beside.submit(asyncio.run, answer()).result()
        for given in found.headers.get_list("Set-Cookie"):
            name, _, text = given.split(";")[0].partition("=")
            self.cookies[name] = text
        return found

    def enter(self) -> None:
        """Comes in by the token."""
        assert self.ask("/?token=the+token").code == 302

    def open(self, view: object = VIEW) -> dict:
        """Opens a room as the page does."""
        return json.loads(self.ask("/workbook/rooms", "POST", {"view": view}, **XSRF).body)

    def close(self, code: str) -> dict:
        """Closes a room as the page does."""
        return json.loads(self.ask(f"/workbook/rooms/{code}", "DELETE", **XSRF).body)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rooms-8866.json"


@pytest.fixture
def room(file: Path) -> Room:
    """A shared dashboard, and somebody who came by the token."""
    room = Room(file, Offer(share=True))
    room.enter()
    return room


# Opening


def test_a_room_has_a_code_without_look_alikes_and_addresses_that_others_can_use(room: Room):
    told = room.open()
    assert re.fullmatch(r"[2-9A-HJKMNP-Z]{6}", told["code"])
    assert not set("01OIL") & set(ALPHABET)
    assert told["addresses"] == [
        f"http://room.example:8866/r/{told['code']}",
        f"http://192.0.2.7:8866/r/{told['code']}",
    ]


def test_the_qr_code_is_read_as_the_whole_first_address(room: Room):
    told = room.open()
    rows = told["qr"]
    assert {len(row) for row in rows} == {len(rows)}
    wide, margin, square = len(rows), 4, 6
    picture = Image.new("L", [(wide + 2 * margin) * square] * 2, 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark == "1":
                picture.paste(
                    0, [at * square for at in (x + margin, y + margin, x + margin + 1, y + margin + 1)]
                )
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == told["addresses"][:1]


@pytest.mark.parametrize(
    ("offer", "words"),
    [
        (Offer(), "workbook dashboard --share"),
        (Offer(names=("drafts.example",)), "proxy with a sign-in of its own"),
        (Offer(hub=True), "hub's address"),
    ],
)
def test_where_it_is_not_shared_the_answer_says_what_to_do_and_no_code_lets_in(
    file: Path, offer: Offer, words: str
):
    room = Room(file, offer)
    room.enter()
    assert words in room.open()["error"] == explain_absence(offer) == room.close("K7M4QX")["error"]
    assert room.ask("/r/K7M4QX").code == 404
    assert not file.exists()


def test_only_who_has_the_token_opens_and_closes_rooms(room: Room, file: Path):
    code = room.open()["code"]
    stranger = Room(file, Offer(share=True))
    assert stranger.ask("/workbook/rooms", "POST", {"view": VIEW}, **XSRF).code == 403
    assert stranger.ask(f"/r/{code}").code == 302
    assert stranger.ask("/").body.endswith(b" True")
    assert (
        "by a room's code" in stranger.open()["error"] and "by a room's code" in stranger.close(code)["error"]
    )
    name = stranger.ask("/").body.split()[0]
    stranger.enter()  # the token makes of a guest who stays the same
    assert stranger.ask("/").body == name + b" False"
    assert stranger.open()["code"] == code
    assert stranger.close(code) == {"error": ""}


def test_a_page_of_another_site_opens_no_room_in_a_readers_name(room: Room):
    for headers in ({}, {"Cookie": "_xsrf=same"}, {"Cookie": "_xsrf=same", "X-XSRFToken": "other"}):
        assert room.ask("/workbook/rooms", "POST", {"view": VIEW}, **headers).code == 403
    assert (
        room.ask("/workbook/rooms", "POST", {"view": VIEW}, **XSRF, Origin="http://evil.example").code == 403
    )
    assert room.lobby.rooms.open == {}


@pytest.mark.parametrize(
    "view",
    [
        None, 7, ["tab=workshop"], {}, "next=http%3A%2F%2Fevil.example", "//evil.example", "/../x",
        "javascript:alert(1)", "token=abc", "tab=workshop\r\nSet-Cookie: a=b&x=y", "words=" + "a" * 16_000,
        "words=" + "é" * 4_000, "words=\ud800", "&".join(f"words={each}" for each in range(99)),
    ],
)  # fmt: skip
def test_what_is_no_view_of_this_page_is_refused_in_a_sentence(room: Room, view: object):
    told = room.open(view)
    assert set(told) == {"error"} and told["error"].endswith(".")
    assert room.lobby.rooms.open == {}


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 50_000, b"\xff", b'"view"', b'{"view": 1}', b'["view"]'])
def test_a_body_that_is_none_opens_no_room(room: Room, body: bytes):
    answer = room.ask("/workbook/rooms", "POST", body, **XSRF)
    assert answer.code == 400 or "error" in json.loads(answer.body)
    assert room.lobby.rooms.open == {}


def test_a_view_is_written_so_that_it_stays_behind_the_fragment_sign(room: Room):
    strange = {"words": 'a&b=c#d "<é>\n\x00%', "room": "E1,E3", "hints": "no", "old": "//evil.example"}
    written = check_view("#" + "&".join(f"{name}={escape(text)}" for name, text in strange.items()))
    assert re.fullmatch(r"[\w.~%&=+-]+", written, re.ASCII)
    assert dict(parse_qsl(written)) == strange
    where = room.ask(f"/r/{room.open(written)['code']}").headers["Location"]
    assert where == f"/#{written}"


def escape(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def test_every_choice_of_the_page_may_stand_in_a_view_and_what_the_teacher_answered_is_left_out():
    source = (parts.STATIC.parent / "src" / "state.js").read_text("utf-8")
    declared = re.search(r"DEFAULTS = \{(.*?)\n\};", source, re.DOTALL)[1]
    assert {"old", "new", "data", *re.findall(r"(\w+): ", declared)} == KEYS
    assert check_view("answers=E1.a.x&tab=workshop&answers=") == "tab=workshop"


# Coming in


@pytest.mark.parametrize(
    "typed", ["{0}", "{1}", "{2}-{3}", "{2}%20{3}", "%20{1}%20", "?code={2}+{3}", "?code={1}"]
)
def test_a_code_lets_in_however_it_is_typed(room: Room, file: Path, typed: str):
    code = room.open()["code"]
    visitor = Room(file, Offer(share=True))
    answer = visitor.ask(f"/r/{typed.format(code, code.lower(), code[:3], code[3:].lower())}")
    assert (answer.code, answer.headers["Location"]) == (302, f"/#{VIEW}")
    given = answer.headers["Set-Cookie"]
    assert "SameSite=Lax" in given and "HttpOnly" in given
    assert answer.headers["Cache-Control"] == "no-store"
    assert visitor.ask("/").code == 200


def test_each_who_comes_in_is_somebody_else_and_who_is_known_stays_who_he_is(room: Room, file: Path):
    code, (first, second) = room.open()["code"], [Room(file, Offer(share=True)) for _ in range(2)]
    names = []
    for visitor in (first, second, first):
        visitor.ask(f"/r/{code}")
        names.append(visitor.ask("/").body)
    assert names[0] == names[2] != names[1]
    before = room.ask("/").body
    room.ask(f"/r/{code}")
    assert room.ask("/").body == before


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "image"},
    ],
)
def test_a_code_opens_nothing_to_a_strangers_page(room: Room, headers: dict):
    code = room.open()["code"]
    room.cookies.clear()
    answer = room.ask(f"/r/{code}", **headers)
    assert answer.code == 403 and "Set-Cookie" not in answer.headers


def test_a_wrong_code_is_answered_with_a_field_to_type_it_again(room: Room):
    room.cookies.clear()
    for path, status, words in [
        ("/r/222222", 404, "no open room of this code"),
        ("/r/O0O0O0", 404, "never among them"),
        ("/r/%3Cb%3E", 404, "never among them"),
        ("/r/", 200, ""),
        ("/r", 200, ""),
    ]:
        answer = room.ask(path)
        page = answer.body.decode()
        assert answer.code == status and words in page, path
        assert '<form action="/r/" method="get">' in page and "<script" not in page and "<b>" not in page
        assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "Set-Cookie" not in answer.headers
    assert room.ask("/").code == 403
    assert 'href="/r/"' in room.ask("/").body.decode()


def test_guessing_is_slowed_for_each_address_and_for_all_and_goes_on_in_time(monkeypatch: pytest.MonkeyPatch):
    clock = [0.0]
    monkeypatch.setattr(guesses.time, "monotonic", lambda: clock[0])
    tried = guesses.Guesses()

    def guess(address: str) -> bool:
        may = tried.may_try(address)
        if may:
            tried.miss(address)
        return may

    assert [guess("a") for _ in range(12)] == 10 * [True] + 2 * [False]
    assert guess("b")
    clock[0] += 30
    assert [guess("a"), guess("a")] == [True, False]
    day = 0
    for second in range(0, 24 * 3600, 10):
        clock[0] = 60 + second
        day += sum(guess(f"{each}") for each in range(100) for _ in range(3))
    fresh = 100 * 24 * 3600 / 30  # who waits half a minute between two tries
    assert day <= 200 + 24 * 3600 / 2 + fresh + 1
    assert tried.may_try("somebody new")
    monkeypatch.setattr(guesses, "MOST", 0)
    tried.miss("unheard of")  # where too many are told apart, all others share what is left
    assert tried.find("another", clock[0]).count(clock[0]) == guesses.AT_ONCE - 1


def test_a_right_code_is_no_way_round_the_limit(room: Room, monkeypatch: pytest.MonkeyPatch):
    code = room.open()["code"]
    wrong = next(each for each in ("222222", "333333") if each != code)
    assert [room.ask(f"/r/{wrong}").code for _ in range(11)] == 10 * [404] + [429]
    refused = room.ask(f"/r/{code}")
    assert (refused.code, refused.headers["Retry-After"]) == (429, "60")
    assert "Wait a minute" in refused.body.decode()
    assert room.ask("/").code == 200  # who is in stays in


# Staying


def test_rooms_survive_a_restart_in_a_file_that_is_its_owners_alone(room: Room, file: Path):
    told = room.open()
    again = Room(file, Offer(share=True))
    assert again.ask(f"/r/{told['code']}").headers["Location"] == f"/#{VIEW}"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_the_same_view_has_the_same_room_and_a_closed_one_is_gone_also_after_a_restart(
    room: Room, file: Path
):
    code = room.open()["code"]
    assert room.open(f"#{VIEW}")["code"] == code
    assert room.open("tab=workshop")["code"] != code
    assert room.close(f"{code[:3]}-{code[3:]}".lower()) == {"error": ""}
    assert room.ask(f"/r/{code}").code == Room(file, Offer(share=True)).ask(f"/r/{code}").code == 404


def test_a_room_ends_after_a_week_and_the_newest_fifty_stay(file: Path, monkeypatch: pytest.MonkeyPatch):
    clock = [1_000_000.0]
    monkeypatch.setattr(rooms.time, "time", lambda: clock[0])
    ours = Rooms(file)
    first = ours.open_room("tab=list").code
    clock[0] += 7 * 24 * 3600
    assert ours.find(first)
    clock[0] += 1
    assert ours.find(first) is None and Rooms(file).open == {}
    codes = []
    for each in range(52):
        clock[0] += 1
        codes.append(ours.open_room(f"words={each}").code)
    assert [code for code in codes if ours.find(code)] == codes[2:]


GOOD = {"code": "K7M4QX", "view": "tab=workshop", "opened": 0}


@pytest.mark.parametrize(
    "damaged",
    [
        b"", b"{", b"\xff", b"[]", b"null", b"7", b'{"version": 2, "rooms": []}', b'{"version": 1}',
        b'{"version": 1, "rooms": 7}', b'{"version": 1, "rooms": [7]}', b"[" * 100_000,
        *(json.dumps({"version": 1, "rooms": [GOOD | bad]}).encode() for bad in [
            {"view": "next=//evil.example"}, {"view": None}, {"code": "../../x"}, {"code": 7},
            {"opened": "x"}, {"opened": float("nan")}, {"opened": 10**400},
        ]),
    ],
)  # fmt: skip
def test_a_damaged_file_is_said_and_put_aside_and_new_rooms_can_be_opened(file: Path, damaged: bytes):
    file.write_bytes(damaged)
    ours = Rooms(file)
    assert "could not be read" in ours.said and f"{file}.damaged" in ours.said
    assert Path(f"{file}.damaged").read_bytes() == damaged
    code = ours.open_room(VIEW).code
    assert Rooms(file).find(code).view == VIEW
    assert Rooms(file).said == ""


def plant_link(file: Path) -> None:
    file.rename(other := file.with_suffix(".other"))
    file.symlink_to(other)


def plant_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="this system knows no owners")
@pytest.mark.parametrize("plant", [None, plant_link, plant_pipe], ids=["another user's", "a link", "a pipe"])
def test_codes_that_somebody_else_has_put_there_let_nobody_in(
    room: Room, file: Path, plant: Callable | None, monkeypatch: pytest.MonkeyPatch
):
    code = room.open()["code"]
    assert Rooms(file).find(code)
    if plant:
        plant(file)
    else:
        us = os.getuid()
        monkeypatch.setattr(rooms.os, "getuid", lambda: us + 1)
    ours = Rooms(file)
    assert ours.open == {} and "could not be read" in ours.said


def test_a_room_that_cannot_be_kept_is_not_opened(tmp_path: Path):
    room = Room(tmp_path / "gone" / "rooms.json", Offer(share=True))
    room.enter()
    assert "cannot be kept" in room.open()["error"]
    assert room.lobby.rooms.open == {}
    with pytest.raises(WorkbookError, match="cannot be kept"):
        room.lobby.rooms.close_room("K7M4QX")


def test_an_address_names_its_port_unless_it_is_the_webs_own():
    hosts = ["a.example", "fd00::2"]
    assert [lobby.write_address(host, port, "r/X") for host in hosts for port in (80, 8866)] == [
        "http://a.example/r/X", "http://a.example:8866/r/X", "http://[fd00::2]/r/X", "http://[fd00::2]:8866/r/X",
    ]  # fmt: skip
    assert urlsplit(lobby.write_address("fd00::2", 8866, "")).port == 8866
