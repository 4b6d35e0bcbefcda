"""PDFs that cannot be read: each says in one sentence what is wrong and how to mend it."""

import io
import zlib
from base64 import a85encode

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.text.read.pdf.sheets import LEFT, SENTENCE, TOP, Sheets
from workbook.schemas import WorkbookError


def put_scan(sheets):
    # The smallest grey picture there is.
    picture = io.BytesIO(b"P5 1 1 255 \x80")
    sheets.canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)


def refused(read, raw):
    with pytest.raises(WorkbookError) as refusal:
        read(raw)
    assert str(refusal.value).startswith("draft.pdf: ")
    return str(refusal.value)


def test_pictures_of_pages_need_text_recognition(sheets, read):
    put_scan(sheets)
    assert "holds pictures of pages, no text" in refused(read, sheets.done())


def test_a_scanned_page_among_others_is_named(sheets, read):
    sheets.put(LEFT, TOP, "1. We agree.")
    sheets.turn()
    put_scan(sheets)
    assert (
        "pictures without text, which are missing here (run text recognition, OCR): 2."
        in read(sheets).notices
    )


def test_a_page_without_anything_is_no_text(sheets, read):
    sheets.turn()
    assert "there is no text" in refused(read, sheets.done())


def test_a_locked_file_says_so(read):
    raw = io.BytesIO()
    canvas = Canvas(raw, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(LEFT, TOP, "We agree.")
    canvas.save()
    assert "locked with a password" in refused(read, raw.getvalue())


def test_a_file_locked_against_changes_only_is_read(read):
    raw = io.BytesIO()
    canvas = Canvas(raw, encrypt=StandardEncryption("", ownerPassword="secret", canModify=0))
    canvas.drawString(LEFT, TOP, "We agree.")
    canvas.save()
    assert read(raw.getvalue()).blocks() == ["We agree."]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"PK\x03\x04....", "zip"),
        (b"\xd0\xcf\x11\xe0....", "old Word"),
        (b"<!DOCTYPE html><p>We", "web page"),
        (b"{\\rtf1 We}", "rich text"),
        (b"We agree.", "no PDF"),
    ],
)
def test_what_is_no_pdf_is_called_what_it_is(raw, kind, read):
    assert kind in refused(read, raw)


def test_a_file_cut_short_says_so(sheets, read):
    sheets.put(LEFT, TOP, "We agree.")
    assert "damaged or cut short" in refused(read, sheets.done()[:200])


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_damaged_file_is_read_or_refused_and_nothing_else(share, sheets, read):
    sheets.fill(LEFT, TOP, SENTENCE * 10, 450)
    raw = sheets.done()
    try:
        read(raw[: int(share * len(raw))])
    except WorkbookError as refusal:
        assert "draft.pdf: " in str(refusal)


def pack_blanks(megabytes):
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(megabytes)), packer.flush()])


def part(packed, head=b"/Filter/FlateDecode", word=b"stream\n"):
    return b"%PDF-1.4\n1 0 obj<<" + head + b">>" + word + packed + b"\nendstream endobj\n"


@pytest.mark.parametrize("word", [b"stream\n", b"stream\r", b"stream  %\n"], ids=repr)
def test_what_unpacks_to_fill_the_memory_is_not_unpacked(read, word):
    assert "a part of this PDF unpacks to more than" in refused(read, part(pack_blanks(25), word=word))


@pytest.mark.parametrize(
    ("name", "write"),
    [
        (b"ASCIIHexDecode", lambda raw: raw.hex().encode() + b">"),
        (b"AHx", lambda raw: raw.hex().encode() + b">"),
        (b"ASCII85Decode", lambda raw: a85encode(raw, wrapcol=80) + b"~>"),
        (b"#41SCII#385Decode", lambda raw: a85encode(raw) + b"~>"),
    ],
)
def test_what_is_packed_and_written_as_letters_is_measured_too(read, name, write):
    head = b"/Filter[/" + name + b"/FlateDecode]"
    assert "unpacks to more than" in refused(read, part(write(pack_blanks(25)), head))


def test_many_parts_that_unpack_to_much_are_as_one(read):
    assert "all parts of this PDF unpack to more than" in refused(read, part(pack_blanks(22)) * 10)


def test_signs_without_letters_are_no_text(sheets, read):
    sheets.put(LEFT, TOP, "We agree.")
    # A font that says of none of its signs which letter it is.
    raw = sheets.done().replace(b"/WinAnsiEncoding", b"<</Differences[32" + b"/uniE001" * 96 + b"]>>")
    assert "do not say which letters" in refused(read, raw)


def test_programs_in_a_pdf_are_not_run(sheets, read):
    sheets.put(LEFT, TOP, "We agree.")
    sheets.canvas._doc.Catalog.OpenAction = "<< /S /JavaScript /JS (app.alert(1)) >>"
    assert read(sheets).blocks() == ["We agree."]


def test_too_many_pages_are_refused(monkeypatch, read):
    monkeypatch.setattr("workbook.text.read.pdf.opening.MOST_PAGES", 2)
    sheets = Sheets()
    for _ in range(3):
        sheets.put(LEFT, TOP, "We agree.")
        sheets.turn()
    assert "4 pages; 2 can be read" in refused(read, sheets.done())


def draw_forms(draws):
    """A PDF whose page draws form 5; `draws` says which forms each form draws, from form 5 on."""
    sheets = Sheets()
    sheets.put(LEFT, TOP, "We agree.")
    forms = b""
    for number, inner in enumerate(draws, 905):
        names = b" ".join(b"/X%d %d 0 R" % (form, form) for form in set(inner))
        content = b" ".join(b"/X%d Do" % form for form in inner)
        head = b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << %s >> >> /Length %d" % (
            names,
            len(content),
        )
        forms += b"%d 0 obj\n<< %s >>\nstream\n%s\nendstream\nendobj\n" % (number, head, content)
    return sheets.done().replace(b"xref", forms + b"xref", 1)


@pytest.mark.parametrize("draws", [[[905, 905]], [[number, number] for number in range(906, 926)]])
def test_drawings_that_come_to_millions_of_others_are_refused(draws, read):
    assert "is made of more than" in refused(read, draw_forms(draws))


def test_drawings_inside_drawings_are_read(read):
    assert read(draw_forms([[906] * 100, [907] * 100, []])).blocks() == ["We agree."]


def test_type_of_no_size_does_no_harm(sheets, read):
    sheets.put(LEFT, TOP, "We agree on it.", size=0.01)
    sheets.rule(LEFT, LEFT + 20, TOP)
    sheets.put(LEFT, TOP - 30, "They do not.")
    assert read(sheets).blocks()[-1] == "They do not."


def test_a_packed_part_of_some_megabytes_is_looked_through_once(sheets, read):
    sheets.put(LEFT, TOP, "We agree.")
    packed = zlib.compress(b"0 0 m 9 9 l S\n" * 150_000, 9)
    head = b"900 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    raw = sheets.done().replace(b"xref", head + packed + b"\nendstream\nendobj\nxref", 1)
    assert read(raw).blocks() == ["We agree."]
