"""The drafts that a visitor brought along: in one kernel's memory alone, and gone with it."""

import datetime
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from workbook.app.desk import Desk
from workbook.app.names import LONGEST_NAME, LONGEST_NOTICE, LONGEST_TITLE, clean, clean_name, tell_apart
from workbook.app.readings import Own
from workbook.schemas import COMMENTS, DRAFTS, HANDS, RUNS, WorkbookError, conform, frame_of
from workbook.text.read import READERS
from workbook.text.read.source import LARGEST_FILE

if TYPE_CHECKING:
    from workbook.text.apart import Reading

# More than anybody compares in one visit, and less than makes a shared machine suffer.
MOST_FILES, MOST_BYTES = 20, 100 * 10**6
# Pages of pairs that are kept for the way back; each has a megabyte or two.
MOST_PAGES = 6
# Readings of one file: with more hands than this, the list of drafts could not be read.
MOST_READINGS = 12
MOST_NOTICES = 20


@dataclass
class Upload:
    """One file of a visitor, as it was read; its bytes are not kept."""

    id: str
    name: str
    size: int
    title: str
    date: datetime.date | None
    drafts: pl.DataFrame  # as they are listed
    runs: pl.DataFrame
    comments: pl.DataFrame
    hands: dict[str, str]  # as RUNS name them -> as people read them
    notices: list[str]


@dataclass
class Uploads:
    """A visitor's own drafts. Nothing of them is written anywhere; another visitor has another object."""

    files: list[Upload] = field(default_factory=list)
    endings: list[str] = field(default_factory=lambda: [ending for ending in READERS if ending])
    largest: int = LARGEST_FILE
    desk: Desk = field(default_factory=Desk)  # of the visit: what lies on it may be out of these files
    _pages: dict[tuple, dict] = field(default_factory=dict)

    def check(self, name: object, size: object) -> str:
        """The name under which a file of this size would be listed. Raises WorkbookError where it cannot."""
        shown = clean_name(name)
        if not any(shown.lower().endswith(ending) for ending in self.endings):
            raise WorkbookError(
                f"{shown}: files of this kind cannot be read. "
                f"Save it as one of these: {', '.join(self.endings)}."
            )
        if not isinstance(size, int) or isinstance(size, bool) or size < 1:
            raise WorkbookError(f"{shown}: the file is empty. Choose a file that holds the text of a draft.")
        if size > self.largest:
            raise WorkbookError(
                f"{shown}: the file is larger than {self.largest // 10**6} MB. Take a part of it."
            )
        if len(self.files) >= MOST_FILES or sum(file.size for file in self.files) + size > MOST_BYTES:
            raise WorkbookError(
                f"{shown}: a visit holds {MOST_FILES} files and {MOST_BYTES // 10**6} MB, as many as fit. "
                "Remove one below first."
            )
        return shown

    async def add(self, name: str, raw: bytes) -> Upload:
        """Reads a file and lists its texts. Raises WorkbookError where it cannot be read."""
        from workbook.text.apart import read_apart

        shown = self.check(name, len(raw))
        try:
            reading = await read_apart(shown, raw)
        except WorkbookError as error:
            raise WorkbookError(clean(error, LONGEST_NOTICE)) from None
        self.check(name, len(raw))  # another one may have come meanwhile
        title = tell_apart(reading.title, shown, {file.title: file.name for file in self.files})
        upload = _make_upload(self._find_id(), shown, len(raw), title, reading)
        self.files.append(upload)
        return upload

    def edit(self, file: object, title: object, date: object, hands: object) -> None:
        """Calls a file and its hands as a visitor says. Raises WorkbookError where that is no name."""
        upload = self._find(file)
        named = clean(title, LONGEST_TITLE) if isinstance(title, str) else ""
        if not named:
            raise WorkbookError("A draft needs a title.")
        given = hands if isinstance(hands, dict) else {}
        names = {hand: clean(given.get(hand, name), LONGEST_NAME) for hand, name in upload.hands.items()}
        if not all(names.values()):
            raise WorkbookError("Each hand needs a name.")
        upload.date = _read_date(date)
        upload.title, upload.hands = named, names
        upload.drafts = _name_texts(upload, upload.drafts)
        self._pages.clear()

    def remove(self, file: object) -> None:
        """Forgets a file and all that was made of it."""
        self.files.remove(self._find(file))
        self._pages.clear()
        self.desk.clear()

    def holds(self, *drafts: str) -> bool:
        """Whether one of these drafts is a visitor's own."""
        return any(draft in upload.drafts["draft"] for upload in self.files for draft in drafts)

    def pick(self, *drafts: str) -> Own:
        """The frames of those of these drafts that are a visitor's own."""
        rows = [file.drafts.filter(pl.col("draft").is_in(drafts)) for file in self.files]
        chosen = [file for file, own in zip(self.files, rows, strict=True) if len(own)]
        hands = [(file.id, hand, name) for file in chosen for hand, name in file.hands.items()]
        return Own(
            pl.concat([frame_of([], DRAFTS), *rows]),
            pl.concat([frame_of([], RUNS), *(file.runs for file in chosen)]),
            frame_of(hands, HANDS),
            pl.concat([frame_of([], COMMENTS), *(file.comments for file in chosen)]),
        )

    def remember(self, name: tuple, make: Callable[[], dict]) -> dict:
        """The page of this name: made, or kept since it was; in memory alone, and the oldest goes first."""
        page = self._pages.pop(name, None) or make()
        self._pages[name] = page
        if len(self._pages) > MOST_PAGES:
            del self._pages[next(iter(self._pages))]
        return page

    def list_drafts(self) -> list[dict]:
        """The texts as the explorer lists drafts, each said to be the visitor's own."""
        from workbook.show.explorer.bundle import list_drafts

        return [row | {"yours": True} for file in self.files for row in list_drafts(file.drafts)]

    def list_files(self) -> list[dict]:
        """The files as the explorer shows them: what each is called, what stands in it, what is doubtful."""
        return [
            {
                "file": file.id,
                "name": file.name,
                "title": file.title,
                "date": file.date.isoformat() if file.date else "",
                "hands": [[hand, name] for hand, name in file.hands.items()],
                "drafts": [list(row) for row in file.drafts.select("draft", "hands", "title").iter_rows()],
                "notices": file.notices,
            }
            for file in self.files
        ]

    def _find(self, file: object) -> Upload:
        found = next((upload for upload in self.files if upload.id == file), None)
        if found is None:
            raise WorkbookError("This draft is not here any more.")
        return found

    def _find_id(self) -> str:
        """A name that no other file has. It stands in the address, so it says nothing of the file."""
        while True:
            made = f"your-draft-{secrets.token_hex(3)}"
            if all(upload.id != made for upload in self.files):
                return made


def _make_upload(file: str, name: str, size: int, title: str, reading: "Reading") -> Upload:
    source = reading.source
    acts = [source.runs[f"{act}_by"] for act in ("inserted", "deleted", "restored")]
    found = dict.fromkeys(hand for act in acts for hand in act.unique(maintain_order=True) if hand)
    hands = {hand: clean(source.hands.get(hand, hand), LONGEST_NAME) or "a hand" for hand in found}
    upload = Upload(
        file,
        name,
        size,
        title,
        reading.drafts["date"].first(),
        reading.drafts.head(MOST_READINGS),
        source.runs.with_columns(file=pl.lit(file)),
        source.comments.with_columns(file=pl.lit(file)),
        hands,
        [clean(notice, LONGEST_NOTICE) for notice in source.notices[:MOST_NOTICES]],
    )
    upload.drafts = _name_texts(upload, upload.drafts)
    return upload


def _name_texts(upload: Upload, drafts: pl.DataFrame) -> pl.DataFrame:
    """The texts of a file under the names that its upload has now."""
    from workbook.text.folder import tell_hands

    told = [tell_hands(hands, upload.hands) for hands in drafts["hands"]]
    several = len(drafts) > 1
    return drafts.with_columns(
        draft=pl.Series([f"{upload.id}.{at}" if several else upload.id for at in range(len(drafts))]),
        title=pl.Series([f"{upload.title}, {words}" if several else upload.title for words in told]),
        date=pl.lit(upload.date, pl.Date),
        file=pl.lit(upload.id),
        amends=pl.lit(""),
        source=pl.lit(f"Your own draft, out of {upload.name}; in this visit's memory only."),
    ).pipe(conform, DRAFTS)


def _read_date(date: object) -> datetime.date | None:
    if not date:
        return None
    try:
        return datetime.date.fromisoformat(str(date)[:10])
    except ValueError:
        raise WorkbookError("A date has a day, a month and a year, or is left empty.") from None
