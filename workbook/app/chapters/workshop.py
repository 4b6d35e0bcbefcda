"""The chapter of the workshop: the exercises of a data folder, plans of lessons and cards of roles."""

import json
from pathlib import Path

from workbook.app.chapters.asked import Asked
from workbook.schemas import frame_of
from workbook.text.drafts import data_folder, pick_drafts
from workbook.text.read.remarks import NOTED


def name_workshop(asked: Asked) -> str:
    """What the chapter is about: the data folder, whatever drafts are on show."""
    return json.dumps([str(Path(asked.folder or data_folder()).resolve())])


def make_workshop(asked: Asked) -> dict:
    """Exercises with their texts and answers, plans and roles, and a sentence on each exercise left out.

    Raises WorkbookError where a file of an exercise, of the plans or of the roles is broken.
    """
    from workbook.learn.exercises import load_exercises, load_plans, load_roles
    from workbook.learn.material import list_drafts
    from workbook.learn.telling import tell_exercise, tell_plan, tell_role

    known = set(asked.listed["draft"])
    there, left_out = [], []
    for exercise in load_exercises(asked.folder):
        missing = [draft for draft in list_drafts(exercise) if draft not in known]
        if missing:
            left_out.append(_tell_missing(exercise.id, exercise.title, missing))
        else:
            there.append(exercise)
    return {
        "exercises": [tell_exercise(exercise) for exercise in _fill(there, asked)],
        "plans": [tell_plan(plan) for plan in load_plans(asked.folder)],
        "roles": [tell_role(role) for role in load_roles(asked.folder)],
        "left_out": left_out,
    }


def _fill(exercises: list, asked: Asked) -> list:
    """The exercises with the texts of their drafts, without a reader's own remarks."""
    from dataclasses import replace

    from workbook.app.about import list_cautions
    from workbook.app.readings import read_drafts
    from workbook.learn.material import fill_exercise, list_drafts
    from workbook.text.citations import find_citations
    from workbook.text.paragraphs import split_paragraphs

    rests_on = [list_drafts(exercise) for exercise in exercises]
    ids = list(dict.fromkeys(draft for drafts in rests_on for draft in drafts))
    if not ids:
        return exercises
    drafts, runs = read_drafts(pick_drafts(asked.listed, ids), asked.folder, frame_of([], NOTED))
    frames = split_paragraphs(runs, drafts), find_citations(runs, drafts)
    titles = dict(drafts.select("draft", "title").iter_rows())
    return [
        replace(
            fill_exercise(exercise, frames[0], titles, frames[1]),
            cautions=tuple(list_cautions(pick_drafts(drafts, on))),
        )
        for exercise, on in zip(exercises, rests_on, strict=True)
    ]


def _tell_missing(name: str, title: str, missing: list[str]) -> str:
    drafts = ", ".join(f"“{draft}”" for draft in missing)
    return f"{name}, {title}: left out, since no draft of the data folder is called {drafts}."
