"""Files of exercises: what they say is read, and each mistake is told with file, key, and how to mend it."""

import re
import tomllib

import polars as pl
import pytest

from workbook.app import read_text
from workbook.app.chapters import Asked, make_chapter
from workbook.learn.entries import Entry
from workbook.learn.exercise import KINDS, Goal, Marked
from workbook.learn.exercises import load_exercises, load_plans, load_roles
from workbook.learn.material import fill_exercise
from workbook.learn.questions import read_exercise
from workbook.schemas import WorkbookError
from workbook.text.drafts import shipped_data

HEAD = 'exercise = "X1"\ntitle = "Verbs"\nminutes = 5\ntask = "Read."\n'
MATERIAL = '[[material]]\ndraft = "first.txt"\nlabels = ["1"]\n'
PICK = '[[question]]\nkind = "pick"\ndraft = "first.txt"\nask = "Which?"\n'
RIGHT = '[[question.accepted]]\nanswer = "1."\nwhy = "It does."\n'
WHOLE = HEAD + MATERIAL + PICK + RIGHT
EDIT = '[[question]]\nkind = "edit"\ndraft = "first.txt"\nparagraph = "1"\nask = "Edit."\n'
MARK = PICK.replace("pick", "mark")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "exercises").mkdir()
    (tmp_path / "first.txt").write_text(
        "1. We commit to act, as appropriate, and to act.\n2. We note this.\n"
    )
    (tmp_path / "second.txt").write_text("1. We will act.\n2. We note this.\n")
    return tmp_path


def write(folder, text, name="X1.toml"):
    (folder / "exercises" / name).write_text(text, encoding="utf-8")
    return folder


def read_one(folder, text):
    (exercise,) = load_exercises(write(folder, text))
    return exercise


def tell_one(folder, text):
    told = make_chapter("workshop", Asked("first.txt", "second.txt", write(folder, text)))
    (exercise,) = told["exercises"]
    return exercise


def test_an_exercise_is_what_its_file_says(folder):
    exercise = read_one(folder, WHOLE)
    (question,) = exercise.questions
    assert (exercise.id, exercise.minutes, question.id, question.wanted) == ("X1", 5, "a", 1)
    assert [answer.answer for answer in question.accepted] == ["1"]


def test_a_number_is_read_however_it_is_spelled(folder):
    spelled = WHOLE.replace('answer = "1."', 'answer = "44 bis"')
    assert read_one(folder, spelled).questions[0].accepted[0].answer == "44bis"


def test_words_to_mark_are_found_by_their_place_in_the_text(folder):
    right = '[[question.accepted]]\nanswer = {paragraph = "1", words = "as appropriate"}\nwhy = "It does."\n'
    told = tell_one(folder, HEAD + MATERIAL + MARK + right)
    (answer,) = told["questions"][0]["accepted"]
    (shown,) = told["material"][0]["paragraphs"]
    assert shown["text"][answer["answer"]["start"] : answer["answer"]["end"]] == "as appropriate"


def test_a_goal_may_ask_that_nothing_of_a_kind_comes_in(folder):
    edit = EDIT + "goal = {hedges_gained = 0}\n"
    exercise = read_one(folder, HEAD + edit)
    assert exercise.questions[0].goal == Goal(hedges_gained=0)
    assert tell_one(folder, HEAD + edit)["questions"][0]["paragraph"]["text"].startswith("We commit")


def test_what_really_came_stands_beside_a_line_of_ones_own(folder):
    line = (
        '[[question]]\nkind = "write"\ndraft = "first.txt"\nparagraph = "1"\nask = "And then?"\n'
        'actual = {draft = "second.txt", paragraph = "1"}\n'
    )
    assert tell_one(folder, HEAD + line)["questions"][0]["actual"]["text"] == "We will act."


def test_a_folder_without_exercises_has_none_and_has_the_plans_and_roles_that_ship(folder):
    told = make_chapter("workshop", Asked("first.txt", "second.txt", folder))
    assert told["exercises"] == told["left_out"] == []
    assert len(told["plans"]) == len(load_plans(shipped_data())) > 0
    assert len(told["roles"]) == len(load_roles(shipped_data())) > 0


def test_an_exercise_whose_drafts_are_not_there_is_left_out_and_said(folder):
    told = make_chapter(
        "workshop", Asked("first.txt", "second.txt", write(folder, WHOLE.replace('"first.txt"', '"third"')))
    )
    assert told["exercises"] == []
    assert told["left_out"] == ["X1, Verbs: left out, since no draft of the data folder is called “third”."]


def test_the_chapter_is_made_anew_when_a_file_of_an_exercise_changes(folder, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    assert tell_one(folder, WHOLE)["title"] == "Verbs"
    assert tell_one(folder, WHOLE.replace("Verbs", "Nouns"))["title"] == "Nouns"


MISTAKES = {
    "no TOML": ("title = Verbs", "X1.toml: ", "Texts stand in quotes"),
    "as long as a book": ("# " + "x" * 1_000_000, "X1.toml: larger than 1,000,000 bytes", "more than one"),
    "brackets without end": ("a = " + "[" * 20_000, "X1.toml: brackets stand within brackets", "Close them"),
    "a number without end": (WHOLE.replace("= 5", f"= {'9' * 5_000}"), "X1.toml: Exceeds", "lists in [ ]"),
    "an id that no room can name": (WHOLE.replace('"X1"', '"1"'), "exercise: “1” is no id", "Write E9"),
    "an id of another place": (WHOLE.replace('"X1"', '"bench"'), "exercise: “bench” is the name", "another"),
    "an id that no address keeps": (
        WHOLE.replace("\nask", '\nid = "a.b"\nask'),
        "id: “a.b” holds more",
        "a2",
    ),
    "a key that is none": (WHOLE.replace("\nask", "\naks"), "question 1, aks: no such key", "“ask”"),
    "a text left out": (WHOLE.replace('title = "Verbs"\n', ""), "X1.toml, title: this is missing", "title ="),
    "a number in quotes": (WHOLE.replace("= 5", '= "5"'), "minutes: a whole number", "without quotes"),
    "no minutes at all": (WHOLE.replace("= 5", "= 0"), "minutes: a whole number", "1 or more"),
    "a kind that is none": (WHOLE.replace('"pick"', '"guess"'), "question 1, kind: “guess”", "choose, pick"),
    "no question": (HEAD + MATERIAL, "question: there is none", "[[question]]"),
    "nothing accepted": (HEAD + MATERIAL + PICK, "accepted: no answer is right", "[[question.accepted]]"),
    "no reason": (WHOLE.replace('why = "It does."', ""), "accepted 1, why: this is missing", "why ="),
    "more wanted than accepted": (WHOLE.replace("\nask", "\nwanted = 2\nask"), "wanted: 2 are wanted", "add"),
    "one answer twice": (WHOLE + RIGHT, "accepted: “1” stands here twice", "Take one out"),
    "unsure in other words": (WHOLE + 'sure = "maybe"\n', "sure: “maybe”", "most likely, if argued"),
    "options where none belong": (
        WHOLE.replace("\nask", '\noptions = [{id="x", text="y"}]\nask'),
        "options",
        "choose",
    ),
    "nothing to read it in": (HEAD + PICK + RIGHT, "draft: no material is of “first.txt”", "[[material]]"),
    "two ways to say which": (
        WHOLE.replace('["1"]', '["1"]\nall = true'),
        "material 1, labels",
        "all = true",
    ),
    "a goal without an aim": (
        HEAD + EDIT + "goal = {}\n",
        "question 1, goal: this is missing",
        "highest_rung",
    ),
    "a list that is none": (WHOLE.replace('["1"]', '"1"'), "labels: this is no list", 'labels = ["..."'),
    "another file's name": (
        WHOLE.replace("X1", "X2"),
        "exercise: the file of X2 is called X2.toml",
        "Rename",
    ),
}


@pytest.mark.parametrize(("text", "wrong", "mend"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_file_says_where_it_is_and_how_to_mend_it(folder, text, wrong, mend):
    with pytest.raises(WorkbookError) as caught:
        load_exercises(write(folder, text))
    assert "X1.toml" in str(caught.value) and wrong in str(caught.value) and mend in str(caught.value)


MARKED = '[[question.accepted]]\nanswer = {paragraph = "1", words = "WORDS"}\nwhy = "It does."\n'
ABSENT = {
    "a paragraph to read": (
        WHOLE.replace('["1"]', '["7"]'),
        "material 1, labels: 0 paragraphs are numbered 7",
    ),
    "a heading": (WHOLE.replace('labels = ["1"]', 'sections = ["Acts"]'), "no heading is “Acts”"),
    "a paragraph to pick": (
        WHOLE.replace("1.", "2"),
        "question a, accepted: no paragraph that can be answered",
    ),
    "words to mark": (
        HEAD + MATERIAL + MARK + MARKED.replace("WORDS", "never"),
        "“never” stands 0 times in 1",
    ),
    "one place of words": (
        HEAD + MATERIAL + MARK + MARKED.replace("WORDS", "act"),
        "“act” stands 2 times in 1",
    ),
}


@pytest.mark.parametrize(("text", "wrong"), ABSENT.values(), ids=ABSENT)
def test_what_a_file_names_and_the_draft_has_not_is_told(folder, text, wrong):
    with pytest.raises(WorkbookError, match=r"exercises/X1\.toml") as caught:
        tell_one(folder, text)
    assert wrong in str(caught.value)


# Plans and roles


def test_the_minutes_of_a_plan_are_those_of_its_steps(folder):
    plan = '[[plan]]\nid = "p"\ntitle = "P"\nminutes = 9\nabout = "A"\n'
    plan += '[[plan.step]]\nminutes = 5\nwhat = "W"\nwhere = "room"\n'
    with pytest.raises(WorkbookError, match="its steps take 5 minutes, not 9"):
        load_plans(write(folder, plan, "plans.toml"))
    assert [each.minutes for each in load_plans(write(folder, plan.replace("9", "5"), "plans.toml"))] == [5]


def test_each_plan_names_exercises_that_ship_and_gives_them_the_time_that_they_need():
    minutes = {exercise.id: exercise.minutes for exercise in load_exercises(shipped_data())}
    plans = load_plans(shipped_data())
    assert [(plan.id, plan.minutes) for plan in plans] == [
        ("45", 45),
        ("90", 90),
        ("half-day", 240),
        ("two-days", 720),
    ]
    for plan in plans:
        assert [step for step in plan.steps if step.exercise and step.minutes != minutes[step.exercise]] == []
    assert plans[1].steps[0].minutes == 10 and "Join" in plans[1].steps[0].what


def test_the_seats_of_all_roles_make_twelve_and_twenty_people():
    roles = load_roles(shipped_data())
    assert (sum(role.seats for role in roles), sum(role.most for role in roles)) == (12, 20)
    assert all(role.looks and role.does for role in roles)


def test_an_answer_marked_is_a_paragraph_and_words(folder):
    exercise = read_one(folder, HEAD + MATERIAL + MARK + MARKED.replace("WORDS", "as appropriate"))
    assert exercise.questions[0].accepted[0].answer == Marked("1", "as appropriate")


def test_the_exercise_that_the_readme_shows_can_be_read_and_its_words_are_there():
    readme = (shipped_data() / "README.md").read_text(encoding="utf-8")
    shown = read_exercise(Entry(tomllib.loads(re.search(r"```toml\n(.*?)```", readme, re.S)[1]), "README"))
    paragraphs, drafts = read_text("rev3")
    filled = fill_exercise(shown, paragraphs, dict(drafts.select("draft", "title").rows()), pl.DataFrame())
    answers = [*filled.questions[0].accepted, *filled.questions[0].traps]
    assert [answer.answer.words for answer in answers] == ["as appropriate", "commit to"]
    kinds = re.findall(r"^\| `(\w+)` \|", readme.split("## How to write an exercise")[1], re.M)
    assert tuple(kinds) == KINDS
