"""The questions that people bring, each answered or honestly refused in the dashboard within four clicks."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

START = "#old=rev2&new=rev3"
MOST = 4


@dataclass
class Walk:
    """Somebody with a question, who counts what it takes; typing words is no click, pressing Enter is one."""

    page: Page
    clicks: int = 0

    def click(self, place: Locator) -> None:
        place.click()
        self.clicks += 1

    def open(self, tab: str) -> Locator:
        """The panel of a tab."""
        self.click(self.page.get_by_role("tab", name=tab))
        return self.page.locator(".tabpanel:visible")

    def choose(self, field: str, option: str | re.Pattern) -> None:
        select = self.page.locator(".tabpanel:visible").get_by_label(field, exact=True)
        value = select.locator("option", has_text=option).first.get_attribute("value")
        select.select_option(value)
        self.clicks += 1

    def enter(self) -> None:
        self.page.keyboard.press("Enter")
        self.clicks += 1


@pytest.fixture
def asking(visit, dashboard):
    """Opens the dashboard as it opens for anybody, and again for each question."""
    visit.page.goto(dashboard.key)
    expect(visit.page.locator(".found")).to_have_text("79 paragraphs")

    @contextmanager
    def ask() -> Iterator[tuple[Walk, Page]]:
        visit.page.evaluate("(fragment) => { location.hash = fragment; }", START)
        expect(visit.page.locator(".found")).to_have_text("79 paragraphs")
        walk = Walk(visit.page)
        yield walk, visit.page
        assert 0 < walk.clicks <= MOST

    return ask


def test_what_delegates_and_organizations_ask(asking):
    with asking() as (walk, page):  # Where is my issue?
        walk.choose("Theme", "Children")
        expect(page.locator(".found")).to_have_text(re.compile(r"^\d+ of 79.*: .*Children"))
        expect(page.locator("article.card:visible").first).to_be_visible()

    with asking() as (walk, page):  # Did our sentence get in?
        walk.open("Asks")
        walk.click(page.get_by_role("button", name="Is our sentence in?"))
        page.get_by_label("Our words").fill(
            "migrant labour programmes that nobody ever suggested in this room"
        )
        walk.click(page.get_by_role("button", name="Look for it"))
        expect(page.locator(".tabpanel:visible")).to_contain_text(re.compile("not found", re.IGNORECASE))

    with asking() as (walk, page):  # What got weaker since last time?
        panel = walk.open("Commitments")
        walk.click(panel.get_by_role("button", name=re.compile("a weaker verb")))
        expect(panel).to_contain_text("42bis")
        expect(panel).to_contain_text(re.compile("“will evaluate” becomes “will consider”.* 6 to 4"))

    with asking() as (walk, page):  # What do I say in the room on 42bis, in two lines?
        card = page.locator("article.card", has=page.get_by_text("42bis", exact=True)).first
        walk.click(card.get_by_role("checkbox", name=re.compile("my list")))
        panel = walk.open("My list")
        expect(panel).to_contain_text("42bis")
        expect(panel).to_contain_text("consider")

    with asking() as (walk, page):  # Which paragraph is 44bis in the old numbering?
        panel = walk.open("Follow a paragraph")
        panel.get_by_role("combobox").fill("44bis")
        walk.enter()
        expect(panel.locator(".passport")).to_contain_text("paragraph 55")

    with asking() as (walk, page):  # What agreed language can I lean on?
        panel = walk.open("Sources")
        walk.click(panel.get_by_role("button", name="Agreed language"))
        expect(panel).to_contain_text("Global Compact for Safe, Orderly and Regular Migration")

    with asking() as (walk, page):  # What did WIMN ask for and where?
        panel = walk.open("Asks")
        expect(panel.get_by_role("article", name=re.compile("Ask 3"))).to_contain_text("45bis")

    with asking() as (walk, page):  # What is missing entirely?
        panel = walk.open("My list")
        panel.get_by_label("Words to watch").fill("ILO Convention 189; Conventions 189")
        walk.enter()
        expect(panel).to_contain_text(re.compile("nowhere|in neither", re.IGNORECASE))

    with asking() as (walk, page):  # What does "bis" mean?
        walk.click(page.get_by_role("button", name="Glossary"))
        expect(page.get_by_role("dialog")).to_contain_text(re.compile(r"\bbis\b"))
        page.keyboard.press("Escape")


def test_what_researchers_ask_and_what_no_file_can_answer(asking):
    with asking() as (walk, page):  # Which paragraphs are moved?
        walk.choose("Kind of change", re.compile("^moved"))
        expect(page.locator(".found")).to_have_text(re.compile("^3 of 79"))

    with asking() as (walk, page):  # How sure is a match?
        walk.click(page.locator(".evidence:not(.hands-of) > summary:visible").first)
        expect(page.locator(".evidence[open]").first).to_contain_text("Paired by")

    with asking() as (walk, page):  # Which insertions are whose, and on what evidence?
        walk.choose("Whose change", re.compile("Rev 3's drafters"))
        walk.click(page.locator(".hands-of > summary:visible").first)
        expect(page.locator(".hands-of[open]").first).to_contain_text(
            re.compile("inferred|documented|corroborated")
        )

    with asking() as (walk, page):  # Which sources does each paragraph cite, and did the citation change?
        panel = walk.open("Sources")
        expect(panel).to_contain_text(re.compile(r"\d+ are kept, \d+ gained and \d+ lost"))

    with asking() as (walk, page):  # Can I export a table?
        walk.click(page.get_by_role("button", name="Take away"))
        with page.expect_download() as saved:
            walk.click(page.get_by_role("button", name=re.compile("Excel")))
        assert saved.value.suggested_filename.endswith(".xlsx")
        page.keyboard.press("Escape")

    with asking() as (walk, page):  # Did WIMN write “will aim to” in 39?
        panel = walk.open("Asks")
        walk.click(panel.get_by_role("button", name="Who wrote these words?"))
        panel.get_by_label("The words").fill("will aim to")
        panel.get_by_label("In paragraph (or anywhere)").fill("39")
        walk.choose("Was it", re.compile("WIMN|Women in Migration"))
        walk.click(panel.get_by_role("button", name="Ask", exact=True))
        expect(panel).to_contain_text(re.compile("do not say|does not say"))

    with asking() as (walk, page):  # Which State asked for it?
        panel = walk.open("Asks")
        panel.get_by_label("The words").fill("will aim to")
        walk.choose("Was it", re.compile("State"))
        walk.click(panel.get_by_role("button", name="Ask", exact=True))
        expect(panel).to_contain_text(re.compile("State"))
        expect(panel).to_contain_text(re.compile("do not say|no file names", re.IGNORECASE))
