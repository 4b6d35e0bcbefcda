"""The manners of a human redliner, applied to the blocks of equal words.

A machine's diff is right and hard to read. A person marks whole words, puts an insertion where a
clause begins, and does not let a lone "and" stand between two changes; but never strikes and
retypes a "not", a "shall" or a number that stays.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from workbook.compare.alignment import Block, join_blocks

# Words that carry no meaning of their own: alone between two changes they only break the sentence up.
_WEAK = """
a an the this that these those which who whom whose it its they them their there he she his her we
us our of to in on at by for from with as into onto over under than then so and or but nor if while
when where is are was were be been being has have had do does did also such other including inter
alia
"""
WEAK = frozenset(_WEAK.split())
# What is never struck and put back: negations, modals and whatever bears a digit (see `is_lone`).
_GUARDED = """
no not none never neither nor without cannot shall should will would may might must can could
"""
GUARDED = frozenset(_GUARDED.split())
SENTENCE_STOPS = frozenset(".!?")
CLAUSE_STOPS = frozenset(";:")
OPENERS = frozenset({"and", "or", "including", "while", "as", "which", "who", "with", "through", "by", "in"})
# What it is worth that two changes become one, against the seams below.
JOINING = 10
# An island of kept words goes when it is this small and weak, or, with words of meaning in it, has at
# most this many and the changes around it are this many times as large.
LONGEST_ISLAND = 3
MOST_ABSORBED = 2
CHANGE_TO_ISLAND = 2
# A full stop between two changes stays where each of them replaces at most so many words.
FEW_WORDS = 10


@lru_cache(maxsize=1 << 16)
def is_lone(word: str) -> bool:
    """Whether a word may be kept where it stands alone between two changes: "not", a number, a full stop."""
    return word in SENTENCE_STOPS or _is_guarded(word)


def _is_guarded(word: str) -> bool:
    return word.lower() in GUARDED or word in "[]" or any(letter.isdigit() for letter in word)


def polish(blocks: list[Block], old: str, new: str, words: Mapping[str, str]) -> list[Block]:
    """The blocks as a redliner would have them.

    `old` and `new` are the two texts, one character a word; `words` tells the word of a character.
    Sliding a change loses nothing; absorbing a weak island marks a few kept words as retyped.
    """
    return _absorb(_slide(blocks, old, new, words), old, new, words)


def _slide(blocks: list[Block], old: str, new: str, words: Mapping[str, str]) -> list[Block]:
    """Every pure insertion or deletion moved to where a sentence, clause or ", x" begins."""
    slid = list(blocks)
    for at in range(len(slid) - 1):
        (i, j, length), (k, m, rest) = slid[at], slid[at + 1]
        if i + length == k:
            shift = _best_shift(new, words, j + length, m, length, rest)
        elif j + length == m:
            shift = _best_shift(old, words, i + length, k, length, rest)
        else:
            continue
        if shift:
            slid[at] = (i, j, length + shift)
            slid[at + 1] = (k + shift, m + shift, rest - shift)
    return join_blocks([block for block in slid if block[2] > 0])


def _best_shift(text: str, words: Mapping[str, str], start: int, end: int, left: int, right: int) -> int:
    """How far to move the change text[start:end], to the left at most `left`, to the right `right`."""
    lowest = 0
    while lowest > -left and text[start + lowest - 1] == text[end + lowest - 1]:
        lowest -= 1
    highest = 0
    while highest < right and text[start + highest] == text[end + highest]:
        highest += 1
    if lowest == highest:
        return 0

    def beauty(shift: int) -> tuple[float, int]:
        # Where a kept stretch vanishes, two changes become one.
        joins = (shift == -left and start > left) or (shift == right and end + right < len(text))
        seams = _seam(text, words, start + shift) + _seam(text, words, end + shift)
        return seams + JOINING * joins, -abs(shift)

    return max(range(lowest, highest + 1), key=beauty)


def _seam(text: str, words: Mapping[str, str], at: int) -> float:
    """How natural a cut before text[at] is: at a sentence, a clause, before a comma, before "and"."""
    before = words[text[at - 1]] if 0 < at < len(text) else "."
    if before in SENTENCE_STOPS:
        return 6
    if before in CLAUSE_STOPS:
        return 5
    behind = words[text[at]]
    if behind == ",":
        return 3
    if before == ",":
        return 2.5
    return 2 if behind in OPENERS else 0


def _absorb(blocks: list[Block], old: str, new: str, words: Mapping[str, str]) -> list[Block]:
    """Without the islands that only break a change up: the changes on both sides become one."""
    kept: list[Block] = []
    old_end = new_end = 0  # where the last block that stays ends
    for (i, j, length), (k, m, _) in zip(blocks, [*blocks[1:], (len(old), len(new), 0)], strict=False):
        before = (i - old_end, j - new_end)
        behind = (k - i - length, m - j - length)
        island = [words[code] for code in old[i : i + length]] if length <= LONGEST_ISLAND else []
        if not (island and any(before) and any(behind) and _is_weak(island, before, behind)):
            kept.append((i, j, length))
            old_end, new_end = i + length, j + length
    return kept


def _is_weak(island: Sequence[str], before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether kept words go; `before` and `behind` count the words struck and put in on either side."""
    if any(_is_guarded(word) for word in island):
        return False
    plain = [word for word in island if word[:1].isalnum()]
    if SENTENCE_STOPS.intersection(island):
        # A stop parts words replaced before it from words replaced behind it; where words were only put
        # in or only struck, or whole sentences rewritten, another sentence ends here than did.
        parts = all(before) and all(behind) and max(*before, *behind) <= FEW_WORDS
        return not plain and not parts
    if all(word.lower() in WEAK for word in plain):
        return True
    return len(plain) <= MOST_ABSORBED and len(plain) * CHANGE_TO_ISLAND <= sum(before) + sum(behind)
