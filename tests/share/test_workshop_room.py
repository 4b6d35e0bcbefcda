"""A workshop on one laptop that serves the room and is on no other network: thirty learners join at once.

They speak with the dashboard as browsers do, over the loopback interface; the room's name leads there.
"""

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest, HTTPResponse
from tornado.netutil import OverrideResolver, Resolver
from tornado.simple_httpclient import SimpleAsyncHTTPClient
from tornado.websocket import websocket_connect

from tests.browser.servers import Server, start_server
from tests.speaking import LARGEST, PATIENCE, Line, open_line

LEARNERS = 30
NAME = "room.example"
SECRET = "elderberry"
VIEW = "tab=workshop&room=E1%2CE3&hints=no"
# Every Python that is started with this beside it writes down that it runs, and each other machine that it
# looks up or speaks to, which it is kept from. Sockets of this machine's own (AF_UNIX) have a path.
WATCH = """
import os, sys
HEARD, OWN = os.environ["HEARD"], ("127.", "::1", "localhost", "0.0.0.0")
def note(line):
    entry = os.open(HEARD, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(entry, (line + "\\n").encode())
    os.close(entry)
def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        to = arguments[1][0] if isinstance(arguments[1], tuple) else ""
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        to = arguments[0]
    else:
        return
    to = to.decode() if isinstance(to, bytes) else to
    if to and not to.startswith(OWN):
        note(f"out {event} {to}")
        raise OSError(f"{to} is on another machine")
sys.addaudithook(watch)
note(f"runs {os.getpid()}")
"""


def list_kernels(server: Server) -> list[psutil.Process]:
    """The engines of a dashboard."""
    return psutil.Process(server.process.pid).children(recursive=True)


@dataclass
class Learner:
    """Somebody with a browser: the cookies it keeps, and what it has met with."""

    client: SimpleAsyncHTTPClient
    resolver: Resolver
    cookies: dict[str, str] = field(default_factory=dict)
    kernel: str = ""
    line: Line | None = None
    waited: float = 0.0

    @property
    def sent(self) -> str:
        return "; ".join(f"{name}={text}" for name, text in self.cookies.items())

    async def fetch(
        self, address: str, method: str = "GET", body: str | None = None, **headers: str
    ) -> HTTPResponse:
        """The answer to a request, with this browser's cookies."""
        given = {name.replace("_", "-"): text for name, text in headers.items()} | {"Cookie": self.sent}
        request = HTTPRequest(address, method, given, body, follow_redirects=False, request_timeout=PATIENCE)
        answer = await self.client.fetch(request, raise_error=False)
        for cookie in answer.headers.get_list("Set-Cookie"):
            name, _, text = cookie.split(";")[0].partition("=")
            self.cookies[name] = text
        return answer

    async def join(self, address: str) -> None:
        """Opens the room's short address, follows it to the page, and waits for an engine."""
        start = time.perf_counter()
        led = await self.fetch(address)
        assert (led.code, led.headers["Location"]) == (302, f"/#{VIEW}")
        home = address.split("r/")[0]
        page = await self.fetch(home)
        self.kernel = re.search(r'"kernelId":\s*"([^"]+)"', page.body.decode())[1]
        self.line = await open_line(home, self.kernel, self.sent, self.resolver)
        self.waited = time.perf_counter() - start

    async def practise(self, own: str) -> tuple[dict, dict]:
        """The exercises, and what the bench says of a paragraph with words of one's own in it."""
        workshop = await self.line.ask("chapter", chapter="workshop")
        listed = await self.line.ask("chapter", chapter="bench")
        draft, first = listed["chapter"]["draft"], listed["chapter"]["paragraphs"][0]
        typed = f"{first['text']} We will light {own}."
        asked = {"draft": draft, "position": first["position"], "text": typed}
        return workshop, await self.line.ask("chapter", chapter="bench", extra=asked)

    async def add(self, name: str, text: str) -> str:
        """Adds a draft of one's own; its id."""
        raw = text.encode()
        upload = (await self.line.ask("begin", name=name, size=len(raw)))["upload"]
        await self.line.ask("piece", raw, upload=upload, start=0)
        await self.line.ask("read", upload=upload)
        state = await self.line.ask_state()
        return next(draft["draft"] for draft in state["drafts"] if draft.get("yours"))

    async def try_kernel(self, home: str, kernel: str) -> list[int]:
        """What the server says when this browser asks for an engine: its state, its end, a line to it."""
        sent = {"Origin": home.rstrip("/"), "X_XSRFToken": self.cookies.get("_xsrf", "")}
        codes = [(await self.fetch(f"{home}api/kernels/{kernel}")).code]
        codes.append((await self.fetch(f"{home}voila/api/shutdown/{kernel}", "POST", "", **sent)).code)
        for path in (f"api/kernels/{kernel}/channels", f"workbook/line/{kernel}"):
            url = f"{home.replace('http', 'ws', 1)}{path}"
            try:
                request = HTTPRequest(url, headers={"Cookie": self.sent})
                (await websocket_connect(request, resolver=self.resolver)).close()
                codes.append(101)
            except HTTPClientError as refused:
                codes.append(refused.code)
        return codes


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Server]:
    """The laptop that serves the room: `workbook dashboard --share` in a home of its own, watched."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH)
    places = {"PYTHONPATH": str(tmp_path / "watch"), "HEARD": str(tmp_path / "heard")}
    # What every page needs first is kept on disk since the dashboard was last open.
    code = "from workbook.app import explore; explore()"
    subprocess.run([sys.executable, "-c", code], env=kept | places | {"HOME": str(tmp_path)}, check=True)
    options = ["--no-browser", "--share", "--name", NAME, "--most", str(LEARNERS)]
    server = start_server(["workbook", "dashboard", *options], tmp_path, NAME, **places)
    try:
        yield server
    finally:
        kernels = list_kernels(server)
        code = server.stop()
    assert code == 0
    assert psutil.wait_procs(kernels, timeout=30)[1] == []


def test_thirty_learners_join_by_the_short_address_and_each_is_alone_with_an_engine(
    host: Server, tmp_path: Path
):
    async def run() -> None:
        resolver = OverrideResolver(Resolver(), {NAME: "127.0.0.1"})
        client = SimpleAsyncHTTPClient(
            force_instance=True, max_clients=2 * LEARNERS, resolver=resolver, max_body_size=LARGEST
        )
        learners = [Learner(client, resolver) for _ in range(LEARNERS)]
        try:
            await hold_workshop(host, await open_room(Learner(client, resolver), host), learners)
        finally:
            for line in [learner.line for learner in learners if learner.line]:
                line.close()
            client.close()

    with ThreadPoolExecutor(1) as beside:
        beside.submit(asyncio.run, run()).result()
    written = (tmp_path / "heard").read_text().splitlines()
    assert len({line for line in written if line.startswith("runs")}) > LEARNERS
    assert [line for line in written if line.startswith("out")] == []


async def hold_workshop(host: Server, address: str, learners: list[Learner]) -> None:
    """All join, practise, and try to reach their neighbour's engine."""
    await asyncio.gather(*(learner.join(address) for learner in learners))
    report(host, learners)
    assert len({learner.cookies[name_of(learner)] for learner in learners}) == LEARNERS
    assert len({learner.kernel for learner in learners}) == LEARNERS
    told = await asyncio.gather(*(each.practise(f"lamp-{at}-end") for at, each in enumerate(learners)))
    for at, (workshop, effects) in enumerate(told):
        assert workshop["error"] == effects["error"] == ""
        assert workshop["chapter"]["exercises"]
        assert f"lamp-{at}-end" in effects["chapter"]["new_text"]
        assert set(re.findall(r"lamp-\d+-end", json.dumps([workshop, effects]))) == {f"lamp-{at}-end"}
    for each, other in zip(learners, [*learners[1:], learners[0]], strict=True):
        assert await each.try_kernel(host.address, other.kernel) == [404, 404, 404, 404]
    assert (await learners[0].fetch(f"{host.address}api/kernels/{learners[0].kernel}")).code == 200
    await bring_draft(host, *learners[:2])


async def bring_draft(host: Server, owner: Learner, other: Learner) -> None:
    """One adds a draft; the other finds it nowhere, not by its id either."""
    draft = await owner.add(f"{SECRET}.txt", f"1. We note the {SECRET}.\n2. We rest.\n")
    await owner.line.choose({"new": draft})
    assert SECRET in json.dumps((await owner.line.ask_state())["bundle"])
    await other.line.choose({"new": draft})
    state = await other.line.ask_state()
    assert "No draft in this list" in state["error"] and state["new"] != draft
    told = [await other.line.ask("chapter", chapter="bench", extra={"draft": draft})]
    told.append(await other.line.ask("edit", file=owner_file(draft), title="Mine", date="", hands={}))
    kept = await other.fetch(f"{host.address}workbook/kept?old={draft}&new={draft}")
    assert kept.code == 404 and all(answer["error"] for answer in told)
    assert SECRET not in json.dumps([state, told]) + kept.body.decode()


def owner_file(draft: str) -> str:
    """The id of the file of a draft, whose readings have a number behind it."""
    return draft.partition(".")[0]


async def open_room(teacher: Learner, host: Server) -> str:
    """The short address that stands on the projector."""
    await teacher.fetch(host.key)
    teacher.cookies["_xsrf"] = "own"
    sent = {"view": VIEW}
    answer = await teacher.fetch(f"{host.address}workbook/rooms", "POST", json.dumps(sent), X_XSRFToken="own")
    addresses = json.loads(answer.body)["addresses"]
    assert re.fullmatch(rf"http://{NAME}:\d+/r/[2-9A-Z]{{6}}", addresses[0])
    assert not [each for each in addresses if "127.0.0.1" in each or "localhost" in each]
    return addresses[0]


def name_of(learner: Learner) -> str:
    """The name of the cookie by which the server knows a browser."""
    return next(name for name in learner.cookies if name.startswith("username"))


def report(host: Server, learners: list[Learner]) -> None:
    """For `pytest -s`: how long it took until all were there, and the memory of server and engines."""
    waits = sorted(learner.waited for learner in learners)
    sizes = [each.memory_full_info() for each in [psutil.Process(host.process.pid), *list_kernels(host)]]
    memory = sum(getattr(size, "pss", size.uss) for size in sizes) / 1e6  # what they share is counted once
    print(f"{len(waits)} joined: the last after {waits[-1]:.1f} s, the middle one after "
          f"{waits[len(waits) // 2]:.1f} s; {memory:.0f} MB")  # fmt: skip


def test_the_watch_would_hear_of_another_machine(tmp_path: Path):
    (tmp_path / "sitecustomize.py").write_text(WATCH)
    places = {"PYTHONPATH": str(tmp_path), "HEARD": str(tmp_path / "heard")}
    for attempt in (
        "socket.create_connection(('203.0.113.9', 80), 1)",
        "socket.getaddrinfo('example.org', 80)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('203.0.113.9', 53))",
    ):
        tried = subprocess.run(
            [sys.executable, "-c", f"import socket; {attempt}"], env=os.environ | places, capture_output=True
        )
        assert tried.returncode != 0
    assert (tmp_path / "heard").read_text().count("\nout ") == 3
