"""Drafts that want to run something, in every file that is taken away: other programs get words alone."""

import csv
import io
import re
import zipfile

import docx
import polars as pl
import pytest
from lxml import etree

from workbook.app.chapters import Asked
from workbook.app.taking import make_taken
from workbook.schemas import DRAFTS
from workbook.share.sheets import write_sheets

RUN = "=cmd|'/C calc'!A0 +1 -1 @SUM(A1) </w:t><w:fldSimple w:instr=\"DDEAUTO\"/> <img src=x onerror=hurt=1>"
SHOWN = f"{RUN} ]]> &lt; javascript:hurt=1 http://x.example \u202eevil\u202c \u2028 \" '"
BEFORE = f"{RUN}\n\n# {SHOWN}\n\n1. {SHOWN} and the lamps of the harbour.\n\n2. =1+1\n"
AFTER = f"""{{>>hands: evil = =cmd|'/C calc'!A0 <w:ins w:author="x"/><<}}
{RUN}

# {SHOWN}

1. {SHOWN} and {{++@SUM(A1) bright ++}}{{>>evil inferred: =HYPERLINK("http://x")<<}}lamps of the harbour.

2. =1+1 \x0b\x1f+2
"""
# What other programs obey: a spreadsheet's formula, a document's field, link, object or borrowed part.
OBEYED = {"f", "hyperlink", "oleObject", "object", "altChunk", "subDoc", "attachedTemplate", "externalLink",
          "instrText", "script", "ddeLink", "webPublishItem"}  # fmt: skip
FIELDS = {"PAGE", "NUMPAGES"}  # of our own feet
KINDS = ("xlsx", "csv", "docx", "html")


@pytest.fixture(scope="module")
def asked(tmp_path_factory) -> Asked:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "before.txt").write_text(BEFORE, encoding="utf-8")
    (folder / "after.md").write_text(AFTER, encoding="utf-8")
    with (folder / "drafts.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(DRAFTS), restval="")
        table.writeheader()
        for draft, name in (("=1+before", "before.txt"), ("../@after", "after.md")):
            facts = {"kind": "revision", "hands": "all", "status": "as issued", "source": f"={SHOWN}"}
            table.writerow({"draft": draft, "title": f"@{draft} {RUN}", "file": name} | facts)
    return Asked("=1+before", "../@after", folder)


@pytest.fixture(scope="module")
def taken(asked) -> dict[str, tuple[str, bytes]]:
    filters = [f"={SHOWN}"]
    return {kind: make_taken(kind, asked, asked.comparison.pairs, filters, f"#words={RUN}") for kind in KINDS}


def read_parts(packed: bytes) -> dict[str, etree._Element]:
    """The XML parts of an Office file."""
    archive = zipfile.ZipFile(io.BytesIO(packed))
    names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    assert sorted(names) == sorted(
        archive.namelist()
    )  # no macros, no pictures, nothing that is packed within
    return {name: etree.fromstring(archive.read(name)) for name in names}


@pytest.mark.parametrize("kind", KINDS)
def test_no_name_of_a_draft_leads_a_file_elsewhere(taken, kind):
    assert re.fullmatch(r"(changes-)?1-before-to-after\.[a-z.]+", taken[kind][0])


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_in_an_office_file_nothing_is_a_formula_a_field_or_a_link(taken, kind):
    parts = read_parts(taken[kind][1])
    for name, part in parts.items():
        assert OBEYED.isdisjoint(etree.QName(each).localname for each in part.iter(etree.Element)), name
        assert part.xpath("//*[@TargetMode]") == [], name
        fields = part.xpath("//@*[local-name() = 'instr']")
        assert {field.split()[0] for field in fields} <= FIELDS, name
    words = "".join("".join(part.itertext()) for part in parts.values())
    assert "=cmd|'/C calc'!A0" in words and "<img src=x onerror=hurt=1>" in words


def test_a_word_file_is_opened_by_another_reader_and_holds_the_words(taken):
    document = docx.Document(io.BytesIO(taken["docx"][1]))
    words = "\n".join("".join(each.itertext()) for each in document.element.body)
    assert '<w:fldSimple w:instr="DDEAUTO"/>' in words and "@SUM(A1) bright" in words


def test_no_cell_of_a_table_begins_as_a_formula_does(taken):
    archive = zipfile.ZipFile(io.BytesIO(taken["csv"][1]))
    name = taken["csv"][0].removesuffix(".zip")
    rows = list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
    assert len(rows) >= 3
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
    assert any(cell.startswith("'=1+1") for cell in cells)


def test_a_number_that_is_none_is_written_as_a_word():
    raw = write_sheets(pl.DataFrame({"share": [float("nan"), float("inf"), -float("inf"), 0.5]}))
    archive = zipfile.ZipFile(io.BytesIO(raw))
    sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    kinds = [cell.get("t") for cell in sheet.iter("{*}c")]
    assert kinds == ["s", "s", "s", "s", None]
    assert "not a number" in archive.read("xl/sharedStrings.xml").decode()
