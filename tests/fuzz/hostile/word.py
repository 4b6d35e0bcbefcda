"""Word files made to break a reader."""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.fuzz.hostile.targets import ADDRESS, DEEP, FILE
from tests.office.word import (
    WORD,
    change,
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
    zip_files,
)

_GOOD = pack(plain("1. We agree.", "2. We act."))
_HEAD = '<?xml version="1.0"?>'
_BOMB = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))


def _swap(raw: bytes, name: str, content: bytes) -> bytes:
    """The package with one part replaced."""
    return zip_files(unpack(raw) | {name: content})


def unpack(raw: bytes) -> dict[str, bytes]:
    """The parts of a package, read as we wrote them."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _document(prolog: str, words: str) -> bytes:
    body = f'<w:document xmlns:w="{WORD}"><w:body>{plain(words)}</w:body></w:document>'
    return _swap(_GOOD, "word/document.xml", f"{_HEAD}{prolog}{body}".encode())


def _related(mode: str, target: str) -> bytes:
    relations = unpack(pack("", footnotes=""))["word/_rels/document.xml.rels"].decode()
    changed = relations.replace('Target="footnotes.xml"', f'Target="{target}"{mode}')
    return _swap(_GOOD, "word/_rels/document.xml.rels", changed.encode())


def _patch(raw: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """The zip with a field changed in every one of its headers of a kind."""
    patched, at = bytearray(raw), raw.find(signature)
    while at >= 0:
        patched[at + offset : at + offset + len(value)] = value
        at = raw.find(signature, at + 1)
    return bytes(patched)


def _lie(size: int) -> bytes:
    told = struct.pack("<I", size)
    return _patch(_patch(_GOOD, b"PK\x01\x02", 24, told), b"PK\x03\x04", 22, told)


def _nested(tag: str, inner: str) -> str:
    return f"<w:{tag}>" * DEEP + inner + f"</w:{tag}>" * DEEP


def _styles(*pairs: tuple[str, str]) -> bytes:
    body = paragraph(text("We agree."), properties=f'<w:pStyle w:val="{pairs[0][0]}"/>')
    return pack(body, styles="".join(style(name, base) for name, base in pairs))


def _numbers(lists: str, depth: str = "0", number: str = "1") -> bytes:
    own = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return pack(paragraph(text("We agree."), properties=own) * 3, numbering=lists)


_LOOP = (
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/><w:numStyleLink w:val="L"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_GRID = table(row(*"ab"), row(*"cd")).replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2000000000"/>')
_ROWS = table(row(*"ab")).replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="-5"/><w:vMerge w:val="?"/>')

FILES: dict[str, bytes] = {
    "entity bomb": _document(f'<!DOCTYPE w [<!ENTITY e0 "ha">{_BOMB}]>', "&e9;"),
    "quadratic entities": _document(f'<!DOCTYPE w [<!ENTITY e "{"x" * 100_000}">]>', "&e;" * 5000),
    "external entity, an address": _document(
        f'<!DOCTYPE w [<!ENTITY e SYSTEM "{ADDRESS.decode()}">]>', "&e;"
    ),
    "external entity, a file": _document(f'<!DOCTYPE w [<!ENTITY e SYSTEM "{FILE.decode()}">]>', "&e;"),
    "external DTD": _document(f'<!DOCTYPE w SYSTEM "{ADDRESS.decode()}">', "We agree."),
    "XInclude": _document(
        "", f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{FILE.decode()}"/>'
    ),
    "stylesheet": _document(f'<?xml-stylesheet href="{ADDRESS.decode()}" type="text/xsl"?>', "We agree."),
    "notes at an address": _related(' TargetMode="External"', ADDRESS.decode()),
    "notes at an address, not said to be outside": _related("", ADDRESS.decode()),
    "notes in another folder": _related("", "../../../../../../etc/passwd"),
    "notes that are the document": _related("", "document.xml"),
    "sizes too small": _lie(10),
    "sizes too large": _lie(2**32 - 2),
    "encrypted flag": _patch(_patch(_GOOD, b"PK\x01\x02", 8, b"\x01\0"), b"PK\x03\x04", 6, b"\x01\0"),
    "unknown method": _patch(_patch(_GOOD, b"PK\x01\x02", 10, b"\x63\0"), b"PK\x03\x04", 8, b"\x63\0"),
    "no end": _GOOD[:-30],
    "only the end": _GOOD[-22:],
    "an archive in an archive": zip_files({"word/document.xml": _GOOD}),
    "no content types": zip_files({n: c for n, c in unpack(_GOOD).items() if n != "[Content_Types].xml"}),
    "wrong content types": _swap(_GOOD, "[Content_Types].xml", b"<Types/>"),
    "no relations": zip_files({n: c for n, c in unpack(_GOOD).items() if n != "_rels/.rels"}),
    "an empty document": _swap(_GOOD, "word/document.xml", b""),
    "no body": _swap(_GOOD, "word/document.xml", f'<w:document xmlns:w="{WORD}"/>'.encode()),
    "another namespace": _swap(
        _GOOD, "word/document.xml", unpack(_GOOD)["word/document.xml"].replace(b"2006", b"2099")
    ),
    "UTF-16": _swap(
        _GOOD,
        "word/document.xml",
        unpack(_GOOD)["word/document.xml"].decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    ),
    "UTF-7": _swap(
        _GOOD, "word/document.xml", unpack(_GOOD)["word/document.xml"].replace(b"UTF-8", b"UTF-7")
    ),
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000,
    "deep content controls": pack(_nested("sdt", "") + plain("We agree.")),
    "deep smart tags": pack(paragraph(_nested("smartTag", text("We agree.")))),
    "deep insertions": pack(paragraph(_nested("ins", text("We agree.")))),
    "200 insertions deep": pack(paragraph("<w:ins>" * 200 + text("We agree.") + "</w:ins>" * 200)),
    "200 tables deep": pack("<w:tbl><w:tr><w:tc>" * 80 + plain("We.") + "</w:tc></w:tr></w:tbl>" * 80),
    "10,000 fields open": pack(
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * DEEP, text("We agree."))
    ),
    "fields that end and never began": pack(
        paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 9, text("We agree."))
    ),
    "styles in a circle": _styles(("A", "B"), ("B", "A")),
    "a style on itself": _styles(("A", "A")),
    "a long chain of styles": _styles(*((f"S{n}", f"S{n + 1}") for n in range(5000))),
    "numbering in a circle": _numbers(_LOOP),
    "a huge number in Roman": _numbers(numbering(level("%1.", start="2000000000", kind="upperRoman"))),
    "a huge number in letters": _numbers(numbering(level("%1.", start="2000000000", kind="lowerLetter"))),
    "a number below zero": _numbers(numbering(level("%1.", start="-7", kind="lowerLetter"))),
    "a number that is none": _numbers(numbering(level("%1.", start="NaN", kind="ordinalText"))),
    "a number of unknown levels": _numbers(numbering(level("%9%0%%1%")), "900000"),
    "no such list": _numbers("", number="99999999999999999999"),
    "a cell over two thousand million columns": pack(_GRID),
    "a cell over fewer than no columns": pack(_ROWS),
    "a note called by itself": pack(
        paragraph(text("We."), '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        footnotes=note(1, paragraph(text("x"), note_mark(1))),
    ),
    "dates that are none": pack(
        paragraph(
            text("We "),
            *(
                change("ins", text("all ")).replace("2018-02-05T10:00:00Z", date)
                for date in (
                    "0000-00-00T00:00:00Z",
                    "99999-01-01",
                    "",
                    "-1",
                    "2018-02-30T25:61:61Z",
                    "١٢٣٤-١٢-١٢",
                )
            ),
        )
    ),
    "authors with signs of their own": pack(
        paragraph(
            text("We "),
            *(
                change("ins", text("all "), by)
                for by in ("", " ", "Ana;Ben", "none", "all", "printed", "a@b", "x" * 9000)
            ),
        )
    ),
    "only empty paragraphs": pack("<w:p/>" * 1000),
    "nothing at all": pack(""),
}

BOMBS: dict[str, Callable[[], bytes]] = {
    "zip bomb in the document": lambda: _swap(_GOOD, "word/document.xml", b" " * 300_000_000),
    "zip bomb in a picture": lambda: _swap(_GOOD, "word/media/image1.png", b"\0" * 300_000_000),
    "a document of spaces": lambda: _document("", " " * 30_000_000),
    "elements without end": lambda: _document(
        "", "</w:t></w:r></w:p>" + "<w:p/>" * 1_500_000 + "<w:p><w:r><w:t>"
    ),
    "many parts": lambda: zip_files(unpack(_GOOD) | {f"word/{n}.xml": b"" for n in range(20_000)}),
    "a note called 20,000 times": lambda: pack(
        paragraph(text("We."), '<w:r><w:footnoteReference w:id="1"/></w:r>' * 20_000),
        footnotes=f'<w:footnote w:id="1">{plain("x" * 1000)}</w:footnote>',
    ),
}
