"""The dashboard and JupyterLab, really started, in the system's Chromium, which can reach nothing else."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.windows import Visit, open_window

ROOT = Path(__file__).parents[2]
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000  # milliseconds until a test gives up on the page; two cores may be shared with much else
STARTING, STOPPING = 60, 30  # seconds for a server to begin and to end

expect.set_options(timeout=PATIENCE)


@dataclass
class Server:
    """A server that a test started: its address, the key to it, what it said, and its kernels."""

    process: subprocess.Popen
    address: str  # http://127.0.0.1:PORT/
    token: str
    said: list[str]
    listener: threading.Thread

    @property
    def key(self) -> str:
        return f"{self.address}?token={self.token}"

    def find_kernel(self, kernel_id: str) -> psutil.Process:
        """The process of a kernel."""
        children = psutil.Process(self.process.pid).children(recursive=True)
        return next(child for child in children if kernel_id in " ".join(child.cmdline()))

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Presses Ctrl-C, or closes the terminal's window; the exit code, once all was said."""
        self.process.send_signal(number)
        code = self.process.wait(timeout=STOPPING)
        self.listener.join()
        return code


def start_server(command: list[str], folder: Path) -> Server:
    """Starts a command that prints an address with a token; its home is empty, so nobody's settings count."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        env=kept | {"HOME": str(folder)},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    killer = threading.Timer(STARTING, process.kill)
    killer.start()
    said = []
    for line in process.stdout:
        said.append(line)
        if found := re.search(r"(http://127\.0\.0\.1:\d+/)\S*\?token=(\S+)", line):
            killer.cancel()
            listener = threading.Thread(target=hear_out, args=(process, said), daemon=True)
            listener.start()
            wait_until_open(found[1])
            return Server(process, found[1], found[2], said, listener)
    raise AssertionError(f"{command} printed no address:\n{''.join(said)}")


def wait_until_open(address: str) -> None:
    """Until somebody answers there: JupyterLab names its address a moment before it listens."""
    parts, end = urlsplit(address), time.monotonic() + STARTING
    while True:
        try:
            return socket.create_connection((parts.hostname, parts.port)).close()
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def hear_out(process: subprocess.Popen, said: list[str]) -> None:
    """Takes what a server says, so that it never waits for a listener."""
    with process.stdout:
        said.extend(process.stdout)


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts a server that is stopped at the latest when the tests end."""
    servers: list[Server] = []

    def run(*command: str) -> Server:
        servers.append(start_server(list(command), tmp_path_factory.mktemp("home")))
        return servers[-1]

    yield run
    for server in servers:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture(scope="session")
def dashboard(start: Callable[..., Server]) -> Server:
    """`workbook dashboard`, one for all tests."""
    return start("workbook", "dashboard", "--no-browser")


@pytest.fixture(scope="session")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """JupyterLab's folder, with a copy of the dashboard's notebook."""
    folder = tmp_path_factory.mktemp("notebooks")
    shutil.copy(ROOT / "notebooks" / "dashboard.ipynb", folder)
    return folder


@pytest.fixture(scope="session")
def lab(start: Callable[..., Server], notebooks: Path) -> Server:
    """JupyterLab, one for all tests."""
    settings = [
        f"--ServerApp.root_dir={notebooks}",
        "--LabApp.extension_manager=readonly",
    ]
    return start("jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0", *settings)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, on a network that drops whatever leaves this machine.

    All but 127.0.0.1 goes through a proxy that never answers, so a page that waits for another host
    waits for ever. Routes would lose the last message that a page sends when it is left.
    """
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert program, "no Chromium on this machine: apt-get install chromium"
    with socket.create_server(("127.0.0.1", 0)) as hole, sync_playwright() as playwright:
        proxy = f"--proxy-server=http://127.0.0.1:{hole.getsockname()[1]}"
        browser = playwright.chromium.launch(executable_path=program, args=[*QUIET, proxy])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """A new window; the test fails if its page asks another host, or complains."""
    with open_window(chromium) as visit:
        yield visit
        visit.page.context.close()  # what a page says when it is left counts too
        assert visit.complaints == []
