"""Paragraph marks put in, struck and moved: paragraphs split, joined, added and taken away."""

from tests.office.word import change, cut, ins, moved, pack, paragraph, plain, struck, table, text

_LAST = plain("The last one stays.")


def _struck_whole(words: str, by: str = "Ana") -> str:
    return paragraph(cut(words, by), mark="del", by=by)


def _new_whole(words: str, by: str = "Ana") -> str:
    return paragraph(ins(words, by), mark="ins", by=by)


CASES = {
    "rPr/ins: a paragraph split in two": pack(
        paragraph(text("We agree. "), mark="ins") + plain("We act.") + _LAST
    ),
    "rPr/ins: a paragraph split in three": pack(
        paragraph(text("One. "), mark="ins") + paragraph(text("Two. "), mark="ins") + plain("Three.") + _LAST
    ),
    "rPr/ins: a new paragraph": pack(plain("First.") + _new_whole("All new.") + _LAST),
    "rPr/ins: two new paragraphs": pack(plain("First.") + _new_whole("New.") + _new_whole("Newer.") + _LAST),
    "rPr/ins: a new first paragraph": pack(_new_whole("All new.") + _LAST),
    "rPr/ins: a new empty paragraph": pack(plain("First.") + paragraph(mark="ins") + _LAST),
    "rPr/ins: a new paragraph behind old words": pack(
        paragraph(text("First."), mark="ins") + paragraph(ins("All new.")) + _LAST
    ),
    "rPr/ins: a new last paragraph": pack(
        plain("First.") + paragraph(text("Second."), mark="ins") + paragraph(ins("All new at the end."))
    ),
    "rPr/ins: the mark of the last paragraph": pack(plain("First.") + _new_whole("All new at the end.")),
    "rPr/del: two paragraphs joined": pack(
        paragraph(text("We agree "), mark="del") + plain("and act.") + _LAST
    ),
    "rPr/del: three paragraphs joined": pack(
        paragraph(text("One "), mark="del") + paragraph(text("two "), mark="del") + plain("three.") + _LAST
    ),
    "rPr/del: a whole paragraph": pack(plain("First.") + _struck_whole("All gone.") + _LAST),
    "rPr/del: two whole paragraphs": pack(
        plain("First.") + _struck_whole("Gone.") + _struck_whole("Too.") + _LAST
    ),
    "rPr/del: the first paragraph": pack(_struck_whole("All gone.") + _LAST),
    "rPr/del: an empty paragraph": pack(plain("First.") + paragraph(mark="del") + _LAST),
    "rPr/del: words to the end and the mark": pack(
        paragraph(text("We agree "), cut("on it."), mark="del")
        + paragraph(cut("We "), text("and act."))
        + _LAST
    ),
    "rPr/del: the last paragraph": pack(plain("First.", "Second.") + _struck_whole("All gone.")),
    "rPr/del: the last words and the mark before them": pack(
        plain("First.") + paragraph(text("Second."), mark="del") + paragraph(cut("All gone."))
    ),
    "rPr/del: joined over a table": pack(
        paragraph(text("We agree "), mark="del")
        + table("<w:tr><w:tc><w:p/></w:tc></w:tr>", columns=1)
        + _LAST
    ),
    "rPr/del: replaced by a new paragraph": pack(
        plain("First.") + _struck_whole("Old one.") + _new_whole("New one.", "Ben") + _LAST
    ),
    "rPr/ins, rPr/del: replaced, the new one first": pack(
        plain("First.") + _new_whole("New one.", "Ben") + _struck_whole("Old one.") + _LAST
    ),
    "rPr/ins and rPr/del: one mark with both": pack(
        plain("First.")
        + paragraph(
            change("ins", change("del", struck("Came and went."), "Ben")),
            properties=f"<w:rPr>{change('ins')}{change('del', by='Ben')}</w:rPr>",
        )
        + _LAST
    ),
    "rPr/moveFrom, rPr/moveTo: a whole paragraph": pack(
        plain("First.")
        + paragraph(moved("On the move.", "From"), mark="moveFrom")
        + plain("Between.")
        + paragraph(moved("On the move."), mark="moveTo")
        + _LAST
    ),
    "rPr/moveFrom, rPr/moveTo: two paragraphs, upwards": pack(
        plain("First.")
        + paragraph(moved("One moves."), mark="moveTo")
        + paragraph(moved("Two moves."), mark="moveTo")
        + plain("Between.")
        + paragraph(moved("One moves.", "From"), mark="moveFrom")
        + paragraph(moved("Two moves.", "From"), mark="moveFrom")
        + _LAST
    ),
    "rPr/moveTo: moved and edited": pack(
        plain("First.")
        + paragraph(moved("On the move.", "From"), mark="moveFrom")
        + plain("Between.")
        + paragraph(moved("On the "), ins("long ", "Ben"), moved("move."), mark="moveTo")
        + _LAST
    ),
    "rPr/moveFrom: whole, its mark del": pack(
        plain("First.")
        + paragraph(moved("On the move.", "From"), mark="del")
        + plain("Between.")
        + paragraph(moved("On the move."), mark="ins")
        + _LAST
    ),
}
