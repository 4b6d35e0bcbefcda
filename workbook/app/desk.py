"""What the amendment bench has laid ready: drafts and lists as read, for one visit and nobody else.

A paragraph that is typed in is looked at anew with every word. What does not change by that is read once, and
anew where a file, a list, a remark or the visitor's scale changes: the name of each thing kept says all that
it was made from.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import polars as pl

from workbook.schemas import WorkbookError
from workbook.text.drafts import data_folder, shipped_data

if TYPE_CHECKING:
    from workbook.app.chapters.asked import Asked
    from workbook.learn.bench import Lists, Read
    from workbook.learn.leaning import Reference

Made = TypeVar("Made")
# Two drafts, a reference text, the lists, and the paragraphs that a person goes to and fro between.
MOST = 12


@dataclass
class Desk:
    """What was made for one visit, by its name; what was not asked for longest goes first."""

    _made: dict[tuple, object] = field(default_factory=dict)

    def clear(self) -> None:
        """Forgets all of it."""
        self._made.clear()

    def remember(self, name: tuple, make: Callable[[], Made]) -> Made:
        """What has this name: made, or kept since it was."""
        found = self._made.pop(name) if name in self._made else make()
        self._made[name] = found
        if len(self._made) > MOST:
            del self._made[next(iter(self._made))]
        return found


class Laid(NamedTuple):
    """A draft as it lies on the bench: its row of DRAFTS, its RUNS and PARAGRAPHS, and its name here."""

    name: tuple  # of all that it was made from
    drafts: pl.DataFrame
    runs: pl.DataFrame
    paragraphs: pl.DataFrame
    citations: list[tuple[str, ...]]  # the brackets of each paragraph that give sources, by position

    @property
    def title(self) -> str:
        """What people call it."""
        return self.drafts["title"][0]


def lay_draft(asked: "Asked", draft: str) -> Laid:
    """The draft of this id. Raises WorkbookError where it is none of the list, or cannot be read."""
    from workbook.text.paragraphs import split_paragraphs
    from workbook.text.parse import parse_drafts

    [draft] = asked.check([draft])
    name = ("draft", *asked.name_made([draft]))

    def make() -> Laid:
        drafts, runs = asked.read([draft])
        [parsed] = parse_drafts(runs, drafts)
        citations = [paragraph.citations for paragraph in parsed.paragraphs]
        return Laid(name, drafts, runs, split_paragraphs(runs, drafts), citations)

    return asked.desk.remember(name, make)


def lay_lists(asked: "Asked") -> "Lists":
    """The lists by which paragraphs are read, with the scale that the visitor has."""
    from workbook.learn.bench import Lists
    from workbook.meaning.lexicon import load_terms
    from workbook.meaning.references import load_documents, load_pinpoints

    lexicon = Path(asked.folder) / "lexicon" if asked.folder else None
    return asked.desk.remember(
        _name_lists(asked),
        lambda: Lists(
            load_terms(lexicon),
            asked.ladder,
            load_documents(lexicon),
            load_pinpoints(lexicon),
            bool(asked.scale),
        ),
    )


def lay_paragraph(asked: "Asked", laid: Laid, position: int) -> "Read":
    """A paragraph of a draft as read. Raises WorkbookError where none can be amended at this position."""
    from workbook.learn.bench import read_paragraph
    from workbook.text.paragraphs import body_of

    row = body_of(laid.paragraphs).filter(pl.col("position") == position)
    if row.is_empty():
        raise WorkbookError(f"“{laid.title}” has no paragraph at this place. Choose one of its paragraphs.")
    name = ("read", laid.name, position, _name_lists(asked))
    return asked.desk.remember(name, lambda: read_paragraph(row, laid.citations[position], lay_lists(asked)))


def lay_reference(asked: "Asked", draft: str, wanted: str = "") -> "Reference | None":
    """The reference text for amendments of a draft: the one wanted, else a known draft that is one.

    A draft is one whose title names a listed document, "A/RES/73/195" say. None where there is none.
    """
    from workbook.learn.leaning import Reference

    found = wanted or next((other for other in _list_references(asked) if other != draft), "")
    if not found or found == draft:
        return None
    laid = lay_draft(asked, found)
    return asked.desk.remember(
        ("reference", laid.name), lambda: Reference(found, laid.title, laid.paragraphs)
    )


def _list_references(asked: "Asked") -> list[str]:
    """The known drafts whose titles name a listed document."""
    from workbook.meaning.sources import name_text

    listed = tuple(asked.known.select("draft", "title").iter_rows())
    documents = lay_lists(asked).documents
    return asked.desk.remember(
        ("references", listed, _name_lists(asked)),
        lambda: [draft for draft, title in listed if name_text(title, documents)],
    )


def _name_lists(asked: "Asked") -> tuple:
    own = Path(asked.folder) if asked.folder else data_folder()
    folders = dict.fromkeys((own / "lexicon", shipped_data() / "lexicon"))
    return "lists", asked.scale, stamp_files(file for folder in folders for file in folder.glob("*.csv"))


def stamp_files(files: Iterable[Path | str]) -> tuple:
    """When each of these files was last changed, and how long it is; of one that is not there, nothing.

    A program can set back the first of the two moments, as copying does, and not the second.
    """
    stamped = []
    for file in sorted(map(str, files)):
        path = Path(file)
        if path.is_file():
            found = path.stat()
            stamped.append((file, found.st_mtime_ns, found.st_ctime_ns, found.st_size))
    return tuple(stamped)
