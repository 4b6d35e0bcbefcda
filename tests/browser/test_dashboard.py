import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Page, expect

from workbook.share.serve.gate import FAREWELL

# Fixtures and the classes that they return are in conftest.py beside this file.


def ask(server, path: str = "/", **headers: str) -> HTTPResponse:
    """The answer to a request made without a browser."""
    connection = HTTPConnection(urlsplit(server.address).netloc, timeout=30)
    connection.request("GET", path, headers={name.replace("_", "-"): text for name, text in headers.items()})
    answer = connection.getresponse()
    answer.text = answer.read().decode()
    connection.close()
    return answer


def admit(server) -> str:
    """The cookie that the token buys."""
    answer = ask(server, f"/?token={server.token}")
    assert answer.status == 302
    return answer.headers["Set-Cookie"].split(";")[0]


def open_dashboard(page: Page, server) -> None:
    page.goto(server.key)
    expect(page.get_by_label("From", exact=True)).to_be_visible()


def test_a_request_to_another_host_would_be_heard(visit):
    visit.page.set_content("<img src='http://cdn.jsdelivr.net/picture.png'>", wait_until="commit")
    with visit.page.expect_request("**/another.png"):
        visit.page.evaluate("new Image().src = 'https://unpkg.com/another.png'")
    assert len(visit.complaints) == 2
    visit.complaints.clear()


def test_the_page_is_named_and_has_a_main_part(visit, dashboard):
    page = visit.page
    open_dashboard(page, dashboard)
    expect(page).to_have_title("GCM drafts workbook")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("main").get_by_label("From", exact=True)).to_be_visible()


def test_the_page_itself_scrolls(visit, dashboard):
    page = visit.page
    open_dashboard(page, dashboard)
    visit.choose_drafts()
    page.keyboard.press("End")
    expect(page.locator("article.card").last).to_be_in_viewport()
    page.wait_for_function("scrollY > 5000")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_token_leaves_the_address_and_the_fragment_stays(visit, dashboard):
    visit.page.goto(f"{dashboard.key}#old=rev2-printed")
    expect(visit.page).to_have_url(f"{dashboard.address}#old=rev2-printed")


def test_a_kernel_goes_when_its_tab_is_left(visit, dashboard):
    page = visit.page
    open_dashboard(page, dashboard)
    kernel = dashboard.find_kernel(find_kernel_id(page))
    page.goto("about:blank")
    assert psutil.wait_procs([kernel], timeout=FAREWELL - 2)[1] == []


def test_a_kernel_goes_when_its_tab_is_closed_by_force(visit, dashboard):
    page = visit.page
    open_dashboard(page, dashboard)
    kernel = dashboard.find_kernel(find_kernel_id(page))
    page.close()
    assert psutil.wait_procs([kernel], timeout=30)[1] == []


def find_kernel_id(page: Page) -> str:
    return page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId")


def test_without_the_token_nothing_is_served(dashboard):
    paths = ["/", "/?token=wrong", "/?token=", "/login", "/api/kernels", "/voila/files/dashboard.ipynb"]
    paths += [
        "/voila/templates/workbook/static/plotly.min.js",
        "/voila/static/voila.js",
        "/voila/labextensions/x",
    ]
    for path in paths:
        assert ask(dashboard, path).status == 403, path


def test_a_refusal_says_what_to_do(dashboard):
    assert "Copy the address from the window" in ask(dashboard).text


def test_only_the_notebook_is_served(dashboard):
    cookie = admit(dashboard)
    for path in [
        "/voila/files/dashboard.ipynb",
        "/voila/files/0_start.ipynb",
        "/voila/tree",
        "/voila/render/x.ipynb",
    ]:
        answer = ask(dashboard, path, Cookie=cookie)
        assert answer.status in (302, 403, 404), path
        assert "nbformat" not in answer.text


def test_a_foreign_host_name_is_refused(dashboard):
    cookie = admit(dashboard)
    for host in ["evil.example", "evil.example:8866", "127.0.0.1.evil.example", "", "[::1"]:
        assert ask(dashboard, f"/?token={dashboard.token}", Host=host, Cookie=cookie).status in (400, 403), (
            host
        )


def test_a_page_of_another_origin_is_refused(dashboard):
    cookie = admit(dashboard)
    for headers in [{"Origin": "http://evil.example"}, {"Origin": "http://127.0.0.1:1"}, {"Origin": "null"}]:
        assert ask(dashboard, Cookie=cookie, **headers).status == 403
    script = "/voila/templates/workbook/static/page.js"
    assert ask(dashboard, script, Cookie=cookie).status == 200
    assert (
        ask(dashboard, script, Cookie=cookie, Sec_Fetch_Site="same-site", Sec_Fetch_Dest="script").status
        == 403
    )


def test_no_template_can_be_asked_for(dashboard):
    answer = ask(dashboard, "/?template=lab&theme=dark", Cookie=admit(dashboard))
    assert (answer.status, answer.headers["Location"]) == (302, "/")


def test_every_answer_carries_the_security_policy(dashboard):
    cookie = admit(dashboard)
    script = ask(dashboard, "/voila/templates/workbook/static/plotly.min.js", Cookie=cookie)
    assert script.status == 200
    for answer in [ask(dashboard), script, ask(dashboard, "/nothing/here", Cookie=cookie)]:
        policy = answer.headers["Content-Security-Policy"]
        assert "script-src 'self' blob:;" in policy
        assert "default-src 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_draft_cannot_run_a_script_in_the_page(visit, dashboard):
    page = visit.page
    open_dashboard(page, dashboard)
    page.evaluate(
        """() => new Promise((done) => {
          const box = document.createElement('div'), script = document.createElement('script');
          script.textContent = 'window.hurt = 1';
          box.innerHTML = '<img src="/x" onerror="window.hurt = 2">';
          box.firstChild.addEventListener('error', done);
          document.body.append(box, script);
        })"""
    )
    assert page.evaluate("window.hurt === undefined")
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)
    visit.complaints.clear()


def test_ctrl_c_ends_it_quietly(start: Callable):
    server = start("workbook", "dashboard", "--no-browser")
    kernels = psutil.Process(server.process.pid).children(recursive=True)
    assert server.stop() == 0
    assert psutil.wait_procs(kernels, timeout=10)[1] == []
    words = "".join(server.said)
    assert "Traceback" not in words
    assert words.count("http://") == 1


def test_a_port_that_is_taken_is_named_without_a_traceback():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = run_dashboard("--port", port)
    assert ended.returncode == 2
    assert f"Port {port} cannot be used: another program has it." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_missing_folder_of_drafts_is_named(tmp_path: Path):
    ended = run_dashboard("--data", str(tmp_path / "nowhere"))
    assert ended.returncode == 2
    assert str(tmp_path / "nowhere") in ended.stderr


def run_dashboard(*arguments: str) -> subprocess.CompletedProcess:
    """The command, for cases in which it ends by itself."""
    command = [sys.executable, "-m", "workbook", "dashboard", "--no-browser", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_a_closed_terminal_ends_it_too(start: Callable):
    server = start("workbook", "dashboard", "--no-browser")
    assert server.stop(signal.SIGHUP) == 0
