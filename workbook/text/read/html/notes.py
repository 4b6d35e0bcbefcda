"""Footnotes of a web page: a mark in the text leads to a note, and the note leads back."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from lxml import etree

# What a mark shows: a number, a letter or signs, in brackets or not.
_MARK = re.compile(r"[\[(]?\s*(?:\d{1,4}|[a-z]{1,2}|[*†‡§]{1,4})\s*[\])]?", re.I)
# What can hold a whole note.
_HOLDERS = {"li", "div", "aside", "p", "section", "dd", "td", "tr", "blockquote"}
# Elements round the place that a mark leads to, in which its note may stand.
_HIGHEST = 4
_DECLARED = {"doc-noteref", "noteref"}
_EPUB = ("{http://www.idpf.org/2007/ops}type", "epub:type")


class Notes(NamedTuple):
    """The elements of a page that are marks of notes, whole notes, or ways back from one to its mark."""

    marks: dict[etree._Element, str]  # and what they show
    bodies: dict[etree._Element, str]
    backs: set[etree._Element]


def find_notes(root: etree._Element) -> Notes:
    """The notes of a page.

    A mark is a short link to what stands behind it, which says that it is one (role, epub:type), or stands
    raised, or to whose place something there leads back.
    """
    notes = Notes({}, {}, set())
    links = [link for link in root.iter("a") if link.get("href", "").startswith("#")]
    if not links:
        return notes
    order = {element: at for at, element in enumerate(root.iter(etree.Element))}
    places = _find_places(root)
    leading = {link: there for link in links if (there := places.get(link.get("href")[1:])) is not None}
    ways = _Ways(leading)
    marks = {
        link: there
        for link, there in leading.items()
        if order[there] > order[link] and _is_mark(link, there, ways)
    }
    targets, called = set(marks.values()), _find_around(marks)
    bodies = {target: _find_body(target, targets, called) for target in targets}
    for link, target in marks.items():
        body = bodies[target]
        if body is not None:
            shown = "".join(link.itertext()).strip()
            notes.marks[link] = shown
            notes.bodies.setdefault(body, shown.strip("[]() "))
            notes.backs.update(
                back for back in ways.back_to(link) if back is body or body in back.iterancestors()
            )
    return notes


def _find_around(marks: Iterable[etree._Element]) -> set[etree._Element]:
    """The elements that the marks stand in."""
    around: set[etree._Element] = set()
    for link in marks:
        for near in link.iterancestors():
            if near in around:
                break
            around.add(near)
    return around


class _Ways:
    """The links that lead to a link: to itself, to what stands round it alone, or to a place inside it."""

    def __init__(self, leading: dict[etree._Element, etree._Element]) -> None:
        self._at, self._inside = defaultdict(list), defaultdict(list)
        for link, there in leading.items():
            self._at[there].append(link)
            self._inside[there.getparent()].append(link)

    def back_to(self, link: etree._Element) -> list[etree._Element]:
        """The links that lead to this one."""
        around = link.getparent()
        return [*self._at[link], *(self._at[around] if len(around) == 1 else ()), *self._inside[link]]


def _find_places(root: etree._Element) -> dict[str, etree._Element]:
    """What a link can lead to, by its name."""
    places: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                places.setdefault(name, element)
    return places


def _is_mark(link: etree._Element, target: etree._Element, ways: _Ways) -> bool:
    if not _MARK.fullmatch("".join(link.itertext()).strip()):
        return False
    said = {link.get("role"), *(link.get(name) for name in _EPUB)}
    if said & _DECLARED or link.getparent().tag == "sup" or link.find(".//sup") is not None:
        return True
    return any(_is_near(back, target) for back in ways.back_to(link))


def _is_near(back: etree._Element, target: etree._Element) -> bool:
    return back is target or target in back.iterancestors() or target.getparent() in back.iterancestors()


def _find_body(target: etree._Element, targets: set, called: set) -> etree._Element | None:
    """The whole note that a place belongs to: what holds it, and neither another note nor a mark."""
    body = target if target.tag in _HOLDERS and target not in called else None
    for holder in islice(target.iterancestors(), _HIGHEST):
        if holder in called or holder.tag in ("body", "main", "article"):
            break
        if any(other in targets for other in holder.iter(etree.Element) if other is not target):
            break
        if holder.tag in _HOLDERS and not _has_text_before(holder, body if body is not None else target):
            body = holder
    return body


def _has_text_before(holder: etree._Element, inner: etree._Element) -> bool:
    """Whether words of the holder stand before the inner element."""
    if (holder.text or "").strip():
        return True
    for near in inner.itersiblings(preceding=True):
        if (near.tail or "").strip() or any(text.strip() for text in near.itertext()):
            return True
    return inner.getparent() is not holder and _has_text_before(holder, inner.getparent())
