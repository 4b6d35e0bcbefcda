"""An exercise, a plan, a role -> what the page takes: a dict that can be written as JSON."""

from dataclasses import asdict

from workbook.learn.exercise import Answer, Exercise, Goal, Material, Question
from workbook.learn.plans import Plan, Role


def tell_exercise(exercise: Exercise) -> dict:
    """The exercise with its texts, questions, answers and reasons, as the page shows it and checks it."""
    return {
        "id": exercise.id,
        "title": exercise.title,
        "minutes": exercise.minutes,
        "task": exercise.task,
        "debrief": list(exercise.debrief),
        "beside": exercise.beside,
        "seed": exercise.seed,
        "about": exercise.about,
        "cautions": list(exercise.cautions),
        "material": [_tell_material(material) for material in exercise.material],
        "questions": [_tell_question(question) for question in exercise.questions],
    }


def tell_plan(plan: Plan) -> dict:
    """The plan of a lesson, step by step, as the page shows it."""
    return {**asdict(plan), "steps": [asdict(step) for step in plan.steps]}


def tell_role(role: Role) -> dict:
    """The card of a role, as the page shows it."""
    return {**asdict(role), "looks": list(role.looks), "does": list(role.does)}


def _tell_material(material: Material) -> dict:
    return {
        "draft": material.draft,
        "title": material.title,
        "paragraphs": [asdict(paragraph) for paragraph in material.paragraphs],
    }


def _tell_question(question: Question) -> dict:
    return {
        "id": question.id,
        "kind": question.kind,
        "ask": question.ask,
        "wanted": question.wanted,
        "hints": list(question.hints),
        "otherwise": question.otherwise,
        "draft": question.draft,
        "paragraph": question.paragraph and asdict(question.paragraph),
        "options": [asdict(option) for option in question.options],
        "accepted": [_tell_answer(answer) for answer in question.accepted],
        "traps": [_tell_answer(answer) for answer in question.traps],
        "goal": question.goal and _tell_goal(question.goal),
        "actual": question.actual and asdict(question.actual),
    }


def _tell_goal(goal: Goal) -> dict:
    aims = {name: list(aim) if isinstance(aim, tuple) else aim for name, aim in asdict(goal).items()}
    return {name: aim for name, aim in aims.items() if aim is not None}


def _tell_answer(answer: Answer) -> dict:
    said = answer.answer if isinstance(answer.answer, str) else asdict(answer.answer)
    return {"answer": said, "why": answer.why, "sure": answer.sure}
