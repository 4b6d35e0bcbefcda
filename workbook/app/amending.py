"""Amendments that were saved in a page -> the whole draft as a Word file, with each as tracked changes."""

import re
from typing import TYPE_CHECKING

import polars as pl

from workbook.app.chapters.asked import Asked
from workbook.app.chapters.bench import check_typed
from workbook.app.desk import Laid, lay_draft
from workbook.app.names import clean
from workbook.schemas import WorkbookError

if TYPE_CHECKING:
    from workbook.share.docx.amended import Amendment

# More than a committee takes up; characters of a delegation's name and of a reason.
MOST_AMENDMENTS, LONGEST_NAME, LONGEST_REASON = 500, 80, 2_000
_STRANGE = "The workbook does not understand these amendments. Load the page anew."


def make_amended(asked: Asked, given: dict) -> tuple[str, bytes]:
    """The name of a Word file and the file: the `draft` that is given, with the `amendments` given.

    Each has the `position` of its paragraph, `old`, what stood there when it was written, `text`, a
    `delegation` and a `reason`. Raises WorkbookError where one is no amendment of a paragraph of this draft.
    """
    from workbook.share.docx.amended import write_amended

    wanted = given.get("amendments")
    if not isinstance(wanted, list) or not wanted:
        raise WorkbookError("No amendment is saved for this draft yet. Save one first.")
    if len(wanted) > MOST_AMENDMENTS:
        raise WorkbookError(
            f"A Word file takes {MOST_AMENDMENTS} amendments. Take some out of the list first."
        )
    laid = lay_draft(asked, given.get("draft"))
    amendments = [_read(laid, amendment) for amendment in wanted]
    made = write_amended(
        drafts=laid.drafts, runs=laid.runs, paragraphs=laid.paragraphs, amendments=amendments
    )
    name = re.sub(r"[^A-Za-z0-9.]+", "-", laid.drafts["draft"][0]).strip("-.") or "draft"
    return f"{name}-amended.docx", made


def _read(laid: Laid, given: object) -> "Amendment":
    from workbook.share.docx.amended import Amendment
    from workbook.text.typed import read_typed

    if not isinstance(given, dict):
        raise WorkbookError(_STRANGE)
    position, text = check_typed(given.get("position"), given.get("text"))
    told = {name: given.get(name) for name in ("old", "delegation", "reason")}
    if not all(isinstance(words, str) for words in told.values()):
        raise WorkbookError(_STRANGE)
    author = clean(told["delegation"], LONGEST_NAME)
    if not author:
        raise WorkbookError("An amendment is made in a delegation's name. Edit the one that has none.")
    place = _find_place(laid, position, told["old"], author)
    reason = "\n".join(clean(line, LONGEST_REASON) for line in told["reason"][:LONGEST_REASON].splitlines())
    return Amendment(place, read_typed(text), author, reason)


def _find_place(laid: Laid, position: int, old: str, author: str) -> int:
    """Where the paragraph stands that was amended: here, or where else the draft has its words by now."""
    from workbook.text.paragraphs import body_of

    body = body_of(laid.paragraphs)
    words = " ".join(old.split())
    same = body.filter(pl.col("text") == words)["position"].to_list()
    if position in same:
        return position
    if len(same) == 1:
        return same[0]
    raise WorkbookError(
        f"{author}: the paragraph “{clean(old, 60)}” does not stand in “{laid.title}” as it did when it was "
        "amended. Amend it anew on the bench."
    )
