"""The tab on themes and objectives: what came and went, what is inherited, and which words count."""

import re

from playwright.sync_api import expect

from workbook.__main__ import main

SHIPS = "The keepers of the tower write down each ship, its flag, its master, its crew and its load of salt."
SPLIT = "We commit to hearing the women of the bay in all that concerns the port, its quays and its boats."
HOSTILE = "<img src=x onerror=window.hurt=1></script> women and girls"


def test_a_row_tells_where_and_why_and_leads_to_the_paragraphs(visit, compared):
    page = visit.page
    page.goto(compared("rev2", "rev3").as_uri() + "#tab=themes")
    tab = page.locator(".themes")
    expect(tab.locator(".bars path").first).to_be_visible()
    expect(tab.locator(".caveat")).to_contain_text("A mention is no approval")
    tab.get_by_role("button", name="Topics").click()
    tab.get_by_role("button", name="table", exact=True).click()
    expect(tab.locator("tbody tr")).to_have_count(16)

    tab.get_by_role("gridcell").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(tab.locator("td:focus")).to_have_attribute("aria-label", re.compile(r"^\d+: mentions.*struck$"))
    tab.get_by_role("rowheader", name="Children").locator("xpath=following-sibling::td[1]").click()
    page.keyboard.press("Enter")  # the same row once more: nothing is chosen
    expect(tab.locator(".detail")).to_contain_text("Choose a row")
    page.keyboard.press("Enter")
    detail = tab.locator(".detail")
    expect(detail.locator(".came li").first).to_contain_text(
        re.compile(r"^26bis put in: children \(.*inferred")
    )
    expect(detail.locator(".travels").first).to_contain_text("7bis it came from 7, whose words on this")
    assert "theme=T05" in page.evaluate("location.hash")

    detail.get_by_text("Which words count").click()
    expect(detail.get_by_role("rowheader", name="unaccompanied")).to_be_visible()
    detail.locator(
        ".travels button"
    ).first.click()  # one that inherits it does not name it: no filter hides it
    expect(page.locator("article.card.chosen")).to_have_attribute("aria-label", re.compile("^Paragraph 7bis"))
    expect(page.locator(".found")).to_have_text("79 paragraphs")
    page.go_back()
    tab.get_by_role("button", name="Read its 8 paragraphs in Compare").click()
    expect(page.locator(".found")).to_have_text("8 of 79 paragraphs: Children")


def test_short_drafts_without_objectives_are_told_what_to_do_and_run_nothing(visit, tmp_path):
    files = {"old": [f"{SHIPS} {SPLIT}"], "new": [SHIPS, f"{SPLIT} {HOSTILE}."]}
    for name, texts in files.items():
        numbered = "\n\n".join(f"{at}. {text}" for at, text in enumerate(texts, 1))
        (tmp_path / f"{name}.txt").write_text(numbered, encoding="utf-8")
    alone = tmp_path / "page.html"
    assert main(["compare", *(str(tmp_path / f"{name}.txt") for name in files), "-o", str(alone)]) == 0
    page = visit.page
    page.goto(alone.as_uri() + "#tab=themes")
    tab = page.locator(".themes")
    expect(tab.locator(".nothing")).to_contain_text("No paragraph of these two drafts speaks of an objective")
    expect(tab.locator(".nothing")).to_contain_text("Something is found under: Topics")
    expect(tab.locator(".gained")).to_be_hidden()
    tab.get_by_role("button", name="Topics").click()
    expect(tab.locator(".nothing")).to_be_hidden()
    page.set_viewport_size({"width": 360, "height": 800})
    tab.get_by_role("rowheader", name="Women and girls").locator("xpath=following-sibling::td[1]").click()
    expect(tab.locator(".travels")).to_contain_text(
        "1 it came from 1, whose words on this (“women”) are now in 2"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("window.hurt") is None
