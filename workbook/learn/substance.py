"""Two drafts and a seed -> the exercise "Substance or form?".

Six changes in their context: real ones of the two drafts, and some that the workbook made up out of the older
draft's own sentences (`decoys.py`). The task says so at the top, the reason of each answer says which it was.
Of each sort two to four, half of them real where there are so many; else more are made up.
"""

from collections import defaultdict
from itertools import zip_longest

from workbook.learn.changes import Change
from workbook.learn.exercise import Answer, Exercise, Option, Question
from workbook.learn.picking import Sides, order_by_seed, pick_number, say_paragraph
from workbook.schemas import WorkbookError

KIND = "substance"
ITEMS = 6
# Of one sort at least so many, so that nobody can count the answers out.
LEAST = 2
SORTS = ("substance", "form")
OPTIONS = (
    Option("substance", "Substance: it says something else."),
    Option("form", "Form: it says the same, written another way."),
)
# The same for every change: a hint that named a rule would tell the answer.
HINTS = (
    "Say both texts in your own words. Is there a difference that you can name?",
    "Think of somebody who has to carry the text out. Would they do less, more, or something else?",
)


def check_changes(real: list[Change], made: list[Change]) -> list[Change]:
    """Both together, as the exercise takes them. Raises WorkbookError where no fair task can be made."""
    if not real:
        raise WorkbookError(
            "“Substance or form?” finds no clear change between these two drafts, so that all of its changes "
            "would be made up. Choose two drafts of one text that differ in some words."
        )
    changes = [*real, *made]
    for sort in SORTS:
        if sum(change.weight == sort for change in changes) < LEAST:
            raise WorkbookError(
                f"“Substance or form?” finds too few changes of {sort} in these two drafts, and too few "
                "places to make some up. Choose longer drafts."
            )
    return changes


def make_substance(changes: list[Change], sides: Sides, seed: int) -> Exercise:
    """The exercise of this seed, out of what `check_changes` let pass."""
    wanted = pick_number(seed, f"{KIND} of substance", LEAST, ITEMS - LEAST)
    picked: list[Change] = []
    for sort, number in (("substance", wanted), ("form", ITEMS - wanted)):
        _add(picked, [change for change in changes if change.weight == sort], number, seed)
    shown = order_by_seed(picked, seed, "order", lambda change: change.told)
    return Exercise(
        id=f"{KIND}-{seed}",
        title="Substance or form?",
        minutes=8,
        task=(
            f"Below stand {len(shown)} changes, each with the words around it. Which of them change what the "
            "text says, and which only how it is written?\n\nForm is: other capitals, a comma, a hyphen, "
            "another spelling of the same words. Whatever puts words in, strikes them or exchanges them for "
            f"others is substance.\n\nSome are real changes from {sides.old_title} to {sides.new_title}. "
            "Some are made up by the workbook and stand in no draft: which, you learn with the answer."
        ),
        questions=tuple(_ask(letter, change, sides) for letter, change in zip("abcdef", shown, strict=False)),
        debrief=(
            "Which changes of form would you let pass in a meeting? Which would you have looked at again?",
            "Which of those made up could pass unseen late at night? What made it look harmless?",
        ),
        seed=seed,
        about=sides.tell_about(seed),
        cautions=sides.cautions,
    )


def _ask(letter: str, change: Change, sides: Sides) -> Question:
    shown = [
        f"“{'… ' * change.cut[0]}{text.strip()}{' …' * change.cut[1]}”"
        for text in (change.before, change.after)
    ]
    other = next(sort for sort in SORTS if sort != change.weight)
    doubted = sides.doubtful and not change.rule  # whether the words stood so is itself a reading
    return Question(
        id=letter,
        kind="choose",
        ask=f"{say_paragraph(change.label).capitalize()}.\n\nBefore: {shown[0]}\n\nAfter: {shown[1]}\n\n"
        f"What differs: {change.said}.",
        wanted=1,
        accepted=(Answer(change.weight, change.why, "most likely" if doubted else ""),),
        traps=(Answer(other, change.why),),
        hints=HINTS,
        options=OPTIONS,
    )


def _add(picked: list[Change], sort: list[Change], number: int, seed: int) -> None:
    """Puts so many of one sort to those picked: half of them real, then made up, then whatever is left.

    They come from different paragraphs, or from different words of one; only where a text is too short they
    may stand in the same words.
    """
    real = order_by_seed((each for each in sort if not each.rule), seed, "real", lambda each: each.told)
    made = _mix([each for each in sort if each.rule], seed)
    before, half = len(picked), -(-number // 2)
    for is_apart in (_is_elsewhere, _is_beside, _is_other):
        for rows, most in ((real, half), (made, number), (real, number)):
            for change in rows:
                if len(picked) - before < most and all(is_apart(change, each) for each in picked):
                    picked.append(change)


def _mix(made: list[Change], seed: int) -> list[Change]:
    """One of each rule in turn, in the seed's order."""
    rules = defaultdict(list)
    for change in order_by_seed(made, seed, "made up", lambda each: each.told):
        rules[change.rule].append(change)
    turns = zip_longest(*(rules[rule] for rule in order_by_seed(rules, seed, "rules", str)))
    return [change for turn in turns for change in turn if change]


def _is_elsewhere(change: Change, other: Change) -> bool:
    return change.position != other.position


def _is_beside(change: Change, other: Change) -> bool:
    ends = change.start + len(change.before), other.start + len(other.before)
    return _is_elsewhere(change, other) or ends[0] <= other.start or ends[1] <= change.start


def _is_other(change: Change, other: Change) -> bool:
    return change.told != other.told
