"""Old and new lines -> entries: the paragraphs of the Word file, their words kept, struck and put in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

import polars as pl

from workbook.compare.spans import diff_texts
from workbook.schemas import PAIR_KEYS
from workbook.share.docx.authors import Author, Credits
from workbook.share.docx.lines import Line
from workbook.share.docx.notes import Piece, call_notes
from workbook.share.docx.order import Link, Step, Unit

Key = tuple | None


class Comment(NamedTuple):
    """What somebody says of a paragraph, in the margin."""

    author: Author
    text: str


class Entry(NamedTuple):
    """A paragraph of the Word file."""

    kind: str
    pieces: list[Piece]
    mark: str  # the paragraph mark behind it: kept, inserted, deleted, moved from, moved to
    author: Author  # of the mark, and of the move
    move: str = ""  # a name that the two places of a move share
    comment: Comment | None = None


class Weaver:
    """Writes steps out as entries."""

    def __init__(self, olds: list[Line], news: list[Line], diffs: pl.DataFrame, credits_: Credits) -> None:
        self.olds, self.news, self.credits = olds, news, credits_
        self.spans: dict[tuple, list[tuple]] = defaultdict(list)
        for row in diffs.select(*PAIR_KEYS, "span", "op", "old_text", "new_text").iter_rows():
            self.spans[row[:6]].append(row[6:])
        # A paragraph of one draft alone has a pair with an empty side, which tells whose words they are.
        self.alone = {("deleted", key[1]): key for key in self.spans if key[4] is None}
        self.alone |= {("inserted", key[4]): key for key in self.spans if key[1] is None}

    def weave(self, steps: Iterable[Step]) -> Iterator[Entry]:
        """The entries of the steps, in their order."""
        names: dict[Link, str] = {}
        for step in steps:
            if step.act == "kept":
                yield from self._weave_unit(step.links)
            elif step.act in ("deleted", "inserted"):
                yield self._weave_alone(step.act, step.line)
            else:
                [link] = step.links
                name = names.setdefault(link, f"move{len(names) + 1}")
                yield self._weave_moved(step.act, link)._replace(move=name)

    def _weave_alone(self, act: str, at: int) -> Entry:
        line = (self.olds if act == "deleted" else self.news)[at]
        key = self.alone.get((act, line.position))
        author = self.credits.of_pair(key)
        empty = Line(line.position, line.kind, "", "", (), ())
        sides = (line, empty) if act == "deleted" else (empty, line)
        return Entry(line.kind, self.weave_lines(*sides, key), act, author)

    def _weave_moved(self, act: str, link: Link) -> Entry:
        """The old words at the old place, and at the new one the new words, with what became of the old.

        The notes do not move: they are struck here and put in there.
        """
        old, new = self.olds[link.old], self.news[link.new]
        author = self.credits.of_pair(link.key)
        if act == "moved from":
            words = [Piece("kept", text) for text in (old.head, old.text) if text]
            pieces = call_notes(words[-1:], old.notes, (), author)
            tail = [Piece("kept", f" {bracket}") for bracket in old.tail]
            return Entry(old.kind, [*words[:-1], *pieces, *tail], act, author)
        return Entry(new.kind, self.weave_lines(old._replace(notes=()), new, link.key), act, author)

    def _weave_unit(self, unit: Unit) -> Iterator[Entry]:
        """One paragraph; of a split or a merger several, parted by marks put in or struck."""
        split = len(unit) > 1 and unit[0].old == unit[1].old
        for at, (link, old, new) in enumerate(self._cut(unit, split)):
            mark = "kept" if at == len(unit) - 1 else "inserted" if split else "deleted"
            author = self.credits.of_pair(link.key)
            if split and mark == "inserted":  # whoever numbered the second half parted it from the first
                author = self.credits.of_words("inserted", self.news[unit[at + 1].new].head, author)
            yield Entry(new.kind, self.weave_lines(old, new, link.key), mark, author)

    def _cut(self, unit: Unit, split: bool) -> Iterator[tuple[Link, Line, Line]]:
        """For each link of a unit the part of the old line and of the new one that it holds."""
        start = 0
        for at, link in enumerate(unit):
            old, new = self.olds[link.old], self.news[link.new]
            if len(unit) == 1:
                yield link, old, new
                continue
            whole = old if split else new
            width = sum(len(span[2 if split else 3]) for span in self.spans[link.key])
            last = at == len(unit) - 1
            part = whole._replace(
                head=whole.head if at == 0 else "",
                text=whole.text[start : start + width],
                tail=whole.tail if last else (),
                notes=tuple(
                    note._replace(offset=note.offset - start)
                    for note in whole.notes
                    if (start < note.offset or at == 0) and (note.offset <= start + width or last)
                ),
            )
            start += width
            yield (link, part, new) if split else (link, old, part)

    def weave_lines(self, old: Line, new: Line, key: Key) -> list[Piece]:
        """The number, the words and the brackets of a line, kept or changed, with the notes called in it.

        Without a key of DIFFS, the words of the two lines are compared here.
        """
        author = self.credits.of_pair(key)
        words = list(self._weave_words(old.text, new.text, key))
        return [
            *self._replace((old.head,), (new.head,), author),
            *call_notes(words, old.notes, new.notes, author),
            *self._replace([f" {told}" for told in old.tail], [f" {told}" for told in new.tail], author),
        ]

    def _weave_words(self, old: str, new: str, key: Key) -> Iterator[Piece]:
        spans = self.spans.get(key, []) if key else []
        author = self.credits.of_pair(key)
        shares = ["".join(span[side] for span in spans) for side in (2, 3)]
        starts = [text.find(share) for text, share in zip((old, new), shares, strict=True)]
        if not spans or min(starts) < 0:
            for op, was, now, _weight in diff_texts(old, new):
                yield from self._replace((was,), (now,), author) if op != "equal" else [Piece("kept", was)]
            return
        # A link may hold a part of its lines' words alone: the others are in no paragraph beside this one.
        yield from self._replace((old[: starts[0]],), (new[: starts[1]],), author)
        for span, op, was, now in spans:
            if op == "equal":
                yield Piece("kept", was)
                continue
            for act, side, text in (("deleted", "old", was), ("inserted", "new", now)):
                parts = self.credits.divide(key, span, side, text) if text else ()
                rest = self.credits.default  # what ORIGINS do not follow
                yield from (
                    self._credit(act, part, whose) if whose == rest else Piece(act, part, whose)
                    for part, whose in parts
                )
        yield from self._replace(
            (old[starts[0] + len(shares[0]) :],), (new[starts[1] + len(shares[1]) :],), author
        )

    def _replace(self, olds: Iterable[str], news: Iterable[str], author: Author) -> Iterator[Piece]:
        """Texts kept where both sides have them, struck and put in where not."""
        olds, news = list(filter(None, olds)), list(filter(None, news))
        for _act, i, i_end, j, j_end in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
            if olds[i:i_end] == news[j:j_end]:
                yield from (Piece("kept", text) for text in olds[i:i_end])
                continue
            yield from (self._credit("deleted", text, author) for text in olds[i:i_end])
            yield from (self._credit("inserted", text, author) for text in news[j:j_end])

    def _credit(self, act: str, text: str, author: Author) -> Piece:
        """Words put in or struck, by the author whose mark holds just them, if there is one."""
        return Piece(act, text, self.credits.of_words(act, text, author))
