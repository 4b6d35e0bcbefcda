"""What somebody types as a paragraph -> its running text, and the brackets that stand beside the text."""

import unicodedata
from typing import NamedTuple

from workbook.text.blocks import Block
from workbook.text.page import Page
from workbook.text.parse import list_brackets
from workbook.text.pieces import cut_block, join_pieces

# Controls, ends of lines, and halves of characters: what no text has.
_NO_TEXT = {"Cc", "Cs", "Zl", "Zp"}


class Typed(NamedTuple):
    """A paragraph as it was typed: read as a paragraph of a file is."""

    text: str  # running text, as in PARAGRAPHS
    citations: tuple[str, ...]  # brackets that give sources, as printed
    remarks: tuple[str, ...]  # brackets of drafters on the paragraph: "[NEW]"


def read_typed(typed: str) -> Typed:
    """The paragraph that these characters are, on however many lines they stand.

    Brackets that give sources are no running text, wherever they stand; contested words in brackets are.
    """
    line = read_line(typed)
    page = Page([line], frozenset(), frozenset(), (), {}, False, frozenset(), flowing=True)
    cut = cut_block(page, Block("paragraph", (0,)), [0])
    return Typed(
        join_pieces(line, cut, "text"),
        list_brackets(line, cut, "citation"),
        list_brackets(line, cut, "remark"),
    )


def write_typed(text: str, citations: tuple[str, ...]) -> str:
    """A paragraph as one would type it: its running text, then its sources in their brackets."""
    return " ".join(filter(None, (text, *citations)))


def read_line(typed: str) -> str:
    """These characters as one line: single spaces, and none where a control or half a character stood."""
    signs = (" " if unicodedata.category(sign) in _NO_TEXT else sign for sign in typed)
    return " ".join("".join(signs).split())
