"""What the dashboard refuses: strangers, other readers, other sites, other files; whom it is shared with."""

import re
import signal
import subprocess
import sys
from http.client import HTTPConnection

import pytest
from playwright.sync_api import expect

from tests.browser.test_dashboard import admit, ask
from workbook.share.serve.hosts import list_addresses

# Fixtures and the classes that they return are in conftest.py beside this file.

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
LINES = ["api/kernels/{}/channels", "workbook/line/{}", "voila/query/{}"]
STATIC = "/voila/templates/workbook/static"


@pytest.fixture(scope="module")
def reader(dashboard) -> tuple[str, str]:
    """A reader's cookie, and the kernel that was started for the page that this reader loaded."""
    cookie = admit(dashboard)
    page = ask(dashboard, Cookie=cookie)
    return cookie, re.search(r'"kernelId":\s*"([^"]+)"', page.text)[1]


@pytest.mark.parametrize("line", LINES)
def test_a_line_to_a_kernel_is_for_its_own_reader_on_its_own_page_alone(dashboard, reader, line: str):
    cookie, kernel = reader
    path, origin = f"/{line.format(kernel)}", dashboard.address.rstrip("/")
    other = admit(dashboard)
    refused = [
        {},
        {"Cookie": other},
        {"Cookie": other, "Origin": origin},
        {"Cookie": f"{cookie}x"},
        {"Cookie": cookie, "Origin": "http://evil.example"},
        {"Cookie": cookie, "Origin": "null"},
        {"Cookie": cookie, "Host": "evil.example", "Origin": "http://evil.example"},
        {"Cookie": cookie, "Sec_Fetch_Site": "cross-site"},
    ]
    assert [ask(dashboard, path, **UPGRADE, **each).status for each in refused] == [403, 404, 404] + 5 * [403]
    assert ask(dashboard, path, **UPGRADE, Cookie=cookie, Origin=origin).status == 101
    assert ask(dashboard, f"{path}?token={dashboard.token}", **UPGRADE).status == 403


def test_no_other_reader_can_see_end_or_speak_with_a_kernel(dashboard, reader):
    cookie, kernel = reader
    other, origin = admit(dashboard), dashboard.address.rstrip("/")
    asked = [
        ("GET", f"/api/kernels/{kernel}"),
        ("DELETE", f"/api/kernels/{kernel}"),
        ("POST", f"/voila/api/shutdown/{kernel}"),
        ("POST", f"/api/kernels/{kernel}/restart"),
        ("GET", "/api/kernels"),
        ("POST", "/api/kernels"),
        ("GET", "/api/contents"),
        ("POST", "/api/terminals"),
        ("GET", "/api/sessions"),
    ]
    for method, path in asked:
        connection = HTTPConnection(origin.removeprefix("http://"), timeout=30)
        connection.request(method, path, headers={"Cookie": other, "Origin": origin})
        answer = connection.getresponse()
        # What leads nowhere leads to the page's own handler, which sends elsewhere or knows no such thing.
        assert answer.status in (302, 403, 404, 405), (method, path)
        assert kernel not in answer.read().decode(), (method, path)
        connection.close()
    assert ask(dashboard, f"/api/kernels/{kernel}", Cookie=cookie).status == 200


STEPS = ["..", "%2e%2e", "..%2f..", "%2e%2e%2f", "..%5c", "....//", "%252e%252e"]
FOLDERS = [STATIC, "/voila/static", "/voila/labextensions", "/voila/files", "/workbook/kept", ""]


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_walk_through_folders_leads_anywhere(dashboard, reader, folder: str):
    for step in STEPS:
        for goal in ("etc/passwd", "kernels/python3/kernel.json", "data/drafts.csv"):
            for deep in (1, 3, 12):
                answer = ask(dashboard, f"{folder}/{'/'.join([step] * deep)}/{goal}", Cookie=reader[0])
                assert answer.status != 200, (folder, step, goal)
                assert not re.search(r"root:|ipykernel_launcher|nbformat", answer.text)


OTHERS = [
    "/voila/files/public/a.png",
    "/voila/files/.hidden.png",
    "/voila/files/dashboard.ipynb",
    "/voila/render/0_start.ipynb",
    "/dashboard.ipynb",
    "/?template=lab",
    "/?theme=dark&template=../x",
    "//evil.example/",
]


@pytest.mark.parametrize("path", OTHERS)
def test_no_file_no_other_notebook_and_no_template_can_be_asked_for(dashboard, reader, path: str):
    answer = ask(dashboard, path, Cookie=reader[0])
    assert answer.status in (302, 403, 404)
    target = answer.headers.get("Location", "/")
    assert target.startswith("/")
    assert not target.startswith("//")


def test_a_link_in_a_mail_leads_into_the_dashboard_and_another_site_gets_nothing_else(visit, dashboard):
    page = visit.page
    page.set_content(f"<a href='{dashboard.key}#map=theme'>the dashboard</a>")
    page.get_by_text("the dashboard").click()
    expect(page.get_by_label("From", exact=True)).to_be_visible()
    assert "map=theme" in page.url
    page.goto("about:blank")
    page.set_content(f"<img src='{dashboard.address}'><iframe src='{dashboard.address}'></iframe>")
    expect(page.frame_locator("iframe").get_by_label("From", exact=True)).to_have_count(0)
    visit.complaints.clear()  # the browser's own words on what it did not show


def test_shared_it_hands_out_addresses_that_others_can_use_and_answers_under_no_other_name(tmp_path):
    addresses = list_addresses()
    if not addresses:
        pytest.skip("this machine is on no network")
    command = [
        sys.executable,
        "-m",
        "workbook",
        "dashboard",
        "--no-browser",
        "--share",
        "--name",
        "drafts.example",
    ]
    command += ["--log", str(tmp_path / "faults.log")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = ""
    while "noted in" not in said and (line := process.stdout.readline()):
        said += line
    try:
        found = re.findall(r"http://([^:]+):(\d+)/\?token=(\S+)", said)
        assert [host for host, _, _ in found] == ["drafts.example", *addresses]
        assert "not encrypted" in said
        _, port, token = found[0]
        assert answer_as(addresses[0], port, f"/?token={token}", f"{addresses[0]}:{port}") == 302
        assert answer_as(addresses[0], port, f"/?token={token}", "drafts.example") == 302
        assert answer_as("127.0.0.1", port, f"/?token={token}", f"127.0.0.1:{port}") == 302
        assert answer_as(addresses[0], port, "/", f"{addresses[0]}:{port}") == 403
        for host in ("evil.example", "203.0.113.9", f"{addresses[0]}.evil.example", "sub.drafts.example"):
            assert answer_as(addresses[0], port, f"/?token={token}", host) == 403, host
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def answer_as(address: str, port: str, path: str, host: str) -> int:
    """The status of an answer to who comes under this name."""
    connection = HTTPConnection(address, int(port), timeout=30)
    connection.request("GET", path, headers={"Host": host})
    status = connection.getresponse().status
    connection.close()
    return status


def test_unless_it_is_shared_only_this_machine_is_answered(dashboard):
    for address in list_addresses():
        with pytest.raises(ConnectionRefusedError):
            answer_as(address, dashboard.address.rstrip("/").rsplit(":", 1)[1], "/", address)
