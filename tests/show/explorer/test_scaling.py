"""A scale of one's own in the explorer: pages are made by it, and what it cannot be is said."""

import pytest

from workbook.schemas import WorkbookError
from workbook.show.explorer.widget import Explorer


class Scaler:
    """Takes any scale but one that is called bad."""

    changes = ""

    def take(self, changes):
        if "bad" in changes:
            raise WorkbookError("Your scale: no phrase of the scale here is called “bad”.")
        self.changes = changes


@pytest.fixture
def explorer(make):
    """An explorer whose bundles say by which scale they were made; without `scaler` nobody changes it."""
    scaler, made = Scaler(), []

    def make_bundle(old, new):
        made.append((old, new, scaler.changes))
        return {"old": old, "new": new, "scale": scaler.changes, "rows": []}

    drafts = make.drafts(("one", "One", None), ("two", "Two", None))
    explorer = Explorer(make_bundle, drafts, scaler=scaler)
    explorer.made, explorer.alone = made, Explorer(make_bundle, drafts)
    made.clear()
    yield explorer
    explorer.close()
    explorer.alone.close()


def test_a_scale_that_a_page_chooses_makes_the_page_anew_once_together_with_other_drafts(explorer):
    explorer.set_state({"old": "two", "scale": "merge", "new": "one"})
    assert explorer.made == [("two", "one", "merge")]
    explorer.set_state({"scale": "merge"})
    assert len(explorer.made) == 1
    explorer.scale = ""
    assert explorer.bundle["scale"] == ""


def test_a_scale_that_cannot_be_is_said_and_the_last_page_stays(explorer):
    explorer.set_state({"scale": "act.bad.5"})
    assert "is called “bad”" in explorer.error
    assert (explorer.bundle["scale"], explorer.made) == ("", [])
    explorer.set_state({"scale": ""})
    assert explorer.error == ""


def test_where_nobody_makes_pages_by_another_scale_none_can_be_chosen(explorer):
    explorer.alone.set_state({"scale": "merge"})
    assert explorer.alone.error == "The scale cannot be changed here."
