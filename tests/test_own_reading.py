"""A reader's own reading through the whole workbook: the explorer, what is kept, the commands."""

import csv
import json

import polars as pl
import pytest

from workbook.__main__ import MENDABLE, main
from workbook.app import compare_drafts, explore, make_table, show_dashboard
from workbook.app.page import allow_edits
from workbook.schemas import DRAFTS, REMARKS, WorkbookError
from workbook.share import reading
from workbook.share.cache import cache_folder
from workbook.text.read import read_file
from workbook.text.read.remarks import YOURS

MARKED = (
    "{>>hands: one = The first<<}\n"
    "1. We {--shall--}{>>one inferred: two verbs<<}{++will++}{>>one inferred: it stays<<} light the road.\n"
    "2. Birds return.\n"
)
FLAT = "1. We will light show the long road to the sea.\n2. We show birds, and we will light old lamps.\n"
LATER = FLAT.replace("light show", "show")
# draft, file, hands, status
ROWS = [
    ("clean", "marked/text.md", "one", "reconstructed"),
    ("before", "marked/text.md", "none", "reconstructed"),
    ("flat", "flat.txt", "printed", "flattened"),
    ("later", "later.txt", "printed", "as issued"),
]
REMARK = dict(
    zip(REMARKS, ("marked/text.md", 1, 16, "light", "", "one", "inferred", "a reader’s"), strict=True)
)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A data folder of the user's own, which the environment names; results are kept beside it."""
    data = tmp_path / "data"
    (data / "marked").mkdir(parents=True)
    for name, text in (("marked/text.md", MARKED), ("flat.txt", FLAT), ("later.txt", LATER)):
        (data / name).write_text(text, encoding="utf-8")
    with (data / "drafts.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(DRAFTS), restval="")
        table.writeheader()
        for draft, name, hands, status in ROWS:
            facts = {"title": draft.title(), "kind": "revision", "hands": hands, "status": status}
            table.writerow({"draft": draft, "file": name} | facts)
    monkeypatch.setenv("WORKBOOK_DATA", str(data))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("WORKBOOK_EDIT", raising=False)
    return data


@pytest.fixture
def page():
    """Opens explorers; `ask` sends what a page sends and returns what went wrong."""
    opened = []

    def make(*drafts, **named):
        explorer = explore(*drafts, **named)
        explorer.ask = lambda what, *remarks: ask(explorer, what, remarks)
        opened.append(explorer)
        return explorer

    def ask(explorer, what, remarks):
        told = []
        explorer.send = lambda content, buffers=None: told.append(content)
        explorer._handle_custom_msg({"ask": what, "id": 1, "remarks": list(remarks)}, [])
        return told[0]

    yield make
    for explorer in opened:
        explorer.close()


def texts(bundle, side):
    spans = [row["spans"] for row in bundle["rows"]]
    return ["".join(span if isinstance(span, str) else span[side] for span in row).strip() for row in spans]


def write(folder, *rows):
    (folder / YOURS).write_text("\n".join([",".join(REMARKS), *rows]) + "\n", encoding="utf-8")


GOOD = "marked/text.md,1,16,light,,one,inferred,why"


# The explorer


def test_what_is_changed_in_a_notebook_is_saved_at_once_and_the_edition_stays(folder, page):
    explorer = page("clean", "later")
    assert explorer.keeps == "disk"
    assert explorer.ask("remark", REMARK)["error"] == ""
    assert texts(explorer.bundle, 0)[0] == "We will the road."
    assert explorer.drafts[0]["title"] == "Clean, your reading"
    assert GOOD.replace("why", "a reader’s") in (folder / YOURS).read_text("utf-8")
    assert (folder / "marked/text.md").read_text("utf-8") == MARKED
    assert texts(page("clean", "later").bundle, 0)[0] == "We will the road."


def test_what_visitors_of_a_shared_server_change_is_theirs_alone_and_never_on_disk(folder, page):
    first, second = page("clean", "later", edit=False), page("clean", "later", edit=False)
    first.ask("remark", REMARK)
    assert texts(first.bundle, 0)[0] == "We will the road."
    first.new = "before"
    first.new = "later"
    second.old = "before"
    second.old = "clean"
    assert texts(second.bundle, 0)[0] == "We will light the road."
    assert not (folder / YOURS).exists()
    kept = "".join(file.read_text("utf-8") for file in cache_folder().glob("*.json"))
    assert "reader" not in kept
    assert "Clean" in kept


def test_a_downloaded_reading_is_honoured_where_it_is_put_into_the_folder(folder, page):
    visit = page("clean", "later", edit=False)
    visit.ask("remark", REMARK)
    (folder / YOURS).write_text(visit.ask("table")["table"], encoding="utf-8", newline="")
    assert texts(page("clean", "later", edit=False).bundle, 0)[0] == "We will the road."


def test_kept_results_never_mix_readings(folder, page):
    assert texts(page("clean", "later").bundle, 0)[0] == "We will light the road."
    write(folder, GOOD)
    assert texts(page("clean", "later").bundle, 0)[0] == "We will the road."
    (folder / YOURS).unlink()
    assert texts(page("clean", "later").bundle, 0)[0] == "We will light the road."


def test_a_remark_is_taken_back(folder, page):
    explorer = page("clean", "later")
    explorer.ask("remark", REMARK)
    explorer.ask("take back", REMARK)
    assert texts(explorer.bundle, 0)[0] == "We will light the road."
    assert explorer.drafts[0]["title"] == "Clean"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": "lights"}, "“lights” does not stand at its place in line 1"),
        ({"deleted_by": "two"}, "knows no hand “two”"),
        ({"file": "../drafts.csv"}, "no draft of this data folder has the file"),
        ({"file": "/etc/passwd"}, "no draft of this data folder has the file"),
        ({"grade": "sure"}, "It is one of documented"),
    ],
)
@pytest.mark.parametrize("edit", [True, False])
def test_what_a_page_asks_is_held_against_the_text(folder, page, wrong, said, edit):
    explorer = page("clean", "later", edit=edit)
    assert said in explorer.ask("remark", REMARK | wrong)["error"]
    assert (explorer.remarks, (folder / YOURS).exists()) == ([], False)


def test_a_proposal_is_taken_over_and_is_no_proposal_any_more(page):
    explorer = page("flat", "later")
    [ghost] = explorer.bundle["struck"]
    [[line, start, words]] = ghost["places"]
    facts = {"inserted_by": "", "deleted_by": "not known", "grade": "inferred", "reason": ghost["reason"]}
    place = {"file": explorer.bundle["marks"]["old"]["file"], "line": line, "start": start, "words": words}
    assert explorer.ask("remark", place | facts)["error"] == ""
    assert texts(explorer.bundle, 0)[0] == "We will show the long road to the sea."
    assert (explorer.bundle["struck"], explorer.drafts[2]["title"]) == ([], "Flat, your reading")


def test_struck_words_are_offered_for_flattened_older_drafts_alone(page):
    assert page("flat", "later").bundle["struck"] is not None
    assert page("later", "flat").bundle["struck"] is None


# What is broken


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("marked/text.md,1,16,lights,,one,inferred,why", "line 3: “lights” does not stand"),
        ("marked/text.md,1,16,light,,two,inferred,why", "line 3: marked/text.md knows no hand “two”"),
        ("marked/text.md,1,16,light,,one,sure,why", "line 3: “light” has the grade “sure”"),
        ("marked/text.md,1,16", "line 3: 3 cells"),
    ],
)
def test_a_broken_remark_is_told_and_other_drafts_stay_usable(folder, page, row, said):
    explorer = page("clean", "before")
    write(folder, GOOD, row)
    explorer.new = "later"
    assert said in explorer.error
    assert explorer.bundle["new"] == "before"
    with pytest.raises(WorkbookError, match=said):
        compare_drafts("clean", "later")
    explorer.old = "later"
    assert (explorer.error, explorer.bundle["old"]) == ("", "later")


def test_a_folder_that_cannot_be_written_has_readings_of_the_session(page, monkeypatch):
    monkeypatch.setattr(reading.os, "access", lambda *_given: False)
    explorer = page("clean", "later")
    assert explorer.keeps == "session"
    assert "it may only be read" in explorer.trouble
    assert explorer.ask("remark", REMARK)["error"] == ""
    with pytest.raises(WorkbookError, match="Copy the data folder"):
        allow_edits(True)


def test_the_dashboard_saves_only_where_it_was_told_to(monkeypatch, page):
    for allowed, keeps in ((False, "session"), (True, "disk")):
        allow_edits(allowed)
        explorer = show_dashboard()
        assert explorer.keeps == keeps
        explorer.close()
    monkeypatch.delenv("WORKBOOK_EDIT")


# Commands and tables


def test_commands_honour_the_reading_and_say_so(folder, capsys, tmp_path):
    write(folder, GOOD)
    assert main(["text", "clean"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[0] == "1\tWe will the road."
    assert f"Clean, your reading: marks in it are changed, as {YOURS}" in told.err
    assert main(["compare", "clean", "later", "-o", str(tmp_path / "page.html")]) == 0
    assert "Clean, your reading → Later" in (tmp_path / "page.html").read_text("utf-8")
    assert main(["table", "marks", "clean", "-o", str(tmp_path / "marks.csv")]) == 0
    assert "your reading" in (tmp_path / "marks.csv.read-me.txt").read_text("utf-8")
    assert "your reading: why" in (tmp_path / "marks.csv").read_text("utf-8")
    assert main(["site", str(tmp_path / "site")]) == 0
    assert "Clean, your reading → Later" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_tables_are_made_with_the_reading_and_as_printed_without(folder, capsys):
    write(folder, GOOD, "flat.txt,1,11,light ,,not known,inferred,why")
    assert make_table("paragraphs", ["flat"])[0]["text"][0] == "We will show the long road to the sea."
    assert make_table("drafts", [])[0]["title"].to_list()[2] == "Flat, your reading"
    main(["text", "flat", "--hands", "printed"])
    told = capsys.readouterr()
    assert "We will light show" in told.out
    assert "your reading" not in told.err


def test_ghosts_are_printed_with_their_reasons(capsys):
    assert main(["ghosts", "flat", "later"]) == 0
    told = capsys.readouterr()
    assert "1: [-light-]  probably struck (0.97 of 1): " in told.out
    assert "This is inferred, and may be wrong: the figures are our estimates" in told.out


def test_ghosts_become_a_marked_text_of_the_same_words(folder, capsys):
    file = folder / "marked" / "flat.md"
    assert main(["ghosts", "flat", "later", "-o", str(file)]) == 0
    runs = read_file(file)
    assert file.read_text("utf-8").startswith(
        "{>>hands: struck = struck earlier, as inferred<<}\n{>>printed: ../flat.txt"
    )
    ends = (runs["break"] != "none").to_list()
    assert "".join(text + "\n" * end for text, end in zip(runs["text"], ends, strict=True)) == FLAT
    struck = runs.filter(pl.col("deleted_by") == "struck")
    assert struck.select("text", "deleted_grade").rows() == [("light", "inferred")]


@pytest.mark.parametrize(
    ("drafts", "said"),
    [(["later", "flat"], "this one is as issued"), (["clean", "later"], "is reconstructed")],
)
def test_ghosts_of_a_text_that_is_not_flattened_are_refused(drafts, said, capsys):
    assert main(["ghosts", *drafts]) == MENDABLE
    assert said in capsys.readouterr().err


def test_what_is_struck_is_never_exported_as_a_change(tmp_path):
    assert main(["compare", "flat", "later", "-o", str(tmp_path / "page.html")]) == 0
    page = (tmp_path / "page.html").read_text("utf-8")
    plain = page[: page.index('id="workbook-bundle"')]
    assert plain.count("<del>") == 1
    assert "ghost" not in plain.split("</style>")[-1]
    bundle = page[page.index('id="workbook-bundle">') + len('id="workbook-bundle">') :].split("</script>")[0]
    assert json.loads(bundle)["struck"][0]["words"] == "light"
