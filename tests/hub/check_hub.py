"""The dashboard behind JupyterHub: each reader signs in at the hub and has a server of their own.

`make check-hub` runs this: it needs JupyterHub and, from npm, its proxy.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import chromium  # noqa: F401 - a fixture
from tests.browser.servers import ROOT, wait_until_open
from tests.browser.windows import open_window

HERE = Path(__file__).parent
PROXY = HERE / "node_modules" / ".bin" / "configurable-http-proxy"
ASK_FOR_A_ROOM = """async () => {
  const [, token] = document.cookie.match(/(?:^|;\\s*)_xsrf=([^;]*)/);
  const headers = { "X-XSRFToken": decodeURIComponent(token) };
  const asked = { method: "POST", headers, body: JSON.stringify({ view: "" }) };
  return (await fetch("workbook/rooms", asked)).json();
}"""
PATIENCE = 90_000  # milliseconds: the hub starts a server, which starts a kernel


def find_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a hub in the documented set-up."""
    folder = tmp_path_factory.mktemp("hub")
    ports = {name: str(find_port()) for name in ("HUB_PORT", "HUB_INNER_PORT", "HUB_PROXY_PORT")}
    proxy = {
        "HUB_PROXY": os.environ.get("HUB_PROXY") or shutil.which("configurable-http-proxy") or str(PROXY)
    }
    command = [sys.executable, "-m", "jupyterhub", "-f", str(HERE / "jupyterhub_config.py")]
    place = {"HOME": str(folder), "PYTHONPATH": str(ROOT)}
    with (folder / "said.txt").open("w") as said:
        process = subprocess.Popen(
            command, env=os.environ | ports | proxy | place, cwd=folder, stdout=said, stderr=said
        )
    address = f"http://127.0.0.1:{ports['HUB_PORT']}/"
    try:
        wait_until_open(address)
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)


def sign_in(page: Page, hub: str, name: str) -> None:
    """Signs in under a name, which starts the reader's server, and waits for the dashboard."""
    page.goto(f"{hub}hub/login")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("any")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("body[data-kernel]")).to_be_attached(timeout=PATIENCE)


def test_each_reader_has_a_dashboard_of_their_own_and_no_other_readers(chromium, hub: str):  # noqa: F811
    with open_window(chromium) as ana, open_window(chromium) as ben:
        for visit, name in ((ana, "ana"), (ben, "ben")):
            sign_in(visit.page, hub, name)
            assert visit.page.url.startswith(f"{hub}user/{name}/")
            visit.page.get_by_label("Objective", exact=True).select_option("13")
            expect(visit.page.locator(".found")).to_contain_text("objective 13")
        assert "Hand out the hub's address" in ben.page.evaluate(ASK_FOR_A_ROOM)["error"]
        ben.page.goto(f"{hub}user/ana/")
        expect(ben.page.locator(".workbook-explorer")).to_have_count(0)
        expect(ben.page.get_by_text("403").first).to_be_visible()


def test_who_has_not_signed_in_is_shown_nothing(hub: str):
    for path in (
        "voila/templates/workbook/static/explorer.js",
        "oauth_callback?code=x&state=y",
        "workbook/kept",
    ):
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{hub}user/ana/{path}")
        assert refused.value.code == 403, path
        refused.value.close()
    with urlopen(f"{hub}user/ana/") as answer:  # leads to the hub's sign-in
        assert "/hub/login" in answer.url
