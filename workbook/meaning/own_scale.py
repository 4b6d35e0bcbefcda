"""LADDER and a reader's changes -> the reader's own LADDER: phrases moved, added, taken out; rungs merged.

The changes are one line of text, so that they can stand in an address, parted by "*":

    act.promote.6            the act "promote" goes to rung 6; so does a verb that leads, lead.urge.2
    act.ratify.              this act is taken out
    add.6.establishing       a phrase in plain words goes onto rung 6
    merge                    own acts and own efforts are one rung, 5
    apart                    "will" and "commit to" differ in tone

In a phrase "%", "*" and "." are written as in an address: %25, %2A, %2E.
"""

import re
from urllib.parse import unquote

import polars as pl

from workbook.meaning.ladder import HIGHEST
from workbook.meaning.phrases import check_phrase_words, make_rows
from workbook.schemas import LADDER, WorkbookError, conform

# What fits in an address that can be sent. More changes than these are a scale of its own: a file.
MOST_CHANGES, LONGEST_CHANGES = 100, 4000
MERGE, APART, ADD = "merge", "apart", "add"
MOVABLE = ("lead", "act")
# The rungs that a merger makes one: an act or a result, an effort or a process.
RESULT, EFFORT = 6, 5
# A verb that helps stands below one that promises by itself. People disagree on it: only who asks gets it.
LEADING = ("helping", "own")
LEADING_TAG, LEADING_TITLE = "leading", "How a promise begins"
Change = tuple[str, ...]


def edit_ladder(ladder: pl.DataFrame, changes: str) -> pl.DataFrame:
    """The scale with these changes made, as LADDER; the one that was given, where there are none.

    Raises WorkbookError where one cannot be made: a phrase that is not there, or is there already.
    """
    made = read_changes(changes)
    if not made:
        return ladder
    rows = ladder.to_dicts()
    titles = name_rungs(ladder)
    for kind, *told in made:
        if kind == ADD:
            _add(rows, int(told[0]), told[1], titles)
        elif kind in MOVABLE:
            rows = _move(rows, kind, told[0], int(told[1]) if told[1] else None, titles)
    if (MERGE,) in made:
        rows = [
            _put(row, EFFORT, titles) if row["scheme"] == "act" and row["rung"] == RESULT else row
            for row in rows
        ]
    if (APART,) in made:
        rows += tell_leads_apart(ladder)
    return pl.DataFrame(rows, schema=list(LADDER), orient="row", infer_schema_length=None).pipe(
        conform, LADDER
    )


def read_changes(changes: object) -> list[Change]:
    """The changes one by one, in their order. Raises WorkbookError where these are none."""
    if not isinstance(changes, str) or len(changes) > LONGEST_CHANGES:
        raise WorkbookError("Your scale: these are more changes than fit. Keep them as ladder.csv instead.")
    made = [tuple(unquote(part) for part in change.split(".")) for change in changes.split("*") if change]
    if len(made) > MOST_CHANGES:
        raise WorkbookError(
            f"Your scale: more than {MOST_CHANGES} changes. Write them into ladder.csv in your data folder."
        )
    for change in made:
        if not _is_change(change):
            raise WorkbookError(f"Your scale: “{'.'.join(change)[:80]}” is no change. Set the scale back.")
    return made


def write_changes(made: list[Change]) -> str:
    """The changes as one line, as `read_changes` reads it."""
    signs = {ord(sign): f"%{ord(sign):X}" for sign in "%*."}
    return "*".join(".".join(part.translate(signs) for part in change) for change in made)


def name_rungs(ladder: pl.DataFrame) -> dict[int, str]:
    """The title of each rung that has a phrase, as the scale's own rows call it."""
    titles: dict[int, str] = {}
    for scheme, title, rung in ladder.select("scheme", "title", "rung").iter_rows():
        if scheme in MOVABLE and rung is not None:
            titles.setdefault(rung, title)
    return titles


def tell_leads_apart(ladder: pl.DataFrame) -> list[dict]:
    """The rows that make "will" and "commit to", on the same rung, differ in tone."""
    rows = []
    for order, tag in enumerate(LEADING, 1):
        leads = ladder.filter(pl.col("scheme") == "lead", pl.col("tag") == tag, pl.col("rung").is_null())
        if len(leads):
            kind = {"scheme": "tone", "tag": LEADING_TAG, "title": LEADING_TITLE, "except": "", "note": ""}
            found = {"term": ", ".join(leads["term"]), "pattern": "|".join(leads["pattern"]), "rung": order}
            rows.append(kind | found)
    return rows


def _is_change(change: Change) -> bool:
    match change:
        case ("merge",) | ("apart",):
            return True
        case ("add", rung, _words):
            return _is_rung(rung)
        case ("lead" | "act", _term, rung):
            return not rung or _is_rung(rung)
    return False


def _is_rung(rung: str) -> bool:
    return len(rung) == 1 and rung in "123456"[:HIGHEST]


def _put(row: dict, rung: int, titles: dict[int, str]) -> dict:
    """The row on another rung; what its tag says besides the rung stays said."""
    tag = str(rung) if row["tag"].isdigit() else row["tag"]
    return row | {"rung": rung, "tag": tag, "title": titles.get(rung, row["title"])}


def _move(rows: list[dict], scheme: str, term: str, rung: int | None, titles: dict[int, str]) -> list[dict]:
    """The rows with this phrase on another rung; without it, where that is none."""
    found = [row["scheme"] == scheme and row["term"] == term and row["rung"] is not None for row in rows]
    if not any(found):
        raise WorkbookError(
            f"Your scale: no phrase of the scale here is called “{term[:60]}”. The scale has changed since; "
            "set yours back and change it anew."
        )
    return [
        _put(row, rung, titles) if here else row
        for row, here in zip(rows, found, strict=True)
        if not here or rung is not None
    ]


def _add(rows: list[dict], rung: int, given: str, titles: dict[int, str]) -> None:
    words = check_phrase_words(given)
    for made in make_rows(words, rung, titles.get(rung, f"Rung {rung}")):
        if there := next((row for row in rows if _finds(row, made["scheme"], words)), None):
            place = (
                "where the verb behind it decides" if there["rung"] is None else f"on rung {there['rung']}"
            )
            called = "" if there["term"] == words else f", as “{there['term']}”"
            raise WorkbookError(f"Your scale: “{words}” stands {place} already{called}. Move that instead.")
        rows.append(made)


def _finds(row: dict, scheme: str, words: str) -> bool:
    return row["scheme"] == scheme and re.fullmatch(row["pattern"], words, re.IGNORECASE) is not None
