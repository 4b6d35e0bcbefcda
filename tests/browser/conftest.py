"""The dashboard and JupyterLab, really started, in the system's Chromium, which can reach nothing else."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

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

# Where Plotly has put the first cell with a number, and what a hover over it says.
FIRST_CELL = """() => {
  const chart = document.querySelector(".canvas"), {z, customdata, hovertext} = chart.data[0];
  const row = z.findIndex((each) => each.some((value) => value !== null));
  const column = z[row].findIndex((value) => value !== null);
  const [tag, section] = customdata[row][column], {xaxis, yaxis} = chart._fullLayout;
  return {tag, section, told: hovertext[row][column], x: xaxis.c2p(column), y: yaxis.c2p(row)};
}"""

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
            return Server(process, found[1], found[2], said, listener)
    raise AssertionError(f"{command} printed no address:\n{''.join(said)}")


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
def lab(start: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """JupyterLab in a folder with a copy of the dashboard's notebook."""
    folder = tmp_path_factory.mktemp("notebooks")
    shutil.copy(ROOT / "notebooks" / "dashboard.ipynb", folder)
    settings = [
        f"--ServerApp.root_dir={folder}",
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


@dataclass
class Visit:
    """A reader's browser window, and all that went wrong in it."""

    page: Page
    complaints: list[str]

    def choose_drafts(self) -> None:
        """Compares the two printed texts, and waits until they stand there."""
        self.page.get_by_label("From", exact=True).select_option("rev2-printed")
        self.page.get_by_label("to", exact=True).select_option("wimn-printed")
        expect(self.page.locator(".found")).to_have_text("82 of 82 paragraphs")

    def click_cell(self) -> dict:
        """Clicks the chart's first cell that is not empty; its objective, section and paragraphs' number."""
        chart = self.page.locator(".canvas .nsewdrag").first
        expect(chart).to_be_visible()
        cell = self.page.evaluate(FIRST_CELL)
        chart.click(position={"x": cell["x"], "y": cell["y"]})
        return cell


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """A new window; the test fails if its page asks another host, or complains."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    complaints: list[str] = []

    def hear(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("blob", "data", "about", "file") and parts.hostname != "127.0.0.1":
            complaints.append(f"asked another host: {url}")

    context.on("request", lambda request: hear(request.url))
    page = context.new_page()
    page.on("websocket", lambda line: hear(line.url))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("console", lambda said: said.type == "error" and complaints.append(f"console: {said.text}"))
    yield Visit(page, complaints)
    context.close()
    assert complaints == []
