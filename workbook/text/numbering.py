"""The labels of a file: the body's own, and apart from them those of a covering letter before it."""

from typing import NamedTuple

from workbook.text.labels import Label
from workbook.text.page import Page
from workbook.text.sequence import Candidate, choose_labels, find_candidates


class Numbering(NamedTuple):
    """The labels of a file: the body's own, and those of a covering letter before it."""

    body: dict[int, Label]
    asks: dict[int, Label]  # the letter's own list
    quoted: dict[int, Label]  # paragraphs that the letter quotes
    first: int  # the body's first labelled line

    def labels(self, line: int) -> Label | None:
        """The label that the line begins with, be it the body's or the letter's."""
        return self.body.get(line) or self.asks.get(line) or self.quoted.get(line)

    @property
    def has_letter(self) -> bool:
        """Whether numbers before the body start over when it begins: a covering letter has its own."""
        return bool(self.asks or self.quoted)


def read_numbering(page: Page) -> Numbering:
    """The labels of the body, and apart from them those of a letter before it."""
    candidates = find_candidates(page)
    body = choose_labels(candidates)
    first = body[0].line if body else len(page.lines)
    before = [c for c in candidates if c.line < first and c.worth >= 1] if body else []
    plain = [candidate for candidate in before if candidate.label.canonical.isdigit()]
    asks = choose_labels(plain, widest_leap=1)
    if len(asks) < 2 or asks[0].label.key[1] != (1,):
        asks = []
    own = {ask.line for ask in asks}
    quoted = [candidate for candidate in before if candidate.line not in own]
    return Numbering(_by_line(body), _by_line(asks), _by_line(quoted), first)


def _by_line(candidates: list[Candidate]) -> dict[int, Label]:
    return {candidate.line: candidate.label for candidate in candidates}
