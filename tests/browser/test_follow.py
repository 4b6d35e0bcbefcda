"""The tab that follows a paragraph: any number finds it; its passport, the flow, its table, ways between."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import hosts
from workbook.__main__ import main

# Where a box of the flow stands on the page, by its place.
FIND_BOX = """(place) => {
  const chart = document.querySelector(".follow .canvas"), {xaxis, yaxis} = chart._fullLayout;
  for (const {customdata, x, base, y} of chart.data) {
    const at = (customdata ?? []).findIndex(([each]) => each === place);
    if (at >= 0) return {x: xaxis.c2p(x[at]), y: yaxis.c2p(base[at] + y[at] / 2)};
  }
}"""


@pytest.fixture
def page(visit, compared) -> Page:
    visit.page.goto(compared("rev2", "rev3").as_uri())
    expect(visit.page.locator(".found")).to_have_text("79 paragraphs")
    return visit.page


def test_which_paragraph_is_44bis_in_the_old_numbering_is_answered_in_two_clicks(page):
    page.get_by_role("tab", name="Follow a paragraph").click()
    search, passport = page.get_by_role("combobox", name="Which paragraph?"), page.locator(".passport")
    search.fill("44 bis")
    expect(page.locator(".suggestions [role=option]")).to_have_count(1)
    expect(page.locator(".suggestions [role=option]")).to_contain_text("55 → 44bis")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(passport.get_by_role("heading", level=4)).to_be_focused()
    numbers = passport.locator(".path .number")
    expect(numbers).to_have_text(["paragraph 55", "paragraph 55", "paragraph 44bis", "44bis"])
    expect(passport.locator(".path tbody tr").nth(2)).to_contain_text("moved from 55, as announced")
    expect(passport.locator(".path tbody tr").nth(2)).to_contain_text("the new draft names the old number")
    expect(page).to_have_url(re.compile("#.*followed=wimn"))

    # What changed against any draft, also one that is no neighbour; how old the words are, and whose.
    passport.get_by_label("Against").select_option("Rev 1 in part, reconstructed")
    expect(passport.locator(".redlined .relation")).to_contain_text("55 → 44bis")
    expect(passport.locator(".redlined ins").first).to_be_visible()
    passport.get_by_text("first seen, last seen, whose words").click()
    arrival = passport.locator(".stretches li", has_text="“arrival”")
    expect(arrival).to_contain_text("Rev 3's drafters, as reconstructed (inferred)")

    # An old number finds it too, and so do words.
    search.fill("55")
    page.keyboard.press("Enter")
    expect(passport.locator(".path [aria-current]")).to_contain_text("Rev 2")
    search.fill("disembarkation mechanisms")
    expect(page.locator(".suggestions [role=option]").first).to_contain_text("disembarkation mechanisms")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    search.fill("no such words anywhere")
    expect(page.locator(".suggestions")).to_contain_text("No draft here has this number or these words.")


def test_a_number_that_misleads_is_flagged_and_parts_lead_to_one_another(page):
    page.goto(page.url + "#tab=follow")
    search, passport = page.get_by_role("combobox", name="Which paragraph?"), page.locator(".passport")
    search.fill("37bis")
    expect(page.locator(".suggestions [role=option]")).to_have_count(2)  # two paragraphs bore that number
    page.locator(".suggestions [role=option]").filter(has_text="37 → 37bis").filter(has_text="WIMN").click()
    passport.locator(".path").get_by_role("button", name="paragraph 37bis").last.click()
    expect(passport.locator(".caution")).to_contain_text(
        "37bis was another paragraph. What was 37bis there is 37ter here."
    )
    expect(passport.locator(".path tbody tr").nth(1)).to_contain_text("part of 37: split")
    passport.locator(".path .number").nth(1).get_by_role("button", name="paragraph 37").click()
    expect(passport.locator("h4")).to_have_text("Paragraph 37in Rev 2, reconstructed")
    page.go_back()
    expect(passport.locator("h4")).to_contain_text("37bis")
    page.get_by_role("button", name="Show its card in Compare").click()
    card = page.locator("article.card.chosen")
    expect(card.locator(".label")).to_have_text("37bis")
    card.get_by_role("button", name="passport").click()
    expect(passport.locator("h4")).to_contain_text("37bis")
    page.get_by_role("button", name="Close the passport").click()
    expect(passport).to_contain_text("Type a number or words above")


def test_a_box_of_the_flow_opens_a_passport_and_so_does_a_cell_of_its_table(page):
    page.goto(page.url + "#tab=follow")
    chart, passport = page.locator(".follow .canvas .nsewdrag").first, page.locator(".passport h4")
    expect(chart).to_be_visible()
    chart.click(position=page.evaluate(FIND_BOX, "rev2:4"))
    expect(passport).to_have_text(re.compile("^Paragraph \\d+in Rev 2, reconstructed$"))
    expect(page.locator(".follow .shapelayer path")).to_have_count(4)

    page.get_by_role("button", name="table").click()
    first = page.locator(".twin").get_by_role("gridcell").first
    first.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator(".twin td:focus")).to_contain_text("2")
    expect(page.locator(".twin td:focus")).to_contain_text("words")
    page.keyboard.press("Enter")
    expect(passport).to_have_text("Paragraph 2in Rev 3, reconstructed from WIMN's marked copy")
    expect(page.locator(".twin [aria-selected=true]")).to_have_count(1)
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".twin")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_person_chooses_which_drafts_are_followed(visit, served):
    page = visit.page
    page.goto(served.key + hosts.START)
    expect(page.locator(".found")).to_have_text("82 paragraphs")
    page.get_by_role("tab", name="Follow a paragraph").click()
    columns, tab = page.locator(".twin thead th"), page.locator(".follow")
    tab.get_by_role("button", name="table").click()
    expect(columns.first).to_be_visible()
    before = columns.count()
    tab.get_by_text("Which drafts").click()
    boxes = tab.get_by_role("checkbox")
    boxes.first.uncheck()
    expect(columns).to_have_count(before - 1)
    expect(boxes.first).to_be_focused()
    tab.get_by_role("button", name="As at first").click()
    expect(columns).to_have_count(before)


def test_own_short_drafts_are_followed_and_nothing_in_them_is_obeyed(visit, tmp_path):
    hurt = "<img src=x onerror=window.hurt=1></script><script>window.hurt=1</script>"
    texts = [
        f"1. We light the lamps {hurt} at dusk.\n2. We rest.\n",
        f"1. We light all lamps {hurt} at dusk.\n",
    ]
    files = [tmp_path / f"<b onclick=hurt=1>{name}.txt" for name in ("old", "new")]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    assert main(["compare", *map(str, files), "-o", str(tmp_path / "page.html")]) == 0
    page = visit.page
    page.goto((tmp_path / "page.html").as_uri() + "#tab=follow&view=chart")
    chart, passport = page.locator(".follow .canvas .nsewdrag").first, page.locator(".passport")
    expect(chart).to_be_visible()
    page.get_by_role("combobox", name="Which paragraph?").fill("lamps")
    page.keyboard.press("Enter")
    expect(passport.locator(".redlined .text")).to_contain_text(hurt)
    expect(passport.locator(".path")).to_contain_text("edited")
    box = page.evaluate(FIND_BOX, f"{files[0]}:1")
    chart.hover(position=box)
    expect(page.locator(".hovertext")).to_contain_text("<b onclick")
    chart.click(position=box)
    expect(passport.locator(".redlined")).to_contain_text("No paragraph of <b onclick=hurt=1>new is like it")
    expect(passport.locator(".path tbody tr").last).to_contain_text("gone")
    page.get_by_role("button", name="table").click()
    expect(page.locator(".twin [role=gridcell]")).to_have_count(4)
    assert page.evaluate("window.hurt === undefined")
    assert page.locator(".follow :is(img, b, script)").count() == 0
