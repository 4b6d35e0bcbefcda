"""Lines of a printed page: where pages begin, what is furniture, and whether lines are cut to a width.

A text taken out of a PDF keeps its running heads and page numbers in the middle of sentences. They
are told apart by what holds for any such file: they come back page after page.
"""

import re
from collections import Counter
from itertools import pairwise

# A printed line above the notes, and between parts of a page.
RULE = re.compile(r"\s*[_=–—*-]{4,}\s*$")
# What stands at the edges of pages: a document's symbol, a job number, "2/3".
PAGE_EDGE = re.compile(
    r"\s*(?:[A-Z]{1,4}(?:/[\w.()-]+)+|(?:[\d-]{5,}(?:\s*\([A-Z]\))?)?\s*\d{1,3}/\d{1,3}(?:\s+[\d-]{5,})?|\*\d{5,}\*"
    r"|[\d-]{5,}(?:\s*\([A-Z]\))?)\s*$"
)
# A heading under which numbering may start over.
DIVISION = re.compile(
    r"\s*(?:#{1,6}\s*)?\**[\[(]*\s*(?-i:(?=[A-Z]))(?:article|chapter|part|section|annex|appendix|title"
    r"|objective|action|commitment|goal|theme|option|alternative)"
    r"\s+(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])(?:[ -]?(?:bis|ter|quater|alt))?\b\.?",
    re.I,
)
PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?[-–—]?\s*\d{1,3}\s*(?:(?:/|of)\s*\d{1,3})?\s*[-–—]?\s*$", re.I)
# What Word's converters leave behind: bookmarks stand for nothing, footnote bodies are set beside their line.
RESIDUE = re.compile(r"\[bookmark:[^\[\]\n]*\]")
# A paragraph with its number, however often such lines come back.
_NUMBERED = re.compile(r"\s*[\[(]*\d{1,3}(?:[.)]|\s?[a-z]+\.)\s+\S")
# A page holds at least this many printed lines; what comes sooner is an indent, not a page top.
SHORTEST_PAGE = 15
# No page prints longer lines; a file with more such lines has one paragraph on each.
PAGE_WIDTH = 150
# The share of lines that go on in lower case from which on lines are cut, not whole paragraphs.
GOING_ON = 0.05
_DIGITS = str.maketrans("123456789", "000000000")
# A running head comes back at least this often.
FEWEST_PAGES = 3


def hide_residue(line: str) -> str:
    """The line with converter residue blanked out, every other character at its place."""
    return RESIDUE.sub(lambda found: " " * len(found[0]), line) if "[bookmark:" in line else line


def ends_sentence(line: str) -> bool:
    """Whether a sentence ends with the line: a stop, perhaps quotes or brackets behind it, or a bracket."""
    line = line.rstrip()
    return line.endswith(("]", ")")) or line.rstrip('”"’').endswith((".", "!", "?", ":", ";"))


def is_wrapped(lines: list[str]) -> bool:
    """Whether sentences run over line ends: lines no longer than a page is wide, going on in lower case."""
    text = [line for line in lines if line.strip()]
    going_on = sum(_runs_on(line, following) for line, following in pairwise(text))
    wide = sum(len(line) > PAGE_WIDTH for line in text)
    return going_on > len(text) * GOING_ON and wide < len(text) / 10


def find_double_spaced(lines: list[str]) -> frozenset[int]:
    """The lines of stretches where every other line is blank and a sentence runs over one of the blanks."""
    stretches: list[list[int]] = []
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        if not stretches or number - stretches[-1][-1] != 2:
            stretches.append([])
        stretches[-1].append(number)
    return frozenset(
        number
        for stretch in stretches
        if any(_runs_on(lines[line], lines[following]) for line, following in pairwise(stretch))
        for number in stretch
    )


def _runs_on(line: str, following: str) -> bool:
    return not ends_sentence(line) and following.lstrip()[:1].islower()


def find_tops(lines: list[str]) -> frozenset[int]:
    """The first lines of pages: behind a form feed, or a lone leading blank that few lines have."""
    fed: set[int] = set()
    waiting = False  # a feed stood alone on its line, or at its end: the next text opens the page
    for number, line in enumerate(lines):
        if waiting and line.strip():
            fed.add(number)
            waiting = False
        if "\f" in line and not line.rsplit("\f", 1)[1].strip():
            waiting = True
        elif "\f" in line:
            fed.add(number)
    text = [number for number, line in enumerate(lines) if line.strip()]
    leading = [number for number in text if lines[number][0] == " " and lines[number][1].strip()]
    indented = sum(lines[number][0] in " \t" for number in text)
    far_apart = [
        number
        for number, before in zip(leading, [-SHORTEST_PAGE, *leading], strict=False)
        if number - before >= SHORTEST_PAGE
    ]
    if indented > len(text) / 10 or len(far_apart) < len(leading):
        far_apart = []
    return frozenset(fed) | frozenset(far_apart)


def find_furniture(lines: list[str], tops: frozenset[int]) -> frozenset[int]:
    """Running heads, page numbers and printed rules: lines that belong to the page, not to the text."""
    rules = {number for number, line in enumerate(lines) if RULE.match(line)}
    shapes = {
        number: " ".join(line.split()).translate(_DIGITS)
        for number, line in enumerate(lines)
        if line.strip() and len(line) < 100
    }
    often = {shape for shape, times in Counter(shapes.values()).items() if times >= FEWEST_PAGES}
    heads = {
        number
        for number, shape in shapes.items()
        if shape in often
        and (PAGE_NUMBER.match(lines[number]) or not ends_sentence(lines[number]))
        and not DIVISION.match(lines[number])
        and not _NUMBERED.match(lines[number])
        and _is_detached(lines, number)
    }
    return frozenset(rules | heads | _page_edges(lines, tops))


def _page_edges(lines: list[str], tops: frozenset[int]) -> set[int]:
    """Symbols and page numbers next to a form feed: the first and the last two lines of a page."""
    text = [number for number, line in enumerate(lines) if line.strip()]
    opens = {number for number in tops if "\f" in "".join(lines[max(0, number - 2) : number + 1])}
    edges: set[int] = set()
    for at, number in enumerate(text):
        if number in opens:
            edges.update(text[max(0, at - 2) : at + 2])
    edges.update(text[-1:] if any("\f" in line for line in lines) else ())
    return {number for number in edges if PAGE_EDGE.match(lines[number].replace("\f", " "))}


def _is_detached(lines: list[str], number: int) -> bool:
    """Whether blank lines or the edges of the file stand on both sides, or a form feed on one."""
    before = lines[number - 1] if number else ""
    behind = lines[number + 1] if number + 1 < len(lines) else ""
    fed = "\f" in lines[number] or "\f" in before or "\f" in behind
    return fed or not (before.strip() or behind.strip())


def is_blank(lines: list[str], number: int) -> bool:
    """Whether nothing but white space stands on a line (or it does not exist)."""
    return not (0 <= number < len(lines)) or not lines[number].strip()
