"""What got weaker? One choice answers it, with the verbs, the rungs and whose change it is."""

import re

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture(scope="module")
def exported(compared) -> str:
    """The address of a comparison of two readings, as a file."""
    return compared("rev2", "rev3").as_uri()


@pytest.fixture
def page(visit, exported) -> Page:
    visit.page.goto(f"{exported}#old=rev2&new=rev3&change=weaker")
    expect(visit.page.locator(".found")).to_contain_text("a weaker verb")
    return visit.page


def find_card(page: Page, label: str):
    return page.get_by_role("article", name=re.compile(rf"^Paragraph {label}(:|$)"))


def test_a_weaker_verb_is_named_with_both_rungs_and_whose_change_it_is(page):
    card = find_card(page, "42bis")
    expect(card.locator(".relation")).to_contain_text(
        "“will evaluate” becomes “will consider”, commitment 6 to 4"
    )
    shown = card.locator(".promises li[data-way=down]")
    expect(shown).to_contain_text("A weaker verb")
    expect(shown).not_to_contain_text("becomes")  # said once
    expect(shown.locator(".whose")).to_have_text("whose change: not known")
    expect(find_card(page, "12bis")).to_have_count(0)


def test_what_such_sentences_do_not_say_stands_beside_them(page):
    more = find_card(page, "42bis").locator("details.commitments")
    more.locator("summary").click()
    expect(more).to_contain_text(re.compile("nothing about force in law"))
