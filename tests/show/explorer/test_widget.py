import ipywidgets
import pytest
from traitlets import TraitError

from workbook.schemas import WorkbookError
from workbook.show.explorer.widget import Explorer, read_plotly


@pytest.fixture
def explorer(make):
    """An explorer of three drafts, of which "bad" cannot be read and "odd" breaks the engine."""
    made = []

    def make_bundle(old, new):
        made.append((old, new))
        if "bad" in (old, new):
            raise WorkbookError("bad.txt, line 3: no paragraph. Number one.")
        if "odd" in (old, new):
            raise ZeroDivisionError("by zero")
        return {"old": old, "new": new, "rows": []}

    drafts = make.drafts(*((draft, draft.title(), "as issued") for draft in ("one", "two", "bad", "odd")))
    explorer = Explorer(make_bundle, drafts)
    explorer.made = made
    yield explorer
    explorer.close()


def test_the_first_two_drafts_are_compared_at_once(explorer):
    assert explorer.bundle == {"old": "one", "new": "two", "rows": []}


def test_another_choice_asks_for_another_bundle_once(explorer):
    explorer.new = "one"
    assert explorer.made == [("one", "two"), ("one", "one")]


def test_both_drafts_can_change_together_and_are_asked_for_once(explorer):
    explorer.set_state({"old": "two", "new": "one"})
    assert explorer.made == [("one", "two"), ("two", "one")]
    assert (explorer.bundle["old"], explorer.bundle["new"]) == ("two", "one")


@pytest.mark.parametrize("draft", ["/etc/passwd", "../data/two.txt", "", "Two", None, 1, ["one"], {}])
@pytest.mark.parametrize("side", ["old", "new"])
def test_a_page_chooses_no_draft_that_is_not_listed(explorer, side, draft):
    explorer.set_state({"old": "two", "new": "two", "words": "light"} | {side: draft})
    assert explorer.made == [("one", "two")]
    assert (explorer.old, explorer.new, explorer.words) == ("one", "two", "light")
    assert f"is called “{draft}”" in explorer.error
    explorer.set_state({"old": "two", "new": "one"})
    assert (explorer.made[1:], explorer.error) == ([("two", "one")], "")


def test_a_refused_choice_is_taken_back_in_the_page(explorer, monkeypatch):
    sent = []
    monkeypatch.setattr(explorer, "send_state", lambda key: sent.append(key))
    explorer.set_state({"new": "/etc/passwd"})
    assert ["new"] in sent


def test_a_page_cannot_list_drafts_or_set_what_was_made_of_them(explorer):
    listed, bundle = explorer.drafts, explorer.bundle
    explorer.set_state({"drafts": [{"draft": "/etc/passwd"}], "bundle": {"old": "x"}, "error": "x"})
    explorer.set_state({"drafts": [{"draft": "/etc/passwd"}], "old": "/etc/passwd"})
    assert (explorer.drafts, explorer.bundle, explorer.old) == (listed, bundle, "one")
    assert explorer.made == [("one", "two")]
    assert "/etc/passwd" in explorer.error


def test_python_chooses_any_file_and_a_page_may_come_back_to_it(explorer):
    explorer.new = "notes/three.txt"
    explorer.set_state({"new": "two"})
    explorer.set_state({"new": "notes/three.txt"})
    assert explorer.made[1:] == [("one", "notes/three.txt"), ("one", "two"), ("one", "notes/three.txt")]
    assert explorer.error == ""


@pytest.mark.parametrize(
    ("draft", "message"),
    [("bad", "line 3: no paragraph"), ("odd", "Comparing one with odd failed. ZeroDivisionError")],
)
def test_a_bad_draft_is_told_and_choice_and_last_bundle_stay(explorer, draft, message):
    explorer.new = draft
    assert message in explorer.error
    assert (explorer.new, explorer.bundle["new"]) == (draft, "two")
    explorer.new = "two"
    assert explorer.error == ""


def test_a_bad_first_pair_still_makes_an_explorer(make):
    def refuse(old, new):
        raise WorkbookError("nothing there")

    explorer = Explorer(refuse, make.drafts(("one", "One", None)))
    assert (explorer.error, explorer.bundle, explorer.old, explorer.new) == (
        "nothing there",
        {},
        "one",
        "one",
    )
    explorer.close()


def test_a_cell_is_an_objective_and_a_section(explorer):
    explorer.objective, explorer.section = "13", "Round table 2"
    assert explorer.cell == ("13", "Round table 2")
    explorer.section = None
    assert explorer.cell == ()
    explorer.cell = ("9", "Introduction")
    assert (explorer.objective, explorer.section) == ("9", "Introduction")
    explorer.cell = ()
    assert (explorer.objective, explorer.section) == (None, None)


def test_one_filter_alone_stays_when_no_cell_is_set(explorer):
    explorer.objective = "13"
    assert (explorer.objective, explorer.cell) == ("13", ())


def test_the_selection_follows_each_filter_wherever_it_was_set(explorer):
    row = {"at": 0, "old_position": 0, "old_label": "1", "new_position": 0, "new_label": "1", "score": 1.0}
    row |= {"relation": "edited", "moved": False, "renumbered": False, "announced": False, "matched_by": ""}
    row |= {"words": "edited", "section": "Start", "spans": ["We agree."], "tags": [], "kinds": ["edited"]}
    row |= {"links": []}
    explorer.bundle = {"old": "one", "new": "two", "rows": [row], "tags": []}
    assert explorer.selection["new_label"].to_list() == ["1"]
    seen = []
    explorer.observe(lambda change: seen.append(change["new"].height), "selection")
    explorer.set_state({"words": "disagree"})
    explorer.words = "AGREE"
    explorer.change = "new"
    assert seen == [0, 1, 0]


def test_a_kind_of_change_that_is_none_is_refused(explorer):
    with pytest.raises(TraitError):
        explorer.change = "sideways"


def test_a_widget_of_the_notebook_can_be_linked(explorer):
    box = ipywidgets.Text()
    link = ipywidgets.link((box, "value"), (explorer, "words"))
    box.value = "children"
    assert explorer.words == "children"
    link.unlink()
    box.close()


def test_the_same_choices_always_read_the_same(explorer):
    assert repr(explorer) == "Explorer(old='one', new='two')"


def test_plotly_is_sent_to_a_page_that_asks(explorer, monkeypatch):
    sent = []
    monkeypatch.setattr(explorer, "send", lambda content, buffers: sent.append((content, buffers)))
    explorer._handle_custom_msg({"ask": "plotly"}, [])
    explorer._handle_custom_msg({"ask": "anything else"}, [])
    [(content, [script])] = sent
    assert content == {"plotly": True}
    assert script == read_plotly()
