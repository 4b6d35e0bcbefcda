"""The manners of a human redliner, applied to the blocks of equal words.

A machine's diff is right and hard to read. A person marks whole words, puts an insertion where a
clause begins, and does not let a lone "and" stand between two changes; but never strikes and
retypes a "not", a "shall" or a number that stays.
"""

from collections.abc import Sequence

from .alignment import Block, join_blocks

# Words that carry no meaning of their own: alone between two changes they only break the sentence up.
WEAK = frozenset(
    "a an the this that these those which who whom whose it its they them their there he she his her we us "
    "our of to in on at by for from with as into onto over under than then so and or but nor if while when "
    "where is are was were be been being has have had do does did also such other including inter alia".split()
)
# What is never struck and put back: negations, modals and whatever bears a digit (see `is_guarded`).
GUARDED = frozenset(
    "no not none never neither nor without cannot shall should will would may might must can could".split()
)
SENTENCE_STOPS = frozenset(".!?")
CLAUSE_STOPS = frozenset(";:")
OPENERS = frozenset("and or including while as which who with through by in".split())
# An island of kept words goes when it is this small and weak, or, with words of meaning in it, has at
# most this many and the changes around it are this many times as large.
LONGEST_ISLAND = 3
MOST_ABSORBED = 2
CHANGE_TO_ISLAND = 2


def is_guarded(word: str) -> bool:
    """Whether a kept word must never be shown as struck and retyped."""
    return (
        word.lower() in GUARDED
        or word in SENTENCE_STOPS
        or word in "[]"
        or any(letter.isdigit() for letter in word)
    )


def polish(blocks: list[Block], old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """The blocks as a redliner would have them; `old` and `new` are the words of the two texts.

    Sliding a change loses nothing; absorbing a weak island marks a few kept words as retyped.
    """
    return _absorb(_slide(blocks, old, new), old, new)


def _slide(blocks: list[Block], old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Every pure insertion or deletion moved to where a sentence, clause or ", x" begins."""
    slid = list(blocks)
    for at in range(len(slid) - 1):
        (i, j, length), (k, m, rest) = slid[at], slid[at + 1]
        if i + length == k:
            shift = _best_shift(new, j + length, m, length, rest)
        elif j + length == m:
            shift = _best_shift(old, i + length, k, length, rest)
        else:
            continue
        if shift:
            slid[at] = (i, j, length + shift)
            slid[at + 1] = (k + shift, m + shift, rest - shift)
    return join_blocks([block for block in slid if block[2] > 0])


def _best_shift(words: Sequence[str], start: int, end: int, left: int, right: int) -> int:
    """How far to move the change words[start:end], to the left at most `left`, to the right `right`."""
    lowest = 0
    while lowest > -left and words[start + lowest - 1] == words[end + lowest - 1]:
        lowest -= 1
    highest = 0
    while highest < right and words[start + highest] == words[end + highest]:
        highest += 1
    if lowest == highest:
        return 0
    return max(
        range(lowest, highest + 1),
        key=lambda shift: (
            _seam(words, start + shift)
            + _seam(words, end + shift)
            + 10 * ((shift == -left and start > left) or (shift == right and end + right < len(words))),
            -abs(shift),
        ),
    )


def _seam(words: Sequence[str], at: int) -> float:
    """How natural a cut before words[at] is: at a sentence, a clause, before a comma, before "and"."""
    if at <= 0 or at >= len(words) or words[at - 1] in SENTENCE_STOPS:
        return 6
    if words[at - 1] in CLAUSE_STOPS:
        return 5
    if words[at] == ",":
        return 3
    if words[at - 1] == ",":
        return 2.5
    return 2 if words[at] in OPENERS else 0


def _absorb(blocks: list[Block], old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Without the islands that only break a change up: the changes on both sides become one."""
    kept: list[Block] = []
    for at, (i, j, length) in enumerate(blocks):
        island = old[i : i + length]
        before = (i, j) if not kept else (i - kept[-1][0] - kept[-1][2], j - kept[-1][1] - kept[-1][2])
        k, m, _ = blocks[at + 1] if at + 1 < len(blocks) else (len(old), len(new), 0)
        behind = (k - i - length, m - j - length)
        if length > LONGEST_ISLAND or not any(before) or not any(behind) or not _is_weak(island, before, behind):
            kept.append((i, j, length))
    return kept


def _is_weak(island: Sequence[str], before: tuple[int, int], behind: tuple[int, int]) -> bool:
    if any(is_guarded(word) for word in island):
        return False
    content = sum(word[0].isalnum() and word.lower() not in WEAK for word in island)
    words = sum(word[0].isalnum() for word in island)
    if not content:
        return True
    return words <= MOST_ABSORBED and words * CHANGE_TO_ISLAND <= sum(before) + sum(behind)
