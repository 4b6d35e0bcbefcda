"""What the role cards say, and what their numbers are."""

from workbook.learn.exercises import load_roles
from workbook.text.drafts import shipped_data

FINDINGS = ["{few} seats for a small group, {many} for a large one"]


def find_facts(compare):
    roles = load_roles(shipped_data())
    return {"few": sum(role.seats for role in roles), "many": sum(role.most for role in roles)}
