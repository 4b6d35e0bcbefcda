"""Finding and sharing: hits counted and walked, an address that pins its data, copies with their marks."""

import re

import pytest
from playwright.sync_api import expect

# Where a browser gives a page neither a clipboard nor the older command, as over plain HTTP in a room.
NO_CLIPBOARD = """() => {
  Object.defineProperty(navigator, "clipboard", { value: undefined });
  document.execCommand = () => false;
}"""
READ = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""


@pytest.fixture
def page(visit, compared):
    page = visit.page
    page.goto(compared("rev2", "rev3").as_uri())
    expect(page.locator(".found")).to_have_text("79 paragraphs")
    return page


def test_an_address_pins_its_data_and_says_what_has_changed_since(page):
    notice = page.locator(".head .notice[role=alert]")
    page.get_by_label("Words", exact=True).fill("child detention")
    expect(page).to_have_url(re.compile(r"&data=[0-9a-f]{8}\.[0-9a-f]{8}$"))
    address = page.evaluate("location.href")
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".found")).to_contain_text("“child detention”")
    expect(notice).to_be_hidden()

    page.goto("about:blank")
    page.goto(re.sub(r"[0-9a-f]{8}$", "00000000", address))
    expect(notice).to_contain_text("the words of “Rev 3, reconstructed from WIMN's marked copy” have changed")
    expect(notice).not_to_contain_text("Rev 2")
    expect(page.locator(".found")).to_contain_text("“child detention”")  # it still opens

    counted = page.locator(".counted")
    expect(counted).to_have_text(re.compile(r"^\d+ times? in the older draft, \d+ in the newer$"))
    page.get_by_role("button", name="next hit").click()
    expect(page.locator(".redlines > .bar > .said")).to_have_text(re.compile(r"^1 of \d+ in "))


def test_a_card_is_copied_with_its_marks_as_a_message_and_as_a_citation(page, visit):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("Words", exact=True).fill("end the practice of child detention")
    card = page.locator("article.card:visible").first
    card.get_by_text("copy", exact=True).click()
    card.get_by_role("button", name="Redline, for Word").click()
    expect(card.locator(".copying .said").first).to_have_text("Copied.")
    rich = page.evaluate(READ)
    assert re.search(r"<s\b[^>]*>evaluate</s></font> <font [^>]*><u\b[^>]*>consider</u>", rich)
    assert "Paragraph 42bis: Rev 2" in rich and "nobody issued this text" in rich

    page.evaluate(NO_CLIPBOARD)
    card.get_by_role("button", name="Plain text, for a message").click()
    held = card.get_by_label("Copy these words by hand:").nth(2)
    expect(held).to_be_focused()
    expect(held).to_have_value(re.compile(r"Was: “We .*We will evaluate.*\nIs: “We .*consider"))
    card.get_by_role("button", name="A line to cite it").click()
    cited = card.get_by_label("Copy these words by hand:").nth(3)
    expect(cited).to_have_value(re.compile("paragraph 42bis, “Rev 2, reconstructed”, version [0-9a-f]{8}"))
    assert "token" not in cited.input_value()
