"""Files that no drafts.csv names -> DRAFTS: the texts that stand in each."""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import polars as pl

from workbook.schemas import DRAFTS, WorkbookError, conform, frame_of
from workbook.text.parse import parse_drafts
from workbook.text.read import read_source
from workbook.text.read.source import Source
from workbook.text.runs import split_hands
from workbook.text.titles import guess_date, guess_title

# Files that say themselves who changed what: read with all changes made unless somebody asks otherwise.
TRACKING = {".docx", ".docm", ".dotx", ".dotm", ".pdf", ".html", ".htm", ".xhtml"}
# Between the path of a file and whose changes are made in it.
HANDS_SIGN = "@"
# Whose changes are made in a text, but for hands by their names.
_WAYS = ["printed", "none", "all"]
# Files beside drafts that are none, in any folder: what programs hide, and what people write about a folder.
_NO_DRAFT = re.compile(r"[.~].*|(?:read[ _-]?me|licen[cs]e|makefile)\b.*|.*\.csv", re.I)
# Files whose readings are remembered: as many as anybody keeps drafts in one folder.
_KEPT = 256


class _Listed(NamedTuple):
    """The drafts in one file, or why there are none."""

    drafts: pl.DataFrame | None
    trouble: str = ""


def list_folder(folder: Path) -> pl.DataFrame:
    """The texts in the files of a folder: the frame DRAFTS, ids as file names, older ones first.

    Where each file has a date, dates give the order, else names do, rev2 before rev10. A file that cannot
    be read is left out: `list_unread` says why.
    """
    found = [listed.drafts for listed in _read_folder(folder) if listed.drafts is not None]
    if any(drafts["date"][0] is None for drafts in found):
        found.sort(key=lambda drafts: _natural(drafts["source"][0]))
    else:
        found.sort(key=lambda drafts: (drafts["date"][0], _natural(drafts["source"][0])))
    drafts = pl.concat([frame_of([], DRAFTS), *found])
    # Files of one name and two endings, rev2.docx and rev2.pdf, are told apart by them.
    twins = ~pl.col("title").is_unique()
    told = pl.when(twins).then(pl.format("{} ({})", "title", "source")).otherwise("title")
    return drafts.with_columns(title=told)


def list_unread(folder: Path) -> list[str]:
    """A sentence on each file of a folder that looks like a draft and cannot be read: which, and why."""
    return [listed.trouble for listed in _read_folder(folder) if listed.trouble]


def _read_folder(folder: Path) -> list[_Listed]:
    home = folder.resolve()
    files = sorted(file for file in home.iterdir() if file.is_file() and not _NO_DRAFT.fullmatch(file.name))
    # What is shown and published comes from nowhere else, whatever a link in the folder says.
    own = [file for file in files if file.resolve().is_relative_to(home)]
    return [_list_file(file, file.stat().st_mtime_ns, file.stat().st_size) for file in own]


@lru_cache(maxsize=_KEPT)
def _list_file(file: Path, _changed: int, _size: int) -> _Listed:
    try:
        drafts = list_readings(file, read_source(file))
    except WorkbookError as error:
        return _Listed(None, str(error).replace(f"{file.parent}/", ""))
    bare = pl.col("draft", "source").str.strip_prefix(f"{file.parent}/")
    return _Listed(drafts.with_columns(bare))


def _natural(name: str) -> list[tuple[int, str]]:
    """A name as people sort it: the numbers in it are numbers."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", name.lower())]


def draft_of_file(path: Path | str, hands: str = "") -> pl.DataFrame:
    """A DRAFTS row for a file that no drafts.csv names; its id is the path as given, with its hands if any.

    Without `hands`, a text is read as it is printed, and a file whose format tracks changes with all of them.
    """
    title = f"{Path(path).stem}, {tell_hands(hands)}" if hands else Path(path).stem
    return _make_row(Path(path), str(path), hands, title).with_columns(file=pl.lit(str(Path(path).resolve())))


def tell_hands(hands: str, names: dict[str, str] | None = None) -> str:
    """Whose changes are made in a text, in words; `names` are those of the hands, as people read them."""
    told = {"printed": "as printed", "none": "before the changes", "all": "with all changes"}
    said = [(names or {}).get(hand, hand) for hand in split_hands(hands)]
    return told.get(hands) or f"with the changes of {' and '.join(said)}"


def list_readings(path: Path, source: Source) -> pl.DataFrame:
    """The texts that stand in one file: the frame DRAFTS, ids `path` or `path@hands`.

    A file in which changes are marked gives the text before them, with all of them and, where they are of two
    hands or more, with those of each hand alone; any other file gives one text. `file` is the path as given,
    which need not lead anywhere: all is read off the `source`. Raises WorkbookError where no paragraph can be
    recognised in any of them.
    """
    title, date = guess_title(path, source), guess_date(path, source)
    rows, trouble = [], None
    for hands in _list_ways(source.runs):
        told = f"{title}, {tell_hands(hands, source.hands)}" if hands else title
        row = _make_row(path, str(path), hands, told).with_columns(date=pl.lit(date, pl.Date))
        try:
            parse_drafts(source.runs, row)
            rows.append(row)
        except WorkbookError as error:  # no word stands before the changes, say: the other texts do
            trouble = trouble or error
    if not rows:
        raise trouble
    return tell_status(pl.concat(rows), source.runs)


def tell_status(drafts: pl.DataFrame, runs: pl.DataFrame) -> pl.DataFrame:
    """The drafts; one that no table calls anything, but whose marks were judged, as what it is.

    Read as it is printed, such a text is flattened; read with hands applied, reconstructed.
    """
    # Marks that the reader took off a page are no edition of a flattened text: its notices speak of them.
    judged = pl.col("inserted_grade").is_not_null() | pl.col("deleted_grade").is_not_null()
    judged &= pl.col("part") == "line"
    files = runs.filter(judged)["file"].unique().to_list()
    unsaid = (pl.col("status") == "as issued") & pl.col("file").is_in(files)
    made = pl.when(pl.col("hands") == "printed").then(pl.lit("flattened")).otherwise(pl.lit("reconstructed"))
    status = pl.when(unsaid).then(made).otherwise(pl.col("status").cast(pl.String))
    return drafts.with_columns(status=status).pipe(conform, DRAFTS)


def _make_row(path: Path, name: str, hands: str, title: str) -> pl.DataFrame:
    printed = path.suffix.lower() not in TRACKING
    row = {
        "draft": [f"{name}{HANDS_SIGN}{hands}" if hands else name],
        "title": [title],
        "date": [None],
        "kind": ["printed" if printed else "revision"],
        "file": [str(path)],
        "hands": [hands or ("printed" if printed else "all")],
        "amends": [""],
        "status": ["as issued"],
        "source": [name],
    }
    return pl.DataFrame(row).pipe(conform, DRAFTS)


def _list_ways(runs: pl.DataFrame) -> list[str]:
    """Whose changes can be made in a file: of a file without any, nobody's."""
    hands = dict.fromkeys(hand for act in ("inserted", "deleted", "restored") for hand in runs[f"{act}_by"])
    # A name that is a list or a word of ours cannot be asked for alone.
    alone = [hand for hand in hands if hand and split_hands(hand) == [hand] and hand not in _WAYS]
    if not any(hands):
        return [""]
    return [*_WAYS[1:], *(alone if len(alone) > 1 else [])]
