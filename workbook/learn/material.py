"""Exercises and the texts of drafts -> exercises with their paragraphs, and of words marked, their places."""

from collections.abc import Iterable
from dataclasses import replace

import polars as pl

from workbook.learn.exercise import Answer, Exercise, Marked, Material, Question, Shown
from workbook.schemas import WorkbookError


def list_drafts(exercise: Exercise) -> list[str]:
    """The ids of the drafts that an exercise rests on, each once."""
    asked = [question.draft for question in exercise.questions if question.draft]
    came = [question.actual.draft for question in exercise.questions if question.actual]
    return list(dict.fromkeys([*(material.draft for material in exercise.material), *asked, *came]))


def fill_exercise(
    exercise: Exercise, paragraphs: pl.DataFrame, titles: dict[str, str], citations: pl.DataFrame
) -> Exercise:
    """The exercise with the texts, and the places of words to mark (code points in the text that is shown).

    `paragraphs` are PARAGRAPHS and `citations` CITATIONS of all its drafts, `titles` their titles by id.
    Raises WorkbookError where a draft has no such paragraph, or a paragraph no such words in one place.
    """
    place = f"exercises/{exercise.id}.toml"
    material = tuple(
        _fill_material(material, paragraphs, titles, citations, f"{place}: material {number}")
        for number, material in enumerate(exercise.material, 1)
    )
    questions = tuple(
        _fill_question(question, material, paragraphs, f"{place}: question {question.id}")
        for question in exercise.questions
    )
    return replace(exercise, material=material, questions=questions)


def _fill_material(
    material: Material, paragraphs: pl.DataFrame, titles: dict[str, str], citations: pl.DataFrame, place: str
) -> Material:
    kinds = ["letter"] if material.letter else ["paragraph", "item"]
    known = paragraphs.filter(pl.col("draft") == material.draft, pl.col("kind").is_in(kinds))
    picked = known
    if material.labels:
        picked = pl.concat([_find(known, label, f"{place}, labels") for label in material.labels])
    for section in material.sections:
        if known.filter(pl.col("section") == section).is_empty():
            headings = "; ".join(filter(None, known["section"].unique(maintain_order=True)))
            raise WorkbookError(f"{place}, sections: no heading is “{section}”. There are: {headings}.")
    if material.sections:
        picked = known.filter(pl.col("section").is_in(material.sections))
    shown = (Shown(*row) for row in picked.sort("position").select("label", "position", "text").iter_rows())
    if material.sources:
        shown = _add_sources(shown, citations.filter(pl.col("draft") == material.draft))
    title = titles[material.draft] + (": the letter" if material.letter else "")
    return replace(material, title=title, paragraphs=tuple(shown))


def _add_sources(paragraphs: Iterable[Shown], citations: pl.DataFrame) -> Iterable[Shown]:
    """The paragraphs, behind each text the brackets in which it names its sources, as they are printed."""
    for paragraph in paragraphs:
        cited = citations.filter(pl.col("position") == paragraph.position)["printed"]
        yield replace(paragraph, text=" ".join([paragraph.text, *cited.unique(maintain_order=True)]))


def _fill_question(
    question: Question, material: tuple[Material, ...], paragraphs: pl.DataFrame, place: str
) -> Question:
    known = paragraphs.filter(pl.col("draft") == question.draft, pl.col("kind").is_in(["paragraph", "item"]))
    read = [shown for part in material if part.draft == question.draft for shown in part.paragraphs]
    if question.kind == "pick":
        _refuse_absent(question, {shown.label for shown in read}, f"{place}, accepted")
    if question.kind == "label":
        _refuse_absent(question, set(known["label"]), f"{place}, accepted")
    filled = replace(
        question,
        accepted=tuple(_fill_answer(answer, read, f"{place}, accepted") for answer in question.accepted),
        traps=tuple(_fill_answer(answer, read, f"{place}, traps") for answer in question.traps),
    )
    if question.label:
        row = _find(known, question.label, f"{place}, paragraph").row(0, named=True)
        filled = replace(filled, paragraph=Shown(row["label"], row["position"], row["text"]))
    if question.actual:
        later = paragraphs.filter(pl.col("draft") == question.actual.draft)
        row = _find(later, question.actual.label, f"{place}, actual").row(0, named=True)
        filled = replace(filled, actual=replace(question.actual, position=row["position"], text=row["text"]))
    return filled


def _fill_answer(answer: Answer, read: list[Shown], place: str) -> Answer:
    if not isinstance(answer.answer, Marked):
        return answer
    marked = answer.answer
    texts = [shown.text for shown in read if shown.label == marked.paragraph]
    if len(texts) != 1:
        raise WorkbookError(f"{place}: the material has {len(texts)} paragraphs {marked.paragraph}, not one.")
    found = texts[0].count(marked.words)
    if found != 1:
        raise WorkbookError(
            f"{place}: “{marked.words}” stands {found} times in {marked.paragraph}, not once. "
            "Copy words as they are printed, and as many as tell the place."
        )
    start = texts[0].index(marked.words)
    return replace(answer, answer=replace(marked, start=start, end=start + len(marked.words)))


def _find(known: pl.DataFrame, label: str, place: str) -> pl.DataFrame:
    found = known.filter(pl.col("label") == label)
    if len(found) != 1:
        raise WorkbookError(
            f"{place}: {len(found)} paragraphs are numbered {label} there, and one is needed."
        )
    return found


def _refuse_absent(question: Question, labels: set[str], place: str) -> None:
    for answer in (*question.accepted, *question.traps):
        if answer.answer not in labels:
            raise WorkbookError(f"{place}: no paragraph that can be answered is numbered {answer.answer}.")
