"""What 2_compare says, and what its numbers are."""

import polars as pl

FINDINGS = [
    "`score`, from {lowest:.0f} to {highest:.0f},",
    "Most paragraphs, {edited} of them, are edited. "
    "{halves} rows are the halves of {split} split paragraphs. "
    "{inserted} paragraphs are new (*inserted*), and {fragments} rows are fragments",
    "{same} paragraphs have the same words in both files. {moved} paragraphs moved: "
    "{first[0]} is now {first[1]}, and {second[0]} is now {second[1]}",
    'announces both in a bracket such as "[former {second[0]}]"',
    "{silent} paragraphs have a new number without a word about it: "
    "{other[0]} is now {other[1]}, and {trap[0]} is now {trap[1]}",
    "there is a {trap[0]} in both files",
    "The new {trap[0]} was split from {parent}, and the old {trap[0]}, word for word, "
    "is now called {trap[1]}",
    '{split} paragraphs are split, each into itself and its "bis"',
    "For {weak[old_label]} and {weak[new_label]} it is only {weak[score]:.3f}: "
    "one reader may call {weak[new_label]} a part of {weak[old_label]}",
    "Still, {borrower} uses words of {lender}",
    "The least sure of the edited pairs, {doubtful[new_label]}, still shares {doubtful[percent]} percent "
    "of its rarer wording with the old {doubtful[old_label]}",
    "This is the new {other[1]}:",
    "chooses objective {borders}, on borders",
    "Of the old paragraphs, {same} stand unchanged, {edited} were edited and {split} were split. "
    "{moved} paragraphs moved, and the new text says so; {silent} more got another number, "
    "and the new text does not say so. {inserted} paragraphs are new. None is marked as gone",
]


def find_facts(comparison):
    return count_kinds(comparison) | name_moves(comparison) | name_doubts(comparison)


def count_kinds(comparison):
    pairs = comparison.pairs
    kinds = dict(pairs.group_by("relation").len().iter_rows())
    split = pairs.filter(pl.col("relation") == "split")
    into = split.select("old_label", "new_label")
    assert set(into.iter_rows()) == {(old, old + end) for old in into["old_label"] for end in ("", "bis")}
    assert not {"deleted", "merged"} & set(kinds)
    return {
        "same": kinds["same"],
        "edited": kinds["edited"],
        "inserted": kinds["inserted"],
        "fragments": kinds["fragment"],
        "halves": kinds["split"],
        "split": split["old_position"].n_unique(),
    }


def name_moves(comparison):
    sides, pairs = ["old_label", "new_label"], comparison.pairs
    moved = pairs.filter("moved")
    silent = pairs.filter(pl.col("renumbered") & ~pl.col("announced"))
    assert moved.select(pl.col("announced") & (pl.col("relation") == "edited")).to_series().all()
    assert silent["relation"].to_list() == ["edited", "same"]
    (first, second), (other, trap) = moved.select(sides).rows(), silent.select(sides).rows()
    parent = pairs.filter(pl.col("new_label") == trap[0])["old_label"].item()
    found = {"moved": len(moved), "silent": len(silent), "parent": parent}
    return found | {"first": first, "second": second, "other": other, "trap": trap}


def name_doubts(comparison):
    pairs = comparison.pairs.sort("score")
    split, edited, new, fragments = (
        pairs.filter(pl.col("relation") == kind) for kind in ("split", "edited", "inserted", "fragment")
    )
    borrowed = fragments.filter(pl.col("new_label").is_in(new["new_label"].to_list()))
    doubtful = edited.row(0, named=True)
    borders = comparison.terms.filter(pl.col("title").str.starts_with("Manage borders"))
    return {
        "lowest": pairs["score"].min(),
        "highest": pairs["score"].max(),
        "weak": split.row(0, named=True),
        "doubtful": doubtful | {"percent": round(100 * doubtful["score"])},
        "borrower": borrowed["new_label"].item(),
        "lender": borrowed["old_label"].item(),
        "borders": borders["tag"].unique().item(),
    }
