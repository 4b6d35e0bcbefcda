"""What a page asks a chapter about, and the drafts that an answer can be made from."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from workbook.app.comparison import Comparison, Linked, compare_drafts, link_drafts, weigh_clauses
from workbook.app.desk import Desk, stamp_files
from workbook.app.readings import Own, find_remarks, read_drafts
from workbook.app.scaling import load_scale
from workbook.schemas import WorkbookError, frame_of
from workbook.text.drafts import load_drafts, pick_drafts
from workbook.text.read import list_sources
from workbook.text.read.remarks import NOTED

if TYPE_CHECKING:
    from workbook.app.uploads import Uploads

Judged = tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]


@dataclass(frozen=True)
class Asked:
    """The two drafts on show, and what the page asks besides in `extra`, which is a stranger's: check it.

    `session` are remarks of this visit (NOTED), `uploads` a visitor's own drafts: both are for nobody else.
    """

    old: str
    new: str
    folder: Path | str | None = None
    session: pl.DataFrame | None = None
    uploads: "Uploads | None" = None
    extra: dict = field(default_factory=dict)
    made: Comparison | None = None  # where the two were compared before
    scale: str = ""  # a visitor's changes to the scale of commitment
    desk: Desk = field(default_factory=Desk)  # what lies ready on this visit's amendment bench
    # What several chapters tell of.
    _linked: dict[tuple[str, str], Linked] = field(default_factory=dict, init=False)
    _judged: dict[str, Judged] = field(default_factory=dict, init=False)

    @cached_property
    def listed(self) -> pl.DataFrame:
        """The drafts of the data folder, as DRAFTS."""
        return load_drafts(self.folder)

    @cached_property
    def known(self) -> pl.DataFrame:
        """All drafts that can be chosen, as DRAFTS: those of the data folder, then the visitor's own."""
        own = [] if self.uploads is None else [file.drafts for file in self.uploads.files]
        return pl.concat([self.listed, *own])

    @cached_property
    def given_ladder(self) -> pl.DataFrame:
        """The scale of commitment of the data folder, as LADDER."""
        return load_scale(self.folder)

    @cached_property
    def ladder(self) -> pl.DataFrame:
        """The scale of commitment that the visitor has, as LADDER. By a changed one, say so."""
        return load_scale(self.folder, self.scale) if self.scale else self.given_ladder

    @cached_property
    def comparison(self) -> Comparison:
        """The two drafts compared, as the page shows them."""
        return self.made or self.compare(self.old, self.new)

    @cached_property
    def trail(self) -> pl.DataFrame:
        """What became of each clause between the two, by the scale that the visitor has: the frame TRAIL."""
        return self.weighed[1]

    @cached_property
    def weighed(self) -> tuple[pl.DataFrame, pl.DataFrame]:
        """The clauses of both drafts and what became of each, by that scale: the frames CLAUSES and TRAIL."""
        return weigh_clauses(self.comparison, self.ladder)

    @cached_property
    def source_changes(self) -> pl.DataFrame:
        """What became of the places that the two drafts cite: the frame SOURCE_CHANGES."""
        from workbook.app.cited import follow_sources

        return follow_sources(self.comparison, self.folder)

    @cached_property
    def cards(self) -> pl.DataFrame:
        """Each pair of paragraphs in one sentence: the frame CARDS."""
        from workbook.app.sentences import make_cards

        return make_cards(self.comparison, self.folder, self.weighed, self.scale, self.source_changes)

    @cached_property
    def asks(self) -> pl.DataFrame:
        """What all letters of the data folder ask: the frame ASKS."""
        from workbook.meaning.asks import load_asks

        return load_asks(self.folder)

    def judge(self, draft: str) -> Judged:
        """What a letter asks that came with a draft, and what is done: ASKS, ASK_PLACES, PARAGRAPHS."""
        from workbook.meaning.verdicts import judge_asks
        from workbook.meaning.wanted import find_wanted

        if draft not in self._judged:
            asks = self.asks.filter(pl.col("draft") == draft)
            drafts, paragraphs, marks = self.mark(draft)
            listed = pl.concat([drafts, self.known]).unique("draft", keep="first", maintain_order=True)
            wanted = find_wanted(asks, paragraphs, marks, listed)
            self._judged[draft] = asks, judge_asks(asks, wanted), paragraphs
        return self._judged[draft]

    def compare(self, old: str, new: str) -> Comparison:
        """Any two of the known drafts compared, with the remarks made that the visitor sees."""
        ids = self.check([old, new])
        return compare_drafts(old, new, self.folder, self._find_remarks(ids), self._pick_own(ids))

    def link(self, old: str, new: str) -> Linked:
        """The same without what the drafts are about."""
        if (old, new) not in self._linked:
            ids = self.check([old, new])
            own = self._pick_own(ids)
            self._linked[old, new] = link_drafts(old, new, self.folder, self._find_remarks(ids), own)
        return self._linked[old, new]

    def pair(self, old: str, new: str) -> pl.DataFrame:
        """The paragraphs of any two of the known drafts paired, as PAIRS, where nothing else is wanted."""
        from workbook.compare.pairs import pair_paragraphs
        from workbook.text.paragraphs import split_paragraphs

        if (old, new) in self._linked:
            return self._linked[old, new].pairs
        drafts, runs = self.read([old, new])
        return pair_paragraphs(split_paragraphs(runs, drafts), old, new)

    def mark(self, draft: str) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
        """A known draft's row of DRAFTS, its PARAGRAPHS and its MARKS, whatever it is compared with."""
        from workbook.text.marks import find_marks
        from workbook.text.paragraphs import split_paragraphs

        for found in (*self._linked.values(), *filter(None, [self.made])):
            if draft in (found.old, found.new):
                frames = found.drafts, found.paragraphs, found.marks
                return tuple(frame.filter(pl.col("draft") == draft) for frame in frames)
        drafts, runs = self.read([draft])
        return drafts, split_paragraphs(runs, drafts), find_marks(runs, drafts)

    def read(self, ids: list[str]) -> tuple[pl.DataFrame, pl.DataFrame]:
        """These of the known drafts (DRAFTS, in this order), and the RUNS of their files."""
        drafts = pick_drafts(self.known, self.check(ids))
        return read_drafts(drafts, self.folder, self._find_remarks(ids), self._pick_own(ids))

    def name_made(self, ids: list[str]) -> tuple:
        """All that a reading of these of the known drafts is made from, files as they are now."""
        drafts = pick_drafts(self.known, self.check(ids))
        files = [
            source for file in map(Path, drafts["file"]) if file.is_file() for source in list_sources(file)
        ]
        return tuple(drafts.iter_rows()), stamp_files(files), tuple(self._find_remarks(ids).iter_rows())

    def check(self, ids: list[str]) -> list[str]:
        """These ids. Raises WorkbookError where one is no draft to choose: a page reads no other file."""
        known = {self.old, self.new, *self.known["draft"]}
        for draft in ids:
            if not isinstance(draft, str) or draft not in known:
                raise WorkbookError(
                    f"No draft in this list is called “{str(draft)[:80]}”. Choose one of the list."
                )
        return ids

    def _pick_own(self, ids: list[str]) -> Own | None:
        return self.uploads.pick(*ids) if self.uploads is not None and self.uploads.holds(*ids) else None

    def _find_remarks(self, ids: list[str]) -> pl.DataFrame:
        others = [draft for draft in ids if self.uploads is None or not self.uploads.holds(draft)]
        if not others:
            return frame_of([], NOTED)
        return find_remarks(pick_drafts(self.listed, others), self.folder, self.session)
