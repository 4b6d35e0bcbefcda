"""TAGS and DIFFS -> GAINS: which themes are named in words put in, and which in words struck.

Never by the totals of two texts: one of them may only be longer. A mention counts where it came or went.
"""

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from workbook.compare.whereabouts import Placed, Stretch, place_spans
from workbook.schemas import GAINS, conform
from workbook.show.counts import count_tagged, name_tags, place_words

TAG = ["scheme", "tag"]
# Of each character of a paragraph (draft, position) that stands in both drafts, one name for the two.
_Kept = dict[tuple[str, int], dict[int, tuple[int, int]]]


def count_gains(
    diffs: pl.DataFrame,
    tags: pl.DataFrame,
    paragraphs: pl.DataFrame,
    terms: pl.DataFrame,
    scheme: str = "theme",
) -> pl.DataFrame:
    """One row a tag of the scheme, in the order of the terms: the frame GAINS.

    A mention came in where none of its words belonged to a mention of the same tag before; it went out the
    other way round. So "work" that becomes "decent work" is neither, and moving within a paragraph is both.
    `words_in` and `words_out` are those of the paragraphs that bear the tag, all of them.
    """
    tags, terms = (frame.filter(pl.col("scheme") == scheme) for frame in (tags, terms))
    words = count_tagged(place_words(diffs, paragraphs), tags).group_by(TAG)
    return (
        name_tags(terms)
        .join(_count_mentions(diffs, tags, paragraphs), on=TAG, how="left", maintain_order="left")
        .join(words.agg(pl.col("words_in", "words_out").sum()), on=TAG, how="left", maintain_order="left")
        .with_columns(pl.exclude(*TAG, "title").fill_null(0))
        .pipe(conform, GAINS)
    )


def _count_mentions(diffs: pl.DataFrame, tags: pl.DataFrame, paragraphs: pl.DataFrame) -> pl.DataFrame:
    """For each tag: mentions put in and struck, and the paragraphs that have such mentions."""
    kept = _name_kept(place_spans(diffs, paragraphs))
    olds, news = (
        tags.join(
            diffs.select(draft=f"{side}_draft", position=f"{side}_position").unique(),
            on=["draft", "position"],
            how="semi",
        )
        for side in ("old", "new")
    )
    put_in, struck = _keep_lone(news, olds, kept), _keep_lone(olds, news, kept)
    mentions = pl.concat([put_in.with_columns(way=pl.lit("in")), struck.with_columns(way=pl.lit("out"))])
    ways = {way: pl.col("position").filter(pl.col("way") == way) for way in ("in", "out")}
    return mentions.group_by(TAG).agg(
        **{f"mentions_{way}": positions.len() for way, positions in ways.items()},
        **{f"paragraphs_{way}": positions.n_unique() for way, positions in ways.items()},
    )


def _name_kept(spans: list[Placed]) -> _Kept:
    """The names of kept characters; those of words that only changed their form are named by their span."""
    kept: _Kept = defaultdict(dict)
    for number, span in enumerate(spans):
        if span.op == "equal" or span.weight == "form":
            for paragraph, at in ((span.old, span.old_at), (span.new, span.new_at)):
                for offset, place in enumerate(_walk(at)):
                    kept[paragraph][place] = (number, offset if span.op == "equal" else 0)
    return kept


def _walk(at: list[Stretch]) -> Iterator[int]:
    for start, end in at:
        yield from range(start, end)


def _keep_lone(here: pl.DataFrame, there: pl.DataFrame, kept: _Kept) -> pl.DataFrame:
    """The tags of one side that share no word with one of the same tag on the other."""

    def name(row: dict) -> set[tuple[str, tuple]]:
        names = kept[row["draft"], row["position"]]
        return {(row["tag"], names[place]) for place in range(row["start"], row["end"]) if place in names}

    known = {each for row in there.to_dicts() for each in name(row)}
    return here.filter(pl.Series([known.isdisjoint(name(row)) for row in here.to_dicts()], dtype=pl.Boolean))
