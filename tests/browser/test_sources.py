"""The tab on sources: what drafts cite, and what of them stands in a text that was agreed before."""

import re

from playwright.sync_api import expect

from tests.browser import hosts

HOSTILE = "<img src=x onerror=window.hurt=1> \U0001f701\u202e</script>"
# Of a paragraph of the newer draft, with one word of its own.
REFERENCE = (
    f"1. {HOSTILE} progress and problems in working to end the practice of child detention in the context "
    "of international migration.\n"
)


def test_citations_are_counted_walked_and_lead_to_their_paragraphs(visit, compared):
    page = visit.page
    page.goto(compared("rev2-printed", "wimn-printed").as_uri() + "#tab=sources")
    tab = page.locator(".sources")
    expect(tab.locator(".lead").nth(1)).to_contain_text(re.compile("^32 of 82 paragraphs.*32 of 69 do"))
    expect(tab.locator(".bars path").first).to_be_visible()
    expect(tab.get_by_role("link", name="https://undocs.org/A/RES/73/195")).to_be_visible()
    expect(tab).to_contain_text("stands alone")

    first = tab.get_by_role("gridcell").first
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    expect(tab.locator("td:focus")).to_have_attribute("aria-label", re.compile("^5: GCM, places gained$"))
    page.keyboard.press("Enter")
    expect(tab.get_by_role("button", name="Gained (5)")).to_have_attribute("aria-pressed", "true")
    expect(tab.locator(".summary").first).to_have_text(
        re.compile(r"^5 places cited in \d paragraphs, of GCM\.$")
    )
    expect(tab.locator(".citing ins").first).to_have_text(re.compile("^GCM "))
    expect(page).to_have_url(re.compile("#.*source=GCM"))

    tab.get_by_role("button", name="To look up").click()
    expect(tab.locator(".look-up")).to_have_count(4)
    tab.get_by_role("button", name="paragraph 43quat").click()
    card = page.locator("article.card.chosen")
    expect(card).to_have_attribute("aria-label", re.compile("^Paragraph 43quat"))
    expect(card.locator(".cited")).to_contain_text("GCM para 39(b) (look up)")
    page.go_back()
    expect(tab.get_by_role("button", name="To look up")).to_be_visible()


def test_a_reference_text_is_loaded_its_words_marked_and_departures_told(visit, served):
    page = visit.page
    page.goto(served.key + hosts.START)
    expect(page.locator(".found")).to_have_text("82 paragraphs")
    page.get_by_role("tab", name="Sources").click()
    tab = page.locator(".sources")
    expect(tab.locator(".helps li").first).to_contain_text("Global Compact")
    given = {"name": "reference.txt", "mimeType": "", "buffer": REFERENCE.encode()}
    tab.locator("input[type=file]").set_input_files(given)
    expect(tab.locator(".found-there .lead")).to_contain_text("stand in “reference”")
    expect(tab.locator(".helps")).to_be_hidden()
    marked = tab.locator(".agreed mark").filter(has_text="working to end the practice")
    expect(marked).to_have_text(re.compile("child detention in the context of international migration"))
    tab.locator(".agreed summary").first.click()
    expect(tab.locator(".agreed details[open] .text")).to_contain_text("<img src=x onerror=window.hurt=1>")

    # Any draft of the list can be the reference, and the address keeps it; the older one is told as such.
    choice = tab.get_by_label("Look for its words in")
    choice.select_option("rev2-printed")
    expect(tab.locator(".found-there .lead")).to_contain_text("Rev 2, as printed")
    expect(tab.locator(".found-there .caution")).to_contain_text("older of the two drafts compared")
    expect(page).to_have_url(re.compile("#.*reference=rev2-printed"))
    tab.get_by_label("Only paragraph, or words").fill("42bis")
    tab.get_by_role("button", name="Broken by the change").click()
    expect(tab.locator(".agreed > li")).to_have_count(1)
    expect(tab.locator(".agreed > li")).to_contain_text("consider")
    page.reload()
    expect(tab.locator(".found-there .lead")).to_contain_text("Rev 2, as printed")

    choice.select_option("")
    expect(tab.locator(".helps")).to_be_visible()
    assert page.evaluate("window.hurt === undefined")
