"""Formatting that may be somebody's mark: words struck through, underlined or coloured by hand."""

from lxml import etree

from workbook.text.read.docx.book import AS_USUAL, Look
from workbook.text.read.docx.names import W, find, is_on, value
from workbook.text.read.docx.styles import Styles

# The text's own colours.
_LINK = "hyperlink"
_OWN_COLOURS = {None, "auto", "000000"}


def read_look(properties: etree._Element, styles: Styles) -> Look:
    """How the w:rPr of a run formats it, by itself or through a style; links look as links do."""
    if not len(properties):
        return AS_USUAL
    named = [style for _id, style in styles.list_chain(value(find(properties, "rStyle")))]
    if any(_LINK in (value(find(style, "name")) or "").lower() for style in named) or _is_in_link(properties):
        return AS_USUAL
    chain = [properties, *(own for style in named if (own := find(style, "rPr")) is not None)]
    strike, double, line, colour = (_nearest(chain, name) for name in ("strike", "dstrike", "u", "color"))
    told = value(colour)
    return Look(
        struck=is_on(strike) or is_on(double),
        underlined=line is not None and value(line) not in (None, "none"),
        colour="" if told in _OWN_COLOURS else told.upper(),
    )


def _is_in_link(properties: etree._Element) -> bool:
    return next(properties.iterancestors(f"{W}hyperlink"), None) is not None


def _nearest(chain: list[etree._Element], name: str) -> etree._Element | None:
    return next((found for own in chain if (found := own.find(W + name)) is not None), None)
