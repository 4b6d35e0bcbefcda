"""Findings in drafts as they are now: what a letter asks, where words stand, how many rows a frame has."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from workbook.app.chapters.asked import Asked
from workbook.schemas import FRAMES, WorkbookError
from workbook.text.paragraphs import body_of, split_paragraphs


class Finding(NamedTuple):
    """What a claim is about and what was found, as claims.KINDS; in words; the lists that it rests on."""

    about: dict
    found: dict
    sentence: str
    lists: tuple[str, ...] = ()


About = Mapping[str, object]
# What rests on tags, sentences or many tables may rest on any list.
EVERY_LIST = ("*.csv",)
# Characters that are quoted on either side of words, and of words that are looked for.
AROUND, LONGEST = 40, 200


def find_ask(asked: Asked, about: About) -> Finding:
    """What the suggested language does where a letter asks. `about` names the `ask` and the `label`."""
    asks, places, paragraphs = asked.judge(asked.new)
    ask, label = str(about.get("ask", "")), str(about.get("label", ""))
    row = take_one(
        places.filter(ask=ask, label=label), f"ask {ask} on “{label}”", "Name it by ask and label."
    )
    text = paragraphs.filter(position=row["position"])["text"].first() if row["position"] is not None else ""
    words = asks.filter(ask=ask)["letter"].unique(maintain_order=True).to_list()
    kept = {
        name: row[name] or "" for name in ("title", "verdict", "reason", "found", "missing", "hand", "grade")
    }
    found = kept | {"letter": " … ".join(words), "text": text or ""}
    where = label or "no place named"
    sentence = f"Ask {ask} ({row['title']}), {where}: {row['verdict']}: {row['reason']}"
    return Finding({"ask": ask, "label": label}, found, sentence, ("asks.csv",))


def find_words(asked: Asked, about: About) -> Finding:
    """Where `words` stand in a draft, if anywhere: whole words in any case, * for any letters."""
    from workbook.show.explorer.chapters.list import find_places

    words = " ".join(str(about.get("words", ""))[: LONGEST + 1].split())
    if not words.strip("* ") or len(words) > LONGEST:
        raise WorkbookError(f"Words that are looked for have 1 to {LONGEST} characters.")
    drafts, runs = asked.read([asked.new])
    body = body_of(split_paragraphs(runs, drafts))
    places = []
    for position, label, text, spans in find_places(body, words):
        quoted = [_quote(text, start, end) for start, end in spans]
        places.append({"label": label, "position": position, "quoted": quoted})
    times = sum(len(place["quoted"]) for place in places)
    whole, title = f"{len(body)} paragraphs of {drafts['title'][0]}", f"“{words}” stands"
    labels = ", ".join(place["label"] or f"no. {place['position'] + 1}" for place in places)
    counted = f"{times} {'time' if times == 1 else 'times'} in {len(places)} of the {whole}: {labels}."
    sentence = f"{title} {counted}" if places else f"{title} in none of the {whole}."
    return Finding({"words": words}, {"paragraphs": len(body), "times": times, "places": places}, sentence)


def _quote(text: str, start: int, end: int) -> str:
    """The words with some on either side, none of them cut."""
    before, after = text[:start].rfind(" ", 0, max(0, start - AROUND)), text.find(" ", end + AROUND)
    return text[before + 1 : after if after >= 0 else len(text)]


def find_count(asked: Asked, about: About) -> Finding:
    """How many rows of a `frame` (a key of FRAMES) about these drafts have the values of `where`."""
    from workbook.app.tables import make_table

    name, where = str(about.get("frame", "")), about.get("where") or {}
    if name not in FRAMES:
        raise WorkbookError(f"There is no frame “{name[:40]}” to count in. Frames are: {', '.join(FRAMES)}.")
    if not isinstance(where, dict) or not set(where) <= set(FRAMES[name]):
        raise WorkbookError(
            f"The frame {name} is counted by values of its columns: {', '.join(FRAMES[name])}."
        )
    ids = list(dict.fromkeys((asked.old, asked.new)))
    rows = make_table(name, ids, asked.folder)[0]
    written = rows.with_columns(pl.col(column).cast(pl.String) for column in where)
    chosen = {column: _write_value(value) for column, value in where.items()}
    fits = written.filter(pl.col(column).eq_missing(pl.lit(value)) for column, value in chosen.items())
    told = ", ".join(
        f"{column} {value if value not in ('', None) else 'empty'}" for column, value in chosen.items()
    )
    sentence = (
        f"{name} has {len(fits)} of {len(rows)} rows with {told}."
        if chosen
        else f"{name} has {len(rows)} rows."
    )
    return Finding(
        {"frame": name, "where": chosen}, {"rows": len(fits), "of": len(rows)}, sentence, EVERY_LIST
    )


def _write_value(value: object) -> str | None:
    """A value as a column that is cast to text has it."""
    if isinstance(value, bool):
        return str(value).lower()
    return value if value is None else str(value)


def take_one(rows: pl.DataFrame, what: str, mend: str) -> dict:
    """The one row as a dict. Raises WorkbookError where there is none, or there are several."""
    if len(rows) != 1:
        trouble = "there is none such" if rows.is_empty() else f"{len(rows)} fit"
        raise WorkbookError(f"Of {what}, {trouble}. {mend}")
    return rows.row(0, named=True)
