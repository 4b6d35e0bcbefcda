"""A seed -> a choice: the same on every machine, in every version of Python, in whatever order rows come.

Candidates are put in the order of a SHA-256 of the seed, the kind of task and what the candidate itself is
(its words, its place). Nothing hangs on the order of rows, on a draft's id, or on `random`, whose sequence
may change.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import NamedTuple, TypeVar

import polars as pl

from workbook.schemas import WorkbookError

Candidate = TypeVar("Candidate")
# Seeds that a teacher can read out and a learner can type.
MOST_SEED = 9999


class Sides(NamedTuple):
    """The two drafts that a task is made from, their titles, and what these texts cannot tell."""

    old: str
    new: str
    old_title: str  # in quotation marks, since titles hold commas
    new_title: str
    cautions: tuple[str, ...]
    doubtful: bool  # one of them was read out of a text in which struck words stand beside the others

    def tell_about(self, seed: int) -> str:
        """Out of what a task was made, as a sentence."""
        return f"Made from seed {seed} out of {self.old_title} and {self.new_title}."


def name_sides(drafts: pl.DataFrame, old: str, new: str, cautions: Iterable[str] = ()) -> Sides:
    """The two drafts as a task names them, out of DRAFTS with both; `cautions` is what to say of them."""
    rows = {row["draft"]: row for row in drafts.iter_rows(named=True)}
    titles = (f"“{rows[draft]['title']}”" for draft in (old, new))
    doubtful = any(rows[draft]["status"] != "as issued" for draft in (old, new))
    return Sides(old, new, *titles, tuple(cautions), doubtful)


def check_seed(given: object) -> int:
    """The seed. Raises WorkbookError where it is no whole number from 1 to 9999."""
    if not isinstance(given, int) or isinstance(given, bool) or not 1 <= given <= MOST_SEED:
        raise WorkbookError(f"A seed is a whole number from 1 to {MOST_SEED}. Choose another one.")
    return given


def order_by_seed(
    candidates: Iterable[Candidate], seed: int, purpose: str, tell: Callable[[Candidate], str]
) -> list[Candidate]:
    """The candidates in the seed's order; `tell` says what one is, in words that no other one has.

    `purpose` keeps two choices of one task apart.
    """
    return sorted(candidates, key=lambda candidate: weigh_choice(seed, purpose, tell(candidate)))


def weigh_choice(seed: int, purpose: str, told: str) -> bytes:
    """Where this comes in the seed's order."""
    return sha256(f"{purpose}\0{seed}\0{told}".encode(errors="replace")).digest()


def pick_number(seed: int, purpose: str, first: int, last: int) -> int:
    """A whole number from first to last, both included."""
    return first + int.from_bytes(weigh_choice(seed, purpose, "")[:8]) % (last - first + 1)


def quote_words(words: Iterable[str]) -> str:
    """The words as a sentence lists them, each in quotation marks."""
    return ", ".join(f"“{word}”" for word in words)


def say_paragraph(label: str) -> str:
    """ "paragraph 38", or words for a paragraph that has no number."""
    return f"paragraph {label}" if label else "a paragraph without a number"
