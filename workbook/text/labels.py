"""The grammar of paragraph labels: how negotiators number what was put in later.

A label is a number (12, 1.1, OP5) with or without a suffix: "pre" stands before its number,
"bis", "ter", "quater" ... after it, "alt" offers another text for it. Spellings differ from
draft to draft (quater, quatter, quat); one is canonical here, so that labels can be compared.
"""

import re
from typing import NamedTuple

# Latin suffixes in their order; the first spelling of each is the canonical one.
SUFFIXES = (
    ("bis",),
    ("ter",),
    ("quat", "quater", "quatter", "quarter"),
    ("quint", "quinquies", "quinquis", "quin"),
    ("sext", "sexies", "sixies"),
    ("sept", "septies"),
    ("oct", "octies"),
    ("non", "nonies", "novies"),
    ("dec", "decies"),
)
RANKS = {"pre": -1, "": 0} | {
    spelling: rank for rank, spellings in enumerate(SUFFIXES, 1) for spelling in spellings
}
CANONICAL = {spelling: spellings[0] for spellings in SUFFIXES for spelling in spellings} | {"pre": "pre"}
# Preambular paragraphs come before operative ones; a plain number counts as operative.
SERIES = {"PP": 0, "OP": 1, "": 1}

_SUFFIX = "|".join(sorted(CANONICAL, key=len, reverse=True))
_NUMBER = rf"""
    (?P<series>(?:OP|PP)\s?)?
    (?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{0,2}})
    (?:[ .-]{{0,2}}(?P<suffix>{_SUFFIX})(?![^\W\d_])|(?P<letter>[A-Za-z])(?=[.)]))?
    (?:\.?[ ]?(?P<alt>alt)\b\.?[ ]?(?P<alternative>\d{{1,2}}(?![\d/]))?:?)?
"""
_FORMER = rf"""
    (?:former(?:ly)?|previous(?:ly)?|old|ex|moved[ ]from)[ -]*(?:para(?:graph)?s?\.?[ ]*)?
    (?P<former>(?:(?:OP|PP)[ ]?)?\d{{1,3}}[ ]?(?:{_SUFFIX})?)
"""
# What drafters write beside a number: a paragraph is new, split, merged, moved, agreed ...
_REMARK = (
    r"(?:new|split|merged?|moved|streamlined|agreed|placeholder|alt)\b(?:[ ](?:paras?|paragraphs?|ad[ ]ref))?"
)
REMARK = re.compile(rf"[\[(]\s*(?P<remark>{_REMARK})\s*[\])]", re.I)
_NOTE = rf"\s*[\[(]\s*(?:{_FORMER}|(?P<remark>{_REMARK}))\s*[\])]"
LABEL = re.compile(
    rf"""(?P<open>\s*(?:[-*+]\s+)?\**[\[(]*)(?P<printed>{_NUMBER}(?:{_NOTE})?\\?(?P<end>[.)]?)\**)
    (?:(?=\s|$|\[|,)|(?<=[.)])(?=[^\W\d_]))""",
    re.X | re.I,
)
ITEM = re.compile(r"\s*\(?(?P<mark>[a-z]{1,3}|[ivx]{1,5})(?P<suffix>\s?(?:bis|ter|quater|alt))?\)(?=\s)")


class Label(NamedTuple):
    """One label as read at the start of a line; `key` puts labels in the order of the document."""

    canonical: str
    printed: str
    key: tuple[int, tuple[int, ...], int, int]
    former: str
    remark: str
    start: int  # where the printed label starts in the line
    end: int  # where it ends
    marked: bool  # a dot, suffix, series or note shows that this is a label and no mere number


def canonical_label(printed: str) -> str:
    """The canonical spelling of a label: "9 quatter." gives "9quat"; what is no label comes back as it is."""
    label = read_label(printed)
    return label.canonical if label else printed.strip()


def read_label(line: str) -> Label | None:
    """The label that a line starts with, or None.

    A bare number is read too, with `marked` false: whether it is a label only the sequence can tell.
    """
    found = LABEL.match(line)
    if not found:
        return None
    series = (found["series"] or "").strip().upper()
    suffix = (found["suffix"] or "").lower()
    letter = (found["letter"] or "").upper()
    alternative = f"alt{found['alternative'] or ''}" if found["alt"] else ""
    remark = (found["remark"] or "").upper()
    former = canonical_label(found["former"]) if found["former"] else ""
    noted = bool(former or remark)
    return Label(
        canonical=f"{series}{found['number']}{CANONICAL.get(suffix, letter)}{alternative}",
        printed=found["printed"].strip(),
        key=_order(series, found["number"], suffix, letter, alternative),
        former=former,
        remark=remark,
        start=found.start("printed"),
        end=found.end(),
        marked=bool(suffix or series or noted or alternative or found["end"]),
    )


def _order(series: str, number: str, suffix: str, letter: str, alternative: str) -> tuple:
    rank = RANKS[suffix] if not letter else ord(letter) - ord("A") + 1
    other = int(alternative.removeprefix("alt") or 1) if alternative else 0
    return (SERIES[series], tuple(int(part) for part in number.split(".")), rank, other)


def item_follows(mark: str, last: str | None) -> bool:
    """Whether a lettered item, (a) or (i), can stand behind the last one of its list."""
    if last is None:
        return mark in ("a", "i")
    return mark in _successors(last)


def _successors(mark: str) -> set[str]:
    following = {chr(ord(mark[-1]) + 1) * len(mark)} if len(set(mark)) == 1 else set()
    if mark == "z":
        following |= {"aa"}
    if len(mark) == 2:  # (aa), (ab) as well as (aa), (bb)
        following |= {mark[0] + chr(ord(mark[1]) + 1)}
    if mark in ROMAN:
        following |= {ROMAN[ROMAN.index(mark) + 1]}
    return following


ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", ""]
