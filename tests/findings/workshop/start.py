"""What a participant's start page says, and what its number is."""

from workbook.learn.exercises import load_exercises
from workbook.text.drafts import shipped_data

FINDINGS = ["In {offered} exercises you will disagree with us at least once"]


def find_facts(compare):
    return {"offered": len(load_exercises(shipped_data()))}
