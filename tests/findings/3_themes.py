"""What 3_themes says, and what its numbers are."""

import re
from importlib.metadata import version

import polars as pl

from workbook.app import measure_agreement
from workbook.meaning import tags
from workbook.show.tallies import count_hands
from workbook.text.drafts import shipped_data
from workbook.text.paragraphs import body_of

FINDINGS = [
    'a paragraph needs {needed} of them. "Alternatives to detention" has {strong} and is enough alone, '
    '"detention" has {supporting} and needs another cue.',
    "In {free} of {friends} cases nothing was. In the old paragraph {border} something was",
    "From Rev 2 to Rev 3 most words came in under objective {returning[tag]}, on return: "
    "{returning[in]} in, {returning[out]} out, {returning[unknown]} of them of unknown hand. "
    "Then come objective {procedures[tag]}, on migration procedures, with {procedures[in]}, "
    "and objective {smuggling[tag]}, on smuggling, with {smuggling[in]}. "
    "WIMN's suggestions have another weight: {work[in]} words in under objective {work[tag]}, "
    "on recruitment and decent work, where Rev 3 has {work_before} in.",
    "WIMN's suggestions put most words in under decent work and recruitment, {decent[in]}; "
    "from Rev 2 to Rev 3 most came in under COVID-19, health and basic services, {health[in]}.",
    "skills and remittances lead, with {gained[rev3][T14]} matches; "
    "decent work gained {gained[rev3][T02]} and lost {lost[rev2][T02]}, "
    "smuggling and trafficking gained {gained[rev3][T09]} and lost {lost[rev2][T09]}. "
    "In WIMN's suggestions decent work and recruitment come first, with {gained[wimn][T02]}; "
    "women and girls have {gained[wimn][T04]}, where Rev 3 has {gained[rev3][T04]}. "
    "Freedom of association has {gained[wimn][T03]} matches in WIMN's suggestions "
    "and none in Rev 3's changes. "
    "They stand in {unions_in} paragraphs: {where[0]}, {where[1]}, {where[2]}, {where[3]} and {where[4]}.",
    "so that the words in {documented[0]}, {documented[1]} and, but for one, {documented[2]} are documented; "
    "in {guess[0]} and {guess[1]} they are inferred",
    "Of all words, {rev3_in} in and {rev3_out} out are attributed to Rev 3's drafters, "
    "and {wimn_in:,} in and {wimn_out} out to WIMN's suggestions. "
    "Of unknown hand are {nobody_in} in and {nobody_out} out in the first step, "
    "{wimn_nobody_in} and {wimn_nobody_out} in the second",
    "F1 is agreement with a person's indexing by objective, from {none} to {full}",
    "From Rev 2 to Rev 3 most words came in under objective {returning[tag]}, {returning[in]}; "
    "in WIMN's suggestions under objective {work[tag]}, {work[in]}. "
    "In the inserted words themselves decent work and recruitment lead among WIMN's suggestions, "
    "with {gained[wimn][T02]} matches",
    "of Rev 2 ({old} numbered paragraphs, {words_old:,} words), "
    "of Rev 3 ({new} paragraphs, {words_new:,} words) "
    "and of the language that the Women in Migration Network suggests on Rev 3 "
    "({wimn} paragraphs, {words_wimn:,} words)",
    "Rev 2 as read out of either copy agrees in {agreed[0]} percent of the words, "
    "each copy having been marked with the other beside it, "
    "and in {agreed[1]} percent as first marked, each copy alone",
    "marked {agreed[2]} percent of the words of a third of the first copy alike "
    "and {agreed[4]} percent of a third of the second; "
    "of the words that either of them marked, {agreed[3]} and {agreed[5]} percent.",
    "{nobody_in} put in and {nobody_out} struck from Rev 2 to Rev 3, "
    "{wimn_nobody_in} and {wimn_nobody_out} from Rev 3 to the suggestions.",
    "{objective_terms} terms for {objective_tags} objectives, where a paragraph needs {needed} points "
    "({needed_if_short} in an item of fewer than {short} words) and keeps at most {most} objectives, "
    "and {theme_terms} terms for {theme_tags} themes.",
    "two annotators' indexing of {checks[0][0]} paragraphs by objective the lists reached an F1 of "
    "{checks[0][1]} before any correction, and {checks[0][2]} after corrections",
    "another {checks[1][0]} paragraphs, {checks[1][1]} and {checks[1][2]}.",
    "version {version}, with its data, lists and settings unchanged",
]
UNIONS = "T03"


def find_facts(compare):
    comparison, suggested = compare("rev2", "rev3"), compare("rev3", "wimn")
    return {
        **count_terms(comparison),
        **count_friends(comparison),
        **name_growth(comparison, suggested),
        **count_gains(comparison, suggested),
        **count_by_hand(comparison, suggested),
        **name_settings(),
    }


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
    assert plain["draft"].to_list() == [comparison.old]
    return {"friends": len(friends), "free": len(friends) - len(plain), "border": plain["label"].item()}


def name_growth(comparison, suggested):
    """The objectives and themes under which most words came in, in each of the two comparisons."""
    drafted, proposed = (
        {scheme: add_up(each.counts, scheme) for scheme in ("objective", "theme")}
        for each in (comparison, suggested)
    )
    returning, procedures, smuggling = drafted["objective"][:3]
    work, decent, health = proposed["objective"][0], proposed["theme"][0], drafted["theme"][0]
    for row, named in zip(
        (returning, procedures, smuggling, work, decent, health),
        ("return", "procedures", "smuggling", "recruitment", "Decent work", "COVID-19"),
        strict=True,
    ):
        assert named in row["title"]
    return {
        "returning": returning,
        "procedures": procedures,
        "smuggling": smuggling,
        "work": work,
        "work_before": next(row["in"] for row in drafted["objective"] if row["tag"] == work["tag"]),
        "decent": decent,
        "health": health,
    }


def add_up(counts, scheme):
    amounts = {
        "in": pl.col("words_in").sum(),
        "out": pl.col("words_out").sum(),
        "unknown": pl.col("words_unknown").sum(),
    }
    totals = counts.filter(pl.col("scheme") == scheme).group_by("tag", "title", maintain_order=True)
    return totals.agg(**amounts).sort("in", descending=True).to_dicts()


def count_gains(comparison, suggested):
    """The matches in stretches of words that only one side has, each stretch read on its own."""
    changed = pl.concat([comparison.diffs, suggested.diffs]).filter(
        pl.col("op") != "equal", pl.col("weight") == "substance"
    )
    put_in, taken_out = (find_themes(changed, side, comparison.terms) for side in ("new", "old"))
    gained, lost = count_matches(put_in), count_matches(taken_out)
    assert max(gained["rev3"], key=gained["rev3"].get) == "T14"
    assert max(gained["wimn"], key=gained["wimn"].get) == "T02"
    assert UNIONS not in gained["rev3"]
    where = put_in.filter(pl.col("tag") == UNIONS)["label"].unique(maintain_order=True).to_list()
    named = suggested.origins.filter(pl.col("text").str.contains("(?i)freedom of association|ILO"))
    assert set(named["hand"]) == {"wimn"}
    grades = named.group_by("new_label", maintain_order=True).agg(pl.col("grade").unique().cast(pl.String))
    by_grade = dict(grades.iter_rows())
    assert sorted(by_grade["43quint"]) == ["documented", "inferred"]
    return {
        "gained": gained,
        "lost": lost,
        "unions_in": len(where),
        "where": where,
        "documented": [label for label in where if "documented" in by_grade[label]],
        "guess": [label for label in where if by_grade[label] == ["inferred"]],
    }


def count_matches(matches):
    found = {}
    for draft, tag, number in matches.group_by("draft", "tag").len().iter_rows():
        found.setdefault(draft, {})[tag] = number
    return found


def find_themes(changed, side, terms):
    columns = {name: f"{side}_{name}" for name in ("draft", "position", "label", "text")}
    stretches = changed.select(kind=pl.lit("paragraph"), **columns).filter(pl.col("text") != "")
    return tags.tag_paragraphs(stretches, terms.filter(pl.col("scheme") == "theme"))


def count_by_hand(comparison, suggested):
    drafted, proposed = (
        {row["hand"]: row for row in count_hands(each.origins).to_dicts()} for each in (comparison, suggested)
    )
    assert (set(drafted), set(proposed)) == ({"rev3", ""}, {"wimn", ""})
    rows = {
        "rev3": drafted["rev3"],
        "nobody": drafted[""],
        "wimn": proposed["wimn"],
        "wimn_nobody": proposed[""],
    }
    return {f"{name}_{way}": row[f"words_{way}"] for name, row in rows.items() for way in ("in", "out")}


def name_settings():
    readme = (shipped_data() / "lexicon" / "README.md").read_text(encoding="utf-8")
    agreement = measure_agreement(shipped_data())[0]
    assert agreement["counted"].to_list()[2:] == ["words", "words that either marked"] * 2
    return {
        "agreed": [round(100 * share, 1) for share in agreement["share"]],
        "needed": tags.ENOUGH,
        "needed_if_short": tags.ENOUGH_IF_SHORT,
        "short": tags.SHORT,
        "most": tags.MOST,
        "none": 0,
        "full": 1,
        "checks": re.findall(r"\| (\d+) \| (\d\.\d+) \| (\d\.\d+) \|", readme),
        "version": version("gcm-workbook"),
    }
