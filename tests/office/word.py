"""Word files, made of small pieces of WordprocessingML: what tests of tracked changes write and read.

A piece is a string of XML. Ids written as `w:id="?"` are numbered when the file is packed; those that
must meet (a range's start and end, a note and its mark) are written out.
"""

import io
import re
import zipfile
from itertools import count

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{WORD}" xmlns:r="{_OFFICE}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# The parts that a document can have beside its body: their root element.
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}


def text(words: str, properties: str = "") -> str:
    """A run of words."""
    return _run(f'<w:t xml:space="preserve">{words}</w:t>', properties)


def struck(words: str, properties: str = "") -> str:
    """A run of words as it stands inside a w:del."""
    return _run(f'<w:delText xml:space="preserve">{words}</w:delText>', properties)


def _run(content: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def change(element: str, content: str = "", by: str = "Ana", more: str = "") -> str:
    """A change by an author: w:ins, w:del, w:moveFrom, w:pPrChange ..."""
    head = f'w:{element} w:id="?" w:author="{by}" w:date="2018-02-05T10:00:00Z"{more}'
    return f"<{head}>{content}</w:{element}>" if content else f"<{head}/>"


def ins(words: str, by: str = "Ana") -> str:
    """Inserted words."""
    return change("ins", text(words), by)


def cut(words: str, by: str = "Ana") -> str:
    """Deleted words."""
    return change("del", struck(words), by)


def moved(words: str, to: str = "To", by: str = "Ana") -> str:
    """Moved words: `to` is "To" where they stand now, "From" where they stood."""
    return change(f"move{to}", text(words), by)


def paragraph(*content: str, mark: str = "", by: str = "Ana", properties: str = "") -> str:
    """A paragraph; `mark` is what happened to its paragraph mark: "ins", "del", "moveFrom", "moveTo"."""
    own = properties + (f"<w:rPr>{change(mark, by=by)}</w:rPr>" if mark else "")
    return f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{''.join(content)}</w:p>"


def plain(*texts: str) -> str:
    """Paragraphs without changes."""
    return "".join(paragraph(text(words)) for words in texts)


def cell(*paragraphs: str, properties: str = "") -> str:
    """A cell of a table; a bare word becomes its paragraph."""
    own = "".join(each if each.startswith("<") else plain(each) for each in paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{own}</w:tc>'


def row(*cells: str, properties: str = "", exceptions: str = "") -> str:
    """A row of a table; a bare word becomes a cell."""
    own = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr>{exceptions}{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{own}</w:tr>"


def table(*rows: str, columns: int = 2, properties: str = "", grid: str = "") -> str:
    """A table."""
    widths = '<w:gridCol w:w="2000"/>' * columns + grid
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{widths}</w:tblGrid>{''.join(rows)}</w:tbl>"


def field(code: str, result: str) -> str:
    """A field, spelled out: its code and what it shows."""
    begin, middle, end = (_run(f'<w:fldChar w:fldCharType="{at}"/>') for at in ("begin", "separate", "end"))
    return f"{begin}{_run(f'<w:instrText> {code} </w:instrText>')}{middle}{result}{end}"


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def style(name: str, base: str = "", properties: str = "") -> str:
    """A style of paragraphs."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    head = f'w:type="paragraph" w:styleId="{name}"'
    return f'<w:style {head}><w:name w:val="{name}"/>{based}<w:rPr>{properties}</w:rPr></w:style>'


def level(words: str, depth: int = 0, start: str = "1", kind: str = "decimal") -> str:
    """How the numbers of a list look at one depth: "%1." """
    form = f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{words}"/>'
    return f'<w:lvl w:ilvl="{depth}">{form}</w:lvl>'


def numbering(*levels: str, override: str = "") -> str:
    """The content of the part numbering: one list, number 1, with these levels."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{override}</w:num>'
    )


def note(number: int, *paragraphs: str, kind: str = "footnote") -> str:
    """A note of the part footnotes (or endnotes): its paragraphs, the first behind the note's number."""
    sign = _run(f"<w:{kind}Ref/>", '<w:vertAlign w:val="superscript"/>')
    first = paragraphs[0].replace("<w:p>", f"<w:p>{sign}", 1)
    return f'<w:{kind} w:id="{number}">{first}{"".join(paragraphs[1:])}</w:{kind}>'


def note_mark(number: int, kind: str = "footnote") -> str:
    """Where a note is called in the text."""
    return _run(f'<w:{kind}Reference w:id="{number}"/>', '<w:vertAlign w:val="superscript"/>')


def pack(body: str, **parts: str) -> bytes:
    """The bytes of a .docx with this body; `parts` are what else it has, footnotes="<w:footnote ...>"."""
    kinds = {name: name.rstrip("0123456789") for name in parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORDML}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **kinds}.items()
    )
    files = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": _relations({"document": "officeDocument"}, "word/"),
        "word/_rels/document.xml.rels": _relations(kinds, ""),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{name}.xml": _part(_ROOTS[kinds[name]], content) for name, content in parts.items()},
    }
    return zip_files({name: content.encode() for name, content in files.items()})


def zip_files(files: dict[str, bytes]) -> bytes:
    """The bytes of a zip of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _part(root: str, content: str) -> str:
    numbers = count(100)
    content = re.sub(r'w:id="\?"', lambda _: f'w:id="{next(numbers)}"', content)
    return f"{_HEAD}<w:{root} {_NAMES}>{content}</w:{root}>"


def _relations(kinds: dict[str, str], folder: str) -> str:
    own = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{folder}{name}.xml"/>'
        for name, kind in kinds.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{own}</Relationships>'
