"""What the facilitator's guide says, and what its numbers are."""

import re
from pathlib import Path

import polars as pl

from workbook.learn.exercises import load_exercises, load_plans, load_roles
from workbook.meaning.glossary import load_glossary
from workbook.share.serve.rooms import LASTS, LENGTH
from workbook.text.drafts import shipped_data

JOINED = Path(__file__).parents[2] / "share" / "test_workshop_room.py"
DAY = 24 * 3600  # seconds

FINDINGS = [
    "{count} come with the workbook, and together they take {total} minutes",
    "a code of {letters} letters and digits",
    "It holds for {days} days",
    "with {learners} learners who join at once",
    "### {lessons[short].minutes} minutes: a first look",
    "### {lessons[ninety].minutes} minutes: read, trace, amend",
    "It begins with {join} minutes to join",
    "They serve {small} to {large} people",
    'nobody can tell who put "aim to" into {whose}',
    'In {strive}, "strive" was most likely dead before Rev 3',
    '"{moved_to} is new."** It is {former} of Rev 2, moved',
    '"{reused} is {reused}"**: it has other words now; those of Rev 2 stand in {kept}',
    "In {smaller} no verb changed",
    "### A task that fits {at_most} minutes, with the answer hidden?",
    "None of the exercises takes longer than {at_most} minutes",
    "*Glossary* at the top of the page, {terms} terms",
    "give {join} minutes to joining",
]


def find_facts(compare):
    return count_lessons() | find_misread(compare)


def count_lessons():
    exercises, roles = load_exercises(shipped_data()), load_roles(shipped_data())
    minutes = [exercise.minutes for exercise in exercises]
    lessons = dict(zip(("short", "ninety", "half", "long"), load_plans(shipped_data()), strict=True))
    return {
        "count": len(exercises),
        "total": sum(minutes),
        "at_most": max(minutes),
        "lessons": lessons,
        "join": lessons["ninety"].steps[0].minutes,
        "small": sum(role.seats for role in roles),
        "large": sum(role.most for role in roles),
        "terms": len(load_glossary()),
        "letters": LENGTH,
        "days": LASTS // DAY,
        "learners": re.search(r"^LEARNERS = (\d+)$", JOINED.read_text(encoding="utf-8"), re.M)[1],
    }


def find_misread(compare):
    """The paragraphs that are named as examples, each found by what it is an example of."""
    found, printed = compare("rev2", "rev3"), compare("rev2-printed", "wimn-printed")
    pairs, body = found.pairs, printed.paragraphs.filter(kind="paragraph")
    moved = pairs.filter(pl.col("announced"), pl.col("new_label").str.starts_with("44")).row(0, named=True)
    same = pairs.filter(pl.col("renumbered"), relation="same").row(0, named=True)
    assert same["old_label"] in pairs["new_label"].to_list()
    strive = body.filter(pl.col("text").str.contains("strive"))
    smaller = found.diffs.filter(pl.col("old_text").str.strip_chars() == "processes", new_text="discussions")
    aimed = found.origins.filter(pl.col("text").str.strip_chars() == "aim to", side="new")
    assert (strive["draft"].to_list(), aimed["grade"].to_list()) == (["rev2-printed"], ["unknown"])
    return {
        "whose": aimed["new_label"].item(),
        "strive": strive["label"].item(),
        "moved_to": moved["new_label"],
        "former": moved["old_label"],
        "reused": same["old_label"],
        "kept": same["new_label"],
        "smaller": smaller["new_label"].item(),
    }
