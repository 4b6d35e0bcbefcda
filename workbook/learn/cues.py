"""What a learner is given of a change before it is shown: who asked for it, or what kind of change it is.

An ask is words of somebody who wanted the next draft to say something, where a letter or a suggested text
names the paragraph. Where there is none, a cue is drawn from the change itself: what kind of thing comes or
goes, and its themes; it is called a cue, never an ask, and holds none of the words that came.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import polars as pl

from workbook.compare.manners import WEAK
from workbook.compare.words import split_words
from workbook.learn.picking import Sides, quote_words, say_paragraph
from workbook.show.style import shorten_tag

# From this rung on a clause promises; on the one below it asks others; below that it takes a stance or notes.
PROMISE, REQUEST = 4, 3
# More of what a text suggests for a paragraph than this would be the draft itself.
MOST_SUGGESTED = 6
# More themes than this would tell nothing.
MOST_THEMES = 3
# Beginnings of words by which a title is known to hold a word that came.
STEM = 5
_MARKS = {
    "hedges_gained": "a caveat comes in",
    "hedges_lost": "a caveat goes",
    "boosters_gained": "an emphasis comes in",
    "boosters_lost": "an emphasis goes",
}
_DIRECTIONS = {
    "up": "the verb of a clause changes its rung",
    "down": "the verb of a clause changes its rung",
    "form": "the verb of a clause changes and keeps its rung",
    "tone": "the tone changes",
    "object": "what is promised changes, and the verb stays",
}


class Suggested(NamedTuple):
    """Another draft that suggests changes to the older one: its title, and the DIFFS from the older to it."""

    title: str
    diffs: pl.DataFrame


def tell_asks(asks: pl.DataFrame, sides: Sides, titles: dict[str, str], old: str, new: str) -> str:
    """What the asks of letters, ASKS, want of a paragraph that had the `old` number and has the `new` one.

    Those of a proposal that is the newer draft name its numbers; of one that was made on the older, that
    draft's. Each of the letter's sentences once; empty where none names the paragraph.
    """
    found: dict[str, dict[str, None]] = {}
    for row in asks.iter_rows(named=True):
        label = new if row["draft"] == sides.new else old
        if label and label in row["labels"].split(";"):
            title = titles.get(row["draft"], row["draft"])
            wanted = f"“{row['letter']}”" if row["letter"] else f"{row['title']}: “{row['words']}”"
            found.setdefault(f"The letter with “{title}”, on {say_paragraph(label)}: ", {})[wanted] = None
    return "\n\n".join(letter + _join(list(wanted)) for letter, wanted in found.items())


def tell_suggested(suggested: Iterable[Suggested], position: int) -> str:
    """What another draft, made on the older one, puts into this paragraph and strikes; empty: nothing."""
    told = []
    for title, diffs in suggested:
        rows = diffs.filter((pl.col("old_position") == position) & (pl.col("weight") == "substance"))
        spans = rows.sort("new_position", "span").filter(pl.col("op").cast(pl.String) != "equal")
        came = [text.strip() for text in spans["new_text"] if text.strip()][:MOST_SUGGESTED]
        went = [text.strip() for text in spans["old_text"] if text.strip()][:MOST_SUGGESTED]
        parts = [f"put in {quote_words(came)}"] * bool(came) + [f"strike {quote_words(went)}"] * bool(went)
        if parts:
            told.append(f"“{title}” suggests for this paragraph: {'; '.join(parts)}.")
    return "\n\n".join(told)


def tell_cue(trail: list[dict], tags: dict[str, list[dict]], came: str, went: str) -> str:
    """What kind of change it is and what it is about, in one sentence, without a word that came.

    `trail` are the rows of TRAIL of the pair, `tags` those of TAGS of its two sides ("old", "new"), each with
    the title of its theme; `came` and `went` are the words put in and struck.
    """
    kinds = list(dict.fromkeys(_list_kinds(trail)))
    if not kinds:
        kinds = [words for words, there in (("words come in", came), ("words go", went)) if there.strip()]
    about = list(_list_themes(tags, came))
    return " ".join([f"{_join(kinds)}.".capitalize(), *about])


def _list_kinds(trail: list[dict]) -> Iterator[str]:
    for row in trail:
        if row["old_clause"] is None or row["new_clause"] is None:
            side = "new" if row["old_clause"] is None else "old"
            rung = row[f"{side}_rung"]
            called = "promise" if rung >= PROMISE else "request" if rung == REQUEST else "stance"
            yield f"a {called} of its own {'comes in' if side == 'new' else 'goes'}"
            continue
        if told := _DIRECTIONS.get(row["direction"]):
            yield told
        for name, told in _MARKS.items():
            if row[name]:
                yield told


def _list_themes(tags: dict[str, list[dict]], came: str) -> Iterator[str]:
    """The first themes that come, go, or else stay; none whose title holds a word that came."""
    stems = {word[:STEM] for word in split_words(came) if word not in WEAK}
    names = {
        side: {(tag["scheme"], tag["tag"]): _name_theme(**tag) for tag in rows} for side, rows in tags.items()
    }
    safe = {
        side: {
            key: told
            for key, (name, told) in rows.items()
            if not stems & {word[:STEM] for word in split_words(name) if word not in WEAK}
        }
        for side, rows in names.items()
    }
    gained = [told for key, told in safe["new"].items() if key not in names["old"]][:MOST_THEMES]
    lost = [told for key, told in safe["old"].items() if key not in names["new"]][:MOST_THEMES]
    if gained:
        yield f"It comes to speak of: {'; '.join(gained)}."
    if lost:
        yield f"It no longer speaks of: {'; '.join(lost)}."
    if not gained and not lost and safe["old"]:
        yield f"The paragraph is about: {'; '.join(list(safe['old'].values())[:MOST_THEMES])}."


def _name_theme(scheme: str, tag: str, title: str, **_rest: object) -> tuple[str, str]:
    """Its short name, and this as a sentence says it: in quotation marks, of an objective with its number."""
    name = shorten_tag(scheme, tag, title)
    if scheme != "objective":
        return name, f"“{name}”"
    name = name.removeprefix(f"{tag} ")
    return name, f"“{name}” (objective {tag} of the Compact)"


def _join(names: list[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if names[1:] else "") + "".join(names[-1:])
