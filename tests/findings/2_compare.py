"""What 2_compare says, and what its numbers are."""

import polars as pl

from workbook.app import make_table
from workbook.show.counts import count_words
from workbook.show.figures.boxes import lay_flow

FINDINGS = [
    "`score`, from {lowest:.0f} to {highest:.0f},",
    "Of the pairs of Rev 2 and Rev 3, {edited} are edited and {same} unchanged; "
    "{halves} rows are the halves of {split} split paragraphs, {inserted} paragraph is new (*inserted*), "
    "and {fragments} rows are fragments",
    "From Rev 3 to WIMN's suggested language {wimn_same} paragraphs stay as they are, "
    "{wimn_edited} are edited and {wimn_inserted} are new.",
    "whatever has to do with the label {trap[0]}.",
    "Two paragraphs moved between Rev 2 and Rev 3: {first[0]} is now {first[1]}, "
    "and {second[0]} is now {second[1]}.",
    'announces both in a bracket such as "[former {second[0]}]".',
    "two paragraphs have a new number without a word about it: "
    "{other[0]} is now {other[1]}, and {trap[0]} is now {trap[1]}.",
    "there is a {trap[0]} in both drafts",
    "The new {trap[0]} was split from {parent}, and the old {trap[0]}, word for word, "
    "is now called {trap[1]}",
    '{bis} of the {split} split paragraphs became themselves and their "bis"; '
    "the other, {odd[0]}, gave its opening to the new {odd[1]}.",
    "For {weak[old_label]} and {weak[new_label]} it is only {weak[score]:.3f}: "
    "one reader may call {weak[new_label]} a part of {weak[old_label]}",
    "Still, {borrower} also uses words of {lender}",
    "The least sure of the edited pairs, {doubtful[new_label]}, still shares {doubtful[percent]} percent "
    "of its rarer wording with the old {doubtful[old_label]}",
    "The ribbon from {second[0]} to {second[1]} crosses others and is thinner than the boxes at its ends: "
    "it carried {flow[carried]} words, of {flow[old_words]} in the old paragraph and {flow[words]} in the "
    "new one. {unreached} box is reached by no ribbon: {fresh}, the new paragraph.",
    "The first is {ghost[label]}.",
    'The printed texts seem to say that Rev 3 took {ghost[words_out]} word out, "commend". '
    "In the readings the paragraph does not change at all",
    "The second is {dead[label]}. Between the printed texts {dead[words_out]} words seem to go; "
    "between the readings, {dead[read_out]}.",
    "The third is {mixed[label]}. The printed texts show {mixed[words_in]} new words in one colour. "
    "The readings give {mixed[read_in]} of them to the step from Rev 2 to Rev 3 "
    "and {mixed[wimn_in]} to WIMN's suggestions",
    "In the whole text the printed pair shows {all_printed[words_in]:,} words put in and "
    "{all_printed[words_out]} struck. From Rev 2 to Rev 3 it is {all_read[words_in]:,} in and "
    "{all_read[words_out]} out, and WIMN's suggestions add {all_wimn[words_in]:,} in and "
    "{all_wimn[words_out]} out.",
    "chooses objective {borders}, on borders",
    "Of the paragraphs of Rev 2, {same} stand unchanged, {edited} were edited and {split} were split. "
    "Two paragraphs moved, and the new text says so; two more got another number, "
    "and the new text does not say so. {inserted} paragraph is new. None was taken out as a whole. "
    "WIMN's suggestions edit {wimn_edited} paragraphs of Rev 3 and add {wimn_inserted}.",
]
KINDS = ("same", "edited", "split", "fragment", "inserted")


def find_facts(compare):
    comparison, suggested = compare("rev2", "rev3"), compare("rev3", "wimn")
    printed = compare("rev2-printed", "wimn-printed")
    return {
        **count_kinds(comparison),
        **count_suggested(suggested),
        **name_moves(comparison),
        **name_doubts(comparison),
        **measure_flow(name_moves(comparison)["second"][1]),
        **set_beside(printed, comparison, suggested),
    }


def count_kinds(comparison):
    pairs = comparison.pairs
    kinds = dict(pairs.group_by("relation").len().iter_rows())
    split = pairs.filter(pl.col("relation") == "split")
    into = split.select("old_label", "new_label").rows()
    regular = {old for old, new in into if new == f"{old}bis"}
    odd = [(old, new) for old, new in into if old not in regular and old != new]
    assert set(kinds) == set(KINDS)
    assert len(odd) == 1
    return {
        "same": kinds["same"],
        "edited": kinds["edited"],
        "inserted": kinds["inserted"],
        "fragments": kinds["fragment"],
        "halves": kinds["split"],
        "split": split["old_position"].n_unique(),
        "bis": len(regular),
        "odd": odd[0],
    }


def count_suggested(suggested):
    kinds = dict(suggested.pairs.group_by("relation").len().iter_rows())
    assert set(kinds) == {"same", "edited", "fragment", "inserted"}
    return {f"wimn_{kind}": kinds[kind] for kind in ("same", "edited", "inserted")}


def name_moves(comparison):
    sides, pairs = ["old_label", "new_label"], comparison.pairs
    moved = pairs.filter("moved", pl.col("relation") != "split")
    silent = pairs.filter(pl.col("renumbered") & ~pl.col("announced"))
    assert moved.select(pl.col("announced") & (pl.col("relation") == "edited")).to_series().all()
    assert silent["relation"].to_list() == ["edited", "same"]
    (first, second), (other, trap) = moved.select(sides).rows(), silent.select(sides).rows()
    parent = pairs.filter(pl.col("new_label") == trap[0])["old_label"].item()
    return {"parent": parent, "first": first, "second": second, "other": other, "trap": trap}


def name_doubts(comparison):
    pairs = comparison.pairs.sort("score")
    split, edited, fragments = (
        pairs.filter(pl.col("relation") == kind) for kind in ("split", "edited", "fragment")
    )
    borrowed = fragments.row(-1, named=True)
    doubtful = edited.row(0, named=True)
    borders = comparison.terms.filter(pl.col("title").str.starts_with("Manage borders"))
    return {
        "lowest": pairs["score"].min(),
        "highest": pairs["score"].max(),
        "weak": split.row(0, named=True),
        "doubtful": doubtful | {"percent": round(100 * doubtful["score"])},
        "borrower": borrowed["new_label"],
        "lender": borrowed["old_label"],
        "borders": borders["tag"].unique().item(),
    }


def measure_flow(moved):
    """What the chart of the flow shows of the paragraph that moved far, and of those without a ribbon."""
    trace, _drafts = make_table("trace", ["rev2", "rev3"])
    flow = lay_flow(trace)
    fresh = [box.label for box in flow.boxes.values() if box.new]
    assert not any(box.gone for box in flow.boxes.values())
    row = trace.filter(draft="rev3", label=moved).row(0, named=True)
    assert row["carried"] < min(row["words"], row["old_words"])
    return {"flow": row, "unreached": len(fresh), "fresh": " and ".join(fresh)}


def set_beside(printed, comparison, suggested):
    """Three paragraphs, and the whole text, as the printed pair shows them and as the readings do."""
    ghost, dead, mixed = (count_beside(label, printed, comparison, suggested) for label in ("17", "28", "24"))
    assert ghost["read_in"] == ghost["read_out"] == 0
    assert dead["read_out"] > 2 * dead["words_out"]
    assert mixed["words_in"] != mixed["read_in"] + mixed["wimn_in"]
    alone = pl.col("op") == "delete", pl.col("new_label") == ghost["label"]
    assert printed.diffs.filter(alone)["old_text"].to_list() == ["commend "]
    whole = {
        f"all_{name}": add_words(each.diffs)
        for name, each in {"printed": printed, "read": comparison, "wimn": suggested}.items()
    }
    return {"ghost": ghost, "dead": dead, "mixed": mixed, **whole}


def count_beside(label, printed, comparison, suggested):
    of_label = pl.col("new_label") == label
    old, read, wimn = (add_words(each.diffs.filter(of_label)) for each in (printed, comparison, suggested))
    return {
        "label": label,
        **old,
        "read_in": read["words_in"],
        "read_out": read["words_out"],
        "wimn_in": wimn["words_in"],
    }


def add_words(diffs):
    return count_words(diffs).select(pl.col("words_in", "words_out").sum()).row(0, named=True)
