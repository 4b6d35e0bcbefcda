"""DIFFS and TAGS -> COUNTS: how much changed, for each objective or theme and each section."""

import polars as pl

from workbook.compare.words import COUNTED
from workbook.schemas import COUNTS, PAIR_KEYS, conform
from workbook.show.tallies import add_unknown, tells_hands

SUBJECT = ["draft", "position"]
GROUP = ["scheme", "tag", "section"]
AMOUNTS = ["words_old", "words_new", "words_in", "words_out"]


def count_changes(
    diffs: pl.DataFrame,
    tags: pl.DataFrame,
    paragraphs: pl.DataFrame,
    terms: pl.DataFrame,
    origins: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """How many paragraphs and words changed under each tag in each section, as COUNTS.

    Every tag of `terms` meets every section, in document order; where no paragraph does, the
    counts are 0 and `share` is null. A paragraph counts under the tags and the section that it
    has in the newer draft, or in the older one where it was deleted. Changes of form (case,
    commas, spaces) count as no change. Of a split or merged paragraph each word counts once. With
    `origins`, `words_unknown` says of how many words in and out the marks do not tell the hand.
    """
    subjects = place_words(diffs, paragraphs, origins)
    words, changed = (pl.sum_horizontal(AMOUNTS[half]) for half in (slice(2), slice(2, 4)))
    return (
        cross_tags(terms, subjects)
        .join(count_tagged(subjects, tags), on=GROUP, how="left", maintain_order="left")
        .with_columns(pl.col("paragraphs", "touched", *AMOUNTS).fill_null(0))
        .with_columns(pl.when(tells_hands(origins)).then(pl.col("words_unknown").fill_null(0)))
        .with_columns(pl.when(words > 0).then(changed / words).alias("share"))
        .pipe(conform, COUNTS)
    )


def count_tagged(subjects: pl.DataFrame, tags: pl.DataFrame) -> pl.DataFrame:
    """Paragraphs and words of each tag in each section, where there are any."""
    touched = pl.sum_horizontal("words_in", "words_out") > 0
    tagged = tags.select(*SUBJECT, "scheme", "tag").unique()
    return (
        tagged.join(subjects, on=SUBJECT)
        .group_by(GROUP)
        .agg(
            pl.struct(SUBJECT).n_unique().alias("paragraphs"),
            pl.struct(SUBJECT).filter(touched).n_unique().alias("touched"),
            pl.col(AMOUNTS).sum(),
            pl.col("words_unknown").sum(),
        )
    )


def count_words(diffs: pl.DataFrame) -> pl.DataFrame:
    """One row a pair: its six keys and words_old, words_new, words_in, words_out."""
    old, new = (pl.col(name).str.count_matches(COUNTED) for name in ("old_text", "new_text"))
    changed = (pl.col("op") != "equal") & (pl.col("weight") == "substance")
    return diffs.group_by(list(PAIR_KEYS), maintain_order=True).agg(
        old.sum().alias("words_old"),
        new.sum().alias("words_new"),
        new.filter(changed).sum().alias("words_in"),
        old.filter(changed).sum().alias("words_out"),
    )


def speak_for_words(diffs: pl.DataFrame, origins: pl.DataFrame | None = None) -> pl.DataFrame:
    """One row a pair: the paragraph that speaks for it (draft, position), and its words.

    The new paragraph speaks for the pair; where it was deleted (`gone`), the old one does.
    """
    gone = pl.col("new_position").is_null()
    return add_unknown(count_words(diffs), origins).with_columns(
        pl.when(gone).then("old_draft").otherwise("new_draft").alias("draft"),
        pl.coalesce("new_position", "old_position").alias("position"),
        gone.alias("gone"),
    )


def place_words(
    diffs: pl.DataFrame, paragraphs: pl.DataFrame, origins: pl.DataFrame | None = None
) -> pl.DataFrame:
    """The same with the section of the paragraph, which goes by the newer draft's name for it."""
    words = speak_for_words(diffs, origins)
    sections = paragraphs.select(*SUBJECT, "section")
    return (
        words.join(sections, on=SUBJECT, maintain_order="left")
        .join(name_sections(words, sections), on="section", how="left", maintain_order="left")
        .with_columns(
            pl.when("gone").then(pl.coalesce("renamed", "section")).otherwise("section").alias("section")
        )
        .drop("renamed")
    )


def name_sections(words: pl.DataFrame, sections: pl.DataFrame) -> pl.DataFrame:
    """For each section of the older draft: `renamed`, the newer one that most of its paragraphs stand in."""
    old, new = (
        sections.rename({"draft": f"{side}_draft", "position": f"{side}_position", "section": name})
        for side, name in (("old", "section"), ("new", "renamed"))
    )
    return (
        words.join(old, on=["old_draft", "old_position"], maintain_order="left")
        .join(new, on=["new_draft", "new_position"], maintain_order="left")
        .group_by("section", "renamed", maintain_order=True)
        .len()
        .sort("len", descending=True, maintain_order=True)
        .unique("section", keep="first", maintain_order=True)
        .select("section", "renamed")
    )


def cross_tags(terms: pl.DataFrame, subjects: pl.DataFrame) -> pl.DataFrame:
    """Every tag beside every section: tags as `terms` lists them, sections in document order."""
    sections = subjects.sort("gone", "position").select("section").unique(maintain_order=True)
    return name_tags(terms).join(sections, how="cross", maintain_order="left_right")


def name_tags(terms: pl.DataFrame) -> pl.DataFrame:
    """One row a tag: scheme, tag, title, in the order of `terms`."""
    titles = terms.select("scheme", "tag", "title")
    return titles.unique(["scheme", "tag"], keep="first", maintain_order=True)
