"""What is on show, as a file: only what the filters leave, with the facts that another person needs."""

import io
import json
import re
import zipfile

import polars as pl
import pytest

from workbook.app.about import describe_table
from workbook.app.chapters import Asked
from workbook.app.taking import make_taken
from workbook.schemas import ABOUT, CHANGES
from workbook.text.drafts import load_drafts

HOSTILE = '=HYPERLINK("http://x.example") </script><script>alert(1)</script>'
OLD = f"1. {HOSTILE} and the lamps of the harbour.\n\n2. Ships carry salt along the coast in winter.\n"
NEW = OLD.replace("lamps", "women and lamps")


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """Two drafts of a data folder."""
    folder = tmp_path_factory.mktemp("data")
    for name, text in (("old", OLD), ("new", NEW)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return Asked("old.txt", "new.txt", folder)


def take(kind, asked, *given):
    selection = asked.comparison.pairs.filter(pl.col("new_label") == "1")
    return make_taken(kind, asked, selection, ["words: “lamps”"], *given)


def test_a_table_holds_what_the_filters_leave_and_says_what_made_it(asked):
    name, packed = take("parquet", asked)
    archive = zipfile.ZipFile(io.BytesIO(packed))
    assert name == "changes-old.txt-to-new.txt.parquet.zip"
    table = pl.read_parquet(io.BytesIO(archive.read(name.removesuffix(".zip"))))
    assert table.schema == pl.Schema(CHANGES)
    assert table["new_label"].to_list() == ["1"]
    assert table["redline"].item().endswith("the {+women and +}lamps of the harbour.")
    said = archive.read("read-me.txt").decode()
    assert "filters: words: “lamps”\nrows: 1 of 2\n" in said
    assert re.search(r"draft old\.txt, file: old\.txt, SHA-256 [0-9a-f]{64}\n", said)
    assert re.search(r"list themes\.csv: \d+ entries, as it comes with the workbook, SHA-256 ", said)
    assert re.search(r"version \d.*\nmade on: \d{4}-\d\d-\d\d\n", said)


def test_excel_gets_hostile_words_as_words(asked):
    _, packed = take("xlsx", asked)
    archive = zipfile.ZipFile(io.BytesIO(packed))
    sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "=HYPERLINK" in archive.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet and "hyperlink" not in sheet


def test_a_page_that_is_taken_away_opens_at_the_view_whatever_the_view_says(asked):
    view = "#tab=themes&words=</script><script>alert(1)</script>"
    name, page = take("html", asked, view)
    assert name == "old.txt-to-new.txt.html"
    held = re.search(r'id="workbook-view">(.*?)</script>', page.decode())[1]
    assert json.loads(held) == view
    assert "<script>alert" not in page.decode()


def test_word_gets_the_whole_comparison(asked):
    name, packed = take("docx", asked)
    words = zipfile.ZipFile(io.BytesIO(packed)).read("word/document.xml").decode()
    assert name == "old.txt-to-new.txt.docx"
    assert "Ships carry salt" in words


def test_a_list_of_ones_own_and_a_scale_of_ones_own_are_said(asked, tmp_path):
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "themes.csv").write_text("scheme,tag\ntheme,T1\n", encoding="utf-8")
    about = describe_table("changes", asked.comparison.drafts, tmp_path, scale="will: 3")
    assert about.schema == pl.Schema(ABOUT)
    facts = dict(about.rows())
    assert facts["list themes.csv"].startswith("1 entries, your own, in the data folder, SHA-256 ")
    assert facts["your scale"].endswith("will: 3")
    assert facts["filters"] == "none: all rows"


def test_a_draft_that_lies_in_no_file_is_described_without_one(asked):
    own = load_drafts(asked.folder).head(1).with_columns(file=pl.lit("your-draft-1"))
    facts = dict(describe_table("changes", own, asked.folder).rows())
    assert "draft new.txt, file" not in facts and "draft new.txt, title" in facts
