"""The tab of a reader's own list: words and paragraphs to watch, a brief to take along, findings pinned."""

import io
import re

import pypdfium2
from playwright.sync_api import expect

from tests.browser import hosts
from workbook.app import read_text
from workbook.app.claims import make_claim
from workbook.share.claim_files import write_claims
from workbook.show.explorer.chapters.list import find_places

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
TICKED = ["9bis", "42", "42bis", "43quint", "44bis"]


def count_in_python(draft: str, words: str) -> str:
    found = list(find_places(read_text(draft)[0], words))
    times = sum(len(spans) for *_place, spans in found)
    return f"{times} times in {len(found)} of"


def test_words_and_paragraphs_are_watched_in_the_address_and_make_a_brief(visit, compared):
    page = visit.page
    page.goto(compared("rev2-printed", "wimn-printed").as_uri() + "#tab=list")
    tab = page.locator(".my-list")
    expect(tab).to_contain_text("No words are watched yet.")
    tab.get_by_label("Words to watch").fill("freedom of association; child-sens*; zebra")
    tab.get_by_role("button", name="Watch", exact=True).click()
    asked = tab.locator("[data-words='freedom of association']")
    expect(asked).to_contain_text("in none of 69 paragraphs")
    expect(asked).to_contain_text("5 times in 5 of 82 paragraphs")
    expect(asked).to_contain_text("0 stayed as they were, 5 came in, 0 went out")
    for draft in ("rev2-printed", "wimn-printed"):
        expect(tab.locator("[data-words='child-sens*']")).to_contain_text(
            count_in_python(draft, "child-sens*")
        )
    expect(tab.locator("[data-words=zebra]")).to_contain_text("In neither of the two drafts.")
    expect(tab).to_contain_text("Other drafts: This page stands alone")
    expect(asked.get_by_role("button", name="pin for Rev 2, as printed")).to_be_disabled()

    asked.get_by_role("button", name="Paragraph 9bis: 1 in").click()
    expect(page.locator("article.card.chosen")).to_have_attribute(
        "aria-label", re.compile("^Paragraph 9bis:")
    )
    for label in TICKED:
        page.get_by_label(f"Paragraph {label} in my list", exact=True).check()
    page.reload()
    expect(page.get_by_label("Paragraph 9bis in my list", exact=True)).to_be_checked()
    page.get_by_role("tab", name="My list").click()
    briefs = tab.locator(".brief")
    expect(briefs).to_have_count(len(TICKED))
    expect(briefs.nth(2)).to_contain_text("A/RES/76/172 OP6(k)")

    page.set_viewport_size(PHONE)
    heights = [briefs.nth(at).bounding_box()["height"] for at in range(len(TICKED))]
    assert max(heights) <= PHONE["height"], heights
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.set_viewport_size(DESK)
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4")))
    assert len(printed) <= 2
    words = " ".join(" ".join(each.get_textpage().get_text_range() for each in printed).split())
    assert "Whose words" in words and "My words" not in words and "Compare" not in words

    # Without a clipboard the older command copies, and where that is forbidden too, the words are shown.
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    copying = tab.locator(".copying").first
    copying.get_by_role("button", name="Copy the brief").click()
    expect(copying.locator(".said")).to_have_text("Copied.")
    page.evaluate("document.execCommand = () => false")
    copying.get_by_role("button", name="Copy the brief").click()
    shown = copying.get_by_label("Copy these words by hand:")
    expect(shown).to_be_focused()
    marked = shown.evaluate("(field) => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert re.search(
        r"^42bis: .*\nWas: .* evaluate\b.*\nIs: .* consider\b.*\nAsk: .*\nSource: .*\nWhose", marked, re.M
    )

    briefs.first.get_by_role("button", name="take out: paragraph 9bis").click()
    expect(briefs).to_have_count(len(TICKED) - 1)
    expect(tab.get_by_role("heading", name="My paragraphs")).to_be_focused()


def test_a_finding_pinned_on_the_page_is_the_claim_that_a_notebook_makes(visit, served, printed):
    page = visit.page
    page.goto(f"{served.key}{hosts.START}&words=consider&watched=refugees")
    card = page.get_by_role("article", name=re.compile("^Paragraph 42bis:"))
    card.get_by_role("button", name="Pin this finding: paragraph 42bis").click()
    expect(card.locator(".pinning .said")).to_have_text("Pinned: see My list.")
    page.get_by_role("tab", name="My list").click()
    tab = page.locator(".my-list")
    elsewhere = tab.locator("[data-words=refugees] .elsewhere")
    expect(elsewhere).to_be_attached()
    pinned = tab.locator(".pinned li")
    expect(pinned).to_have_count(1)
    expect(pinned.locator(".citation")).to_contain_text("rev2-as-printed.txt, SHA-256 5b03bbb6e053")
    with page.expect_download() as download:
        tab.get_by_role("button", name="Download claims.json").click()
    claim = make_claim("change", ["rev2-printed", "wimn-printed"], {"new_label": "42bis"}, printed)
    assert download.value.path().read_bytes() == write_claims([claim]).encode()
