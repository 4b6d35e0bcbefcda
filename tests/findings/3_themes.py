"""What 3_themes says, and what its numbers are."""

import re
from importlib.metadata import version

import polars as pl

from workbook.meaning import tags
from workbook.text.drafts import shipped_data
from workbook.text.paragraphs import body_of

FINDINGS = [
    'a paragraph needs {needed} of them. "Alternatives to detention" has {strong} and is enough alone, '
    '"detention" has {supporting} and needs another cue.',
    "In {free} of {friends} cases nothing was. In the old paragraph {border} something was",
    "Take the new paragraph {shown}:",
    "Most words came in under objective {work[tag]}, on recruitment and decent work: "
    "{work[words_in]} in, {work[words_out]} out, in {work[paragraphs]} paragraphs. "
    "Then come objective {procedures[tag]}, on migration procedures, with {procedures[words_in]}, "
    "and objective {returning[tag]}, on return, with {returning[words_in]}. "
    "For its length objective {trafficking[tag]}, on trafficking in persons, grew most, "
    "from {trafficking[words_old]} to {trafficking[words_new]} words.",
    "By this count COVID-19, health and basic services come first, with {health[words_in]} words in. "
    "But that theme is everywhere, in {health[paragraphs]} paragraphs",
    "Freedom of association and labour standards stand in {unions[paragraphs]} paragraphs only, "
    "and these grew most for their length, from {unions[words_old]} to {unions[words_new]} words.",
    "decent work and recruitment come first, with {gained[T02]} matches in {gained_in[T02]} paragraphs. "
    "Freedom of association has {gained[T03]}, nearly as many as COVID-19, health and basic services "
    "with {gained[T06]}. Children ({gained[T05]} in, {lost[T05]} out) "
    "and the follow-up machinery ({gained[T16]} in, {lost[T16]} out) gained nothing.",
    "They stand in {gained_in[T03]} paragraphs: "
    "{where[0]}, {where[1]}, {where[2]}, {where[3]} and {where[4]}.",
    "F1 is agreement with a person's indexing by objective, from {none} to {full}",
    "most under objective {work[tag]}: {work[words_in]} words came in there. "
    "In the inserted words themselves decent work and recruitment gained most, with {gained[T02]} matches.",
    "({old} numbered paragraphs, {words_old:,} words)",
    "({new} paragraphs, {words_new:,} words)",
    "{objective_terms} terms for {objective_tags} objectives, where a paragraph needs {needed} points "
    "({needed_if_short} in an item of fewer than {short} words) and keeps at most {most} objectives, "
    "and {theme_terms} terms for {theme_tags} themes.",
    "two annotators' indexing of {checks[0][0]} paragraphs by objective the lists reached an F1 of "
    "{checks[0][1]} before any correction, and {checks[0][2]} after corrections",
    "another {checks[1][0]} paragraphs, {checks[1][1]} and {checks[1][2]}.",
    "version {version}, with its lists and settings unchanged",
]


def find_facts(comparison):
    steps = (count_terms, count_friends, name_growth, count_gains, name_settings)
    return {name: fact for step in steps for name, fact in step(comparison).items()}


def count_terms(comparison):
    terms = comparison.terms
    many = {scheme: terms.filter(pl.col("scheme") == scheme) for scheme in ("objective", "theme")}
    points = dict(many["objective"].select("term", "weight").iter_rows())
    return {
        "strong": points["alternatives to detention"],
        "supporting": points["detention"],
        **{f"{scheme}_terms": len(rows) for scheme, rows in many.items()},
        **{f"{scheme}_tags": rows["tag"].n_unique() for scheme, rows in many.items()},
    }


def count_friends(comparison):
    friends = body_of(comparison.paragraphs).filter(pl.col("text").str.contains("cross-border"))
    plain = friends.filter(
        pl.col("text").str.replace_all("cross-border", "").str.contains(r"(?i)\bborders?\b")
    )
    new = comparison.pairs.filter(pl.col("relation") == "inserted")["new_label"].to_list()
    assert plain["draft"].to_list() == [comparison.old]
    assert "45bis" in new
    return {
        "friends": len(friends),
        "free": len(friends) - len(plain),
        "border": plain["label"].item(),
        "shown": "45bis",
    }


def name_growth(comparison):
    amounts = pl.col("paragraphs", "words_old", "words_new", "words_in", "words_out").sum()
    totals = comparison.counts.group_by("scheme", "tag", "title", maintain_order=True).agg(amounts)
    objectives, themes = (
        totals.filter(pl.col("scheme") == scheme).sort("words_in", descending=True).to_dicts()
        for scheme in ("objective", "theme")
    )
    work, procedures, returning = objectives[:3]
    fastest, unions = (
        max(rows, key=lambda row: row["words_new"] / row["words_old"]) for rows in (objectives, themes)
    )
    for row, named in zip(
        (work, procedures, returning, fastest, themes[0], unions),
        ("recruitment", "procedures", "return", "trafficking", "COVID-19", "Freedom of association"),
        strict=True,
    ):
        assert named in row["title"]
    found = {"work": work, "procedures": procedures, "returning": returning}
    return found | {"trafficking": fastest, "health": themes[0], "unions": unions}


def count_gains(comparison):
    """The matches in stretches of words that only one side has, each stretch read on its own."""
    changed = comparison.diffs.filter(pl.col("op") != "equal", pl.col("weight") == "substance")
    gained, lost = (find_themes(changed, side, comparison.terms) for side in ("new", "old"))
    amounts = dict(gained.group_by("tag").len().sort("len").iter_rows())
    losses = dict(lost.group_by("tag").len().iter_rows())
    assert list(amounts)[-1] == "T02"
    assert amounts["T03"] < amounts["T06"]
    assert max(losses.values()) <= 2
    return {
        "gained": amounts,
        "lost": losses,
        "gained_in": dict(gained.group_by("tag").agg(pl.col("position").n_unique()).iter_rows()),
        "where": gained.filter(pl.col("tag") == "T03")["label"].unique(maintain_order=True).to_list(),
    }


def find_themes(changed, side, terms):
    columns = {name: f"{side}_{name}" for name in ("draft", "position", "label", "text")}
    stretches = changed.select(kind=pl.lit("paragraph"), **columns).filter(pl.col("text") != "")
    return tags.tag_paragraphs(stretches, terms.filter(pl.col("scheme") == "theme"))


def name_settings(comparison):
    readme = (shipped_data() / "lexicon" / "README.md").read_text(encoding="utf-8")
    return {
        "needed": tags.ENOUGH,
        "needed_if_short": tags.ENOUGH_IF_SHORT,
        "short": tags.SHORT,
        "most": tags.MOST,
        "none": 0,
        "full": 1,
        "checks": re.findall(r"\| (\d+) \| (\d\.\d+) \| (\d\.\d+) \|", readme),
        "version": version("gcm-workbook"),
    }
