"""The chapters on commitments: what became of each clause, and the scale that says so."""

from workbook.app.chapters.asked import Asked
from workbook.app.scaling import load_scale
from workbook.schemas import WorkbookError


def make_commitments(asked: Asked) -> dict:
    """Every clause of the two drafts with its rung, what became of it, and the scale that says so."""
    from workbook.show.explorer.bundle import find_whose, name_pair
    from workbook.show.explorer.chapters.commitments import tell_commitments
    from workbook.show.explorer.chapters.scale import tell_scale

    found, (clauses, trail) = asked.comparison, asked.weighed
    title = name_pair(found.drafts, asked.old, asked.new)
    hands = find_whose(None, found.hands, found.drafts).names
    told = tell_commitments(
        asked.old, asked.new, found.paragraphs, clauses, found.tags, trail, hands, title, bool(asked.scale)
    )
    return told | {"scale": tell_scale(asked.ladder, asked.given_ladder, asked.scale)}


def make_scale(asked: Asked) -> dict:
    """The visitor's scale as `table`, which is ladder.csv; or what the page asks besides, checked.

    Where `extra` has changes under `scale`, these come back, if they can be made; where it has a `table`,
    the changes that it makes. Raises WorkbookError where they make no scale.
    """
    from workbook.meaning.scale_table import find_changes, write_ladder

    if "table" in asked.extra:
        return {"scale": find_changes(asked.extra["table"], load_scale(asked.folder))}
    if "scale" in asked.extra:
        changes = asked.extra["scale"]
        if not isinstance(changes, str):
            raise WorkbookError("Your scale: the workbook does not understand what the page asks.")
        load_scale(asked.folder, changes)
        return {"scale": changes}
    return {"table": write_ladder(asked.ladder)}
