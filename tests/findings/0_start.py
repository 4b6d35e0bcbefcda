"""What 0_start says, and what its numbers are."""

import polars as pl

from workbook.show.counts import count_words, place_words
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.paragraphs import body_of
from workbook.text.runs import read_runs

FINDINGS = [
    "of {runs:,} runs, {marked} are marked",
    "The first file has {old} paragraphs with {words_old:,} words, "
    "the second {new} paragraphs with {words_new:,} words",
    "Paragraph {doubled} shows how that looks",
    "In {same} pairs the words are the same, and {edited} pairs are edited",
    "The {halves} splits are {split} old paragraphs",
    "there are {inserted} paragraphs with no forerunner, and {fragments} fragments",
    "Here is paragraph {doubled} again",
    "Of {words_old:,} old words, the redlines strike only {words_out}; "
    "of {words_new:,} new words, {words_in:,} are put in",
    "More words came in under the recommendations, by far the longest part, than anywhere else: "
    "{longest[words_in]}.",
    "For its length the introduction grew most, from {grown[words_old]:,} to {grown[words_new]:,} words",
    "no square has more change than objective {square[tag]}, on fair recruitment and decent work, "
    "in the recommendations: {square[words]} words, {square[percent]} percent, "
    "in {square[touched]} of {square[paragraphs]} paragraphs",
    "Of {old} paragraphs in the file of Rev 2, {same} stand unchanged in the file that WIMN sent, "
    "and {edited} are edited. Another {split} are split in two, and {inserted} paragraphs are new. "
    "The redlines put {words_in:,} words in and strike {words_out}",
    "there more words changed under objective {square[tag]} than under any other",
]


def find_facts(comparison):
    return count_texts(comparison) | count_places(comparison)


def count_texts(comparison):
    body, runs = body_of(comparison.paragraphs), read_runs(load_drafts(shipped_data()))
    doubled = body.filter(pl.col("text").str.starts_with("We commend recognize the work"))
    return {
        "runs": len(runs),
        "marked": len(runs.filter((pl.col("inserted_by") != "") | (pl.col("deleted_by") != ""))),
        "old": len(body_of(body, comparison.old)),
        "new": len(body_of(body, comparison.new)),
        "doubled": doubled["label"].item(),
        **count_words(comparison.diffs).select(pl.col("^words_.*$").sum()).row(0, named=True),
    }


def count_places(comparison):
    placed = place_words(comparison.diffs, comparison.paragraphs).group_by("section", maintain_order=True)
    parts, changed = placed.agg(pl.col("^words_.*$").sum()), pl.col("words_in") + pl.col("words_out")
    longest = parts.sort("words_new").row(-1, named=True)
    grown = parts.sort(pl.col("words_new") / pl.col("words_old")).row(-1, named=True)
    squares = comparison.counts.filter(pl.col("scheme") == "objective").with_columns(words=changed)
    square = squares.sort("words").row(-1, named=True)
    assert parts.filter(changed == 0)["section"].to_list() == [""]
    assert longest["section"].startswith("Recommendations")
    assert longest["words_in"] == parts["words_in"].max()
    assert grown["section"] == "Introduction"
    assert square["section"] == longest["section"]
    assert "ethical recruitment" in square["title"]
    square["percent"] = round(100 * square["share"])
    return {"longest": longest, "grown": grown, "square": square}
