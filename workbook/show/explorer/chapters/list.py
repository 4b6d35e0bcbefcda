"""My list: what the page cannot tell of chosen words and paragraphs by itself."""

import re
from collections.abc import Iterator

import polars as pl

from workbook.show.explorer.selection import ALIKE
from workbook.text.paragraphs import body_of

Found = tuple[int, str, str, list[tuple[int, int]]]


def tell_list(places: pl.DataFrame, titles: dict[str, str]) -> dict:
    """What is asked about the paragraphs on show.

    `places` are ASK_PLACES with the keys of the pair that each is about besides, `titles` those of drafts.
    Its one key: asks, rows of old position, new position, title of the draft that the ask came with, ask, its
    title, whether the letter names the paragraph, verdict, reason.
    """
    columns = ["old_position", "new_position", "draft", "ask", "title", "listed", "verdict", "reason"]
    asked = places.select(columns).with_columns(
        pl.col("verdict").cast(pl.String), pl.col("draft").replace(titles)
    )
    return {"asks": list(map(list, asked.iter_rows()))}


def place_asks(places: pl.DataFrame, of_draft: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """ASK_PLACES with `old_position` and `new_position` of the pair that each is about; the others left out.

    `of_draft` are pairs of positions: `position` in the draft that the asks came with, `here` in the one of
    the two that `pairs` (PAIRS) are of which `side` says, old or new.
    """
    side = of_draft["side"].first() or "new"
    main = pairs.filter(pl.col("relation") != "fragment").select(
        "old_position", "new_position", pl.col(f"{side}_position").alias("here")
    )
    found = places.drop_nulls("position").join(of_draft.drop("side"), on="position", maintain_order="left")
    return found.join(main, on="here", maintain_order="left")


def tell_elsewhere(paragraphs: pl.DataFrame, title: str, words: list[str]) -> list[dict]:
    """For each of these words, how often and where it stands in one draft."""
    whole = len(body_of(paragraphs))
    told = []
    for sought in words:
        found = list(find_places(paragraphs, sought))
        times = sum(len(spans) for _position, _label, _text, spans in found)
        places = [[position, label] for position, label, _text, _spans in found]
        told.append({"title": title, "paragraphs": whole, "times": times, "places": places})
    return told


def find_places(paragraphs: pl.DataFrame, words: str) -> Iterator[Found]:
    """Each paragraph of the body that has the words: position, label, text, where they start and end.

    Whole words are meant, in any case, with any space between them; * at an end stands for any letters.
    """
    pattern = write_whole(words)
    if pattern is None:
        return
    for position, label, text in body_of(paragraphs).select("position", "label", "text").iter_rows():
        spans = [match.span() for match in pattern.finditer(text)]
        if spans:
            yield position, label, text, spans


def write_whole(words: str) -> re.Pattern[str] | None:
    """A pattern for whole words; None where none are given. `src/list/places.js` finds in the same way."""
    parts = [part for part in words.split() if part.strip("*")]
    whole = r"\s+".join(map(_write_word, parts))
    return re.compile(rf"(?<!\w){whole}(?!\w)", re.IGNORECASE) if parts else None


def _write_word(word: str) -> str:
    signs = "".join(ALIKE.get(sign) or re.escape(sign) for sign in word.strip("*"))
    behind = r"\w*" if word.endswith("*") else ""
    if not word.startswith("*"):
        return signs + behind
    # Where letters stand on both sides, the first place in a word is taken: there is but one way to match,
    # so that no words and no text make it slow.
    before = rf"(?:(?!{signs})\w)*" if behind else r"\w*"
    return before + signs + behind
