"""What a page may do to a reading, and what it may not."""

import pytest

from workbook.schemas import WorkbookError, frame_of
from workbook.show.explorer.widget import Explorer
from workbook.text.read.remarks import NOTED

REMARK = {"file": "a.md", "line": 1, "start": 0, "words": "We", "inserted_by": "", "deleted_by": "one",
          "grade": "inferred", "reason": "why"}  # fmt: skip


class Kept:
    """Keeps remarks in memory, and refuses those on other files."""

    saves, trouble = False, ""

    def __init__(self):
        self.rows = []

    def list_remarks(self):
        return frame_of([(*row.values(), None) for row in self.rows], NOTED)

    def add(self, *remarks):
        if any(remark is None or remark["file"] != "a.md" for remark in remarks):
            raise WorkbookError("There is no such file.")
        self.rows += remarks

    def take_back(self, remark):
        self.rows.remove(remark)

    def write(self):
        return f"{len(self.rows)} rows"


@pytest.fixture
def page(make):
    """An explorer with a keeper, `ask`, which sends a message as a page does and returns what it is told."""
    made = []

    def make_bundle(old, new):
        made.append((old, new))
        titles = [{"draft": "one", "title": f"One, {len(made)}"}]
        return {"old": old, "new": new, "rows": [], "drafts": titles}

    explorer = Explorer(make_bundle, make.drafts(("one", "One", None), ("two", "Two", None)), keeper=Kept())
    told = []
    explorer.send = lambda content, buffers=None: told.append(content)

    def ask(what, **more):
        explorer._handle_custom_msg({"ask": what, "id": 7} | more, [])
        return told.pop()

    explorer.ask, explorer.made = ask, made
    yield explorer
    explorer.close()


def test_a_remark_is_kept_and_the_page_made_anew_with_the_new_titles(page):
    assert page.keeps == "session"
    assert page.ask("remark", remarks=[REMARK]) == {"told": 7, "error": ""}
    assert page.remarks == [REMARK | {"row": None, "mine": True}]
    assert (len(page.made), page.drafts[0]["title"]) == (2, "One, 2")


def test_a_remark_is_taken_back(page):
    page.ask("remark", remarks=[REMARK])
    assert page.ask("take back", remarks=[page.remarks[0]])["error"] == ""
    assert page.remarks == []


def test_all_remarks_are_handed_out_as_a_table_and_nothing_is_made_anew(page):
    assert page.ask("table") == {"told": 7, "table": "0 rows", "error": ""}
    assert len(page.made) == 1


def test_what_another_window_saved_meanwhile_is_found_when_a_page_asks_for_the_list(page):
    assert (page.ask("list")["error"], len(page.made)) == ("", 1)
    page.keeper.add(REMARK)
    page.ask("list")
    assert (len(page.remarks), len(page.made)) == (1, 2)


@pytest.mark.parametrize("given", [None, "x", {}, [None], ["x"], [{}], [REMARK | {"file": "/etc/passwd"}]])
def test_what_is_no_remark_changes_nothing(page, given):
    told = page.ask("remark", remarks=given)
    assert page.remarks == []
    assert told["error"] == ("There is no such file." if isinstance(given, list) else "")


@pytest.mark.parametrize("content", [None, [], "ask", {"ask": ["remark"]}, {"ask": "everything"}])
def test_other_messages_have_no_answer(page, content):
    page._handle_custom_msg(content, [])
    assert (page.remarks, len(page.made)) == ([], 1)


def test_a_page_cannot_set_the_remarks_or_where_they_are_kept(page):
    page.ask("remark", remarks=[REMARK])
    page.set_state({"remarks": [], "keeps": "disk", "trouble": "x"})
    assert (len(page.remarks), page.keeps, page.trouble) == (1, "session", "")


def test_a_keeper_that_fails_is_told_and_the_page_goes_on(page):
    page.keeper.add = lambda *_remarks: 1 / 0
    assert "ZeroDivisionError" in page.ask("remark", remarks=[REMARK])["error"]
    page.keeper.list_remarks = lambda: frame_of([["x"]], NOTED)
    assert page.ask("table")["error"] == ""


def test_a_remark_that_breaks_the_text_leaves_the_last_view_and_can_be_taken_back(page):
    made = page._make_bundle

    def refuse(old, new):
        if page.remarks:
            raise WorkbookError("no paragraph can be recognised")
        return made(old, new)

    page._make_bundle = refuse
    page.ask("remark", remarks=[REMARK])
    assert (page.error, page.bundle["old"]) == ("no paragraph can be recognised", "one")
    page.ask("take back", remarks=[REMARK])
    assert page.error == ""


def test_without_a_keeper_nothing_can_be_changed(make):
    explorer = Explorer(lambda old, new: {"old": old, "new": new}, make.drafts(("one", "One", None)))
    assert explorer.keeps == ""
    assert explorer.act({"ask": "remark", "remarks": [REMARK]}) == {"error": "Nothing can be changed here."}
    explorer.close()
