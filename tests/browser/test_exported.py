"""The exported file, opened from disk: what it does without a kernel, without a network, without scripts."""

import itertools
import re

import pytest
from playwright.sync_api import Page, expect

# Fixtures and the classes that they return are in conftest.py beside this file.

ALL = "82 paragraphs"


@pytest.fixture(scope="module")
def exported(compared) -> str:
    """The address of the two printed texts compared, as a file."""
    file = compared("rev2-printed", "wimn-printed")
    assert file.stat().st_size < 6_000_000
    return file.as_uri()


@pytest.fixture
def page(visit, exported) -> Page:
    visit.page.goto(exported)
    expect(found(visit.page)).to_have_text(ALL)
    return visit.page


def found(page: Page):
    return page.locator(".found")


def test_a_move_lies_off_the_diagonal_and_a_hover_names_both_paragraphs(page):
    page.get_by_label("Map", exact=True).select_option("similarity")
    page.wait_for_function("document.querySelector('.canvas').data?.[0].z.length === 69")
    told = page.evaluate("document.querySelector('.canvas').data[0].hovertext.flat()")
    assert any(re.match(r"old \S+, new \S+<br>\d+% .*<br>paired<br>.*moved", words) for words in told)


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
    expect(page.locator(".notice[role=alert]")).to_contain_text("“lost”, and no draft of that name is here")
    expect(page.locator(".notice[role=alert]")).to_contain_text(
        "Of this address “colour=red”, “view=globe” has no meaning here and is left out"
    )
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")
    page.get_by_role("button", name="Put this message away").click()
    expect(page.locator(".notice[role=alert]")).to_be_hidden()


def test_a_value_that_these_drafts_do_not_have_stays_chosen_and_is_named(visit, exported):
    page = visit.page
    page.goto(f"{exported}#section=Chapter+9")
    expect(page.get_by_label("Section", exact=True)).to_have_value("Chapter 9")
    expect(page.locator(".nothing")).to_contain_text("No paragraph of these two drafts has this")


def test_a_card_has_an_address_of_its_own(page, exported):
    link = page.locator("article.card[data-relation=inserted] a.link").first
    address, label = link.get_attribute("href"), link.text_content()
    page.goto("about:blank")
    page.goto(exported + address)
    chosen = page.locator("article.card.chosen")
    expect(chosen).to_be_in_viewport()
    assert label == f"link to {chosen.get_attribute('aria-label').partition(':')[0].lower()}"


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
        """() => new Promise((done) => {
          const box = document.createElement('div'), script = document.createElement('script');
          script.textContent = 'window.hurt = 1';
          box.innerHTML = '<a href="javascript:hurt=3">x</a><img src="data:," onerror="window.hurt = 2">';
          box.lastChild.addEventListener('error', done);
          document.body.append(script, box);
          box.firstChild.click();
        })"""
    )
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


@pytest.mark.parametrize("scheme", ["objective", "theme", "similarity"])
def test_a_phone_shows_charts_whose_names_can_be_read(visit, exported, scheme):
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{exported}#view=chart&map={scheme}")
    expect(page.locator(".canvas .nsewdrag").first).to_be_visible()
    for axis in ("x", "y"):
        page.locator(f".canvas .{axis}tick text").first.wait_for()
        boxes = [name.bounding_box() for name in page.locator(f".canvas .{axis}tick text").all()]
        side, size = ("x", "width") if axis == "x" else ("y", "height")
        for box, following in itertools.pairwise(sorted(boxes, key=lambda box: box[side])):
            assert box[side] + box[size] <= following[side] + 1
        assert min(box["x"] for box in boxes) >= 0
    explained = page.locator(".explained").bounding_box()
    assert explained["x"] + explained["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
