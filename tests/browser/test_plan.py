"""The plan of 90 minutes, run by one person as teacher and learner: from the room's address to the key."""

import io
import re
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.practice import ask, check
from tests.browser.servers import HERE, Server, start_server
from tests.browser.test_teacher import expect_order, flatten, read_pages
from tests.browser.windows import open_window
from workbook.learn.exercises import load_exercises, load_plans

NAME = "room.example"  # nobody looks it up: whoever opens an address of it comes over the loopback interface
ARRIVING = (
    90_000  # milliseconds: an engine is started, and compares two drafts that nobody has compared before
)
PLAN = next(plan for plan in load_plans() if plan.id == "90")
EXERCISES = {exercise.id: exercise for exercise in load_exercises()}
CHOOSE_WORDS = """(text, words) => {
  const range = document.createRange();
  const whole = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (whole.nextNode() && !whole.currentNode.data.includes(words));
  const start = whole.currentNode.data.indexOf(words);
  range.setStart(whole.currentNode, start);
  range.setEnd(whole.currentNode, start + words.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture
def laptop(tmp_path) -> Iterator[Server]:
    """The teacher's laptop, whose dashboard is shared with the room."""
    server = start_server(
        ["workbook", "dashboard", "--no-browser", "--share", "--name", NAME], tmp_path, NAME
    )
    yield server
    server.stop()


def over_loopback(address: str) -> str:
    return address.replace(f"//{NAME}:", f"//{HERE}:")


def mark(page: Page, paragraph: str, words: str) -> None:
    page.locator(f".text[data-draft=rev3][data-name='{paragraph}']").evaluate(CHOOSE_WORDS, words)
    page.get_by_role("button", name="Mark for a", exact=True).click()


def prepare(page: Page, server: Server) -> str:
    """Before the room comes in: the plan is chosen, the address made and put on the wall. The address."""
    page.goto(over_loopback(server.key))
    page.get_by_role("tab", name="Workshop").click()
    page.get_by_role("button", name="For the teacher").click()
    page.get_by_role("button", name=PLAN.title).click(timeout=ARRIVING)
    expect_order(page, ["E1", "E3", "E2", "E6"])
    page.get_by_role("button", name="Make a short address").click()
    page.get_by_role("button", name="Show it on the projector").click()
    wall = page.get_by_role("dialog", name="Join the workshop")
    address = wall.locator(".large-address").text_content()
    assert re.fullmatch(rf"http://{NAME}:\d+/r/[2-9A-Z]{{6}}", address)
    [code] = zxingcpp.read_barcodes(Image.open(io.BytesIO(wall.locator(".qr").screenshot())))
    assert code.text == address
    for exercise in ("E1", "E3", "E2", "E6"):
        expect(wall.get_by_role("listitem").filter(has_text=EXERCISES[exercise].title)).to_be_visible()
    assert HERE not in wall.text_content()
    page.keyboard.press("Escape")
    return address


def join(page: Page, address: str, server: Server) -> None:
    """10 minutes: everybody opens the room's address. Nobody needs an account."""
    assert page.request.get(over_loopback(server.address)).status == 403  # without it nobody comes in
    page.goto(over_loopback(address))
    rows = page.locator(".exercises .rows").first.locator("[data-exercise]")
    expect(rows).to_have_count(4, timeout=ARRIVING)
    expect(rows.first).to_contain_text("not begun")


def soften(page: Page) -> None:
    """E1: two promises that became softer. The first try falls into a trap."""
    mark(page, "39", "will aim to")
    mark(page, "44bis", "We aim to")
    check(ask(page, "a"), "A trap", "Soft, but not softer", "1 of 2 found")
    ask(page, "a").get_by_role("button", name="take out: We aim to").click()
    mark(page, "42bis", "will consider")
    check(ask(page, "a"), "All two found.", "Most likely right: “will consider", "from an act to a thought")


def find_again(page: Page) -> None:
    """E3: which paragraph became 44bis? A wrong number, a hint, the right one."""
    asked = ask(page, "a")
    asked.get_by_label("Number of the paragraph").fill("44")
    check(asked, "A trap: Paragraph 44", "The nearest number, and another subject")
    asked.get_by_role("button", name="A hint (1 of 3)").click()
    expect(asked.locator(".hints li")).to_have_text([EXERCISES["E3"].questions[0].hints[0]])
    asked.get_by_label("Number of the paragraph").fill("Para. 55")
    check(asked, "Right: Paragraph", "[former 55]")


def trace(page: Page) -> None:
    """E2: an ask is traced. The first question stays wrong; the answer to the second is looked up."""
    ask(page, "a").get_by_label("In two").check()
    check(ask(page, "a"), "A trap", "is among these standards")
    for label in ("9bis", "22", "24", "45bis"):
        ask(page, "b").get_by_label(label, exact=True).check()
    check(ask(page, "b"), "4 of 5 found")
    ask(page, "b").get_by_role("button", name="Show the answers").click()
    expect(ask(page, "b").locator(".key")).to_contain_text("here it is part of a promise")


def amend(page: Page) -> None:
    """E6: a paragraph is amended, and what moves is seen while it is typed."""
    asked, question = ask(page, "a"), EXERCISES["E6"].questions[0]
    field = asked.get_by_label("Paragraph 55, as you would have it")
    field.fill(field.input_value().replace("We aim to develop", "We commit to developing"))
    expect(asked.locator(".effects")).to_contain_text("commit to developing")
    check(asked, "That is it: all that is wanted is there.")
    assert field.input_value() == question.accepted[0].answer


DONE = {"E1": soften, "E3": find_again, "E2": trace, "E6": amend}


def hand_in(page: Page) -> str:
    """Before they leave, everybody downloads their answers. The file."""
    page.reload()  # nothing is lost by it
    page.locator("[data-exercise=E6] .open").click(timeout=ARRIVING)
    field = ask(page, "a").get_by_label("Paragraph 55, as you would have it")
    expect(field).to_have_value(re.compile("^We commit to developing"))
    page.get_by_role("button", name="All exercises").click()
    expect(page.locator("[data-exercise=E1]")).to_contain_text("begun: 1 of 3 questions done")
    expect(page.locator("[data-exercise=E2]")).to_contain_text("begun: 1 of 4 questions done")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my answers").click()
    return str(download.value.path())


def talk_about(page: Page, address: str, file: str) -> None:
    """10 minutes: the tally is on the wall. Where did most of us go wrong, and why?"""
    page.reload()  # the room stays open
    expect(page.locator(".share .address")).to_have_text(address, timeout=ARRIVING)
    page.get_by_label("Files of answers").set_input_files(file)
    table = page.locator(".collected").get_by_role("table")
    counts = {
        "Find two promises": ["1 of 1", "1 of 1", "0 of 1", "0 of 1"],
        "Paragraph 44bis of Rev 3": ["1 of 1", "1 of 1", "1 of 1", "0 of 1"],
        "In how many paragraphs": ["1 of 1", "0 of 1", "0 of 1", "0 of 1"],
        "Which paragraphs of the suggested": ["1 of 1", "0 of 1", "0 of 1", "1 of 1"],
        "Make an effort out of": ["1 of 1", "1 of 1", "0 of 1", "0 of 1"],
        "And 9ter of Rev 2": ["0 of 1", "nobody answered", "0 of 1", "0 of 1"],
    }
    for asked, told in counts.items():
        expect(table.get_by_role("row").filter(has_text=asked).locator("td")).to_have_text(told)
    expect(table.locator(".wrong li")).to_have_text([re.compile("^1 of 1: In two.*is among these standards")])
    expect(table.locator(".texts li")).to_have_text([re.compile("^We commit to developing")])


def print_key(page: Page, address: str) -> None:
    """The sheet, and the key on pages of its own."""
    pages = read_pages(page, "A4")
    first = next(at for at, words in enumerate(pages) if "Key, for the teacher" in words[:40])
    sheet, key = " ".join(pages[:first]), " ".join(pages[first:])
    assert address in sheet and "Key, for the teacher" not in sheet
    for exercise in DONE:
        assert EXERCISES[exercise].title in sheet
        answers = EXERCISES[exercise].questions[0].accepted
        assert all(flatten(answer.why)[1:] in key and flatten(answer.why) not in sheet for answer in answers)


def test_one_person_runs_the_plan_of_ninety_minutes_as_teacher_and_as_learner(chromium, laptop):
    with open_window(chromium) as teacher, open_window(chromium) as learner:
        address = prepare(teacher.page, laptop)
        join(learner.page, address, laptop)
        for step in PLAN.steps:
            if step.exercise:
                assert step.where == "page"
                learner.page.locator(f"[data-exercise={step.exercise}] .open").click()
                DONE[step.exercise](learner.page)
                learner.page.get_by_role("button", name="All exercises").click()
        file = hand_in(learner.page)
        talk_about(teacher.page, address, file)
        print_key(teacher.page, address)
        teacher.page.get_by_role("button", name="Close the address").click()
        expect(teacher.page.get_by_role("button", name="Make a short address")).to_be_visible()
        assert learner.page.request.get(over_loopback(address)).status == 404
        assert teacher.complaints == learner.complaints == []
