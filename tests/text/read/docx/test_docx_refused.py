"""Files that are no Word files, are damaged, or were made to do harm: one clear message each."""

import io
import struct
import zipfile

import pytest

from tests.office.word import control, pack, paragraph, plain, text, zip_files
from workbook.schemas import WorkbookError
from workbook.text.read.docx import package, story

HEAD = '<?xml version="1.0"?>'


def unpack(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as files:
        return {name: files.read(name) for name in files.namelist()}


def with_part(name, part):
    return zip_files(unpack(pack(plain("We act."))) | {name: part})


def replace(name, old, new):
    files = unpack(pack(plain("We act.")))
    assert old in files[name]
    return zip_files(files | {name: files[name].replace(old, new)})


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (COMPOUND + "WordDocument".encode("utf-16-le"), r"older Word \(.doc\)"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "encrypted.*password"),
        (COMPOUND, "older Microsoft Office"),
        (rb"{\rtf1 We act.}", "RTF"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\xef\xbb\xbf\n <!DOCTYPE html><html>", "web page"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML"),
        (b"We act.", "something else"),
        (zip_files({"mimetype": b"application/vnd.oasis.opendocument.text"}), "LibreOffice"),
        (zip_files({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), "Excel"),
        (zip_files({"ppt/presentation.xml": b"<a/>"}), "PowerPoint"),
        (zip_files({"letter.txt": b"We act."}), "zip archive without a Word document"),
    ],
)
def test_a_file_that_is_something_else_is_called_what_it_is(read_raw, raw, said):
    with pytest.raises(WorkbookError, match=rf"a\.docx: .*{said}"):
        read_raw(raw)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_damaged(read_raw, share):
    raw = pack("".join(plain(f"We act {number}.") for number in range(500)))
    with pytest.raises(WorkbookError, match="damaged or was cut off"):
        read_raw(raw[: int(len(raw) * share)])


def test_a_part_with_wrong_bytes_is_damaged(read_raw):
    raw = pack("".join(plain(f"We act {number}.") for number in range(500)))
    at = raw.index(b"word/document.xml") + 60
    with pytest.raises(WorkbookError, match="damaged"):
        read_raw(raw[:at] + b"\xff" * 40 + raw[at + 40 :])


def test_a_file_without_its_text_is_damaged(read_raw):
    files = unpack(pack(plain("We act.")))
    del files["word/document.xml"]
    with pytest.raises(WorkbookError, match="text itself is missing"):
        read_raw(zip_files(files))


def test_a_part_that_is_no_xml_is_damaged(read_raw):
    with pytest.raises(WorkbookError, match=r"word/document\.xml is no XML"):
        read_raw(replace("word/document.xml", b"</w:body>", b""))


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_whatever_its_coding(read_raw, code):
    body = pack(plain("&a;"))
    part = unpack(body)["word/document.xml"].decode().partition("?>")[2]
    bomb = f'<!DOCTYPE w [<!ENTITY a "We act."><!ENTITY b SYSTEM "file:///etc/passwd">]>{part}'
    head = f'<?xml version="1.0" encoding="{code}"?>'
    with pytest.raises(WorkbookError, match="document type"):
        read_raw(with_part("word/document.xml", (head + bomb).encode(code)))


def test_entities_that_grow_in_an_attribute_are_refused_unread(read_raw):
    grown = "".join(f'<!ENTITY {new} "{f"&{old};" * 50}">' for old, new in ("ab", "bc", "cd", "de", "ef"))
    bomb = f'{HEAD}<!DOCTYPE w [<!ENTITY a "We act.">{grown}]><w w="&f;"/>'
    with pytest.raises(WorkbookError, match="document type"):
        read_raw(with_part("word/document.xml", bomb.encode()))


def test_a_part_that_bursts_is_not_unpacked(read_raw):
    with pytest.raises(WorkbookError, match=r"word/document\.xml has 30 MB"):
        read_raw(with_part("word/document.xml", HEAD.encode() + b" " * 30_000_000))


def test_a_package_of_too_many_parts_or_too_large_is_not_read(read_raw, monkeypatch):
    monkeypatch.setattr(package, "MOST_PARTS", 3)
    with pytest.raises(WorkbookError, match="more than 3 parts"):
        read_raw(pack(plain("We act.")))
    monkeypatch.undo()
    monkeypatch.setattr(package, "LARGEST_PACKAGE", 100)
    with pytest.raises(WorkbookError, match="unpacked, this file holds more"):
        read_raw(pack(plain("We act.")))


@pytest.mark.parametrize("limit", ["LARGEST_TEXT", "MOST_TAGS"])
def test_a_text_too_large_is_not_read(read_raw, monkeypatch, limit):
    monkeypatch.setattr(package, limit, 900 if limit == "LARGEST_TEXT" else 20)
    with pytest.raises(WorkbookError, match="far more than a text has"):
        read_raw(pack(plain("We act.")))


def test_a_text_of_too_many_paragraphs_is_not_read(read_raw, monkeypatch):
    monkeypatch.setattr(story, "MOST_PARAGRAPHS", 2)
    with pytest.raises(WorkbookError, match="more than 2 paragraphs"):
        read_raw(pack(plain("We act.", "We agree.", "We go.")))


def test_a_part_that_lies_about_its_size_is_damaged(read_raw):
    raw = bytearray(pack("".join(plain(f"We act {number}.") for number in range(500))))
    at = raw.rindex(b"word/document.xml") - 46
    size = struct.unpack_from("<I", raw, at + 24)[0]
    struct.pack_into("<I", raw, at + 24, size - 1000)
    with pytest.raises(WorkbookError, match="damaged"):
        read_raw(bytes(raw))


def test_a_document_nested_without_end_is_refused(read_raw):
    inside = plain("We act.")
    for _level in range(120):
        inside = control(inside)
    with pytest.raises(WorkbookError, match="nested"):
        read_raw(pack(inside))
    with pytest.raises(WorkbookError, match="nested"):
        read_raw(pack("<w:sdt>" * 5000 + "</w:sdt>" * 5000))


def test_twenty_tables_within_one_another_are_read(read_raw):
    inside = plain("We act.")
    for _level in range(20):
        inside = f"<w:tbl><w:tr><w:tc>{inside}<w:p/></w:tc></w:tr></w:tbl>"
    assert read_raw(pack(inside)).all == ["We act."]


def test_an_encrypted_part_is_told(read_raw):
    raw = bytearray(pack(plain("We act.")))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(sign)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(sign, at + 1)
    with pytest.raises(WorkbookError, match="encrypted"):
        read_raw(bytes(raw))


def relate(kind, target, more=""):
    own = f'<Relationship Id="x" Type="http://x/{kind}" Target="{target}"{more}/></Relationships>'
    return replace("word/_rels/document.xml.rels", b"</Relationships>", own.encode())


def test_macros_are_not_run_and_said(read_raw):
    file = read_raw(relate("vbaProject", "vbaProject.bin"), "a.docm")
    assert file.all == ["We act."]
    assert file.source.notices == ("The file holds macros, which were not run.",)


def test_files_outside_are_not_fetched_and_said(read_raw):
    for kind in ("attachedTemplate", "footnotes", "header", "styles"):
        file = read_raw(relate(kind, "http://127.0.0.1:9/x.xml", ' TargetMode="External"'))
        assert file.all == ["We act."]
        assert "were not fetched" in file.source.notices[0]


def test_a_path_that_leads_out_of_the_package_leads_nowhere(read_raw):
    assert read_raw(relate("footnotes", "../../../../etc/passwd")).all == ["We act."]


def test_a_part_that_is_named_and_not_there_is_passed_over(read_raw):
    assert read_raw(relate("styles", "nowhere.xml")).all == ["We act."]


def test_an_embedded_document_is_not_read_and_said(read):
    file = read(paragraph(text("We act.")), '<w:altChunk r:id="x"/>')
    assert file.all == ["We act."]
    assert "embedded" in file.source.notices[0]
