"""The chapter of a prediction: a learner's line beside what the newer draft really says."""

from workbook.app.chapters.asked import Asked
from workbook.schemas import WorkbookError

# Characters of a line that somebody types: several pages.
MOST_TYPED = 20_000
_STRANGE = "The workbook does not understand what the page asks. Load the page anew."


def make_predicted(asked: Asked) -> dict:
    """The line `text` of `extra` beside the newer draft's paragraph, both as changes to the older one.

    `extra` names the two by `old_position` and `new_position`. All that `lay_beside` tells, with `old` and
    `draft` (draft, title, position, label, text). Empty without an extra: nobody wrote a line. Raises
    WorkbookError where there is no such paragraph, or no text.
    """
    if not asked.extra:
        return {}
    from workbook.app.desk import lay_lists
    from workbook.learn.foretold import lay_beside

    text = _check_text(asked.extra.get("text"))
    old, draft = (
        _find(asked, getattr(asked, side), asked.extra.get(f"{side}_position")) for side in ("old", "new")
    )
    lists = lay_lists(asked)
    told = lay_beside(old["text"], text, draft["text"], f"“{draft['title']}”", lists.ladder, lists.terms)
    if lists.own_scale:
        told["sentences"].append("The rungs are those of your own scale.")
    return told | {"old": old, "draft": draft}


def _check_text(given: object) -> str:
    """What was typed, as one line. Raises WorkbookError where it is no text, empty or too long."""
    from workbook.text.typed import read_line

    if not isinstance(given, str):
        raise WorkbookError(_STRANGE)
    text = read_line(given[: 2 * MOST_TYPED])
    if not text:
        raise WorkbookError("Write a line first: there is nothing to lay beside what came.")
    if len(text) > MOST_TYPED:
        raise WorkbookError(f"The line is too long: take {MOST_TYPED:,} characters at most.")
    return text


def _find(asked: Asked, draft: str, position: object) -> dict:
    from workbook.app.desk import lay_draft
    from workbook.text.paragraphs import body_of

    if not isinstance(position, int) or isinstance(position, bool) or not 0 <= position < 2**32:
        raise WorkbookError(_STRANGE)
    laid = lay_draft(asked, draft)
    rows = body_of(laid.paragraphs).select("position", "label", "text").rows_by_key("position", named=True)
    if position not in rows:
        raise WorkbookError(f"“{laid.title}” has no paragraph at this place. Make the exercise anew.")
    return {"draft": draft, "title": laid.title, "position": position} | rows[position][0]
