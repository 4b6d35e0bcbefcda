"""What to call a file that no table names, and when its text was written."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from workbook.text.read.source import Source

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
# Dates as they stand in names. 04.05.2022 could be of April or of May: such a one is no date to us.
_DATES = [
    re.compile(rf"(?<![^\W_]){date}(?![^\W_])", re.I)
    for date in (
        r"(?P<year>(?:19|20)\d\d)(?P<sign>[-_. ]?)(?P<number>\d\d)(?P=sign)(?P<day>\d\d)",
        rf"(?P<day>\d\d?)(?:st|nd|rd|th)?[-_. ]*{_MONTH}[-_., ]*(?P<year>(?:19|20)\d\d)",
        rf"{_MONTH}[-_. ]*(?P<day>\d\d?)(?:st|nd|rd|th)?[-_., ]+(?P<year>(?:19|20)\d\d)",
    )
]
# Names that a program gives, and that say nothing of a text.
_NO_NAME = re.compile(
    r"(?:document|untitled|unnamed|download|file|scan|new|copy)?[\W\d_]*(?:copy)?[\W\d_]*", re.I
)
# A longer heading is no name, but a sentence.
_LONGEST_TITLE = 120
# The top of a text, in which a line that is a date and nothing else says when it was written.
_TOP = 12


def guess_title(path: Path, source: Source) -> str:
    """What to call a file: its name without ending, or, where that says nothing, its first heading."""
    name = " ".join(re.sub(r"[_\s]+", " ", path.stem).split())
    if not _NO_NAME.fullmatch(_cut_dates(name)):
        return name
    headings = (line for line in _list_lines(source, {"heading"}) if len(line) <= _LONGEST_TITLE)
    return next(headings, name or path.name)


def guess_date(path: Path, source: Source) -> datetime.date | None:
    """The date in the name of a file, or one that stands alone on a line at its top; else None."""
    for told in [path.stem, *_list_lines(source)[:_TOP]]:
        for date, rest in _find_dates(told):
            if told == path.stem or not re.search(r"\w", rest):
                return date
    return None


def _list_lines(source: Source, parts: set[str] | None = None) -> list[str]:
    """The first lines of a file that hold words; of a format that tells parts, those of these `parts`."""
    runs = source.runs.filter(pl.col("deleted_by") == "")
    runs = runs.filter(pl.col("part").is_in(parts)) if parts else runs
    lines = runs.group_by("line", maintain_order=True).agg(pl.col("text").str.join())["text"]
    return [" ".join(line.split()) for line in lines if line.strip()]


def _find_dates(words: str) -> Iterator[tuple[datetime.date, str]]:
    """The dates in these words, each with what stands beside it."""
    for found in (match for pattern in _DATES for match in pattern.finditer(words)):
        told = found.groupdict()
        month = told.get("number") or _MONTHS.index(told["month"][:3].lower()) + 1
        try:
            date = datetime.date(int(told["year"]), int(month), int(told["day"]))
        except ValueError:  # a number that only looks like one
            continue
        yield date, words[: found.start()] + words[found.end() :]


def _cut_dates(words: str) -> str:
    return next((rest for _date, rest in _find_dates(words)), words)
