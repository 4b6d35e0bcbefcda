"""Footnotes: where the words of an entry call them, and whether the call was kept, struck or put in."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbook.compare.spans import diff_texts
from workbook.share.docx.authors import Author
from workbook.share.docx.lines import Mark


class Piece(NamedTuple):
    """Words in one state, or in their place the call of a note, whose own words are pieces."""

    act: str  # kept, inserted, deleted
    text: str
    author: Author | None = None
    note: tuple["Piece", ...] | None = None


def call_notes(
    pieces: Iterable[Piece], olds: Sequence[Mark], news: Sequence[Mark], author: Author
) -> list[Piece]:
    """The pieces with the calls of both drafts' notes; a note that both call at one place is one note.

    The offsets count the characters of kept and struck words (`olds`), of kept and new ones (`news`).
    """
    cut = list(_cut(pieces, {note.offset for note in olds}, {note.offset for note in news}))
    waiting = (list(olds), list(news))
    done: list[Piece] = []
    at = [0, 0]
    for piece in [*cut, None]:
        here = [
            [note for note in notes if note.offset <= reached or piece is None]
            for notes, reached in zip(waiting, at, strict=True)
        ]
        both = list(zip(*here, strict=False))
        leaves = (piece is None or piece.act != "inserted", piece is None or piece.act != "deleted")
        gone = here[0][len(both) :] if leaves[0] else []
        come = here[1][len(both) :] if leaves[1] else []
        done += [Piece("kept", "", author, tuple(_diff(old, new, author))) for old, new in both]
        done += [Piece("deleted", "", author, (Piece("deleted", note.text, author),)) for note in gone]
        done += [Piece("inserted", "", author, (Piece("inserted", note.text, author),)) for note in come]
        for notes, called in zip(
            waiting, ([*gone, *(b[0] for b in both)], [*come, *(b[1] for b in both)]), strict=True
        ):
            notes[:] = [note for note in notes if note not in called]
        if piece:
            done.append(piece)
            at[0] += len(piece.text) * (piece.act != "inserted")
            at[1] += len(piece.text) * (piece.act != "deleted")
    return done


def _diff(old: Mark, new: Mark, author: Author) -> Iterator[Piece]:
    for op, was, now, _weight in diff_texts(old.text, new.text):
        if op == "equal":
            yield Piece("kept", was)
        else:
            yield from (
                Piece(act, text, author) for act, text in (("deleted", was), ("inserted", now)) if text
            )


def _cut(pieces: Iterable[Piece], olds: set[int], news: set[int]) -> Iterator[Piece]:
    """The pieces, cut where a note is called inside one."""
    old = new = 0
    for piece in pieces:
        width = len(piece.text)
        cuts = {0, width}
        if piece.act != "inserted":
            cuts |= {offset - old for offset in olds if old < offset < old + width}
            old += width
        if piece.act != "deleted":
            cuts |= {offset - new for offset in news if new < offset < new + width}
            new += width
        ends = sorted(cuts)
        for start, end in pairwise(ends):
            yield piece._replace(text=piece.text[start:end])
