"""Changes of tables: rows, cells, and whole tables; words and paragraph marks inside of cells."""

from tests.office.word import cell, change, cut, ins, pack, paragraph, plain, row, table, text

_BEFORE, _LAST = plain("Before."), plain("The last one stays.")
_INS, _DEL = change("ins"), change("del")


def _framed(*rows: str, columns: int = 2) -> bytes:
    return pack(_BEFORE + table(*rows, columns=columns) + _LAST)


def _marked(*words: str, element: str) -> str:
    """A row as Word marks it: the row, its words and its paragraph marks."""
    own = cut if element == "del" else ins
    cells = (cell(paragraph(own(each), mark=element)) for each in words)
    return row(*cells, properties=change(element))


def _two(element: str, *, at: int, more: str = "") -> bytes:
    """Two rows whose cell `at` of the second one bears the change."""
    mark = change(element, more=more)
    second = [cell(word, properties=mark if number == at else "") for number, word in enumerate(("c", "d"))]
    return _framed(row("a", "b"), row(*second))


CASES = {
    "trPr/ins: a row, its words not marked": _framed(
        row("a", "b"), row("c", "d", properties=_INS), row("e", "f")
    ),
    "trPr/del: a row, its words not marked": _framed(
        row("a", "b"), row("c", "d", properties=_DEL), row("e", "f")
    ),
    "trPr/ins: a row": _framed(row("a", "b"), _marked("c", "d", element="ins"), row("e", "f")),
    "trPr/del: a row": _framed(row("a", "b"), _marked("c", "d", element="del"), row("e", "f")),
    "trPr/ins: the first row": _framed(_marked("a", "b", element="ins"), row("c", "d")),
    "trPr/del: the last row": _framed(row("a", "b"), _marked("c", "d", element="del")),
    "trPr/del: an empty row": _framed(row("a", "b"), row(cell("<w:p/>"), cell("<w:p/>"), properties=_DEL)),
    "trPr/del: one row for another": _framed(
        row("a", "b"), _marked("c", "d", element="del"), _marked("C", "D", element="ins")
    ),
    "trPr/ins and trPr/del: a row put in and struck": _framed(
        row("a", "b"), row("c", "d", properties=change("ins") + change("del", by="Ben")), row("e", "f")
    ),
    "trPr/ins: a whole new table": _framed(*(_marked(*pair, element="ins") for pair in ("ab", "cd"))),
    "trPr/del: a whole table": _framed(*(_marked(*pair, element="del") for pair in ("ab", "cd"))),
    "trPr/del: a whole table, its words not marked": _framed(
        row("a", "b", properties=_DEL), row("c", "d", properties=_DEL)
    ),
    "trPr/del: a table in a table": _framed(
        row(cell(plain("a"), table(_marked("x", "y", element="del"), row("z", "u")), "<w:p/>"), "b")
    ),
    "cellIns: a cell": _two("cellIns", at=1),
    "cellDel: a cell": _two("cellDel", at=1),
    "cellDel: the first cell of a row": _two("cellDel", at=0),
    "cellMerge: a cell merged with the one above": _two(
        "cellMerge", at=1, more=' w:vMerge="cont" w:vMergeOrig="rest"'
    ),
    "cellMerge: a merged cell split": _two("cellMerge", at=1, more=' w:vMergeOrig="cont"'),
    "ins, del: words in cells": _framed(
        row(cell(paragraph(text("we "), ins("all"))), cell(paragraph(cut("they "), text("each")))),
        row("c", "d"),
    ),
    "rPr/ins: a paragraph of a cell split": _framed(
        row(cell(paragraph(text("one "), mark="ins"), plain("two")), "b"), row("c", "d")
    ),
    "rPr/del: two paragraphs of a cell joined": _framed(
        row(cell(paragraph(text("one "), mark="del"), plain("two")), "b"), row("c", "d")
    ),
    "rPr/del: the mark of a cell's last paragraph": _framed(
        row(cell(paragraph(text("one"), mark="del")), "b"), row("c", "d")
    ),
    "rPr/del: a paragraph right before a table": pack(
        _BEFORE + paragraph(cut("Gone."), mark="del") + table(row("a", "b")) + _LAST
    ),
    "rPr/del: a paragraph right behind a table": pack(
        _BEFORE + table(row("a", "b")) + paragraph(cut("Gone."), mark="del") + _LAST
    ),
    "rPr/ins: a paragraph right before a table": pack(
        _BEFORE + paragraph(ins("New."), mark="ins") + table(row("a", "b")) + _LAST
    ),
    "rPr/ins: a paragraph between two tables": pack(
        _BEFORE + table(row("a", "b")) + paragraph(ins("New."), mark="ins") + table(row("c", "d")) + _LAST
    ),
    "rPr/ins: old words right before a table, their mark new": pack(
        _BEFORE + paragraph(text("Old words."), mark="ins") + table(row("a", "b")) + _LAST
    ),
}
