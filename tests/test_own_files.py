"""A user's own files: a folder of them is a list of drafts, and what is doubtful in one is said."""

import polars as pl
import pytest

from workbook.__main__ import main
from workbook.app import compare_drafts, explore, make_page_bundle
from workbook.app.kept import find_bundle
from workbook.app.page import show_dashboard
from workbook.share.html import write_page

OLD = "1. We agree with Réunion.\n2. We act.\n"
NEW = (
    "<ol><li>We <ins title=Ana>firmly </ins>agree with R&eacute;union.<li>We act<del title=Ana> now</del>."
    "</ol><script>bad()</script>"
)
DOUBT = "it was read as Windows-1252"


@pytest.fixture
def folder(tmp_path, monkeypatch, tmp_path_factory):
    """A folder without drafts.csv: a text that names no coding, a page with changes, and an odd file."""
    (tmp_path / "rev1.txt").write_bytes(OLD.encode("cp1252"))
    (tmp_path / "rev2.html").write_text(NEW)
    (tmp_path / "rev3.odt").write_bytes(b"PK")
    monkeypatch.setenv("WORKBOOK_DATA", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    return tmp_path


def test_a_page_with_changes_is_read_with_all_of_them_unless_asked_otherwise(folder, capsys):
    page = str(folder / "rev2.html")
    for hands, text in (([], "firmly"), (["--hands", "all"], "firmly"), (["--hands", "none"], "act now")):
        assert main(["text", page, *hands]) == 0
        assert text in capsys.readouterr().out


def test_a_doubt_stands_on_standard_error_and_never_among_the_words(folder, capsys):
    assert main(["text", "rev1.txt"]) == 0
    told = capsys.readouterr()
    assert DOUBT in told.err
    assert DOUBT not in told.out


def test_a_doubt_is_written_beside_a_table(folder, capsys, tmp_path):
    assert main(["table", "paragraphs", "rev1.txt", "-o", str(tmp_path / "a.csv")]) == 0
    assert any(DOUBT in file.read_text() for file in tmp_path.glob("a*") if file.name != "a.csv")


def test_the_notices_of_files_are_a_table(folder, capsys):
    assert main(["table", "notices"]) == 0
    assert DOUBT in capsys.readouterr().out


def test_a_site_of_a_folder_has_a_page_of_each_pair_and_says_what_was_left_out(folder, capsys, tmp_path):
    assert main(["site", str(tmp_path / "site"), "--data", str(folder)]) == 0
    told = capsys.readouterr()
    assert "rev3.odt" in told.err
    assert str(folder) not in told.err
    # rev1, and rev2 before and with its changes: six pairs, an index and the chart's program.
    assert len(list((tmp_path / "site").iterdir())) == 8


def test_the_explorer_opens_on_a_folder_of_files(folder):
    explorer = show_dashboard()
    assert explorer.error == ""
    assert [draft["draft"] for draft in explorer.drafts] == ["rev1.txt", "rev2.html@none", "rev2.html@all"]


def test_the_page_says_what_is_doubtful_and_what_was_left_out(folder):
    bundle = explore("rev1.txt", "rev2.html@all").bundle
    assert DOUBT in bundle["doubts"]["old"][0]
    assert bundle["doubts"]["new"] == []
    assert "rev3.odt" in bundle["left_out"][0]
    assert str(folder) not in bundle["left_out"][0]


def test_a_page_of_a_folder_is_kept_until_another_file_of_it_cannot_be_read(folder):
    explore("rev1.txt", "rev2.html@all")
    assert find_bundle("rev1.txt", "rev2.html@all") is not None
    (folder / "rev4.odt").write_bytes(b"PK")
    assert find_bundle("rev1.txt", "rev2.html@all") is None


def test_an_exported_page_says_what_is_doubtful_as_text(folder):
    found = compare_drafts("rev1.txt", "rev2.html@all")
    hostile = found.notices.with_columns(pl.col("notice") + "<script>")
    page = write_page(found.drafts, found.paragraphs, found.pairs, found.diffs, notices=hostile)
    assert "&lt;script&gt;" in page
    assert "<script>" not in page
    assert make_page_bundle(found)["doubts"]["old"]


def test_a_file_that_is_put_into_the_folder_is_a_draft_at_once(folder):
    show_dashboard()
    (folder / "rev0.txt").write_text("1. We rest.\n2. We act.\n")
    assert show_dashboard().drafts[0]["draft"] == "rev0.txt"
