"""A reader changes marks: with the pointer and the keys, saved or in one page alone, and takes them back."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser import hosts
from tests.browser.conftest import PATIENCE, YOURS
from tests.browser.test_early import QUIET, Held
from tests.browser.windows import open_window
from workbook.text.drafts import shipped_data

# Fixtures and the classes that they return are in conftest.py beside this file.

PAIR = "#old=rev2&new=rev3"
HOSTILE = "</script><img src=x onerror=window.hurt=1> “so”"
CELL = "from workbook.app import explore\nexplore('rev2', 'rev3', {folder!r})"


@pytest.fixture
def open_page(visit, editing, data):
    """Opens the dashboard on a folder of one's own, to write into it or not."""

    def run(*options):
        server = editing(*options)
        visit.page.set_viewport_size({"width": 1400, "height": 900})
        visit.page.goto(server.key + PAIR)
        expect(visit.page.locator(".found")).to_have_text("79 paragraphs")
        return visit.page

    return run


def open_lines(page, label="4"):
    """The card of a paragraph, its lines as printed open."""
    card = page.locator("article.card", has=page.locator(".label", has_text=re.compile(f"^{label}$"))).first
    card.locator(".printed > summary").click()
    expect(card.locator("figure")).to_have_count(2)
    return card


def choose(card, first, last):
    """Begins to change marks on the older side, and chooses a run of words."""
    card.get_by_role("button", name="change marks").first.click()
    card.locator(".word", has_text=first).first.click()
    card.locator(".word", has_text=last).first.click(modifiers=["Shift"])
    return card.get_by_role("form", name="Your mark")


def save(form, fate, why):
    form.get_by_label("These words", exact=True).select_option(fate)
    form.get_by_label("Why", exact=True).fill(why)
    form.get_by_role("button", name="Save").click()


def wait_until_kept(page):
    """Until the comparison with this reading is on disk, where the next visit finds it."""
    end = time.monotonic() + PATIENCE / 1000
    while page.request.get(f"{page.url.partition('#')[0]}workbook/kept?old=rev2&new=rev3").status != 200:
        assert time.monotonic() < end, "nothing was kept"
        time.sleep(0.1)


def test_the_marks_of_each_hand_stand_in_the_printed_lines(open_page):
    page = open_page()
    old, new = open_lines(page).locator("figure").all()
    expect(old.locator(".legend")).to_contain_text("Rev 2's drafters, as reconstructed")
    expect(old.locator("ins.mark", has_text="comprehensive approach")).to_have_attribute(
        "title", re.compile(r"^put in by Rev 2's drafters, as reconstructed · inferred: ")
    )
    expect(new.locator(".legend li")).to_have_count(2)
    printed = (shipped_data() / "printed" / "wimn-on-rev3-as-printed.txt").read_text("utf-8")
    assert new.locator("pre").text_content() in printed


def test_a_mark_is_changed_with_the_pointer_and_saved_and_taken_back(open_page, data):
    page = open_page("--edit")
    card = open_lines(page)
    text = card.locator(".text").first
    expect(text).to_contain_text("guiding principles and comprehensive approach")
    form = choose(card, "comprehensive", "approach")
    expect(form.locator(".now")).to_contain_text("put in by Rev 2's drafters")
    save(form, "struck", HOSTILE)
    expect(card.locator("figure .told").first).to_have_text("Saved in your-reading.csv.")
    expect(text).not_to_contain_text("guiding principles and comprehensive approach")
    expect(page.locator(".own")).to_contain_text("Your reading: one change to marks.")
    expect(page.get_by_label("From", exact=True).locator("option:checked")).to_have_text(
        "Rev 2, reconstructed, your reading"
    )
    assert "comprehensive approach,,rev2,inferred" in (data / YOURS).read_text("utf-8")
    expect(card.locator(".word:focus")).to_have_text("comprehensive")
    expect(card).to_be_in_viewport()

    page.reload()
    own = page.locator(".own")
    own.locator("summary").click()
    expect(own.locator("li")).to_contain_text(HOSTILE)
    assert page.evaluate("window.hurt === undefined")
    own.get_by_role("button", name="Take back").click()
    expect(own.locator(".told")).to_have_text("“comprehensive approach” is no longer changed.")
    expect(own.locator(".told")).to_be_focused()
    expect(text).to_contain_text("guiding principles and comprehensive approach")
    assert (data / YOURS).read_text("utf-8").count("\n") == 1


def test_what_is_opened_before_a_kernel_takes_over_stays_open_though_the_kernel_began_before_a_change(
    open_page, data
):
    page = open_page("--edit")
    save(choose(open_lines(page), "comprehensive", "approach"), "struck", "not there before")
    expect(page.locator(".own")).to_contain_text("Your reading: one change to marks.")
    wait_until_kept(page)
    page.goto("about:blank")
    held = Held(page)
    page = open_page("--edit")
    expect(page.locator(".canvas .nsewdrag").first).to_be_visible()  # a chart is drawn from what was kept
    form = choose(open_lines(page), "guiding", "principles")
    form.get_by_label("Why", exact=True).fill("half typed")
    held.release()
    page.evaluate(QUIET)
    expect(form.get_by_label("Why", exact=True)).to_have_value("half typed")
    expect(page.locator(".own")).to_contain_text("Your reading: one change to marks.")


def test_the_keys_alone_do_for_all_of_it(open_page):
    page = open_page("--edit")
    card = open_lines(page)
    keys = page.keyboard
    card.get_by_role("button", name="change marks").first.focus()
    keys.press("Enter")
    expect(card.locator(".word:focus")).to_have_text("4")
    for _ in range(4):
        keys.press("ArrowRight")
    expect(card.locator(".word:focus")).to_have_text("to")
    keys.press("Shift+ArrowRight")
    form = card.get_by_role("form", name="Your mark")
    expect(form.locator("strong")).to_have_text("“to fulfilling”")
    form.get_by_role("button", name="one word more before").focus()
    keys.press("Space")
    expect(form.locator("strong")).to_have_text("“recommit to fulfilling”")
    card.locator(".word:focus, .word[tabindex='0']").first.focus()
    keys.press("Escape")
    expect(form).to_have_count(0)
    keys.press("Space")
    form.get_by_label("These words", exact=True).focus()
    keys.press("w")  # "were put in"
    for word in ("put in by", "How sure", "Why"):
        keys.press("Tab")
        expect(form.get_by_label(word, exact=True)).to_be_focused()
    keys.type("it is new")
    keys.press("Enter")
    expect(card.locator("figure .told").first).to_have_text("Saved in your-reading.csv.")
    expect(card.locator(".word:focus")).to_have_count(1)


def test_without_leave_to_write_a_reading_stays_in_its_page_and_can_be_downloaded(open_page, chromium, data):
    page = open_page()
    card = open_lines(page)
    save(choose(card, "comprehensive", "approach"), "struck", "not there before")
    expect(card.locator("figure .told").first).to_contain_text("Kept in this page.")
    assert not (data / YOURS).exists()
    with open_window(chromium) as other:
        other.page.context.add_cookies(page.context.cookies())
        other.page.goto(page.url)
        expect(other.page.locator(".found")).to_have_text("79 paragraphs")
        expect(other.page.get_by_label("From", exact=True).locator("option:checked")).to_have_text(
            "Rev 2, reconstructed"
        )
    with page.expect_download() as download:
        page.get_by_role("button", name="Download your-reading.csv").click()
    assert download.value.suggested_filename == YOURS
    download.value.save_as(data / YOURS)
    page.reload()
    expect(page.locator(".own li")).to_have_count(1)
    expect(page.locator(".own li")).to_contain_text("in the data folder")


def test_what_went_wrong_is_told_in_the_form_and_nothing_typed_is_lost(open_page, data):
    page = open_page("--edit")
    card = open_lines(page)
    form = choose(card, "comprehensive", "approach")
    (data / YOURS).write_text("my notes\n", encoding="utf-8")
    save(form, "struck", "not there before")
    expect(form.locator(".error")).to_contain_text(
        f"{YOURS}, line 1: these columns are not those of a reading"
    )
    expect(form.get_by_label("Why", exact=True)).to_have_value("not there before")
    expect(form.get_by_role("button", name="Save")).to_be_focused()
    page.get_by_label("to", exact=True).select_option("wimn")
    expect(page.locator(".head .error").nth(1)).to_contain_text(
        "Still on show: Rev 2, reconstructed to Rev 3"
    )
    (data / YOURS).unlink()
    page.get_by_label("to", exact=True).select_option("rev3")
    expect(page.locator(".head .error:visible")).to_have_count(0)


def test_a_notebook_saves_what_is_changed_in_it(visit, lab, notebooks, data):
    hosts.write_notebook(notebooks, data)
    path = notebooks / "explorer.ipynb"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace('explore(\\"rev2-printed\\", \\"wimn-printed\\"', 'explore(\\"rev2\\", \\"rev3\\"'),
        "utf-8",
    )
    visit.page.set_viewport_size({"width": 1400, "height": 900})
    page = hosts.open_notebook(visit, lab).page
    expect(page.locator(".found")).to_have_text("79 paragraphs")
    card = open_lines(page)
    save(choose(card, "comprehensive", "approach"), "struck", "not there before")
    expect(card.locator("figure .told").first).to_have_text("Saved in your-reading.csv.")
    assert "comprehensive approach" in (data / YOURS).read_text("utf-8")
    expect(card.locator(".word:focus")).to_have_text("comprehensive")


def test_an_exported_page_shows_marks_and_changes_none(visit, compared):
    visit.page.goto(compared("rev2", "rev3").as_uri())
    card = open_lines(visit.page)
    expect(card.locator("ins.mark").first).to_be_visible()
    expect(card.get_by_role("button", name="change marks")).to_have_count(0)
    expect(visit.page.locator(".own")).to_be_hidden()
