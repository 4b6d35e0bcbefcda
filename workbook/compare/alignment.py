"""Which words two texts keep: blocks of equal words, long runs before short ones.

A plain longest common subsequence keeps the most words, but scatters them: an "and" here, a comma
there. So runs of three words are matched first, runs of two between them, and a word alone only
where it must not be shown as retyped. Every step is rapidfuzz's bit-parallel Indel; the words come
coded as one character each.
"""

from collections.abc import Set

from rapidfuzz.distance import Indel

Block = tuple[int, int, int]  # start in the old words, start in the new words, length

LONGEST_RUN = 3


def align_words(old: str, new: str, lone: Set[str]) -> list[Block]:
    """The blocks of words that both texts keep, in order, none touching the next on both sides.

    `old` and `new` hold one character a word, `lone` the characters that are matched even alone.
    Time and memory grow with the product of the lengths (by 64 at a time): meant for paragraphs.
    """
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    inner = _align(old[head : len(old) - tail], new[head : len(new) - tail], lone, LONGEST_RUN)
    moved = [(head + i, head + j, length) for i, j, length in inner]
    ends = [(0, 0, head), *moved, (len(old) - tail, len(new) - tail, tail)]
    return join_blocks([block for block in ends if block[2]])


def _align(old: str, new: str, lone: Set[str], run: int) -> list[Block]:
    """The blocks of runs of this many words, with shorter runs in the gaps between them."""
    if run == 1 or not old or not new:
        return [block for block in _blocks(old, new) if not lone.isdisjoint(old[block[0] : sum(block[::2])])]
    blocks: list[Block] = []
    old_end = new_end = 0
    for i, j, length in (*_blocks(_runs(old, run), _runs(new, run)), (len(old), len(new), 1 - run)):
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


def _runs(words: str, run: int) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(run)), strict=False))


def _blocks(old: object, new: object) -> list[Block]:
    return [(i, j, end - i) for tag, i, end, j, _ in Indel.opcodes(old, new) if tag == "equal"]
