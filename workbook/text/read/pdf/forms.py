"""Drawings that a PDF draws inside drawings: a few bytes can ask for more of them than any memory holds."""

import re
import zlib
from itertools import zip_longest
from pathlib import Path

from workbook.schemas import WorkbookError

# A figure of a report comes to some thousand things; pdfium keeps two kilobytes for each.
MOST_DRAWN = 100_000
# So deep pdfium follows a drawing into a drawing, even into itself.
_DEEPEST = 40
# Bytes of one part that are looked at: what is larger is refused elsewhere.
_LOOKED_AT = 8 * 10**6
_OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,9}\s+obj\b")
_CONTENT = re.compile(rb"\bstream\r?\n")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_DRAW = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_PLACES = re.compile(rb"(?:\s*\d{1,9}\s+\d{1,9}\b)+")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d{1,9})\s+\d+\s+R\b")


def refuse_forms(path: Path, raw: bytes) -> None:
    """Raises WorkbookError where a drawing comes to far more things than any page shows."""
    if not _FORM.search(raw):
        return
    drawn = _list_drawn(raw)
    sizes = dict.fromkeys(drawn, 1)
    for _ in range(_DEEPEST):
        sizes = {
            form: min(MOST_DRAWN + 1, 1 + sum(sizes.get(inner, 1) for inner in drawn[form])) for form in drawn
        }
    if max(sizes.values(), default=0) > MOST_DRAWN:
        raise WorkbookError(
            f"{path}: a drawing in this PDF is made of more than {MOST_DRAWN} others, as none in a text is. "
            "It is not read. Print it to a new PDF if you trust it."
        )


def _list_drawn(raw: bytes) -> dict[int, list[int]]:
    """Each drawing of the file: what it draws, as often as it does."""
    dictionaries: dict[int, bytes] = {}
    contents: dict[int, bytes] = {}
    objects = list(_OBJECT.finditer(raw))
    for found, following in zip_longest(objects, objects[1:]):
        number, end = int(found[1]), following.start() if following else len(raw)
        content = _CONTENT.search(raw, found.end(), end)
        dictionaries[number] = head = raw[found.end() : content.start() if content else end]
        if content and _PACKED.search(head):
            dictionaries |= _unpack_objects(_unpack(raw[content.end() : end]))
        elif content and _FORM.search(head):
            own = raw[content.end() : end]
            contents[number] = _unpack(own) if b"/Fl" in head else own
    drawn = {}
    for number, content in contents.items():
        names = _list_names(dictionaries[number], dictionaries)
        drawn[number] = [names[name] for name in _DRAW.findall(content) if name in names]
    return drawn


def _list_names(head: bytes, dictionaries: dict[int, bytes]) -> dict[bytes, int]:
    """What the names in a drawing's content stand for."""
    for key in (rb"/Resources", rb"/XObject"):
        at = re.search(key + rb"\s*(?:(\d{1,9})\s+\d+\s+R)?", head)
        if at is None:
            return {}
        head = dictionaries.get(int(at[1]), b"") if at[1] else head[at.end() :]
    return {name: int(number) for name, number in _NAMED.findall(head.partition(b">>")[0])}


def _unpack_objects(content: bytes) -> dict[int, bytes]:
    """The objects of a packed part, which begins with pairs of a number and a place."""
    told = _PLACES.match(content)
    words = [int(word) for word in told[0].split()] if told else []
    body = content[told.end() :].lstrip() if told else b""
    pairs = list(zip(words[::2], words[1::2], strict=False))
    ends = [place for _number, place in pairs[1:]] + [len(body)]
    return {number: body[place:end] for (number, place), end in zip(pairs, ends, strict=True)}


def _unpack(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LOOKED_AT)
    except zlib.error:  # not packed so, or damaged: pdfium says what is wrong
        return b""
