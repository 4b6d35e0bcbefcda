"""Which words two texts keep: blocks of equal words, long runs before short ones.

A plain longest common subsequence keeps the most words, and mostly whole runs of them. Where it
scatters them (an "and" here, a comma there), runs of three words are matched first, runs of two
between them, and a word alone only where it must not be shown as retyped. Every step is rapidfuzz's
bit-parallel Indel; the words come coded as one character each.
"""

from collections.abc import Set

import numpy as np
from rapidfuzz.distance import Indel

Block = tuple[int, int, int]  # start in the old words, start in the new words, length

LONGEST_RUN = 3
CODES = 0x110000  # more than any character's number


def match_words(old: object, new: object) -> list[Block]:
    """The blocks of a longest common subsequence: the most words that both texts keep, in order.

    Time and memory grow with the product of the lengths (by 64 at a time): meant for paragraphs.
    """
    return [(i, j, end - i) for tag, i, end, j, _ in Indel.opcodes(old, new) if tag == "equal"]


def align_words(old: str, new: str, lone: Set[str]) -> list[Block]:
    """The blocks of words that a reader would say both texts keep, none touching the next on both sides.

    `old` and `new` hold one character a word, `lone` the characters that are matched even alone.
    """
    blocks = match_words(old, new)
    if all(length >= LONGEST_RUN or _at_edge(i, j, length, old, new) for i, j, length in blocks):
        return blocks
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    inner = _align(old[head : len(old) - tail], new[head : len(new) - tail], lone, LONGEST_RUN)
    moved = [(head + i, head + j, length) for i, j, length in inner]
    ends = [(0, 0, head), *moved, (len(old) - tail, len(new) - tail, tail)]
    return join_blocks([block for block in ends if block[2]])


def _at_edge(i: int, j: int, length: int, old: str, new: str) -> bool:
    return (i, j) == (0, 0) or (i + length, j + length) == (len(old), len(new))


def _align(old: str, new: str, lone: Set[str], run: int) -> list[Block]:
    """The blocks of runs of this many words, with shorter runs in the gaps between them."""
    if run == 1 or not old or not new:
        matched = match_words(old, new)
        return [(i, j, n) for i, j, n in matched if not lone.isdisjoint(old[i : i + n])]
    blocks: list[Block] = []
    old_end = new_end = 0
    for i, j, length in (*match_words(_runs(old, run), _runs(new, run)), (len(old), len(new), 1 - run)):
        length += run - 1
        # Two runs may share words on one side only: the later one gives way.
        overlap = max(old_end - i, new_end - j, 0)
        i, j, length = i + overlap, j + overlap, length - overlap
        if length < 0:
            continue
        if old_end < i and new_end < j:
            between = _align(old[old_end:i], new[new_end:j], lone, run - 1)
            blocks += [(old_end + a, new_end + b, n) for a, b, n in between]
        if length:
            blocks.append((i, j, length))
            old_end, new_end = i + length, j + length
    return blocks


def join_blocks(blocks: list[Block]) -> list[Block]:
    """The blocks with those that touch on both sides made one."""
    joined: list[Block] = []
    for i, j, length in blocks:
        if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
            i, j, before = joined.pop()
            length += before
        joined.append((i, j, length))
    return joined


def _runs(words: str, run: int) -> list:
    """The runs of this many words, one after the other; equal runs are equal items."""
    if run == LONGEST_RUN and len(words) > run:
        # Three codes make one exact number: a code is below the base, and its cube below 2**63.
        code = np.frombuffer(words.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
        return ((code[:-2] * CODES + code[1:-1]) * CODES + code[2:]).tolist()
    return list(zip(*(words[start:] for start in range(run)), strict=False))
