"""A folder without drafts.csv: each file in it is a draft, and one that tracks changes is several."""

import datetime
from pathlib import Path

import pytest

from workbook.schemas import DRAFTS, WorkbookError
from workbook.text.drafts import load_drafts
from workbook.text.folder import list_folder, list_readings, list_unread
from workbook.text.read.source import Run, make_source
from workbook.text.titles import guess_date, guess_title

KEPT = {"break_": "kept", "part": "paragraph"}
PUT = {"inserted_by": "a1"}


def make(name, *runs, hands=None):
    path = Path(name)
    return path, make_source(
        path, [Run(at, 0, at + 1, text, **state) for at, (text, state) in enumerate(runs)], hands
    )


@pytest.fixture
def folder(tmp_path):
    """A folder in which files of these names hold two numbered paragraphs each."""

    def fill(*names):
        for name in names:
            (tmp_path / name).write_text("1. We rest.\n2. We act.\n")
        return tmp_path

    return fill


def test_each_file_of_a_folder_without_a_table_is_a_draft(folder):
    home = folder("zero.txt", "rev1.md")
    drafts = load_drafts(home)
    assert drafts.columns == list(DRAFTS)
    assert drafts.select("draft", "title", "file").rows() == [
        ("rev1.md", "rev1", str(home / "rev1.md")),
        ("zero.txt", "zero", str(home / "zero.txt")),
    ]


def test_the_second_revision_stands_before_the_tenth(folder):
    assert list_folder(folder("rev10.txt", "rev2.txt"))["draft"].to_list() == ["rev2.txt", "rev10.txt"]


def test_where_every_file_has_a_date_the_older_stands_first(folder):
    drafts = list_folder(folder("a 2022-05-02.txt", "b 27 April 2022.txt"))
    assert drafts["draft"].to_list() == ["b 27 April 2022.txt", "a 2022-05-02.txt"]


def test_a_file_without_a_date_stands_where_its_name_says(folder):
    drafts = list_folder(folder("rev1.txt", "rev2 2022-05-02.txt", "rev3.txt"))
    assert drafts["draft"].to_list() == ["rev1.txt", "rev2 2022-05-02.txt", "rev3.txt"]


def test_a_file_that_cannot_be_read_hides_no_other_and_is_told(folder):
    home = folder("rev1.txt", "rev2.txt", "old.xls")
    (home / "rev3.txt").write_bytes(b"1. We\0")
    assert list_folder(home)["draft"].to_list() == ["rev1.txt", "rev2.txt"]
    unread = list_unread(home)
    assert len(unread) == 2
    assert "old.xls" in unread[0]
    assert "rev3.txt" in unread[1]


def test_what_programs_and_people_put_beside_drafts_is_none(folder):
    home = folder("rev1.txt", ".hidden.txt", "~$rev1.txt", "README.md", "your-reading.csv", "LICENSE")
    assert list_folder(home)["draft"].to_list() == ["rev1.txt"]
    assert list_unread(home) == []


def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "secret.txt"
    other.write_text("1. We rest.")
    home = folder("rev1.txt")
    (home / "rev2.txt").symlink_to(other)
    assert list_folder(home)["draft"].to_list() == ["rev1.txt"]


def test_a_folder_in_which_nothing_can_be_read_is_told_why(folder):
    with pytest.raises(WorkbookError, match=r"drafts\.csv.*old\.xls"):
        load_drafts(folder("old.xls"))


def test_two_files_of_one_name_are_told_apart_by_their_endings(folder):
    assert list_folder(folder("rev1.md", "rev1.txt"))["title"].to_list() == [
        "rev1 (rev1.md)",
        "rev1 (rev1.txt)",
    ]


def test_a_file_that_tracks_no_changes_is_one_text():
    drafts = list_readings(*make("rev1.docx", ("We rest.", KEPT)))
    assert drafts.select("draft", "title", "file", "hands", "status").rows() == [
        ("rev1.docx", "rev1", "rev1.docx", "all", "as issued")
    ]


def test_a_file_with_changes_of_one_hand_is_two_texts():
    drafts = list_readings(*make("rev1.docx", ("We rest.", KEPT), ("We act.", KEPT | PUT)))
    assert drafts.select("draft", "title", "hands").rows() == [
        ("rev1.docx@none", "rev1, before the changes", "none"),
        ("rev1.docx@all", "rev1, with all changes", "all"),
    ]


def test_of_two_hands_each_gives_a_text_alone_under_its_name():
    runs = [("We rest.", KEPT), ("We act.", KEPT | PUT), ("We go.", KEPT | {"deleted_by": "b2"})]
    drafts = list_readings(*make("rev1.docx", *runs, hands={"a1": "Ana"}))
    assert drafts.select("draft", "title").rows()[2:] == [
        ("rev1.docx@a1", "rev1, with the changes of Ana"),
        ("rev1.docx@b2", "rev1, with the changes of b2"),
    ]


def test_a_text_in_which_no_word_would_stand_is_not_listed():
    drafts = list_readings(*make("rev1.docx", ("We act.", KEPT | PUT)))
    assert drafts["hands"].to_list() == ["all"]


@pytest.mark.parametrize(("part", "status"), [("line", "reconstructed"), ("paragraph", "as issued")])
def test_an_edition_of_a_printed_text_is_a_reconstruction_and_marks_seen_on_a_page_are_none(part, status):
    judged = KEPT | PUT | {"inserted_grade": "inferred", "part": part}
    drafts = list_readings(*make("rev1.docx", ("We rest.", KEPT | {"part": part}), ("We act.", judged)))
    assert set(drafts["status"]) == {status}


def test_a_file_without_a_paragraph_is_refused():
    with pytest.raises(WorkbookError, match="no paragraph"):
        list_readings(*make("rev1.docx", ("Scope", KEPT | {"part": "furniture"})))


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("rev2 2022-04-27.docx", (2022, 4, 27)),
        ("20220427_rev2.docx", (2022, 4, 27)),
        ("Rev 2 (27 April 2022).pdf", (2022, 4, 27)),
        ("rev2-27-Apr-2022.txt", (2022, 4, 27)),
        ("Draft of April 27, 2022.txt", (2022, 4, 27)),
        ("rev2 2022-13-27.txt", None),
        ("rev2 04.05.2022.txt", None),  # of April or of May
        ("A_76_2022.txt", None),
        ("120220427.txt", None),
    ],
)
def test_the_date_in_a_name_is_read_where_it_can_be_but_one(name, date):
    assert guess_date(*make(name)) == (date and datetime.date(*date))


def test_a_date_alone_at_the_top_is_that_of_the_text_and_one_in_a_sentence_is_not():
    assert guess_date(*make("a.txt", ("Draft", {}), ("27 April 2022", {}))) == datetime.date(2022, 4, 27)
    assert guess_date(*make("a.txt", ("We met on 27 April 2022.", {}))) is None


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("GCM_rev2_clean.docx", "GCM rev2 clean"),
        ("Document1.docx", "Lamps for all"),
        ("2022-04-27.docx", "Lamps for all"),
        ("untitled (2).docx", "Lamps for all"),
        ("Files of Ana.docx", "Files of Ana"),
    ],
)
def test_a_name_that_says_nothing_gives_way_to_the_first_heading(name, title):
    assert guess_title(*make(name, ("Lamps for all", KEPT | {"part": "heading"}))) == title


def test_without_a_heading_a_name_is_better_than_none():
    assert guess_title(*make("Document1.docx", ("We rest.", KEPT))) == "Document1"
