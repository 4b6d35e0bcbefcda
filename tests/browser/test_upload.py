"""A visitor adds drafts of their own: chosen or dropped, watched on their way, named, compared, removed."""

import re
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import expect

from tests.browser import hosts
from tests.browser.test_dashboard import find_kernel_id
from tests.browser.test_early import Held

SECRET = "elderberry"
FIRST = f"1. We will light the long road to the {SECRET}.\n2. We note old birds and lamps.\n"
SECOND = FIRST.replace("long road", "short road")
MARKED = (
    "{>>hands: one = Ana; two = Ben<<}\n"
    "1. We {--shall--}{>>one inferred: two verbs<<}{++will++}{>>two inferred: it stays<<} light the road.\n"
    "2. Birds return.\n"
)
HOSTILE = "<img src=x onerror=window.hurt=1>\u202e.txt"
GROUP = "optgroup[label='Your drafts (this visit only)'] option"
# What is said of files on their way, each word of it.
HEARD = """() => {
  window.heard = [];
  const place = document.querySelector(".upload"), words = place.getElementsByClassName("words");
  const hear = () => heard.push(...[...words].map((each) => each.textContent));
  new MutationObserver(hear).observe(place, { childList: true, subtree: true, characterData: true });
}"""
DROP = """([name, text]) => {
  const dropped = new DataTransfer();
  dropped.items.add(new File([text], name));
  for (const type of ["dragover", "drop"]) {
    const event = new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true });
    document.querySelector(".workbook-explorer .summary").dispatchEvent(event);
    window.taken = event.defaultPrevented;
  }
}"""


@pytest.fixture
def page(visit, served):
    """The dashboard, its first pair on show and its kernel there."""
    page = visit.page
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(served.key + hosts.START)
    expect(page.locator(".found")).to_have_text("82 paragraphs")
    open_drafts(page)
    expect(page.locator(".upload input[type=file]")).to_have_attribute("accept", re.compile(r"\.txt,"))
    return page


def open_drafts(page):
    page.get_by_role("tab", name="Your drafts").click()


def add(page, *files):
    """Chooses files, each a name and its text."""
    given = [
        {"name": name, "mimeType": "", "buffer": text if isinstance(text, bytes) else text.encode()}
        for name, text in files
    ]
    open_drafts(page)
    page.locator(".upload input[type=file]").set_input_files(given)


def list_own(page):
    return page.get_by_label("From", exact=True).locator(GROUP)


def find_traces(*folders):
    """Files on disk in whose name or bytes the drafts' rare word stands."""
    files = [path for folder in folders for path in Path(folder).rglob("*") if path.is_file()]
    return [path for path in files if SECRET in path.name or SECRET.encode() in path.read_bytes()]


@pytest.mark.parametrize("where", ["dashboard", "notebook"])
def test_two_files_are_added_compared_named_and_removed_and_leave_no_trace(
    visit, served, lab, notebooks, printed, where
):
    if where == "notebook":
        hosts.write_notebook(notebooks, printed)
        page = hosts.open_notebook(visit, lab).page
    else:
        page = hosts.open_dashboard(visit, served).page
    expect(page.locator(".found")).to_have_text("82 paragraphs")
    add(page, ("first.txt", FIRST), (f"{SECRET} 12 May 2022.txt", SECOND))
    files = page.locator(".upload .files > li")
    expect(files.locator("strong")).to_have_text(["first", f"{SECRET} 12 May 2022"])
    expect(page.locator(".sending > li")).to_have_count(0)
    expect(list_own(page)).to_have_text(["first", f"{SECRET} 12 May 2022"])

    page.get_by_role("button", name="Compare these: first → ").click()
    expect(page.locator(".found")).to_have_text("2 paragraphs")
    expect(page.locator("article.card del").first).to_contain_text("long")
    expect(page.locator("article.card ins").first).to_contain_text("short")

    page.get_by_label("From", exact=True).select_option("note")
    expect(page.locator(".summary")).to_contain_text("2 paragraphs in the newer draft")
    open_drafts(page)
    files.nth(1).locator("summary").click()
    form = files.nth(1).get_by_role("form")
    expect(form.get_by_label("Date, if it has one")).to_have_value("2022-05-12")
    form.get_by_label("Title").fill("The second")
    form.get_by_role("button", name="Save").click()
    expect(list_own(page)).to_have_text(["first", "The second"])
    expect(files.nth(1).locator("summary")).to_be_focused()
    expect(page.locator(".upload > [role=status]")).to_have_text("The second is saved.")

    page.get_by_role("button", name="Remove The second").click()
    expect(list_own(page)).to_have_text(["first"])
    expect(page.get_by_label("to", exact=True)).to_have_value("wimn-printed")
    expect(page.locator(".error:visible")).to_have_count(0)
    server = lab if where == "notebook" else served
    assert find_traces(printed, psutil.Process(server.process.pid).environ()["HOME"], notebooks) == []
    assert SECRET not in "".join(server.said)


def test_drafts_that_speak_of_no_objective_have_a_sentence_in_place_of_the_chart(page):
    add(page, ("first.txt", FIRST), ("second.txt", SECOND))
    page.get_by_role("button", name="Compare these: first → second").click()
    expect(page.locator(".heatmap .note")).to_contain_text("No objective was found in the words of these")
    page.get_by_role("button", name="table", exact=True).click()
    expect(page.locator(".grid .note")).to_contain_text("No objective was found in the words of these")
    page.get_by_role("button", name="chart", exact=True).click()
    page.get_by_label("From", exact=True).select_option("rev2-printed")
    page.get_by_label("to", exact=True).select_option("wimn-printed")
    expect(page.locator(".canvas .nsewdrag").first).to_be_visible()


def test_a_file_that_marks_changes_offers_to_compare_them(page):
    add(page, ("note.md", MARKED))
    expect(list_own(page)).to_have_count(4)
    page.get_by_role("button", name="Compare note: before the changes → with all changes").click()
    expect(page.locator("article.card del").first).to_contain_text("shall")
    expect(page.locator(".hands")).to_contain_text("Ana")
    open_drafts(page)
    page.locator(".files summary").click()
    form = page.get_by_role("form", name="Names of note")
    form.get_by_label("Name of hand 2").fill("Anastasia")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".hands")).to_contain_text("Anastasia")
    page.get_by_role("tab", name="Compare").click()
    page.locator("article.card .printed > summary").first.click()
    expect(page.locator("figure .told").first).to_have_text(
        "The marks of your own drafts cannot be changed here."
    )
    expect(page.get_by_role("button", name="change marks")).to_have_count(0)


def test_the_way_of_a_file_is_shown_and_what_went_wrong_is_said(page):
    page.evaluate(HEARD)
    add(page, ("long.txt", "1. We go on.\n" * 400_000))
    line = page.locator(".sending > li")
    expect(line.locator(".words")).to_contain_text("too long to be compared here")
    heard = page.evaluate("heard")
    shares = sorted({int(share) for share in re.findall(r"long\.txt: (\d+) %", " ".join(heard))})
    assert shares == [0, 20, 40, 60, 81]  # a fifth more a piece, of all but the last
    assert "long.txt: reading …" in heard
    expect(page.locator(".upload > [role=status]")).to_contain_text("too long to be compared here")
    page.get_by_role("button", name="Try again: long.txt").click()
    expect(line.locator(".words")).to_contain_text("too long to be compared here")
    page.get_by_role("button", name="Put away: long.txt").click()
    expect(line).to_have_count(0)
    expect(page.get_by_role("button", name="Add your own drafts")).to_be_focused()


def test_a_file_of_another_kind_or_a_broken_one_is_a_sentence_and_the_others_come(page):
    add(page, ("tune.mp3", b"x"), ("empty.txt", b""), ("zeros.txt", b"1. We\0 go."), ("good.txt", FIRST))
    words = page.locator(".sending .words")
    expect(words).to_have_count(3)
    expect(words.nth(0)).to_contain_text(
        "tune.mp3: files of this kind cannot be read. Save it as one of these: .txt"
    )
    expect(words.nth(1)).to_contain_text("empty.txt: the file is empty")
    expect(words.nth(2)).to_contain_text("zeros.txt, line 1: ")
    expect(list_own(page)).to_have_text(["good"])


def test_a_file_on_its_way_can_be_taken_back(page):
    add(page, ("long.txt", "1. We go on.\n" * 1_400_000), ("good.txt", FIRST))
    page.get_by_role("button", name="Cancel: long.txt").click()
    expect(list_own(page)).to_have_text(["good"])
    expect(page.locator(".sending > li")).to_have_count(0)


def test_a_dropped_file_is_added_and_a_hostile_name_is_only_a_name(page):
    page.evaluate(DROP, [HOSTILE, FIRST])
    assert page.evaluate("taken")
    expect(page.locator(".files strong")).to_have_text("<img src=x onerror=window.hurt=1>")
    expect(list_own(page)).to_have_text(["<img src=x onerror=window.hurt=1>"])
    page.get_by_role("button", name=re.compile("^Compare WIMN on Rev 3 → <img")).click()
    expect(page.locator(".about").nth(1)).to_contain_text("Your own draft, out of <img src=x")
    assert page.evaluate("window.hurt === undefined")
    assert "img" not in page.url
    page.set_viewport_size({"width": 360, "height": 780})
    open_drafts(page)
    page.locator(".files summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_keys_alone_choose_a_file(page):
    button = page.get_by_role("button", name="Add your own drafts")
    button.focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    assert chooser.value.is_multiple()
    chooser.value.set_files({"name": "mine.txt", "mimeType": "", "buffer": FIRST.encode()})
    expect(list_own(page)).to_have_text(["mine"])


def test_a_file_chosen_before_the_kernel_answers_waits_for_it(visit, served):
    page = visit.page
    page.goto(served.key + hosts.START)
    expect(page.locator(".found")).to_have_text("82 paragraphs")  # made by a kernel now, kept from now on
    held = Held(page)
    page.reload()
    expect(page.locator(".found")).to_have_text("82 paragraphs")
    add(page, ("mine.txt", FIRST))
    expect(page.locator(".sending .words")).to_have_text("mine.txt: 0 %")
    held.release()
    expect(list_own(page)).to_have_text(["mine"])


def test_without_a_kernel_an_upload_ends_with_a_sentence(page, served, visit):
    served.find_kernel(find_kernel_id(page)).kill()
    expect(page.locator(".error:visible")).to_contain_text("What you see stays readable")
    add(page, ("mine.txt", FIRST))
    expect(page.locator(".sending .words")).to_contain_text(
        "The connection to the workbook was lost on the way."
    )
    expect(page.get_by_role("button", name="Try again: mine.txt")).to_be_visible()
    visit.complaints.clear()  # the browser's own words on the lost line


def test_after_a_reload_own_drafts_are_gone_as_was_said(page):
    expect(page.locator(".upload .note")).to_contain_text("gone when you close or reload the page")
    add(page, ("mine.txt", FIRST))
    page.get_by_role("button", name="→ mine").click()
    expect(page.locator(".summary")).to_contain_text("2 paragraphs in the newer draft")
    page.reload()
    expect(page.locator(".notice[role=alert]")).to_contain_text("no draft of that name is here")
    expect(page.locator(".found")).to_have_text(re.compile("paragraphs"))
    expect(list_own(page)).to_have_count(0)


def test_a_page_without_a_kernel_takes_no_drafts(visit, compared):
    visit.page.goto(compared("rev2", "rev3").as_uri())
    expect(visit.page.locator("article.card").first).to_be_visible()
    open_drafts(visit.page)
    expect(visit.page.get_by_text("open the workbook's dashboard")).to_be_visible()
    expect(visit.page.locator(".upload")).to_be_hidden()
