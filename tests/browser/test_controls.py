"""Every control of the explorer, driven alike in an exported site, in the dashboard and in a notebook."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import hosts
from tests.browser.windows import click_cell, open_window

FILTERS = {"Kind of change": "renumbered", "Objective": "13", "Theme": "P01", "Section": "Introduction"}
# The chart's cells with their numbers and what stands in them; the table's cells with what stands in them.
DRAWN = """() => {
  const {z, text, customdata} = document.querySelector(".workbook-explorer .canvas").data[0];
  return z.flatMap((row, y) => row.flatMap((value, x) =>
    value === null ? [] : [[...customdata[y][x], text[y][x].replace("&lt;", "<"), value]]));
}"""
LISTED = """() => [...document.querySelectorAll(".workbook-explorer td")].filter((cell) => cell.textContent)
  .map((cell) => [cell.dataset.column, cell.dataset.row, cell.textContent])"""
# Where the chart has an empty cell; a click on it is told once the explorer has heard it.
EMPTY = """() => {
  const chart = document.querySelector(".workbook-explorer .canvas"), {z} = chart.data[0];
  const row = z.findIndex((each) => each.includes(null)), {xaxis, yaxis} = chart._fullLayout;
  chart.on("plotly_click", () => { chart.dataset.tried = "yes"; });
  return {x: xaxis.c2p(z[row].indexOf(null)), y: yaxis.c2p(row)};
}"""


@pytest.fixture(scope="module", params=["site", "dashboard", "notebook"])
def opened(request, chromium, notebooks, printed, tmp_path_factory):
    """An explorer that stays open for all tests in its host."""
    with open_window(chromium) as visit:
        visit.page.set_viewport_size({"width": 1400, "height": 900})
        if request.param == "site":
            yield hosts.open_site(visit, tmp_path_factory.mktemp("site"), printed)
        elif request.param == "dashboard":
            yield hosts.open_dashboard(visit, request.getfixturevalue("served"))
        else:
            hosts.write_notebook(notebooks, printed)
            yield hosts.open_notebook(visit, request.getfixturevalue("lab"))


@pytest.fixture
def host(opened):
    with hosts.hear_complaints(opened) as host:
        yield host


def test_each_draft_says_what_it_is_and_the_choices_are_grouped(host):
    about = host.root.locator(".about")
    expect(about).to_have_text(["Rev 2 as it was sent.", "A marked copy."])
    groups = host.field("From").locator("optgroup").evaluate_all("(all) => all.map((one) => one.label)")
    assert groups == ["As issued", "As printed"]
    host.field("to").select_option("note")
    expect(about).to_have_text(["Rev 2 as it was sent.", hosts.ABOUT])
    expect(host.found).not_to_contain_text("82")
    host.field("From").select_option("wimn-printed")
    expect(about.first).to_have_text("A marked copy.")
    expect(host.root.locator(".summary")).to_contain_text("3 paragraphs in the newer draft")


def test_a_swap_by_button_or_key_turns_the_drafts_and_counts_what_is_gone(host):
    host.press("swap")
    expect(host.field("From")).to_have_value("wimn-printed")
    expect(host.found).to_have_text(re.compile(r"^\d+ paragraphs, \d+ of them gone$"))
    gone = int(re.search(r"(\d+) of them gone", host.found.text_content())[1])
    told = host.root.locator(".summary")
    expect(told).to_contain_text(f"{host.count() - gone} paragraphs in the newer draft: ")
    expect(told).to_contain_text(f"{gone} paragraphs of the older draft are gone.")
    host.found.click()
    host.page.keyboard.press("x")
    expect(host.field("From")).to_have_value("rev2-printed")
    expect(host.found).to_have_text("82 paragraphs")


def test_each_filter_leaves_as_many_paragraphs_as_it_says(host):
    counts = host.root.locator("p.count:visible")
    for label, value in FILTERS.items():
        expect(counts).to_have_count(0)
        host.field(label).select_option(value)
        expect(host.found).to_contain_text(" of 82 paragraphs")
        shown = host.count()
        expect(host.field(label).locator("option:checked")).to_contain_text(f"({shown})")
        expect(counts).to_have_text(f"{shown} of 82 paragraphs")
        assert host.root.locator("article.card:visible").count() >= shown > 0
        host.press("Clear filters")
        expect(host.found).to_have_text("82 paragraphs")
    host.field("Only what changed").check()
    expect(host.found).to_contain_text("of 82 paragraphs: only what changed")
    host.press("clear")
    expect(host.field("Only what changed")).not_to_be_checked()


def test_a_label_that_was_kept_over_other_words_can_be_asked_for(host):
    host.field("Kind of change").select_option(label="label kept, words from elsewhere (1)")
    cards = host.root.locator("article.card:visible")
    expect(cards).to_have_count(1)
    expect(cards.locator(".relation")).to_contain_text("label kept, words from elsewhere")


def test_words_are_found_and_one_hit_leads_to_the_next(host):
    host.field("Words").fill("CHILD’S")
    expect(host.found).to_contain_text("“CHILD’S”")
    host.field("Words").fill("migrant  children")
    expect(host.found).to_contain_text("of 82 paragraphs: “migrant  children”")
    expect(host.root.locator("[data-filling]")).to_have_count(0)
    for card in host.root.locator("article.card:visible").all():
        assert "migrant children" in " ".join(card.text_content().lower().split())
    said = host.root.locator(".redlines > .bar .said[role=status]")
    host.press("next hit")
    first = said.text_content()
    host.press("next hit")
    expect(said).not_to_have_text(first)
    assert host.page.evaluate("CSS.highlights.get('workbook-now').size") == 1
    host.press("previous hit")
    expect(said).to_have_text(first)


def test_a_search_without_a_result_offers_the_ways_out(host):
    host.field("Objective").select_option("13")
    host.field("Words").fill("no such words")
    expect(host.root.locator(".nothing")).to_contain_text("No paragraph has all of these at once")
    expect(host.root.locator(".ways button")).to_have_text(
        ["without “no such words” (4)", "without any filter"]
    )
    host.press("without “no such words” (4)")
    expect(host.found).to_have_text("4 of 82 paragraphs: objective 13 Detention")


def test_each_map_and_measure_says_the_same_as_its_table(host):
    choices = [(kind, "share") for kind in ("theme", "principle", "objective")]
    choices += [("objective", measure) for measure in ("words_in", "words_out", "touched")]
    chart = host.root.locator(".canvas")
    for kind, measure in choices:
        host.field("Map").select_option(kind)
        host.field("Measure").select_option(measure)
        expect(host.root.get_by_role("heading", name="Where the words changed")).to_be_visible()
        words = host.field("Measure").locator("option:checked").text_content()
        expect(chart).to_have_attribute("aria-label", re.compile(f"{words}, {kind} × section"))
        host.page.wait_for_function("document.querySelector('.workbook-explorer .canvas').data?.[0].z")
        drawn = host.page.evaluate(DRAWN)
        host.press("table")
        listed = host.page.evaluate(LISTED)
        assert sorted(map(tuple, listed)) == sorted(tuple(cell[:3]) for cell in drawn)
        assert len(listed) > 5
        assert all(words == write_number(value, measure) for *_place, words, value in drawn)
        host.press("chart")


def write_number(value: float, measure: str) -> str:
    """A cell's number as people write it."""
    if measure != "share":
        return str(value)
    return "<1%" if 0 < value < 0.005 else f"{int(value * 100 + 0.5)}%"


def test_the_map_of_paragraphs_has_a_name_axes_and_a_way_to_each_pair(host):
    host.field("Map").select_option("similarity")
    expect(host.root.get_by_role("heading", name="How alike the paragraphs are")).to_be_visible()
    expect(host.root.locator(".explained")).to_contain_text("what moved lies off the diagonal")
    expect(host.root.locator(".canvas .xtitle")).to_have_text("new paragraph")
    expect(host.root.locator(".canvas .ytitle")).to_have_text("old paragraph")
    expect(host.field("Measure")).to_be_hidden()
    host.press("table")
    cell = host.root.locator("td[title*='moved']").first
    assert re.match(r"old \S+, new \S+; \d+% of the rarer wording; paired; ", cell.get_attribute("title"))
    cell.click()
    chosen = host.root.locator("article.card.chosen")
    expect(chosen).to_be_in_viewport()
    expect(chosen).to_contain_text("moved")


def test_a_click_on_the_chart_filters_and_a_paragraph_is_framed_in_it(host):
    cell = click_cell(host.page)
    expect(host.field("Objective")).to_have_value(cell["tag"])
    expect(host.field("Section")).to_have_value(cell["section"])
    assert cell["told"].endswith(f" of {host.count()}")
    host.root.locator("article.card:visible .link").first.click()
    expect(host.root.locator("article.card.chosen")).to_have_attribute("aria-current", "true")
    host.press("table")
    expect(host.root.locator("td[aria-description]").first).to_be_visible()


def test_the_summary_and_the_filter_count_the_same_paragraphs_as_moved(host):
    summary, told = host.root.locator(".summary"), re.compile(r"Of these 82, (\d+) moved\.")
    expect(summary).to_contain_text(told)
    count = told.search(summary.text_content())[1]
    expect(host.field("Kind of change").locator("option[value=moved]")).to_contain_text(f"({count})")


def test_a_cell_without_a_paragraph_cannot_be_chosen(host):
    chart = host.root.locator(".canvas .nsewdrag").first
    expect(chart).to_be_visible()
    chart.click(position=host.page.evaluate(EMPTY))
    expect(host.root.locator(".canvas[data-tried]")).to_have_count(1)
    expect(host.field("Objective")).to_have_value("All")
    host.press("table")
    cell = host.root.locator("td:not(:has-text('%'))").first
    cell.click()
    expect(cell).to_be_focused()
    host.page.keyboard.press("Enter")
    host.page.keyboard.press("ArrowRight")
    expect(cell).not_to_be_focused()
    expect(host.field("Objective")).to_have_value("All")
    expect(host.field("Section")).to_have_value("All")
    expect(host.found).to_have_text("82 paragraphs")


def test_behind_a_click_on_the_chart_keys_are_not_typed_into_the_search(host):
    host.field("Words").fill("migrants")
    expect(host.found).to_contain_text("“migrants”")
    click_cell(host.page)
    host.page.keyboard.press("n")
    expect(host.root.locator("article.card:focus")).to_be_in_viewport()
    expect(host.field("Words")).to_have_value("migrants")


def test_the_table_is_walked_by_arrows_and_enter_chooses(host):
    host.press("table")
    cell = host.root.locator("td", has_text="%").first
    cell.click()
    expect(cell).to_have_attribute("aria-selected", "true")
    assert cell.get_attribute("title").endswith(f" of {host.count()}")
    for key in ("ArrowDown", "ArrowRight", "ArrowLeft", "ArrowUp"):
        host.page.keyboard.press(key)
        assert host.page.evaluate("document.activeElement.tagName") == "TD"
    expect(cell).to_be_focused()
    host.page.keyboard.press("Enter")
    expect(host.found).to_have_text("82 paragraphs")


def test_two_texts_side_by_side_hold_the_same_words_as_one(host):
    card = host.root.locator("article.card[data-relation=edited]").first
    card.scroll_into_view_if_needed()  # far from sight it is not laid out
    expect(card.locator(".text")).not_to_have_text("", use_inner_text=True)
    inline = card.locator(".text").inner_text()
    host.press("side by side")
    old, new = card.locator(".text.old"), card.locator(".text.new")
    expect(old).to_be_visible()
    assert new.locator("del").count() == old.locator("ins").count() == 0
    assert set(new.inner_text().split()) <= set(inline.split()) | {"New:"}
    host.press("inline")
    expect(card.locator(".text")).to_have_text(inline, use_inner_text=True)


def test_the_printed_lines_are_one_click_away_and_verbatim(host):
    card = host.root.locator("article.card[data-relation=edited]").first
    card.locator(".printed summary").click()
    expect(card.locator("pre.lines")).to_have_count(2)
    assert card.locator("pre.lines").first.text_content() in hosts.read_printed("rev2-printed")
    expect(card.locator("figcaption").first).to_contain_text(re.compile(r"lines? \d+"))


def test_keys_lead_from_change_to_change_and_to_the_search(host):
    host.found.click()
    host.page.keyboard.press("?")
    expect(host.root.get_by_text("next change", exact=True)).to_be_visible()
    host.page.keyboard.press("Escape")
    for _ in range(3):
        host.page.keyboard.press("n")
    third = host.root.locator("article.card:focus")
    expect(third).to_be_in_viewport()
    assert host.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    label = third.get_attribute("aria-label")
    host.page.keyboard.press("n")
    expect(host.root.locator("article.card:focus")).not_to_have_attribute("aria-label", label)
    host.page.keyboard.press("p")
    expect(host.root.locator("article.card:focus")).to_have_attribute("aria-label", label)
    host.page.keyboard.press("/")
    host.page.keyboard.type("nx?")
    expect(host.field("Words")).to_have_value("nx?")


def test_a_page_scrolls_itself_and_a_notebook_keeps_its_explorer_in_a_box(host):
    tall, inner = host.root.evaluate("(root) => [root.clientHeight, root.scrollHeight]")
    if host.name == "notebook":
        assert 400 < tall < 900 < inner
    else:
        assert tall == inner > 5000


def test_the_address_holds_the_view_or_the_notebook_does(host):
    host.field("Objective").select_option("13")
    host.field("Map").select_option("theme")
    expect(host.found).to_have_text("4 of 82 paragraphs: objective 13 Detention")
    if host.name == "notebook":
        expect(host.page.get_by_text(re.compile(r"^\d+ rows, cell \(\)$"))).to_be_visible()
        host.page.get_by_label("linked").fill("detention")
        expect(host.field("Words")).to_have_value("detention")
        host.field("Words").fill("")
        expect(host.page.get_by_label("linked")).to_have_value("")
        hosts.choose_section(host, "Round table 2")
        expect(host.page.get_by_text(re.compile(r"^\d+ rows, cell \('13', 'Round table 2"))).to_be_visible()
        return
    expect(host.page).to_have_url(re.compile(r"objective=13&map=theme"))
    host.page.go_back()
    expect(host.field("Map")).to_have_value("objective")
    host.page.go_back()
    expect(host.found).to_have_text("82 paragraphs")
    host.page.go_forward()
    expect(host.found).to_have_text("4 of 82 paragraphs: objective 13 Detention")
    host.page.reload()
    expect(host.found).to_have_text("4 of 82 paragraphs: objective 13 Detention")
