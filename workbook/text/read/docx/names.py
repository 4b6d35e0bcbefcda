"""The names of WordprocessingML: namespaces, and short ways to ask an element for what it says."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
CONTENT_TYPES = "[Content_Types].xml"
# The strict format (ISO/IEC 29500) gives the same things other names.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": M[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
}
_OFF = {"0", "false", "off"}


def is_strict(root: etree._Element) -> bool:
    """Whether a part is written in the strict format."""
    return "{http://purl.oclc.org/ooxml/" in root.tag


def loosen(root: etree._Element) -> etree._Element:
    """The same tree with the names of the common format."""
    raw = etree.tostring(root)  # in ASCII, so that the names can be replaced as bytes
    for strict, common in _STRICT.items():
        raw = raw.replace(strict, common)
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))


def find(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The child of a child ... with these names of WordprocessingML; None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of WordprocessingML; None where it, or the element, is missing."""
    return None if element is None else element.get(W + name)


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """The same as a whole number; None where it is none."""
    said = value(element, name)
    try:
        return None if said is None else int(said)
    except ValueError:
        return None


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as w:strike is on: it is there and does not say otherwise."""
    return element is not None and element.get(W + "val") not in _OFF
