"""Valid files of every format, small, with marks: what mutations begin with."""

from functools import cache

from tests.fuzz.hostile.pdf import make_pdf
from tests.office.cases import CASES
from tests.office.word import (
    change,
    cut,
    field,
    ins,
    level,
    note,
    note_mark,
    numbering,
    pack,
    paragraph,
    plain,
    row,
    style,
    table,
    text,
)
from workbook.text.read import READERS

_STYLES = style("One", "Two") + style("Two", properties="<w:strike/>")
_NUMBERING = numbering(
    level("%1."),
    level("%1%2)", depth=1, kind="lowerLetter"),
    override='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>',
)
_COMMENTS = change("comment", plain("Why?")).replace('w:id="?"', 'w:id="7"')
_LISTED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
_MARKED = (
    "{>>hands: rev2 = Rev 2's drafters; wimn = Women in Migration Network<<}\n"
    "1. We {++all++}{>>rev2 documented: the letter says so<<} agree "
    "{--today--}{>>wimn inferred: struck<<} on it.\n\n"
    "2. They {--{++soon ++}{>>rev2 inferred: copied<<}--}{>>wimn unknown: nobody says<<}act on *this*.\n"
)
_PLAIN = (
    "Preamble\n\nWe, the States, agree.\n\n1. First, we agree on all of it.\n\n"
    "(a) to act;\n\n(b) to wait.\n\n"
    "2bis. They act. [former 3]\n\n1 A note at the foot of the page.\n"
)
_PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>A draft</title>'
    "<style>p {color: red}</style></head>"
    "<body><h1>Draft</h1><p>1. We <ins>all</ins> agree <del>today</del>.</p><ul><li>(a) to act;</li></ul>"
    "<table><tr><td>one</td><td>two &amp; three</td></tr></table><script>alert(1)</script></body></html>"
)


@cache
def list_seeds() -> dict[str, tuple[bytes, ...]]:
    """Valid files by their ending, of every format that has a reader."""
    made = {
        ".docx": (_make_full(), *CASES.values()),
        ".pdf": (make_pdf(), make_pdf(compressed=True)),
        ".html": (_PAGE.encode(), _PAGE.encode("utf-16")),
        ".md": (_MARKED.encode(), _PLAIN.encode()),
        ".txt": (_PLAIN.encode(), _PLAIN.encode("cp1252"), _PLAIN.encode("utf-16")),
    }
    return {ending: files for ending, files in made.items() if ending in READERS}


def _make_full() -> bytes:
    """A file with everything that a reader follows from part to part."""
    listed = paragraph(text("An item."), properties=f'<w:pStyle w:val="One"/>{_LISTED}')
    noted = paragraph(
        text("We "), ins("all "), cut("each "), text("agree."), note_mark(1), note_mark(2, "endnote")
    )
    commented = paragraph(
        '<w:commentRangeStart w:id="7"/>',
        text("Said"),
        '<w:commentRangeEnd w:id="7"/>',
        '<w:r><w:commentReference w:id="7"/></w:r>',
        field("REF a", text("page 3")),
    )
    return pack(
        plain("1. First, we agree.")
        + listed
        + noted
        + commented
        + table(row("a", "b"), row("c", "d"))
        + paragraph(text("Join "), mark="del")
        + plain("us.")
        + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        styles=_STYLES,
        numbering=_NUMBERING,
        comments=_COMMENTS,
        footnotes=note(1, paragraph(text("A "), ins("new "), text("note."))),
        endnotes=note(2, plain("Behind all."), kind="endnote"),
        header1=plain("Draft of today"),
        settings="<w:trackRevisions/>",
    )
