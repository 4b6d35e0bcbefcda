"""A visitor's own drafts through the whole workbook: read, listed, compared, and nowhere on disk."""

import asyncio
import csv
import json

import pytest

from workbook.app import explore, uploads
from workbook.app.names import clean, clean_name
from workbook.app.uploads import Uploads
from workbook.schemas import DRAFTS, WorkbookError
from workbook.share.cache import cache_folder

SECRET = "elderberry"
FIRST = f"1. We will light the long road to the {SECRET}.\n2. We note old birds and lamps.\n"
SECOND = FIRST.replace("long road", "short road")
MARKED = (
    "{>>hands: one = The first; two = The second<<}\n"
    "1. We {--shall--}{>>one inferred: two verbs<<}{++will++}{>>two inferred: it stays<<} light the road.\n"
    "2. Birds return.\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A data folder of two drafts, which the environment names; results are kept beside it."""
    data = tmp_path / "data"
    data.mkdir()
    with (data / "drafts.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(DRAFTS), restval="")
        table.writeheader()
        for name in ("one", "two"):
            (data / f"{name}.txt").write_text("1. We light the road.\n2. Birds go.\n", encoding="utf-8")
            facts = {"title": name.title(), "kind": "revision", "hands": "printed", "status": "as issued"}
            table.writerow({"draft": name, "file": f"{name}.txt"} | facts)
    monkeypatch.setenv("WORKBOOK_DATA", str(data))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return data


@pytest.fixture
def visit():
    """Opens explorers, each a visit of its own."""
    opened = []

    def open_one(**given):
        opened.append(Visit(explore(**given)))
        return opened[-1]

    yield open_one
    for each in opened:
        each.explorer.close()


class Visit:
    """An explorer as its page speaks with it."""

    def __init__(self, explorer):
        self.explorer, self.told = explorer, []
        explorer.send = lambda content, buffers=None: self.told.append(content)

    def ask(self, what, *buffers, **more):
        self.told.clear()
        self.explorer._handle_custom_msg(
            {"ask": what, "id": 1} | more, [memoryview(each) for each in buffers]
        )
        return self.told[-1] if self.told else {}

    def add(self, name, text):
        """Adds a file; its id, or what is wrong with it."""
        raw = text if isinstance(text, bytes) else text.encode()

        async def run():
            begun = self.ask("begin", name=name, size=len(raw))
            if begun["error"]:
                return begun["error"]
            self.ask("piece", raw, upload=begun["upload"], start=0)
            self.ask("read", upload=begun["upload"])
            await self.explorer._reading
            return self.told[-1]["error"] or self.told[-1]["file"]

        return asyncio.run(run())

    def show(self, old, new):
        self.explorer.set_state({"old": old, "new": new})
        return self.explorer.error

    @property
    def files(self):
        return self.explorer.uploads["files"]

    @property
    def own(self):
        return [draft for draft in self.explorer.drafts if draft.get("yours")]

    def texts(self, side):
        spans = [row["spans"] for row in self.explorer.bundle["rows"]]
        return [
            "".join(span if isinstance(span, str) else span[side] for span in row).strip() for row in spans
        ]


def test_two_files_are_compared_with_one_another_and_with_a_draft_of_the_folder(visit):
    page = visit()
    first, second = page.add("first.txt", FIRST), page.add("second 12 May 2022.txt", SECOND)
    assert [draft["title"] for draft in page.own] == ["first", "second 12 May 2022"]
    assert page.files[1]["date"] == "2022-05-12"
    assert page.show(first, second) == ""
    assert ["long road" in text for text in page.texts(0)] == [True, False]
    assert page.texts(1)[0].startswith("We will light the short road")
    for pair in (("one", second), (second, "one"), (first, first)):
        assert page.show(*pair) == ""
        assert (page.explorer.bundle["old"], page.explorer.bundle["new"]) == pair
    assert page.show("one", "two") == ""
    assert len(page.own) == 2


def test_files_of_one_title_are_told_apart_by_their_endings_or_a_number(visit):
    page = visit()
    for name in ("note.txt", "note.md", "folder/note.TXT", "note.html", "note.md"):
        page.add(name, FIRST)
    titles = [draft["title"] for draft in page.own]
    assert titles == ["note", "note (md)", "note (2)", "note (html)", "note (3)"]
    page.ask("remove", file=page.files[0]["file"])
    page.add("note.html", FIRST)
    assert page.own[-1]["title"] == "note"


def test_a_file_that_marks_changes_gives_its_readings_and_whose_they_are(visit):
    page = visit()
    file = page.add("note.md", MARKED)
    told = [title for _draft, _hands, title in page.files[0]["drafts"]]
    assert told[:2] == ["note, before the changes", "note, with all changes"]
    assert page.show(f"{file}.0", f"{file}.1") == ""
    assert (page.texts(0)[0], page.texts(1)[0]) == ("We shall light the road.", "We will light the road.")
    assert {hand["hand"] for hand in page.explorer.bundle["hands"]} >= {"one", "two"}
    page.ask("edit", file=file, title="The note", date="2022-05-12", hands={"one": "Ana", "three": "No one"})
    assert page.files[0]["hands"] == [["two", "The second"], ["one", "Ana"]]
    assert [draft["title"] for draft in page.own][-1] == "The note, with the changes of Ana"
    assert {draft["date"] for draft in page.own} == {"2022-05-12"}
    names = {hand["hand"]: hand["name"] for hand in page.explorer.bundle["hands"]}
    assert names["one"].startswith("Ana")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"title": ""}, "needs a title"),
        ({"title": "\u202e \0"}, "needs a title"),
        ({"title": 1}, "needs a title"),
        ({"title": "New", "date": "yesterday"}, "A date has"),
        ({"title": "New", "hands": {"one": " "}}, "needs a name"),
        ({"title": "New", "file": "../one.txt"}, "not here any more"),
        ({"title": "New", "file": None}, "not here any more"),
    ],
)
def test_a_name_that_is_none_changes_nothing(visit, given, message):
    page = visit()
    file = page.add("note.md", MARKED)
    before = page.files
    assert message in page.ask("edit", **({"file": file} | given))["error"]
    assert page.files == before


def test_nothing_of_a_visitors_draft_is_written_or_seen_by_another(visit, folder, tmp_path, capfd):
    page, other = visit(), visit()
    file = page.add(f"{SECRET}.txt", FIRST)
    page.show("one", file)
    page.show(file, "two")
    page.show("two", "one")
    assert page.files
    assert (other.files, other.own) == ([], [])
    assert "No draft in this list" in other.show("one", file)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [
        path for path in written if path.is_relative_to(cache_folder())
    ]  # the pairs of the folder are kept
    assert [path for path in written if SECRET in path.name or SECRET in path.read_text("utf-8")] == []
    assert sorted(path.name for path in folder.iterdir()) == ["drafts.csv", "one.txt", "two.txt"]
    assert SECRET not in "".join(capfd.readouterr())


def test_the_id_of_a_draft_says_nothing_of_its_file_and_is_had_once(visit):
    page = visit()
    ids = {page.add("one.txt", FIRST) for _ in range(3)}
    assert len(ids) == 3
    assert all("one" not in each and each.startswith("your-draft-") for each in ids)
    assert len({draft["draft"] for draft in page.explorer.drafts}) == 5


def test_a_removed_draft_is_gone_and_its_address_means_nothing(visit):
    page = visit()
    file = page.add("note.txt", FIRST)
    page.show("two", file)
    page.ask("remove", file=file)
    assert (page.explorer.old, page.explorer.new, page.own, page.files) == ("two", "two", [], [])
    assert SECRET not in json.dumps(page.explorer.bundle)
    assert "No draft in this list" in page.show("two", file)
    assert "not here any more" in page.ask("remove", file=file)["error"]


def test_pages_of_own_drafts_are_kept_for_the_way_back_and_bounded(visit, monkeypatch):
    page, made = visit(), []
    file = page.add("note.md", MARKED)
    monkeypatch.setattr(uploads, "MOST_PAGES", 2)
    compare = page.explorer._make_bundle.__globals__["compare_drafts"]
    monkeypatch.setitem(
        page.explorer._make_bundle.__globals__,
        "compare_drafts",
        lambda *given: made.append(given[:2]) or compare(*given),
    )
    ways = [
        ("one", f"{file}.0"),
        ("one", f"{file}.1"),
        ("one", f"{file}.0"),
        ("two", f"{file}.0"),
        ("one", f"{file}.1"),
    ]
    for way in ways:
        page.show(*way)
    assert made == [ways[0], ways[1], ways[3], ways[4]]


def test_marks_of_own_drafts_cannot_be_changed_and_that_is_said(visit):
    page = visit()
    file = page.add("note.md", MARKED)
    page.show(f"{file}.0", f"{file}.1")
    assert page.explorer.bundle["marks"]["new"]["file"] == ""
    remark = {"file": file, "line": 2, "start": 0, "words": "We", "inserted_by": "", "deleted_by": "one"}
    told = page.ask("remark", remarks=[remark | {"grade": "inferred", "reason": "why"}])
    assert "no draft of this data folder has the file" in told["error"]


def test_a_visit_holds_so_many_files_and_bytes(visit, monkeypatch):
    page = visit()
    monkeypatch.setattr(uploads, "MOST_FILES", 2)
    page.add("1.txt", FIRST)
    page.add("2.txt", FIRST)
    assert "3.txt: a visit holds 2 files" in page.add("3.txt", FIRST)
    page.ask("remove", file=page.files[0]["file"])
    monkeypatch.setattr(uploads, "MOST_BYTES", 2 * len(FIRST) - 1)
    assert "a visit holds" in page.add("3.txt", FIRST)


@pytest.mark.parametrize(
    ("name", "size", "message"),
    [
        ("note.exe", 5, "note.exe: files of this kind cannot be read"),
        ("note", 5, "note: files of this kind cannot be read"),
        (".txt", 5, ""),
        (None, 5, "a file without a name: files of this kind"),
        (["note.txt"], 5, "a file without a name: files of this kind"),
        ("note.txt", 0, "the file is empty"),
        ("note.txt", -1, "the file is empty"),
        ("note.txt", True, "the file is empty"),
        ("note.txt", "5", "the file is empty"),
        ("note.txt", 20 * 10**6 + 1, "note.txt: the file is larger than 20 MB"),
    ],
)
def test_what_cannot_be_taken_is_said_before_it_is_sent(name, size, message):
    if message:
        with pytest.raises(WorkbookError, match=message):
            Uploads().check(name, size)
    else:
        Uploads().check(name, size)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\ana\\note.docx", "note.docx"),
        ("a@none.docx", "a@none.docx"),
        ("printed", "printed"),
        ("a\u202etxt.exe\u202c.txt", "a txt.exe.txt"),
        ("a\n\0\ud800b.txt", "a b.txt"),
        ("<img src=x onerror=hurt()>.txt", "<img src=x onerror=hurt()>.txt"),
        ("é" * 500 + ".docx", "é" * 79 + "….docx"),
        ("..", ".."),
        ("", "a file without a name"),
    ],
)
def test_a_hostile_name_is_only_a_name(name, shown):
    assert clean_name(name) == shown


def test_words_out_of_a_file_are_shown_and_not_obeyed():
    assert clean("\u2066a\tb\u2028c\x1b[31m", 20) == "a b c [31m"
    assert clean("x" * 10**6, 20) == "x" * 19 + "…"


def test_a_file_of_any_name_is_compared(visit):
    page = visit()
    for name in ["../../x.txt", "printed.txt", "a@none.txt", "one.txt", "<b>x</b>.txt"]:
        assert page.show("one", page.add(name, FIRST)) == ""
        assert page.texts(1)[0].startswith("We will light the long road")


def test_a_file_that_cannot_be_read_is_one_sentence(visit):
    page = visit()
    assert page.add("note.txt", b"1. We\0 go.").startswith("note.txt, line 1: ")
    assert page.files == []
