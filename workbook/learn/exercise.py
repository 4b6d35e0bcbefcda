"""What an exercise is: something to read, questions about it, and of each the answers with their reasons.

Written in a file (`exercises.py`) or made from two drafts, it has one shape. A file names paragraphs by draft
and label; `fill_exercise` in `material.py` puts in their texts and places. What is made from drafts has them.
"""

from dataclasses import dataclass

# How a question is answered: by one of its options, by paragraphs, by words marked in a paragraph, by a
# paragraph's number, by a paragraph edited towards a goal, by a line of one's own beside what really came.
KINDS = ("choose", "pick", "mark", "label", "edit", "write")


@dataclass(frozen=True)
class Shown:
    """A paragraph as it is read: its number, its place in its draft, its text."""

    label: str
    position: int
    text: str


@dataclass(frozen=True)
class Material:
    """Paragraphs of one draft to read. Of a file, `labels`, `sections` or `whole` say which."""

    draft: str
    labels: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    whole: bool = False
    sources: bool = False  # the texts are shown with the sources that are cited behind them
    letter: bool = False  # of the letter that came with the text, not of the text
    title: str = ""  # of the draft
    paragraphs: tuple[Shown, ...] = ()


@dataclass(frozen=True)
class Marked:
    """Words marked in a paragraph: its number, the words, and where they stand in its text (code points)."""

    paragraph: str
    words: str
    start: int | None = None  # known once the exercise is filled
    end: int | None = None


@dataclass(frozen=True)
class Answer:
    """An answer and the reason why it is right, or, of a trap, why it is not.

    `answer` is the id of an option (choose), a paragraph's number (pick, label), words marked (mark), or a
    text that would do (edit). `sure` is empty, or how far the answer holds: "most likely", "if argued".
    """

    answer: str | Marked
    why: str
    sure: str = ""


@dataclass(frozen=True)
class Option:
    """One of the answers to choose from."""

    id: str
    text: str


@dataclass(frozen=True)
class Goal:
    """What an edited paragraph shall do, beside the one that it was: each that is not None is wanted."""

    highest_rung: int | None = None
    hedges_gained: int | None = None
    hedges_lost: int | None = None
    boosters_gained: int | None = None
    boosters_lost: int | None = None
    themes_gained: tuple[str, ...] | None = None  # tags, "T03"
    themes_lost: tuple[str, ...] | None = None
    themes_kept: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Actual:
    """What really came: the paragraph beside which a learner's own line is laid."""

    draft: str
    position: int
    label: str
    text: str


@dataclass(frozen=True)
class Question:
    """One question of an exercise. `wanted` of its accepted answers make it whole."""

    id: str
    kind: str  # one of KINDS
    ask: str
    wanted: int
    accepted: tuple[Answer, ...] = ()
    traps: tuple[Answer, ...] = ()
    hints: tuple[str, ...] = ()
    otherwise: str = ""  # said of any other answer
    draft: str = ""  # whose paragraphs it is about; of choose, empty
    options: tuple[Option, ...] = ()
    label: str = ""  # of edit and write: the number of the paragraph
    paragraph: Shown | None = None  # and the paragraph, once the exercise is filled
    goal: Goal | None = None
    actual: Actual | None = None


@dataclass(frozen=True)
class Exercise:
    """An exercise. `seed` and `about` say out of what it was made, `cautions` what its drafts cannot tell."""

    id: str
    title: str
    minutes: int
    task: str  # plain text; a blank line begins a new paragraph
    questions: tuple[Question, ...]
    material: tuple[Material, ...] = ()
    debrief: tuple[str, ...] = ()
    beside: bool = False  # the materials are shown side by side, paragraphs of one number in one row
    seed: int | None = None
    about: str = ""
    cautions: tuple[str, ...] = ()
