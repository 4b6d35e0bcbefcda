"""Which words two texts keep: blocks of equal words, long runs before single ones.

A plain longest common subsequence keeps the most words, but scatters them: an "and" here, a comma
there. So runs of three words are matched first, and single words only between them. Both steps are
rapidfuzz's bit-parallel Indel; the words come coded as one character each.
"""

from rapidfuzz.distance import Indel

Block = tuple[int, int, int]  # start in the old words, start in the new words, length

_RUN = 3


def align_words(old: str, new: str) -> list[Block]:
    """The blocks of words that both texts have, in order, none touching the next.

    `old` and `new` hold one character a word. Time and memory grow with the product of the lengths
    (by 64 at a time): meant for paragraphs, not for whole books.
    """
    if len(old) < _RUN or len(new) < _RUN:
        return _blocks(old, new)
    blocks: list[Block] = []
    old_end = new_end = 0
    runs = _blocks(_runs_of_three(old), _runs_of_three(new))
    for i, j, length in (*runs, (len(old), len(new), 0)):
        length = length + _RUN - 1 if length else 0
        # Two runs may share words on one side only: the later one gives way.
        overlap = max(old_end - i, new_end - j, 0)
        i, j, length = i + overlap, j + overlap, length - overlap
        if length < 0:
            continue
        if old_end < i and new_end < j:
            between = _blocks(old[old_end:i], new[new_end:j])
            blocks += [(old_end + a, new_end + b, n) for a, b, n in between]
        if length:
            blocks.append((i, j, length))
            old_end, new_end = i + length, j + length
    return join_blocks(blocks)


def join_blocks(blocks: list[Block]) -> list[Block]:
    """The blocks with those that touch on both sides made one."""
    joined: list[Block] = []
    for i, j, length in blocks:
        if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
            i, j, before = joined.pop()
            length += before
        joined.append((i, j, length))
    return joined


def _runs_of_three(words: str) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))


def _blocks(old: object, new: object) -> list[Block]:
    return [(i, j, end - i) for tag, i, end, j, _ in Indel.opcodes(old, new) if tag == "equal"]
