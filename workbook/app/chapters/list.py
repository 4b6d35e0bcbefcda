"""The chapter for a reader's own list: what is asked about paragraphs, where words stand, findings pinned."""

from dataclasses import replace

import polars as pl

from workbook.app.chapters.asked import Asked
from workbook.schemas import ASK_PLACES, WorkbookError, frame_of

# Words that somebody watches, characters of each, and other drafts that they are looked for in.
MOST_WORDS, LONGEST, MOST_DRAFTS = 50, 200, 30
_STRANGE = "The workbook does not understand what the page asks. Load the page anew."


def make_list(asked: Asked) -> dict:
    """What the page needs for a list: the `asks` about the two drafts.

    Where `extra` has `words`, in which other drafts they stand; where it has `pin`, the claim card of that
    finding as it is written to a file.
    """
    if "pin" in asked.extra:
        return {"claim": _pin(asked, asked.extra["pin"])}
    if "words" in asked.extra:
        return {"elsewhere": _look_elsewhere(asked, asked.extra["words"])}
    return _tell(asked)


def _tell(asked: Asked) -> dict:
    from workbook.show.explorer.chapters.list import tell_list

    places = [frame_of([], ASK_PLACES).with_columns(_NOWHERE)]
    for draft in asked.asks["draft"].unique(maintain_order=True):
        placed = _judge(asked, draft)
        places += [] if placed is None else [placed]
    return tell_list(pl.concat(places), dict(asked.known.select("draft", "title").iter_rows()))


_NOWHERE = [pl.lit(None, pl.UInt32).alias(name) for name in ("here", "old_position", "new_position")]


def _judge(asked: Asked, draft: str) -> pl.DataFrame | None:
    """What a letter asks about the paragraphs on show; None where it is about another text."""
    from workbook.show.explorer.chapters.list import place_asks

    amends = dict(asked.known.select("draft", "amends").iter_rows())
    sides = {asked.old: "old", asked.new: "new"}
    if draft in sides:
        side, links = sides[draft], None
    elif amends.get(draft) in sides:
        side, links = sides[amends[draft]], asked.pair(amends[draft], draft)
    else:
        return None
    _asks, places, paragraphs = asked.judge(draft)
    if links is None:
        here = paragraphs.select("position", pl.col("position").alias("here"))
    else:
        main = links.filter(pl.col("relation") != "fragment")
        here = main.select(position="new_position", here="old_position").drop_nulls()
    placed = place_asks(places, here.with_columns(side=pl.lit(side)), asked.comparison.pairs)
    return placed.select(*ASK_PLACES, "here", "old_position", "new_position")


def _look_elsewhere(asked: Asked, words: object) -> list[list[dict]]:
    """For each of these words, where it stands in each draft of the list that is not on show."""
    from workbook.show.explorer.chapters.list import tell_elsewhere
    from workbook.text.paragraphs import split_paragraphs

    fit = isinstance(words, list) and len(words) <= MOST_WORDS
    if not fit or not all(isinstance(each, str) and len(each) <= LONGEST for each in words):
        raise WorkbookError(_STRANGE)
    others = [draft for draft in asked.known["draft"] if draft not in (asked.old, asked.new)]
    told: list[list[dict]] = [[] for _each in words]
    for draft in others[:MOST_DRAFTS]:
        try:
            drafts, runs = asked.read([draft])
            found = tell_elsewhere(split_paragraphs(runs, drafts), drafts["title"][0] or draft, words)
        except WorkbookError:  # what is wrong with a draft is said where it is compared
            continue
        for each, place in zip(told, found, strict=True):
            each.append({"draft": draft, **place})
    return told


def _pin(asked: Asked, pin: object) -> str:
    from workbook.app.claims import check_kind, pin_finding
    from workbook.share.claim_files import write_claim

    given = pin if isinstance(pin, dict) else {}
    kind, drafts, about = (given.get(name) for name in ("kind", "drafts", "about"))
    if not isinstance(kind, str) or not isinstance(drafts, list) or not isinstance(about, dict):
        raise WorkbookError(_STRANGE)
    old, new = check_kind(kind, asked.check(drafts))
    own = asked if (old, new) == (asked.old, asked.new) else replace(asked, old=old, new=new, made=None)
    return write_claim(pin_finding(kind, own, about))
