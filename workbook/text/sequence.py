"""Which numbers at the start of lines are labels: the ones that advance together.

"2030 Agenda" or "16]" may begin a line as well as "16." may. No single line tells; the row of
labels does: the longest chain that advances through the document, with few leaps and few
candidates left out, is its numbering. It may start over where an Article or the like begins.
"""

import re
from typing import NamedTuple

from workbook.text.labels import Label, read_label
from workbook.text.layout import DIVISION, ends_sentence, hide_residue
from workbook.text.page import Page

# What a line with a label begins with, read fast: marks, then a number or the letters of a series.
_MAY_BE_LABEL = re.compile(r"[\s\[(*+-]*(?:bookmark|\d|[OoPp][Pp])")
# Costs and gains of a chain, in labels: what one good label brings is 1.
MID_SENTENCE = 0.7  # the line before does not end a sentence
BARE_NUMBER = 0.75  # no dot, suffix or note: only a long row of such numbers is a numbering
LOWER_CASE = 0.4  # a paragraph rarely begins so
LEFT_OUT = 0.12  # a candidate inside the chain that is not taken
LATE_START = 0.04  # for each number that a chain does not begin with
# Options that are printed one after the other repeat the numbers of this many paragraphs at most.
LONGEST_OPTION = 12
# "Option 2: The Parties are encouraged to ..." is the option's own text, and heads nothing: it ends with a
# stop, or goes on in lower case.
_OPTION_BEGUN = re.compile(r"\s*[\[(*]*(?:option|alternative)\s+\w+\W*\s(?:\S+\s+){5,}\S+\s*$", re.I)
_ENDED = re.compile(r"[.;][\])”\"*]*\s*$")
# Numbers may be skipped (8 and 13 often are), at a rising price and never by more than this.
WIDEST_LEAP = 40
# A line of so few characters stands alone; one that goes on is as long as the page is wide.
SHORT_LINE = 60
# A chain links to one of this many candidates before; the numbering of a text leaves out fewer.
LOOK_BACK = 60


class Candidate(NamedTuple):
    """A line that could begin a labelled paragraph, and how much speaks for it."""

    line: int
    label: Label
    worth: float
    division: int  # how many divisions (Article 3 ...) stand above it


def find_candidates(page: Page) -> list[Candidate]:
    """Every line of running text that starts with something like a label."""
    notes = {line for note in page.notes for line in note.lines}
    found, before, divisions = [], "", 0
    for number, line in enumerate(page.lines):
        if not line.strip() or number in notes or number in page.furniture:
            continue
        if is_division(page, number, before):
            divisions += 1
        elif (label := _read_label(line)) and _can_open(label, line):
            found.append(Candidate(number, label, _worth(page, number, label, before), divisions))
        before = line
    return found


def _read_label(line: str) -> Label | None:
    return read_label(hide_residue(line)) if _MAY_BE_LABEL.match(line) else None


def is_division(page: Page, number: int, before: str) -> bool:
    """Whether an Article, Chapter, Objective ... of its own begins on this line."""
    line = page.lines[number]
    if not DIVISION.match(line) or _is_option_in_full(page, number):
        return False
    # In a double-spaced text a blank line parts nothing, and "Goal 10 of the ..." may begin a line.
    parted = page.is_blank(number - 1) and number not in page.double_spaced
    alone = parted or (page.is_blank(number - 1) and len(line.strip()) <= SHORT_LINE)
    return alone or not page.wrapped or ends_sentence(before)


def _is_option_in_full(page: Page, number: int) -> bool:
    line, behind = page.lines[number], page.lines[number + 1 : number + 2]
    goes_on = bool(behind) and behind[0].lstrip()[:1].islower()
    return bool(_OPTION_BEGUN.match(line)) and (goes_on or bool(_ENDED.search(line)))


def choose_labels(candidates: list[Candidate], widest_leap: int = WIDEST_LEAP) -> list[Candidate]:
    """The chain of candidates that is the numbering of the text; of equal chains, the later one."""
    totals: list[float] = []
    highest: list[float] = []  # of all totals up to here
    links: list[int | None] = []
    for index, candidate in enumerate(candidates):
        best, link = -LATE_START * min(candidate.label.key[1][0] - 1, WIDEST_LEAP), None
        for earlier in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
            skipped = LEFT_OUT * (index - earlier - 1)
            if highest[earlier] - skipped <= best:
                break  # no chain that ends further back can be worth more
            price = _price(candidates[earlier], candidate, widest_leap)
            if price is not None and totals[earlier] - price - skipped > best:
                best, link = totals[earlier] - price - skipped, earlier
        totals.append(best + candidate.worth)
        highest.append(max(totals[-1], highest[-1]) if highest else totals[-1])
        links.append(link)
    return _walk(candidates, totals, links)


def _walk(candidates: list[Candidate], totals: list[float], links: list[int | None]) -> list[Candidate]:
    if not totals or max(totals) <= 0:
        return []
    index: int | None = max(range(len(totals)), key=lambda i: (totals[i], i))
    chain = []
    while index is not None:
        chain.append(candidates[index])
        index = links[index]
    return chain[::-1]


def _price(old: Candidate, new: Candidate, widest_leap: int) -> float | None:
    """What it costs that `new` follows `old` in the numbering; None where it cannot."""
    if new.label.key <= old.label.key:
        back = old.label.key[1][0] - new.label.key[1][0]
        starts_over = new.label.key[1][-1] <= 2 or 0 <= back <= LONGEST_OPTION
        return 0.1 if new.division > old.division and starts_over else None
    if new.label.key[0] != old.label.key[0]:
        return 0.1
    old_number, new_number = old.label.key[1], new.label.key[1]
    if len(old_number) != len(new_number):
        return 0.1 if old_number[0] in (new_number[0], new_number[0] - 1) else 1.0
    leap = next((n - o for o, n in zip(old_number, new_number, strict=True) if n != o), 0)
    if leap > widest_leap:
        return None
    return 0.05 * max(0, leap - 1)


def _can_open(label: Label, line: str) -> bool:
    """A bare number opens a paragraph only before a capital letter: "15 per cent" opens none."""
    return label.marked or line_after(line, label)[:1].isupper()


def line_after(line: str, label: Label) -> str:
    """What stands behind the label, quotes and brackets aside."""
    return hide_residue(line)[label.end :].lstrip(' ["“‘(')


def _worth(page: Page, number: int, label: Label, before: str) -> float:
    worth = 1.0
    if not label.marked:
        worth -= BARE_NUMBER
    if line_after(page.lines[number], label)[:1].islower():
        worth -= LOWER_CASE
    parted = page.is_blank(number - 1) and number not in page.double_spaced
    if before and page.wrapped and not parted and not ends_sentence(before):
        worth -= MID_SENTENCE
    return worth
