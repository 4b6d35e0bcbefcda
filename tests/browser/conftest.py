"""The dashboard and JupyterLab, really started, in the system's Chromium, which can reach nothing else."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.hosts import write_data
from tests.browser.servers import ROOT, Server, start_server
from tests.browser.windows import Visit, open_window
from workbook.__main__ import main
from workbook.text.drafts import shipped_data

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
# Tests that ask for one of these go to one worker: what they share takes seconds to make.
SHARED = {"lab": "jupyterlab", "editing": "editing", "compared": "compared"}
YOURS = "your-reading.csv"  # where marks that a reader changed are saved

expect.set_options(timeout=PATIENCE)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where several workers share the tests, each group of tests stays with one of them."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.xdist_group(name_group(item)))


def name_group(item: pytest.Item) -> str:
    """The name of what a test shares; where that is nothing in SHARED, its file's, with the host."""
    hosted = item.callspec.params.get("opened", "") if hasattr(item, "callspec") else ""
    if hosted == "notebook":
        return SHARED["lab"]
    shared = (SHARED[name] for name in SHARED if name in item.fixturenames)
    return next(shared, f"{item.path.stem} {hosted}".strip())


@pytest.fixture(scope="session", autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where servers and exports of this run keep what they made, so that no worker makes it again."""
    folder = tmp_path_factory.getbasetemp()
    folder = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "kept"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory, kept: Path) -> Iterator[Callable[..., Server]]:
    """Starts a server that is stopped at the latest when the tests end; `more` as for start_server."""
    servers: list[Server] = []

    def run(*command: str, **more: str) -> Server:
        home = tmp_path_factory.mktemp("home")
        servers.append(start_server(list(command), home, **{"XDG_CACHE_HOME": str(kept)} | more))
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
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the drafts of `hosts.TEXTS`."""
    return write_data(tmp_path_factory.mktemp("printed"))


@pytest.fixture(scope="session")
def served(start: Callable[..., Server], printed: Path) -> Server:
    """The dashboard of `printed`."""
    return start("workbook", "dashboard", "--no-browser", "--data", str(printed))


@pytest.fixture(scope="session")
def own_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of one's own, with the marked editions in it."""
    ours = shutil.ignore_patterns(YOURS)
    return shutil.copytree(shipped_data(), tmp_path_factory.mktemp("own") / "data", ignore=ours)


@pytest.fixture
def data(own_data: Path) -> Iterator[Path]:
    """The folder of `own_data`, in which nobody has changed a mark yet."""
    yield own_data
    (own_data / YOURS).unlink(missing_ok=True)


@pytest.fixture(scope="session")
def editing(start: Callable[..., Server], own_data: Path) -> Callable[..., Server]:
    """The dashboard of `own_data`, which marks may be saved in, or not: started once each."""

    @cache
    def run(*options: str) -> Server:
        return start("workbook", "dashboard", "--no-browser", "--data", str(own_data), *options)

    return run


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """The exported page of two of the workbook's drafts, written once for all tests."""

    @cache
    def run(old: str, new: str) -> Path:
        file = tmp_path_factory.mktemp("compared") / f"{old}--{new}.html"
        assert main(["compare", old, new, "-o", str(file)]) == 0
        return file

    return run


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
