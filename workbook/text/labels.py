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
    (?:\.?[ ]?(?P<alt>alt)\b\.?(?:[ ]?(?P<alternative>\d{{1,2}}(?![\d/])))?:?)?
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
_NOTE = re.compile(rf"\s*[\[(]\s*(?:{_FORMER}|(?P<remark>{_REMARK}))\s*[\])]", re.X | re.I)
FORMER = re.compile(rf"[\[(]\s*{_FORMER}\s*[\])]", re.X | re.I)
_OPEN_NUMBER = re.compile(rf"(?P<open>\s*(?:[-*+]\s+)?\**[\[(]*)(?P<label>{_NUMBER})", re.X | re.I)
_END = re.compile(r"\\?(?P<dot>[.)]?)\**")
# What may stand behind a label: white space, a bracket, a comma; or a word, where a dot parts the two.
_BEHIND = re.compile(r"(?=\s|$|\[|,)|(?<=[.)])(?=[^\W\d_])")
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
    found = _OPEN_NUMBER.match(line)
    if not found:
        return None
    # A note may stand on either side of the dot: "6ter [former 9]." and "6ter. [former 9]".
    note = _NOTE.match(line, found.end())
    end = _END.match(line, note.end() if note else found.end())
    if not _BEHIND.match(line, end.end()):
        return None
    note = note or _NOTE.match(line, end.end())
    stop = max(end.end(), note.end() if note else 0)
    return Label(
        canonical=_spell(found),
        printed=line[found.start("label") : stop].strip(),
        key=_order(found),
        former=canonical_label(note["former"]) if note and note["former"] else "",
        remark=(note["remark"] or "").upper() if note else "",
        start=found.start("label"),
        end=stop,
        marked=bool(
            found["series"] or found["suffix"] or found["letter"] or found["alt"] or note or end["dot"]
        ),
    )


def _spell(found: re.Match[str]) -> str:
    series = (found["series"] or "").strip().upper()
    suffix = CANONICAL.get((found["suffix"] or "").lower(), (found["letter"] or "").upper())
    alternative = f"alt{found['alternative'] or ''}" if found["alt"] else ""
    return f"{series}{found['number']}{suffix}{alternative}"


def _order(found: re.Match[str]) -> tuple[int, tuple[int, ...], int, int]:
    letter = (found["letter"] or "").upper()
    return (
        SERIES[(found["series"] or "").strip().upper()],
        tuple(int(part) for part in found["number"].split(".")),
        ord(letter) - ord("A") + 1 if letter else RANKS[(found["suffix"] or "").lower()],
        int(found["alternative"] or 1) if found["alt"] else 0,
    )


def former_label(bracket: str) -> str:
    """The old number that a bracket announces, "[former 9]"; empty where it announces none."""
    found = FORMER.fullmatch(bracket)
    return canonical_label(found["former"]) if found else ""


def item_follows(mark: str, last: str | None) -> bool:
    """Whether a lettered item, (a) or (i), can stand behind the last one of its list."""
    if last is None:
        return mark in ("a", "i")
    return mark in _successors(last)


def _successors(mark: str) -> set[str]:
    mark = re.sub(r"(?<=.)(?:bis|ter|quater|alt)$", "", mark)
    following = {chr(ord(mark[-1]) + 1) * len(mark)} if len(set(mark)) == 1 else set()
    if mark == "z":
        following |= {"aa"}
    if len(mark) == 2:  # (aa), (ab) as well as (aa), (bb)
        following |= {mark[0] + chr(ord(mark[1]) + 1)}
    if mark in ROMAN:
        following |= {ROMAN[ROMAN.index(mark) + 1]}
    return following


ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", ""]
