"""What a page is given before it has a kernel, asked for as strangers and as readers ask."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import websocket_connect

from workbook.app.kept import find_bundle
from workbook.schemas import WorkbookError
from workbook.share.serve.early import list_handlers
from workbook.share.serve.gate import Door, guard_handler
from workbook.share.serve.reception import Reception
from workbook.show.faults import LOG, open_log

READER = "somebody"
KERNEL = "a-b-c-d-e"
KEPT = b'{"name": "a page", "made": {"old": "a", "new": "b"}}'


def find(old: str, new: str) -> bytes | None:
    """Two drafts, compared one way round alone."""
    if not {old, new} <= {"a", "b", ""}:
        raise WorkbookError("No draft is called so. The drafts are: a, b.")
    return KEPT if (old or "a", new or "b") == ("a", "b") else None


@pytest.fixture
def ask() -> Iterator:
    """Asks a server that knows two drafts; as a reader, unless other headers are given."""

    async def answer(path: str, finder=find, **headers: str) -> HTTPResponse:
        door = Door(token="the token", cookie_name="reader")
        routes = [(route, guard_handler(kind), *rest) for route, kind, *rest in list_handlers(finder)]
        settings = {"identity_provider": door, "base_url": "/", "cookie_secret": "secret"}
        settings["reception"] = Reception({}, most=2)
        application = Application(routes, **settings)
        (socket,) = bind_sockets(0, "127.0.0.1")
        server = HTTPServer(application)
        server.add_socket(socket)
        address = f"http://127.0.0.1:{socket.getsockname()[1]}{path}"
        headers = headers or {"Cookie": f"reader={sign(application)}"}
        headers = {
            name.replace("_", "-"): text.replace("{key}", sign(application)) for name, text in headers.items()
        }
        try:
            request = HTTPRequest(address, headers=headers)
            return await AsyncHTTPClient(force_instance=True).fetch(request, raise_error=False)
        finally:
            server.stop()

    # In a thread: where browsers are driven too, this one has a loop that runs.
    with ThreadPoolExecutor(1) as beside:
        yield lambda *given, **headers: beside.submit(asyncio.run, answer(*given, **headers)).result()


def sign(application: Application) -> str:
    """The cookie of a reader whom the door has let in."""
    from tornado.web import create_signed_value

    return create_signed_value(application.settings["cookie_secret"], "reader", READER).decode()


def test_what_is_kept_is_handed_out_byte_for_byte_and_stored_nowhere(ask):
    for path in ("/workbook/kept?old=a&new=b", "/workbook/kept"):
        answer = ask(path)
        assert (answer.code, answer.body) == (200, KEPT)
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_where_nothing_is_kept_the_answer_is_empty_unless_the_first_pair_will_do(ask):
    assert (ask("/workbook/kept?old=b&new=a").code, ask("/workbook/kept?old=b&new=a").body) == (204, b"")
    assert ask("/workbook/kept?old=b&new=a&or=first").body == KEPT
    assert ask("/workbook/kept?old=lost&new=a&or=first").body == KEPT


def test_an_unknown_draft_is_told_in_a_sentence(ask):
    answer = ask("/workbook/kept?old=a&new=lost")
    assert answer.code == 404
    assert json.loads(answer.body)["error"] == "No draft is called so. The drafts are: a, b."


def test_a_folder_that_cannot_be_read_is_left_to_the_kernel(ask):
    def fail(_old: str, _new: str) -> None:
        raise WorkbookError("drafts.csv: there is no such file.")

    assert ask("/workbook/kept?or=first", fail).code == 204
    assert ask("/workbook/kept", fail).code == 404


def test_a_fault_is_told_by_its_number_and_nothing_of_it_or_of_the_address_is_logged_or_shown(
    ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture
):
    def fail(_old: str, _new: str) -> None:
        raise ZeroDivisionError("words of a draft")

    monkeypatch.setenv(LOG, "")
    open_log(tmp_path / "log")
    answer, (line,) = ask("/workbook/kept?old=secret", fail), (tmp_path / "log").read_text().splitlines()
    number = line.split("fault ")[1].split(":")[0]
    assert answer.code == 500
    assert f"This is fault {number}." in answer.body.decode()
    assert "ZeroDivisionError in test_early.py:" in line
    everything = answer.body.decode() + line + "".join(capfd.readouterr())
    assert not {word for word in ("words of a draft", "secret", "Traceback") if word in everything}


@pytest.mark.parametrize("path", ["/workbook/kept", "/workbook/line/a-b-c-d-e"])
def test_without_the_cookie_nothing_is_given(ask, path: str):
    for headers in ({"Cookie": "reader=wrong"}, {"Accept": "*/*"}):
        answer = ask(path, **headers)
        assert answer.code == 403
        assert KEPT not in answer.body
    assert ask(f"{path}?token=the+token", Accept="*/*").code == 403  # the token opens the page alone


@pytest.mark.parametrize("path", ["/workbook/kept", "/workbook/line/a-b-c-d-e"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "empty"},
        {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Dest": "script"},
    ],
)
def test_a_reader_who_comes_through_a_strangers_page_is_refused(ask, path: str, headers: dict):
    assert ask(path, Cookie="reader={key}", **headers).code == 403


def test_what_is_said_on_the_line_is_not_heard_and_the_line_holds():
    async def speak() -> bool:
        door = Door(cookie_name="reader")
        reception = Reception({}, most=2)
        reception.owners[KERNEL] = READER
        settings = {"identity_provider": door, "cookie_secret": "secret", "reception": reception}
        routes = [(route, guard_handler(kind), *rest) for route, kind, *rest in list_handlers(find)]
        application = Application(routes, base_url="/", **settings)
        (socket,) = bind_sockets(0, "127.0.0.1")
        server = HTTPServer(application)
        server.add_socket(socket)
        address = f"ws://127.0.0.1:{socket.getsockname()[1]}/workbook/line/a-b-c-d-e"
        cookie = {"Cookie": f"reader={sign(application)}"}
        line = await websocket_connect(HTTPRequest(address, headers=cookie))
        holds = asyncio.get_running_loop().create_future()
        line.on_pong = lambda _data: holds.done() or holds.set_result(True)
        for message in ("hello", b"\x00"):
            await line.write_message(message, binary=isinstance(message, bytes))
        line.ping(b"still there?")
        broken = asyncio.ensure_future(line.read_message())  # None: the other end has let go
        await asyncio.wait([holds, broken], return_when=asyncio.FIRST_COMPLETED)
        line.close()
        server.stop()
        await server.close_all_connections()
        await broken
        return holds.done()

    with ThreadPoolExecutor(1) as beside:
        assert beside.submit(asyncio.run, speak()).result()


@pytest.mark.parametrize(
    "draft", ["../drafts.csv", "..%2f..%2fdrafts.csv", "%2Fetc%2Fpasswd", "two.txt", "a%00b", "%ff", "", "a"]
)
def test_no_file_can_be_asked_for(ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, draft: str):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "two.txt").write_text("1. We rest.\n")
    monkeypatch.chdir(tmp_path)
    answer = ask(f"/workbook/kept?old={draft}&new={draft}", find_bundle)
    assert answer.code == (204 if not draft else 400 if draft == "%ff" else 404)
    assert b"We rest" not in answer.body
    assert b"root:" not in answer.body


@pytest.mark.parametrize(
    "path", ["/workbook/kept/", "/workbook/kept/../kept", "/workbook/line/..", "/workbook/"]
)
def test_no_other_path_leads_there(ask, path: str):
    assert ask(path).code == 404
