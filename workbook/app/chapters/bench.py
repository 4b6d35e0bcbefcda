"""The chapter of the amendment bench: the paragraphs that can be amended, and what an amendment moves."""

from workbook.app.chapters.asked import Asked
from workbook.app.desk import Laid, lay_draft, lay_lists, lay_paragraph, lay_reference
from workbook.schemas import WorkbookError

# Characters of a paragraph that somebody types: ten pages.
MOST_TYPED = 20_000
_STRANGE = "The workbook does not understand what the page asks. Load the page anew."


def make_bench(asked: Asked) -> dict:
    """What an amendment moves, where `extra` has `draft`, `position` and `text`; else what can be amended.

    `text` is the paragraph with its sources in brackets, or without them where `apart` is true: then they
    stay. With a `goal`, whether it is met; with a `reference`, the draft whose agreed language is looked for.
    Without a text: the paragraphs of the `draft`, or of the newer one on show. Raises WorkbookError where a
    draft or a paragraph is none, or the text too long.
    """
    draft = asked.extra.get("draft") or asked.new
    laid = lay_draft(asked, draft)
    if "text" not in asked.extra:
        return _list_paragraphs(laid)
    return _amend(asked, laid)


def _list_paragraphs(laid: Laid) -> dict:
    from workbook.show.cards import caution_draft
    from workbook.text.paragraphs import body_of

    row = laid.drafts.row(0, named=True)
    rows = body_of(laid.paragraphs).select("position", "label", "section", "text")
    return {
        "draft": row["draft"],
        "title": row["title"],
        "caution": caution_draft(row["status"], row["file"]),
        "paragraphs": [
            paragraph | {"citations": list(laid.citations[paragraph["position"]])}
            for paragraph in rows.to_dicts()
        ],
    }


def _amend(asked: Asked, laid: Laid) -> dict:
    from workbook.learn.bench import amend_paragraph
    from workbook.learn.effects import tell_effects
    from workbook.learn.goals import check_goal, read_goal

    extra, lists = asked.extra, lay_lists(asked)
    position, typed = check_typed(extra.get("position"), extra.get("text"))
    wanted = extra.get("reference") or ""
    if not isinstance(wanted, str):
        raise WorkbookError(_STRANGE)
    goal = read_goal(extra["goal"]) if extra.get("goal") else None
    reference = lay_reference(asked, laid.drafts["draft"][0], wanted)
    old = lay_paragraph(asked, laid, position)
    moved = amend_paragraph(old, typed, lists, reference, whole=extra.get("apart") is not True)
    met = check_goal(goal, moved, lists.terms) if goal else []
    return tell_effects(moved, lists.terms, reference, met)


def check_typed(position: object, text: object) -> tuple[int, str]:
    """A paragraph's place and what was typed for it. Raises WorkbookError where they are no such things."""
    if (
        not isinstance(position, int)
        or isinstance(position, bool)
        or not 0 <= position < 2**32
        or not isinstance(text, str)
    ):
        raise WorkbookError(_STRANGE)
    if len(text) > MOST_TYPED:
        raise WorkbookError(f"The paragraph is too long: the bench takes {MOST_TYPED:,} characters.")
    return position, text
