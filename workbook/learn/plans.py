"""Plans of a lesson and the cards of its roles, as the files of a data folder tell them."""

from dataclasses import dataclass

from workbook.learn.entries import Entry

# Where a step is done: on the page, on paper, or by talking alone.
PLACES = ("page", "paper", "room")


@dataclass(frozen=True)
class Step:
    """A stretch of a lesson: how long, what happens, on which exercise if any, and where."""

    minutes: int
    what: str
    where: str  # one of PLACES
    exercise: str = ""  # its id
    day: int = 1


@dataclass(frozen=True)
class Plan:
    """A lesson, step by step; its minutes are those of its steps."""

    id: str
    title: str
    minutes: int
    about: str  # for whom, and what must be ready
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Role:
    """A card for one seat at the table. It tells what such a seat looks for, and no State's position."""

    id: str
    title: str
    seats: int  # of a group of twelve
    most: int  # of a group of twenty
    about: str
    looks: tuple[str, ...]  # what this seat looks for in a text
    does: tuple[str, ...]  # what it does, and with what


def read_plans(entry: Entry) -> tuple[Plan, ...]:
    """The plans of a file. Raises WorkbookError with file, key, what is wrong and how to mend it."""
    entry.allow("plan")
    return tuple(_read_plan(plan) for plan in entry.entries("plan", "id"))


def read_roles(entry: Entry) -> tuple[Role, ...]:
    """The roles of a file. Raises WorkbookError with file, key, what is wrong and how to mend it."""
    entry.allow("role")
    return tuple(_read_role(role) for role in entry.entries("role", "id"))


def _read_plan(entry: Entry) -> Plan:
    entry.allow("id", "title", "minutes", "about", "step")
    steps = tuple(_read_step(step) for step in entry.entries("step"))
    minutes, taken = entry.number("minutes"), sum(step.minutes for step in steps)
    if taken != minutes:
        raise entry.refuse("minutes", f"its steps take {taken} minutes, not {minutes}. Change one of them.")
    return Plan(entry.text("id"), entry.text("title"), minutes, entry.text("about"), steps)


def _read_step(entry: Entry) -> Step:
    entry.allow("minutes", "what", "where", "exercise", "day")
    return Step(
        minutes=entry.number("minutes"),
        what=entry.text("what"),
        where=entry.word("where", PLACES),
        exercise=entry.text("exercise", needed=False),
        day=entry.number("day", 1),
    )


def _read_role(entry: Entry) -> Role:
    entry.allow("id", "title", "seats", "most", "about", "looks", "does")
    seats = entry.number("seats", least=0)
    return Role(
        id=entry.text("id"),
        title=entry.text("title"),
        seats=seats,
        most=entry.number("most", least=seats),
        about=entry.text("about"),
        looks=entry.texts("looks"),
        does=entry.texts("does"),
    )
