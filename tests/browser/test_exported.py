"""The exported file, opened from disk: every control, without a kernel and without a network."""

import re

import pytest
from playwright.sync_api import Page, expect

from workbook.__main__ import main
from workbook.text.drafts import shipped_data

# Fixtures and the classes that they return are in conftest.py beside this file.

ALL = "82 of 82 paragraphs"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the two printed texts compared, as a file."""
    file = tmp_path_factory.mktemp("exported") / "page.html"
    assert main(["compare", "rev2-printed", "wimn-printed", "-o", str(file)]) == 0
    assert file.stat().st_size < 6_000_000
    return file.as_uri()


@pytest.fixture
def page(visit, exported) -> Page:
    visit.page.goto(exported)
    expect(found(visit.page)).to_have_text(ALL)
    return visit.page


def found(page: Page):
    return page.locator(".found")


def count_shown(page: Page) -> int:
    """How many paragraphs the list's title counts."""
    return int(found(page).text_content().split()[0])


def test_each_list_filters_and_says_how_many_of_how_many(page):
    for label, value in [
        ("Kind of change", "renumbered"),
        ("Objective", "13"),
        ("Theme", "P01"),
        ("Section", "Introduction"),
    ]:
        page.get_by_label(label, exact=True).select_option(value)
        expect(found(page)).not_to_have_text(ALL)
        shown = count_shown(page)
        expect(page.get_by_label(label, exact=True).locator("option:checked")).to_contain_text(f"({shown})")
        assert page.locator("article.card:visible").count() >= shown > 0
        page.get_by_role("button", name="Clear filters").click()
        expect(found(page)).to_have_text(ALL)


def test_unchanged_paragraphs_can_be_put_away(page):
    page.get_by_label("Only what changed").check()
    expect(found(page)).to_contain_text("of 82 paragraphs: only what changed")
    assert 0 < count_shown(page) < 82
    expect(page.locator("article.card:visible", has_text=re.compile("^1link.*unchanged"))).to_have_count(0)


def test_words_are_found_in_both_texts_and_one_hit_leads_to_the_next(page):
    page.get_by_label("Words", exact=True).fill("CHILD’S")
    page.get_by_label("Words", exact=True).fill("migrant  children")
    expect(found(page)).to_contain_text("of 82 paragraphs: “migrant  children”")
    cards = page.locator("article.card:visible")
    for card in cards.all():
        assert "migrant children" in " ".join(card.text_content().lower().split())
    assert page.evaluate("CSS.highlights.get('workbook-hit').size") > 0
    places = []
    for _ in range(3):
        page.get_by_role("button", name="next hit").click()
        places.append(page.locator(".said").text_content())
        assert page.evaluate("CSS.highlights.get('workbook-now').size") == 1
    assert places[0] != places[1]
    page.get_by_role("button", name="previous hit").click()
    expect(page.locator(".said")).to_have_text(places[1])


def test_a_filter_without_a_result_says_what_to_do(page):
    page.get_by_label("Objective", exact=True).select_option("13")
    page.get_by_label("Words", exact=True).fill("no such words")
    expect(page.locator(".nothing")).to_contain_text("No paragraph has all of these at once")
    page.get_by_role("button", name=re.compile("^without “no such words” \\(4\\)")).click()
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")


@pytest.mark.parametrize("measure", ["share", "words_in", "words_out", "touched"])
@pytest.mark.parametrize("scheme", ["objective", "theme", "principle"])
def test_the_chart_and_its_table_say_the_same(page, scheme, measure):
    page.get_by_label("Map", exact=True).select_option(scheme)
    page.get_by_label("Measure", exact=True).select_option(measure)
    expect(page.locator(".canvas .nsewdrag").first).to_be_visible()
    page.wait_for_function(
        "(words) => words.every((each) => document.querySelector('.canvas').ariaLabel.includes(each))",
        arg=[scheme, page.get_by_label("Measure", exact=True).locator("option:checked").text_content()],
    )
    drawn = page.evaluate("""() => {
      const {z, customdata} = document.querySelector(".canvas").data[0];
      return z.flatMap((row, y) => row.flatMap((value, x) =>
        value === null ? [] : [[...customdata[y][x], value]]));
    }""")
    page.get_by_role("button", name="table").click()
    listed = page.evaluate("""() => [...document.querySelectorAll("td")].filter((cell) => cell.textContent)
      .map((cell) => [cell.dataset.column, cell.dataset.row, cell.textContent])""")
    assert len(drawn) == len(listed) > 5
    numbers = {(column, row): value for column, row, value in drawn}
    for column, row, words in listed:
        value = numbers[column, row]
        if measure == "share":
            assert words == ("<1%" if 0 < value < 0.005 else f"{int(value * 100 + 0.5)}%")
        else:
            assert words == str(value)


def test_the_table_is_walked_by_arrows_and_a_cell_filters(page):
    page.get_by_role("button", name="table").click()
    cell = page.locator("td", has_text="%").first
    cell.click()
    shown = count_shown(page)
    expect(cell).to_have_attribute("aria-selected", "true")
    assert f" {shown} paragraphs" in cell.get_attribute("title")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.tagName") == "TD"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    expect(cell).to_be_focused()
    page.keyboard.press("Enter")
    expect(found(page)).to_have_text(ALL)


def test_a_cell_of_the_chart_filters_and_a_paragraph_is_framed_in_it(page, visit):
    cell = visit.click_cell()
    expect(page.get_by_label("Objective", exact=True)).to_have_value(cell["tag"])
    expect(page.get_by_label("Section", exact=True)).to_have_value(cell["section"])
    page.locator("article.card:visible a.link").first.click()
    expect(page.locator("article.card.chosen")).to_have_attribute("aria-current", "true")
    page.wait_for_function("document.querySelector('.canvas').layout.shapes.length > 1")
    page.get_by_role("button", name="table").click()
    assert page.locator("td[aria-description]").count() >= 1


def test_a_cell_of_the_paragraphs_map_leads_to_the_card(page):
    page.get_by_label("Objective", exact=True).select_option("13")
    page.get_by_label("Map", exact=True).select_option("similarity")
    page.get_by_role("button", name="table").click()
    cell = page.locator("td[title*='moved']").first
    assert re.match(r"old \S+, new \S+: \d+% of the rarer wording; paired: ", cell.get_attribute("title"))
    cell.click()
    chosen = page.locator("article.card.chosen")
    expect(chosen).to_be_in_viewport()
    expect(chosen).to_contain_text("moved")
    expect(cell).to_have_attribute("aria-description", re.compile("paragraph"))


def test_a_move_lies_off_the_diagonal_and_a_hover_names_both_paragraphs(page):
    page.get_by_label("Map", exact=True).select_option("similarity")
    page.wait_for_function("document.querySelector('.canvas').data?.[0].z.length === 69")
    told = page.evaluate("document.querySelector('.canvas').data[0].hovertext.flat()")
    assert any(re.match(r"old \S+, new \S+<br>\d+% .*<br>paired<br>.*moved", words) for words in told)


def test_keys_lead_from_change_to_change_and_the_focus_is_seen(page):
    page.keyboard.press("?")
    expect(page.get_by_text("next change", exact=True)).to_be_visible()
    for _ in range(3):
        page.keyboard.press("n")
    third = page.locator("article.card:focus")
    expect(third).to_be_in_viewport()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    label = third.get_attribute("aria-label")
    page.keyboard.press("n")
    page.keyboard.press("p")
    expect(page.locator("article.card:focus")).to_have_attribute("aria-label", label)
    page.keyboard.press("/")
    page.keyboard.type("nx?")
    expect(page.get_by_label("Words", exact=True)).to_have_value("nx?")


def test_the_focus_is_never_lost(page):
    page.get_by_label("Objective", exact=True).select_option("13")
    page.get_by_role("button", name="clear", exact=True).focus()
    page.keyboard.press("Enter")
    expect(found(page)).to_be_focused()
    page.keyboard.press("n")
    page.get_by_label("Kind of change", exact=True).evaluate(
        "(select) => { select.value = 'new'; select.dispatchEvent(new Event('change')); }"
    )
    expect(found(page)).to_be_focused()


def test_two_texts_side_by_side_hold_the_same_words_as_one(page):
    card = page.locator("article.card[data-relation=edited]").first
    inline = card.locator(".text").inner_text()
    page.get_by_role("button", name="side by side").click()
    old, new = card.locator(".text.old"), card.locator(".text.new")
    expect(old).to_be_visible()
    assert new.locator("del").count() == old.locator("ins").count() == 0
    assert set(new.inner_text().split()) <= set(inline.split()) | {"New:"}
    page.reload()
    expect(card.locator(".text.old")).to_be_visible()


def test_the_printed_lines_are_one_click_away_and_verbatim(page):
    card = page.locator("article.card[data-relation=edited]").first
    card.get_by_text("as printed").click()
    expect(card.locator("pre.lines")).to_have_count(2)
    printed = (shipped_data() / "printed/rev2-as-printed.txt").read_text(encoding="utf-8")
    assert card.locator("pre.lines").first.text_content() in printed
    expect(card.locator("figcaption").first).to_contain_text(re.compile(r"lines? \d+"))


def test_the_address_holds_the_view_and_the_back_button_steps_through_choices(page):
    page.get_by_label("Objective", exact=True).select_option("13")
    page.get_by_label("Map", exact=True).select_option("theme")
    page.get_by_label("Words", exact=True).press_sequentially("detention")
    expect(found(page)).to_contain_text("“detention”")
    told = found(page).text_content()
    page.reload()
    expect(found(page)).to_have_text(told)
    expect(page.get_by_label("Map", exact=True)).to_have_value("theme")
    steps = page.evaluate("history.length")
    page.go_back()
    expect(page.get_by_label("Words", exact=True)).to_have_value("")
    expect(page.get_by_label("Map", exact=True)).to_have_value("theme")
    page.go_back()
    expect(page.get_by_label("Map", exact=True)).to_have_value("objective")
    page.go_back()
    expect(found(page)).to_have_text(ALL)
    page.go_forward()
    expect(page.get_by_label("Objective", exact=True)).to_have_value("13")
    assert steps <= 6


def test_an_address_of_another_version_or_of_a_lost_draft_is_explained_and_the_rest_kept(visit, exported):
    page = visit.page
    page.goto(f"{exported}#old=lost&new=wimn-printed&objective=13&colour=red&view=globe")
    expect(page.locator(".notice")).to_contain_text("“lost”, and no draft of that name is here")
    expect(page.locator(".notice")).to_contain_text(
        "another version of the workbook: “colour=red”, “view=globe”"
    )
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")
    page.get_by_role("button", name="Put this message away").click()
    expect(page.locator(".notice")).to_be_hidden()


def test_a_value_that_these_drafts_do_not_have_stays_chosen_and_is_named(visit, exported):
    page = visit.page
    page.goto(f"{exported}#section=Chapter+9")
    expect(page.get_by_label("Section", exact=True)).to_have_value("Chapter 9")
    expect(page.locator(".nothing")).to_contain_text("No paragraph of these two drafts has this")


def test_a_card_has_an_address_of_its_own(page, exported):
    link = page.locator("article.card[data-relation=inserted] a.link").first
    address, label = link.get_attribute("href"), link.get_attribute("aria-label")
    page.goto("about:blank")
    page.goto(exported + address)
    chosen = page.locator("article.card.chosen")
    expect(chosen).to_be_in_viewport()
    assert chosen.get_attribute("aria-label") in label


def test_without_scripts_every_redline_is_there_to_read(chromium, exported):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(exported)
    assert page.locator("article").count() >= 82
    expect(page.locator("ins").first).to_be_visible()
    expect(page.locator(".caution").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_the_policy_stops_whatever_a_draft_would_run(page, visit):
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.hurt = 1';
          document.body.append(script);
          const box = document.createElement('div');
          box.innerHTML = '<img src="data:," onerror="window.hurt = 2"><a href="javascript:hurt=3">x</a>';
          document.body.append(box);
          box.querySelector('a').click();
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.hurt === undefined")
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)
    visit.complaints.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_it_without_scrolling_sideways(visit, exported, scheme):
    page = visit.page
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{exported}#reading=beside")
    expect(page.locator("table")).to_be_visible()
    expect(page.locator(".workbook-explorer")).to_have_attribute("data-look", scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
