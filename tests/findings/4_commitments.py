"""What 4_commitments says, and what its numbers are."""

import polars as pl

from workbook.app import make_table
from workbook.meaning.clauses import find_clauses
from workbook.meaning.ladder import load_ladder
from workbook.meaning.trail import follow_clauses
from workbook.schemas import DIRECTION
from workbook.text.drafts import shipped_data
from workbook.text.paragraphs import body_of

FINDINGS = [
    "the clauses of paragraph {three_clauses} of Rev 2, a promise and two clauses that ask others",
    "Of the clauses of Rev 2, {rungs[6]} promise an act or a result, {rungs[5]} an effort, "
    "{rungs[4]} an intention; {rungs[3]} ask something of others, {rungs[2]} take a stance "
    "and {rungs[1]} take notice. And {silent} paragraphs hold no such clause: "
    "{silent_first}, and all from {silent_from} to {silent_to}, the part on progress and gaps.",
    "There are {two_verbs} such clauses in the printed texts. "
    'In {torn[label]} "will evaluate consider" is rung {torn[rung]} by one verb '
    "and {torn[other_rung]} by the other",
    "{ways[none]} rows say *none*, and that is a result too; {ways[form]} clauses changed their form only. "
    "{ways[down]} went down, {ways[up]} went up; "
    "{ways[tone]} changed its tone and {ways[object]} their object.",
    "Of these {moved} changes, {known[documented]} are documented by WIMN's letter, "
    "{known[inferred]} are inferred, and of {known[unknown]} the hand is unknown. "
    "Among these are {left[0]} and {left[1]}, which leave the rungs of own action altogether.",
    'In {beside} it is not even sure that "promote" took the place of "eliminate"',
    "In {hedged} clauses a caveat came or went. "
    "In {softened[new_label]} the rung is {softened[new_rung]} before and after",
    'And {swapped} shows what a word list cannot weigh: "voluntary" went, "on a voluntary basis" came',
    '"will" becomes "commit to" in {formed[0]}, {formed[1]} and {formed[2]}, on the same rung.',
    '{first_step[down]} went from "ensuring" to "promoting", while in {gone} a "strive" went out '
    'and in {first_step[up]} "reduce" became "eliminate".',
    'WIMN\'s suggestions would bring {back[up]} back to "adopting", {back[object][0]} to "processes" '
    'and {back[object][1]} to "participation in".',
    "every phrase of rung {result} is put on rung {effort}",
    "Now {mine[down]} clauses go down and {mine[up]} goes up.",
    "{ways[down]} went down the scale, {ways[up]} went up, {ways[tone]} changed its tone "
    "and {ways[object]} promise another object. In {hedged} a caveat came or went. "
    'From own action to an intention went "will integrate", now "will aim to", in {left[0]}, '
    'and "will evaluate", now "will consider", in {left[1]};',
    "a promise on rung {result} of something small is still small",
]
MOVED = pl.col("direction").cast(pl.String).is_in(["up", "down", "tone", "object"])
RESULT, EFFORT, INTENTION = 6, 5, 4


def find_facts(compare):
    comparison, ladder = compare("rev2", "rev3"), load_ladder(shipped_data() / "lexicon")
    clauses = find_clauses(comparison.paragraphs, ladder)
    return {
        "result": RESULT,
        "effort": EFFORT,
        **count_rungs(clauses, comparison),
        **find_doubled(compare("rev2-printed", "wimn-printed"), ladder),
        **count_ways(follow(comparison, ladder), comparison),
        **find_steps(),
        "mine": count(follow(comparison, ladder.with_columns(pl.col("rung").replace(RESULT, EFFORT)))),
    }


def follow(comparison, ladder):
    clauses = find_clauses(comparison.paragraphs, ladder)
    return follow_clauses(clauses, comparison.pairs, comparison.tags, ladder, comparison.origins)


def count(trail):
    return dict.fromkeys(DIRECTION.categories, 0) | dict(trail.group_by("direction").len().iter_rows())


def count_rungs(clauses, comparison):
    own = clauses.filter(draft="rev2")
    speaks = own.group_by("label", maintain_order=True).agg("rung").filter(pl.col("rung") == [EFFORT, 3, 3])
    assert "54" in speaks["label"]
    body = body_of(comparison.paragraphs, "rev2")
    silent = body.join(own, on=["draft", "position"], how="anti", maintain_order="left")
    first, start, *_, end = silent["label"]
    between = body.filter(pl.col("position").is_between(*silent["position"].gather([1, -1])))
    assert between["label"].to_list() == silent["label"].to_list()[1:]
    return {
        "three_clauses": "54",
        "rungs": dict(own.group_by("rung").len().iter_rows()),
        "silent": len(silent),
        "silent_first": first,
        "silent_from": start,
        "silent_to": end,
    }


def find_doubled(printed, ladder):
    doubled = find_clauses(printed.paragraphs, ladder).drop_nulls("other_rung")
    return {
        "two_verbs": len(doubled),
        "torn": doubled.filter(phrase="will evaluate consider").row(0, named=True),
    }


def count_ways(trail, comparison):
    moved = trail.filter(MOVED)
    own, intended = pl.col("old_rung") >= EFFORT, pl.col("new_rung") == INTENTION
    left = moved.filter(own, intended)
    assert left["new_phrase"].to_list() == ["will aim to", "will consider"]
    assert left["grade"].to_list() == ["unknown", "unknown"]
    assert moved.filter(grade="documented")["direction"].unique().to_list() == ["object"]
    told = dict(comparison.origins.select("text", "grade").iter_rows())
    assert [told[words] for words in ("aim to", "consider", "promote")] == ["unknown"] * 3
    assert told["evaluate"] == "inferred"
    hedged = trail.filter(pl.any_horizontal(pl.col("hedges_gained", "hedges_lost") != ""))
    softened = hedged.filter(new_phrase="commit to continuing").row(0, named=True)
    assert softened["old_rung"] == softened["new_rung"]
    formed = trail.filter(
        pl.col("direction") == "form",
        pl.col("old_phrase").str.contains("^will (?:further )?(.+)$"),
        pl.col("new_phrase").str.contains("redoubling|aligning"),
    )
    return {
        "ways": count(trail),
        "moved": len(moved),
        "known": dict(moved.group_by("grade").len().iter_rows()),
        "left": left["new_label"].to_list(),
        "beside": moved.filter(pl.col("rule").str.contains("“eliminate” → “promote”"))["new_label"].item(),
        "hedged": len(hedged),
        "softened": softened,
        "swapped": hedged.filter(hedges_lost="voluntary", hedges_gained="on a voluntary basis")[
            "new_label"
        ].item(),
        "formed": formed["new_label"].to_list(),
    }


def find_steps():
    before, suggested = (
        make_table("trail", step, shipped_data())[0].filter(MOVED)
        for step in (["rev1", "rev2"], ["rev3", "wimn"])
    )
    assert not suggested["new_phrase"].is_in(["will aim to", "will consider"]).any()
    return {
        "first_step": {
            "down": find_label(before, "“commit to ensuring” → “commit to promoting”"),
            "up": find_label(before, "“reduce” → “eliminate”"),
        },
        "gone": find_label(before, "is gone: “strive”"),
        "back": {
            "up": find_label(suggested, "“commit to developing” → “commit to adopting”"),
            "object": [
                find_label(suggested, words)
                for words in ("“discussions” → “processes”", "“contribution to” → “participation in”")
            ],
        },
    }


def find_label(trail, words):
    return trail.filter(pl.col("rule").str.contains(words, literal=True))["new_label"].item()
