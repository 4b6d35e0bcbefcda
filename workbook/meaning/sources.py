"""CITATIONS -> SOURCES: each place that a paragraph cites, what it stands for, and any doubt about it."""

import re
from collections import defaultdict
from typing import NamedTuple

import polars as pl

from workbook.meaning.pinpoints import Known, Spot, find_link, list_doubts, split_pinpoint
from workbook.meaning.tags import PLAIN
from workbook.schemas import SOURCES, frame_of

_RESOLUTION = re.compile(
    r"(?:(?:UN)?GA |General Assembly )?(?:res(?:olution|\.)? )?(?:A/RES/)?(\d{2}/(\d{1,3}))", re.I
)
# From this number on a session's series holds decisions, which bear no RES: 55/488.
_DECISIONS = 400


class _Document(NamedTuple):
    name: str
    symbol: str
    pattern: re.Pattern


class Cited(NamedTuple):
    """A source of one bracket: its name, the places in it, and the bracket."""

    source: str
    spots: list[Spot]
    printed: str


def find_sources(
    citations: pl.DataFrame, documents: pl.DataFrame, pinpoints: pl.DataFrame, tags: pl.DataFrame
) -> pl.DataFrame:
    """One row a place that a paragraph cites, in the order of the text: the frame SOURCES.

    A source without a place has one row, with an empty pinpoint. `scheme` and `tag` say which objective or
    principle the place stands for. `doubt` says why a place should be looked up before it is relied upon;
    that it is empty does not mean that the place is right. `tags` are those of the same drafts.
    """
    name = _Namer(documents)
    known = defaultdict(list)
    for source, *row in pinpoints.drop("note").iter_rows():
        known[source].append(Known(*row))
    topics = defaultdict(set)
    objectives = tags.filter(pl.col("scheme") == "objective")
    for draft, position, tag in objectives.select("draft", "position", "tag").iter_rows():
        topics[draft, position].add(tag)
    rows = [
        (*place, *row)
        for place, cited in _gather(citations, name).items()
        for row in _list_rows(cited, known, topics[place[:2]])
    ]
    return frame_of(rows, SOURCES)


def name_text(title: str, documents: pl.DataFrame) -> str:
    """The source that a text with this title is, as SOURCES name it; empty where the title does not tell.

    A symbol in it tells (A/RES/73/195, A_RES_73_195), or a title that is one of the listed names and nothing
    more: a draft of the Compact is not the Compact.
    """
    name = _Namer(documents)
    plain = re.sub(r"[_-]", "/", title)
    if found := re.search(r"A/RES/\d{2}/\d{1,3}(?!\d)", plain, re.I):
        return name.read(found[0], "")[0]
    source, _ = name.read(re.sub(r"\s*\(.*\)$", "", title), "")
    return source if source in documents["source"] else ""


def _gather(citations: pl.DataFrame, name: "_Namer") -> dict[tuple, list[Cited]]:
    """What each paragraph cites: a source once a bracket, with all places that the bracket gives in it."""
    brackets: dict[tuple, dict[tuple[str, str], list[Spot]]] = defaultdict(dict)
    for draft, position, label, source, pinpoint, printed in citations.iter_rows():
        source, spots = name.read(source, pinpoint)
        brackets[draft, position, label].setdefault((source, printed), []).extend(spots)
    return {
        place: [
            Cited(source, list(dict.fromkeys(spots)), printed) for (source, printed), spots in found.items()
        ]
        for place, found in brackets.items()
    }


def _list_rows(cited: list[Cited], known: dict[str, list[Known]], topics: set[str]) -> list[tuple]:
    rows: dict[tuple[str, str], tuple] = {}
    for source, spots, printed in cited:
        if not spots:
            doubt = "" if source else "the bracket names no document"
            rows.setdefault((source, ""), (source, "", None, "", doubt, printed))
        for spot in spots:
            scheme, tag = find_link(spot, known[source])
            doubt = "; ".join(list_doubts(spot, spots, known[source], topics))
            row = (source, str(spot), scheme or None, tag, doubt, printed)
            rows.setdefault((source, str(spot)), row)
    return list(rows.values())


class _Namer:
    """One name for each document, however drafters write it."""

    def __init__(self, documents: pl.DataFrame) -> None:
        self._documents = [
            _Document(name, symbol, re.compile(pattern, re.I))
            for name, symbol, pattern in documents.select("source", "symbol", "pattern").iter_rows()
        ]
        self._by_symbol = {document.symbol: document.name for document in self._documents if document.symbol}

    def read(self, source: str, pinpoint: str) -> tuple[str, list[Spot]]:
        """The document's name and the places cited in it; a listed name may hold one itself: "SDG 10.7"."""
        plain = " ".join(source.translate(PLAIN).split())
        plain = re.sub(r"^the ", "", plain, flags=re.I)
        spots = split_pinpoint(pinpoint)
        for document in self._documents:
            if found := document.pattern.fullmatch(plain):
                inside = [Spot(kind, item) for kind, item in found.groupdict().items() if item]
                return document.name, inside + spots
        if found := _RESOLUTION.fullmatch(plain):
            plain = f"A/RES/{found[1]}" if int(found[2]) < _DECISIONS else f"decision {found[1]}"
        return self._by_symbol.get(plain, plain), spots
