"""RUNS -> marked text (CriticMarkup), as read/marked.py reads it: a person can edit on from there."""

import re
from pathlib import Path

import polars as pl

from workbook.schemas import WorkbookError

# In a text that has these signs already, nobody could tell its own from those of the marks.
_SIGNS = re.compile(r"\{\+\+|\+\+\}|\{--|--\}|\{>>|<<\}")
# What a comment may not hold.
_BRACES = str.maketrans("{}<>", "()‹›")


def write_marked(runs: pl.DataFrame, hands: dict[str, str], printed: str = "") -> str:
    """The text of one file's RUNS with their marks; without them it is the printed file, sign for sign.

    `hands` are the names of those that made them; `printed` is the printed text, as seen from the marked
    one, to hold the words against. Raises WorkbookError where the text holds signs of marks itself.
    """
    named = "; ".join(f"{hand} = {_clean(name)}" for hand, name in hands.items())
    head = [f"{{>>hands: {named}<<}}\n", *([f"{{>>printed: {printed}<<}}\n"] if printed else [])]
    pieces = [_mark(run) for run in runs.iter_rows(named=True)]
    plain = "".join(runs["text"])
    if found := _SIGNS.search(plain):
        line = runs.filter(pl.col("text").str.contains(found[0], literal=True))["line"].first()
        raise WorkbookError(
            f"{runs['file'][0]}, line {line}: the text holds {found[0]}, which is a sign of marks. "
            "Take it out of the text, then write the marks anew."
        )
    return "".join([*head, *pieces])


def save_marked(path: Path, text: str) -> None:
    """Writes a marked text. Raises WorkbookError where the file's name or the disk does not fit."""
    if path.suffix.lower() != ".md":
        raise WorkbookError(f"{path}: a marked text is written to a file ending in .md.")
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise WorkbookError(f"{path}: the marked text cannot be written there ({error.strerror}).") from error


def _mark(run: dict) -> str:
    """A run, in the marks of those who put it in, struck it or put it back."""
    text = run["text"] + ("" if run["break"] == "none" else "\n")
    if struck := run["deleted_by"]:
        until = f" until {run['restored_by']}" if run["restored_by"] else ""
        said = _tell(struck, run["deleted_grade"], until, run["deleted_note"])
        text = f"{{--{text}--}}{said}"
    if put := run["inserted_by"]:
        moved = f" from {run['moved_from']}" if run["moved_from"] else ""
        text = f"{{++{text}++}}{_tell(put, run['inserted_grade'], moved, run['inserted_note'])}"
    return text


def _tell(hand: str, grade: str | None, more: str, note: str) -> str:
    return f"{{>>{hand} {grade or 'documented'}{more}: {_clean(note) or 'as the file says'}<<}}"


def _clean(words: str) -> str:
    return " ".join(words.translate(_BRACES).split())
