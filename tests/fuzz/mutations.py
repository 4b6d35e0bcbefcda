"""Ways to damage a file: its bytes, the parts of its package, the tree of a part, the objects of a PDF."""

import re
from copy import deepcopy
from random import Random

from lxml import etree

from tests.fuzz.hostile.targets import ADDRESS, FILE
from tests.fuzz.hostile.word import unpack
from tests.office.word import WORD, zip_files

_W = f"{{{WORD}}}"
_JUNK = (
    "",
    "0",
    "-1",
    "99999999999999999999",
    "NaN",
    "1e308",
    "\u0661",
    "x" * 3000,
    "../../x",
    "none",
    "all",
    ";",
    "\u202e",
    "true",
    ADDRESS.decode(),
    "%1%2%99",
    "2018-02-30T25:00:00Z",
    "continue",
    "begin",
    "end",
)
_NAMES = (
    *("ins", "del", "moveFrom", "moveTo", "p", "r", "t", "delText", "tbl", "tr", "tc", "sdt", "sdtContent"),
    *("hyperlink", "pPr", "rPr", "trPr", "tcPr", "sectPr", "cellIns", "cellDel", "cellMerge", "fldChar"),
    *(
        "moveFromRangeStart",
        "fldSimple",
        "footnoteReference",
        "commentRangeStart",
        "body",
        "numPr",
        "basedOn",
    ),
    *("lvlText", "tab", "br"),
)
_SIGNS = (
    *(b"{++", b"++}", b"{--", b"--}", b"{>>", b"<<}", b"\0", b"\xff\xfe", b"\r", b"\n\n", b"<", b">", b"&#"),
    *(b"]]>", b"<ins>", b"</ins>", b"<del>", b"<table>", b"<!--", b"<meta charset=utf-16>"),
    *(b"(a)", b"1bis.", b"[former 9"),
)
_NUMBERS = (b"0", b"-1", b"99999999999", b"2147483648", b"1e99", b"0.0000001", b"65535", b"null", b"(x)")


def mutate(ending: str, raw: bytes, chance: Random) -> bytes:
    """The file with one to four damages that suit its format."""
    for _ in range(chance.randint(1, 4)):
        ways = [damage_bytes, *_OWN_WAYS.get(ending, [damage_text])]
        raw = chance.choice(ways)(raw, chance)
    return raw


def damage_bytes(raw: bytes, chance: Random) -> bytes:
    """Bytes flipped, cut out, doubled, put in, or the end cut off."""
    raw = bytearray(raw or b"\0")
    at = chance.randrange(len(raw))
    length = chance.choice([1, 2, 16, 200, 4000])
    way = chance.randrange(5)
    if way == 0:
        for _ in range(chance.choice([1, 3, 30])):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
    elif way == 1:
        del raw[at : at + length]
    elif way == 2:
        raw[at:at] = raw[at : at + length] * chance.choice([1, 2, 50])
    elif way == 3:
        raw[at:at] = chance.randbytes(length)
    else:
        del raw[at:]
    return bytes(raw)


def damage_text(raw: bytes, chance: Random) -> bytes:
    """Signs of the format's own put where they do not belong."""
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(_SIGNS) * chance.choice([1, 1, 2, 900]) + raw[at:]


def damage_part(raw: bytes, chance: Random) -> bytes:
    """Bytes of one part damaged, inside a package that is whole."""
    return _with_part(raw, chance, lambda content: damage_bytes(content, chance))


def damage_tree(raw: bytes, chance: Random) -> bytes:
    """Elements of one part dropped, doubled, nested, renamed, moved, or given other attributes."""

    def damage(content: bytes) -> bytes:
        root = etree.fromstring(content)
        for _ in range(chance.choice([1, 1, 2, 5, 20])):
            elements = list(root.iter(etree.Element))[1:]
            if elements:
                chance.choice(_TREE_WAYS)(chance.choice(elements), elements, chance)
        return etree.tostring(root)

    return _with_part(raw, chance, damage)


def _with_part(raw: bytes, chance: Random, damage) -> bytes:
    try:
        files = unpack(raw)
        # The text is where most can go wrong.
        name = chance.choice([*files, *["word/document.xml"] * 4])
        return zip_files(files | {name: damage(files[name])})
    except Exception:  # damaged before: it stays as it is
        return raw


def damage_package(raw: bytes, chance: Random) -> bytes:
    """Parts dropped, exchanged, renamed, or named twice."""
    try:
        files = unpack(raw)
    except Exception:
        return raw
    one, two = chance.choice(list(files)), chance.choice(list(files))
    way = chance.randrange(4)
    if way == 0:
        del files[one]
    elif way == 1:
        files[one], files[two] = files[two], files[one]
    elif way == 2:
        files[chance.choice(["../" + one, one.upper(), "/" + one, one.replace("/", "\\"), ""])] = files.pop(
            one
        )
    else:
        files[one] = re.sub(
            rb'Target="[^"]*"',
            b'Target="%s"' % chance.choice([ADDRESS, FILE, b"", b"../", b"document.xml"]),
            files[one],
        )
    return zip_files(files)


def _drop(element, _elements, _chance):
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _double(element, _elements, chance):
    if len(list(element.iter())) < 200:  # not without end, where it is done again and again
        for _ in range(chance.choice([1, 1, 5])):
            element.addnext(deepcopy(element))


def _nest(element, _elements, chance):
    parent = element.getparent()
    if parent is None:
        return
    shell = etree.Element(_W + chance.choice(_NAMES))
    if chance.random() < 0.7:
        shell.set(_W + "id", chance.choice(_JUNK))
        shell.set(_W + "author", chance.choice(["Ana", *_JUNK]))
    parent.replace(element, shell)
    shell.append(element)


def _rename(element, _elements, chance):
    element.tag = _W + chance.choice(_NAMES)


def _move(element, elements, chance):
    target = chance.choice(elements)
    if target not in element.iter() and element.getparent() is not None:
        target.insert(chance.randrange(len(target) + 1), element)


def _set(element, _elements, chance):
    names = [*element.attrib, _W + "val", _W + "id", _W + "type"]
    element.set(chance.choice(names), chance.choice(_JUNK))


def _unset(element, _elements, chance):
    for name in list(element.attrib):
        if chance.random() < 0.5:
            del element.attrib[name]


def _write(element, _elements, chance):
    element.text = chance.choice(["\u00a0", "x" * 3000, "\u200d\u0301", "\t\n", "1.", "(a)", "𝔸", None])


_TREE_WAYS = (_drop, _double, _nest, _rename, _move, _set, _unset, _write)


def damage_objects(raw: bytes, chance: Random) -> bytes:
    """Numbers, names and references of a PDF exchanged."""
    found = list(re.finditer(rb"\d+ 0 R|/[A-Za-z]+|-?\d+(?:\.\d+)?|endobj|stream|xref|trailer", raw))
    for _ in range(chance.choice([1, 2, 8])):
        if not found:
            return raw
        one, other = chance.choice(found), chance.choice(found)
        word = chance.choice([other[0], other[0], chance.choice(_NUMBERS)])
        # As long as before, so that the table of objects stays right, or not.
        word = word.ljust(len(one[0]))[: len(one[0])] if chance.random() < 0.5 else word
        raw = raw[: one.start()] + word + raw[one.end() :]
    return raw


_OWN_WAYS = {
    ".docx": [damage_part, damage_tree, damage_tree, damage_tree, damage_package],
    ".pdf": [damage_objects, damage_objects],
    ".html": [damage_text, damage_text],
}
