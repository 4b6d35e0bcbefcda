"""For who uses the keys alone: every tab, from first stop to last, in light and in dark, on three screens."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

# Fixtures and the classes that they return are in conftest.py beside this file.

WALK = (Path(__file__).parent / "walk.js").read_text("utf-8")
# Few cards, a passport that is open, two paragraphs and two words in the list.
VIEW = "#objective=13&followed=rev3%3A76&ticked=rev3%3A76,rev3%3A68&watched=detention%3Bzebra"
SCREENS = {"projector": (1400, 900), "tablet": (768, 1024), "phone": (360, 740)}
MOST = 600  # stops in a tab; a walk that goes on is caught
SETTLED = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const busy = [...document.querySelectorAll(".waiting, [data-filling]")];
  return scrollWidth <= clientWidth && !busy.some((each) => each.checkVisibility());
}"""


@pytest.fixture
def page(visit, compared) -> Page:
    visit.page.goto(compared("rev2", "rev3").as_uri() + VIEW)
    expect(visit.page.locator(".found")).to_contain_text(" of 79 paragraphs")
    visit.page.evaluate(WALK)
    return visit.page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_by_keys_alone_every_stop_of_every_tab_is_reached_seen_named_and_in_turn(page, scheme):
    page.emulate_media(color_scheme=scheme)
    expect(page.locator(".workbook-explorer")).to_have_attribute("data-look", scheme)
    tabs = page.get_by_role("tab")
    for screen, (width, height) in SCREENS.items():
        page.set_viewport_size({"width": width, "height": height})
        tabs.first.focus()
        assert walk(page, ".head", back=True) >= 5
        tabs.first.focus()
        for at, name in enumerate(tabs.all_text_contents()):
            walk_tab(page, name, unfold=(screen, scheme) == ("phone", "light"))
            tabs.nth(at).focus()
            page.keyboard.press("ArrowRight")
        expect(tabs.first).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(tabs.last).to_be_focused()


def walk_tab(page: Page, name: str, *, unfold: bool) -> None:
    """The tab that has the focus, from its first stop to its last."""
    tab = page.get_by_role("tab", name=name, exact=True)
    expect(tab).to_be_focused()
    expect(tab).to_have_attribute("aria-selected", "true")
    page.wait_for_function(SETTLED)
    walk(page, f"#{tab.get_attribute('aria-controls')}", unfold=unfold)
    if unfold:
        walk_grids(page)


def walk(page: Page, place: str, *, back: bool = False, unfold: bool = False) -> int:
    """Holds Tab down until the focus leaves a place: how many stops it made there, none with a fault."""
    page.evaluate("(place) => walk.begin(place)", place)
    found, keys = [], page.keyboard
    if back:
        keys.down("Shift")
    for _ in range(MOST):
        keys.down("Tab")
        stop = page.evaluate("(back) => walk.look(back)", back)
        if stop is None:
            break
        found += stop["faults"]
        if unfold and stop["folded"]:
            keys.up("Tab")
            keys.press("Enter")
            page.evaluate("walk.unfolded()")
    else:
        raise AssertionError(f"no way out of {place}")
    keys.up("Tab")
    keys.up("Shift")
    assert found + [f"{each} is never reached" for each in page.evaluate("walk.missed()")] == []
    return page.evaluate("walk.count()")


def walk_grids(page: Page) -> None:
    """In each table of cells that can be chosen, one cell is a stop of Tab, and arrows lead to the next."""
    for grid in page.locator("[role=grid]:visible, table:visible:has(td[tabindex])").all():
        stops = grid.locator("td[tabindex='0'], th[tabindex='0']")
        expect(stops).to_have_count(1)
        stops.focus()
        before = page.evaluate("window.before = document.activeElement, window.before.outerHTML")
        for key, back in (("ArrowDown", "ArrowUp"), ("ArrowRight", "ArrowLeft")):
            page.keyboard.press(key)
            page.keyboard.press(back)
        page.keyboard.press("End")
        assert page.evaluate(
            "document.activeElement !== before && before.closest('table').contains(document.activeElement)"
        ), before
        page.keyboard.press("Home")
