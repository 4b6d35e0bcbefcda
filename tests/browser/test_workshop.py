"""A learner's side of the workshop: exercises answered, checked, revealed, kept, handed in, forgotten."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.practice import ask, check
from tests.browser.test_access import AXE, find_barriers
from tests.browser.windows import open_window
from workbook.__main__ import main

# Fixtures and the classes that they return are in conftest.py beside this file.

# A sign of two UTF-16 units stands before the words that are marked: places are counted in code points.
TEXTS = {
    "first.txt": "1. We commit to adopting laws.\n2. We recall the rights of migrant children.\n"
    "3bis. We note every child.\n4. We speak of youth.\n",
    "second.txt": "1. We, 𝒂ll of us, will aim to adopt laws, as appropriate.\n"
    "2. We recall the rights of migrant children.\n3bis. We note every child.\n4. We speak of youth.\n",
}
PHONE = {"width": 360, "height": 740}
CHOOSE_WORDS = """(paragraph, words) => {
  const text = paragraph.firstChild, range = document.createRange(), start = text.data.indexOf(words);
  range.setStart(text, start + 1);
  range.setEnd(text, start + words.length - 1);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
DAMAGE = """([name, words]) => {
  const packed = document.getElementById(`workbook-chapter-${name}`), before = packed.textContent;
  packed.textContent = words;
  return before;
}"""
STORED = "() => Object.keys(localStorage).filter((name) => name.startsWith('workbook-workshop'))"


@pytest.fixture(scope="module")
def practised(tmp_path_factory) -> str:
    """The address of a page of two short drafts and one exercise with every kind of question."""
    folder, site = tmp_path_factory.mktemp("practised"), tmp_path_factory.mktemp("site")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "exercises").mkdir()
    shutil.copy(Path(__file__).with_name("practised.toml"), folder / "exercises" / "T1.toml")
    assert main(["site", str(site), "--data", str(folder)]) == 0
    return (site / "first.txt--second.txt.html").as_uri()


def choose_words(page: Page, paragraph: str, words: str) -> None:
    """Selects words of a paragraph as a mouse does that is not quite exact."""
    text = page.locator(f".text[data-draft='second.txt'][data-name='{paragraph}']")
    text.evaluate(CHOOSE_WORDS, words)


def test_every_kind_of_answer_is_checked_at_once_with_its_reason_and_outlasts_a_reload(visit, practised):
    page = visit.page
    page.goto(f"{practised}#tab=workshop&room=T1")
    page.get_by_role("button", name="All that can be asked <img").click()
    expect(page.get_by_role("heading", name="All that can be asked")).to_be_focused()
    choose, pick, mark, label, edit = (ask(page, name) for name in "abcde")

    check(choose, "Choose an answer first.")
    choose.get_by_label("aim to").check()
    check(choose, "A trap: To aim is not to arrive.")
    choose.get_by_label("note").check()
    expect(choose.locator(".result")).to_be_empty()
    check(choose, "Not accepted: Look again.")
    choose.get_by_role("button", name="A hint (1 of 2)").click()
    expect(choose.locator(".hints li")).to_have_text(["Read the verbs."])
    expect(choose.locator(".hints li")).to_be_focused()
    choose.get_by_label("commit to").check()
    check(choose, "Right: It binds those who say it.")

    page.get_by_role("button", name="pick for b paragraph 2").click()
    expect(pick.get_by_label("2", exact=True)).to_be_checked()
    pick.get_by_label("4", exact=True).check()
    check(
        pick,
        "1 of 2 found; one more is wanted; one of your answers is not accepted",
        "Youth is another word.",
    )
    page.get_by_role("button", name="picked for b paragraph 4").click()
    pick.get_by_label("3bis", exact=True).check()
    check(pick, "All two found.")

    choose_words(page, "2", "the rights")
    page.locator(".marker").get_by_role("button", name="Mark for c").click()
    check(mark, "A trap: “the rights” in 2. They were there before.")
    mark.get_by_role("button", name="take out: the rights").click()
    choose_words(page, "1", "aim to adopt")
    page.locator(".marker").get_by_role("button", name="Mark for c").click()
    check(mark, "Right: “aim to adopt” in 1. An aim may be missed.")

    label.get_by_label("Number of the paragraph").fill("Para. 3 BIS")
    check(label, "Most likely right: Paragraph 3bis.", "It was put in behind 3.")
    edit.get_by_label("Paragraph 2, as you would have it").fill("We <b>recall</b>.")
    check(edit, "the workbook's dashboard can tell")
    edit.get_by_role("button", name="Show the answers").click()
    expect(edit.locator(".key")).to_contain_text("It is the commonest one.")
    expect(edit.locator(".key")).to_be_focused()

    page.reload()
    expect(choose.get_by_label("commit to")).to_be_checked()
    expect(choose.locator(".hints li")).to_have_count(1)
    expect(mark.locator(".result")).to_contain_text("An aim may be missed.")
    expect(label.get_by_label("Number of the paragraph")).to_have_value(re.compile("3 ?BIS"))
    expect(edit.get_by_label("Paragraph 2, as you would have it")).to_have_value("We <b>recall</b>.")
    page.go_back()
    row = page.locator(".rows [data-exercise=T1]")
    expect(row).to_contain_text("done, 4 of 5 found by yourself")
    page.goto("about:blank")
    page.goto(f"{practised}#tab=workshop&room=T1&hints=no")  # as the room's address has it, without answers
    expect(row).to_contain_text("done, 4 of 5 found by yourself")
    expect(page.get_by_text("Answers of an earlier visit")).to_be_visible()
    page.get_by_role("button", name="All that can be asked").click()
    expect(choose.get_by_role("button", name=re.compile("hint"))).to_be_hidden()
    choose.get_by_role("button", name="Begin anew").click()
    expect(choose.get_by_role("radio", checked=True)).to_have_count(0)
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert page.evaluate("window.hurt === undefined")


def test_words_are_marked_with_the_keys_alone(visit, practised):
    page = visit.page
    page.goto(f"{practised}#tab=workshop&workshop=T1")
    begin = page.get_by_role("button", name="mark words for c in paragraph 1")
    begin.focus()
    page.keyboard.press("Enter")
    for key in ["ArrowRight"] * 4 + ["Space", "ArrowRight"]:
        page.keyboard.press(key)
    heard = page.locator(".material > [role=status]")
    expect(heard).to_have_text("Taken: will aim")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(begin).to_be_focused()
    expect(heard).to_have_text("Marked. 1 in all.")
    check(ask(page, "c"), "“will aim to” in 1. An aim may be missed.")
    page.keyboard.press("Tab")  # on from the button that checked it
    expect(ask(page, "c").get_by_role("button", name="Show the answers")).to_be_focused()
    begin.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".cursor")).to_have_count(0)
    expect(begin).to_be_focused()


def test_answers_from_a_stranger_are_text_and_a_learners_own_are_handed_in_opened_and_forgotten(
    visit, practised, tmp_path
):
    page = visit.page
    strange = "**".join(
        ["T1*a.9cwr.zz*b.c._1o_img.4*c.c.1--0-999999*d.c._1o_img_w_src_1p_x", "__proto__*a.c.x", "T1-x*"]
    )
    page.goto(f"{practised}#tab=workshop&workshop=T1&answers={strange}")
    expect(ask(page, "d").locator(".result")).to_contain_text("Not accepted: “<img src=x”")
    expect(ask(page, "c").locator(".result")).to_contain_text("Near: “We, 𝒂ll of us")
    expect(ask(page, "c").locator(".result")).to_contain_text("mark fewer of its words")
    assert page.locator("main img").count() == 0
    page.goto("about:blank")
    page.goto(f"{practised}#tab=workshop&workshop=T1&answers={'x' * 2001}")
    expect(page.get_by_text("holds more than the workbook takes: “answers”")).to_be_visible()

    ask(page, "d").get_by_label("Number of the paragraph").fill("4")
    ask(page, "e").get_by_label("Paragraph 2, as you would have it").fill("My own words.")
    choose_words(page, "1", "will aim to")
    page.locator(".marker").get_by_role("button", name="Mark for c").click()
    check(ask(page, "c"), "Right")
    page.get_by_role("button", name="All exercises").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my answers").click()
    told = json.loads(download.value.path().read_text("utf-8"))
    assert download.value.suggested_filename == f"answers-{told['mark'][:4]}.json"
    expect(page.get_by_text(f"Handed to your browser: {download.value.suggested_filename}")).to_be_visible()
    assert (told["workbook"], told["version"]) == ("answers", 1)
    given = told["exercises"]["T1"]
    assert given["c"]["given"] == [{"paragraph": "1", "start": 15, "end": 26, "words": "will aim to"}]
    assert given["c"]["right"] and given["d"]["given"] == ["4"] and given["e"]["given"] == ["My own words."]

    page.get_by_role("button", name="Start anew …").last.click()
    erase = page.get_by_role("button", name="Erase everything")
    expect(erase).to_be_focused()
    erase.click()
    expect(page.locator(".rows [data-exercise=T1]")).to_contain_text("not begun")
    assert page.evaluate(STORED) == []
    assert "answers" not in page.evaluate("location.hash")
    page.go_back()
    expect(ask(page, "e").get_by_label("Paragraph 2, as you would have it")).to_have_value(
        "We recall the rights of migrant children."
    )
    expect(ask(page, "c").locator(".given li")).to_have_count(0)

    page.get_by_role("button", name="All exercises").click()
    broken = tmp_path / "broken.json"
    broken.write_text('{"workbook": "answers"', encoding="utf-8")
    field = page.locator("input[type=file][accept*=json]")
    field.set_input_files(broken)
    expect(page.get_by_text("This is no file of answers")).to_be_visible()
    with page.expect_download() as another:
        page.get_by_role("button", name="Download my answers").click()
    mark = json.loads(another.value.path().read_text("utf-8"))["mark"]
    assert mark != told["mark"]  # after "Start anew" it is another learner's
    field.set_input_files(download.value.path())
    expect(page.locator(".rows [data-exercise=T1]")).to_contain_text("begun: 1 of 5 questions done")
    assert page.evaluate("localStorage['workbook-workshop-mark']") == told["mark"]
    page.get_by_role("button", name="All that can be asked").click()
    expect(ask(page, "e").get_by_label("Paragraph 2, as you would have it")).to_have_value("My own words.")


def test_an_exercise_that_cannot_be_read_says_so_in_its_place_and_is_read_when_it_is_tried_again(
    visit, practised
):
    page = visit.page
    page.goto(practised)
    whole = page.evaluate(DAMAGE, ["workshop", "H4sIAAAA"])
    page.evaluate("location.hash = '#tab=workshop&workshop=T1'")
    opened = page.locator(".opened")
    expect(opened.get_by_role("alert")).to_contain_text("This could not be read")
    expect(opened.get_by_text("Working this out")).to_be_hidden()
    page.evaluate(DAMAGE, ["workshop", whole])
    opened.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="All that can be asked")).to_be_visible()


def test_a_line_is_laid_beside_what_came_and_nobody_else_sees_it(visit, dashboard, chromium):
    page = visit.page
    page.goto(f"{dashboard.key}#old=rev2&new=rev3&tab=workshop&workshop=predict-3")
    line = "We shall not act."
    page.get_by_label("Your line").fill(line)
    page.get_by_role("button", name="Show what came").click()
    told = page.locator(".laid-beside li")
    expect(told.filter(has_text="You wrote a line, not the whole paragraph")).to_be_visible()
    expect(told.filter(has_text="Highest rung")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Your line")).to_have_value(line)
    expect(told.first).to_be_visible()
    with open_window(chromium) as other:
        other.page.goto(f"{dashboard.key}#old=rev2&new=rev3&tab=workshop&workshop=predict-3")
        expect(other.page.get_by_label("Your line")).to_have_value("")
        assert other.complaints == []


def test_an_exercise_has_no_barrier_in_light_or_dark(chromium, practised):
    answers = "T1*a.2c.aim*b.cr.2.4*c.cr.1--15-26.2--3-9*d.c.3bis*e.r"
    with open_window(chromium, policy=False) as visit:
        page = visit.page
        page.goto(f"{practised}#tab=workshop&workshop=T1&answers={answers}")
        page.get_by_role("button", name="mark words for c in paragraph 4").click()
        page.evaluate(AXE.read_text("utf-8"))
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            expect(page.locator(".workbook-explorer")).to_have_attribute("data-look", scheme)
            assert find_barriers(page, "html", colours=scheme == "dark") == []
        assert visit.complaints == []
