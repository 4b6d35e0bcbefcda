"""What a page may send of a visitor's own drafts, and what it may not."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbook.schemas import WorkbookError
from workbook.show.explorer.uploading import ASKED, PIECE
from workbook.show.explorer.widget import Explorer

FILE = b"1. We note the road.\n"


class Shelf:
    """Keeps what was read in a list; "bad.txt" cannot be read, "odd.txt" breaks the reader."""

    endings, largest = [".txt"], 3 * PIECE

    def __init__(self):
        self.files, self.waits = [], None

    def check(self, name, size):
        if not isinstance(name, str) or not isinstance(size, int) or not 0 < size <= self.largest:
            raise WorkbookError("It is too large.")
        return name

    async def add(self, name, raw):
        if self.waits:
            await self.waits.wait()
        if name == "bad.txt":
            raise WorkbookError("bad.txt cannot be read.")
        if name == "odd.txt":
            raise ZeroDivisionError("what stands in it")
        self.files.append((name, raw))

    def edit(self, file, title, date, hands):
        if title != "New":
            raise WorkbookError("A draft needs a title.")
        self.files = [(title, raw) for _name, raw in self.files]

    def remove(self, file):
        self.files = [each for each in self.files if each[0] != file]

    def list_files(self):
        return [{"file": name} for name, _raw in self.files]

    def list_drafts(self):
        return [{"draft": name, "title": name, "yours": True} for name, _raw in self.files]


class Page:
    """An explorer with a shelf, and what it tells its page."""

    def __init__(self, make):
        self.made, self.told, self.shelf = [], [], Shelf()

        def make_bundle(old, new):
            self.made.append((old, new))
            return {"old": old, "new": new, "rows": []}

        drafts = make.drafts(("one", "One", None), ("two", "Two", None))
        self.explorer = Explorer(make_bundle, drafts, shelf=self.shelf)
        self.explorer.send = lambda content, buffers=None: self.told.append(content)

    def ask(self, what, *buffers, **more):
        """Sends what a page sends; what it is told, None where nothing is told yet."""
        self.told.clear()
        self.explorer._handle_custom_msg(
            {"ask": what, "id": 7} | more, [memoryview(each) for each in buffers]
        )
        return self.told[-1] if self.told else None

    def send(self, name, raw):
        """A whole file; what is told once it is read."""

        async def run():
            number = self.ask("begin", name=name, size=len(raw))["upload"]
            for start in range(0, len(raw), PIECE):
                self.ask("piece", raw[start : start + PIECE], upload=number, start=start)
            assert self.ask("read", upload=number) is None
            await self.explorer._reading
            return self.told[-1]

        return asyncio.run(run())


@pytest.fixture
def page(make):
    page = Page(make)
    yield page
    page.explorer.close()


def listed(page):
    return [draft["draft"] for draft in page.explorer.drafts]


def test_a_file_that_came_in_pieces_is_whole(page):
    raw = bytes(range(256)) * (PIECE // 100)
    assert len(raw) > 2 * PIECE
    assert page.send("long.txt", raw) == {"told": 7, "error": "", "file": ""}
    assert page.shelf.files == [("long.txt", raw)]


def test_what_was_read_is_listed_behind_the_drafts_and_can_be_chosen(page):
    page.send("mine.txt", FILE)
    assert listed(page) == ["one", "two", "mine.txt"]
    assert page.explorer.uploads["files"] == [{"file": "mine.txt"}]
    page.explorer.set_state({"old": "one", "new": "mine.txt"})
    assert (page.made[-1], page.explorer.error) == (("one", "mine.txt"), "")
    assert listed(page) == ["one", "two", "mine.txt"]
    page.explorer.set_state({"new": "other.txt"})
    assert "No draft in this list is called “other.txt”" in page.explorer.error


def test_a_draft_that_is_renamed_is_shown_anew(page):
    page.send("mine.txt", FILE)
    page.explorer.set_state({"new": "mine.txt"})
    assert page.ask("edit", file="mine.txt", title="") == {"told": 7, "error": "A draft needs a title."}
    assert page.made[-1] == ("one", "mine.txt")
    page.ask("edit", file="mine.txt", title="New")
    assert listed(page) == ["one", "two", "New"]


def test_a_draft_that_is_removed_makes_room_for_one_that_is_here(page):
    page.send("mine.txt", FILE)
    page.explorer.set_state({"old": "mine.txt", "new": "mine.txt"})
    assert page.ask("remove", file="mine.txt")["error"] == ""
    assert (page.explorer.old, page.explorer.new, listed(page)) == ("one", "two", ["one", "two"])
    assert page.made[-1] == ("one", "two")
    page.explorer.set_state({"new": "mine.txt"})
    assert "No draft in this list is called “mine.txt”" in page.explorer.error


def test_a_file_that_cannot_be_read_is_told_and_the_next_one_is_read(page):
    assert page.send("bad.txt", FILE)["error"] == "bad.txt cannot be read."
    told = page.send("odd.txt", FILE)["error"]
    assert (told, "what stands" in told) == ("odd.txt: reading it failed. ZeroDivisionError.", False)
    assert page.send("mine.txt", FILE)["error"] == ""


def test_pieces_out_of_order_or_of_another_size_end_the_upload(page):
    begin = {"name": "mine.txt", "size": len(FILE)}
    wrong = [
        ({"start": 1}, [FILE[1:]]),
        ({"start": 0}, [FILE + b"more"]),
        ({"start": 0}, [b""]),
        ({"start": 0}, []),
        ({"start": "0"}, [FILE]),
        ({"start": True}, [FILE]),
        ({}, [FILE]),
    ]
    for given_, buffers in wrong:
        number = page.ask("begin", **begin)["upload"]
        assert (
            "did not come as it was announced"
            in page.ask("piece", *buffers, upload=number, **given_)["error"]
        )
        assert "not on its way any more" in page.ask("piece", FILE, upload=number, start=0)["error"]
    number = page.ask("begin", name="long.txt", size=2 * PIECE)["upload"]
    assert "announced" in page.ask("piece", bytes(PIECE + 1), upload=number, start=0)["error"]


def test_a_file_of_which_a_part_is_missing_is_not_read(page):
    number = page.ask("begin", name="mine.txt", size=len(FILE))["upload"]
    page.ask("piece", FILE[:5], upload=number, start=0)
    assert "a part of the file did not come" in page.ask("read", upload=number)["error"]


def test_a_file_that_never_came_to_its_end_leaves_nothing_behind(page):
    for _ in range(1000):
        number = page.ask("begin", name="mine.txt", size=3 * PIECE)["upload"]
        page.ask("piece", FILE, upload=number, start=0)
    assert len(page.explorer._incoming.raw) == len(FILE)
    assert "not on its way" in page.ask("piece", FILE, upload=number - 1, start=0)["error"]
    assert page.ask("cancel")["error"] == ""
    assert page.explorer._incoming is None


def test_reading_can_be_stopped_and_nothing_else_is_read_meanwhile(page):
    async def run():
        page.shelf.waits = asyncio.Event()
        number = page.ask("begin", name="mine.txt", size=len(FILE))["upload"]
        page.ask("piece", FILE, upload=number, start=0)
        page.ask("read", upload=number)
        reading = page.explorer._reading
        await asyncio.sleep(0)
        assert "still being read" in page.ask("begin", name="two.txt", size=5)["error"]
        page.explorer.set_state({"new": "one"})
        assert page.made[-1] == ("one", "one")  # other work goes on
        page.ask("cancel")
        await reading
        return page.told[-1]["error"]

    assert asyncio.run(run()) == "mine.txt: reading it was stopped."
    assert page.shelf.files == []


def test_a_page_cannot_set_what_was_added(page):
    before = page.explorer.uploads
    page.explorer.set_state({"uploads": {"files": [{"file": "/etc/passwd"}], "largest": 10**12}})
    assert page.explorer.uploads == before


def test_without_a_shelf_nothing_can_be_added(make):
    explorer = Explorer(lambda old, new: {"old": old, "new": new}, make.drafts(("one", "One", None)))
    told = []
    explorer.send = lambda content, buffers=None: told.append(content)
    explorer._handle_custom_msg({"ask": "begin", "id": 1, "name": "a.txt", "size": 1}, [])
    assert (explorer.uploads, told) == ({}, [{"told": 1, "error": "No drafts can be added here."}])
    explorer.close()


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["mine.txt", "New"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
NAMES = ["name", "size", "upload", "start", "file", "title", "date", "hands", "id"]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(ASKED),
            st.dictionaries(st.sampled_from(NAMES), ANYTHING | st.integers(0, 3)),
            st.lists(st.binary(max_size=20), max_size=2),
        ),
        max_size=6,
    )
)
def test_whatever_a_page_sends_is_answered(make, messages):
    page = Page(make)

    async def run():
        for what, content, buffers in messages:
            page.explorer._answer(
                page.explorer, {"ask": what} | content, [memoryview(each) for each in buffers]
            )
        if page.explorer._reading:
            await page.explorer._reading

    asyncio.run(run())
    assert len(page.told) == len(messages)
    assert all(isinstance(told["error"], str) for told in page.told)
    assert all(told["told"] is None or type(told["told"]) is int for told in page.told)
    page.explorer.close()
