"""Many visitors, and lost kernels: the page says what it waits for, and stays readable."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_dashboard import admit, find_kernel_id
from tests.browser.windows import open_window

# Fixtures and the classes that they return are in conftest.py beside this file.

TAKEN_OVER = "body[data-kernel]"


@pytest.fixture(scope="module")
def small(start: Callable):
    """A dashboard with room for one visitor."""
    return start("workbook", "dashboard", "--no-browser", "--most", "1")


@pytest.fixture
def first(chromium, small) -> Iterator[Page]:
    """The page of the visitor who came first, and whose kernel has taken over."""
    with open_window(chromium) as visit:
        visit.page.goto(small.key)
        expect(visit.page.locator(TAKEN_OVER)).to_be_attached()
        yield visit.page


def test_where_there_is_no_room_the_page_can_be_read_and_tries_again_at_a_click(visit, small, first):
    page = visit.page
    page.goto(small.key)
    expect(page.locator(".error:visible")).to_contain_text(
        "As many people use the workbook just now as this machine has"
    )
    expect(page.locator(".found")).to_contain_text("paragraphs")
    page.get_by_label("Objective", exact=True).select_option("13")
    expect(page.locator(".found")).to_contain_text("objective 13")
    kernel = small.find_kernel(find_kernel_id(first))
    first.close()
    psutil.wait_procs([kernel], timeout=30)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(TAKEN_OVER)).to_be_attached()
    expect(page.locator(".found")).to_contain_text("objective 13")


def test_a_kernel_that_dies_is_replaced_at_a_click_and_the_view_comes_back(visit, dashboard):
    page = visit.page
    page.goto(dashboard.key)
    expect(page.locator(TAKEN_OVER)).to_be_attached()
    page.get_by_label("Objective", exact=True).select_option("13")
    page.get_by_label("Map", exact=True).select_option("theme")
    told, kernel = page.locator(".found").text_content(), find_kernel_id(page)
    dashboard.find_kernel(kernel).kill()
    expect(page.locator(".error:visible")).to_contain_text("The workbook's engine has stopped")
    expect(page.locator(".error:visible")).to_contain_text("What you see stays readable")
    page.get_by_label("Objective", exact=True).select_option("7")
    expect(page.locator(".found")).not_to_have_text(told)
    page.get_by_label("Objective", exact=True).select_option("13")
    page.get_by_role("button", name="Start a new one").click()
    expect(page.locator(".error:visible")).to_have_count(0)
    expect(page.locator(TAKEN_OVER)).to_be_attached()
    expect(page.locator(".found")).to_have_text(told)
    expect(page.get_by_label("Map", exact=True)).to_have_value("theme")
    assert find_kernel_id(page) != kernel
    visit.complaints.clear()  # the browser's own words on the lost line


def test_a_busy_server_says_that_it_is_starting_and_how_many_come_before(visit, start: Callable, tmp_path):
    # Of what is kept, the page would show something at once.
    server = start("workbook", "dashboard", "--no-browser", XDG_CACHE_HOME=str(tmp_path))
    stopped = suspend_kernels(server, 2)
    cookie = admit(server)
    with closing(arrive(server, cookie)), closing(arrive(server, cookie)):
        visit.page.goto(server.key, wait_until="commit")
        expect(visit.page.locator("#loading")).to_have_text("The workbook is opening … 1 before you.")
        for kernel in stopped:
            kernel.resume()
        # With nothing kept yet, each kernel that was stopped makes its comparison first.
        expect(visit.page.locator(TAKEN_OVER)).to_be_attached(timeout=120_000)
        expect(visit.page.locator(".found")).to_contain_text("paragraphs")


def suspend_kernels(server, number: int) -> list[psutil.Process]:
    """The kernels that wait for visitors, stopped while they are being started."""
    stopped, end = {}, time.monotonic() + 30
    while len(stopped) < number:
        assert time.monotonic() < end, "no kernels were started"
        for child in psutil.Process(server.process.pid).children(recursive=True):
            if child.pid not in stopped and "ipykernel_launcher" in " ".join(child.cmdline()):
                child.suspend()
                stopped[child.pid] = child
        time.sleep(0.01)
    return list(stopped.values())


def arrive(server, cookie: str) -> socket.socket:
    """A visitor who waits for the page, and has not read it yet."""
    parts = urlsplit(server.address)
    line = socket.create_connection((parts.hostname, parts.port))
    line.sendall(f"GET / HTTP/1.1\r\nHost: {parts.netloc}\r\nCookie: {cookie}\r\n\r\n".encode())
    line.recv(100)  # the head of the page has come: this visitor is in the queue
    return line


def test_a_folder_that_cannot_be_read_any_more_is_told_in_a_sentence(visit, start: Callable, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"1. We rest {name}.\n", encoding="utf-8")
    server = start("workbook", "dashboard", "--no-browser", "--data", str(tmp_path))
    (tmp_path / "drafts.csv").write_text("draft,title\none,<b>One</b>,two\n", encoding="utf-8")
    page = visit.page
    said = page.locator("#loading, .error:visible").filter(has_text="could not be opened")
    while True:  # a kernel that was begun before may still show what it has read
        page.goto(server.key)
        expect(said.or_(page.locator(TAKEN_OVER)).first).to_be_attached()
        if said.count():
            break
    expect(said).to_contain_text("drafts.csv")
    assert page.locator("#rendered_cells b, .error b").count() == 0
    assert "Traceback" not in page.content()
