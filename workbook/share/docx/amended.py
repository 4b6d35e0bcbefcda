"""A draft with amendments -> a Word file with tracked changes, each in the name of its delegation.

"Reject all" gives the draft, "accept all" the amended one. Of two amendments of one paragraph the first is
made in its place; each other one stands behind it as a whole paragraph, an alternative, as in the
compilations that secretariats of negotiations hand round: "12 Alt.". Nobody can accept both wordings of one
paragraph, and the head of the file says so.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import polars as pl

from workbook.compare.spans import diff_texts
from workbook.schemas import DIFFS, frame_of
from workbook.share.docx import LIMITS
from workbook.share.docx.authors import Author
from workbook.share.docx.ends import set_ends
from workbook.share.docx.lines import Line, Mark, list_lines
from workbook.share.docx.markup import Markup
from workbook.share.docx.notes import Piece
from workbook.share.docx.package import Package
from workbook.share.docx.weave import Comment, Entry, Weaver
from workbook.show.cards import caution_draft, join_names
from workbook.text.parse import parse_drafts
from workbook.text.typed import Typed

_ALTERNATIVES = (
    "Where several amend one paragraph, the first does it in its place; each other wording stands behind it "
    "as an alternative, marked Alt.: accept one of them."
)
# As many names as a title can hold.
_NAMED = 4


class Amendment(NamedTuple):
    """What a delegation would have a paragraph of the draft say; without any words, that it be struck."""

    position: int
    typed: Typed
    author: str
    reason: str = ""


class _Sole:
    """What `Credits` answer, where every change is one author's."""

    def __init__(self, author: Author) -> None:
        self.default = author

    def of_pair(self, _key: tuple | None) -> Author:
        return self.default

    def of_words(self, _act: str, _text: str, _otherwise: Author) -> Author:
        return self.default


def write_amended(
    *, drafts: pl.DataFrame, runs: pl.DataFrame, paragraphs: pl.DataFrame, amendments: Sequence[Amendment]
) -> bytes:
    """The draft with these amendments as the bytes of a Word file; `drafts` is its one row of DRAFTS.

    An amendment's reason is a comment on its paragraph. A paragraph's footnotes stay where their words stay,
    at the end of what was struck else.
    """
    [parsed] = parse_drafts(runs, drafts)
    labels = dict(paragraphs.select("position", "label").iter_rows())
    waiting: dict[int, list[Amendment]] = {}
    for amendment in amendments:
        waiting.setdefault(amendment.position, []).append(amendment)
    entries = [
        entry
        for line in list_lines(paragraphs, parsed)
        for entry in _amend(
            line,
            parsed.paragraphs[line.position].citations,
            labels[line.position],
            waiting.get(line.position, []),
        )
    ]
    title, status, file = drafts.select("title", "status", "file").row(0)
    names = list(dict.fromkeys(" ".join(amendment.author.split()) for amendment in amendments))
    named = join_names(names) if len(names) <= _NAMED else f"{len(names)} delegations"
    head = f"{title}: amendments by {named}"
    caution = caution_draft(status, file)
    package = Package(head, [head, *([caution] if caution else [])], _explain(title, waiting))
    Markup(package.body, package.notes, package.comments).write(set_ends(entries))
    return package.save()


def _explain(title: str, waiting: dict[int, list[Amendment]]) -> list[str]:
    """What stands above the first page alone: how to read the file, and what is not in it."""
    how = f"Tracked changes: reject all of them for “{title}”, accept all for the amended text."
    several = any(len(amendments) > 1 for amendments in waiting.values())
    return [how, *([_ALTERNATIVES] if several else []), LIMITS]


def _amend(
    line: Line, citations: Sequence[str], label: str, amendments: Sequence[Amendment]
) -> Iterator[Entry]:
    """A line of the draft as its first amendment has it, then each other one as an alternative."""
    if not amendments:
        author = Author("")
        yield Entry(line.kind, _weave(line, line, author), "kept", author)
    nothing = Line(line.position, line.kind, "", "", (), ())
    for number, amendment in enumerate(amendments):
        author = Author(amendment.author)
        comment = Comment(author, amendment.reason) if amendment.reason.strip() else None
        new = _type_line(line, citations, amendment.typed)
        if number == 0:
            mark = "kept" if amendment.typed.text else "deleted"
            yield Entry(line.kind, _weave(line, new, author), mark, author, comment=comment)
            continue
        if not amendment.typed.text:
            said = f"[{amendment.author} would strike {f'paragraph {label}' if label else 'this paragraph'}.]"
            new = nothing._replace(text=said)
        name = " ".join(filter(None, (label, "Alt.", str(number) if number > 1 else "")))
        other = new._replace(head=f"{name}\t", notes=())
        yield Entry(line.kind, _weave(nothing, other, author), "inserted", author, comment=comment)


def _weave(old: Line, new: Line, author: Author) -> list[Piece]:
    weaver = Weaver([old], [new], frame_of([], DIFFS), _Sole(author))
    return weaver.weave_lines(old, new, None)


def _type_line(line: Line, citations: Sequence[str], typed: Typed) -> Line:
    """The line as it was typed, with the drafters' remarks on the paragraph that it has; nothing: no line."""
    if not typed.text:
        return Line(line.position, line.kind, "", "", (), ())
    remarks = line.tail[: len(line.tail) - len(citations)]
    tail = dict.fromkeys((*remarks, *typed.remarks, *typed.citations))
    notes = tuple(_carry_notes(line.notes, line.text, typed.text))
    return line._replace(text=typed.text, tail=tuple(tail), notes=notes)


def _carry_notes(notes: Iterable[Mark], old: str, new: str) -> Iterator[Mark]:
    """Where the notes of a text are called once it is amended: behind the same word, if that is left."""
    spans = diff_texts(old, new)
    for note in notes:
        begin = there = 0
        for span in spans:
            if note.offset <= begin + len(span.old_text):
                break
            begin, there = begin + len(span.old_text), there + len(span.new_text)
        kept = note.offset - begin if spans and span.op == "equal" else 0
        yield note._replace(offset=there + kept)
