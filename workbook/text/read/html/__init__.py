"""A web page -> RUNS: its paragraphs, headings, notes, and who put words in and struck them.

Nothing that the page names is fetched, and nothing in it is run.
"""

import re
from pathlib import Path

from lxml import etree, html

from workbook.schemas import WorkbookError
from workbook.text.read.encoding import guess_letters, read_as
from workbook.text.read.html.listing import list_runs, read_formatting
from workbook.text.read.html.looks import FORMATTING
from workbook.text.read.html.notes import find_notes
from workbook.text.read.html.walk import walk_page
from workbook.text.read.plain import decode
from workbook.text.read.source import Source, make_source

# A hundred pages out of a word processor have a tenth of these; of millions the memory would be full.
MOST_TAGS = 150_000
# Attributes of one tag: a page has twenty, and a parser takes long over thousands.
MOST_ATTRIBUTES = 200
# The head of a page, in which it says how it is coded, as the web's standard reads it.
_HEAD = 1024
_DECLARED = re.compile(
    rb"""<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]*encoding=["']([\w.-]+)""", re.I
)
_TAG = re.compile(rb"<[a-zA-Z][^<>]{400,}")
_VALUE = re.compile(rb"""[\w:-]\s*=\s*(?:"[^"]*"|'[^']*')""")
_MEND = "Open it in a browser, save its text, and read that."


def read_html(path: Path, raw: bytes) -> Source:
    """One block a paragraph, heading, cell or line of a list; what is hidden or runs is no text.

    <ins> and <del> are marks; where words are struck through without them, that and underlining are marks of
    the hand "formatting". Raises WorkbookError where the page is no text, nested too deeply or far too large.
    """
    text, notices = _decode(path, raw)
    root = _parse(path, text.encode())
    paragraphs = walk_page(root, find_notes(root))
    if not paragraphs:
        raise WorkbookError(f"{path}: there is no text in this page. {_MEND}")
    if read_formatting(paragraphs):
        notices.append(FORMATTING)
    hands = dict.fromkeys(
        hand for own in paragraphs for piece in own.pieces for hand in (piece.inserted, piece.deleted) if hand
    )
    return make_source(path, list_runs(paragraphs), {hand: hand for hand in hands}, notices=tuple(notices))


def _decode(path: Path, raw: bytes) -> tuple[str, list[str]]:
    """The text of the page and the doubts about it; what it says of its coding holds unless it cannot be."""
    found = _DECLARED.search(raw[:_HEAD])
    said = (found[1] or found[2]).decode() if found else ""
    guessed = guess_letters(raw)
    if said and (guessed is None or guessed.doubt or raw.isascii()) and (letters := read_as(raw, said)):
        return letters.text, []
    letters = decode(path, raw)
    if not said or raw.isascii() or "utf" in said.lower():
        return letters.text, [letters.doubt] if letters.doubt else []
    return letters.text, [
        letters.doubt
        or f"The page says that its letters are coded as {said}; they were read as UTF-8, which fits."
    ]


def _parse(path: Path, raw: bytes) -> etree._Element:
    longest = max(
        (len(re.split(rb"[\s/]+", _VALUE.sub(b"a", tag[0]))) for tag in _TAG.finditer(raw)), default=0
    )
    if raw.count(b"<") > MOST_TAGS or longest > MOST_ATTRIBUTES:
        raise WorkbookError(f"{path}: this page has far more tags than a text needs. {_MEND}")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(raw, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise WorkbookError(f"{path}: there is no text in this page. {_MEND}") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise WorkbookError(f"{path}: the parts of this page are nested too deeply. {_MEND}")
    return root
