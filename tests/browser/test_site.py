"""The folder that `workbook site` writes, opened from disk as a reader finds it."""

import re

import pytest
from playwright.sync_api import expect

from workbook.__main__ import main

# Fixtures and the classes that they return are in conftest.py beside this file.


@pytest.fixture(scope="module")
def index(tmp_path_factory, printed) -> str:
    """The address of the index of a site of three drafts."""
    folder = tmp_path_factory.mktemp("site")
    assert main(["site", str(folder), "--data", str(printed)]) == 0
    return (folder / "index.html").as_uri()


def test_the_index_leads_to_a_comparison_and_another_draft_to_its_page(visit, index):
    page = visit.page
    page.goto(index)
    expect(page.get_by_role("link")).to_have_count(3)
    page.get_by_role("link", name="Rev 2, as printed → WIMN on Rev 3").click()
    expect(page.locator(".found")).to_have_text("82 paragraphs")
    expect(page.locator(".canvas .nsewdrag").first).to_be_visible()
    page.get_by_label("Objective", exact=True).select_option("7")
    page.get_by_label("to", exact=True).select_option("note")
    expect(page).to_have_url(re.compile("rev2-printed--note.html#.*objective=7"))
    expect(page.get_by_label("to", exact=True)).to_have_value("note")
    expect(page.get_by_label("Objective", exact=True)).to_have_value("7")
    page.get_by_role("button", name="swap").click()
    expect(page).to_have_url(re.compile("note--rev2-printed.html"))
    page.go_back()
    expect(page).to_have_url(re.compile("rev2-printed--note.html"))
    expect(page.get_by_label("From", exact=True)).to_have_value("rev2-printed")


def test_each_page_of_the_index_opens(visit, index):
    page = visit.page
    page.goto(index)
    addresses = page.get_by_role("link").evaluate_all("(links) => links.map((link) => link.href)")
    for address in addresses:
        page.goto(address)
        expect(page.locator(".found")).to_have_text(re.compile(r"^\d+ paragraphs"))
