"""styles.xml and numbering.xml: which paragraphs are headings, and how their numbers are counted."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from workbook.text.counters import Counter
from workbook.text.read.docx.names import W, find, is_on, number, value

# Outline levels 0 to 8 are headings; 9 is body text.
_BODY_LEVEL = 9
# Word itself builds styles on each other some ten deep.
_DEEPEST = 20
# The style of a document's title bears no outline level.
_TITLE = "title"
# What stands between a number and its text; a tab is as wide as a space here.
_BEHIND = {"nothing": ""}


class Styles:
    """What the styles of a document say, those that they build on included."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = [] if root is None else root.findall(f"{W}style")
        self._styles = {value(style, "styleId"): style for style in styles}
        defaults = [style for style in styles if value(style, "type") == "paragraph" and is_on_default(style)]
        self._default = value(defaults[0], "styleId") if defaults else None

    def list_chain(self, style: str | None) -> Iterator[tuple[str, etree._Element]]:
        """A style and those that it builds on, by id, the nearest first."""
        seen = set()
        while style in self._styles and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            yield style, self._styles[style]
            style = value(find(self._styles[style], "basedOn"))

    def chain_of(self, properties: etree._Element | None) -> Iterator[tuple[str, etree._Element]]:
        """The styles of a paragraph with these w:pPr."""
        yield from self.list_chain(value(find(properties, "pStyle")) or self._default)

    def is_heading(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph with these w:pPr is a heading: by its level, or as the title."""
        level = number(find(properties, "outlineLvl"))
        for _id, style in self.chain_of(properties):
            if level is not None:
                break
            if (value(find(style, "name")) or "").lower() == _TITLE:
                return True
            level = number(find(style, "pPr", "outlineLvl"))
        return level is not None and 0 <= level < _BODY_LEVEL

    def numbering_of(self, style: str) -> etree._Element | None:
        """The w:numPr of a style of this id; a list's own style leads so to its list."""
        return next((found for _id, own in self.list_chain(style)
                     if (found := find(own, "pPr", "numPr")) is not None), None)  # fmt: skip


def is_on_default(style: etree._Element) -> bool:
    """Whether a style is the one of its kind that holds where none is named."""
    return value(style, "default") in ("1", "true", "on")


class _List(NamedTuple):
    """A list as w:num names it: its abstract definition, and what this one has otherwise."""

    abstract: etree._Element
    id: str
    overrides: dict[int, etree._Element]


class Numbering:
    """How the numbers of a document's paragraphs are counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {} if root is None else _by_id(root, "abstractNum", "abstractNumId")
        self._lists = {} if root is None else _by_id(root, "num", "numId")
        self._counters: dict[tuple[str | None, int], Counter | None] = {}

    def find_counter(self, properties: etree._Element | None) -> Counter | None:
        """How the number of a paragraph with these w:pPr is counted; None where it has none, or a bullet."""
        own = find(properties, "numPr")
        id_, level = value(find(own, "numId")), number(find(own, "ilvl"))
        if id_ is None:
            id_, level = self._ask_styles(properties, level)
        wanted = id_, level or 0
        if wanted not in self._counters:
            self._counters[wanted] = self._find_level(*wanted)
        return self._counters[wanted]

    def _find_level(self, id_: str | None, level: int) -> Counter | None:
        found = self._find_list(id_) if id_ not in (None, "0") else None
        return self._count(found, level) if found and 0 <= level < _BODY_LEVEL else None

    def _ask_styles(
        self, properties: etree._Element | None, level: int | None
    ) -> tuple[str | None, int | None]:
        """The list and the level that a paragraph's style gives it; a level may name its style."""
        for style, element in self._styles.chain_of(properties):
            own = find(element, "pPr", "numPr")
            if (id_ := value(find(own, "numId"))) is None:
                continue
            told = level if level is not None else number(find(own, "ilvl"))
            return id_, told if told is not None else self._level_of_style(id_, style)
        return None, level

    def _level_of_style(self, id_: str, style: str) -> int | None:
        found = self._find_list(id_)
        levels = found.abstract.findall(f"{W}lvl") if found else []
        return next(
            (number(level, "ilvl") for level in levels if value(find(level, "pStyle")) == style), None
        )

    def _find_list(self, id_: str | None) -> _List | None:
        listed = self._lists.get(id_)
        name = value(find(listed, "abstractNumId"))
        abstract = self._abstract.get(name)
        if abstract is not None and (linked := value(find(abstract, "numStyleLink"))):
            other = value(find(self._styles.numbering_of(linked), "numId"))
            name = value(find(self._lists.get(other), "abstractNumId"))
            abstract = self._abstract.get(name)
        if abstract is None:
            return None
        overrides = {number(own, "ilvl") or 0: own for own in listed.findall(f"{W}lvlOverride")}
        return _List(abstract, id_, overrides)

    def _count(self, listed: _List, level: int) -> Counter | None:
        given = {number(own, "ilvl"): own for own in listed.abstract.findall(f"{W}lvl")}
        given |= {
            at: find(own, "lvl") for at, own in listed.overrides.items() if find(own, "lvl") is not None
        }
        levels = [given.get(at) for at in range(level + 1)]
        own = levels[level]
        formats = [_format(found) for found in levels]
        text = value(find(own, "lvlText")) or ""
        if own is None or formats[level] == "bullet" or not text.strip():
            return None
        if is_on(find(own, "isLgl")):
            formats = ["decimal"] * len(formats)
        anew = {at: number(find(found, "startOverride")) for at, found in listed.overrides.items()}
        starts = [number(find(found, "start")) or 0 for found in levels]
        return Counter(
            list=value(listed.abstract, "abstractNumId") or "",
            level=level,
            text=text,
            formats=tuple(formats),
            starts=tuple(start if anew.get(at) is None else anew[at] for at, start in enumerate(starts)),
            restarts=-1 if (told := number(find(own, "lvlRestart"))) is None else told,
            anew=listed.id if anew.get(level) is not None else "",
            behind=_BEHIND.get(value(find(own, "suff")) or "", " "),
        )


def _format(level: etree._Element | None) -> str:
    """A level's w:numFmt, which newer formats stand behind in an alternative."""
    if level is None:
        return "decimal"
    return value(next(level.iter(f"{W}numFmt"), None)) or "decimal"


def _by_id(root: etree._Element, name: str, id_: str) -> dict[str, etree._Element]:
    return {value(element, id_): element for element in root.findall(W + name)}
