"""Places in a cited document: how they are written, where each leads, and which ones are doubtful."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# How drafters write the kinds of places, and how we do.
_SPELLED = {
    "para": "para paras paragraph paragraphs",
    "PP": "pp",
    "OP": "op",
    "page": "page pages",
    "art": "art arts article articles",
    "objective": "objective objectives",
    "principle": "principle principles",
    "target": "target targets",
    "chapter": "chapter",
}
_KINDS = {spelling: kind for kind, spellings in _SPELLED.items() for spelling in spellings.split()}
_PART = re.compile(
    rf"(?P<kind>\b(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))}))\.?\s*(?=\d)"
    r"|(?P<item>(?P<number>\d+(?:\.\d+)*)(?P<capital>[A-Z]?)(?P<letters>(?:\s?\(\w{1,4}\))*))"
    r"|(?P<range>\bto\b|[-–])",
    re.I,
)
# A range is rarely longer: the 23 objectives are the longest one known.
_LONGEST = 40
# Kinds whose numbers are plain and whose parts bear small letters, in every text of the General Assembly.
_LETTERED = ("para", "OP", "PP")


class Spot(NamedTuple):
    """One place: para 15(g) is Spot("para", "15", "", ("g",)); a range that is no short list has `upto`."""

    kind: str
    number: str
    capital: str = ""  # as in 21A
    letters: tuple[str, ...] = ()
    upto: str = ""

    def __str__(self) -> str:
        gap = "" if self.kind in ("OP", "PP") else " "
        end = f" to {self.upto}" if self.upto else ""
        return f"{self.kind}{gap}{self.item}{end}".strip()

    @property
    def item(self) -> str:
        """The number with its letters: 15(g)."""
        return self.number + self.capital + "".join(f"({part})" for part in self.letters)


class Known(NamedTuple):
    """A row of PINPOINTS: places of one kind, their letters, and what they stand for."""

    kind: str
    first: int
    last: int
    letters: str
    scheme: str
    tag: str

    def covers(self, spot: Spot) -> bool:
        """Whether the place is one of these."""
        plain = spot.number.isdigit() and not spot.upto
        return spot.kind == self.kind and plain and self.first <= int(spot.number) <= self.last

    def tag_of(self, spot: Spot) -> str:
        """What the place stands for, counted by its letter where these have letters, else by its number."""
        step = int(spot.number) - self.first
        if self.letters:
            step = list_letters(self.letters).find(spot.letters[0]) if spot.letters else -1
        name = self.tag.rstrip("0123456789")
        number = self.tag[len(name) :]
        return f"{name}{int(number) + step:0{len(number)}}" if number and step >= 0 else ""


def list_letters(span: str) -> str:
    """The letters of a span: "a-c" is "abc"."""
    first, _, last = span.partition("-")
    return "".join(map(chr, range(ord(first[0]), ord((last or first)[0]) + 1))) if first else ""


def split_pinpoint(printed: str) -> list[Spot]:
    """The places that a pinpoint names, in its order; a short range of numbers or letters place by place."""
    spots: list[Spot] = []
    kind, opened = "", False
    for found in _PART.finditer(printed):
        if found["kind"]:
            kind = _KINDS[found["kind"].lower()]
        elif found["range"]:
            opened = bool(spots)
        else:
            letters = tuple(re.findall(r"\w+", found["letters"]))
            spot = Spot(kind, found["number"], found["capital"], letters)
            spots += _fill(spots.pop(), spot) if opened else [spot]
            opened = False
    return list(dict.fromkeys(spots))


def _fill(first: Spot, last: Spot) -> list[Spot]:
    ends = (first.number, last.number)
    if not (first.letters or last.letters or first.capital or last.capital) and all(map(str.isdigit, ends)):
        numbers = range(int(ends[0]), int(ends[1]) + 1)
        if 1 < len(numbers) <= _LONGEST:
            return [first._replace(number=str(number)) for number in numbers]
    if ends[0] == ends[1] and len(first.letters) == len(last.letters) == 1:
        letters = list_letters(f"{first.letters[0]}-{last.letters[0]}")
        if len(letters) > 1 and len(first.letters[0] + last.letters[0]) == 2:
            return [first._replace(letters=(letter,)) for letter in letters]
    return [first._replace(upto=last.item)]


def find_link(spot: Spot, known: list[Known]) -> tuple[str, str]:
    """The scheme and tag that a place stands for; both empty where nothing tells."""
    for row in known:
        if row.scheme and row.covers(spot) and (tag := row.tag_of(spot)):
            return row.scheme, tag
    return "", ""


def list_doubts(spot: Spot, beside: list[Spot], known: list[Known], topics: set[str]) -> Iterator[str]:
    """The reasons to ask whether a place is meant as it is written.

    `beside` are all places of the same document in the same bracket, `topics` the objectives that the
    paragraph is about, as far as the term lists tell.
    """
    if spot.kind in _LETTERED:
        yield from _doubt_shape(spot, beside)
    if spot.number.isdigit() and not spot.upto:
        yield from _doubt_reach(spot, known)
        yield from _doubt_number(spot, known)
        yield from _doubt_topic(spot, beside, known, topics)
        yield from _doubt_company(spot, beside, known)


def _doubt_shape(spot: Spot, beside: list[Spot]) -> Iterator[str]:
    if spot.capital:
        meant = f"{spot.number}({spot.capital.lower()})"
        yield f"no paragraph of a UN text is numbered {spot.item}: perhaps {meant} is meant"
    if any(part.isdigit() for part in spot.letters):
        yield f"a digit stands in {spot.item} where such texts have a letter: perhaps (i) or (l) is meant"
    twins = [other.item for other in beside if other != spot and _confused(spot, other)]
    if twins:
        yield f"the same bracket also writes it {twins[0]}"
    if spot.upto.isdigit() and spot.number.isdigit() and int(spot.upto) <= int(spot.number):
        yield "the range runs backwards"


def _confused(spot: Spot, other: Spot) -> bool:
    """Whether two places differ only by what the eye confuses: the digit 1 and the letters i and l."""
    alike = str.maketrans("1lI", "iii")
    return spot.number == other.number and spot.item.translate(alike) == other.item.translate(alike)


def _doubt_reach(spot: Spot, known: list[Known]) -> Iterator[str]:
    own = [row for row in known if row.kind == spot.kind]
    if own and not any(row.covers(spot) for row in own):
        first, last = min(row.first for row in own), max(row.last for row in own)
        yield f"there is no {spot.kind} {spot.number}: they go from {first} to {last}"
    for row in own:
        letters = list_letters(row.letters)
        if letters and row.covers(spot) and spot.letters and spot.letters[0] not in letters:
            yield f"{spot.kind} {spot.number} has the letters ({letters[0]}) to ({letters[-1]}) and no other"


def _doubt_number(spot: Spot, known: list[Known]) -> Iterator[str]:
    """A lettered place that stands for nothing, and whose number is an objective's own."""
    if not spot.letters or any(row.covers(spot) and row.scheme for row in known):
        return
    for row in known:
        start = int(row.tag) if row.kind == spot.kind and row.tag.isdigit() else 0
        if start and start <= int(spot.number) <= start + row.last - row.first:
            there = row.first + int(spot.number) - start
            yield f"{row.scheme.capitalize()} {spot.number} is {spot.kind} {there}: perhaps that is meant"


def _doubt_topic(spot: Spot, beside: list[Spot], known: list[Known], topics: set[str]) -> Iterator[str]:
    """One of several places, when the paragraph is about what the others stand for and not about this.

    Only a lettered one: who cites a whole objective points at a subject, who cites an action, at its words.
    """
    scheme, tag = find_link(spot, known)
    fitting = [other for other in beside if find_link(other, known)[1] in topics]
    if spot.letters and scheme == "objective" and tag not in topics and fitting:
        meant = fitting[0]._replace(letters=spot.letters).item
        yield (
            f"no term in the paragraph speaks of Objective {tag}, to which {spot} belongs; "
            f"{fitting[0]} fits: perhaps {meant} is meant"
        )


def _doubt_company(spot: Spot, beside: list[Spot], known: list[Known]) -> Iterator[str]:
    """A paragraph that belongs to another objective than the one named beside it."""
    named = [other for other in beside if other.kind == "objective"]
    scheme, tag = find_link(spot, known)
    others = [find_link(other, known)[1] for other in named]
    if named and spot.kind != "objective" and scheme == "objective" and tag not in others:
        yield f"{spot} belongs to Objective {tag}, and the bracket names {named[0]}"
