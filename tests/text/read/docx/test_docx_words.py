"""The words of a Word file: which of its characters stand in the text, and which do not."""

import io
import zipfile

import pytest

from tests.office.word import field, ins, pack, paragraph, plain, struck, table, text, zip_files
from workbook.text.read.docx.names import W


@pytest.mark.parametrize(
    ("element", "shown"),
    [
        ("<w:tab/>", "\t"),
        ('<w:ptab w:relativeTo="margin"/>', "\t"),
        ("<w:br/>", " "),
        ("<w:cr/>", " "),
        ('<w:br w:type="page"/>', " "),
        ('<w:br w:type="column"/>', " "),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", ""),
        ('<w:sym w:font="Arial" w:char="00E9"/>', "é"),
        ("<w:lastRenderedPageBreak/>", ""),
        ("<w:instrText>REF a</w:instrText>", ""),
        ("<w:delInstrText>REF a</w:delInstrText>", ""),
    ],
)
def test_characters_with_elements_of_their_own(read, element, shown):
    assert read(paragraph(text("a"), f"<w:r>{element}</w:r>", text("b"))).all == [f"a{shown}b"]


def test_white_space_at_the_edges_of_a_text_counts_only_where_it_says_so(read):
    assert read(paragraph("<w:r><w:t> a </w:t></w:r>", text(" b "))).all == ["a b "]


def test_a_field_shows_its_result_alone(read):
    assert read(paragraph(text("See "), field("REF a", text("page 3")), text("."))).all == ["See page 3."]
    assert read(paragraph(f'<w:fldSimple w:instr="REF a">{text("page 3")}</w:fldSimple>')).all == ["page 3"]


def test_a_field_in_the_code_of_another_shows_nothing(read):
    begin, rest = field("IF", text("page 3")).split('<w:r><w:fldChar w:fldCharType="separate"/>')
    outer = f'{begin}{field("PAGE", text("7"))}<w:r><w:fldChar w:fldCharType="separate"/>{rest}'
    assert read(paragraph(outer)).all == ["page 3"]


def test_words_in_the_code_of_a_field_are_not_shown(read):
    begin, *_rest = field("IF", "").split('<w:r><w:fldChar w:fldCharType="separate"/>')
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert read(paragraph(text("a"), begin, text("hidden"), end, text("b"))).all == ["ab"]


def test_a_field_without_an_end_hides_nothing(read):
    assert read(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', text("We act."))).all == [
        "We act."
    ]


def test_wrappers_are_seen_through(read):
    inside = text("all ")
    for wrapper in ("hyperlink", "smartTag", "customXml", "dir", "bdo"):
        inside = f"<w:{wrapper}>{inside}</w:{wrapper}>"
    assert read(paragraph(text("We "), inside, text("act."))).all == ["We all act."]


def test_of_ruby_the_base_is_read(read):
    ruby = f"<w:rubyPr/><w:rt>{text('kana')}</w:rt><w:rubyBase>{text('字')}</w:rubyBase>"
    assert read(paragraph(f"<w:r><w:ruby>{ruby}</w:ruby></w:r>")).all == ["字"]


def test_of_two_ways_to_say_the_same_one_is_read(read):
    ways = f'<mc:Choice Requires="wps">{text("new")}</mc:Choice><mc:Fallback>{text("old")}</mc:Fallback>'
    assert read(paragraph(f"<mc:AlternateContent>{ways}</mc:AlternateContent>")).all == ["new"]
    ways = f'<mc:Choice Requires="wps"><w:r/></mc:Choice><mc:Fallback>{text("old")}</mc:Fallback>'
    assert read(paragraph(f"<mc:AlternateContent>{ways}</mc:AlternateContent>")).all == ["old"]


def box(content):
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></w:r>"


def test_a_text_box_stands_behind_its_paragraph(read):
    assert read(paragraph(text("One "), box(plain("Box.")), text("goes on.")), plain("Two.")).all == [
        "One goes on.",
        "Box.",
        "Two.",
    ]


def test_a_text_box_does_not_stand_between_paragraphs_that_are_joined(read):
    file = read(paragraph(text("One "), box(plain("Box.")), mark="del"), plain("two."))
    assert (file.all, file.none) == (["One two.", "Box."], ["One ", "two.", "Box."])


def test_cells_are_paragraphs_of_their_own_in_controls_and_tables_within_tables(read):
    inner = table(f"<w:tr><w:tc>{plain('x')}</w:tc></w:tr>")
    row = f"<w:tr><w:tc>{plain('a')}{inner}<w:p/></w:tc><w:tc>{plain('b')}</w:tc></w:tr>"
    control = f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    assert read(table(control), plain("Last.")).all == ["a", "x", "b", "Last."]


def test_struck_words_are_read_in_either_spelling(read):
    file = read(paragraph(f'<w:del w:author="Ana">{struck("a ")}{text("b ")}</w:del>', text("c")))
    assert (file.all, file.none) == (["c"], ["a b c"])


def test_a_document_in_the_strict_format_reads_the_same(read_raw):
    raw = pack(paragraph(text("We "), ins("all "), text("act.")))
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    strict = {
        name: part.replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, part in files.items()
    }
    assert strict != files
    assert read_raw(zip_files(strict)).all == ["We all act."]


def test_headings_are_told_by_outline_by_style_and_by_the_title(read):
    level = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    inside = {
        "a": f'<w:name w:val="heading 1"/>{level}',
        "b": '<w:name w:val="own"/><w:basedOn w:val="a"/>',
        "c": '<w:name w:val="Title"/>',
        "d": '<w:basedOn w:val="d"/>',
    }
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}">{own}</w:style>' for style, own in inside.items()
    )
    wanted = {"a": "heading", "b": "heading", "c": "heading", "d": "paragraph", "e": "paragraph"}
    body = [paragraph(text(style), properties=f'<w:pStyle w:val="{style}"/>') for style in wanted]
    own = paragraph(text("f"), properties='<w:outlineLvl w:val="2"/>')
    body_text = paragraph(text("g"), properties='<w:pStyle w:val="a"/><w:outlineLvl w:val="9"/>')
    file = read(*body, own, body_text, styles=styles)
    parts = dict(file.runs.select("text", "part").rows())
    assert parts == wanted | {"f": "heading", "g": "paragraph"}


def test_comments_of_xml_amid_words_take_no_words_along(read):
    assert read(paragraph(text("We <!-- not --> all <?see here?>act."))).all == ["We  all act."]


def test_styles_are_not_followed_deeper_than_word_builds_them(read):
    level = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    own = [level, *(f'<w:basedOn w:val="{at}"/>' for at in range(39))]
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{at}">{inside}</w:style>' for at, inside in enumerate(own)
    )
    body = "".join(paragraph(text(f"at {at}"), properties=f'<w:pStyle w:val="{at}"/>') for at in (11, 39))
    parts = dict(read(body, styles=styles).runs.select("text", "part").rows())
    assert parts == {"at 11": "heading", "at 39": "paragraph"}


def test_hidden_words_are_read_and_said(read):
    file = read(paragraph(text("We "), text("all ", "<w:vanish/>"), text("act.", '<w:vanish w:val="0"/>')))
    assert file.all == ["We all act."]
    assert file.source.notices == ("Some words are hidden in Word (1 places): they were read.",)
