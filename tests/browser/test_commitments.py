"""The tab on commitments: what became of each clause, and a scale of one's own that the page follows."""

import re

from playwright.sync_api import Page, expect

OWN = re.compile(r"by your scale", re.I)


def open_tab(page: Page, address: str):
    page.goto(address)
    tab = page.locator(".commitments-tab")
    expect(tab.locator(".rows").first).to_be_visible()
    return tab


def test_every_clause_is_counted_and_each_leads_to_its_card(visit, compared):
    page = visit.page
    tab = open_tab(page, f"{compared('rev2', 'rev3').as_uri()}#tab=commitments")
    counts = [int(re.search(r"\d+$", words)[0]) for words in tab.locator(".chips .chip").all_inner_texts()]
    whole, *ways, _marks = counts
    assert sum(ways) == whole
    summary = tab.locator(".lead")
    expect(summary).to_contain_text(
        re.compile(r"Of \d+ clauses that stand in both drafts, \d+ have the same verb")
    )
    tab.get_by_role("button", name=re.compile("a weaker verb")).click()
    row = tab.locator(".clauses .row", has=page.get_by_role("button", name="paragraph 42bis"))
    expect(row).to_contain_text("“will evaluate” becomes “will consider”, commitment 6 to 4")
    expect(row).to_contain_text("whose change: not known")
    expect(row.locator(".sentence strong")).to_have_text(["will evaluate", "will consider"])
    # The chart has a twin that is walked with the keys.
    tab.locator(".twin summary").click()
    first = tab.locator(".twin td").first
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    expect(tab.locator(".twin tr").nth(2).locator("td").last).to_be_focused()
    label = tab.locator(".twin tr").nth(2).locator("th").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(".card.chosen .label")).to_have_text(label)


def test_a_page_that_stands_alone_shows_the_scale_and_says_why_it_cannot_be_changed(visit, compared):
    page = visit.page
    tab = open_tab(page, f"{compared('rev2', 'rev3').as_uri()}#tab=commitments&scale=merge")
    expect(page.locator(".notice", has_text="to see a scale of your own")).to_be_visible()
    expect(tab.locator(".scale")).to_contain_text("In a page without the workbook the scale can be read")
    expect(tab.locator(".rung-of").first).to_contain_text("adopt")
    expect(tab.locator(".scale .edit")).to_be_hidden()
    expect(tab.locator(".lead")).not_to_contain_text(OWN)


def test_two_verbs_side_by_side_show_both_rungs(visit, compared):
    tab = open_tab(
        visit.page, f"{compared('rev2-printed', 'wimn-printed').as_uri()}#tab=commitments&way=doubled"
    )
    row = tab.locator(".clauses .row", has=visit.page.get_by_role("button", name="paragraph 42", exact=True))
    expect(row).to_contain_text("rung 6, now 6 or 5")
    expect(row.locator(".mark")).to_have_text("two verbs side by side: the file cannot say which is live")


def test_a_scale_of_ones_own_is_made_in_plain_words_and_survives_a_reload(visit, dashboard, tmp_path):
    page = visit.page
    tab = open_tab(page, f"{dashboard.key}#old=rev2&new=rev3&tab=commitments")
    summary, said = tab.locator(".lead"), tab.locator(".scale .said")
    expect(summary).to_contain_text("5 have a weaker verb")
    # What is typed is words, and never a pattern.
    for typed, told in (("(a+)+$", "is no phrase"), ("promoting", "stands on rung 5 already, as “promote”")):
        tab.get_by_label("Add a phrase").fill(typed)
        tab.get_by_role("button", name="Add", exact=True).click()
        expect(tab.locator(".scale .error")).to_contain_text(told)
    tab.get_by_label("Add a phrase").fill("establishing")
    tab.get_by_role("button", name="Add", exact=True).click()
    expect(said).to_have_text("“establishing” stands on rung 6. Everything is told by your scale.")
    expect(tab.locator(".rung-of[data-rung='6']")).to_contain_text("establishing (added by you)")
    tab.locator("[data-term=develop]").click()
    tab.get_by_label("“develop” to rung").select_option("6")
    tab.get_by_role("button", name="Move", exact=True).click()
    expect(summary).to_contain_text("4 have a weaker verb")
    page.reload()
    expect(summary).to_contain_text(OWN)
    expect(summary).to_contain_text("4 have a weaker verb")
    with page.expect_download() as download:
        tab.get_by_role("button", name="Download ladder.csv").click()
    download.value.save_as(tmp_path / "ladder.csv")
    # Cards and filters follow it, and so does the way back.
    page.get_by_role("tab", name="Compare", exact=True).click()
    kinds = page.get_by_label("Kind of change")
    expect(kinds.locator("option", has_text="a weaker verb (your scale) (4)")).to_have_count(1)
    expect(page.locator(".relation", has_text="commitment 6 to 4").first).to_contain_text("(your scale)")
    page.get_by_role("button", name="Back to the scale as it is").first.click()
    expect(kinds.locator("option", has_text="a weaker verb (5)")).to_have_count(1)
    expect(page.locator(".own-scale")).to_be_hidden()
    page.get_by_role("tab", name="Commitments", exact=True).click()
    tab.get_by_label("Load a ladder.csv").set_input_files(tmp_path / "ladder.csv")
    expect(summary).to_contain_text(OWN)
    expect(page.locator(".own-scale")).to_contain_text("with 2 changes")
