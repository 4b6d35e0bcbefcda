"""How the end of one line and the start of the next are put together."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from workbook.text.read.pdf.page import Line

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_CUT = re.compile(r"(?P<head>[^\W_]+(?:-[^\W_]+)*)-$")
_TAIL = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Before these words a hyphen stands alone: "short- and long-term".
_STANDS_ALONE = {"and", "or", "to"}
# Behind these a line breaks without a space: "and/or", an address, a dash without spaces.
_NO_SPACE = re.compile(r"(?<=\S)[/—]$")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# No word is longer.
_LONGEST_WORD = 60
# A typesetter that cuts words has done so this often by the end of a document.
_CUTS_WORDS = 3


def _find_cut(text: str) -> re.Match[str] | None:
    """The word that a line's end cuts at a hyphen; nothing where it cuts none."""
    return _CUT.search(text, max(0, len(text) - _LONGEST_WORD)) if text.endswith("-") else None


class Hyphens:
    """Which hyphens at line ends belong to their words, judged by the words of the whole document."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: Counter[str] = Counter()
        texts = [line.text.strip() for line in lines]
        after_cut = False
        for text in texts:
            cut = _find_cut(text)
            # The halves of a cut word are no words.
            whole = text[: cut.start()] if cut else text
            whole = _TAIL.sub("", whole, count=1) if after_cut and _TAIL.match(whole) else whole
            self._words.update(_WORD.findall(whole.casefold()))
            after_cut = cut is not None
        self._cuts = 0
        for above, below in pairwise(texts):
            cut, tail = _find_cut(above), _TAIL.match(below)
            if cut and tail and (cut["head"] + tail[0]).casefold() in self._words:
                self._cuts += 1
        self.guessed: Counter[str] = Counter()

    def joint(self, above: str, below: str) -> tuple[int, str]:
        """How many characters to take from the end of a line, and what to put before the next one."""
        cut, tail = _find_cut(above), _TAIL.match(below)
        if cut and tail:
            return self._join_cut(cut, tail[0])
        if _NO_SPACE.search(above) or (_IDEOGRAPH.match(above[-1:]) and _IDEOGRAPH.match(below)):
            return 0, ""
        return 0, " "

    def _join_cut(self, cut: re.Match[str], tail: str) -> tuple[int, str]:
        head, last = cut["head"].casefold(), cut["head"].casefold().rpartition("-")[2]
        if tail.casefold() in _STANDS_ALONE:
            return 0, " "
        joined, hyphened = head + tail.casefold(), f"{head}-{tail.casefold()}"
        if self._words[hyphened] or not tail[:1].islower() or not head[-1:].isalpha():
            return 0, ""
        if self._words[joined] or self._words[last + tail.casefold()]:
            return 1, ""
        if last != head:  # a word of several parts: "one-stop-shop"
            return 0, ""
        whole = self._words[last] and self._words[tail.casefold()]
        if self._cuts >= _CUTS_WORDS and not whole:
            self.guessed[joined] += 1
            return 1, ""
        return 0, ""
