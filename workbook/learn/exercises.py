"""data/exercises/*.toml -> exercises, plans of lessons, cards of roles."""

from pathlib import Path

from workbook.learn.entries import read_entry
from workbook.learn.exercise import Exercise
from workbook.learn.plans import Plan, Role, read_plans, read_roles
from workbook.learn.questions import read_exercise
from workbook.text.drafts import data_folder, shipped_data

_PLANS, _ROLES = "plans.toml", "roles.toml"


def load_exercises(folder: Path | str | None = None) -> list[Exercise]:
    """The exercises of a data folder, by the names of their files; none where it has no folder exercises.

    Their paragraphs are named and not yet there: see `fill_exercise`. Raises WorkbookError where a file is no
    exercise: it says file, key, what is wrong and how to mend it.
    """
    exercises = []
    for path in list_files(folder):
        entry = read_entry(path)
        exercise = read_exercise(entry)
        # The file's name is the exercise's, so that two cannot have one.
        if exercise.id != path.stem:
            raise entry.refuse(
                "exercise", f"the file of {exercise.id} is called {exercise.id}.toml. Rename it."
            )
        exercises.append(exercise)
    return exercises


def list_files(folder: Path | str | None = None) -> list[Path]:
    """The files of a data folder's exercises, in the order in which people count: E2 before E10."""
    home = Path(folder or data_folder()) / "exercises"
    files = [path for path in home.glob("*.toml") if path.name not in (_PLANS, _ROLES)]
    return sorted(files, key=lambda path: (len(path.stem), path.stem))


def load_plans(folder: Path | str | None = None) -> list[Plan]:
    """The plans of lessons in a data folder's exercises/plans.toml; where it has none, the workbook's own.

    Raises WorkbookError as `load_exercises` does.
    """
    return list(read_plans(read_entry(_find(_PLANS, folder))))


def load_roles(folder: Path | str | None = None) -> list[Role]:
    """The cards of roles in a data folder's exercises/roles.toml; where it has none, the workbook's own.

    Raises WorkbookError as `load_exercises` does.
    """
    return list(read_roles(read_entry(_find(_ROLES, folder))))


def _find(name: str, folder: Path | str | None) -> Path:
    own = Path(folder or data_folder()) / "exercises" / name
    return own if own.is_file() else shipped_data() / "exercises" / name
