"""A comparison as a Word file: both texts are in it, every change has an author, nothing stray is."""

import zipfile
from datetime import date
from io import BytesIO

import pytest

from tests.share.tracked import list_changes, list_ids, open_part, read_heads, settle
from workbook.__main__ import main
from workbook.app import compare_drafts
from workbook.share.docx import write_docx
from workbook.share.docx.authors import Author
from workbook.share.docx.markup import Markup
from workbook.share.docx.notes import Piece
from workbook.share.docx.package import Package
from workbook.share.docx.weave import Entry
from workbook.text.citations import find_citations
from workbook.text.drafts import shipped_data
from workbook.text.paragraphs import lines_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FRAMES = ("drafts", "runs", "paragraphs", "pairs", "diffs", "hands", "origins")


def write(found):
    return write_docx(**{name: getattr(found, name) for name in FRAMES})


@pytest.fixture
def redline(compare):
    """The Word file of two texts compared."""
    return lambda old, new, **facts: write(compare(old, new, **facts))


@pytest.mark.parametrize(
    ("old", "new"), [("rev2", "rev3"), ("rev3", "wimn"), ("wimn", "rev2"), ("rev2-printed", "wimn-printed")]
)
def test_both_drafts_are_in_the_file_paragraph_for_paragraph(old, new):
    found = compare_drafts(old, new)
    raw = write(found)
    for draft, accepted in ((old, False), (new, True)):
        rows = lines_of(found.paragraphs.filter(draft=draft)).select("printed_label", "text").iter_rows()
        left = settle(raw, accepted)
        wanted = [f"{label}\t{text}" if label else text for label, text in rows]
        assert len(left) == len(wanted)
        for paragraph, words in zip(left, wanted, strict=True):
            # Behind the words stand sources, remarks and notes; a note may be called among them.
            assert _without_notes(paragraph).startswith(words)
            assert _without_notes(paragraph)[len(words) :].lstrip()[:1] in ("", "[", "(")
    assert len(set(list_ids(raw))) == len(list_ids(raw))


def _without_notes(text):
    before, _, behind = text.partition("{")
    return before + behind.partition("}")[2]


@pytest.mark.parametrize(("old", "new"), [("rev2", "rev3"), ("rev2", "wimn")])
def test_our_own_reader_finds_both_drafts_in_the_file(old, new, tmp_path):
    found = compare_drafts(old, new)
    file = tmp_path / "compared.docx"
    file.write_bytes(write(found))
    again = compare_drafts(f"{file}@none", f"{file}@all")
    for draft, reading in zip((old, new), again.drafts["draft"], strict=True):
        assert list_rows(again, reading) == list_rows(found, draft)


def test_struck_words_and_moved_words_are_written_as_word_writes_them():
    document = open_part(write(compare_drafts("rev2", "wimn")))
    for name in ("t", "delText"):
        for words in document.iter(f"{W}{name}"):
            assert words.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            assert (name == "delText") == any(above.tag == f"{W}del" for above in words.iterancestors())
    for way in ("moveFrom", "moveTo"):
        starts, ends = (list(document.iter(f"{W}{way}Range{end}")) for end in ("Start", "End"))
        assert [mark.get(f"{W}id") for mark in starts] == [mark.get(f"{W}id") for mark in ends]
        assert all(mark.get(f"{W}author") and mark.get(f"{W}date") for mark in starts)
        assert len(starts) == len(list(document.iterfind(f".//{W}pPr/{W}rPr/{W}{way}"))) > 0


def list_rows(found, draft):
    """The lines, the notes and the sources of a draft."""
    own = found.paragraphs.filter(draft=draft)
    sources = find_citations(found.runs, found.drafts).filter(draft=draft)
    return [
        lines_of(own).select("kind", "label", "text").rows(),
        own.filter(kind="footnote")["text"].to_list(),
        sources.select("label", "source", "pinpoint", "printed").rows(),
    ]


A = "1. We welcome the progress made by cities in housing migrants and refugees."
B = "2. We are concerned about the lack of data on missing children at sea."
C = "3. We call upon all states to support the trust fund with new pledges."


def test_a_changed_number_and_a_changed_word_are_struck_and_put_in(redline):
    raw = redline(f"{A}\n\n{B}", f"{A}\n\n{B}".replace("2.", "2bis.").replace("lack", "want"))
    assert settle(raw, False)[1] == "2.\tWe are concerned about the lack of data on missing children at sea."
    assert (
        settle(raw, True)[1] == "2bis.\tWe are concerned about the want of data on missing children at sea."
    )
    assert [act for act, *_ in list_changes(raw)] == ["del", "ins", "del", "ins"]


def test_a_moved_paragraph_is_a_move_and_can_also_be_edited(redline):
    moved = A.replace("cities", "towns")
    raw = redline("\n\n".join([A, B, C]), "\n\n".join([B, C, moved]))
    document = open_part(raw)
    names = [
        [mark.get(f"{W}name") for mark in document.iter(f"{W}move{way}RangeStart")] for way in ("From", "To")
    ]
    assert names[0] == names[1] == ["move1"]
    assert "cities" in settle(raw, False)[0]
    assert "towns" in settle(raw, True)[2]
    assert [text for text in settle(raw, True)[3:] if text] == []


def test_what_moved_is_what_the_pairs_say(redline):
    """Of two paragraphs that changed places, the one with the new number, be it the longer one."""
    short = "1. We thank the host city."
    raw = redline(f"{short}\n\n{B}", f"{B.replace('2.', '1pre.')}\n\n{short}")
    moved = "".join(word.text for move in open_part(raw).iter(f"{W}moveTo") for word in move.iter(f"{W}t"))
    assert "missing children" in moved
    assert "host city" not in moved


def test_a_reworded_heading_is_one_heading_and_keeps_its_style(redline):
    raw = redline(f"{A}\n\nWay forward\n\n{B}", f"{A}\n\nThe way forward\n\n{B}")
    [style] = open_part(raw).iterfind(f".//{W}pStyle")
    assert [settle(raw, accepted)[1] for accepted in (False, True)] == ["Way forward", "The way forward"]
    assert style.get(f"{W}val") == "Heading1"


def test_a_heading_never_lends_its_mark_to_the_paragraph_behind_it(redline):
    """The mark holds the style: rejected, the heading would be a paragraph."""
    raw = redline(f"{A}\n\nWay forward\n\n{B}", f"{A}\n\nWay forward together\n\n{C}\n\n{B}")
    [heading] = [style.getparent() for style in open_part(raw).iterfind(f".//{W}pStyle")]
    assert heading.find(f"{W}rPr") is None
    assert len(settle(raw, False)) == 3


def test_a_remark_is_written_once_wherever_it_was_printed(redline):
    remarked = f"{A}\n\n{B.replace('2.', '2bis [former 2].')}\n\n{C} [NEW]"
    _first, second, third = settle(redline(A, remarked), True)
    assert second.count("former 2") == 1
    assert third.count("[NEW]") == 1


def test_a_split_paragraph_is_parted_by_a_paragraph_mark_alone(redline):
    first, second = A, "2. We call upon all states to support the trust fund with new pledges this year."
    raw = redline(f"{first} {second[3:]}\n\n9. {B[3:]}", f"{first}\n\n{second}\n\n9. {B[3:]}")
    assert len(settle(raw, False)) == 2
    assert len(settle(raw, True)) == 3
    assert "".join(node.text for node in open_part(raw).iter(f"{W}delText")).strip() == ""


def test_what_stands_at_the_end_of_one_draft_alone_goes_with_the_mark_before_it(redline):
    for old, new in ((f"{A}\n\n{B}", A), (A, f"{A}\n\n{B}")):
        raw = redline(old, new)
        for text, accepted in ((old, False), (new, True)):
            assert settle(raw, accepted) == text.replace(". We", ".\tWe").split("\n\n")


def test_no_words_put_in_touch_a_mark_that_stays_before_a_paragraph_put_in(redline):
    """LibreOffice 7.4 rejects such a mark with the words on either side of it."""
    raw = redline(f"{A[:-1]}\n\n{C}", f"{A[:-1]} and towns.\n\n{B}\n\n{C}")
    ends = [mark.tag.removeprefix(W) for mark in open_part(raw).iterfind(f".//{W}pPr/{W}rPr/*")]
    assert ends == ["ins"]
    first = open_part(raw).find(f".//{W}p")
    assert first.find(f"{W}pPr/{W}rPr/{W}ins") is not None


def test_between_two_texts_without_marks_the_newer_one_is_the_author(redline):
    raw = redline(A, A.replace("cities", "towns"), title="The harbour draft", date="2022-04-27")
    assert set(list_changes(raw)) == {
        ("del", "The harbour draft", "2022-04-27T00:00:00Z"),
        ("ins", "The harbour draft", "2022-04-27T00:00:00Z"),
    }
    assert {date for *_, date in list_changes(redline(A, B))} == {None}


MARKED = (
    "{>>hands: ana = Ana Silva; ben = Ben Okoro<<}\n"
    "1. We welcome the {++steady ++}{>>ana documented: her mail<<}progress made by "
    "{--cities--}{>>ben documented: his mail<<}{++towns++}{>>ben documented: his mail<<} in housing migrants."
)


def test_each_change_of_a_marked_text_keeps_its_own_author(tmp_path):
    file = tmp_path / "draft.md"
    file.write_text(MARKED, encoding="utf-8")
    raw = write(compare_drafts(f"{file}@none", f"{file}@all"))
    authors = [author for _act, author, _date in list_changes(raw)]
    assert set(authors) >= {"Ana Silva, as reconstructed", "Ben Okoro, as reconstructed"}


ANA, BEN = Author("Ana Silva", date(2022, 4, 27)), Author("Ben Okoro", date(2022, 5, 2))


def test_a_word_file_of_two_authors_is_written_back_with_both_and_their_dates(tmp_path):
    later = ANA._replace(date=date(2022, 5, 9))
    pieces = [
        *(Piece("kept", "1.\tWe welcome "), Piece("inserted", "steady ", ANA), Piece("kept", "progress by ")),
        *(Piece("deleted", "sea", BEN), Piece("inserted", "land", BEN), Piece("kept", " and by air")),
        *(Piece("inserted", ", with thanks", later), Piece("kept", ".")),
    ]
    added = [Piece("inserted", "2.\tWe thank the volunteers for a hard winter at sea.", BEN)]
    last = [Piece("kept", "3.\tWe decide to meet again next year.")]
    package = Package("A draft", ["A draft"], [])
    Markup(package.body, package.notes).write(
        [
            Entry("paragraph", pieces, "kept", ANA),
            Entry("paragraph", added, "inserted", BEN),
            Entry("paragraph", last, "kept", ANA),
        ]
    )
    file = tmp_path / "draft.docx"
    file.write_bytes(package.save())
    raw = write(compare_drafts(f"{file}@none", f"{file}@all"))
    assert list_changes(raw) == list_changes(file.read_bytes())
    for accepted in (False, True):
        assert settle(raw, accepted) == settle(file.read_bytes(), accepted)


def test_in_a_reconstructed_text_nothing_inferred_is_put_into_anybodys_mouth():
    found = compare_drafts("rev3", "wimn")
    raw = write(found)
    names = {author for _act, author, _date in list_changes(raw)}
    assert "reconstruction" in names
    assert names <= {"reconstruction", "WIMN's suggested language, as reconstructed"}
    sure = found.origins.filter(found.origins["grade"].is_in(["documented", "corroborated"]))
    sure_words = " ".join(sure["text"])
    for change in open_part(raw).iter(f"{W}ins", f"{W}del"):
        words = "".join(change.itertext()).strip()
        if change.get(f"{W}author") != "reconstruction" and words[:1].isalpha():
            assert words.split()[0] in sure_words
    assert any("nobody issued this text" in said for said in read_heads(raw))


def test_a_flattened_text_is_nobodys():
    raw = write(compare_drafts("rev2-printed", "wimn-printed"))
    assert {author for _act, author, _date in list_changes(raw)} == {"not known"}
    assert any("neither Rev 3 nor WIMN's text" in said for said in read_heads(raw))


def test_hostile_text_stays_text(redline):
    hostile = "<script>alert(1)</script> =cmd|'/C calc'!A0 & <w:ins/> ]]> \x0b\x1f\ufffe end"
    raw = redline(f"{A}\n\n{B}", f"{A}\n\n{B} {hostile}", title="<b>&\x07")
    last = settle(raw, True)[-1]
    assert "<script>alert(1)</script> =cmd|'/C calc'!A0 & <w:ins/> ]]>" in last
    assert "\ufffd" in last
    assert {author for _act, author, _date in list_changes(raw)} == {"<b>&\ufffd"}


def test_the_file_says_what_it_is_and_nothing_of_the_library_that_wrote_it(redline):
    raw = redline(A, B)
    assert raw == redline(A, B)
    with zipfile.ZipFile(BytesIO(raw)) as file:
        assert {part.date_time[0] for part in file.infolist()} == {1980}  # the zip format's zero
        assert set(file.namelist()) == {
            *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml"),
            *("word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml"),
            *(
                "word/footnotes.xml",
                "word/header1.xml",
                "word/header2.xml",
                "word/footer1.xml",
                "word/footer2.xml",
            ),
        }
        said = file.read("docProps/core.xml").decode()
    assert "Old → New" in said
    assert "python-docx" not in said
    assert "2013" not in said


def test_the_command_writes_the_file_and_says_what_the_drafts_are_not(tmp_path, capsys):
    file = tmp_path / "compared.DOCX"
    assert main(["compare", "rev2", "rev3", "-o", str(file)]) == 0
    assert settle(file.read_bytes(), True)
    assert "nobody issued this text" in capsys.readouterr().err
    assert main(["compare", "rev2", "rev3", "-o", str(tmp_path / "nowhere" / "compared.docx")]) == 2
    assert "cannot be written there" in capsys.readouterr().err


def test_the_number_of_a_split_paragraph_and_its_mark_keep_the_author_who_parted_it():
    sample = shipped_data() / "samples" / "harbours.docx"
    raw = write(compare_drafts(f"{sample}@none", f"{sample}@all"))
    put = [(mark.get(f"{W}author"), "".join(mark.itertext())) for mark in open_part(raw).iter(f"{W}ins")]
    assert {name for _act, name, _date in list_changes(raw)} == {
        "Chair's office",
        "Network of port communities",
    }
    assert [name for name, words in put if words.startswith("5bis")] == ["Chair's office"]
