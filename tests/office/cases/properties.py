"""Changes of form alone: whatever they change, the words stay as they are."""

from tests.office.word import cell, change, cut, ins, pack, paragraph, plain, row, table, text

_LAST = plain("The last one stays.")
_NUMBERED = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{}</w:numPr>'
_SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
_SECTION = f"<w:sectPr>{_SIZE}{change('sectPrChange', f'<w:sectPr>{_SIZE}</w:sectPr>')}</w:sectPr>"
_RENUMBERED = change("numberingChange", more=' w:original="2"')


def _in_table(**own: str) -> bytes:
    properties = {"properties": own.get("row", ""), "exceptions": own.get("exceptions", "")}
    first = row(cell("a", properties=own.get("cell", "")), "b", **properties)
    whole = table(first, row("c", "d"), properties=own.get("table", ""), grid=own.get("grid", ""))
    return pack(plain("Before.") + whole + _LAST)


CASES = {
    "rPrChange: of words": pack(
        paragraph(text("We "), text("all ", f"<w:b/>{change('rPrChange', '<w:rPr/>')}"), text("agree."))
        + _LAST
    ),
    "rPrChange: strike and underline put on by hand and tracked": pack(
        paragraph(
            text("We "),
            text("all ", f"<w:strike/>{change('rPrChange', '<w:rPr/>')}"),
            text("now ", f'<w:u w:val="single"/>{change("rPrChange", "<w:rPr/>")}'),
            text("agree."),
        )
        + _LAST
    ),
    "rPrChange: of words put in": pack(
        paragraph(
            text("We "),
            change("ins", text("all ", f"<w:i/>{change('rPrChange', '<w:rPr/>')}")),
            text("agree."),
        )
        + _LAST
    ),
    "rPrChange: of a paragraph mark": pack(
        paragraph(text("We agree."), properties=f"<w:rPr><w:b/>{change('rPrChange', '<w:rPr/>')}</w:rPr>")
        + _LAST
    ),
    "pPrChange": pack(
        paragraph(
            text("We "),
            ins("all "),
            text("agree."),
            properties=f'<w:jc w:val="center"/>{change("pPrChange", "<w:pPr/>")}',
        )
        + _LAST
    ),
    "pPrChange: made an item of a list": pack(
        paragraph(text("We agree."), properties=_LISTED.format("") + change("pPrChange", "<w:pPr/>")) + _LAST,
        numbering=_NUMBERED,
    ),
    "numPr/ins: a number put in": pack(
        paragraph(text("We agree."), properties=_LISTED.format(change("ins"))) + _LAST, numbering=_NUMBERED
    ),
    "numberingChange: of a list": pack(
        paragraph(
            text("We agree."),
            properties=_LISTED.format(change("numberingChange", more=' w:original="%1:1:0:."')),
        )
        + _LAST,
        numbering=_NUMBERED,
    ),
    "numberingChange: of a field": pack(
        paragraph(
            text("We "),
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ Item</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            text("1"),
            f'<w:r><w:fldChar w:fldCharType="end">{_RENUMBERED}</w:fldChar></w:r>',
            text(" agree."),
        )
        + _LAST
    ),
    "tblPrChange": _in_table(table=f'<w:jc w:val="center"/>{change("tblPrChange", "<w:tblPr/>")}'),
    "tblPrExChange": _in_table(
        exceptions=f'<w:tblPrEx><w:jc w:val="center"/>{change("tblPrExChange", "<w:tblPrEx/>")}</w:tblPrEx>'
    ),
    "trPrChange": _in_table(row=f"<w:tblHeader/>{change('trPrChange', '<w:trPr/>')}"),
    "tcPrChange": _in_table(cell=f'<w:vAlign w:val="center"/>{change("tcPrChange", "<w:tcPr/>")}'),
    "tblGridChange": _in_table(
        grid='<w:tblGridChange w:id="9"><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid></w:tblGridChange>'
    ),
    "sectPrChange: of the last section": pack(
        plain("First.") + paragraph(text("We "), cut("all "), text("agree.")) + _SECTION
    ),
    "sectPrChange: of a section inside": pack(
        paragraph(
            text("First."),
            properties=_SECTION,
        )
        + _LAST
    ),
}
