"""The table of an exercise's file -> Exercise, with everything checked that needs no draft."""

import re
from dataclasses import fields

from workbook.learn.entries import Entry
from workbook.learn.exercise import KINDS, Actual, Answer, Exercise, Goal, Marked, Material, Option, Question
from workbook.text.labels import canonical_label

_EXERCISE = ("exercise", "title", "minutes", "task", "debrief", "beside", "material", "question")
_MATERIAL = ("draft", "labels", "sections", "all", "sources", "letter")
_QUESTION = (
    *("id", "kind", "ask", "wanted", "hints", "otherwise", "draft", "paragraph"),
    *("options", "accepted", "traps", "goal", "actual"),
)
# As the page takes them: src/workshop/order.js and progress.js; and what its address calls other places.
_EXERCISE_ID = re.compile("[A-Za-z][A-Za-z0-9]{0,59}")
_QUESTION_ID = re.compile("[A-Za-z0-9][A-Za-z0-9-]{0,59}")
_PLACES = {"bench", "teacher"}
# How far an answer holds.
SURE = ("most likely", "if argued")


def read_exercise(entry: Entry) -> Exercise:
    """The exercise that a file tells, its paragraphs not yet looked up.

    Raises WorkbookError with file, key, what is wrong and how to mend it.
    """
    entry.allow(*_EXERCISE)
    name = entry.text("exercise")
    if not _EXERCISE_ID.fullmatch(name):
        raise entry.refuse(
            "exercise",
            f"“{name[:60]}” is no id: a letter, then letters and digits, 60 at most. Write E9, or a word.",
        )
    if name in _PLACES:
        raise entry.refuse("exercise", f"“{name}” is the name of a place of the workshop. Take another one.")
    questions = entry.entries("question", "id")
    if not questions:
        raise entry.refuse("question", "there is none. Add one below a line [[question]].")
    exercise = Exercise(
        id=name,
        title=entry.text("title"),
        minutes=entry.number("minutes"),
        task=entry.text("task"),
        debrief=entry.texts("debrief"),
        beside=entry.flag("beside"),
        material=tuple(_read_material(material) for material in entry.entries("material")),
        questions=tuple(_read_question(question, at) for at, question in enumerate(questions)),
    )
    _refuse_twins(entry, "question", [question.id for question in exercise.questions])
    _refuse_unseen(exercise, questions)
    return exercise


def _read_material(entry: Entry) -> Material:
    entry.allow(*_MATERIAL)
    labels = tuple(map(canonical_label, entry.texts("labels")))
    sections, whole = entry.texts("sections"), entry.flag("all")
    if sum(map(bool, (labels, sections, whole))) != 1:
        raise entry.refuse("labels", 'write one of these: labels = ["39"], sections = ["..."] or all = true.')
    return Material(
        draft=entry.text("draft"),
        labels=labels,
        sections=sections,
        whole=whole,
        sources=entry.flag("sources"),
        letter=entry.flag("letter"),
    )


def _read_question(entry: Entry, at: int) -> Question:
    entry.allow(*_QUESTION)
    kind = entry.word("kind", KINDS)
    options = tuple(_read_option(option) for option in entry.entries("options", "id"))
    if (kind == "choose") != bool(options):
        raise entry.refuse("options", "questions of the kind choose have options, and no others have.")
    ids = [option.id for option in options]
    _refuse_twins(entry, "options", ids)
    accepted = tuple(_read_answer(answer, kind, ids) for answer in entry.entries("accepted"))
    traps = tuple(_read_answer(answer, kind, ids) for answer in entry.entries("traps"))
    _refuse_twins(entry, "accepted", [answer.answer for answer in (*accepted, *traps)])
    if not accepted and kind not in ("edit", "write"):
        raise entry.refuse("accepted", "no answer is right. Add one below a line [[question.accepted]].")
    edits = kind in ("edit", "write")
    return Question(
        id=_read_id(entry) or _letter(at),
        kind=kind,
        ask=entry.text("ask"),
        wanted=_read_wanted(entry, kind, len(accepted)),
        accepted=accepted,
        traps=traps,
        hints=entry.texts("hints"),
        otherwise=entry.text("otherwise", needed=False),
        draft=entry.text("draft", needed=kind != "choose"),
        options=options,
        label=canonical_label(entry.text("paragraph", needed=edits)),
        goal=_read_goal(entry) if kind == "edit" else None,
        actual=_read_actual(entry) if kind == "write" else None,
    )


def _read_id(entry: Entry) -> str:
    """The id that is given, empty where none is: one under which the page can keep what was answered."""
    given = entry.text("id", needed=False)
    if given and not _QUESTION_ID.fullmatch(given):
        raise entry.refuse(
            "id", f"“{given[:60]}” holds more than letters, digits and hyphens. Write a2, or a word."
        )
    return given


def _letter(at: int) -> str:
    return chr(ord("a") + at) if at < 26 else str(at + 1)


def _read_wanted(entry: Entry, kind: str, accepted: int) -> int:
    """How many of the accepted answers make it whole: all of them, unless one is typed or edited."""
    default = accepted if kind in ("choose", "pick", "mark") else 1
    wanted = entry.number("wanted", default)
    if accepted and wanted > accepted:
        raise entry.refuse("wanted", f"{wanted} are wanted and {accepted} accepted. Write less, or add.")
    return wanted


def _read_option(entry: Entry) -> Option:
    entry.allow("id", "text")
    return Option(entry.text("id"), entry.text("text"))


def _read_answer(entry: Entry, kind: str, options: list[str]) -> Answer:
    entry.allow("answer", "why", "sure")
    said = _read_marked(entry) if kind == "mark" else entry.text("answer")
    if kind == "choose" and said not in options:
        raise entry.refuse("answer", f"no option has the id “{said}”. The ids are: {', '.join(options)}.")
    if kind in ("pick", "label"):
        said = canonical_label(said)
    return Answer(said, entry.text("why"), entry.word("sure", SURE, needed=False))


def _read_marked(entry: Entry) -> Marked:
    marked = entry.entry("answer")
    if marked is None:
        raise entry.refuse("answer", 'this is missing. Write answer = {paragraph = "39", words = "..."}.')
    marked.allow("paragraph", "words")
    return Marked(canonical_label(marked.text("paragraph")), marked.text("words"))


def _read_goal(entry: Entry) -> Goal:
    goal = entry.entry("goal")
    if goal is None or not goal.table:
        raise entry.refuse("goal", "this is missing. Write goal = {highest_rung = 5}.")
    goal.allow(*(field.name for field in fields(Goal)))
    # A count may be 0: nothing of that kind shall come or go.
    return Goal(
        **{
            name: goal.texts(name) if name.startswith("themes_") else goal.number(name, least=0)
            for name in goal.table
        }
    )


def _read_actual(entry: Entry) -> Actual:
    actual = entry.entry("actual")
    if actual is None:
        raise entry.refuse("actual", 'this is missing. Write actual = {draft = "...", paragraph = "39"}.')
    actual.allow("draft", "paragraph")
    return Actual(actual.text("draft"), 0, canonical_label(actual.text("paragraph")), "")


def _refuse_twins(entry: Entry, key: str, names: list) -> None:
    twins = [name for at, name in enumerate(names) if name in names[:at]]
    if twins:
        raise entry.refuse(key, f"“{getattr(twins[0], 'words', twins[0])}” stands here twice. Take one out.")


def _refuse_unseen(exercise: Exercise, entries: list[Entry]) -> None:
    """Paragraphs are picked and marked in what there is to read."""
    read = {material.draft for material in exercise.material}
    for question, entry in zip(exercise.questions, entries, strict=True):
        if question.kind in ("pick", "mark") and question.draft not in read:
            raise entry.refuse("draft", f"no material is of “{question.draft}”. Add a [[material]] of it.")
