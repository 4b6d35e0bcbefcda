"""Which paragraph mark goes with a paragraph put in or struck: mostly that behind it, at times that before.

Whoever types on at the end of a paragraph puts in the mark before the new paragraph; to a reader of the text
it is the same. The last mark of a Word file can be neither put in nor struck, and where words put in touch
a mark that stays and stand behind it too, LibreOffice takes the mark for put in with them.
"""

from collections.abc import Iterable
from itertools import pairwise

from workbook.share.docx.weave import Entry


def set_ends(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, the marks of some of them put in or struck with the paragraph behind them."""
    done = list(entries)
    stays = [at for at, entry in enumerate(done) if entry.mark == "kept"]
    for first, behind in pairwise([*stays, len(done)]):
        end = behind if behind == len(done) else _end_of_inserted(done, first)
        if end - first > 1 and _alike(done[first:end]):
            done[first:end] = _shift(done[first:end])
    return done


def _end_of_inserted(entries: list[Entry], first: int) -> int:
    """Where the paragraphs end that were put in right behind one that ends in words put in."""
    end = first + 1
    if entries[first].pieces[-1:] and entries[first].pieces[-1].act == "inserted":
        while entries[end].mark == "inserted" and all(
            piece.act == "inserted" for piece in entries[end].pieces
        ):
            end += 1
    return end


def _alike(entries: list[Entry]) -> bool:
    """Whether it makes no difference which of their marks goes: a mark holds its paragraph's style."""
    return len({entry.kind for entry in entries}) == 1 and not any(entry.move for entry in entries)


def _shift(entries: list[Entry]) -> list[Entry]:
    """Each mark as it was behind the next paragraph; the last one stays."""
    marks = [(entry.mark, entry.author) for entry in (*entries[1:], entries[0])]
    return [
        entry._replace(mark=mark, author=author) for entry, (mark, author) in zip(entries, marks, strict=True)
    ]
