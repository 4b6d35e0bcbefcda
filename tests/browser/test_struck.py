"""Words of a flattened text that were probably struck: dotted on demand, each with its reason, taken over."""

import re

import pytest
from playwright.sync_api import expect

# Fixtures and the classes that they return are in conftest.py beside this file.


@pytest.fixture
def exported(visit, compared):
    """Opens the page of two drafts, as a file."""

    def run(old, new):
        visit.page.goto(compared(old, new).as_uri())
        expect(visit.page.locator(".found")).to_contain_text("paragraphs")
        expect(visit.page.locator("[data-filling]")).to_have_count(0)
        return visit.page

    return run


def test_it_is_off_at_first_and_offered_for_a_flattened_older_draft_alone(exported):
    page = exported("rev2-printed", "wimn-printed")
    box = page.get_by_label("Probably struck", exact=True)
    expect(box).not_to_be_checked()
    expect(page.locator(".ghost")).to_have_count(0)
    box.check()
    expect(page.locator(".text .ghost").first).to_have_attribute(
        "title", re.compile(r"^Probably struck already \(inferred\): ")
    )
    expect(page.locator(".ghosts").first).to_contain_text("This is inferred from the texts and may be wrong.")
    expect(page).to_have_url(re.compile("struck=yes"))
    expect(page.get_by_role("button", name="Take over")).to_have_count(0)
    page.get_by_role("button", name="side by side").click()
    expect(page.locator(".text.old .ghost").first).to_be_visible()
    expect(page.locator(".text.new .ghost")).to_have_count(0)
    box.uncheck()
    expect(page.locator(".ghost")).to_have_count(0)
    expect(exported("rev2", "rev3").get_by_label("Probably struck", exact=True)).to_be_hidden()


def test_the_words_stay_the_same_with_it_and_without(exported):
    page = exported("rev2-printed", "wimn-printed")
    words = page.locator(".card .text").all_text_contents()
    page.get_by_label("Probably struck", exact=True).check()
    expect(page.locator(".ghosts").first).to_be_visible()
    expect(page.locator("[data-filling]")).to_have_count(0)
    assert page.locator(".card .text").all_text_contents() == words


def test_a_proposal_is_taken_over_into_the_reading(visit, editing, data):
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(editing("--edit").key + "#old=rev2-printed&new=wimn-printed&struck=yes")
    items = page.locator(".ghosts li")
    expect(page.locator(".struck .count")).to_have_text("(51)")
    expect(page.locator("[data-filling]")).to_have_count(0)  # cards further down have some as well
    listed = items.count()
    card = page.locator("article.card", has=items.first).first
    name = card.get_attribute("data-paragraph")
    items.first.get_by_role("button").click()
    expect(items).to_have_count(listed - 1)
    expect(page.locator(".struck .count")).to_have_text("(50)")
    expect(page.locator(f"article.card[data-paragraph='{name}']")).to_be_focused()
    expect(page.locator(".own")).to_contain_text("one change to marks")
    expect(items.first.get_by_role("button")).to_be_visible()
    assert ",,not known,inferred,probably struck: " in (data / "your-reading.csv").read_text("utf-8")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
