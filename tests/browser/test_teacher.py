"""The teacher's place: exercises picked and ordered, files of answers counted, a sheet and key printed."""

import csv
import io
import json
import re

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_access import AXE, find_barriers
from tests.browser.windows import open_window
from workbook.learn.exercises import load_exercises, load_plans, load_roles

TEACHER = "#tab=workshop&workshop=teacher"
# What ten learners typed for the old number of 44bis; one of them typed nothing.
TYPED = ["55", "44", "Para. 44", "44", "55", "56", "55 ", "44.", "99"]


@pytest.fixture
def page(chromium, compared):
    """The place in a page that stands alone, in a window where a checker of barriers may work."""
    with open_window(chromium, policy=False) as visit:
        visit.page.goto(compared("rev2", "rev3").as_uri() + TEACHER)
        expect(visit.page.get_by_role("heading", name="1. Choose the exercises")).to_be_visible()
        yield visit.page
        assert visit.complaints == []


def expect_order(page: Page, exercises: list[str]) -> None:
    """The teacher's programme is these exercises, in this order."""
    rows = page.locator(".programme > li")
    expect(rows).to_have_count(len(exercises))
    for at, exercise in enumerate(exercises):
        expect(rows.nth(at)).to_have_attribute("data-exercise", exercise)


def read_pages(page: Page, paper: str) -> list[str]:
    """The words on each page as it is printed, hyphens at line ends and the page's number taken out."""
    pages = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format=paper)))
    texts = [each.get_textpage().get_text_range() for each in pages]
    return [" ".join(re.sub(r"[\ufffe\u00ad]\s*", "-", text).split()) for text in texts]


def flatten(words: str) -> str:
    return " ".join(words.split())


def answer(given: list, **more) -> dict:
    nothing = {"hints": 0, "checked": True, "right": False, "revealed": False, "text": ""}
    return {"given": given, **nothing, **more}


def write_answers(folder) -> list[str]:
    """The files of twelve learners, two of them twice, and four that hold something else."""
    files = []
    for number, typed in enumerate([*TYPED, ""]):
        label = answer([typed] if typed else [], hints=number % 2, revealed=number == 9, right=True)
        text = answer([f"=We commit to {number}."], text=f"=We commit to {number}.", right=number < 4)
        choice = answer(["two" if number < 6 else "none"])
        # “We commit to eliminating”, and “commit to eliminating racism”: around the words of one trap
        marked = answer([{"paragraph": "40", "start": number % 2 * 3, "end": 24 + number % 2 * 7}])
        marked["given"] += [{"paragraph": "39", "start": 0, "end": 999}]  # near: far too much of it
        told = {"E3": {"a": label}, "E6": {"a": text}, "E2": {"a": choice}, "E1": {"a": marked}}
        files.append((f"answers-{number}.json", {"workbook": "answers", "version": 1, "exercises": told}))
    files.append(("copy of the first.json", files[0][1]))
    # Two learners who agree, and one of them again, later, with an answer changed.
    agreed = {"workbook": "answers", "version": 1, "exercises": {"E3": {"a": answer(["former 55"])}}}
    files.append(("answers-aaaa.json", agreed | {"mark": "aaaa11"}))
    files.append(("answers-bbbb.json", agreed | {"mark": "bbbb22"}))
    changed = {"E3": {"a": answer(["44 of Rev 2"])}}
    files.append(("answers-bbbb (1).json", agreed | {"mark": "bbbb22", "exercises": changed}))
    files.append(("elsewhere.json", files[0][1] | {"exercises": {"E99": {"a": answer(["<b>1</b>"])}}}))
    strange = answer([{"paragraph": 7}, "x" * 999])
    hostile = {"__proto__": {"a": answer(["x"])}, "E3": {"a": strange}, "<i>": 1}
    files.append(("hostile.json", files[0][1] | {"exercises": hostile}))
    files.append(("<img src=x onerror=alert(1)>.json", "no answers"))
    paths = [folder / name for name, _ in files]
    for path, (_, told) in zip(paths, files, strict=True):
        path.write_text(told if isinstance(told, str) else json.dumps(told), encoding="utf-8")
    (folder / "large.json").write_text(" " * 2_000_001, encoding="utf-8")
    return [str(path) for path in [*paths, folder / "large.json"]]


def test_a_teacher_picks_a_plan_changes_it_with_the_keys_and_finds_it_again(page):
    plan = next(plan for plan in load_plans() if plan.id == "90")
    planned = list(dict.fromkeys(step.exercise for step in plan.steps if step.exercise))
    own = page.locator(".choose")
    expect(own.locator(".programme > li")).to_have_count(len(load_exercises()))  # nothing is chosen yet: all
    own.get_by_role("button", name=plan.title).click()
    expect_order(page, planned)
    expect(own.locator(".plan tbody tr")).to_have_count(len(plan.steps))
    minutes = {exercise.id: exercise.minutes for exercise in load_exercises()}
    whole = sum(minutes[each] for each in planned)
    expect(own.locator(".sum")).to_contain_text(f"{len(planned)} exercises, {whole} minutes.")
    expect(own.locator(".sum")).to_contain_text(f"has {plan.minutes} minutes: {whole} for exercises")

    up = own.get_by_role("button", name=re.compile("^Move up: E6"))
    up.focus()
    for _ in planned[1:]:
        page.keyboard.press("Enter")
    expect_order(page, ["E6", *planned[:-1]])
    expect(own.get_by_role("button", name=re.compile("^Move down: E6"))).to_be_focused()
    own.get_by_role("button", name=re.compile("^Take out: E2")).click()
    own.get_by_text("Add an exercise").click()
    own.get_by_role("button", name=re.compile("^Add E4")).click()
    own.get_by_label("Make one from the two drafts above").select_option("became")
    own.get_by_label("Seed").fill("3")
    own.locator(".made button").click()
    own.get_by_label("Hide the hints from learners").check()
    chosen = ["E6", *(each for each in planned[:-1] if each != "E2"), "E4", "became-3"]
    expect(page).to_have_url(re.compile("room=" + "%2C".join(chosen) + "&hints=no"))
    expect(own.locator("[data-exercise='became-3']")).to_contain_text("Made from seed 3")
    more = sum(minutes.get(each, 0) for each in chosen) - whole
    expect(own.locator(".sum")).to_contain_text(re.compile(rf"Yours take {more + 5} more than that\."))
    page.reload()
    expect(own.locator(".programme > li")).to_have_count(len(chosen))
    expect_order(page, chosen)

    # A page without a server has no short address; it says so, and what there is.
    shared = page.locator(".teacher .share")
    expect(shared.get_by_role("button", name="Make a short address")).to_have_count(0)
    expect(shared).to_contain_text("workbook dashboard --share")
    given = shared.locator(".given").text_content()
    assert given.startswith("#old=rev2&new=rev3&tab=workshop&room=") and "teacher" not in given


def test_files_of_answers_are_counted_with_the_commonest_wrong_answers_and_nobodys_name(page, tmp_path):
    page.get_by_role("button", name="90 minutes").click()
    page.get_by_label("Files of answers").set_input_files(write_answers(tmp_path))
    counted = page.locator(".collected")
    troubles = counted.locator(".troubles")
    expect(counted).to_contain_text("12 files counted, 2 with nothing on these exercises left out, 2 refused")
    expect(troubles).to_contain_text("“answers-0.json”, “copy of the first.json” hold the")
    expect(troubles).to_contain_text("“answers-bbbb.json”, “answers-bbbb (1).json” carry the same mark")
    expect(troubles).to_contain_text("One file answers “E99”")
    expect(troubles).to_contain_text("<img src=x onerror=alert(1)>.json”: This is no file")
    expect(troubles).to_contain_text("“large.json”: it is too large")
    table = counted.get_by_role("table")
    row = table.get_by_role("row").filter(has_text="Paragraph 44bis of Rev 3: which number")
    assert row.locator("td").all_text_contents() == ["11 of 12", "4 of 11", "5 of 12", "1 of 12"]
    wrong = row.locator("xpath=following-sibling::tr[1]").locator("li")
    assert [each.split(".")[0] for each in wrong.all_text_contents()] == [
        "5 of 11: Paragraph 44",
        "1 of 11: Paragraph 56",
        "1 of 11: Paragraph 99",
    ]
    expect(wrong.first).to_contain_text("The nearest number, and another subject")  # of the trap
    expect(wrong.last).to_contain_text("Look for words that are rare")  # of any other answer
    expect(table).to_contain_text("6 of 10: In two. In 9bis and 22 Rev 2 has")
    expect(table).to_contain_text("10 of 10: “commit to eliminating” in 40. This one became firmer")
    near = (
        table.get_by_role("row")
        .filter(has_text="Find two promises")
        .locator("xpath=following-sibling::tr[1]")
    )
    expect(near.locator("li")).to_have_count(1)  # what is near is no wrong answer
    edited = table.get_by_role("row").filter(has_text="Make an effort out of the intention")
    expect(edited.locator("td").nth(1)).to_have_text("4 of 10")
    assert "answers-" not in table.text_content()
    counted.get_by_label("Count each of these files").check()
    expect(row.locator("td").first).to_have_text("13 of 14")

    with page.expect_download() as download:
        counted.get_by_role("button", name="Download it as CSV").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text("utf-8-sig"))))
    [found] = [each for each in rows if (each["exercise"], each["question"]) == ("E3", "a")]
    assert (found["files"], found["answered"], found["right"], found["wrong answer 1"]) == (
        "14",
        "13",
        "6",
        "Paragraph 44",
    )
    page.evaluate(AXE.read_text("utf-8"))
    page.get_by_role("button", name="Show it here").click()
    assert find_barriers(page, ".workshop", colours=False) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    counted.get_by_role("button", name="Put the files away").click()
    expect(table).to_have_count(0)


def test_the_key_is_printed_on_pages_of_its_own_and_can_be_left_out(page):
    page.get_by_role("button", name="90 minutes").click()
    expect(page.locator(".programme > li")).to_have_count(4)
    exercises = [each for each in load_exercises() if each.id in ("E1", "E2", "E3", "E6")]
    printed = {paper: read_pages(page, paper) for paper in ("A4", "Letter")}
    for pages in printed.values():
        [first] = [at for at, text in enumerate(pages) if "Key, for the teacher" in text]
        assert first > 0 and "Key, for the teacher" in pages[first][:40]
        sheet, key = " ".join(pages[:first]), " ".join(pages[first:])
        for exercise in exercises:
            assert f"{exercise.title} ({exercise.minutes} minutes)" in sheet
            for question in exercise.questions:
                assert flatten(question.ask) in sheet, question.ask
                assert not any(flatten(each.why) in sheet for each in (*question.accepted, *question.traps))
                assert all(flatten(each.why)[1:] in key for each in (*question.accepted, *question.traps))
                assert not any(flatten(hint) in sheet for hint in question.hints)
        assert "most likely" in key and "Show it here" not in sheet + key and "Compare" not in pages[0]
    page.get_by_role("button", name="sheet without the key").click()
    page.get_by_label("Print the hints").check()
    page.get_by_label(re.compile("^Print long texts")).uncheck()
    short = read_pages(page, "A4")
    assert len(short) < first - 5 and "Key, for the teacher" not in " ".join(short)
    assert flatten(exercises[0].questions[0].hints[0]) in " ".join(short)
    assert "To read: “Rev 2, reconstructed”, 17 paragraphs" in " ".join(short)
    page.get_by_role("button", name="role cards").click()
    cards = " ".join(read_pages(page, "A4"))
    for role in load_roles():
        assert role.title in cards and flatten(role.about) in cards and flatten(role.does[-1]) in cards


def test_a_dashboard_that_is_not_shared_says_how_to_share_it_and_shows_no_address_of_its_own(
    visit, dashboard
):
    page = visit.page
    page.goto(f"{dashboard.key}{TEACHER}&room=E3,E1")
    shared = page.locator(".teacher .share")
    shared.get_by_role("button", name="Make a short address").click(timeout=60_000)
    expect(shared.locator(".notice")).to_contain_text("start it again with: workbook dashboard --share")
    expect(shared.locator(".given")).to_have_text(re.compile("^#old=.*&tab=workshop&room=E3%2CE1$"))
    assert "127.0.0.1" not in shared.text_content()
