"""What 5_asks says, and what its numbers are."""

import re

import polars as pl

from workbook.app import make_table
from workbook.app.asking import ask_whose
from workbook.app.followed import follow_drafts
from workbook.meaning.asks import load_asks
from workbook.meaning.presence import look_for
from workbook.show.gains import count_gains
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.marks import list_hands
from workbook.text.runs import read_runs

FINDINGS = [
    "The letter numbers {asks} asks; taken apart, they are {things} things.",
    "Of the {places} rows {verdicts[agrees]} agree, {verdicts[probably agrees]} probably agree, "
    "{verdicts[agrees in part]} agree in part, {verdicts[cannot be told]} cannot be told, "
    "and {verdicts[does not agree]} does not agree.",
    "ILO Conventions {conventions[0]} and {conventions[1]} are missing in {lacking[0]} and {lacking[1]};",
    "freedom of association is also put into {beyond[0]} and {beyond[1]}, which it does not list.",
    'In {untold} nothing can be told. The letter wants "children" out',
    "In {reverse} the letter, taken word by word, says the reverse of what it complains of.",
    "So of {atoms[inserted][0]} insertions, {atoms[inserted][1]:,} words, "
    "and of {atoms[struck][0]} deletions, {atoms[struck][1]} words, the outcome is unknown.",
    "Of what was put in, {tried[inserted][verbatim]} pieces stand there verbatim, "
    "{tried[inserted][in part]} in part, and {tried[inserted][not found]} are not found; "
    "of what was struck, {tried[struck][verbatim]} pieces are gone, "
    "{tried[struck][in part]} in part, and {tried[struck][not found]} still stand.",
    '"including" in {chance[new_label]} stands in Rev 3, '
    "and so would {chance[as_well]} of {chance[phrases]} random phrases of its length. "
    "Of the {long[words]} words put into {long[new_label]} that cannot be said: "
    "{long[as_well]} of {long[phrases]} score as well. "
    '"Never in", in {never[new_label]}, is not found in Rev 3',
    "Decent work leads, with {gains[T02][mentions_in]} mentions in and {gains[T02][mentions_out]} out. "
    "Freedom of association, with the ILO's standards, has {gains[T03][mentions_in]} in, "
    "in {gains[T03][paragraphs_in]} paragraphs, and none out",
    "Women and girls have {gains[T04][mentions_in]} in; "
    "children have none in and {gains[T05][mentions_out]} out, "
    "and out of one paragraph the letter wants them.",
    "Saving lives has {gains[T08][mentions_in]} in and {gains[T08][mentions_out]} out",
    "It adds {added_places} places, in {added_in[0]}, {added_in[1]} and {added_in[2]}, and drops none. "
    "At {doubts} of them stands a doubt",
    '*Did WIMN write "will aim to" in {aimed}?*',
    "The letter neither has the words nor names the paragraph; the mark in {aimed} is *unknown*",
    "in {stands} word for word, and {sought[as_well]} of {sought[phrases]} random phrases of that length",
    "There are {all_hands} hands",
    "of {places} rows {verdicts[agrees]} agree and {verdicts[probably agrees]} probably do, "
    "{verdicts[agrees in part]} agree in part, {verdicts[cannot be told]} cannot be told "
    "and {verdicts[does not agree]} does not agree. "
    "It puts freedom of association into {associated} paragraphs, "
    "{unlisted} of which the letter does not list.",
]


def find_facts(compare):
    suggested = compare("rev3", "wimn")
    gains = count_gains(suggested.diffs, suggested.tags, suggested.paragraphs, suggested.terms)
    assert gains.sort("mentions_in")["tag"][-1] == "T02"
    named = {row["tag"]: row for row in gains.to_dicts()}
    assert named["T03"]["mentions_out"] == named["T05"]["mentions_in"] == 0
    return {
        **judge(),
        **keep_ledgers(),
        "gains": named,
        **cite(),
        **find_aim(compare("rev2", "rev3"), suggested),
    }


def judge():
    asks = load_asks(shipped_data())
    wanted, places = (
        follow_drafts(name, ["wimn"], shipped_data())[0] for name in ("ask_words", "ask_places")
    )
    [conventions] = asks.filter(pl.col("words").str.contains("ILO"))["words"]
    missing = wanted.filter(pl.col("words") == conventions, pl.col("state") == "missing", pl.col("listed"))
    associated = wanted.filter(words="freedom of association", state="put in")
    beyond = associated.filter(~pl.col("listed"))
    [nowhere] = places.filter(verdict="does not agree").to_dicts()
    assert nowhere["missing"] == "migrant women’s organizations"
    [untold] = places.filter(verdict="cannot be told").to_dicts()
    assert "“children” is read as struck" in untold["reason"]
    reverse = asks.filter(pl.col("note").str.contains("the reverse of what it complains of"))
    return {
        "asks": asks["ask"].n_unique(),
        "things": len(asks),
        "places": len(places),
        "verdicts": dict(places.group_by("verdict").len().iter_rows()),
        "conventions": re.findall(r"\d+", conventions),
        "lacking": missing["label"].to_list(),
        "beyond": beyond["label"].to_list(),
        "untold": untold["label"],
        "reverse": reverse["labels"].item(),
        "associated": len(associated),
        "unlisted": len(beyond),
    }


def keep_ledgers():
    ledger, _ = make_table("ledger", ["rev3", "wimn"], shipped_data())
    tried, _ = make_table("ledger", ["rev1", "rev2", "rev3"], shipped_data())
    assert ledger["said"].unique().to_list() == ["no later draft loaded: outcome unknown"]
    outcomes = {}
    for act, outcome, rows in tried.group_by("act", "outcome").len().iter_rows():
        outcomes.setdefault(act, {})[outcome] = rows
    assert set(tried["outcome"]) == {"verbatim", "in part", "not found"}
    put_in = tried.filter(act="inserted")
    never = put_in.filter(pl.col("text").str.ends_with("never in")).row(0, named=True)
    assert never["outcome"] == "not found"
    sums = ledger.group_by("act").agg(pl.len(), pl.col("words").sum())
    return {
        "atoms": {act: rest for act, *rest in sums.iter_rows()},
        "tried": outcomes,
        "chance": put_in.filter(text="including", new_label="9ter").row(0, named=True),
        "long": put_in.filter(pl.col("text").str.contains("dignified voluntary returns")).row(0, named=True),
        "never": never,
    }


def cite():
    changes, _ = make_table("source_changes", ["rev3", "wimn"], shipped_data())
    changed = changes.filter(pl.col("change") != "kept")
    assert set(changed["change"]) == {"gained"}
    return {
        "added_places": len(changed),
        "added_in": changed["new_label"].unique(maintain_order=True).to_list(),
        "doubts": len(changed.filter(pl.col("doubt") != "")),
    }


def find_aim(drafted, suggested):
    aim = drafted.origins.filter(text="aim to").row(0, named=True)
    assert (aim["grade"], aim["hand"]) == ("unknown", "")
    letter = suggested.paragraphs.filter(kind="letter")["text"]
    assert letter.str.contains("echoes language proposed by colleague organizations").any()
    assert not letter.str.contains("aim to").any()
    for hand in ("wimn", "a State"):
        answer = ask_whose("will aim to", aim["new_label"], hand, folder=shipped_data())
        assert (answer.verdict, answer.grade) == ("not said", "unknown")
    words = "ratification of ILO Conventions 189 and 190"
    [sought] = look_for(words, suggested.paragraphs, "wimn").to_dicts()
    return {
        "aimed": aim["new_label"],
        "stands": sought["label"],
        "sought": sought,
        "all_hands": list_hands(read_runs(load_drafts(shipped_data())))["hand"].n_unique(),
    }
