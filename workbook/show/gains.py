"""TAGS and DIFFS -> GAINS, TRAVELS -> PASSAGES: what each theme and objective gains and loses.

Never by the totals of two texts: one of them may only be longer. A mention counts where it came or went.
"""

from collections import defaultdict
from operator import itemgetter

import polars as pl

from workbook.compare.attribution import Attributions
from workbook.compare.whereabouts import Placed, place_spans
from workbook.meaning.stretches import find_touched
from workbook.meaning.travels import ABOUT
from workbook.schemas import GAINS, GRADE, ORIGINS, PASSAGES, conform, frame_of
from workbook.show.counts import SUBJECT, name_tags, speak_for_words
from workbook.show.tallies import tells_hands

TAG = ["scheme", "tag"]
# Of each paragraph (draft, position) the stretches that stand in both drafts: start, end, number of the span,
# and how many of its characters lie before; null where the span changed its form, and is one as a whole.
_Kept = dict[tuple[str, int], list[tuple[int, int, int, int | None]]]
# A part of a span that both drafts have: its number, its first character, and the one behind its last.
_Part = tuple[int, int, int]


def count_gains(
    diffs: pl.DataFrame,
    tags: pl.DataFrame,
    paragraphs: pl.DataFrame,
    terms: pl.DataFrame,
    scheme: str = "theme",
    origins: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """One row a tag of the scheme, in the order of the terms: the frame GAINS.

    A mention came in where none of its words belonged to a mention of the same tag before; it went out the
    other way round. So "work" that becomes "decent work" is neither, and moving within a paragraph is both.
    `words_in` and `words_out` are those of the paragraphs that bear the tag, all of them. With `origins`,
    `mentions_unknown` and `words_unknown` say of how many of both nobody knows the hand.
    """
    tags, terms = (frame.filter(pl.col("scheme") == scheme) for frame in (tags, terms))
    mentions = list_mentions(diffs, tags, paragraphs, origins)
    return add_gains(mentions, diffs, tags, terms, origins)


def add_gains(
    mentions: pl.DataFrame,
    diffs: pl.DataFrame,
    tags: pl.DataFrame,
    terms: pl.DataFrame,
    origins: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """GAINS of every tag of the terms, from what list_mentions gave."""
    tagged = tags.select(*SUBJECT, *TAG).unique()
    words = tagged.join(speak_for_words(diffs, origins), on=SUBJECT).group_by(TAG)
    amounts = pl.col("words_in", "words_out", "words_unknown").sum()
    told = pl.when(tells_hands(origins)).then(pl.col("mentions_unknown", "words_unknown"))
    return (
        name_tags(terms)
        .join(_count_mentions(mentions), on=TAG, how="left", maintain_order="left")
        .join(words.agg(amounts), on=TAG, how="left", maintain_order="left")
        .with_columns(pl.exclude(*TAG, "title").fill_null(0))
        .with_columns(told)
        .pipe(conform, GAINS)
    )


def list_mentions(
    diffs: pl.DataFrame, tags: pl.DataFrame, paragraphs: pl.DataFrame, origins: pl.DataFrame | None = None
) -> pl.DataFrame:
    """The mentions that came in or went out: TAGS, with `way` ("in" or "out"), `hand` and `grade`.

    The hand is that of the words of the mention that changed, as far as the marks tell; empty: nobody's.
    """
    kept = _list_kept(place_spans(diffs, paragraphs))
    places = tags.select("draft", "position", "start", "end").rows()
    parts = (_find_parts(place, kept) for place in places)
    found = list(zip(tags["tag"].to_list(), parts, strict=True))
    compared = (set(diffs.select(f"{side}_draft", f"{side}_position").rows()) for side in ("old", "new"))
    olds, news = ([at for at, place in enumerate(places) if place[:2] in own] for own in compared)
    put_in, struck = _find_lone(found, news, olds), _find_lone(found, olds, news)
    whose = Attributions(frame_of([], ORIGINS) if origins is None else origins)
    lone = pl.Series([*put_in, *struck], dtype=pl.UInt32)
    told = [whose.judge(*places[at]) for at in lone]
    return tags[lone].with_columns(
        pl.Series("way", ["in"] * len(put_in) + ["out"] * len(struck), pl.String),
        pl.Series("hand", [each.hand for each in told], pl.String),
        pl.Series("grade", [each.grade for each in told], GRADE),
    )


def _count_mentions(mentions: pl.DataFrame) -> pl.DataFrame:
    """For each tag: mentions put in and struck, those of no known hand, and the paragraphs that have such."""
    ways = {way: pl.col("position").filter(pl.col("way") == way) for way in ("in", "out")}
    return mentions.group_by(TAG).agg(
        **{f"mentions_{way}": positions.len() for way, positions in ways.items()},
        **{f"paragraphs_{way}": positions.n_unique() for way, positions in ways.items()},
        mentions_unknown=(pl.col("hand") == "").sum(),
    )


def count_passages(travels: pl.DataFrame, terms: pl.DataFrame) -> pl.DataFrame:
    """One row a step from draft to draft and a tag, in the order of the terms: the frame PASSAGES.

    Paragraphs are counted, each once. One that was split has lost a tag where none of its parts bears it.
    """
    there = ["old_draft", "old_position"]
    step = ["old_draft", "new_draft", *TAG]
    travels = travels.rename({"draft": "new_draft"})
    place, older = pl.struct("new_draft", "position"), pl.struct(*there)
    own = pl.col("standing") == "own"
    kept = travels.filter(pl.col("standing") != "lost").select(*there, *TAG).drop_nulls()
    counted = travels.group_by(step).agg(
        own=place.filter(own).n_unique(),
        entered=place.filter("entered").n_unique(),
        moved=place.filter(own & pl.col("moved")).n_unique(),
        inherited=place.filter(pl.col("standing") == "inherited").n_unique(),
    )
    lost = (
        travels.filter(pl.col("standing") == "lost")
        .join(kept, on=[*there, *TAG], how="anti")
        .group_by(step)
        .agg(lost=older.n_unique())
    )
    steps = travels.select("old_draft", "new_draft").unique(maintain_order=True)
    about = terms.filter(pl.col("scheme").cast(pl.String).is_in(ABOUT))
    return (
        steps.join(name_tags(about), how="cross", maintain_order="left_right")
        .join(counted, on=step, how="left", maintain_order="left")
        .join(lost, on=step, how="left", maintain_order="left")
        .with_columns(pl.exclude(*step, "title").fill_null(0))
        .pipe(conform, PASSAGES)
    )


def _list_kept(spans: list[Placed]) -> _Kept:
    """What stands in both drafts, words among them that only changed their form."""
    kept: _Kept = defaultdict(list)
    for number, span in enumerate(spans):
        if span.op == "equal" or span.weight == "form":
            for paragraph, at in ((span.old, span.old_at), (span.new, span.new_at)):
                before = 0
                for start, end in at:
                    kept[paragraph].append((start, end, number, before if span.op == "equal" else None))
                    before += end - start
    for stretches in kept.values():
        stretches.sort(key=itemgetter(0))
    return kept


def _find_parts(place: tuple[str, int, int, int], kept: _Kept) -> list[_Part]:
    """The parts of spans that these words (draft, position, start, end) are."""
    draft, position, *at = place
    return [_cut(stretch, *at) for stretch in find_touched(kept[draft, position], *at)]


def _cut(stretch: tuple[int, int, int, int | None], start: int, end: int) -> _Part:
    first, last, number, before = stretch
    if before is None:
        return number, 0, 1
    return number, before + max(start, first) - first, before + min(end, last) - first


def _overlap(start: int, end: int, first: int, last: int) -> bool:
    return start < last and first < end


def _find_lone(found: list[tuple[str, list[_Part]]], here: list[int], there: list[int]) -> list[int]:
    """Those of one side that share no word with one of the same tag on the other, by their numbers."""
    known = defaultdict(list)
    for tag, parts in map(found.__getitem__, there):
        for number, *at in parts:
            known[tag, number].append(at)

    def is_lone(tag: str, parts: list[_Part]) -> bool:
        return not any(_overlap(*at, *other) for number, *at in parts for other in known[tag, number])

    return [at for at in here if is_lone(*found[at])]
