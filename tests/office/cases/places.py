"""Changes in fields, links, content controls, notes, heads and feet, text boxes, formulas."""

from tests.office.word import (
    change,
    control,
    cut,
    field,
    ins,
    moved,
    note,
    note_mark,
    pack,
    paragraph,
    plain,
    row,
    struck,
    table,
    text,
)

_LAST = plain("The last one stays.")
_MIXED = text("We ") + cut("all ") + ins("each ") + text("agree.")


def _link(content: str) -> str:
    return f'<w:hyperlink w:anchor="there">{content}</w:hyperlink>'


def _box(content: str) -> str:
    """A text box as Word writes it: the new form, and the old one for older readers."""
    new = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH '
        'relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV '
        'relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000" '
        'cy="900000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="900000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>'
        f"{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    )
    old = (
        '<v:shape style="width:150pt;height:70pt"><v:textbox><w:txbxContent>'
        f"{content}</w:txbxContent></v:textbox></v:shape>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{new}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _formula(change_of_sign: str) -> str:
    """a / b, where the sign of the fraction bears a change."""
    part = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    sign = f"<m:fPr><m:ctrlPr>{change_of_sign}</m:ctrlPr></m:fPr>"
    return f"<m:oMath><m:f>{sign}{part.format('num', 'a')}{part.format('den', 'b')}</m:f></m:oMath>"


_HEADED = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
_FOOTED = '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'

CASES = {
    "field: its result changed, of a kind that Writer knows": pack(
        paragraph(text("See "), field("REF a", _MIXED), text(" Done.")) + _LAST
    ),
    "field: its result changed": pack(
        paragraph(text("See "), field("OWN a", _MIXED), text(" Done.")) + _LAST
    ),
    "field: put in whole": pack(
        paragraph(text("See "), change("ins", field("OWN a", text("page 3"))), text(" Done.")) + _LAST
    ),
    "field: struck whole": pack(
        paragraph(
            text("See "),
            change("del", field("OWN a", struck("page 3")).replace("instrText", "delInstrText")),
            text(" Done."),
        )
        + _LAST
    ),
    "field: a simple one with a change inside": pack(
        paragraph(text("See "), f'<w:fldSimple w:instr=" OWN a ">{_MIXED}</w:fldSimple>', text(" Done."))
        + _LAST
    ),
    "field: inside a field": pack(
        paragraph(text("See "), field("OWN a", text("x ") + field("OWN b", _MIXED)), text(" Done.")) + _LAST
    ),
    "hyperlink: changes inside": pack(paragraph(text("See "), _link(_MIXED), text(" Done.")) + _LAST),
    "hyperlink: put in": pack(paragraph(text("See "), _link(ins("here ")), text("Done.")) + _LAST),
    "hyperlink: struck inside": pack(paragraph(text("See "), _link(cut("here ")), text("Done.")) + _LAST),
    "hyperlink: moved": pack(
        paragraph(text("See "), _link(moved("here ", "From")), text("Done. "), _link(moved("here "))) + _LAST
    ),
    "content control: in a paragraph": pack(paragraph(text("Say "), control(_MIXED), text(" Done.")) + _LAST),
    "content control: round words put in": pack(
        paragraph(text("Say "), change("ins", control(text("it "))), text("Done.")) + _LAST
    ),
    "content control: round paragraphs": pack(
        control(paragraph(_MIXED) + paragraph(ins("New."), mark="ins") + plain("Old.")) + _LAST
    ),
    "content control: a building block round paragraphs": pack(
        control(
            paragraph(_MIXED) + paragraph(ins("New."), mark="ins") + plain("Old."),
            '<w:docPartObj><w:docPartGallery w:val="Own"/></w:docPartObj>',
        )
        + _LAST
    ),
    "content control: round a row": pack(
        plain("Before.") + table(control(row("a", "b")), row("c", "d")) + _LAST
    ),
    "footnote: changes inside": pack(
        paragraph(text("We agree."), note_mark(1)) + _LAST, footnotes=note(1, paragraph(_MIXED))
    ),
    "footnote: put in": pack(
        paragraph(text("We agree."), change("ins", note_mark(1))) + _LAST,
        footnotes=note(1, paragraph(ins("All new."))),
    ),
    "footnote: struck": pack(
        paragraph(text("We agree."), change("del", note_mark(1))) + _LAST,
        footnotes=note(1, paragraph(cut("All gone."))),
    ),
    "footnote: struck, its words not marked": pack(
        paragraph(text("We agree."), change("del", note_mark(1))) + _LAST,
        footnotes=note(1, paragraph(text("All gone."))),
    ),
    "footnote: of two paragraphs, joined": pack(
        paragraph(text("We agree."), note_mark(1)) + _LAST,
        footnotes=note(1, paragraph(text("One "), mark="del"), plain("two.")),
    ),
    "endnote: changes inside": pack(
        paragraph(text("We agree."), note_mark(1, "endnote")) + _LAST,
        endnotes=note(1, paragraph(_MIXED), kind="endnote"),
    ),
    "header: changes inside": pack(plain("We agree.") + _LAST + _HEADED, header1=paragraph(_MIXED)),
    "footer: changes inside": pack(plain("We agree.") + _LAST + _FOOTED, footer1=paragraph(_MIXED)),
    "text box: changes inside": pack(paragraph(text("We agree."), _box(paragraph(_MIXED))) + _LAST),
    "smart tag: changes inside": pack(
        paragraph(
            text("Say "), f'<w:smartTag w:uri="urn:x" w:element="p">{_MIXED}</w:smartTag>', text(" Done.")
        )
        + _LAST
    ),
    "m:ctrlPr/ins: the sign of a formula": pack(
        paragraph(text("Let "), _formula(change("ins")), text(" be.")) + _LAST
    ),
    "m:ctrlPr/del: the sign of a formula": pack(
        paragraph(text("Let "), _formula(change("del")), text(" be.")) + _LAST
    ),
    "bookmark and proof marks between changes": pack(
        paragraph(
            text("We "),
            '<w:bookmarkStart w:id="5" w:name="here"/><w:proofErr w:type="spellStart"/>',
            cut("all "),
            '<w:proofErr w:type="spellEnd"/><w:bookmarkEnd w:id="5"/>',
            ins("each "),
            text("agree."),
        )
        + _LAST
    ),
}
