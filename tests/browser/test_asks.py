"""The tab on asks: a letter's asks, what became of a proposal, and two questions that a reader can put."""

import re

from playwright.sync_api import expect

# What came after the proposal: its first sentence word for word, and the second left out.
LATER = (
    "9pre. We call for equal access to services regardless of migration status, among them health services, "
    "including sexual and reproductive health services and mental health services.\n"
)


def test_a_page_that_stands_alone_shows_the_asks_and_says_what_it_cannot_answer(visit, compared):
    page = visit.page
    page.goto(compared("rev3", "wimn").as_uri() + "#tab=asks")
    tab = page.locator(".asks")
    expect(tab.locator(".ask")).to_have_count(4)
    children = tab.get_by_role("article", name=re.compile("^Ask 2"))
    expect(children).to_contain_text("delete reference to children")
    expect(children.locator("li").first).to_contain_text("cannot be told")
    expect(tab.get_by_role("article", name=re.compile("^Ask 3")).locator("li")).to_have_count(5)
    expect(tab.locator(".ledger .told")).to_contain_text("No later draft loaded: outcome unknown.")
    expect(tab.get_by_label("Later draft")).to_be_disabled()

    question = tab.locator(".question").nth(1)
    question.get_by_label("The words").fill("will aim to")
    question.get_by_role("button", name="Ask").click()
    expect(question.locator(".told")).not_to_be_empty()
    expect(question.locator(".answer li")).to_have_count(0)

    # A paragraph of an ask leads to its card, whose first line is what a screen reader hears of it.
    children.get_by_role("button", name="paragraph 42", exact=True).click()
    card = page.locator("article.card.chosen")
    told = re.compile("^Paragraph 42: “commit to developing” becomes “commit to adopting”, commitment 5 to 6")
    expect(card).to_have_attribute("aria-label", told)
    expect(card.locator(".relation")).to_contain_text("“commit to developing” becomes “commit to adopting”")


def test_a_reader_asks_who_wrote_words_whether_a_sentence_is_in_and_what_a_later_draft_has(visit, dashboard):
    page = visit.page
    page.goto(dashboard.key + "#old=rev2&new=rev3&tab=asks")
    tab = page.locator(".asks")
    expect(tab.locator(".ask")).to_have_count(4)
    whose = tab.locator(".question").nth(1)
    whose.get_by_label("The words").fill("will aim to")
    whose.get_by_label("In paragraph").fill("39")
    for hand in ("WIMN's suggested language, as reconstructed", "a State"):
        whose.get_by_label("Was it").select_option(label=hand)
        whose.get_by_role("button", name="Ask").click()
        expect(whose.locator(".told")).to_have_text(re.compile("^The files do not say"))
        expect(whose.locator(".answer li").first).to_contain_text("graded unknown")

    sentence = tab.locator(".question").first
    sentence.get_by_label("Our words").fill("ratification of ILO CONVENTIONS 189 and 190")
    sentence.get_by_label("Look in").select_option("wimn")
    sentence.get_by_role("button", name="Look for it").click()
    expect(sentence.locator("li")).to_have_text(re.compile("^9bis.*Word for word"))

    tab.get_by_role("button", name="Add a later draft").click()
    given = {"name": "next.txt", "mimeType": "text/plain", "buffer": LATER.encode()}
    page.locator(".upload input[type=file]").set_input_files(given)
    expect(page.get_by_role("tabpanel", name="Your drafts")).to_contain_text("next")
    page.get_by_role("tab", name="Asks").click()
    tab.get_by_label("Later draft").select_option(label="next")
    row = tab.locator("tr[data-outcome=verbatim]").filter(has_text="We call for equal access")
    expect(row).to_contain_text("corresponds verbatim to words put in there")
    expect(tab.get_by_role("button", name=re.compile("^not found"))).to_be_visible()
    expect(page).to_have_url(re.compile("#.*later="))
    expect(tab.locator(".ledger")).not_to_contain_text("caused")
