"""What a bracket in a negotiated text is, and which sources one that gives sources names.

It may hold a source, contested words, a delegation's name or an instruction. It is a source when
it says so ("based on ...") or names a document by its symbol or a place in one (para 15(g), OP6),
and holds no verb of its own. Anything else stays in the text.
"""

import re

_ITEM = r"\d[\d.]*[A-Z]?(?:\s?\(\w{1,4}\))*(?![/\w])"
_PLACE = rf"""\b(?:para(?:graph)?s?|pp|op|pages?|art(?:icle)?s?|objectives?|principles?|targets?|chapter)
    \.?\s*{_ITEM}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|to)\s+|\s*[-–]\s*){_ITEM})*"""
_SYMBOL = r"(?<![\w/])(?:[AES]/[\w./-]*\d[\w./-]*\w|\d{2}/\d{1,3}(?![\w/]))"
_PART = re.compile(
    rf"(?P<place>{_PLACE})|(?P<symbol>{_SYMBOL})|(?P<stop>,\s|\s[–-]\s(?=(?-i:[a-z])))|(?P<word>[^\s,]+(?:,(?=\S))?)",
    re.X | re.I,
)
_SAYS_SO = re.compile(r"(?:.*\b(?:based|building)\s+on\b|\s*(?:(?:source|see)\b|cf\.))", re.I | re.S)
_LEAD = re.compile(
    r"\A(?:.*\b(?:based|building)\s+on\b|\s*(?:(?:sources?:?|see|on|and|from)\b|cf\.))\s*", re.I | re.S
)
_OWN_VERB = re.compile(r"\b(?:shall|should|will|may|must|are|is|we)\b", re.I)
_NAMES = re.compile(rf"{_PLACE}|{_SYMBOL}", re.X | re.I)
# Round brackets hold a source only when they are nothing but a named document and a place in it.
_ROUND = re.compile(rf"\(\s*[A-Z][\w’' /-]{{0,40}}?,?\s+{_PLACE}\s*\)", re.X)
# A document's name is rarely longer; what is longer is a remark that ends in a name.
_LONGEST_NAME = 8


def is_source(bracket: str) -> bool:
    """Whether a bracket, "[...]" or "(...)", gives a source and is no part of the sentence."""
    if bracket.startswith("("):
        return bool(_ROUND.fullmatch(" ".join(bracket.split())))
    inner = bracket[1:-1].strip()
    if not inner or _OWN_VERB.search(inner):
        return False
    if _SAYS_SO.match(inner):
        return True
    return (inner[0].isupper() or inner[0].isdigit()) and bool(_NAMES.search(inner))


def read_sources(bracket: str) -> list[tuple[str, str]]:
    """The sources that a bracket names, each with its place: ("GCM", "para 15(g)"); a place may be empty."""
    sources: list[tuple[str, str]] = []
    for part in re.split(r"\s*;\s*|\s+[+&]\s+", " ".join(bracket[1:-1].split())):
        sources += _bind(_read_part(_LEAD.sub("", part)))
    return list(dict.fromkeys(sources))


def _read_part(part: str) -> list[tuple[str, str]]:
    """What each stretch is, in reading order: a name, a place, or a place ahead of its name."""
    read: list[tuple[str, str]] = []
    words: list[str] = []
    for found in _PART.finditer(part):
        word = found["word"]
        if word and not _parts_names(word, words, part[found.end() :]):
            words.append(word)
            continue
        read += _named(words)
        words = []
        if found["place"]:
            ahead = re.match(r"\s+of\b", part[found.end() :])
            read.append(("place ahead" if ahead else "place", found["place"]))
        elif found["symbol"]:
            read.append(("name", found["symbol"]))
    return read + _named(words)


def _parts_names(word: str, before: list[str], behind: str) -> bool:
    """Whether an "and" stands between two documents and not inside the name of one."""
    return word == "and" and (len(before) <= 3) and bool(re.match(r"\s+(?:the\s+)?[A-Z\d]", behind))


def _named(words: list[str]) -> list[tuple[str, str]]:
    while words and words[0].lower() in ("the", "of", "and", "to", "in", "on"):
        words = words[1:]
    if len(words) > _LONGEST_NAME:
        first = next((i for i, word in enumerate(words) if word != word.lower()), len(words))
        words = words[first:]
    name = " ".join(words).strip(" .,–-")
    return [("name", name)] if name != name.lower() or any(c.isdigit() for c in name) else []


def _bind(read: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each name with the places behind it; a place that comes first goes with the name that follows."""
    bound: list[list[str]] = []
    waiting = ""
    for what, words in read:
        if what == "name":
            bound.append([words, waiting])
            waiting = ""
        elif bound and what == "place":
            bound[-1][1] = f"{bound[-1][1]} {words}".strip()
        else:
            waiting = f"{waiting} {words}".strip()
    if waiting:
        bound.append(["", waiting])
    return [(name, place) for name, place in bound]
