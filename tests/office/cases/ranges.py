"""Ranges round moved words, and round custom XML that was put in, struck or moved."""

from tests.office.word import cut, ins, moved, pack, paragraph, plain, text

_LAST = plain("The last one stays.")
_WHO = 'w:author="Ana" w:date="2018-02-05T10:00:00Z"'


def _start(to: str, number: int, name: str = "move1") -> str:
    return f'<w:move{to}RangeStart w:id="{number}" {_WHO} w:name="{name}"/>'


def _end(to: str, number: int) -> str:
    return f'<w:move{to}RangeEnd w:id="{number}"/>'


def _custom(kind: str, content: str) -> bytes:
    """Words inside a custom XML element whose own tags were put in, struck or moved: the words stay."""
    start = f'<w:customXml{kind}RangeStart w:id="1" {_WHO}/>'
    wrapped = f'<w:customXml w:uri="urn:x" w:element="clause">{content}</w:customXml>'
    end = f'<w:customXml{kind}RangeEnd w:id="1"/>'
    return pack(paragraph(text("We "), start, wrapped, end, text("agree.")) + _LAST)


CASES = {
    "moveFromRange, moveToRange: words": pack(
        paragraph(text("We "), _start("From", 1), moved("all ", "From"), _end("From", 1), text("agree."))
        + paragraph(text("They "), _start("To", 2), moved("all "), _end("To", 2), text("agree."))
        + _LAST
    ),
    "moveFromRange, moveToRange: a whole paragraph": pack(
        plain("First.")
        + paragraph(_start("From", 1), moved("On the move.", "From"), mark="moveFrom")
        + _end("From", 1)
        + plain("Between.")
        + paragraph(_start("To", 2), moved("On the move."), mark="moveTo")
        + _end("To", 2)
        + _LAST
    ),
    "moveFromRange: ends before it begins": pack(
        paragraph(text("We "), _end("From", 1), moved("all ", "From"), _start("From", 1), text("agree."))
        + paragraph(text("They "), moved("all "), text("agree."))
        + _LAST
    ),
    "moveToRange: never ends": pack(
        paragraph(text("We "), _start("From", 1), moved("all ", "From"), text("agree."))
        + paragraph(text("They "), _start("To", 2), moved("all "), text("agree."))
        + _LAST
    ),
    "customXmlInsRange: words stay": _custom("Ins", text("all ")),
    "customXmlDelRange: words stay": _custom("Del", text("all ")),
    "customXmlMoveFromRange: words stay": _custom("MoveFrom", text("all ")),
    "customXmlMoveToRange: words stay": _custom("MoveTo", text("all ")),
    "customXmlInsRange: with words put in": _custom("Ins", ins("all ")),
    "customXmlDelRange: with words struck": _custom("Del", cut("all ")),
    "customXmlMoveFromRange: with words moved away": _custom("MoveFrom", moved("all ", "From")),
    "customXmlMoveToRange: with words moved here": _custom("MoveTo", moved("all ")),
}
