"""For who listens, who uses the keys alone, who comes for the first time: each tab, in light and in dark."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.windows import Visit, open_window

# Fixtures and the classes that they return are in conftest.py beside this file.

AXE = Path(__file__).parents[2] / "workbook/show/explorer/node_modules/axe-core/axe.min.js"
FEW = "#objective=13&struck=yes"  # so few cards that they are all looked at
BOXES = ("Glossary", "Tour", "Keys")
# Everything that is folded is opened and laid out: the checker measures what stands where. What is hidden now
# was looked at before, or is a card like those in sight; the checker would weigh it again and again.
UNFOLD = """() => {
  document.querySelectorAll("[role=tabpanel][hidden] > *, .card[hidden]").forEach((each) => each.remove());
  document.querySelectorAll(".settled").forEach((list) => list.classList.remove("settled"));
  for (const each of document.querySelectorAll("main details")) each.open ||= each.checkVisibility();
}"""
FIND = """async ([place, colours]) => {
  const all = { rules: { "target-size": { enabled: true } } };
  const FAST = { resultTypes: ["violations"], selectors: false, preload: false };
  const options = colours ? { runOnly: ["color-contrast"] } : all;
  const { violations, passes } = await axe.run(place, { ...options, ...FAST });
  const tell = (id) => (node) => `${id}: ${node.html} ${node.failureSummary}`;
  const told = violations.flatMap(({ id, nodes }) => nodes.map(tell(id)));
  return [told, passes.length];
}"""
# The checker cannot tell what lies behind the words of a box over the page: nothing else is shown with it.
BARE = """(box) => {
  for (const each of box.parentElement.children) if (each !== box) each.hidden = true;
  box.close();
  box.show();
}"""
WHOLE = """(box) => {
  for (const each of box.parentElement.children) each.hidden = false;
  box.close();
}"""
NOTHING_KEPT = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); },
});"""


@pytest.fixture(scope="module")
def address(compared) -> str:
    return compared("rev2", "rev3").as_uri()


@pytest.fixture
def page(visit, address) -> Page:
    visit.page.goto(address + FEW)
    expect(visit.page.locator(".found")).to_contain_text(" of 79 paragraphs")
    return visit.page


@pytest.fixture
def checked(chromium, address):
    """The page in a window where its policy does not stop a checker that styles what it measures."""
    with open_window(chromium, policy=False) as visit:
        visit.page.goto(address + FEW)
        visit.page.evaluate(AXE.read_text("utf-8"))
        yield visit.page
        assert visit.complaints == []


@pytest.fixture
def newcomer(chromium):
    """A window of somebody who was never here."""
    with open_window(chromium, first=True) as visit:
        yield visit
        assert visit.complaints == []


def find_barriers(page: Page, place: str, *, colours: bool) -> list[str]:
    """What axe-core calls a violation there; of colours alone, or of all that it knows."""
    told, passed = page.evaluate(FIND, [place, colours])
    assert passed, f"nothing was looked at in {place}"
    return told


def open_tab(page: Page, tab) -> None:
    tab.click()
    expect(tab).to_have_attribute("aria-selected", "true")
    panel = page.locator(f"#{tab.get_attribute('aria-controls')}")
    expect(panel).to_be_visible()
    expect(panel.locator(".waiting:visible")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_tab_and_no_box_has_a_barrier(checked, scheme):
    page = checked
    page.emulate_media(color_scheme=scheme)
    expect(page.locator(".workbook-explorer")).to_have_attribute("data-look", scheme)
    dark, found = scheme == "dark", {}  # what is no colour is the same in both
    for tab in page.get_by_role("tab").all():
        open_tab(page, tab)
        page.evaluate(UNFOLD)
        found[tab.text_content()] = find_barriers(page, "html", colours=dark)
    for name in BOXES:
        page.get_by_role("button", name=name, exact=True).click()
        box = page.locator("dialog:modal").element_handle()
        box.evaluate(BARE)
        found[name] = find_barriers(page, "dialog[open]", colours=dark)
        box.evaluate(WHOLE)
    assert len(found) > len(BOXES) + 1
    assert {name: told for name, told in found.items() if told} == {}


def test_words_struck_and_put_in_are_read_aloud_with_their_end(page):
    expect(page.locator("[data-filling]")).to_have_count(0)
    for element, said in (("del", "deleted"), ("ins", "inserted")):
        for text in page.locator(f".text {element}:not(.form):visible").all_text_contents():
            assert re.fullmatch(f"{said} .* end {said}, ", text, re.DOTALL), text
    assert page.locator(".text ins:not(.form):visible").count() > 3


def test_light_or_dark_is_chosen_kept_and_followed_by_charts(page, visit):
    root, look = page.locator(".workbook-explorer"), page.get_by_label("Colours", exact=True)
    page.locator("main .canvas .nsewdrag").first.wait_for()
    expect(root).to_have_attribute("data-look", "light")
    ink = "document.querySelector('.canvas')._fullLayout.font.color"
    light = page.evaluate(ink)
    look.focus()
    look.select_option("dark")
    expect(root).to_have_attribute("data-look", "dark")
    expect(look).to_be_focused()
    page.wait_for_function(f"{ink} !== '{light}'")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.reload()
    expect(root).to_have_attribute("data-look", "dark")
    page.emulate_media(color_scheme="dark")
    look.select_option("light")
    expect(root).to_have_attribute("data-look", "light")
    look.select_option("as the system")
    expect(root).to_have_attribute("data-look", "dark")


def test_a_first_visit_begins_with_a_tour_that_is_walked_skipped_and_called_back(newcomer, address):
    page = newcomer.page
    page.goto(address)
    tour = page.get_by_role("dialog")
    expect(tour).to_contain_text("Step 1 of 5")
    expect(tour.get_by_role("button", name="Next")).to_be_focused()
    for step in range(2, 6):
        page.keyboard.press("Enter")
        expect(tour).to_contain_text(f"Step {step} of 5")
        expect(page.locator(".lit")).to_be_in_viewport()
    page.keyboard.press("Shift+Tab")
    expect(tour.get_by_role("button", name="Back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(tour).to_contain_text("Step 4 of 5")
    page.keyboard.press("Escape")
    expect(tour).to_have_count(0)
    expect(page.locator(".lit")).to_have_count(0)
    page.reload()
    expect(page.locator(".found")).to_have_text("79 paragraphs")
    expect(tour).to_have_count(0)
    again = page.get_by_role("button", name="Tour", exact=True)
    again.click()
    expect(tour).to_contain_text("Step 1 of 5")
    tour.get_by_role("button", name="Skip the tour").click()
    expect(again).to_be_focused()


@pytest.mark.parametrize("why", ["a view was sent", "nothing can be kept"])
def test_nobody_is_led_round_who_was_sent_a_view_or_would_be_each_time(newcomer, address, why):
    page = newcomer.page
    if why == "nothing can be kept":
        page.add_init_script(NOTHING_KEPT)
    page.goto(address + (FEW if why == "a view was sent" else ""))
    expect(page.locator(".found")).to_contain_text("79 paragraphs")
    expect(page.locator("button.gloss").first).to_be_visible()  # painted later than a tour would be
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_label("Colours", exact=True).select_option("dark")
    expect(page.locator(".workbook-explorer")).to_have_attribute("data-look", "dark")


def test_a_word_is_explained_where_it_stands_and_all_of_them_in_the_glossary(page):
    word, tip = page.locator(".caution button.gloss").first, page.get_by_role("tooltip")
    page.get_by_label("Colours", exact=True).focus()
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.matches('.gloss')"):
        page.keyboard.press("Tab")
    expect(word).to_be_focused()
    assert page.locator(":is(.text, .lines) button.gloss").count() == 0
    expect(tip).to_contain_text("Reconstructed: Worked out from a copy that lost its markings")
    expect(word).to_have_accessible_description(re.compile("^Reconstructed: "))
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    word.hover()
    expect(tip).to_be_visible()
    tip.hover()
    expect(tip).to_be_visible()
    page.locator(".found").hover()
    expect(tip).to_be_hidden()
    page.get_by_role("button", name="Glossary", exact=True).click()
    box = page.get_by_role("dialog", name="Words used here")
    box.get_by_label("Find a word").fill("quint")
    expect(box.locator("dt")).to_have_text(re.compile("^bis"))
    expect(box.get_by_role("status")).to_have_text(re.compile(r"^1 of \d+ words$"))


def test_who_wants_less_motion_sees_none(visit: Visit, page):
    page.emulate_media(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll(".workbook-explorer *")].filter((each) => {
      const { transitionDuration, animationName } = getComputedStyle(each);
      return animationName !== "none" || transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
    }).map((each) => each.outerHTML.slice(0, 100))"""
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) != []
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == []
