"""The bytes of a PDF -> a document that pdfium has opened; what cannot be read is refused here."""

import re
import threading
import zlib
from base64 import a85decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2.raw as pdfium

from workbook.schemas import WorkbookError
from workbook.text.read.pdf.forms import refuse_forms

# No negotiated text has more; a book of treaties can be cut.
MOST_PAGES = 2000
# A page of text unpacks to far less than a megabyte, the largest fonts to less than this: of what draws
# as much, pdfium makes 500 MB.
LARGEST_STREAM = 24 * 10**6
# All parts together but for pictures: a thousand pages with their fonts stay far below.
LARGEST_UNPACKED = 200 * 10**6
# The standard lets a PDF begin with other bytes, and readers look for its sign in so many.
_HEAD = 1024
_CHUNK = 1 << 16
# pdfium keeps its state for the whole process and knows no threads.
_ONE_AT_A_TIME = threading.Lock()
# pdfium passes over whatever else stands in the line of this word.
_STREAM = re.compile(rb"(?<!end)stream[^\r\n]{0,80}(?:\r\n?|\n)")
_PACKED = re.compile(rb"[\x08\x18\x28\x38\x48\x58\x68\x78]")
# Bytes written as letters, which a packed part may be once more: what says so, and how they are read.
_LETTERED = {
    re.compile(rb"/A(?:SCIIHexDecode|Hx)\b"): lambda letters: bytes.fromhex(letters.rstrip(b">").decode()),
    re.compile(rb"/A(?:SCII85Decode|85)\b"): lambda letters: a85decode(letters.rstrip(b"~>")),
}
# Names may spell their letters as numbers.
_SPELLED = re.compile(rb"#([0-9A-Fa-f]{2})")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
# How far before a stream its dictionary is looked for.
_DICTIONARY = 600
_TWICE_PACKED = re.compile(rb"/F(?:lateDecode|l)\b[^\]]{0,80}/F(?:lateDecode|l)\b")
_KINDS = [
    (b"PK\x03\x04", "a zip archive, perhaps a Word file; save it as .docx if it is one"),
    (b"\xd0\xcf\x11\xe0", "an old Word file; save it as .docx"),
    (b"{\\rtf", "a rich text file; save it as .docx or .pdf"),
    (b"<", "a web page; save it as .html"),
    (b"%!PS", "a PostScript file; print it to PDF"),
    (b"\x89PNG", "a picture; run text recognition (OCR) on it"),
    (b"\xff\xd8\xff", "a picture; run text recognition (OCR) on it"),
]


@contextmanager
def open_document(path: Path, raw: bytes) -> Iterator[object]:
    """The document, closed behind the block. Raises WorkbookError where it cannot be read, saying why."""
    if b"%PDF-" not in raw[:_HEAD]:
        start = raw.lstrip()[:8]
        kind = next((kind for sign, kind in _KINDS if start.startswith(sign)), "")
        what = f"It is {kind}." if kind else "Check where it comes from, or save it as .txt if it holds text."
        raise WorkbookError(f"{path}: this is no PDF file. {what}")
    refuse_bombs(path, raw)
    refuse_forms(path, raw)
    with _ONE_AT_A_TIME:
        yield from _load(path, raw)


def _load(path: Path, raw: bytes) -> Iterator[object]:
    document = pdfium.FPDF_LoadMemDocument64(raw, len(raw), None)
    if not document:
        raise WorkbookError(f"{path}: {_tell_error(pdfium.FPDF_GetLastError())}")
    try:
        pages = pdfium.FPDF_GetPageCount(document)
        if pages > MOST_PAGES:
            raise WorkbookError(f"{path}: it has {pages} pages; {MOST_PAGES} can be read. Take a part of it.")
        if pages < 1:
            raise WorkbookError(f"{path}: no page of this PDF can be read: it is damaged. Get it anew.")
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def refuse_bombs(path: Path, raw: bytes) -> None:
    """Raises WorkbookError where packed parts of the file would fill the memory."""
    whole = 0
    for found in _STREAM.finditer(raw):
        head = raw[max(0, found.start() - _DICTIONARY) : found.start()]
        head = _SPELLED.sub(lambda sign: bytes.fromhex(sign[1].decode()), head[head.rfind(b"obj") :])
        if _PICTURE.search(head):  # never unpacked: nothing is drawn
            continue
        size = LARGEST_STREAM + 1 if _TWICE_PACKED.search(head) else _measure(raw, found.end(), head)
        whole += size
        if size > LARGEST_STREAM or whole > LARGEST_UNPACKED:
            what, most = ("a part of this PDF unpacks", LARGEST_STREAM)
            if size <= LARGEST_STREAM:
                what, most = ("all parts of this PDF unpack", LARGEST_UNPACKED)
            raise WorkbookError(
                f"{path}: {what} to more than {most // 10**6} MB, "
                "as no text does. It is not read. Print it to a new PDF if you trust it."
            )


def _measure(raw: bytes, at: int, head: bytes) -> int:
    """How many bytes a packed part unpacks to, as far as the largest that is read; 0 for one not packed."""
    for name, read in _LETTERED.items():
        if name.search(head):
            try:
                raw, at = read(b"".join(raw[at : raw.find(b"endstream", at)].split())), 0
            except ValueError:  # pdfium says what is wrong
                return 0
    return _unpack_size(raw, at) if _PACKED.match(raw, at) else 0


def _unpack_size(raw: bytes, at: int) -> int:
    unpacker, size = zlib.decompressobj(), 0
    try:
        while at < len(raw) and not unpacker.eof:
            data = raw[at : at + _CHUNK]
            at += _CHUNK
            # Behind the end of what is packed the tail stays as it was.
            while data and not unpacker.eof and size <= LARGEST_STREAM:
                size += len(unpacker.decompress(data, 1 << 20))
                data = unpacker.unconsumed_tail
            if size > LARGEST_STREAM:
                return size
    except zlib.error:  # not packed so, or damaged: what stands before is read
        return size
    return size


def _tell_error(code: int) -> str:
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return "this PDF is locked with a password. Open it with the password and print it to a new PDF."
    return "this PDF is damaged or cut short. Get it anew, or open it elsewhere and print it to a new PDF."
