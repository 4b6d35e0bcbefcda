"""What must be known of a table that is taken away: drafts, hands, lists, filters, version and date."""

import csv
import datetime
import hashlib
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import polars as pl

from workbook.schemas import ABOUT, frame_of
from workbook.text.drafts import data_folder, shipped_data

CAVEATS = (
    "a mention of a theme is no approval of it: what is deplored is tagged like what is promised",
    "in a .csv a text that begins with = + - or @ has an apostrophe before it, so that no program runs it",
)


def describe_table(
    name: str,
    drafts: pl.DataFrame,
    folder: Path | str | None = None,
    filters: Sequence[str] = (),
    rows: tuple[int, int] | None = None,
    scale: str = "",
) -> pl.DataFrame:
    """One row a fact: the frame ABOUT of a table that was made from these DRAFTS.

    `filters` are those set, in words, `rows` how many they leave and how many there are, `scale` a reader's
    changes to the scale of commitment. Of each draft its file's SHA-256 is given, of each list of terms how
    many it holds and its SHA-256, so that another person can see whether the same was read.
    """
    said = [
        ("table", f"{name} of the GCM drafts workbook, version {version('gcm-workbook')}"),
        ("made on", datetime.datetime.now(datetime.UTC).date().isoformat()),
        *(fact for row in drafts.to_dicts() for fact in _describe_draft(row)),
        *_describe_lists(folder),
        *([("your scale", f"the scale of commitment was changed: {scale}")] if scale else []),
        ("filters", "; ".join(filters) or "none: all rows"),
        *([("rows", f"{rows[0]} of {rows[1]}")] if rows else []),
        *(("caution", words) for words in [*list_cautions(drafts), *CAVEATS]),
    ]
    return frame_of(said, ABOUT)


def list_cautions(drafts: pl.DataFrame) -> list[str]:
    """What a printed text is not, whose reading a draft is, and what its reader guessed: a sentence each."""
    from workbook.show.cards import caution_draft, tell_notices
    from workbook.text.asides import read_notices
    from workbook.text.remarks import OWN, YOUR_READING

    rows = drafts.select("title", "status", "file").rows()
    said = [f"{title}: {said}" for title, status, file in rows if (said := caution_draft(status, file))]
    said += [f"{title}: {OWN}" for title, _status, _file in rows if title.endswith(f", {YOUR_READING}")]
    filed = drafts.filter(pl.Series([Path(file).is_file() for file in drafts["file"]], dtype=pl.Boolean))
    return said + tell_notices(filed, read_notices(filed))


def _describe_draft(row: dict) -> list[tuple[str, str]]:
    file = Path(row["file"])
    facts = {
        "title": row["title"] or row["draft"],
        "date": row["date"].isoformat() if row["date"] else "",
        "status": row["status"] or "",
        "hands": row["hands"] or "",
        "amends": row["amends"] or "",
        "source": row["source"] or "",
        "file": f"{file.name}, SHA-256 {_hash(file)}" if file.is_file() else "",
    }
    return [(f"draft {row['draft']}, {name}", words) for name, words in facts.items() if words]


def _describe_lists(folder: Path | str | None) -> list[tuple[str, str]]:
    shipped = shipped_data() / "lexicon"
    own = Path(folder or data_folder()) / "lexicon"
    told = []
    for ours in sorted(shipped.glob("*.csv")):
        used = own / ours.name if (own / ours.name).is_file() else ours
        same = used.read_bytes() == ours.read_bytes()
        whose = "as it comes with the workbook" if same else "your own, in the data folder"
        lines = used.read_text(encoding="utf-8-sig", errors="replace").splitlines(keepends=True)
        entries = max(0, sum(1 for _ in csv.reader(lines)) - 1)
        told.append((f"list {ours.name}", f"{entries} entries, {whose}, SHA-256 {_hash(used)}"))
    return told


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
